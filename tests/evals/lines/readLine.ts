import { loadReader } from '../../../src/app/loadReader.ts';
import type { Slot } from '../../../src/contract/log/parts.ts';
import type { BotName } from '../../../src/contract/values.ts';
import type { Danger, QuestionName } from '../../../src/contract/vocabulary.ts';
import { firstState } from '../../../src/features/bots/state/firstState.ts';
import { step } from '../../../src/features/bots/step.ts';
import type { Pack } from '../../../src/features/packs/model.ts';

/** Tuesday, November 17, 2026, 10:00 in Austin. */
const at = '2026-11-17T16:00:00.000Z';
const pack: Pack = {
  version: 'eval-1',
  brokerage: 'Barton Ridge Realty',
  assistant: 'Jorge',
  timeZone: 'America/Chicago',
  areas: ['Zilker', 'Mueller', 'East Austin', 'South Austin', 'Circle C', 'Round Rock', 'Pflugerville', 'Lakeway'],
};

const ofSale: ReadonlySet<string> = new Set(['price', 'address', 'condition', 'repairs', 'motivation', 'authority']);
const ofSearch: ReadonlySet<string> = new Set(['budget', 'preApproval', 'beds', 'area']);

const read = loadReader();

/** One line said where `asked` stands, by somebody who is asked it because they buy or sell. */
export function readLine(said: { text: string; asked: string | null; language: 'en' | 'es' }): {
  slots: Record<string, Slot>;
  danger: Danger | null;
  meetsPerson: boolean;
  at: string;
} {
  const { asked, language } = said;
  const bot: BotName = asked === null ? 'lead' : ofSale.has(asked) ? 'seller' : ofSearch.has(asked) ? 'buyer' : 'lead';
  const start = firstState(language);
  start.bot = bot;
  start.disclosed = true;
  if (bot !== 'lead')
    start.slots = {
      intent: { value: bot === 'seller' ? 'sell' : 'buy', state: 'answered', confidence: null, evidence: [] },
    };
  if (asked !== null) {
    start.at = 'QUALIFY';
    start.asked = { question: asked as QuestionName, times: 1, misses: 0 };
  }
  const reading = read(said, { asked, language });
  const { state, effects } = step(
    start,
    {
      at,
      happened: [
        { kind: 'understood', of: 1, by: 'offline', reading, facts: [] },
        { kind: 'visitor-message', seq: 1, log: 'public:c', text: said.text },
      ],
    },
    pack,
  );
  const { intent, ...slots } = state.slots;
  const isNew = intent !== undefined && JSON.stringify(intent.value) !== JSON.stringify(start.slots.intent?.value);
  const acts = effects.flatMap((effect) => (effect.kind === 'reply' ? effect.acts : []));
  return {
    slots: isNew ? { ...slots, intent } : slots,
    danger: reading.danger ?? null,
    // An invitation to leave a number follows many an answer, and passes nobody on.
    meetsPerson: acts.some(({ act, text }) => (act === 'offer-person' && text !== 'invite') || act === 'hand-over'),
    at,
  };
}
