import { SignJWT } from 'jose';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { post, widgetSession } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';

const siteSecret = 'what the site signs its visitors with';
const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
  const site = await hub.stores.identity.findSiteByKey('demo');
  await hub.stores.identity.changeSite(site?.tenantId ?? '', site?.id ?? '', { identitySecret: siteSecret });
});
afterAll(() => hub.close());

const proofOf = (sub: string): Promise<string> =>
  new SignJWT({ name: sub })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(siteSecret));

const identify = async (page: Page, sub: string): Promise<void> => {
  const proof = await proofOf(sub);
  await page.evaluate(
    (token) => (window as never as { JorgeHub: { identify(t: string): void } }).JorgeHub.identify(token),
    proof,
  );
};
const forget = (page: Page): Promise<boolean> =>
  page.evaluate(() => (window as never as { JorgeHub: { forget(): Promise<boolean> } }).JorgeHub.forget());
const goto = async (page: Page): Promise<void> => {
  await page.goto(`${hub.url}/demo`);
  await page.locator('jorge-chat .launcher').waitFor();
};
const openChat = async (page: Page): Promise<void> => {
  await page.locator('jorge-chat .launcher').click();
  await page.locator('jorge-chat textarea').waitFor();
};
const write = async (page: Page, text: string): Promise<void> => {
  await page.locator('jorge-chat textarea').fill(text);
  await page.keyboard.press('Enter');
};
const mine = (page: Page): Promise<string[]> => page.locator('jorge-chat .you .text').allTextContents();
/** The widget says it once the hub has told it everything. */
const isFresh = (page: Page): Promise<void> => page.locator('jorge-chat .list:empty + .chips:not([hidden])').waitFor();
const keptKeys = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) =>
      /:(visitor|signed|outbox|signed-outbox|draft|read)\b/.test(key),
    ),
  );
const visitorTokens = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Object.entries(localStorage).flatMap(([key, value]) => (/:(visitor|signed)$/.test(key) ? value : [])),
  );

it('S82: a visitor who signs in goes on with their talk, on the next page too, and the next visitor sees none of it without signing in', async () => {
  const page = await (await browser.context()).newPage();
  await goto(page);
  await openChat(page);
  await write(page, 'Is the pool heated?');
  await expect.poll(() => mine(page)).toEqual(['Is the pool heated?']);
  const [copied = ''] = await visitorTokens(page);

  await identify(page, 'Robin');
  await expect.poll(() => visitorTokens(page)).not.toContain(copied);
  await write(page, 'I can pay 600 thousand.');
  await expect.poll(() => mine(page)).toEqual(['Is the pool heated?', 'I can pay 600 thousand.']);
  const stolen = await widgetSession(hub.url, { visitorToken: copied });
  expect(stolen.conversationId).toBeUndefined();

  await goto(page);
  await identify(page, 'Robin');
  await openChat(page);
  await expect.poll(() => mine(page)).toEqual(['Is the pool heated?', 'I can pay 600 thousand.']);
  await page.locator('jorge-chat textarea').fill('Half a thought of Robin');

  // Signed out of the site: its pages vouch for nobody.
  await goto(page);
  await openChat(page);
  await isFresh(page);
  expect(await mine(page)).toEqual([]);
  expect(await page.locator('jorge-chat textarea').inputValue()).toBe('');
  await write(page, 'Hello from somebody else');
  await expect.poll(() => mine(page)).toEqual(['Hello from somebody else']);

  await goto(page);
  await identify(page, 'Sam');
  await openChat(page);
  await expect.poll(() => mine(page)).toEqual(['Hello from somebody else']);
  await page.close();
});

it('one person after another on one page without a reload: each has their own talk, and nobody sends another’s unsent words', async () => {
  browser.forgive(/ERR_INTERNET_DISCONNECTED/);
  const page = await (await browser.context()).newPage();
  await goto(page);
  await identify(page, 'Robin-2');
  await openChat(page);
  await isFresh(page);
  await write(page, 'I am Robin');
  await expect.poll(() => mine(page)).toEqual(['I am Robin']);
  await page.context().setOffline(true);
  await write(page, 'Unsent words of Robin');
  await page.locator('jorge-chat .unsent').waitFor();
  await page.locator('jorge-chat textarea').fill('Half a thought of Robin');
  await identify(page, 'Kim-2');
  await page.context().setOffline(false);
  await isFresh(page);
  expect(await page.locator('jorge-chat textarea').inputValue()).toBe('');
  await write(page, 'I am Kim');
  await expect.poll(() => mine(page)).toEqual(['I am Kim']);
  await page.close();
});

it('S82: forgetting takes the talk off the screen and out of the browser, ends its tokens, and the next person is another visitor', async () => {
  const page = await (await browser.context()).newPage();
  await goto(page);
  await identify(page, 'Robin-3');
  await openChat(page);
  await write(page, 'My number is 512 555 0143');
  await expect.poll(() => mine(page)).toEqual(['My number is 512 555 0143']);
  const tab = await page.context().newPage();
  await goto(tab);
  await identify(tab, 'Robin-3');
  await openChat(tab);
  await expect.poll(() => mine(tab)).toEqual(['My number is 512 555 0143']);
  await tab.evaluate(() => {
    type Listen = (event: 'error', listener: (detail: { code: string }) => void) => void;
    (window as never as { JorgeHub: { on: Listen } }).JorgeHub.on('error', ({ code }) => {
      document.title = code;
    });
  });
  await page.locator('jorge-chat textarea').fill('Half a thought');
  const tokens = await visitorTokens(page);
  expect(tokens).toHaveLength(1);

  expect(await forget(page)).toBe(true);
  await isFresh(page);
  expect(await mine(page)).toEqual([]);
  expect(await page.locator('jorge-chat textarea').inputValue()).toBe('');
  const proof = await proofOf('Robin-3');
  for (const visitorToken of tokens) {
    const answer = await widgetSession(hub.url, { visitorToken, identityToken: proof });
    expect(answer.conversationId).toBeUndefined();
  }
  // The other tab is out as well, begins anew, and its page is told that nobody is signed in to the chat anymore.
  await expect.poll(() => mine(tab)).toEqual([]);
  await expect.poll(() => tab.evaluate(() => document.title)).toBe('AUTH_EXPIRED');
  await write(page, 'Hello, I am new here');
  await expect.poll(() => mine(page)).toEqual(['Hello, I am new here']);
  await page.context().close();
});

it('forgetting works before the chat was opened on this page, and for a visitor who never signed in', async () => {
  const page = await (await browser.context()).newPage();
  await goto(page);
  await openChat(page);
  await write(page, 'Words that nobody else is to read');
  await expect.poll(() => mine(page)).toHaveLength(1);
  const [visitorToken = ''] = await visitorTokens(page);
  await page.goto(`${hub.url}/demo`);
  await page.waitForFunction(() => 'JorgeHub' in window);
  expect(await forget(page)).toBe(true);
  const { body } = await post(hub.url, '/widget/sessions', { siteKey: 'demo', page: { url: 'x' }, visitorToken });
  expect(body.conversationId).toBeUndefined();
  await openChat(page);
  await isFresh(page);
  expect(await mine(page)).toEqual([]);
  expect((await keptKeys(page)).filter((key) => !key.endsWith(':visitor'))).toEqual([]);
  await page.close();
});
