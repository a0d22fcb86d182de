import type {
  CallDirection,
  CallerNamed,
  CallerProof,
  CallParty,
  ConsentRule,
  ConsentState,
} from '../../../src/contract/calls.ts';
import type { Entry } from '../../../src/contract/log/entry.ts';
import type { Actor } from '../../../src/contract/log/parts.ts';

/** A call as the team's log tells of it. */
export interface CallView {
  callId: string;
  /** Null where its beginning is not held: of a long call, a page that was loaded anew has the newest lines alone. */
  direction: CallDirection | null;
  rule: ConsentRule;
  /** ISO 8601. */
  startedAt: string;
  /** The phone company reported it: the team member on it has to say so. */
  isTold: boolean;
  /** The caller agreed by a key, so the phone company hears the call itself. */
  isHeardByPhone: boolean;
  /** The team member on the call; null if unknown. */
  by: string | null;
  /** How sure it is that the number is the caller's own, where the phone company told of the call, and what the agent learned. */
  caller: CallerProof | CallerNamed | null;
  consent: Record<CallParty, ConsentState | null>;
  /** They said no in an earlier call, and have not been asked in this one. */
  isNoFromBefore: boolean;
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
          by: data.source === 'provider' ? null : actor.id,
          caller: data.caller ?? null,
          isTold: data.source === 'provider',
          isHeardByPhone: false,
          isNoFromBefore: false,
        },
        ...{ consent: { lead: null, agent: null }, ended: null },
      };
    else if (type === 'call-segment' && call === null)
      // Words are kept with consent alone.
      call = {
        ...{
          callId: data.callId,
          direction: null,
          rule: 'all-party',
          by: whoSaid(actor, data.speaker),
          caller: null,
          isTold: false,
          isHeardByPhone: false,
          isNoFromBefore: false,
        },
        startedAt: new Date(Date.parse(at) - data.endMs).toISOString(),
        ...{ consent: { lead: 'given', agent: null }, ended: null },
      };
    else if (call === null) continue;
    else if (type === 'call-segment' && call.by === null) call = { ...call, by: whoSaid(actor, data.speaker) };
    else if (type === 'assignment-changed' && call.isTold && data.reason === 'call')
      call = { ...call, by: data.owner?.id ?? null };
    else if (type === 'call-caller-named' && data.callId === call.callId) call = { ...call, caller: data.caller };
    else if (type === 'call-consent-changed' && data.callId === call.callId)
      call = {
        ...call,
        rule: data.rule,
        consent: { ...call.consent, [data.party]: data.state },
        isHeardByPhone: data.state === 'given' && actor.kind === 'lead',
        isNoFromBefore: data.state === 'refused' && actor.kind === 'system',
      };
    else if (type === 'call-ended' && data.callId === call.callId)
      call = { ...call, ended: { at, durationMs: data.durationMs, outcome: data.outcome ?? null } };
  }
  return call;
}

const whoSaid = ({ kind, id }: Actor, speaker: CallParty): string | null =>
  speaker === 'agent' && kind !== 'system' ? id : null;

/** The state of a call's transcript. */
export type TranscriptState = 'not-asked' | 'asked' | 'on' | 'off';

export function transcriptOf({ rule, consent }: Pick<CallView, 'rule' | 'consent'>): TranscriptState {
  const states = [consent.lead, consent.agent];
  if (states.some((state) => state === 'refused' || state === 'withdrawn')) return 'off';
  if (consent.lead === 'given' || (rule === 'one-party' && consent.agent === 'given')) return 'on';
  return states.includes('asked') ? 'asked' : 'not-asked';
}
