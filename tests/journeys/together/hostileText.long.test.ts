import { SignJWT } from 'jose';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeAnthropic, startFakeAnthropic, stop, tokensFor } from '../../support/fakeAnthropic.ts';
import { signIn } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, openWall, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
let model: FakeAnthropic;
beforeAll(async () => {
  model = await startFakeAnthropic();
  // The played answers are no readings of messages; on a busy machine, late readings would also keep the model from the coach.
  const env = { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url, HUB_MODEL_OFF: 'understand' };
  hub = await openHub({ env });
});
afterAll(async () => {
  await hub.close();
  await model.close();
});

const hostile = [
  '<img src=x onerror="window.ran=1"><b>bold</b>',
  '<script>window.ran=2</script>',
  '</textarea><svg onload="window.ran=3">',
  '\u202Egnp.exe\u202C \u2066abc\u2069 \u200Bspace',
  '[click](javascript:window.ran=4) javascript:window.ran=5',
  '![pic](https://evil.example/x.png) {{constructor.constructor("window.ran=6")()}}',
  'https://example.com/?a="onmouseover=window.ran=7//',
  '\u202Eright to left without an end, \u2067and another',
  '🏡👩‍👩‍👧‍👦🇺🇸👍🏽 e\u0301\u0323\u0308 Z\u0351\u036B\u0343\u0300\u0489\u0301\u0302a\u0310\u0351l\u0316g\u0321o\u0322',
  'مرحبا <b>abc</b> \u200B\u200D\uFEFF\u00AD שלום 123',
  'W'.repeat(4000),
  '🏡'.repeat(1000),
  // The hub keeps words in one form: the same ones, composed.
].map((text) => text.normalize('NFC'));
/** Text that a model might write after somebody talked it into it. */
const modelWords = `**Sure**, see [the plans](javascript:window.ran="model") <img src=x onerror="window.ran='model'"> here.
# A heading
![plan](https://evil.example/plan.png) <script>window.ran="model"</script> ${'m'.repeat(400)} \u202Etfel ot thgir`;

/** The damage on a page if words of a visitor had become more than words. */
const damage = (page: Page, root: string): Promise<unknown> =>
  page.evaluate((selector) => {
    const scope = document.querySelector('jorge-chat')?.shadowRoot ?? document;
    const place = scope.querySelector(selector) as HTMLElement;
    return {
      ran: (window as { ran?: number }).ran ?? null,
      elements: [
        ...place.querySelectorAll(
          'img, script, iframe, h1:not(header *), strong:not(.home-figures *), b b, svg[onload], [onerror], [onmouseover]',
        ),
      ].map((element) => element.outerHTML.slice(0, 80)),
      links: [...place.querySelectorAll<HTMLAnchorElement>('a[href]')]
        .map((link) => link.protocol)
        .filter((protocol) => !/^https?:$/.test(protocol)),
      wider: place.scrollWidth > place.clientWidth || document.documentElement.scrollWidth > window.innerWidth,
    };
  }, root);
const theirs = (page: Page) => page.locator('.talk .message.theirs .words').allTextContents();
const ours = (page: Page) => page.locator('.talk .message.ours .words').allTextContents();

/** Three profiles, and the hosts that any of them asks. */
async function seats(): Promise<[BrowserContext, BrowserContext, BrowserContext, string[]]> {
  const [atWidget, atDesk, atWall] = [await browser.context(), await browser.context(), await browser.context()];
  const asked: string[] = [];
  for (const context of [atWidget, atDesk, atWall])
    context.on('request', (request) => asked.push(new URL(request.url()).hostname));
  return [atWidget, atDesk, atWall, asked];
}
const none = { ran: null, elements: [], links: [], wider: false };

describe('hostile words of a visitor', () => {
  it('S46: are words in the widget, on the desk and on the wall', async () => {
    const [atWidget, atDesk, atWall, asked] = await seats();
    const visitor = await openVisitorPage(atWidget, `${hub.url}/demo`);
    for (const text of hostile) await visitor.write(text);
    await expect.poll(() => visitor.texts('you')).toEqual(hostile);
    await visitor.chat.locator('.list > .bot:last-child:not(.streaming)').waitFor();
    expect(await damage(visitor.page, '.log')).toEqual(none);

    const desk = await openDesk(atDesk, hub.url);
    await (await rowOf(desk, visitor)).click();
    await expect.poll(() => theirs(desk)).toEqual(hostile);
    expect(await damage(desk, '.talk')).toEqual(none);
    expect(await damage(desk, '.inbox-rows')).toEqual(none);

    const wall = await openWall(atWall, hub.url);
    await wall.locator('.card button').click();
    await expect.poll(() => theirs(wall)).toEqual(hostile);
    expect(await damage(wall, '.talk')).toEqual(none);
    expect(await damage(wall, '.cards')).toEqual(none);
    expect(new Set(asked)).toEqual(new Set([new URL(hub.url).hostname]));
  });
});

describe('the name of a visitor', () => {
  it('S85: that sounds like the team’s stands on the visitor’s side, without a mark of the team', async () => {
    const call = async (path: string): Promise<{ items: { id: string; siteKey: string }[]; secret: string }> => {
      const { accessToken } = await signIn(hub.url, 'admin@demo.example', demoPassword);
      const headers = { authorization: `Bearer ${accessToken}` };
      const method = path === '/sites' ? 'GET' : 'POST';
      return (await fetch(`${hub.url}/api/v1${path}`, { method, headers })).json();
    };
    const site = (await call('/sites')).items.find(({ siteKey }) => siteKey === 'demo');
    const { secret } = await call(`/sites/${site?.id}/identity-secret`);
    const token = await new SignJWT({ name: 'Support Agent (staff)' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('somebody')
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(secret));
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.page.evaluate((identity) => window.JorgeHub?.identify(identity), token);
    await visitor.ask('My password is not working');

    const desk = await openDesk(await browser.context(), hub.url);
    await desk.locator('.inbox-rows').getByText('Support Agent (staff)').click();
    const line = desk.locator('.talk .message', { hasText: 'My password is not working' });
    await line.getByText('Support Agent (staff)').waitFor();
    expect(await line.getAttribute('class')).toMatch(/\btheirs\b/);
    expect(await line.locator('.speaker-role').count()).toBe(0);
  });
});

describe('text from a model', () => {
  it('as markup is kept from the visitor, and is words on the desk and on the wall: no link, no picture, no heading', async () => {
    model.play(({ body }) => [{ do: 'tokens', tokens: tokensFor(body, modelWords), everyMs: 0 }, stop()]);
    const [atWidget, atDesk, atWall, asked] = await seats();
    const visitor = await openVisitorPage(atWidget, `${hub.url}/demo`);
    await visitor.ask('Hello');
    const desk = await openDesk(atDesk, hub.url);
    await (await rowOf(desk, visitor)).click();
    await desk.getByText('Hello').first().waitFor();
    const wall = await openWall(atWall, hub.url);
    await wall
      .locator(`.card[data-id="${await visitor.conversationId()}"] button`)
      .first()
      .click();
    const answer = await visitor.ask('Does it have a heat pump?');
    expect(answer).toMatch(/^Heating and cooling: Central heating and air, heat pump installed in 2022\.$/);
    expect(await damage(visitor.page, '.log')).toEqual(none);
    await expect.poll(() => desk.locator('.now.suggestion .now-say').allTextContents()).toEqual([modelWords]);
    for (const place of ['.talk', '.now', '.rail', '.inbox-rows']) expect(await damage(desk, place)).toEqual(none);
    await expect.poll(() => ours(wall)).toContain(answer);
    for (const place of ['.talk', '.sheet', '.cards']) expect(await damage(wall, place)).toEqual(none);
    expect(new Set(asked)).toEqual(new Set([new URL(hub.url).hostname]));
  });
});
