import type { Fact } from '../../../contract/readings.ts';
import type { OpeningWeek } from '../../../kernel/openingTimes.ts';
import { timeLabel } from '../../../kernel/timeLabel.ts';
import type { SpeakBrief } from '../../bots/state/brief.ts';
import type { Effect } from '../../bots/state/protocol.ts';
import { languageOf } from '../../bots/state/stepContext.ts';
import { homeFacts, otherHomeFacts } from '../../composing/homeFacts.ts';
import { bookingFact, houseFacts } from '../../composing/houseFacts.ts';
import type { SpeakFacts } from '../../composing/speakOrder.ts';
import type { ShelfFacts } from '../../knowledge/findCards.ts';
import { findHome } from '../../listings/findHome.ts';
import { homeLine } from '../../listings/homeLine.ts';
import { leaveOut } from '../../listings/leaveOut.ts';
import { factsOf } from '../../listings/model.ts';
import type { ListingStore } from '../../listings/ports.ts';
import { saleId } from '../../listings/saleId.ts';
import { schoolsOf } from '../../packs/markets.ts';
import type { ListingFacts } from '../../packs/model.ts';
import type { Language } from '../../reading/model.ts';
import { type HomesDeps, homesFound } from './homes.ts';
import type { Running } from './running.ts';
import { standingWords } from './standing.ts';
import { stopped, todayWords } from './todayWords.ts';

export interface TalkFactsDeps extends HomesDeps {
  listings: Pick<ListingStore, 'search' | 'named'>;
  homeOf(tenantId: string, listingId: string): Promise<ListingFacts | null>;
  settingsOf(tenantId: string): Promise<{ settings: OpeningWeek }>;
  shelfFacts(tenantId: string, language: Language): Promise<ShelfFacts>;
}

/** Homes told whole beside the page's, and in a line each. */
const homesWhole = 3;
const homesInLines = 20;
/** So many are told to everybody who talks, with all that people ask of them. */
const fewHomes = 60;

/** All that a reply may stand on. `said`: the visitor's messages that are being answered. */
export async function talkFacts(
  deps: TalkFactsDeps,
  running: Running,
  effect: Effect & { kind: 'reply' },
  brief: SpeakBrief,
  said: string,
): Promise<SpeakFacts> {
  const { pack, place, turn } = running;
  const language = languageOf(turn.stateAfter);
  const [{ cards, own }, others, forSale, found, { settings }] = await Promise.all([
    deps.shelfFacts(place.tenantId, language),
    homesMeant(deps, running, said),
    forSaleOf(deps, running),
    foundBy(deps, running, effect),
    deps.settingsOf(place.tenantId),
  ]);
  const fact = (id: string, words: string): Fact => ({ id, words, source: pack.brokerage, audience: 'visitor' });
  const page = pack.listing ?? null;
  const { isFew } = forSale;
  return {
    cards,
    own: [...own, ...houseFacts(language, schoolsOf(pack)), ...(pack.books === true ? [bookingFact(language)] : [])],
    homes: isFew
      ? forSale.homes
          .toSorted((a, b) => (a.listingId < b.listingId ? -1 : 1))
          .filter(({ listingId }) => listingId !== page?.listingId)
          .map((home) => ofHome(home, saleId(home.listingId), homeLine(leaveOut(home, pack.leaves), language, true)))
      : [],
    home: page === null ? [] : homeFacts(page, language),
    talk: [
      ...todayWords(turn.at, pack.timeZone, language, settings).map((words, at) =>
        fact(at === 0 ? 'today' : `today.${at + 1}`, words),
      ),
      ...others.flatMap((home, at) => otherHomeFacts(home, at, language)),
      ...(isFew ? [] : forSale.homes.slice(0, homesInLines)).map((home) =>
        ofHome(home, saleId(home.listingId), homeLine(home, language)),
      ),
      // New cards take the place of those that stand on the screen.
      ...Object.entries(standingWords(turn.stateAfter, pack.timeZone)).flatMap(([id, words]) =>
        id === 'screen' && found.length > 0 ? [] : [fact(id, words)],
      ),
      ...offered(running, language).map((words, at) => fact(`time.${at + 1}`, words)),
      ...[...found, ...brief.done].map((words, at) => fact(`done.${at + 1}`, words)),
      ...brief.offers.map((words, at) => fact(`offer.${at + 1}`, words)),
    ],
  };
}

/** All of a small catalog; of a large one those nearest to what was searched for. */
async function forSaleOf(
  deps: TalkFactsDeps,
  { place, turn }: Running,
): Promise<{ isFew: boolean; homes: readonly ListingFacts[] }> {
  const all = await deps.listings.search(place.tenantId, [{}], { without: [], limit: fewHomes });
  const { searched } = turn.stateAfter.homes;
  if (all.total < fewHomes || searched === null) return { isFew: all.total < fewHomes, homes: all.homes };
  const near = await deps.listings.search(place.tenantId, [searched, {}], { without: [], limit: homesInLines });
  return { isFew: false, homes: near.homes };
}

/** The homes beside the page's that the message names or that are spoken of. */
async function homesMeant(deps: TalkFactsDeps, { place, pack, turn }: Running, said: string): Promise<ListingFacts[]> {
  const { about, picked, shown } = turn.stateAfter.homes;
  const named = findHome(said, await deps.listings.named(place.tenantId, said));
  const ids = [named?.listingId, about?.listingId, picked?.listingId, ...shown.map(({ listingId }) => listingId)];
  const wanted = [...new Set(ids.filter((id) => id !== undefined && id !== pack.listing?.listingId))];
  const found = await Promise.all(wanted.slice(0, homesWhole).map((id) => deps.homeOf(place.tenantId, id as string)));
  const whole =
    named === null ? found : [factsOf(named), ...found.filter((home) => home?.listingId !== named.listingId)];
  return whole.flatMap((home) =>
    home === null || home.listingId === pack.listing?.listingId ? [] : [leaveOut(home, pack.leaves)],
  );
}

async function foundBy(deps: TalkFactsDeps, running: Running, effect: Effect & { kind: 'reply' }): Promise<string[]> {
  const search = effect.parts.find((part) => part.kind === 'homes');
  return search === undefined ? [] : homesFound(deps, running, search.search);
}

function ofHome({ source, asOf }: ListingFacts, id: string, words: string): Fact {
  return { id, words, source, asOf, audience: 'visitor' };
}

/** The times on offer, which stand on the screen as buttons. */
function offered({ turn, pack }: Running, language: Language): string[] {
  const { offer } = turn.stateAfter.booking;
  const home =
    offer?.home === undefined ? '' : language === 'es' ? ` para ${offer.home.title}` : ` for ${offer.home.title}`;
  return (offer?.slots ?? []).map(({ startsAt }) => {
    const when = timeLabel(Date.parse(startsAt), pack.timeZone, language);
    return stopped(language === 'es' ? `Hora libre${home}: ${when}` : `Open time${home}: ${when}`);
  });
}
