import { sha256 } from '../../kernel/ids.ts';
import { austin } from '../packs/austin.ts';
import type { Pack } from '../packs/model.ts';

/** The part of a pack that is code, and so belongs to a version of the bots. */
export type Market = Omit<Pack, 'brokerage' | 'timeZone' | 'listing'>;

/**
 * What a turn keeps of what its bot knew: the part of the pack that is not code (the brokerage, its settings, the home of the page) by
 * its hash, and the facts themselves where they are not those of the turn before. Some kilobytes, once in most conversations.
 */
export interface Known {
  hash: string;
  facts?: Partial<Pack>;
}

/** What to keep of a pack, given what the turn before kept. */
export function knownFrom(pack: Pack, before: Known | undefined): Known {
  const market: Partial<Pack> = austin;
  const facts = Object.fromEntries(
    Object.entries(pack).filter(([name, value]) => market[name as keyof Pack] !== value),
  ) as Partial<Pack>;
  const hash = sha256(JSON.stringify(facts));
  return before?.hash === hash ? { hash } : { hash, facts };
}

/** The pack of each turn again, in order, with the market as the given version has it. A turn that kept nothing knew what the one before it did. */
export function packsOf(turns: readonly { knew?: Known }[], market: Market): Pack[] {
  let facts: Partial<Pack> = {};
  return turns.map(({ knew }) => {
    facts = knew?.facts ?? facts;
    return { brokerage: '', timeZone: 'America/Chicago', ...market, ...facts };
  });
}
