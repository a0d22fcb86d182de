import type { Reading } from '../../../contract/readings.ts';
import { wallTimeAt } from '../../../kernel/zonedTime.ts';
import { toldIn } from '../../reading/dialogue/toldIn.ts';
import { joinLimits, limitsIn } from '../../reading/optOut/contactLimits.ts';
import { isSameTime } from '../../reading/time/timeWish.ts';
import { answerOf, clear, fill, isOpen, type StepContext } from '../state/stepContext.ts';
import type { MessageReading } from '../understand/readMessage.ts';
import { slotValueOf } from '../understand/slotForms.ts';
import { closeWays } from './contact.ts';

/** Slots that only a button, or words that the rules read too, may fill: a legal choice, a consent or a booking depends on them. */
const notByReading: ReadonlySet<string> = new Set([
  'showing',
  'represented',
  'agreement',
  'mayCall',
  'visit',
  'phone',
  'email',
]);
const keptInWords: ReadonlySet<string> = new Set([
  ...['repairs', 'features', 'name'],
  // Only a model can tell these from other sums and days.
  ...['funds', 'leaseEnd', 'offer', 'documents', 'agencyEnd'],
]);
/** Slots of a home for sale; not kept for a buyer. */
const ofSale: ReadonlySet<string> = new Set([
  'authority',
  'repairs',
  'mortgageBalance',
  'homeBeds',
  'homeBaths',
  'address',
  'condition',
]);
/** A remark in passing does not replace an answer to one of these. */
const keptOnceGiven: ReadonlySet<string> = new Set(['motivation', 'authority', 'condition']);
const valueChars = 200;
const mostFeatures = 12;

/** Filled only by words that name a time: nothing follows from a reader taking "soon" for Saturday. */
const times: ReadonlySet<string> = new Set(['day', 'timeOfDay']);

/**
 * Fills and corrects slots by what a reader quoted: a value that the rules missed is taken, a correction beats the old value, and
 * what was taken back is open again. Where the rules read another value in the same message, a quoted correction wins over their
 * guess, and so does what a model quotes; the reply repeats what was taken. Never a legal choice, a consent, a booking, a phone
 * number or an email address.
 */
export function trackSlots(turn: StepContext, reading: MessageReading): void {
  for (const slot of reading.understood?.slots ?? []) trackSlot(turn, reading, slot);
}

function trackSlot(
  turn: StepContext,
  reading: MessageReading,
  { name, op, value, quote }: Reading['slots'][number],
): void {
  const { message, isReadByModel } = reading;
  if (notByReading.has(name)) return;
  const side = answerOf(turn.state, 'intent');
  if (ofSale.has(name) && (side === 'buy' || side === 'rent') && turn.state.bot !== 'seller') return;
  if (name === 'preApproval' && side === 'sell') return;
  const start = message.text.indexOf(quote);
  if (op === 'clear') {
    clear(turn, name);
    // Which comes first goes with what they want.
    if (name === 'intent') clear(turn, 'first');
    return;
  }
  const meant = keptInWords.has(name) ? value.slice(0, valueChars) : slotValueOf(name, value, turn.at);
  if (meant === null || meant === '') return;
  const isOnlyAsked = ofSale.has(name) && reading.asked !== name && start >= 0 && !toldIn(message.text).includes(quote);
  if (isOnlyAsked && op === 'set') return;
  const isNamed = reading.asked === name || (isReadByModel && turn.state.slots.visit?.state === 'answered');
  if (times.has(name) && !isNamed && slotValueOf(name, quote, turn.at) === null) return;
  const isKept = !isOpen(turn.state, name);
  // "Wednesday, the same time": the hour is the one that stood, and is no new one.
  const today = wallTimeAt(Date.parse(turn.at), turn.pack.timeZone);
  const isSame = name === 'timeOfDay' && isKept && isSameTime(answerOf(turn.state, name), meant, today);
  if (isSame && !/\d/.test(quote)) return;
  if (op === 'set' && isKept && keptOnceGiven.has(name)) return;
  const isByRules = isKept && turn.filled.includes(name);
  if (op === 'set' && isByRules && (!isReadByModel || saysTheSame(answerOf(turn.state, name), meant))) return;
  if (name === 'features') {
    const known = (answerOf(turn.state, name) as string[] | undefined) ?? [];
    if (!known.includes(String(meant))) fillAt([...known, String(meant)].slice(-mostFeatures));
    return;
  }
  if (name === 'limits') {
    const known = op === 'set' ? answerOf(turn.state, name) : undefined;
    const limits = joinLimits(String(meant), typeof known === 'string' ? known : '') ?? String(meant);
    fillAt(limits);
    closeWays(turn, message, limitsIn(limits).not, {
      start: Math.max(start, 0),
      end: Math.max(start, 0) + quote.length,
    });
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
