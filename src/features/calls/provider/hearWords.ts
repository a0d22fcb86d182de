import { LRUCache } from 'lru-cache';
import { limits } from '../../../contract/values.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import type { Logger, Meter } from '../../../kernel/observe.ts';
import type { TextSeal } from '../../../kernel/sealText.ts';
import type { Wakeups } from '../../../kernel/wakeups.ts';
import type { Segment } from '../hearSegment.ts';
import type { Call } from '../model.ts';
import type { CallStore } from '../ports.ts';
import { callIdOf } from './hearOfCall.ts';
import { createOrder } from './inOrder.ts';
import { type PhoneConnection, speakerOn, type ToldWords } from './model.ts';
import type { PhoneCompany } from './ports.ts';

export interface HearWordsDeps {
  calls: Pick<CallStore, 'find'>;
  hear(call: Call, segment: Segment): Promise<void>;
  company: Pick<PhoneCompany, 'stopTranscribing'>;
  phoneSeal: TextSeal;
  wakeups: Wakeups;
  clock: Clock;
  meter: Meter;
  log: Logger;
}

/** How long words wait for those that were said before them. */
const holdMs = 2_000;
/** Words whose time is further from now than this were signed long ago and sent again. */
const skewMs = 15 * 60_000;
const tracksHeld = 10_000;
const stoppedHeld = 10_000;

/**
 * Takes in words as the phone company tells of them: in the order of their numbers, each once. Those of a call that is not known here, or
 * that may not be kept, are let go, for told again they would be refused again; and the phone company is asked to write down no more.
 */
export function createWordsEar(deps: HearWordsDeps) {
  const { calls, hear, company, phoneSeal, wakeups, clock, meter, log } = deps;
  const inOrder = createOrder({ after: clock.after, wakeups }, holdMs);
  /** The utterance that each track is saying: the number of its first words names it, and later words replace it. */
  const open = new LRUCache<string, { utteranceId: string; startMs: number }>({ max: tracksHeld });

  /** Transcriptions that somebody has said no to. */
  const stopped = new LRUCache<string, true>({ max: stoppedHeld });

  async function stop({ accountSid, sealedToken }: PhoneConnection, told: ToldWords): Promise<void> {
    const authToken = phoneSeal.open(sealedToken);
    if (authToken === null || stopped.has(told.transcriptionSid)) return;
    stopped.set(told.transcriptionSid, true);
    try {
      await company.stopTranscribing({ accountSid, authToken }, told);
    } catch (err) {
      // The next words that come ask again.
      stopped.delete(told.transcriptionSid);
      log.warn('a transcription could not be stopped', { err });
    }
  }

  return async function hearWords(connection: PhoneConnection, told: ToldWords): Promise<void> {
    const { sid, transcriptionSid, sequence } = told;
    const isSkewed = Math.abs(clock.now() - told.at) > skewMs;
    const call = isSkewed ? null : await calls.find(connection.tenantId, callIdOf(connection, sid));
    if (call === null) {
      meter.count('hub_call_segments_refused_total', {});
      // Signed long ago, or of a call whose words were deleted.
      return isSkewed ? undefined : stop(connection, told);
    }
    await inOrder(`${call.id}:${transcriptionSid}`, sequence, async (isLate) => {
      const segment = segmentOf(call, told, isLate);
      if (segment === null) return;
      try {
        await hear(call, segment);
      } catch (error) {
        if (!(error instanceof HubError) || !letGo.has(error.code)) throw error;
        if (error.code === 'CONSENT_REQUIRED') await stop(connection, told);
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
