import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoTenantId } from '../../../src/app/demoTenant.ts';
import { createSite } from '../../../src/features/identity/createSite.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { signIn } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openVisitorPage } from '../people.ts';

/** A picture of one red point. */
const redPixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC';

const browser = browserOfFile();
let hub: OpenHub;
let sites: Server[] = [];
beforeAll(async () => {
  hub = await openHub();
  await dressWidget();
});
afterEach(() => {
  for (const site of sites) site.close();
  sites = [];
});
afterAll(() => hub.close());

/** The look that the visitors of every journey here find. */
async function dressWidget(): Promise<void> {
  const admin = (await signIn(hub.url, 'admin@demo.example', demoPassword)).accessToken;
  const put = async (path: string, body: object): Promise<{ version: number }> => {
    const headers = { authorization: `Bearer ${admin}`, 'content-type': 'application/json' };
    const answer = await fetch(`${hub.url}/api/v1${path}`, { method: 'PUT', headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { version: number };
  };
  const change = { colours: { light: '#7a1f3d', dark: '#f7a8c0' } };
  const { version } = await put('/settings', { version: 0, change });
  await put('/settings/logo', { version, image: redPixel });
}

/** A brokerage's own page with a strict policy that names only itself and the hub. */
async function serveSite(siteKey: () => string): Promise<string> {
  const policy = [
    `default-src 'self'`,
    `script-src 'self' ${hub.url}`,
    `connect-src 'self' ${hub.url} ${hub.url.replace('http', 'ws')}`,
  ].join('; ');
  const site = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(204).end();
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      // Such a page takes nothing from elsewhere that does not say it may be taken.
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(`<!doctype html><html lang="en"><title>Our homes</title><main><h1>Our homes</h1><p>Words of the page.</p></main>
      <script src="${hub.url}/widget.js" data-site-key="${siteKey()}" async></script></html>`);
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  sites.push(site);
  return `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
}

const siteFor = (origin: string): Promise<{ siteKey: string }> =>
  createSite(
    { store: hub.stores.identity, clock: systemClock },
    { tenantId: demoTenantId, name: 'Our homes', allowedOrigins: [origin] },
  );

describe('the widget on a page of another origin', () => {
  it('works under a strict policy, and leaves the page as it was', async () => {
    let siteKey = '';
    const origin = await serveSite(() => siteKey);
    siteKey = (await siteFor(origin)).siteKey;
    const visitor = await openVisitorPage(await browser.context(), origin, { open: false });
    const text = visitor.page.getByText('Words of the page.');
    const before = await text.boundingBox();
    await visitor.chat.locator('.launcher').click();
    expect(await visitor.ask('I want to sell my home')).toContain('AI assistant at Barton Ridge Realty');
    expect(await text.boundingBox()).toEqual(before);
    await visitor.page.reload();
    await visitor.chat.locator('.launcher').click();
    await expect.poll(() => visitor.texts('you')).toEqual(['I want to sell my home']);
  });

  it('wears the brokerage’s colors and its logo, with nothing more in the policy', async () => {
    let siteKey = '';
    const origin = await serveSite(() => siteKey);
    siteKey = (await siteFor(origin)).siteKey;
    const { chat } = await openVisitorPage(await browser.context(), origin, { open: false });
    const launcher = chat.locator('.launcher');
    await launcher.waitFor();
    await expect
      .poll(() => launcher.evaluate((button) => getComputedStyle(button).backgroundColor))
      .toBe('rgb(122, 31, 61)');
    await launcher.click();
    const logo = chat.locator('canvas.logo');
    await logo.waitFor();
    const painted = await logo.evaluate((canvas) => {
      const pixel = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, 1, 1).data;
      return [...(pixel ?? [])];
    });
    expect(painted).toEqual([255, 0, 0, 255]);
  });

  it('is refused where the site is not listed, and says so', async () => {
    const listed = await siteFor('https://www.example.com');
    const origin = await serveSite(() => listed.siteKey);
    browser.forgive(/403/);
    const { chat, frames } = await openVisitorPage(await browser.context(), origin);
    await chat.getByText(/^The chat isn’t available here\./).waitFor();
    expect(await chat.locator('.status').textContent()).not.toContain('undefined');
    expect(frames).toEqual([]);
  });
});
