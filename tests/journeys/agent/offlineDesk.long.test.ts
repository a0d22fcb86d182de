import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { networkOf } from '../network.ts';
import { openDesk, openVisitorPage, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

const workerReady = (page: Page): Promise<string> =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL ?? '');

describe('the desk as an app', () => {
  it('can be installed: a manifest with icons of its own that are there, and a worker for its pages alone', async () => {
    const desk = await openDesk(await browser.context(), hub.url);
    expect(await workerReady(desk)).toBe(`${hub.url}/deskWorker.js`);
    expect(await desk.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(`${hub.url}/desk`);
    const response = await fetch(`${hub.url}/desk.webmanifest`);
    expect(response.headers.get('content-type')).toContain('application/manifest+json');
    const manifest = (await response.json()) as { start_url: string; display: string; icons: { src: string }[] };
    expect(manifest).toMatchObject({ start_url: '/desk', scope: '/desk', display: 'standalone' });
    for (const { src } of manifest.icons) {
      const icon = await fetch(hub.url + src);
      expect([src, icon.headers.get('content-type')]).toEqual([src, 'image/png']);
    }
    // The worker itself is asked for anew each time: an old one could not be replaced otherwise.
    expect((await fetch(`${hub.url}/deskWorker.js`)).headers.get('cache-control')).toBe('no-cache');
  });

  it('a notification that is pressed leads the open desk to its conversation', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Is there parking?');
    const context = await browser.context();
    const desk = await openDesk(context, hub.url);
    await workerReady(desk);
    // From here on the page is the worker's.
    await desk.reload();
    const row = await rowOf(desk, visitor);
    const address = (await row.getAttribute('href')) ?? '';
    expect(new URL(desk.url()).pathname).toBe('/desk');
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    // A browser without windows shows no notification: the press on one is said to the worker as a browser with windows would.
    const isClosed = await worker.evaluate(
      (tag) => {
        const Press = (self as unknown as { ExtendableEvent: new (type: string) => Event }).ExtendableEvent;
        let closed = false;
        const close = () => {
          closed = true;
        };
        self.dispatchEvent(Object.assign(new Press('notificationclick'), { notification: { tag, close } }));
        return closed;
      },
      decodeURIComponent(address.split('/').at(-1) ?? ''),
    );
    expect(isClosed).toBe(true);
    await desk.waitForURL(`${hub.url}${address}`);
    await desk.getByText('Is there parking?').first().waitFor();
  });

  it('opens without a network, never keeps an answer of the API, and sends what was written once it is back', async () => {
    browser.forgive(/ERR_INTERNET_DISCONNECTED|Failed to load resource|WebSocket/);
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Is there parking?');
    const context = await browser.context();
    const switchNetwork = await networkOf(context);
    const desk = await openDesk(context, hub.url);
    await workerReady(desk);
    await (await rowOf(desk, visitor)).click();
    const reply = desk.getByLabel('Reply', { exact: true });
    await reply.waitFor();

    await switchNetwork(false);
    await desk.locator('.stale-line').waitFor();
    await reply.fill('Yes, two places in front of the house.');
    await reply.press('Enter');
    await desk.getByText('Waiting for a connection').waitFor();
    await reply.fill('Half a thought');

    await desk.reload();
    await desk.getByRole('heading', { name: 'Inbox' }).waitFor();
    await desk.getByText('Can’t reach the hub. Trying again…').waitFor();
    const cached = await desk.evaluate(async () => {
      const names = await caches.keys();
      const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map((request) => new URL(request.url).pathname);
    });
    expect(cached).toContain('/desk');
    expect(cached.filter((path) => path !== '/desk' && !path.startsWith('/assets/'))).toEqual([]);

    await switchNetwork(true);
    await visitor.hears('Yes, two places in front of the house.', 'person');
    await desk.locator('.stale-line').waitFor({ state: 'detached' });
    await expect.poll(() => reply.inputValue()).toBe('Half a thought');
    expect(await visitor.texts('person')).toEqual(['Yes, two places in front of the house.']);
    await expect.poll(() => desk.locator('.unsent').count()).toBe(0);
  });

  it('on a phone is one column with its actions at the thumb, none smaller than a finger needs', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Is the kitchen new?');
    const phone = await browser.context({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const desk = await openDesk(phone, hub.url);
    await (await rowOf(desk, visitor)).tap();
    // Until somebody writes, the talk has more than half of the screen.
    const talk = await desk.locator('.talk').boundingBox();
    expect(talk?.height).toBeGreaterThan(844 / 2);
    await desk.getByLabel('Reply', { exact: true }).tap();
    const reach = async (name: string) => {
      const box = await desk.getByRole('button', { name, exact: true }).boundingBox();
      expect([name, box !== null && box.height >= 44, box !== null && box.y > 844 / 2]).toEqual([name, true, true]);
    };
    for (const name of ['Inbox', 'Chat', 'Details', 'Send', 'Reply', 'Note']) await reach(name);
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
