import type { Fact } from '../../contract/readings.ts';
import { dataBlock } from './dataBlock.ts';

const written = new WeakMap<readonly Fact[], Map<string, string>>();

/** The words of facts by their ids. */
export const wordsOf = (facts: readonly Fact[]): Record<string, string> =>
  Object.fromEntries(facts.map(({ id, words }) => [id, words]));

/**
 * Facts as material for a prompt. Of a list that is held, such as a brokerage's cards, it is the same text in each request: writing 30 KB anew took
 * a third of what a short card costs.
 */
export function factsBlock(name: string, facts: readonly Fact[]): string {
  const known = written.get(facts);
  const block = known?.get(name) ?? dataBlock(name, wordsOf(facts));
  written.set(facts, (known ?? new Map<string, string>()).set(name, block));
  return block;
}
