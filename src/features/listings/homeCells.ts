import type { HomeWords } from '../../contract/rest/listings.ts';

type Told = HomeWords & { listingId: string };
type Amenity = keyof NonNullable<HomeWords['amenities']>;
type Cell = string | number | boolean | readonly string[] | undefined;

/** Which field of a home each column of a file is, and what stands in its cell. */
const columnFields: Readonly<Record<string, { field: string; of(home: Told): Cell }>> = {
  listing_id: field('listingId'),
  address: field('address'),
  title: field('title'),
  area: field('area'),
  status: field('status'),
  price: cents('priceCents'),
  beds: field('beds'),
  baths: field('baths'),
  sqft: field('areaSqft'),
  property_type: field('propertyType'),
  year_built: field('yearBuilt'),
  lot_sqft: field('lotSqft'),
  hoa_monthly: cents('hoaCentsPerMonth'),
  taxes_yearly: cents('taxCentsPerYear'),
  parking: field('parking'),
  heating: field('heating'),
  description: field('description'),
  features: field('features'),
  open_houses: field('openHouses'),
  listing_agent: field('listingAgent'),
  listed_on: field('listedOn'),
  lat: field('lat'),
  lng: field('lng'),
  steps: field('steps'),
  rental_rules: field('rentalRules'),
  hoa_rules: field('hoaRules'),
  garage: amenity('garage'),
  laundry: amenity('laundry'),
  pets: amenity('pets'),
  furnished: amenity('furnished'),
  pool: amenity('pool'),
  url: field('url'),
  source: field('source'),
};

function field(name: Exclude<keyof Told, 'amenities'>) {
  return { field: name, of: (home: Told): Cell => home[name] };
}
function cents(name: 'priceCents' | 'hoaCentsPerMonth' | 'taxCentsPerYear') {
  return {
    field: name,
    of: ({ [name]: value }: Told): Cell => (value === undefined ? undefined : (value / 100).toFixed(2)),
  };
}
function amenity(name: Amenity) {
  return { field: `amenities.${name}`, of: ({ amenities }: Told): Cell => amenities?.[name] };
}

/** The cell of this home in a column of a file; empty: nothing. */
export function cellOf(column: string, home: Told): string {
  const value = columnFields[column]?.of(home);
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join('|') : String(value);
}

/** The field of a home that a column of a file is. */
export const fieldOf = (column: string): string => columnFields[column]?.field ?? column;
