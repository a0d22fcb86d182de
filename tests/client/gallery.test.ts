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
