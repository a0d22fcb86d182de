import { createDeepgramSpeech } from '../../adapters/deepgram/deepgramSpeech.ts';
import { createTwilio } from '../../adapters/twilio/twilio.ts';
import { createCallEar } from '../../features/calls/hearSegment.ts';
import { holdCalls } from '../../features/calls/holdCalls.ts';
import type { AnswerHookDeps } from '../../features/calls/provider/answerHook.ts';
import type { HearAudioDeps } from '../../features/calls/provider/hearAudio.ts';
import { createWordsEar } from '../../features/calls/provider/hearWords.ts';
import { type PhoneDeps, phoneSeal } from '../../features/calls/provider/managePhone.ts';
import type { StreamLog } from '../../features/streams/ports.ts';
import type { Logger, Meter } from '../../kernel/observe.ts';
import type { RateLimits } from '../../kernel/rateLimits.ts';
import type { Stores } from '../stores.ts';
import type { ConversationParts } from './conversations.ts';

export interface PhoneParts {
  phone: PhoneDeps;
  phoneHooks: AnswerHookDeps;
  audio: HearAudioDeps;
}

/** The phone company, its accounts, and what it tells. `secret`: that of all nodes, which seals the tokens of the accounts. */
export function composePhone(
  stores: Pick<Stores, 'phones' | 'calls' | 'leads' | 'search' | 'settings'>,
  given: {
    conversations: ConversationParts;
    streamLog: StreamLog;
    secret: string;
    meter: Meter;
    rateLimits: RateLimits;
    log: Logger;
    speechUrl: string;
    twilioUrl: string;
  },
): PhoneParts {
  const { phones, calls, leads, search, settings } = stores;
  const { conversations, streamLog, secret, meter, rateLimits, log, speechUrl, twilioUrl } = given;
  const { clock } = conversations;
  const seal = phoneSeal(secret);
  const parts = { ...conversations, calls, leads, search, streamLog, meter };
  const company = createTwilio(twilioUrl);
  const heldCalls = holdCalls(parts);
  const hear = createCallEar({ ...parts, heldCalls });
  return {
    phone: { phones, phoneSeal: seal, settings, clock },
    audio: {
      ...{ ...parts, phones, phoneSeal: seal, company, hear, heldCalls, rateLimits, log },
      speech: createDeepgramSpeech(speechUrl),
    },
    phoneHooks: {
      ...{ ...parts, phones, phoneSeal: seal, company },
      hearWords: createWordsEar({ ...parts, calls: heldCalls, hear, company, phoneSeal: seal, log }),
    },
  };
}
