import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryIdentityStore } from '../../../src/adapters/memory/identityStore.ts';
import { createMemoryListingStore } from '../../../src/adapters/memory/listingStore.ts';
import { createTenant } from '../../../src/features/identity/createTenant.ts';
import { marksOfHome } from '../../../src/features/listings/homeAnswer.ts';
import { type ImportDeps, importListings } from '../../../src/features/listings/importListings.ts';
import { listingLimits } from '../../../src/features/listings/model.ts';
import type { ListingStore } from '../../../src/features/listings/ports.ts';
import { readListings } from '../../../src/features/listings/readListings.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { type HeldClock, holdClock } from '../../support/heldClock.ts';

const heading = 'listing_id,address,area,status,price,beds,baths,sqft';
const row = (id: string, rest = 'Zilker,active,500000,3,2,1500') => `${id},"12 Oak Street, Austin, TX 78704",${rest}`;
const csv = (...rows: string[]) => [heading, ...rows].join('\n');
const defaults = { source: 'Hill Country Homes', asOf: '2026-11-21' };
const problemsOf = (text: string) => readListings(text, defaults).problems;

let parts: ImportDeps & { listings: ListingStore; clock: HeldClock };
let tenantId: string;
beforeEach(async () => {
  const identity = createMemoryIdentityStore();
  const clock = holdClock();
  ({ id: tenantId } = await createTenant(
    { store: identity, clock },
    { name: 'Hill Country Homes', timeZone: 'America/Chicago' },
  ));
  parts = { identity, listings: createMemoryListingStore(), clock };
});

describe('a file of listings', () => {
  test('every column comes out as what it says, in any order, with a byte order mark, semicolons and quotes', () => {
    const text = [
      '\uFEFFstatus;listing_id;title;address;area;price;beds;baths;sqft;property_type;year_built;lot_sqft;hoa_monthly;taxes_yearly;parking;heating;description;features;garage;pets;url;open_houses;listing_agent;listed_on;lat;lng;steps;rental_rules;hoa_rules;source;as_of',
      'Active;a.1;"The ""Oak"" house";"12 Oak Street, Austin";Zilker;"$1,250,000";4;2.5;2,340;condo;1951;"7,405";0;9870.50;Carport;Gas;"Two\nlines; one home";Deck | Pool;yes;NO;https://homes.example/1;Saturday, 11 AM to 1 PM | Sunday, 2 PM to 4 PM;Ana Ruiz;2026-11-06;30.2630;-97.772;Two at the door;No rentals under 30 days;No trucks in front;MLS;2026-11-16',
    ].join('\r\n');
    expect(readListings(text, defaults)).toEqual({
      problems: [],
      listings: [
        {
          listingId: 'a.1',
          title: 'The "Oak" house',
          address: '12 Oak Street, Austin',
          area: 'Zilker',
          status: 'active',
          priceCents: 125_000_000,
          currency: 'USD',
          beds: 4,
          baths: 2.5,
          areaSqft: 2340,
          propertyType: 'condo',
          yearBuilt: 1951,
          lotSqft: 7405,
          hoaCentsPerMonth: 0,
          taxCentsPerYear: 987_050,
          parking: 'Carport',
          heating: 'Gas',
          description: 'Two\nlines; one home',
          features: ['Deck', 'Pool'],
          amenities: { garage: true, pets: false },
          url: 'https://homes.example/1',
          openHouses: ['Saturday, 11 AM to 1 PM', 'Sunday, 2 PM to 4 PM'],
          listingAgent: 'Ana Ruiz',
          listedOn: '2026-11-06',
          lat: 30.263,
          lng: -97.772,
          steps: 'Two at the door',
          rentalRules: 'No rentals under 30 days',
          hoaRules: 'No trucks in front',
          source: 'MLS',
          asOf: '2026-11-16',
        },
      ],
    });
  });

  test('facts missing from a file are unknown, and the brokerage vouches for the rest as of today', () => {
    const [listing] = readListings(csv(row('a')), defaults).listings;
    expect(listing).toMatchObject({ title: '12 Oak Street', features: [], ...defaults });
    expect(listing).not.toHaveProperty('hoaCentsPerMonth');
    expect(listing).not.toHaveProperty('amenities');
  });

  test('every bad row is named with its line, its id and all that is wrong with it', () => {
    const problems = problemsOf(
      csv(
        row('good'),
        row('a b', 'Zilker,gone,689k,3.5,2.3,about 1500'),
        row('good'),
        'short,,Zilker,active,1,2',
        row('x', 'Zilker,active,"$1,25,000",99,2,1500,extra'),
      ),
    );
    expect(problems.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
    expect(problems[0]?.problem).toMatch(
      /^no ID: listing_id must be.*status must be one of active.*price must be dollars.*beds must be a whole number.*baths must be.*sqft must be/,
    );
    expect(problems[1]?.problem).toBe('good: listing_id is the same as on line 2.');
    expect(problems[2]?.problem).toMatch(
      /^short: address is missing; price must be dollars.*baths is missing; sqft is missing/,
    );
    expect(problems[3]?.problem).toMatch(/^x: has 9 cells, but the header row has 8; price must be.*beds must be/);
  });

  test('a cell that a spreadsheet would run is refused, and a number with a sign is none', () => {
    const [problem] = problemsOf(csv(row('x', '=cmd|calc,active,450000,3,2,1500')));
    expect(problem?.problem).toBe('x: area starts like a spreadsheet formula.');
    const withDescription = (words: string) =>
      problemsOf(`${heading},description\n${row('x', `Zilker,active,450000,3,2,1500,"${words}"`)}`);
    for (const words of ['-10 minutes to downtown', '+1 512 555 0143', '- oak floors'])
      expect(withDescription(words), words).toEqual([]);
    for (const words of ["-2+3+cmd|' /C calc'!A0", '@SUM(1)', '+cmd', '-cmd', '-1+HYPERLINK(1)'])
      expect(withDescription(words), words).toHaveLength(1);
  });

  test.each(['address', 'title', 'area', 'source'])('%s begins with no sign', (name) => {
    const cells: Record<string, string> = { address: '1 Oak', area: 'Zilker', title: 'Home', source: 'MLS' };
    cells[name] = "-2+3+cmd|' /C calc'!A0";
    const file = `listing_id,address,area,status,price,beds,baths,sqft,title,source\nx,${cells.address},${cells.area},active,450000,3,2,1500,${cells.title},${cells.source}`;
    expect(problemsOf(file)[0]?.problem).toBe(`x: ${name} starts like a spreadsheet formula.`);
  });

  test.each([
    ['', /no homes/],
    [heading, /no homes/],
    [`${heading},colour\n${row('a')},red`, /Unknown column "colour"/],
    [`${heading},beds\n${row('a')},3`, /beds appears twice/],
    ['listing_id,address\na,b', /column area is missing/],
    [csv('a,"12 Oak Street'), /never closed/],
  ])('a file that cannot be read as one says why: %j', (text, why) => {
    expect(
      problemsOf(text)
        .map(({ problem }) => problem)
        .join(' '),
    ).toMatch(why);
  });

  test.each([
    ['taxes_yearly', '-5'],
    ['hoa_monthly', 'none'],
    ['garage', 'maybe'],
    ['lat', '91'],
    ['lng', '97 W'],
    ['listed_on', 'May 3'],
    ['open_houses', Array(7).fill('Sunday').join('|')],
    ['as_of', '2026-02-30'],
    ['as_of', '11/16/2026'],
    ['url', 'javascript:alert(1)'],
    ['year_built', '26'],
    ['property_type', 'castle'],
    ['features', Array.from({ length: listingLimits.features + 1 }, () => 'x').join('|')],
    ['description', 'x'.repeat(2001)],
  ])('%s: %.20s is a fault of its row', (name, cell) => {
    expect(problemsOf(`${heading},${name}\n${row('a')},"${cell}"`)).toEqual([
      { line: 2, problem: expect.stringContaining(`a: ${name} `) },
    ]);
  });

  test('S59: words that fair housing forbids of a home do not come in', () => {
    expect(problemsOf(`${heading},description\n${row('a')},Two baths. Perfect for young couples.`)).toEqual([
      { line: 2, problem: expect.stringMatching(/^a: description breaks the rule fit-for-family/) },
    ]);
    expect(
      problemsOf(`${heading},description\n${row('a')},Single-family home with a family room and a walk-in closet.`),
    ).toEqual([]);
  });

  test('more rows than a file may have are refused as a whole', () => {
    const rows = Array.from({ length: listingLimits.rowsPerFile + 1 }, (_, index) => row(`h${index}`));
    expect(problemsOf(csv(...rows))).toEqual([{ line: 1, problem: expect.stringContaining('50001 rows') }]);
  });
});

describe('taking in listings', () => {
  test('one bad row, and nothing of the file is kept', async () => {
    const result = await importListings(parts, tenantId, csv(row('a'), row('b', 'Zilker,active,cheap,3,2,1500')));
    expect(result).toMatchObject({ added: 0, updated: 0, problems: [{ line: 3 }] });
    expect((await parts.listings.summary(tenantId)).total).toBe(0);
  });

  test('the same ID again updates a home, even to sold; homes that the file does not name stay', async () => {
    expect(await importListings(parts, tenantId, csv(row('a'), row('b')))).toMatchObject({ added: 2, updated: 0 });
    expect(await importListings(parts, tenantId, csv(row('b', 'Zilker,sold,480000,3,2,1500'), row('c')))).toMatchObject(
      {
        added: 1,
        updated: 1,
      },
    );
    const kept = await Promise.all(['a', 'b', 'c'].map((listingId) => parts.listings.find(tenantId, listingId)));
    expect(kept.map((home) => [home?.listingId, home?.status, home?.priceCents])).toEqual([
      ['a', 'active', 50_000_000],
      ['b', 'sold', 48_000_000],
      ['c', 'active', 50_000_000],
    ]);
  });

  test('the price that a home had before is kept with its end, and stays while the price does', async () => {
    await importListings(parts, tenantId, csv(row('first')));
    await importListings(parts, tenantId, csv(row('a')));
    const at = (price: number) => csv(row('a', `Zilker,active,${price},3,2,1500`));
    await parts.clock.pass(86_400_000);
    // The second is a slip of the pen.
    for (const price of [480_000, 4_800_000, 480_000, 480_000]) await importListings(parts, tenantId, at(price));
    const home = await parts.listings.find(tenantId, 'a');
    expect(home?.earlierPrice).toEqual({ priceCents: 50_000_000, until: parts.clock.now() });
    const day = 86_400_000;
    const first = await parts.listings.find(tenantId, 'first');
    expect(first && marksOfHome(first, parts.clock.now())).toEqual([]);
    const marks = (after: number) => home && marksOfHome(home, parts.clock.now() + after);
    expect(marks(0)).toEqual(['new', 'price-drop']);
    expect(marks(8 * day)).toEqual(['price-drop']);
    expect(marks(31 * day)).toEqual([]);
  });

  test('a tenant keeps so many homes and no more', async () => {
    await importListings(parts, tenantId, csv(row('h7')));
    const none = await parts.listings.summary(newId());
    const summary = async () => ({ ...none, total: listingLimits.perTenant });
    const full = { ...parts, listings: { ...parts.listings, summary } };
    const result = await importListings(full, tenantId, csv(row('one-more')));
    expect(result.problems).toEqual([{ line: 1, problem: expect.stringContaining('room for 0 more') }]);
    expect(await parts.listings.find(tenantId, 'one-more')).toBeNull();
    expect((await importListings(full, tenantId, csv(row('h7')))).updated).toBe(1);
  });

  test('a tenant that there is not has no listings', async () => {
    await expect(importListings(parts, 'nobody', csv(row('a')))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the demo file has 40 homes without a fault, some not for sale anymore', async () => {
    const text = await readFile(new URL('../../../docs/demo-homes.csv', import.meta.url), 'utf8');
    const { listings, problems } = readListings(text, defaults);
    expect(problems).toEqual([]);
    expect(listings).toHaveLength(40);
    expect(new Set(listings.map(({ status }) => status))).toEqual(new Set(['active', 'pending', 'sold']));
  });
});
