import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserOfFile } from '../journeys/browserOfFile.ts';
import { type Gallery, openGallery } from '../support/openGallery.ts';

const browser = browserOfFile();
let gallery: Gallery;
let axe: string;
beforeAll(async () => {
  gallery = await openGallery();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}, 120_000);
afterAll(() => gallery.close());

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}
async function violations(page: Page): Promise<string[]> {
  const found = (await page.evaluate('axe.run().then((result) => result.violations)')) as Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}
/** How far the page can be scrolled sideways: nothing in it may be wider than it is. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(['desk', 'wall', 'widget'])('every state of the %s', (view) => {
  it('can be seen, breaks no rule of accessibility in light or dark, and fits its page', {
    timeout: 240_000,
  }, async () => {
    const page = await (await browser.context({ reducedMotion: 'reduce' })).newPage();
    const scenes = (await gallery.scenes(page)).filter(({ name }) => name.startsWith(`${view}-`));
    expect(scenes.length).toBeGreaterThan(8);
    const wrong: string[] = [];
    for (const scene of scenes) {
      await gallery.show(page, scene);
      await page.evaluate(axe);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const problem of await violations(page)) wrong.push(`${scene.name}, ${colorScheme}: ${problem}`);
      }
      if ((await sideways(page)) > 0) wrong.push(`${scene.name}: wider than its page`);
      await page.setViewportSize({ width: 390, height: 844 });
      if ((await sideways(page)) > 0) wrong.push(`${scene.name}: wider than a phone`);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    expect(wrong).toEqual([]);
  });
});

describe('an inbox of 200 rows', () => {
  const shown = async () => {
    const page = await (await browser.context()).newPage();
    const scenes = await gallery.scenes(page);
    await gallery.show(page, scenes.find(({ name }) => name === 'desk-200-rows')!);
    return page;
  };

  it('draws those near the eyes, and the others where they are scrolled to', async () => {
    const page = await shown();
    expect(await page.locator('a.inbox-row').count()).toBeLessThan(100);
    await page.locator('.inbox-rows').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.locator('a.inbox-row').nth(199).waitFor();
    await page.locator('.inbox-rows').evaluate((list) => list.scrollTo(0, 0));
    await page.locator('a.inbox-row').nth(199).waitFor({ state: 'detached' });
  });

  it('is walked through to its end by keys, with the row in view at each step', async () => {
    const page = await shown();
    for (let step = 0; step < 200; step += 1) await page.keyboard.press('j');
    const last = page.locator('a.inbox-row').nth(199);
    await page.locator('a.inbox-row.current').and(last).waitFor();
    await expect.poll(() => inView(page, '.inbox-row.current')).toBe(true);
    for (let step = 0; step < 200; step += 1) await page.keyboard.press('k');
    await page.locator('a.inbox-row.current').and(page.locator('a.inbox-row').first()).waitFor();
    await expect.poll(() => inView(page, '.inbox-row.current')).toBe(true);
  });
});

const inView = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((row) => {
    const list = row.parentElement!.getBoundingClientRect();
    const { top, bottom } = row.getBoundingClientRect();
    return top >= list.top - 1 && bottom <= list.bottom + 1;
  });
