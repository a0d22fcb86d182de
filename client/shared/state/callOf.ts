import type { CallDirection, CallParty, ConsentRule, ConsentState } from '../../../src/contract/calls.ts';
import type { Entry } from '../../../src/contract/log/entry.ts';

/** A call as the team's log tells of it. */
export interface CallView {
  callId: string;
  direction: CallDirection;
  rule: ConsentRule;
  /** ISO 8601. */
  startedAt: string;
  /** Whose it is: who started it. */
  by: string;
  consent: Record<CallParty, ConsentState | null>;
  ended: { at: string; durationMs: number; outcome: string | null } | null;
}

/** The newest call of a conversation; null where there was none. */
export function newestCall(team: readonly Entry[]): CallView | null {
  let call = null as CallView | null;
  for (const { type, data, at, actor } of team) {
    if (type === 'call-started')
      call = {
        ...{
          callId: data.callId,
          direction: data.direction,
          rule: data.rule ?? 'all-party',
          startedAt: at,
          by: actor.id,
        },
        ...{ consent: { lead: null, agent: null }, ended: null },
      };
    else if (call === null) continue;
    else if (type === 'call-consent-changed' && data.callId === call.callId)
      call = { ...call, rule: data.rule, consent: { ...call.consent, [data.party]: data.state } };
    else if (type === 'call-ended' && data.callId === call.callId)
      call = { ...call, ended: { at, durationMs: data.durationMs, outcome: data.outcome ?? null } };
  }
  return call;
}

/** Where the transcript of a call stands. */
export type TranscriptState = 'not-asked' | 'asked' | 'on' | 'off';

export function transcriptOf({ rule, consent }: Pick<CallView, 'rule' | 'consent'>): TranscriptState {
  const states = [consent.lead, consent.agent];
  if (states.some((state) => state === 'refused' || state === 'withdrawn')) return 'off';
  if (consent.lead === 'given' || (rule === 'one-party' && consent.agent === 'given')) return 'on';
  return states.includes('asked') ? 'asked' : 'not-asked';
}
