import type { Money, Read } from '../../reading/model.ts';
import { correctsSum, isLoneSum, readOwnSum } from '../../reading/numbers/readOwnSum.ts';
import { withOwnSums } from '../../reading/numbers/sumOwners.ts';
import { afterPuttingRight } from '../../reading/text/afterPuttingRight.ts';
import { answerOf, type StepContext, stateOf } from '../state/stepContext.ts';
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
