import { readSpeechAct, type SpeechAct } from '../../../src/features/reading/dialogue/readSpeechAct.ts';
import { existingRows } from './measures.ts';

/** The act that the reader should find for each intent of the Rasa set. */
export const acts: Readonly<Record<string, SpeechAct>> = {
  affirm: 'yes',
  ask_howdoing: 'how-are-you',
  ask_more: 'more',
  confirm: 'agree',
  deny: 'no',
  feedback: 'opinion',
  goodbye: 'goodbye',
  greet: 'greeting',
  house_inform: 'statement',
  house_request: 'search',
  person_inform: 'name',
  post_action: 'listing-status',
  set_appointment: 'appointment',
  show_dashboard: 'market',
  talk_to_person: 'person',
  thankyou: 'thanks',
};

export interface RasaFigures {
  messages: number;
  right: number;
}

/**
 * The reading of each message of the Rasa set. No program is fitted to it, but the author of the rules has read its
 * training half, so that half's figure flatters; its test half is the one to go by.
 */
export function measureRasa(data: string, show: boolean): RasaFigures {
  const rows = existingRows<{ text: string; intent: string }>(data, [
    'nlu_homes/rasa_real_estate_train.jsonl',
    'nlu_homes/rasa_real_estate_test.jsonl',
  ]);
  const wrong = rows.filter(({ text, intent }) => readSpeechAct(text) !== acts[intent]);
  if (show) for (const { text, intent } of wrong) console.error(`${intent}: ${readSpeechAct(text)} | ${text}`);
  return { messages: rows.length, right: rows.length - wrong.length };
}
