import { LRUCache } from 'lru-cache';
import type { CallParty } from '../../contract/calls.ts';
import type { Actor } from '../../contract/log/parts.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { Meter } from '../../kernel/observe.ts';
import { conversationTopic, type Wakeups } from '../../kernel/wakeups.ts';
import { systemActor } from '../conversations/actors.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import { maskIdentityNumbers } from '../reading/numbers/identityNumbers.ts';
import { refusesRecording } from '../reading/optOut/readNoRecording.ts';
import { type ConsentDeps, setConsent } from './changeConsent.ts';
import type { HeldCalls } from './holdCalls.ts';
import type { Call } from './model.ts';
import { isOver, mayKeepWords } from './rules.ts';
import { wipeCall } from './wipeCall.ts';

/** Words of a call, as somebody's speech recognition has them: `isFinal` false while it may still change its mind. Times in ms from the call's start. */
export interface Segment {
  utteranceId: string;
  speaker: CallParty;
  text: string;
  startMs: number;
  endMs: number;
  confidence: number | null;
  isFinal: boolean;
  language: string;
  /** Under this name its last form is kept once, where that is not `utteranceId`. */
  onceId?: string;
}

export interface HearDeps extends ConsentDeps {
  appender: Pick<Appender, 'append'>;
  heldCalls: Pick<HeldCalls, 'findAfter'>;
  wakeups: Pick<Wakeups, 'publish'>;
  meter: Meter;
}

const utterancesHeld = 20_000;

/** Takes in the words of calls as `hearSegment`. A late form of an utterance whose final form was heard changes nothing. */
export function createCallEar(deps: HearDeps): (call: Call, segment: Segment) => Promise<void> {
  const finals = new LRUCache<string, true>({ max: utterancesHeld });
  return (call, segment) => hearSegment(deps, finals, call, segment);
}

/**
 * Takes in words of a call. The last form of an utterance is kept in the team's log, once; earlier ones are shown and kept nowhere. Before
 * the consent that the call needs, nothing is; somebody who asks not to be recorded ends it.
 * @throws HubError `CONSENT_REQUIRED`; `CONFLICT` some time after the call's end
 */
async function hearSegment(
  deps: HearDeps,
  finals: LRUCache<string, true>,
  call: Call,
  segment: Segment,
): Promise<void> {
  const { id: callId, tenantId, conversationId } = call;
  const { utteranceId, speaker, isFinal } = segment;
  if (isOver(call, deps.clock.now())) throw new HubError('CONFLICT');
  if (!mayKeepWords(call)) refuse(deps);
  if (refusesRecording(segment.text)) {
    const origin = { actor: systemActor, onceKey: `call:${callId}:${utteranceId}:refused` };
    await setConsent(deps, call, { party: speaker, state: 'withdrawn' }, origin, 'asked-not-to-record');
    refuse(deps);
  }
  const text = maskIdentityNumbers(segment.text);
  const key = `${callId}:${utteranceId}`;
  if (!isFinal) {
    if (finals.has(key)) return;
    deps.wakeups.publish(conversationTopic(conversationId), {
      kind: callPartialHint,
      partial: { conversationId, callId, utteranceId, speaker, text },
    });
    return;
  }
  finals.set(key, true);
  const { startMs, endMs, confidence, language } = segment;
  const { entry, duplicate } = await deps.appender.append(
    { tenantId, conversationId },
    {
      type: 'call-segment',
      data: { callId, utteranceId, speaker, text, startMs, endMs, confidence, language },
      actor: actorOn(call, speaker),
      onceKey: `call:${callId}:${segment.onceId ?? utteranceId}`,
    },
  );
  // A no, or a deletion, that came in between may have looked for words before these stood.
  const now = duplicate ? call : await deps.heldCalls.findAfter(call, entry.seq);
  if (now !== null && mayKeepWords(now)) return;
  // By now they are in the search index and on the row too.
  const origin = { actor: systemActor, onceKey: `call:${key}:late` };
  await wipeCall(deps, call, 'consent-withdrawn', origin);
  refuse(deps);
}

/** Nobody knows yet who of the team took a call that the phone company tells of. */
function actorOn({ leadId, agent }: Call, speaker: CallParty): Actor {
  if (speaker === 'lead') return { kind: 'lead', id: leadId };
  return agent === null ? systemActor : { kind: 'agent', ...agent };
}

export const callPartialHint = 'call-partial';

function refuse({ meter }: Pick<HearDeps, 'meter'>): never {
  meter.count('hub_call_segments_refused_total', {});
  throw new HubError('CONSENT_REQUIRED');
}
