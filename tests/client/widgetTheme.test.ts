import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserOfFile } from '../journeys/browserOfFile.ts';
import { startTalkingHub, type TalkingHub } from './talkingHub.ts';

let hub: TalkingHub;
const browser = browserOfFile();
beforeAll(async () => {
  hub = await startTalkingHub();
});
afterAll(() => hub.stop());

const set = {
  theme: { accent: '#7a1f3d', onAccent: '#ffffff', darkAccent: '#f7a8c0', onDarkAccent: '#0b1211' },
  greeting: 'Hello from Barton Ridge',
};

/** The launcher's colors and the first words, of a chat whose session says `more`. */
async function look(colorScheme: 'light' | 'dark', more: object) {
  const context = await browser.context({ colorScheme });
  const page = await context.newPage();
  await page.route('**/widget/sessions', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), ...more } });
  });
  await page.goto(`${hub.url}/demo`);
  await page.locator('jorge-chat .launcher').click();
  await page.locator('jorge-chat .bot .text, jorge-chat .chips button').first().waitFor();
  const colours = await page
    .locator('jorge-chat .launcher')
    .evaluate((launcher) => [getComputedStyle(launcher).backgroundColor, getComputedStyle(launcher).color]);
  const greets = await page.locator('jorge-chat').getByText('Hello from Barton Ridge').count();
  await context.close();
  return { colours, greets };
}

test('a brokerage’s own colors and greeting are the chat’s, by day and by night', async () => {
  expect(await look('light', set)).toEqual({ colours: ['rgb(122, 31, 61)', 'rgb(255, 255, 255)'], greets: 1 });
  expect(await look('dark', set)).toEqual({ colours: ['rgb(247, 168, 192)', 'rgb(11, 18, 17)'], greets: 1 });
});

test('a color that is none changes nothing', async () => {
  const theme = { ...set.theme, accent: 'red}*{display:none' };
  expect(await look('light', { theme })).toEqual({ colours: ['rgb(15, 118, 110)', 'rgb(255, 255, 255)'], greets: 0 });
});

test('the launcher is first seen in the brokerage’s colors, and at once in those that this browser knows', async () => {
  const context = await browser.context({});
  const page = await context.newPage();
  const launcher = page.locator('jorge-chat .launcher');
  const colour = () => launcher.evaluate((button) => getComputedStyle(button).backgroundColor);
  let tell = () => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  await page.clock.install();
  await page.route('**/widget/look*', async (route) => {
    await told;
    await route.fulfill({ json: { theme: set.theme } });
  });
  await page.goto(`${hub.url}/demo`);
  await launcher.waitFor({ state: 'attached' });
  expect(await launcher.isVisible()).toBe(false);
  tell();
  await launcher.waitFor();
  expect(await colour()).toBe('rgb(122, 31, 61)');

  // On the next page the colors are known, whatever the hub does.
  await page.unroute('**/widget/look*');
  await page.route('**/widget/look*', () => undefined);
  await page.reload();
  await launcher.waitFor();
  expect(await colour()).toBe('rgb(122, 31, 61)');
  await context.close();
});

test('a hub that does not tell its colors holds the launcher back for a second only', async () => {
  const context = await browser.context({});
  const page = await context.newPage();
  await page.clock.install();
  await page.route('**/widget/look*', () => undefined);
  await page.goto(`${hub.url}/demo`);
  const launcher = page.locator('jorge-chat .launcher');
  await launcher.waitFor({ state: 'attached' });
  expect(await launcher.isVisible()).toBe(false);
  await page.clock.runFor(1_000);
  await launcher.waitFor();
  await context.close();
});
