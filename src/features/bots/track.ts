import type { Reading } from '../../contract/readings.ts';
import type { Heard } from './hear.ts';
import { slotValueOf } from './slotForms.ts';
import { answerOf, fill, isOpen, type Turn } from './turn.ts';

/** What only a button, or words that the rules read too, may settle: the law, a consent, a booking hang on it. */
const notByReading: ReadonlySet<string> = new Set([
  'showing',
  'represented',
  'agreement',
  'mayCall',
  'visit',
  'phone',
  'email',
]);
const plain: ReadonlySet<string> = new Set(['repairs', 'features', 'name']);
/** What only a home of theirs has, and what only somebody who looks for one needs. */
const ofSale: ReadonlySet<string> = new Set([
  'authority',
  'repairs',
  'mortgageBalance',
  'homeBeds',
  'homeBaths',
  'address',
  'condition',
]);
/** What is told in passing replaces no answer that was given. */
const once: ReadonlySet<string> = new Set(['motivation', 'authority', 'condition']);
const valueChars = 200;

/**
 * Brings the slots forward by what a reader quoted: a value that the rules missed is taken, a correction beats what stood, and what was
 * taken back is open again. Where the rules read another value in the same message, a quoted correction wins over their guess.
 */
export function track(turn: Turn, heard: Heard): void {
  for (const slot of heard.reading?.slots ?? []) trackSlot(turn, heard, slot);
}

function trackSlot(turn: Turn, { message }: Heard, { name, op, value, quote }: Reading['slots'][number]): void {
  if (notByReading.has(name)) return;
  const side = answerOf(turn.state, 'intent');
  if (ofSale.has(name) && (side === 'buy' || side === 'rent') && turn.state.bot !== 'seller') return;
  if (name === 'preApproval' && side === 'sell') return;
  const start = message.text.indexOf(quote);
  if (op === 'clear') {
    clear(turn, name);
    return;
  }
  const meant = plain.has(name) ? value.slice(0, valueChars) : slotValueOf(name, value, turn.at);
  if (meant === null || meant === '') return;
  if (op === 'set' && !isOpen(turn.state, name) && (turn.filled.includes(name) || once.has(name))) return;
  if (name === 'features') {
    const known = (answerOf(turn.state, name) as string[] | undefined) ?? [];
    if (!known.includes(value)) fillAt([...known, value]);
    return;
  }
  fillAt(meant);

  function fillAt(given: unknown): void {
    const span = start < 0 ? { start: 0, end: message.text.length } : { start, end: start + quote.length };
    fill(turn, name, given, message, span);
  }
}

/** Nothing is known of it any more, and it may be asked again. */
function clear(turn: Turn, name: string): void {
  const { [name]: gone, ...slots } = turn.state.slots;
  if (gone === undefined) return;
  turn.state.slots = { ...slots, [name]: { value: null, state: 'unknown', confidence: null, evidence: [] } };
  turn.filled = turn.filled.filter((slot) => slot !== name);
}
