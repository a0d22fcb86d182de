import { afterPuttingRight } from '../reading/afterPuttingRight.ts';
import type { Money, Read } from '../reading/model.ts';
import { correctsSum, isLoneSum, readOwnSum } from '../reading/readOwnSum.ts';
import { withOwnSums } from '../reading/sumOwners.ts';
import type { Heard } from './hear.ts';
import { stateOf, type Turn } from './turn.ts';

/**
 * The sum that a message gives for a slot: no debt, tax, rent or repair, and nothing that others said. Three bare digits count where the
 * slot was asked for, nothing else is said, or the sum is put right.
 */
export function ownSumFor({ state }: Turn, { message, asked }: Heard, slot: 'budget' | 'price'): Read<Money> | null {
  const owned = withOwnSums(message.text);
  const late = afterPuttingRight(owned);
  const text = late !== null && readOwnSum(late, { bare: true, seller: slot === 'price' }) ? late : owned;
  const isKnown = stateOf(state, slot) === 'answered';
  const isLone = isLoneSum(text) && asked !== 'address' && asked !== 'contact';
  const bare = asked === slot || text === late || (isKnown ? correctsSum(text) : isLone);
  return readOwnSum(text, { bare, seller: slot === 'price' });
}
