import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

it('a home is found, asked of as a visitor would, and changed by two at once: the second sees both versions and chooses', async () => {
  const wide = { viewport: { width: 1440, height: 900 } };
  const desk = await openDesk(await browser.context(wide), hub.url, 'supervisor@demo.example');
  expect(
    await desk.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
  ).not.toContainEqual(expect.stringContaining('HomesPage'));
  await desk.getByRole('link', { name: 'Homes', exact: true }).click();
  await desk.getByText('40 homes').waitFor();
  await desk.getByRole('combobox', { name: 'Status' }).selectOption('sold');
  await desk.getByRole('textbox', { name: 'Search homes' }).fill('no such home');
  await desk.getByText('No homes match').waitFor();
  await desk.getByRole('button', { name: 'Show all homes' }).click();
  await desk.getByRole('textbox', { name: 'Search homes' }).fill('ashby');
  await desk.getByText('1 home', { exact: true }).waitFor();
  await desk.locator('.person-link').click();
  await desk.getByRole('heading', { name: '2417 Ashby Hollow Drive' }).waitFor();

  const ask = desk.getByRole('region', { name: 'Ask as a visitor' });
  await ask.getByRole('textbox').fill('how many bedrooms?');
  await ask.getByRole('textbox').press('Enter');
  await ask.getByText('It has 3 bedrooms.').waitFor();

  const other = await openDesk(await browser.context(wide), hub.url, 'admin@demo.example');
  await other.goto(desk.url());
  await other.getByRole('textbox', { name: 'Price' }).fill('675,000');
  await other.getByRole('textbox', { name: 'Listing agent' }).fill('Dana Whitfield');
  await other.getByRole('button', { name: 'Save' }).click();
  await other.getByText('Saved', { exact: true }).waitFor();

  browser.forgive(/status of 4(?:00|09) .*\/listings\//);
  const price = desk.getByRole('textbox', { name: 'Price' });
  await price.fill('cheap');
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByText('Must be a number.').waitFor();
  await price.fill('5');
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByText('Must be dollars such as').waitFor();
  expect(await price.evaluate((element) => element === document.activeElement)).toBe(true);
  await price.fill('669,000');
  await desk.getByRole('button', { name: 'Save' }).click();
  const both = desk.getByRole('alert', { name: 'Conflicting changes' });
  await both.waitFor();
  expect(await both.locator('dd').allInnerTexts()).toEqual(expect.arrayContaining(['675,000', '669,000']));
  await both.getByText('Theirs', { exact: true }).nth(1).click();
  await desk.getByRole('button', { name: 'Save' }).click();
  await both.waitFor({ state: 'detached' });
  await desk.getByRole('region', { name: 'At a glance' }).getByText('$675,000').waitFor();
});

it('a file of homes is taken in whole, or refused with each bad line; an agent reads and does not write; a phone has room for it', async () => {
  const phone = { viewport: { width: 390, height: 844 } };
  const desk = await openDesk(await browser.context(phone), hub.url, 'admin@demo.example');
  await desk.getByRole('link', { name: 'Homes', exact: true }).click();
  await desk.getByRole('button', { name: 'Import CSV' }).click();
  const send = (text: string) =>
    desk
      .locator('input[type=file]')
      .setInputFiles({ name: 'homes.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const heading = 'listing_id,address,area,status,price,beds,baths,sqft';
  await send(`${heading}\nx1,"1 Oak, Austin",Zilker,active,cheap,3,2,1500`);
  await desk.getByText('Line 2: x1: price must be dollars').waitFor();
  await send(await readFile(new URL('../../../docs/demo-homes.csv', import.meta.url), 'utf8'));
  await desk.getByText('0 added, 40 updated').waitFor();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await desk.getByRole('button', { name: 'New home' }).click();
  for (const [name, value] of Object.entries({ Address: '9 Fern Way, Kyle, TX 78640', Area: 'Kyle', Price: '410000' }))
    await desk.getByRole('textbox', { name, exact: false }).first().fill(value);
  for (const [name, value] of Object.entries({ Bedrooms: '3', Bathrooms: '2', 'Square feet': '1500' }))
    await desk.getByRole('textbox', { name }).first().fill(value);
  await desk.getByRole('button', { name: 'Add home' }).click();
  await desk.getByRole('heading', { name: '9 Fern Way' }).waitFor();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  const jpeg = (background: string) =>
    sharp({ create: { width: 600, height: 400, channels: 3, background } })
      .jpeg()
      .toBuffer();
  const photos = desk.getByRole('region', { name: 'Photos' });
  await photos.locator('input[type=file]').setInputFiles([
    { name: 'porch.jpg', mimeType: 'image/jpeg', buffer: await jpeg('red') },
    { name: 'kitchen.jpg', mimeType: 'image/jpeg', buffer: await jpeg('blue') },
    { name: 'yard.jpg', mimeType: 'image/jpeg', buffer: await jpeg('green') },
  ]);
  await photos.getByText('3 photos added.').waitFor();
  const second = (await photos.locator('img').nth(1).getAttribute('src')) ?? '';
  await photos.getByRole('button', { name: 'Move photo 2 up' }).press('Enter');
  await photos.getByText('Photo moved to position 1.').waitFor();
  expect(await photos.locator('img').first().getAttribute('src')).toBe(second);
  // Somebody else takes one away: the page shows the present photos, not the earlier ones.
  const third = /home-photos\/([\w-]+)/.exec((await photos.locator('img').nth(2).getAttribute('src')) ?? '')?.[1];
  const { accessToken } = await signIn(hub.url, 'admin@demo.example', demoPassword);
  const home = `${hub.url}/api/v1/listings/${desk.url().split('/').at(-1)}`;
  const headers = { authorization: `Bearer ${accessToken}` };
  expect((await fetch(`${home}/photos/${third}`, { method: 'DELETE', headers })).status).toBe(200);
  browser.forgive(/status of 409 .*\/photos/);
  await photos.getByRole('button', { name: 'Move photo 2 up' }).press('Enter');
  await photos.getByText('Someone else changed this home’s photos in the meantime.').waitFor();
  await expect.poll(() => photos.locator('img').count()).toBe(2);
  await photos.getByRole('button', { name: 'Delete photo 2' }).click();
  await photos.getByRole('button', { name: 'Delete', exact: true }).click();
  await photos.getByText('Photo deleted.').waitFor();
  await expect.poll(() => photos.locator('img').evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(600);

  const agent = await openDesk(await browser.context(phone), hub.url);
  await agent.goto(desk.url());
  await agent.getByText('Only supervisors and admins').waitFor();
  expect(await agent.getByRole('textbox', { name: 'Address' }).isDisabled()).toBe(true);
  expect(await agent.getByRole('button', { name: 'Save' }).count()).toBe(0);
});
