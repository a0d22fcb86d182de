import { homeLimits } from '../../contract/homeLimits.ts';
import { homeKinds, type ListingFacts, listingStatuses } from '../packs/model.ts';
import { type HomeOfFile, listingLimits } from './model.ts';

/** A parsed cell: a value, or what is wrong with it. */
type Cell<T> = { value: T } | { fault: string };
export interface ListingColumn {
  name: string;
  required?: true;
  /** The content of the column, for the documents. */
  meaning: string;
  /** Puts a cell that is not empty into the facts; gives what is wrong with it, or null. */
  take(cell: string, facts: Partial<HomeOfFile>): string | null;
}

const most = { text: 200, description: 2000, feature: 80, url: 500 } as const;

const column = <T>(
  name: string,
  meaning: string,
  read: (cell: string) => Cell<T>,
  put: (facts: Partial<HomeOfFile>, value: T) => void,
): ListingColumn => ({
  name,
  meaning,
  take(cell, facts) {
    const read1 = read(cell);
    if ('fault' in read1) return read1.fault;
    put(facts, read1.value);
    return null;
  },
});
const required = (made: ListingColumn): ListingColumn => ({ ...made, required: true });

const text =
  (chars: number) =>
  (cell: string): Cell<string> =>
    cell.length <= chars ? { value: cell } : { fault: `is longer than ${chars} characters` };

const number =
  (form: RegExp, from: number, to: number, called: string) =>
  (cell: string): Cell<number> => {
    const value = Number(cell.replaceAll(',', ''));
    if (!form.test(cell) || value < from || value > to)
      return { fault: `must be ${called} from ${from.toLocaleString('en-US')} to ${to.toLocaleString('en-US')}` };
    return { value };
  };
const whole = /^(?:\d{1,3}(?:,\d{3})+|\d+)$/;
const halves = /^\d{1,2}(?:\.(?:0|00|5|50|25|75))?$/;
const dollars = /^\$? ?(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{2})?$/;

const money =
  (from: number, to: number) =>
  (cell: string): Cell<number> => {
    const value = Math.round(Number(cell.replace(/[$,\s]/g, '')) * 100);
    if (!dollars.test(cell) || value < from * 100 || value > to * 100)
      return {
        fault: `must be dollars such as 689000 or $689,000, from ${from.toLocaleString('en-US')} to ${to.toLocaleString('en-US')}`,
      };
    return { value };
  };

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (cell: string): Cell<T> => {
    const value = values.find((one) => one === cell.toLowerCase());
    return value === undefined ? { fault: `must be one of ${values.join(', ')}` } : { value };
  };

const yesNo = (cell: string): Cell<boolean> => {
  const said = cell.toLowerCase();
  if (['yes', 'true', '1'].includes(said)) return { value: true };
  return ['no', 'false', '0'].includes(said) ? { value: false } : { fault: 'must be yes or no' };
};

const date = (cell: string): Cell<string> => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(cell) ? Date.parse(cell) : Number.NaN;
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(cell);
  return isDay ? { value: cell } : { fault: 'must be a date such as 2026-11-16' };
};

const address = (cell: string): Cell<string> => {
  const isPage = /^https?:\/\/[^\s/]+/i.test(cell) && URL.canParse(cell);
  if (!isPage) return { fault: 'must be an address such as https://www.example.com/homes/12' };
  return text(most.url)(cell);
};

const list =
  (called: string, many: number) =>
  (cell: string): Cell<string[]> => {
    const items = cell
      .split('|')
      .map((item) => item.trim())
      .filter((item) => item !== '');
    if (items.length > many) return { fault: `has more than ${many} ${called}s` };
    const long = items.some((item) => item.length > most.feature);
    return long ? { fault: `has an entry longer than ${most.feature} characters` } : { value: items };
  };

const photos = (cell: string): Cell<string[]> => {
  const items = [...new Set(cell.split('|').map((item) => item.trim()))].filter((item) => item !== '');
  if (items.length > homeLimits.photos) return { fault: `has more than ${homeLimits.photos} addresses` };
  const isBad = items.some((item) => item.length > most.url || !/^https:\/\/\S+$/.test(item) || !URL.canParse(item));
  return isBad ? { fault: 'must be addresses that start with https://' } : { value: items };
};

const degrees =
  (from: number, to: number) =>
  (cell: string): Cell<number> => {
    const value = Number(cell);
    if (!/^-?\d{1,3}(?:\.\d{1,10})?$/.test(cell) || value < from || value > to)
      return { fault: `must be degrees such as 30.2672, from ${from} to ${to}` };
    return { value };
  };

const listingId = (cell: string): Cell<string> =>
  /^[\w.-]{1,64}$/.test(cell)
    ? { value: cell }
    : { fault: 'must be 1 to 64 letters, digits, dots, hyphens, or underscores' };

const amenity = (name: keyof NonNullable<ListingFacts['amenities']>, called: string): ListingColumn =>
  column(name, `yes or no: ${called} (empty: unknown)`, yesNo, (facts, value) => {
    facts.amenities = { ...facts.amenities, [name]: value };
  });

/** The columns of a file of listings, in the order in which they are documented. A file may have them in any order. */
export const listingColumns: readonly ListingColumn[] = [
  required(
    column(
      'listing_id',
      'your own ID for the home; importing the same ID again updates it',
      listingId,
      (f, v) => (f.listingId = v),
    ),
  ),
  required(column('address', 'street, city, state, ZIP', text(most.text), (f, v) => (f.address = v))),
  column('title', 'the name of the home (default: its street address)', text(120), (f, v) => (f.title = v)),
  required(column('area', 'the part of town, as locals call it', text(60), (f, v) => (f.area = v))),
  required(column('status', listingStatuses.join(', '), oneOf(listingStatuses), (f, v) => (f.status = v))),
  required(column('price', 'asking price in dollars', money(1000, 500_000_000), (f, v) => (f.priceCents = v))),
  required(column('beds', 'bedrooms', number(whole, 0, 20, 'a whole number'), (f, v) => (f.beds = v))),
  required(
    column(
      'baths',
      'bathrooms, such as 2.5',
      number(halves, 0, 20, 'a number such as 2 or 2.5'),
      (f, v) => (f.baths = v),
    ),
  ),
  required(
    column(
      'sqft',
      'living area in square feet',
      number(whole, 100, 100_000, 'a whole number'),
      (f, v) => (f.areaSqft = v),
    ),
  ),
  column('property_type', homeKinds.join(', '), oneOf(homeKinds), (f, v) => (f.propertyType = v)),
  column('year_built', 'year', number(/^\d{4}$/, 1700, 2100, 'a year'), (f, v) => (f.yearBuilt = v)),
  column(
    'lot_sqft',
    'lot size in square feet',
    number(whole, 100, 100_000_000, 'a whole number'),
    (f, v) => (f.lotSqft = v),
  ),
  column(
    'hoa_monthly',
    'HOA fee per month in dollars (0: none; empty: unknown)',
    money(0, 100_000),
    (f, v) => (f.hoaCentsPerMonth = v),
  ),
  column(
    'taxes_yearly',
    'property taxes per year in dollars (empty: unknown)',
    money(0, 10_000_000),
    (f, v) => (f.taxCentsPerYear = v),
  ),
  column('parking', 'parking, in words', text(most.text), (f, v) => (f.parking = v)),
  column('heating', 'heating and cooling, in words', text(most.text), (f, v) => (f.heating = v)),
  column('description', 'a description, in words', text(most.description), (f, v) => (f.description = v)),
  column(
    'features',
    `up to ${listingLimits.features}, separated by |`,
    list('feature', listingLimits.features),
    (f, v) => (f.features = v),
  ),
  column(
    'open_houses',
    `up to ${listingLimits.openHouses}, in words such as Saturday, 11 AM to 1 PM, separated by |`,
    list('open house', listingLimits.openHouses),
    (f, v) => (f.openHouses = v),
  ),
  column('listing_agent', 'the listing agent', text(120), (f, v) => (f.listingAgent = v)),
  column('listed_on', 'the day it came on the market, such as 2026-11-06', date, (f, v) => (f.listedOn = v)),
  column('lat', 'latitude in degrees, such as 30.2672', degrees(-90, 90), (f, v) => (f.lat = v)),
  column('lng', 'longitude in degrees, such as -97.7431', degrees(-180, 180), (f, v) => (f.lng = v)),
  column('steps', 'steps and stairs, in words', text(most.text), (f, v) => (f.steps = v)),
  column(
    'rental_rules',
    'whether and how the home may be rented out, in words',
    text(most.text),
    (f, v) => (f.rentalRules = v),
  ),
  column('hoa_rules', 'HOA rules, in words', text(most.text), (f, v) => (f.hoaRules = v)),
  amenity('garage', 'has a garage'),
  amenity('laundry', 'has laundry in the home'),
  amenity('pets', 'pets are allowed'),
  amenity('furnished', 'is sold furnished'),
  amenity('pool', 'has a pool'),
  column('url', 'the address of its page', address, (f, v) => (f.url = v)),
  column(
    'photos',
    `up to ${homeLimits.photos} photo addresses that start with https://, separated by |; photos are fetched within minutes`,
    photos,
    (f, v) => (f.photoAddresses = v),
  ),
  column('source', 'where the facts come from (default: the brokerage)', text(120), (f, v) => (f.source = v)),
  column('as_of', 'the date of the facts, such as 2026-11-16 (default: today)', date, (f, v) => (f.asOf = v)),
];
