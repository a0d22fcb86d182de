import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { homeLimits } from '../../src/contract/homeLimits.ts';
import { homesAnswer, listingAnswer } from '../../src/contract/rest/listings.ts';
import { pixelBomb, smallPdf } from '../support/sampleFiles.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let tenantId: string;
const tokens = { agent: '', supervisor: '', admin: '' };
beforeAll(async () => {
  hub = await startRest();
  const tenant = await hub.addTenant('Austin Homes');
  ({ tenantId } = tenant);
  for (const role of ['agent', 'supervisor', 'admin'] as const)
    tokens[role] = (await hub.signIn(tenant.emailOf(role))).accessToken;
});
afterAll(() => hub.stop());

const as = (role: keyof typeof tokens, method: string, path: string, body?: unknown) =>
  hub.call(method, `/api/v1${path}`, { token: tokens[role], ...(body === undefined ? {} : { body }) });
const words = {
  ...{ address: '12 Oak Street, Austin, TX 78704', area: 'Zilker', status: 'active' },
  ...{ priceCents: 50_000_000, beds: 3, baths: 2.5, areaSqft: 1_500 },
};
const importFile = (csv: string | Buffer, token = tokens.admin) =>
  fetch(`${hub.url}/api/v1/listings/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    body: csv as BodyInit,
  });
const heading = 'listing_id,address,area,status,price,beds,baths,sqft';

it('a home is added, read and changed; a field left out is no longer known', async () => {
  const added = await as('supervisor', 'POST', '/listings', { ...words, listingId: 'oak', parking: 'Carport' });
  expect(listingAnswer.parse(added.json)).toMatchObject({
    ...words,
    ...{ listingId: 'oak', title: '12 Oak Street', parking: 'Carport', source: 'Austin Homes', currency: 'USD' },
    ...{ version: 1, changedBy: expect.any(String), marks: ['new'], asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  });
  const openHouses = ['Saturday, 11 AM to 1 PM'];
  const change = { ...words, title: 'The Oak', priceCents: 48_000_000, openHouses, listingAgent: 'Dana Whitfield' };
  const changed = await as('admin', 'PUT', '/listings/oak', { ...change, version: 1 });
  expect(changed.json).toMatchObject({ ...change, version: 2, marks: ['new'] });
  expect(changed.json).not.toHaveProperty('earlierPriceCents');
  expect(changed.json).not.toHaveProperty('parking');
  expect((await as('agent', 'GET', '/listings/oak')).json).toEqual(changed.json);
  expect((await as('admin', 'POST', '/listings', { ...words, listingId: 'oak' })).json.error).toMatchObject({
    code: 'CONFLICT',
    field: 'listingId',
  });
});

it('of two who change one home the second is told, and nothing of the first is lost', async () => {
  await as('admin', 'POST', '/listings', { ...words, listingId: 'elm' });
  const first = await as('supervisor', 'PUT', '/listings/elm', { ...words, beds: 4, version: 1 });
  const second = await as('admin', 'PUT', '/listings/elm', { ...words, baths: 3, version: 1 });
  expect(first.status).toBe(200);
  expect(second.json.error).toMatchObject({ code: 'CONFLICT', field: 'version' });
  expect((await as('agent', 'GET', '/listings/elm')).json).toEqual(first.json);
});

it.each([
  ['priceCents', { priceCents: 5 }, 'Must be dollars such as 689000'],
  ['beds', { beds: 99 }, 'Must be a whole number from 0 to 20.'],
  ['listedOn', { listedOn: '2026-02-31' }, 'The input is not valid'],
  ['url', { url: 'javascript:alert(1)' }, 'Must be'],
  ['features', { features: Array.from({ length: 21 }, () => 'Deck') }, 'Has more than 20 features.'],
  ['description', { description: 'Perfect for young couples.' }, 'Breaks the rule fit-for-family'],
  ['area', { area: '=cmd|calc' }, 'Starts like a spreadsheet formula'],
  ['lat', { lat: 91 }, 'Must be degrees'],
])('what is wrong with a home is told at its field: %s', async (field, wrong, says) => {
  const { status, json } = await as('admin', 'POST', '/listings', { ...words, listingId: 'bad', ...wrong });
  expect([status, json.error.field]).toEqual([400, field]);
  if (field !== 'listedOn') expect(json.error.message).toContain(says);
  expect((await as('agent', 'GET', '/listings/bad')).status).toBe(404);
});

it('homes are listed page by page, and found by words and status', async () => {
  const rows = Array.from({ length: 12 }, (_, at) => `list-${at},"${at} Fern Way, Kyle",Kyle,sold,400000,3,2,1500`);
  expect((await importFile([heading, ...rows].join('\n'))).status).toBe(200);
  const found: string[] = [];
  let cursor = '';
  do {
    const path = `/listings?q=fern+kyle&status=sold&limit=5${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const page = homesAnswer.parse((await as('agent', 'GET', path)).json);
    expect(page.items.length).toBeLessThanOrEqual(5);
    found.push(...page.items.map(({ listingId }) => listingId));
    cursor = page.nextCursor ?? '';
  } while (cursor !== '');
  expect(found).toEqual(rows.map((_, at) => `list-${at}`).toSorted());
  expect((await as('agent', 'GET', '/listings?q=fern&status=active')).json).toEqual({ items: [] });
  expect((await as('agent', 'GET', '/listings?cursor=%2F%2F')).json.error.field).toBe('cursor');
});

it('a file of fifty thousand homes with one bad row is refused with its line, while others are answered', async () => {
  const rows = Array.from(
    { length: homeLimits.rowsPerFile },
    (_, at) =>
      `h${at},"${at} Oak Street, Austin, TX 78704",Zilker,active,${at === 40_000 ? 'cheap' : '500000'},3,2,1500`,
  );
  const done: string[] = [];
  const importing = importFile([heading, ...rows].join('\n')).finally(() => done.push('file'));
  await expect.poll(async () => (await as('supervisor', 'POST', '/listings/import')).status).toBe(429);
  await as('agent', 'GET', '/listings').finally(() => done.push('list'));
  const answer = await importing;
  expect(done).toEqual(['list', 'file']);
  expect(await answer.json()).toEqual({
    ...{ added: 0, updated: 0, more: 0 },
    problems: [{ line: 40_002, problem: expect.stringMatching(/^h40000: price must be dollars/) }],
  });
  expect(await hub.stores.listings.find(tenantId, 'h1')).toBeNull();
});

it('of very many problems the first are told and the rest is counted; no text and too much of it are refused', async () => {
  const bad = Array.from({ length: homeLimits.problemsTold + 5 }, (_, at) => `b${at},,Zilker,active,500000,3,2,1500`);
  const { problems, more } = await (await importFile([heading, ...bad].join('\n'))).json();
  expect([problems.length, more]).toEqual([homeLimits.problemsTold, 5]);
  const noText = await (await importFile(Buffer.from([0xff, 0xfe, 0x41]))).json();
  expect(noText.error).toMatchObject({ code: 'VALIDATION_FAILED', field: 'file' });
  const large = await importFile(Buffer.alloc(homeLimits.fileBytes + 1, 65)).catch(() => null);
  if (large !== null) expect((await large.json()).error.code).toBe('PAYLOAD_TOO_LARGE');
});

it('asked as a visitor, the home’s file answers, and no talk begins', async () => {
  await as('admin', 'POST', '/listings', { ...words, listingId: 'ask', hoaCentsPerMonth: 0 });
  const ask = async (text: string, language = 'en') =>
    (await as('agent', 'POST', '/listings/ask/ask', { text, language })).json.sentences.join(' ');
  expect(await ask('how many bedrooms, and any HOA?')).toMatch(/3 bedrooms.*no HOA[^.]*\.$/);
  expect(await ask('¿cuántas recámaras tiene?', 'es')).toMatch(/3 recámaras\.$/);
  expect(await ask('when was it built')).toMatch(/nothing on file about the year it was built/);
  const { version, settings } = (await as('admin', 'GET', '/settings')).json;
  const change = { jorge: { ...settings.jorge, leaves: ['hoa'] } };
  expect((await as('admin', 'PUT', '/settings', { version, change })).status).toBe(200);
  await expect.poll(() => ask('any HOA?')).not.toMatch(/no HOA/);
  expect((await as('agent', 'GET', '/conversations')).json.items).toEqual([]);
});

const photo = (color: string, width = 1200): Promise<Buffer> =>
  sharp({ create: { width, height: 800, channels: 3, background: color } })
    .withExif({ IFD0: { Make: 'CANARYPHONE' } })
    .jpeg()
    .toBuffer();
const addPhoto = async (listingId: string, bytes: Buffer, role: keyof typeof tokens = 'admin') => {
  const answer = await fetch(`${hub.url}/api/v1/listings/${listingId}/photos`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens[role]}` },
    body: bytes as BodyInit,
  });
  return { status: answer.status, json: await answer.json() };
};

it('photos of a home are made anew, ordered, taken away for good, and shown to everybody by an address of their own', async () => {
  await as('admin', 'POST', '/listings', { ...words, listingId: 'seen' });
  const photos = [await photo('red'), await photo('blue', 4000)];
  const added = await Promise.all(photos.map((bytes) => addPhoto('seen', bytes)));
  expect(added.map(({ status }) => status)).toEqual([200, 200]);
  const { json: home } = await as('agent', 'GET', '/listings/seen');
  expect(home.photos.map(({ width }: { width: number }) => width).toSorted()).toEqual([1200, 2560]);
  const photoIds: string[] = home.photos.map(({ photoId }: { photoId: string }) => photoId);

  const shown = await fetch(`${hub.url}/home-photos/${photoIds[0]}?size=preview`);
  const { exif, width } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
  expect([exif, width]).toEqual([undefined, 720]);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'access-control-allow-origin': '*',
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
  });

  const ordered = await as('supervisor', 'PUT', '/listings/seen/photos', { photoIds: photoIds.toReversed() });
  expect(ordered.json.photos.map(({ photoId }: { photoId: string }) => photoId)).toEqual(photoIds.toReversed());
  expect((await as('agent', 'GET', '/listings?q=seen')).json.items[0].photo.photoId).toBe(photoIds[1]);
  const less = await as('supervisor', 'PUT', '/listings/seen/photos', { photoIds: [photoIds[0], photoIds[0]] });
  expect(less.json.error).toMatchObject({ code: 'CONFLICT', field: 'photoIds' });

  // A file that names the home again leaves its photos.
  expect((await importFile(`${heading}\nseen,"12 Oak, Austin",Zilker,active,400000,3,2,1500`)).status).toBe(200);
  const left = await as('admin', 'DELETE', `/listings/seen/photos/${photoIds[0]}`);
  expect(left.json).toMatchObject({ priceCents: 40_000_000, photos: [{ photoId: photoIds[1] }] });
  expect((await fetch(`${hub.url}/home-photos/${photoIds[0]}`)).status).toBe(404);
});

it('a file that is not a photo is not kept, and a home has at most thirty photos', async () => {
  await as('admin', 'POST', '/listings', { ...words, listingId: 'full' });
  for (const bytes of [Buffer.from('<svg onload="alert(1)"/>'), smallPdf(''), await pixelBomb(), Buffer.alloc(0)])
    expect((await addPhoto('full', bytes)).json.error).toMatchObject({ code: 'VALIDATION_FAILED', field: 'file' });
  expect((await addPhoto('full', Buffer.alloc(10 * 1024 * 1024 + 1))).json.error.code).toBe('PAYLOAD_TOO_LARGE');
  expect((await addPhoto('full', await photo('red'), 'agent')).json.error.code).toBe('FORBIDDEN');
  expect(await hub.stores.homePhotos.countOfTenant(tenantId, 10)).toBe(1);
  const photos = Array.from({ length: homeLimits.photos }, (_, at) => ({ id: `p${at}`, width: 4, height: 3 }));
  await hub.stores.listings.setPhotos(tenantId, 'full', photos, 0);
  expect((await addPhoto('full', await photo('red'))).json.error.code).toBe('QUOTA_EXCEEDED');
});
