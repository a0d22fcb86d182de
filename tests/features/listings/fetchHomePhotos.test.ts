import { beforeEach, expect, test } from 'vitest';
import { createMemoryHomePhotoStore } from '../../../src/adapters/memory/homePhotoStore.ts';
import { createMemoryIdentityStore } from '../../../src/adapters/memory/identityStore.ts';
import { createMemoryListingStore } from '../../../src/adapters/memory/listingStore.ts';
import { createTenant } from '../../../src/features/identity/createTenant.ts';
import { type FetchHomePhotosDeps, fetchHomePhotos } from '../../../src/features/listings/fetchHomePhotos.ts';
import { addPhoto, removePhoto } from '../../../src/features/listings/homePhotos.ts';
import { importListings } from '../../../src/features/listings/importListings.ts';
import { OutsideFault } from '../../../src/kernel/fetchOutside.ts';
import { holdClock } from '../../support/heldClock.ts';

const jpeg = Buffer.from('\xff\xd8\xff and so on', 'latin1');
const clock = holdClock();
let identity: ReturnType<typeof createMemoryIdentityStore>;
let deps: FetchHomePhotosDeps & { listings: ReturnType<typeof createMemoryListingStore> };
let tenantId: string;
let asked: string[];
beforeEach(async () => {
  identity = createMemoryIdentityStore();
  asked = [];
  ({ id: tenantId } = await createTenant({ store: identity, clock }, { name: 'Homes', timeZone: 'America/Chicago' }));
  deps = {
    listings: createMemoryListingStore(),
    homePhotos: createMemoryHomePhotoStore(),
    pictures: {
      make: async (whole) => ({ type: 'image/jpeg', whole, preview: whole, width: 4, height: 3 }),
    },
    async fetchOutside(address) {
      asked.push(address);
      if (address.includes('inside')) throw new OutsideFault('not-allowed');
      return { bytes: address.includes('page') ? Buffer.from('<html>') : jpeg, etag: null };
    },
    clock,
  };
});

const take = async (...photos: string[]) => {
  const csv = `listing_id,address,area,status,price,beds,baths,sqft,photos\noak,"1 Oak, Austin",Zilker,active,500000,3,2,1500,${photos.join('|')}`;
  return (await importListings({ ...deps, identity }, tenantId, csv)).problems;
};
const untilIdle = async () => {
  while ((await fetchHomePhotos(deps)) - clock.now() < 60_000);
};
const photosOf = async () => (await deps.listings.find(tenantId, 'oak'))?.record;
const [one, two] = ['https://photos.example/1.jpg', 'https://photos.example/2.jpg'];

test('photos that a file names are fetched once, in their order, beside those that people added', async () => {
  expect(await take(one, two)).toEqual([]);
  await untilIdle();
  await addPhoto(deps, { tenantId, listingId: 'oak' }, jpeg);
  expect((await photosOf())?.photos.map(({ from }) => from)).toEqual([one, two, undefined]);
  await take(one, two);
  await untilIdle();
  expect(asked).toEqual([one, two]);
  // A photo that the file no longer names goes; photos that people added stay.
  await take(two);
  await untilIdle();
  expect((await photosOf())?.photos.map(({ from }) => from)).toEqual([two, undefined]);
  expect(await deps.homePhotos.countOfTenant(tenantId, 10)).toBe(2);
});

test('a photo on a private network or a page that is no photo counts as missing, and is tried again with the next file', async () => {
  const [inside, page] = ['https://inside.example/1.jpg', 'https://photos.example/page'];
  await take(inside, page, one);
  await untilIdle();
  expect(await photosOf()).toMatchObject({ photosFailed: [inside, page], photos: [{ from: one }] });
  await take(inside, page, one);
  await untilIdle();
  expect(asked).toEqual([inside, page, one, inside, page]);
});

test('a photo that a person takes away is not fetched again, and not missing', async () => {
  await take(one, two);
  await untilIdle();
  const [first] = (await photosOf())?.photos ?? [];
  await removePhoto(deps, { tenantId, listingId: 'oak' }, first?.id ?? '');
  await take(one, two, 'https://photos.example/3.jpg');
  await untilIdle();
  expect(asked).toEqual([one, two, 'https://photos.example/3.jpg']);
  expect(await photosOf()).toMatchObject({ photos: [{ from: two }, {}], photosFailed: [], photosRemoved: [one] });
});

test('thirty photos give way to thirty others, and stay while none of the others can be had', async () => {
  const of = (host: string) => Array.from({ length: 30 }, (_, at) => `https://${host}.example/${at}.jpg`);
  const had = async () => (await photosOf())?.photos.map(({ from }) => from);
  await take(...of('first'));
  await untilIdle();
  await take(...of('inside'));
  await untilIdle();
  expect(await had()).toEqual(of('first'));
  await take(...of('second'));
  await untilIdle();
  expect(await had()).toEqual(of('second'));
  expect(await deps.homePhotos.countOfTenant(tenantId, 100)).toBe(30);
});

test('a photo that two fetch at once is added once', async () => {
  await take(one);
  await Promise.all([fetchHomePhotos(deps), fetchHomePhotos(deps)]);
  expect(asked).toEqual([one, one]);
  expect((await photosOf())?.photos.map(({ from }) => from)).toEqual([one]);
  expect(await deps.homePhotos.countOfTenant(tenantId, 10)).toBe(1);
});

test.each([
  'http://photos.example/1.jpg',
  'https://',
  'file:///etc/passwd',
  Array(31)
    .fill(one)
    .map((a, at) => a + at)
    .join('|'),
])('an address that is none by https, or too many of them, are refused with the line: %s', async (photos) => {
  expect(await take(photos)).toEqual([
    { line: 2, problem: expect.stringMatching(/^oak: photos (?:must be|has more)/) },
  ]);
});
