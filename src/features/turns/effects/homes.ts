import type { Effect } from '../../bots/state/protocol.ts';
import { languageOf } from '../../bots/state/stepContext.ts';
import { botActor } from '../../conversations/actors.ts';
import type { Appender } from '../../conversations/log/appendEntry.ts';
import { homeLine } from '../../listings/homeLine.ts';
import { matchListings } from '../../listings/matchListings.ts';
import type { ListingStore } from '../../listings/ports.ts';
import { cardOf, presentHomes } from '../../listings/presentHomes.ts';
import { type FoundHomes, searchHomes } from '../../listings/searchHomes.ts';
import type { HomeSearch } from '../../reading/home/homeWish.ts';
import { appendWithLines } from './appendWithLines.ts';
import { onceKeyOf, type Running } from './running.ts';

export interface HomesDeps {
  listings: Pick<ListingStore, 'search'>;
}

/** Whether the home of the page, which no search shows, is what was asked for itself. */
const pageFits = ({ pack: { listing } }: Running, { why, wish, without }: HomeSearch): boolean =>
  listing !== undefined &&
  why === 'wish' &&
  without.includes(listing.listingId) &&
  matchListings([listing], wish).length > 0;

async function find(deps: HomesDeps, { place, pack }: Running, search: HomeSearch): Promise<FoundHomes> {
  return searchHomes(deps.listings, place.tenantId, search, pack);
}

/** The result of a look through the tenant's homes, in the visitor's language. */
export async function tellHomes(deps: HomesDeps, running: Running, search: HomeSearch): Promise<string> {
  const found = await find(deps, running, search);
  return presentHomes(search, found, languageOf(running.turn.stateAfter), pageFits(running, search));
}

/** The same for Claude, with the homes whose cards will stand on the screen. */
export async function homesFound(deps: HomesDeps, running: Running, search: HomeSearch): Promise<string[]> {
  const found = await find(deps, running, search);
  const language = languageOf(running.turn.stateAfter);
  const cards = found.homes.map((home) => homeLine(home, language)).join(' ');
  const shown = language === 'es' ? `En pantalla: ${cards}` : `On the screen: ${cards}`;
  const fits = pageFits(running, search);
  const page =
    language === 'es' ? 'La casa de esta página cumple con todo.' : 'The home of this page meets all of that.';
  return [...(fits ? [page] : []), presentHomes(search, found, language, fits), ...(cards === '' ? [] : [shown])];
}

/** The cards of the homes that the reply spoke of, with the lines before them. None where there are no homes, or where a person speaks by now. */
export async function showCards(
  deps: HomesDeps & { appender: Pick<Appender, 'appendUnder'> },
  running: Running,
  effect: Effect & { kind: 'listing-cards' },
  index: number,
): Promise<void> {
  const { homes } = await find(deps, running, effect.search);
  if (homes.length === 0) return;
  const language = languageOf(running.turn.stateAfter);
  const at = Date.parse(running.turn.event.at);
  await appendWithLines(deps, running, {
    type: 'listing-cards',
    data: { items: homes.map((home) => cardOf(home, language, at)) },
    actor: botActor,
    onceKey: onceKeyOf(running.turn, index),
  });
}
