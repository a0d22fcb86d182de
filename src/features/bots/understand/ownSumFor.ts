import type { Money, Read } from '../../reading/model.ts';
import { readMoney } from '../../reading/numbers/readMoney.ts';
import { correctsSum, isLoneSum, readOwnSum } from '../../reading/numbers/readOwnSum.ts';
import { sumOwners, withOwnSums } from '../../reading/numbers/sumOwners.ts';
import { afterPuttingRight } from '../../reading/text/afterPuttingRight.ts';
import { noThatPutsRight, withSumNamed } from '../../reading/text/noThatPutsRight.ts';
import { remarkTexts } from '../say/remarkTexts.ts';
import { answerOf, clear, type StepContext, say, stateOf } from '../state/stepContext.ts';
import type { MessageReading } from './readMessage.ts';

/**
 * The sum that a message gives for a slot: no debt, tax, rent or repair, and nothing that others said. Three bare digits count where the
 * slot was asked for, nothing else is said, or the sum is put right.
 */
export function ownSumFor(
  { state }: StepContext,
  { message, asked }: MessageReading,
  slot: 'budget' | 'price',
): Read<Money> | null {
  const owned = withOwnSums(message.text).replace(ruledOut, (words) => ' '.repeat(words.length));
  const late = afterPuttingRight(owned);
  const text = late !== null && readOwnSum(late, { bare: true, seller: slot === 'price' }) ? late : owned;
  const known = stateOf(state, slot) === 'answered' ? (answerOf(state, slot) as Money) : null;
  const isLone = isLoneSum(text) && asked !== 'address' && asked !== 'contact';
  const bare = asked === slot || text === late || (known === null ? isLone : correctsSum(text) || isLone);
  const found = readOwnSum(text, { bare, seller: slot === 'price' });
  const takesPlace = known === null || asked === slot || !isLone || found === null || isNear(found.value, known);
  return takesPlace ? found : null;
}

/** "Not 540", "instead of 540": a sum that they do not mean. */
const ruledOut = /\b(?:not|instead of|rather than|en vez de) \$?\d[\d.,]*\s?k?(?![\w%])/gi;

/** "Ok 350" after "under 300k": a lone sum of that size takes the place of the one that is known. */
function isNear(one: Money, other: Money): boolean {
  const [a, b] = [one.maxCents ?? one.minCents ?? 0, other.maxCents ?? other.minCents ?? 0];
  return a <= 2 * b && b <= 2 * a;
}

/**
 * "No 12k is the tax": the sum that was kept for a slot is said to be of something else. The slot is open again, and the turn's `takenBack`
 * says so. True where it was.
 */
export function takeBackSum(turn: StepContext, { message }: MessageReading, slot: 'budget' | 'price'): boolean {
  const known = answerOf(turn.state, slot) as Money | undefined;
  if (known === undefined || typeof known !== 'object') return false;
  const putsRight = noThatPutsRight(message.text);
  const named = sumsOf(known).find((sum) => turn.state.lastText.includes(sum));
  const text = putsRight && named !== undefined ? withSumNamed(message.text, named) : message.text;
  const isOfOther = sumOwners(text).some(({ owner, text: words, end }) => {
    if (owner === 'own' || owner === 'loan') return false;
    if (!putsRight && !correctsSum(text) && !saysWhatItIs.test(text.slice(end))) return false;
    const cents = readMoney(words, { bare: true })?.value.maxCents;
    return cents !== undefined && cents !== null && (cents === known.minCents || cents === known.maxCents);
  });
  if (!isOfOther) return false;
  turn.takenBack = say(turn, 'sumTakenBack', remarkTexts.sumTakenBack);
  clear(turn, slot);
  // A reader of the same words does not bring it back.
  turn.ruledOut = new Set([...turn.ruledOut, slot]);
  return true;
}

const saysWhatItIs = /^\s*(?:is|was|es|era|son)\b/i;
const sumsOf = ({ minCents, maxCents }: Money): string[] =>
  [minCents, maxCents].filter((cents) => cents !== null).map((cents) => `$${(cents / 100).toLocaleString('en-US')}`);
