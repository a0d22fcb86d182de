import type { HomeWords, ListingAnswer } from '../../../src/contract/rest/listings.ts';
import { homeStatusLabels } from '../../shared/labels/homes.ts';
import { spelledOut } from '../../shared/labels/spelledOut.ts';
import { kindLabels } from './kindLabels.ts';

/** How a field of a home is written: in words, as dollars, as a number, a line each, one of some, or yes, no and not known. */
interface HomeField {
  /** As the hub names it. */
  name: string;
  label: string;
  as: 'words' | 'money' | 'number' | 'lines' | 'choice' | 'known' | 'day';
  group: 'First' | 'Rooms and size' | 'Costs' | 'Description and features' | 'Listing' | 'More';
  required?: true;
  hint?: string;
  choices?: readonly { value: string; label: string }[];
}

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Every field of a home that a person writes, in the order of the form. */
export const homeFields: readonly HomeField[] = [
  { name: 'address', label: 'Address', as: 'words', group: 'First', required: true, hint: 'Street, city, state, ZIP' },
  { name: 'title', label: 'Name', as: 'words', group: 'First', hint: 'Leave blank to use the street address' },
  {
    name: 'area',
    label: 'Area',
    as: 'words',
    group: 'First',
    required: true,
    hint: 'The name people use for that part of town',
  },
  { name: 'status', label: 'Status', as: 'choice', group: 'First', choices: choicesOf(homeStatusLabels) },
  { name: 'priceCents', label: 'Price', as: 'money', group: 'First', required: true },
  { name: 'url', label: 'Web page', as: 'words', group: 'First' },
  { name: 'beds', label: 'Bedrooms', as: 'number', group: 'Rooms and size', required: true },
  { name: 'baths', label: 'Bathrooms', as: 'number', group: 'Rooms and size', required: true },
  { name: 'areaSqft', label: 'Square feet', as: 'number', group: 'Rooms and size', required: true },
  { name: 'lotSqft', label: 'Lot size, square feet', as: 'number', group: 'Rooms and size' },
  { name: 'yearBuilt', label: 'Year built', as: 'number', group: 'Rooms and size' },
  {
    name: 'propertyType',
    label: 'Property type',
    as: 'choice',
    group: 'Rooms and size',
    choices: [{ value: '', label: 'Unknown' }, ...choicesOf(kindLabels)],
  },
  {
    name: 'openHouses',
    label: 'Open houses',
    as: 'lines',
    group: 'Listing',
    hint: 'One per line: Saturday, 11 AM to 1 PM',
  },
  { name: 'listingAgent', label: 'Listing agent', as: 'words', group: 'Listing' },
  { name: 'listedOn', label: 'On the market since', as: 'day', group: 'Listing' },
  { name: 'hoaCentsPerMonth', label: 'HOA per month', as: 'money', group: 'Costs', hint: '0 if there is none' },
  { name: 'taxCentsPerYear', label: 'Taxes per year', as: 'money', group: 'Costs' },
  { name: 'description', label: 'Description', as: 'lines', group: 'Description and features' },
  {
    name: 'features',
    label: 'Features',
    as: 'lines',
    group: 'Description and features',
    hint: 'One per line, up to 20',
  },
  { name: 'parking', label: 'Parking', as: 'words', group: 'Description and features' },
  { name: 'heating', label: 'Heating and cooling', as: 'words', group: 'Description and features' },
  { name: 'steps', label: 'Steps and stairs', as: 'words', group: 'Description and features' },
  { name: 'rentalRules', label: 'Rental rules', as: 'words', group: 'Description and features' },
  { name: 'hoaRules', label: 'HOA rules', as: 'words', group: 'Description and features' },
  { name: 'amenities.garage', label: 'Garage', as: 'known', group: 'More' },
  { name: 'amenities.laundry', label: 'In-home laundry', as: 'known', group: 'More' },
  { name: 'amenities.pets', label: 'Pets allowed', as: 'known', group: 'More' },
  { name: 'amenities.furnished', label: 'Sold furnished', as: 'known', group: 'More' },
  { name: 'amenities.pool', label: 'Pool', as: 'known', group: 'More' },
  { name: 'lat', label: 'Latitude', as: 'number', group: 'More' },
  { name: 'lng', label: 'Longitude', as: 'number', group: 'More' },
  { name: 'source', label: 'Source', as: 'words', group: 'More', hint: 'Leave blank to use your brokerage’s name' },
];

/** A field of a home in words, such as "HOA per month". */
export const homeFieldLabel = (field: string): string =>
  homeFields.find(({ name }) => name === field)?.label ?? spelledOut(field);

/** The texts of the fields, by their names; a missing one is empty. */
export type HomeTexts = Readonly<Record<string, string>>;

/** A home as it stands in the form. */
export function textsOf(home: ListingAnswer): HomeTexts {
  const texts: Record<string, string> = {};
  for (const { name, as } of homeFields) {
    const [first = '', second] = name.split('.');
    const held = home[first as keyof ListingAnswer] as unknown;
    const value = second === undefined ? held : (held as Record<string, unknown> | undefined)?.[second];
    if (value === undefined || value === '') continue;
    if (as === 'money') texts[name] = dollarsOf(Number(value));
    else if (typeof value === 'boolean') texts[name] = value ? 'yes' : 'no';
    else texts[name] = Array.isArray(value) ? value.join('\n') : String(value);
  }
  return texts;
}

const dollarsOf = (cents: number): string =>
  (cents / 100).toLocaleString('en-US', cents % 100 === 0 ? {} : { minimumFractionDigits: 2 });

/** The form as the hub takes it, or the first field that cannot be read. Bounds and words are the hub's to judge. */
export function wordsIn(texts: HomeTexts): { words: HomeWords } | { field: string; says: string } {
  const words: Record<string, unknown> = {};
  const amenities: Record<string, boolean> = {};
  for (const { name, as, required } of homeFields) {
    const text = (texts[name] ?? '').trim();
    if (text === '') {
      if (required) return { field: name, says: 'Required.' };
      continue;
    }
    if (as === 'known') amenities[name.slice('amenities.'.length)] = text === 'yes';
    else if (as === 'lines' && name !== 'description')
      words[name] = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    else if (as === 'money' || as === 'number') {
      const number = Number(text.replace(as === 'money' ? /[$,\s]/g : /[,\s]/g, ''));
      if (!Number.isFinite(number)) return { field: name, says: 'Must be a number.' };
      words[name] = as === 'money' ? Math.round(number * 100) : number;
    } else words[name] = text;
  }
  return { words: { ...words, ...(Object.keys(amenities).length > 0 ? { amenities } : {}) } as unknown as HomeWords };
}

/** Where two wrote one home: a field that the other one changed. */
export interface HomeClash {
  name: string;
  label: string;
  theirs: string;
  yours: string;
}

/**
 * The fields that somebody else changed since `base`, with both versions, and the form as it goes on from there: theirs where only they
 * changed something, yours else.
 */
export function clashesOf(
  base: HomeTexts,
  theirs: HomeTexts,
  yours: HomeTexts,
): { clashes: HomeClash[]; merged: HomeTexts } {
  const merged: Record<string, string> = { ...yours };
  const clashes: HomeClash[] = [];
  for (const { name, label } of homeFields) {
    const [was, is, mine] = [base[name] ?? '', theirs[name] ?? '', yours[name] ?? ''];
    if (is === was || is === mine) continue;
    if (mine === was) merged[name] = is;
    clashes.push({ name, label, theirs: is, yours: mine });
  }
  return { clashes, merged };
}
