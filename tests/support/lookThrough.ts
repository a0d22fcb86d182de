import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { BrowserOfFile } from '../journeys/browserOfFile.ts';
import type { Gallery, GalleryScene } from './openGallery.ts';

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}
/** The dark look differs in its colors alone: there only what depends on them is asked again. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  const found = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then((result) => result.violations)`,
  )) as Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}
const ofColours = ['color-contrast', 'link-in-text-block'];
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** How far the page can be scrolled sideways: nothing in it may be wider than it is. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The animations that go on though the reader wants reduced motion: only opacity may change. */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shadows = [...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? []);
    const of = new Set(['opacity', 'offset', 'computedOffset', 'easing', 'composite']);
    return [document, ...shadows]
      .flatMap((root) => root.getAnimations())
      .flatMap(({ effect }) => (effect as KeyframeEffect).getKeyframes().flatMap((frame) => Object.keys(frame)))
      .filter((name) => !of.has(name));
  });

/** The parts of the desk in which more than one button is solid: the eye would not know which to press. */
const withManySolid = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const solid = ':is(.mantine-Button-root:not([data-variant]), .mantine-Button-root[data-variant="filled"])';
    return ['.inbox', '.talk-head', '.now', '.composer', '.known'].filter((part) =>
      [...document.querySelectorAll(part)].some(
        (one) => one.querySelectorAll(`${solid}:not([data-disabled])`).length > 1,
      ),
    );
  });

/** The looks in which a scene is asked for every rule of accessibility; a rule takes longer than all that is looked at beside it. */
export type Look = 'light' | 'dark' | 'phone';

/** The faults of a scene: on a desktop and on a phone, and by the rules of accessibility in these looks. */
async function wrongIn(page: Page, scene: GalleryScene, gallery: Gallery, looks: readonly Look[]): Promise<string[]> {
  const wrong: string[] = [];
  const say = (where: string) => (problem: string) => void wrong.push(`${scene.name}, ${where}: ${problem}`);
  await page.setViewportSize(desktop);
  await page.emulateMedia({ colorScheme: 'light' });
  await gallery.show(page, scene);
  for (const property of await moving(page)) say('reduced motion')(`${property} moves`);
  if (looks.includes('light')) (await violations(page)).forEach(say('light'));
  if (looks.includes('dark')) {
    await page.emulateMedia({ colorScheme: 'dark' });
    (await violations(page, ofColours)).forEach(say('dark'));
  }
  if ((await sideways(page)) > 0) say('desktop')('wider than its page');
  for (const part of await withManySolid(page)) say('desktop')(`${part} has more than one solid button`);
  await page.setViewportSize(phone);
  // The desk lays itself out anew once it has heard of the other width.
  await page.waitForFunction(() => document.querySelector('.desk.wide, .desk.folded') === null);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  if (looks.includes('phone')) (await violations(page)).forEach(say('phone'));
  if ((await sideways(page)) > 0) say('phone')('wider than its page');
  return wrong;
}

/** Looks at every scene of a view, in two pages at a time. */
export async function lookThrough(
  browser: BrowserOfFile,
  gallery: Gallery,
  view: string,
  looks: readonly Look[],
): Promise<{ seen: number; wrong: string[] }> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const pages = await Promise.all(
    [1, 2].map(async () => (await browser.context({ reducedMotion: 'reduce' })).newPage()),
  );
  const [scenes] = await Promise.all(pages.map((page) => gallery.scenes(page)));
  for (const page of pages) await page.evaluate(axe);
  const toSee = (scenes ?? []).filter(({ name }) => name.startsWith(`${view}-`));
  const seen = toSee.length;
  const wrong: string[] = [];
  await Promise.all(
    pages.map(async (page) => {
      for (let scene = toSee.shift(); scene; scene = toSee.shift())
        wrong.push(...(await wrongIn(page, scene, gallery, looks)));
    }),
  );
  return { seen, wrong };
}
