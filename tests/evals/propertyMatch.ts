import { type MatchableListing, matchListings } from '../../src/features/listings/matchListings.ts';
import type { HomeWish } from '../../src/features/reading/home/homeWish.ts';
import { existingRows, readRows } from './nlu/measures.ts';

interface CatalogueRow {
  pid: string;
  service: 'Homes_1' | 'Homes_2';
  area: string;
  number_of_beds: string;
  number_of_baths: string;
  price?: string;
  rent?: string;
  intent?: 'buy' | 'rent';
  furnished?: string;
  pets_allowed?: string;
  has_garage?: string;
  in_unit_laundry?: string;
}
interface QueryRow {
  id: string;
  service: 'Homes_1' | 'Homes_2';
  params: Record<string, string>;
  result_pids: string[];
}

/** Every recorded search of SGD Homes through the hub's filter: all its results must be found, and nothing found may break the search. */
export function evaluateMatches({
  data,
  defaultData,
  show,
}: {
  data: string;
  defaultData: string;
  show: boolean;
}): boolean {
  // One catalogue serves every half of the queries; a root without it borrows the default one's.
  const catalogue = 'property_match/sgd_homes_catalogue.jsonl';
  const own = existingRows<CatalogueRow>(data, [catalogue]);
  const rows = own.length > 0 ? own : readRows<CatalogueRow>(defaultData, catalogue);
  const rowOf = new Map(rows.map((row) => [row.pid, row]));
  const listings = { Homes_1: listingsOf(rows, 'Homes_1'), Homes_2: listingsOf(rows, 'Homes_2') };
  const queries = readRows<QueryRow>(data, 'property_match/sgd_homes_queries.jsonl');
  let [expected, found, returned, violations, checks] = [0, 0, 0, 0, 0];
  const start = performance.now();
  const answers = queries.map(({ service, params }) => matchListings(listings[service], wishOf(params)));
  const microsPerQuery = ((performance.now() - start) * 1000) / Math.max(1, queries.length);
  for (const [index, { id, params, result_pids }] of queries.entries()) {
    const ids = new Set(answers[index]?.map(({ listingId }) => listingId));
    expected += result_pids.length;
    returned += ids.size;
    for (const pid of result_pids) {
      if (ids.has(pid)) found += 1;
      else if (show) console.error(`${id}: ${pid} is missing for ${JSON.stringify(params)}`);
    }
    for (const pid of ids) {
      for (const [name, value] of Object.entries(params)) {
        if (value === 'dontcare') continue;
        checks += 1;
        if (rowOf.get(pid)?.[name as keyof CatalogueRow] === value) continue;
        violations += 1;
        if (show) console.error(`${id}: ${pid} breaks ${name}=${value}`);
      }
    }
  }
  const recall = found / Math.max(1, expected);
  const held = queries.length > 0 && recall === 1 && violations === 0;
  console.log(`${'measure'.padEnd(44)}${'cases'.padStart(9)}${'value'.padStart(9)}${'goal'.padStart(9)}`);
  const line = (name: string, cases: number, value: string, goal: string) =>
    console.log(`${name.padEnd(44)}${String(cases).padStart(9)}${value.padStart(9)}${goal.padStart(9)}`);
  line('filter recall', expected, recall.toFixed(3), '1.000');
  line('violations among what was returned', checks, String(violations), '0');
  line('homes returned', queries.length, String(returned), '');
  line('microseconds a query', queries.length, microsPerQuery.toFixed(0), '');
  console.log(
    JSON.stringify({
      eval: 'property-match',
      held,
      queries: queries.length,
      expected,
      recall,
      returned,
      violations,
      microsPerQuery: Math.round(microsPerQuery),
    }),
  );
  return held;
}

function listingsOf(rows: CatalogueRow[], service: CatalogueRow['service']): MatchableListing[] {
  const flag = (value: string | undefined) => value === 'True';
  return rows
    .filter((row) => row.service === service)
    .map((row) => ({
      listingId: row.pid,
      area: row.area,
      priceCents: Number(row.price ?? row.rent) * 100,
      beds: Number(row.number_of_beds),
      baths: Number(row.number_of_baths),
      status: 'active',
      tenure: row.intent ?? 'rent',
      amenities: {
        ...(row.furnished === undefined ? {} : { furnished: flag(row.furnished) }),
        ...(row.pets_allowed === undefined ? {} : { pets: flag(row.pets_allowed) }),
        ...(row.has_garage === undefined ? {} : { garage: flag(row.has_garage) }),
        ...(row.in_unit_laundry === undefined ? {} : { laundry: flag(row.in_unit_laundry) }),
      },
    }));
}

const amenityNames = {
  furnished: 'furnished',
  pets_allowed: 'pets',
  has_garage: 'garage',
  in_unit_laundry: 'laundry',
} as const;

/** SGD's searches want exactly as many rooms as they say. */
function wishOf(params: Record<string, string>): HomeWish {
  const said = (name: string) => (params[name] === 'dontcare' ? undefined : params[name]);
  const exactly = (value: string) => ({ from: Number(value), to: Number(value) });
  const [area, beds, baths, tenure] = [said('area'), said('number_of_beds'), said('number_of_baths'), said('intent')];
  const amenities = Object.entries(amenityNames).flatMap(([name, amenity]) => {
    const value = said(name);
    return value === undefined ? [] : [[amenity, value === 'True']];
  });
  return {
    ...(area === undefined ? {} : { areas: [area] }),
    ...(beds === undefined ? {} : { beds: exactly(beds) }),
    ...(baths === undefined ? {} : { baths: exactly(baths) }),
    ...(tenure === undefined ? {} : { tenure: tenure as 'buy' | 'rent' }),
    amenities: Object.fromEntries(amenities),
  };
}
