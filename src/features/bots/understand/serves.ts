import type { Pack } from '../../packs/model.ts';
import { placeOf, type UsPlace } from '../../reading/place/usPlaces.ts';

type Market = NonNullable<Pack['market']>;
const noMarket: Market = { state: '', cities: [], zipsBegin: [] };
const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * Whether the brokerage serves a place. `unknown` wherever the list and the market do not say for certain: a ZIP code of the market
 * against a list of its cities, or a city that is on the list only in part. Without a list, the market is served.
 */
export function serviceAreaOf(place: UsPlace, { serves, market = noMarket }: Pack): 'inside' | 'outside' | 'unknown' {
  const areas = serves?.areas ?? [];
  const own = settled(place, market);
  if (areas.length === 0) return ofMarket(own, market);
  const standings = areas.map((area) => against(own, settled(placeOf(area), market), market));
  if (standings.includes('inside')) return 'inside';
  return standings.includes('unknown') ? 'unknown' : 'outside';
}

/** Without a list the market is served: other states, other large cities and ZIP codes that begin otherwise are not. */
function ofMarket(place: UsPlace, market: Market): 'inside' | 'outside' | 'unknown' {
  if (market.state === '') return 'inside';
  if (place.kind === 'state') return place.state === market.state ? 'unknown' : 'outside';
  if (place.state !== market.state) return 'outside';
  return isOfMarket(market, place) ? 'inside' : 'outside';
}

/** A place that is named without a state is taken to be in the market's state. */
const settled = (place: UsPlace, market: Market): UsPlace =>
  place.kind === 'city' && (place.state === null || market.cities.some((city) => isSame(city, place.name)))
    ? { ...place, state: place.state ?? market.state }
    : place;

function against(place: UsPlace, served: UsPlace, market: Market): 'inside' | 'outside' | 'unknown' {
  const sameState = place.state === served.state;
  if (served.kind === 'state') return sameState ? 'inside' : 'outside';
  // A whole state says nothing of where in it.
  if (place.kind === 'state') return sameState ? 'unknown' : 'outside';
  if (!sameState) return 'outside';
  if (place.kind === served.kind && isSame(place.name, served.name)) return 'inside';
  const isPartOfTown = !isCityOf(market, served) && served.kind === 'city' && isOfMarket(market, served);
  if (place.kind === 'city' && served.kind === 'city')
    return isPartOfTown && isCityOf(market, place) ? 'unknown' : 'outside';
  if (place.kind === 'zip' && served.kind === 'zip') return 'outside';
  return isOfMarket(market, place) === isOfMarket(market, served) ? 'unknown' : 'outside';
}

const isCityOf = ({ cities }: Market, { name }: UsPlace): boolean => cities.some((city) => isSame(city, name));

/** Outside the market are the ZIP codes that begin otherwise, and the large cities that are none of its own. */
const isOfMarket = (market: Market, place: UsPlace): boolean =>
  place.kind === 'zip'
    ? market.zipsBegin.some((begin) => place.name.startsWith(begin))
    : isCityOf(market, place) || placeOf(place.name).state === null;
