import type { MarketId } from '../../contract/rest/settingsLimits.ts';
import { austin } from './austin.ts';
import type { Pack } from './model.ts';
import { texasLaw } from './texas.ts';

/** The facts of a market for every brokerage. */
export type Market = Omit<Pack, 'brokerage' | 'timeZone' | 'listing'>;

/**
 * The markets that a brokerage may choose. Without a pack for its places, only those of its homes are known; without one for its
 * law, what holds everywhere.
 */
export const marketPacks: Readonly<Record<MarketId, Market>> = {
  austin,
  texas: { version: 'texas-1', marketId: 'texas', law: texasLaw, assistant: 'Jorge', areas: [] },
  us: { version: 'us-1', marketId: 'us', assistant: 'Jorge', areas: [] },
};

/** The publisher of school figures, where the law of the market names nobody. */
const anySchools = { en: 'the state education agency', es: 'la agencia de educación del estado' };
/** The publisher of school figures in the pack's market, in both languages. */
export const schoolsOf = ({ law }: Pick<Pack, 'law'>): Readonly<Record<'en' | 'es', string>> =>
  law?.schools ?? anySchools;
