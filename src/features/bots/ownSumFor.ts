import type { Money, Read } from '../reading/model.ts';
import { correctsSum, isLoneSum, readOwnSum } from '../reading/readOwnSum.ts';
import type { Heard } from './hear.ts';
import { stateOf, type Turn } from './turn.ts';

/** The sum that a message gives for a slot. Three bare digits count where the slot was asked for, nothing else is said, or the sum is put right. */
export function ownSumFor({ state }: Turn, { message, asked }: Heard, slot: 'budget' | 'price'): Read<Money> | null {
  const { text } = message;
  const isKnown = stateOf(state, slot) === 'answered';
  const isLone = isLoneSum(text) && asked !== 'address' && asked !== 'contact';
  const bare = asked === slot || (isKnown ? correctsSum(text) : isLone);
  return readOwnSum(text, { bare, seller: slot === 'price' });
}
