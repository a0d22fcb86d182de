import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../support/openHub.ts';
import { browserOfFile } from './browserOfFile.ts';
import { openDesk, openVisitorPage, openWall } from './people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

const hostile = [
  '<img src=x onerror="window.ran=1"><b>bold</b>',
  '<script>window.ran=2</script>',
  '</textarea><svg onload="window.ran=3">',
  '\u202Egnp.exe\u202C \u2066abc\u2069 \u200Bspace',
  '[click](javascript:window.ran=4) javascript:window.ran=5',
  '![pic](https://evil.example/x.png) {{constructor.constructor("window.ran=6")()}}',
  'https://example.com/?a="onmouseover=window.ran=7//',
  'W'.repeat(4000),
];

/** What a page would look like if words of a visitor had become more than words. */
const damage = (page: Page, root: string): Promise<unknown> =>
  page.evaluate((selector) => {
    const scope = document.querySelector('jorge-chat')?.shadowRoot ?? document;
    const place = scope.querySelector(selector) as HTMLElement;
    return {
      ran: (window as { ran?: number }).ran ?? null,
      elements: place.querySelectorAll('img, script, b b, svg[onload], [onerror], [onmouseover]').length,
      links: [...place.querySelectorAll('a')]
        .map((link) => link.protocol)
        .filter((protocol) => !/^https?:$/.test(protocol)),
      wider: place.scrollWidth > place.clientWidth || document.documentElement.scrollWidth > window.innerWidth,
    };
  }, root);
const none = { ran: null, elements: 0, links: [], wider: false };

describe('hostile words of a visitor', () => {
  it('are words in the widget, on the desk and on the wall', { timeout: 60_000 }, async () => {
    const contexts: BrowserContext[] = [];
    for (let seat = 0; seat < 3; seat += 1) contexts.push(await browser.context());
    const asked: string[] = [];
    for (const context of contexts) context.on('request', (request) => asked.push(new URL(request.url()).hostname));
    const [atWidget, atDesk, atWall] = contexts as [BrowserContext, BrowserContext, BrowserContext];
    const visitor = await openVisitorPage(atWidget, `${hub.url}/demo`);
    for (const text of hostile) await visitor.write(text);
    await expect.poll(() => visitor.texts('you')).toEqual(hostile);
    await visitor.chat.locator('.list > .bot:last-child:not(.streaming)').waitFor();
    expect(await damage(visitor.page, '.log')).toEqual(none);

    const desk = await openDesk(atDesk, hub.url);
    await desk.locator('a.inbox-row').click();
    const theirs = (page: Page) => page.locator('.talk .message.theirs .words').allTextContents();
    await expect.poll(() => theirs(desk)).toEqual(hostile);
    expect(await damage(desk, '.talk')).toEqual(none);
    expect(await damage(desk, '.inbox-rows')).toEqual(none);

    const wall = await openWall(atWall, hub.url);
    await wall.locator('.card button').click();
    await expect.poll(() => theirs(wall)).toEqual(hostile);
    expect(await damage(wall, '.talk')).toEqual(none);
    expect(await damage(wall, '.cards')).toEqual(none);
    expect([...new Set(asked)]).toEqual([new URL(hub.url).hostname]);
  });
});
