import { twilio } from '../../adapters/twilio/twilio.ts';
import { createCallEar } from '../../features/calls/hearSegment.ts';
import type { AnswerHookDeps } from '../../features/calls/provider/answerHook.ts';
import { createWordsEar } from '../../features/calls/provider/hearWords.ts';
import type { PhoneDeps } from '../../features/calls/provider/managePhone.ts';
import type { StreamLog } from '../../features/streams/ports.ts';
import type { Meter } from '../../kernel/observe.ts';
import { createTextSeal } from '../../kernel/sealText.ts';
import type { Stores } from '../stores.ts';
import type { ConversationParts } from './conversations.ts';

export interface PhoneParts {
  phone: PhoneDeps;
  phoneHooks: AnswerHookDeps;
}

/** The phone company, its accounts, and what it tells. `secret`: that of all nodes, which seals the tokens of the accounts. */
export function composePhone(
  stores: Pick<Stores, 'phones' | 'calls' | 'leads' | 'search' | 'settings'>,
  given: { conversations: ConversationParts; streamLog: StreamLog; secret: string; meter: Meter },
): PhoneParts {
  const { phones, calls, leads, search, settings } = stores;
  const { conversations, streamLog, secret, meter } = given;
  const { clock } = conversations;
  const phoneSeal = createTextSeal(secret, 'phone tokens');
  const parts = { ...conversations, calls, leads, search, streamLog, meter };
  const hear = createCallEar(parts);
  return {
    phone: { phones, phoneSeal, settings, clock },
    phoneHooks: {
      ...{ ...parts, phones, phoneSeal, company: twilio },
      hearWords: createWordsEar({ calls, hear, clock, meter }),
    },
  };
}
