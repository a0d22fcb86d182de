import type { HomeRow, ListingAnswer } from '../../src/contract/rest/listings.ts';
import { DeskPages } from '../desk/DeskPages.tsx';
import { board } from './deskScene.tsx';
import { longName, minutesAgo, unbroken } from './fixtures.ts';
import { drawStaff, supervisor } from './StaffScene.tsx';
import type { Scene } from './scene.ts';
import { answering } from './settingsScenes.tsx';

const home: ListingAnswer = {
  ...{ listingId: 'home-1', title: '908 Kinney Oaks Court', address: '908 Kinney Oaks Court, Austin, TX 78704' },
  ...{ area: 'Barton Hills', priceCents: 66_500_000, currency: 'USD', beds: 3, baths: 2.5, areaSqft: 1_850 },
  ...{ yearBuilt: 1998, propertyType: 'single-family', status: 'active', hoaCentsPerMonth: 0 },
  ...{ openHouses: ['Saturday, 11 AM to 1 PM'], listingAgent: longName, description: 'A porch under two oaks.' },
  ...{ features: ['roof of 2021', 'covered porch'], amenities: { garage: true, pool: false } },
  ...{ url: 'https://www.bartonridge.example/homes/908', source: 'Barton Ridge Realty', asOf: '2026-11-16' },
  ...{ version: 4, changedAt: minutesAgo(90), changedBy: 'Renee Castillo' },
  ...{ marks: ['new', 'price-drop'], earlierPriceCents: 68_900_000, photos: [] },
};
const rowAt = (no: number, change: Partial<HomeRow> = {}): HomeRow => ({
  ...{ listingId: `h${no}`, title: `${no}14 Oak Street`, address: `${no}14 Oak Street, Austin, TX 78704` },
  ...{ area: 'Zilker', status: 'active', priceCents: 50_000_000, currency: 'USD' },
  ...{ beds: 3, baths: 2, areaSqft: 1_500, openHouses: 0, marks: [], ...change },
});
const items = [
  rowAt(1, { marks: ['new', 'price-drop'], openHouses: 2 }),
  rowAt(2, { status: 'pending', openHouses: 1 }),
  rowAt(3, {
    title: unbroken.slice(0, 80),
    address: unbroken.slice(0, 120),
    status: 'sold',
    priceCents: 1_250_000_000,
  }),
  rowAt(4, { status: 'removed', beds: 12, baths: 10.5, areaSqft: 100_000 }),
];

function homes(
  name: string,
  title: string,
  sees: string,
  path: string,
  fetch: typeof window.fetch,
  press?: string[],
): Scene {
  return {
    name: `desk-homes-${name}`,
    title: `Desk: ${title}`,
    ...{ path, sees },
    ...(press === undefined ? {} : { press }),
    draw(into) {
      window.fetch = fetch;
      return drawStaff(into, supervisor, { rows: board }, <DeskPages />);
    },
  };
}

/** A hub where somebody else saved first. */
function changedMeanwhile(): typeof fetch {
  let tried = false;
  const elsewhere = answering({});
  return async (input, init) => {
    if (!String(input).includes('/listings/')) return elsewhere(input, init);
    if (init?.method === 'PUT') {
      tried = true;
      const error = { code: 'CONFLICT', message: 'This home has changed since you opened it.', field: 'version' };
      return Response.json({ error }, { status: 409 });
    }
    return Response.json(
      tried ? { ...home, version: 5, priceCents: 65_000_000, listingAgent: 'Dana Whitfield' } : home,
    );
  };
}

/** The list of homes, one home, and one that two people changed. */
export const homesScenes: Scene[] = [
  homes(
    'list',
    'the homes of the brokerage',
    '.home-row >> nth=3',
    '/desk/homes',
    answering({ '/listings': { items, nextCursor: 'x' } }),
    ['text=Import CSV'],
  ),
  homes(
    'home',
    'everything on file for a home',
    '.home-glance',
    '/desk/homes/home-1',
    answering({ '/listings/home-1': home }),
  ),
  homes('clash', 'two people changed one home', '.home-clashes', '/desk/homes/home-1', changedMeanwhile(), [
    '[name="title"]',
    'x',
    'button:has-text("Save")',
  ]),
];
