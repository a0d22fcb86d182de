import { LRUCache } from 'lru-cache';
import { limits } from '../../../contract/values.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import type { Meter } from '../../../kernel/observe.ts';
import type { Segment } from '../hearSegment.ts';
import type { Call } from '../model.ts';
import type { CallStore } from '../ports.ts';
import { callIdOf } from './hearOfCall.ts';
import { createOrder } from './inOrder.ts';
import { type PhoneConnection, speakerOn, type ToldWords } from './model.ts';

export interface HearWordsDeps {
  calls: Pick<CallStore, 'find'>;
  hear(call: Call, segment: Segment): Promise<void>;
  clock: Clock;
  meter: Meter;
}

/** How long words wait for those that were said before them. */
const holdMs = 2_000;
/** Words whose time is further from now than this were signed long ago and sent again. */
const skewMs = 15 * 60_000;
const tracksHeld = 10_000;

/**
 * Takes in words as the phone company tells of them: in the order of their numbers, each once. Those of a call that is not known here, or
 * that may not be kept, are let go, for told again they would be refused again.
 */
export function createWordsEar(deps: HearWordsDeps) {
  const { calls, hear, clock, meter } = deps;
  const inOrder = createOrder(clock, holdMs);
  /** What is being said, of each track: its first words' number names the utterance, which later words replace. */
  const open = new LRUCache<string, { utteranceId: string; startMs: number }>({ max: tracksHeld });

  return async function hearWords(connection: PhoneConnection, told: ToldWords): Promise<void> {
    const { sid, transcriptionSid, sequence } = told;
    const isSkewed = Math.abs(clock.now() - told.at) > skewMs;
    const call = isSkewed ? null : await calls.find(connection.tenantId, callIdOf(connection, sid));
    if (call === null) return meter.count('hub_call_segments_refused_total', {});
    await inOrder(`${call.id}:${transcriptionSid}`, sequence, async (isLate) => {
      const segment = segmentOf(call, told, isLate);
      if (segment === null) return;
      try {
        await hear(call, segment);
      } catch (error) {
        if (!(error instanceof HubError) || !letGo.has(error.code)) throw error;
      }
    });
  };

  function segmentOf(
    call: Call,
    { transcriptionSid, sequence, track, at, words }: ToldWords,
    isLate: boolean,
  ): Segment | null {
    const text = words?.text.trim().slice(0, limits.textChars) ?? '';
    // Late words that may still have changed have changed by now.
    if (words === null || text === '' || (isLate && !words.isFinal)) return null;
    const key = `${call.id}:${transcriptionSid}:${track}`;
    const endMs = Math.max(0, at - call.startedAt);
    const saying = (isLate ? undefined : open.get(key)) ?? {
      utteranceId: `${transcriptionSid}-${sequence}`,
      startMs: endMs,
    };
    if (words.isFinal) open.delete(key);
    else open.set(key, saying);
    return {
      ...{ ...saying, endMs, speaker: speakerOn(track, call.direction), text },
      ...{ confidence: words.confidence, isFinal: words.isFinal, language: words.language },
      onceId: `${transcriptionSid}-${sequence}`,
    };
  }
}

/** Said before anybody agreed, after somebody said no, or long after the end. */
const letGo: ReadonlySet<string> = new Set(['CONSENT_REQUIRED', 'CONFLICT']);
