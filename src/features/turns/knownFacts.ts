import { sha256 } from '../../kernel/ids.ts';
import { austin } from '../packs/austin.ts';
import { type Market, marketPacks } from '../packs/markets.ts';
import type { Pack } from '../packs/model.ts';

/**
 * The part of a bot's knowledge that a turn keeps: the data of the pack (the brokerage, its settings, the home of the page) by
 * its hash, compared with Austin's, and the facts themselves where they are not those of the turn before. Some kilobytes, once in most
 * conversations.
 */
export interface Known {
  hash: string;
  facts?: Partial<Pack>;
}

/** The part of a pack to keep, given what the turn before kept. */
export function knownFrom(pack: Pack, before: Known | undefined): Known {
  const market: Partial<Pack> = austin;
  const facts = Object.fromEntries(
    Object.entries(pack).filter(([name, value]) => market[name as keyof Pack] !== value),
  ) as Partial<Pack>;
  const hash = sha256(JSON.stringify(facts));
  return before?.hash === hash ? { hash } : { hash, facts };
}

/** The pack of each turn again, in order, with Austin as the given version has it, and the other markets as this one has them. A turn that kept nothing knew what the one before it did. */
export function packsOf(turns: readonly { knew?: Known }[], ofAustin: Market): Pack[] {
  let facts: Partial<Pack> = {};
  return turns.map(({ knew }) => {
    facts = knew?.facts ?? facts;
    const { marketId = 'austin' } = facts;
    const market = marketId === 'austin' ? ofAustin : marketPacks[marketId];
    return { brokerage: '', timeZone: 'America/Chicago', ...market, ...facts };
  });
}
