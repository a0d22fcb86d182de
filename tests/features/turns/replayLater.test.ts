import { expect, test } from 'vitest';
import { firstState } from '../../../src/features/bots/state/firstState.ts';
import type { Step } from '../../../src/features/bots/state/protocol.ts';
import { step } from '../../../src/features/bots/step.ts';
import { importListings } from '../../../src/features/listings/importListings.ts';
import type { ListingFacts } from '../../../src/features/packs/model.ts';
import { changeSettings } from '../../../src/features/settings/changeSettings.ts';
import { replayTurns } from '../../../src/features/turns/replayTurns.ts';
import { home } from '../../support/talk.ts';
import { packWorld } from './packWorld.ts';
import { turnWorld } from './turnWorld.ts';

type World = Awaited<ReturnType<typeof turnWorld>>;

const tell = async (world: World, ...texts: string[]): Promise<void> => {
  for (const text of texts) {
    await world.say(text);
    await world.settle();
  }
};
const turnsOf = (world: World) => world.plain.turns.list(world.id, 100);
const replay = async (world: World, bot: Step = step) => replayTurns(await turnsOf(world), { step: bot, firstState });

const columns = 'listing_id,address,area,status,price,beds,baths,sqft';
const file = (status: string, area: string): string =>
  `${columns}\nl1,"1208 Alder Street, Austin, TX 78704",${area},${status},549000,2,1.5,1240\n`;

/** A brokerage with a home on the page, whose homes and settings may change while the talk goes on. */
async function changingWorld() {
  const world = await turnWorld();
  const { clock } = world;
  const { identity, listings, settings, packOf } = packWorld(world);
  world.parts.packOf = () => packOf({ tenantId: 't1', page: { url: 'https://home.example/', listingId: 'l1' } });
  const admin = {
    tenantId: 't1',
    principal: { kind: 'staff', id: 'ad1', role: 'admin', name: 'Ada' },
  } as const;
  return {
    world,
    import: async (status: string, area = 'Bouldin') => {
      expect((await importListings({ identity, listings, clock }, 't1', file(status, area))).problems).toEqual([]);
    },
    set: async (change: Parameters<typeof changeSettings>[3]) => {
      const version = (await settings.newest('t1'))?.version ?? 0;
      await changeSettings({ identity, settings, clock }, admin, version, change);
    },
  };
}

test('a talk replays to the letter after its home was sold, homes were imported and settings changed', async () => {
  const { world, import: bring, set } = await changingWorld();
  await bring('active', 'Quiet Meadow');
  await tell(world, 'Can I see it on Saturday?', "I'm looking for a home in Quiet Meadow");
  await bring('sold');
  await set({ brokerage: 'Other Name Realty', brokerageServicesUrl: 'https://example.com/iabs.pdf' });
  await tell(world, 'Is it still available?', 'my budget is 500k');
  const turns = await turnsOf(world);
  // The second turn is the calendar's answer.
  expect(turns.map(({ knew }) => knew?.facts?.listing?.status ?? null)).toEqual(['active', null, null, 'sold', null]);
  await bring('active', 'Another Meadow');
  await set({ brokerage: 'Third Name Realty', brokerageServicesUrl: '' });
  expect(await replay(world)).toEqual([]);

  // The words of the bot did depend on it.
  const later = turns.map((turn) => ({ ...turn, knew: turns[3]?.knew })) as typeof turns;
  expect(replayTurns(later, { step, firstState })).not.toEqual([]);

  const other: Step = (...given) => {
    const result = step(...given);
    return { ...result, state: { ...result.state, slots: {} } };
  };
  expect((await replay(world, other)).map(({ what }) => what)).toContain('slot area');
});

test('a turn keeps a bounded record of the brokerage, and keeps none again while it stays the same', async () => {
  const { world, import: bring } = await changingWorld();
  await bring('active');
  await tell(world, ...Array.from({ length: 6 }, (_, at) => `how old is the roof, question ${at}?`));
  const kept = (await turnsOf(world)).map(({ knew }) => knew?.facts !== undefined);
  expect(kept).toEqual([true, ...Array.from({ length: kept.length - 1 }, () => false)]);

  const homes = Array.from(
    { length: 5000 },
    (_, at) => `h${at},"${at} Long Road",Part ${at % 1000},active,549000,2,1.5,1240`,
  );
  const many = await turnWorld();
  const { identity, listings, packOf } = packWorld(many);
  const csv = `${columns}\n${homes.join('\n')}\n`;
  expect((await importListings({ identity, listings, clock: many.clock }, 't1', csv)).problems).toEqual([]);
  const pack = await packOf({ tenantId: 't1', page: { url: '' } });
  expect(pack.areas.filter((area) => area.startsWith('Part '))).toHaveLength(300);
});

const nearby: ListingFacts[] = ['4312 Teakwood Row', '908 Larkmoor Street', '17 Fennel Court'].map((title, at) => ({
  ...home,
  listingId: `n${at}`,
  title,
  address: `${title}, Austin`,
  area: 'Zilker',
  priceCents: 50_000_000 + at * 1_000_000,
}));

test('cards that went out are known to the next turn by their place, and the talk replays', async () => {
  const world = await turnWorld({ listings: [home, ...nearby] });
  await tell(world, 'Do you have any homes in Zilker under 600k?');
  const shown = (await world.publicLog()).find(({ type }) => type === 'listing-cards');
  if (shown?.type !== 'listing-cards') throw new Error('no cards went out');
  const titles = shown.data.items.map(({ title }) => title);
  expect(titles.toSorted()).toEqual(nearby.map(({ title }) => title).toSorted());
  await tell(world, 'I like the second one, can I see it?', 'show me more');
  const turns = await turnsOf(world);
  const seen = turns.flatMap(({ event }) => event.happened).find(({ kind }) => kind === 'cards-shown');
  expect(seen).toMatchObject({ items: shown.data.items.map(({ listingId, title }) => ({ listingId, title })) });
  expect(turns.at(-1)?.stateAfter.homes.about?.title).toBe(titles[1]);
  expect(turns.at(-1)?.stateAfter.slots.home?.value).toBe(titles[1]);
  expect(await replay(world)).toEqual([]);
});

test('a talk in which a time is offered, chosen in words, moved and called off replays without the calendar', async () => {
  const world = await turnWorld({ books: true });
  const states = async () =>
    (await world.publicLog()).flatMap((entry) => (entry.type === 'appointment-changed' ? [entry.data.state] : []));
  await tell(world, 'Can you call me at 512 555 0143? I want to sell my house', 'the second one');
  expect(await states()).toEqual(['booked']);
  await tell(world, 'I need to reschedule', 'the first one');
  expect((await states()).filter((state) => state === 'booked')).toHaveLength(2);
  await tell(world, 'please cancel');
  expect((await states()).at(-1)).toBe('cancelled');
  const kinds = (await turnsOf(world)).flatMap(({ event }) => event.happened.map(({ kind }) => kind));
  expect(kinds).toEqual(expect.arrayContaining(['times-found', 'appointment-changed']));
  expect(await replay(world)).toEqual([]);
});

test("a talk that began in the page's own language replays, and one that was recorded before that was kept does too", async () => {
  for (const language of ['en', 'es', 'fr', 'vi']) {
    const world = await turnWorld({ language });
    await tell(world, 'hi', 'ok');
    const turns = await turnsOf(world);
    expect(turns.map(({ event }) => event.language)).toEqual([language, undefined]);
    expect(await replay(world)).toEqual([]);

    const before = turns.map(({ event: { language: _, ...event }, ...turn }) => ({ ...turn, event }));
    if (language === 'en' || language === 'es') expect(replayTurns(before, { step, firstState })).toEqual([]);
  }
});
