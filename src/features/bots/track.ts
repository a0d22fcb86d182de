import type { Reading } from '../../contract/readings.ts';
import { toldIn } from '../reading/toldIn.ts';
import type { Heard } from './hear.ts';
import { slotValueOf } from './slotForms.ts';
import { answerOf, clear, fill, isOpen, type Turn } from './turn.ts';

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
const keptInWords: ReadonlySet<string> = new Set(['repairs', 'features', 'name']);
/** What only a home of theirs has: of a buyer it is not kept. */
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
const keptOnceGiven: ReadonlySet<string> = new Set(['motivation', 'authority', 'condition']);
const valueChars = 200;
const mostFeatures = 12;

/** Named as a time, or not at all: nothing follows from "soon" being somebody's Saturday. */
const times: ReadonlySet<string> = new Set(['day', 'timeOfDay']);

/**
 * Brings the slots forward by what a reader quoted: a value that the rules missed is taken, a correction beats what stood, and what was
 * taken back is open again. Where the rules read another value in the same message, a quoted correction wins over their guess, and so
 * does what a model quotes; the reply says after them what was taken. Never a legal choice, a consent, a booking, a phone number or an
 * e-mail.
 */
export function track(turn: Turn, heard: Heard): void {
  for (const slot of heard.reading?.slots ?? []) trackSlot(turn, heard, slot);
}

function trackSlot(turn: Turn, heard: Heard, { name, op, value, quote }: Reading['slots'][number]): void {
  const { message, isReadByModel } = heard;
  if (notByReading.has(name)) return;
  const side = answerOf(turn.state, 'intent');
  if (ofSale.has(name) && (side === 'buy' || side === 'rent') && turn.state.bot !== 'seller') return;
  if (name === 'preApproval' && side === 'sell') return;
  const start = message.text.indexOf(quote);
  if (op === 'clear') {
    clear(turn, name);
    return;
  }
  const meant = keptInWords.has(name) ? value.slice(0, valueChars) : slotValueOf(name, value, turn.at);
  if (meant === null || meant === '') return;
  const isOnlyAsked = ofSale.has(name) && heard.asked !== name && start >= 0 && !toldIn(message.text).includes(quote);
  if (isOnlyAsked && op === 'set') return;
  const isNamed = heard.asked === name || (isReadByModel && turn.state.slots.visit?.state === 'answered');
  if (times.has(name) && !isNamed && slotValueOf(name, quote, turn.at) === null) return;
  const isKept = !isOpen(turn.state, name);
  if (op === 'set' && isKept && keptOnceGiven.has(name)) return;
  const isByRules = isKept && turn.filled.includes(name);
  if (op === 'set' && isByRules && (!isReadByModel || saysTheSame(answerOf(turn.state, name), meant))) return;
  if (name === 'features') {
    const known = (answerOf(turn.state, name) as string[] | undefined) ?? [];
    if (!known.includes(String(meant))) fillAt([...known, String(meant)].slice(-mostFeatures));
    return;
  }
  fillAt(meant);

  function fillAt(given: unknown): void {
    const span = start < 0 ? { start: 0, end: message.text.length } : { start, end: start + quote.length };
    fill(turn, name, given, message, span);
  }
}

/** "Mueller" and "near Mueller, Austin" are one place. */
function saysTheSame(known: unknown, meant: unknown): boolean {
  if (typeof known !== 'string' || typeof meant !== 'string') return JSON.stringify(known) === JSON.stringify(meant);
  const [one, other] = [known.toLowerCase(), meant.toLowerCase()];
  return one.includes(other) || other.includes(one);
}
