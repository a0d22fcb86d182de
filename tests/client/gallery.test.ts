import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserOfFile } from '../journeys/browserOfFile.ts';
import { type Gallery, type GalleryScene, openGallery } from '../support/openGallery.ts';

const browser = browserOfFile();
let gallery: Gallery;
let axe: string;
beforeAll(async () => {
  gallery = await openGallery();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(() => gallery.close());

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}
/** The dark look differs in its colours alone: there only what depends on them is asked again. */
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

/** What goes on moving though the reader wants nothing to: only how much a thing is seen may change. */
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

/** What is wrong with a scene on a desktop in light and dark, and on a phone. */
async function wrongIn(page: Page, scene: GalleryScene): Promise<string[]> {
  const wrong: string[] = [];
  const say = (where: string) => (problem: string) => void wrong.push(`${scene.name}, ${where}: ${problem}`);
  await page.setViewportSize(desktop);
  await page.emulateMedia({ colorScheme: 'light' });
  await gallery.show(page, scene);
  for (const property of await moving(page)) say('reduced motion')(`${property} moves`);
  (await violations(page)).forEach(say('light'));
  await page.emulateMedia({ colorScheme: 'dark' });
  (await violations(page, ofColours)).forEach(say('dark'));
  if ((await sideways(page)) > 0) say('desktop')('wider than its page');
  for (const part of await withManySolid(page)) say('desktop')(`${part} has more than one solid button`);
  await page.setViewportSize(phone);
  // The desk lays itself out anew once it has heard of the other width.
  await page.waitForFunction(() => document.querySelector('.desk.wide, .desk.folded') === null);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  (await violations(page)).forEach(say('phone'));
  if ((await sideways(page)) > 0) say('phone')('wider than its page');
  return wrong;
}

describe.each(['desk', 'wall', 'widget'])('every state of the %s', (view) => {
  it('can be seen, breaks no rule of accessibility in light or dark, and fits a desktop and a phone', {
    // Some hundred pages.
    timeout: 900_000,
  }, async () => {
    const pages = await Promise.all(
      [1, 2].map(async () => (await browser.context({ reducedMotion: 'reduce' })).newPage()),
    );
    const [scenes] = await Promise.all(pages.map((page) => gallery.scenes(page)));
    for (const page of pages) await page.evaluate(axe);
    const toSee = (scenes ?? []).filter(({ name }) => name.startsWith(`${view}-`));
    expect(toSee.length).toBeGreaterThan(8);
    const wrong: string[] = [];
    await Promise.all(
      pages.map(async (page) => {
        for (let scene = toSee.shift(); scene; scene = toSee.shift()) wrong.push(...(await wrongIn(page, scene)));
      }),
    );
    expect(wrong).toEqual([]);
  });
});

it('a countdown, a time and a wait are the same each time that a scene is shown', async () => {
  const pictures: string[] = [];
  for (const _ of [1, 2]) {
    const page = await (await browser.context({ reducedMotion: 'reduce' })).newPage();
    const scenes = await gallery.scenes(page);
    await gallery.show(page, scenes.find(({ name }) => name === 'desk-held')!);
    await page.getByText('Jorge is on hold for 20 s').waitFor();
    // The part of the page that is loaded last.
    await page.getByText('No tasks.').waitFor();
    pictures.push(await page.locator('body').innerText());
  }
  expect(pictures[1]).toBe(pictures[0]);
});

describe('what is on its way', () => {
  it.each([
    ['desk-loading', '.inbox-row.skeleton'],
    ['desk-talk-loading', '.talk-skeleton'],
    ['wall-loading', '.card.skeleton'],
  ])('%s: shows its shape after 200 ms, and nothing before', async (name, shape) => {
    const page = await (await browser.context()).newPage();
    const scene = (await gallery.scenes(page)).find((one) => one.name === name)!;
    const slow = await (await browser.context()).newPage();
    await slow.clock.install({ time: 0 });
    await slow.clock.pauseAt(60_000);
    await slow.goto(gallery.url + scene.address);
    await slow.locator('.desk, .wall').waitFor({ state: 'attached' });
    await slow.clock.runFor(150);
    expect(await slow.locator(shape).count()).toBe(0);
    await slow.clock.runFor(100);
    await slow.locator(shape).first().waitFor();
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

describe('the focus comes back to where it was', () => {
  const shown = async (name: string) => {
    const page = await (await browser.context()).newPage();
    await gallery.show(page, (await gallery.scenes(page)).find((scene) => scene.name === name)!);
    return page;
  };

  it('from the correction of a fact to its pencil', async () => {
    const page = await shown('desk-talk');
    for (const pencil of await page.locator('.slot > button').all()) {
      await pencil.focus();
      await page.keyboard.press('Enter');
      await page.locator('.slot-edit :focus').waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => pencil.evaluate((button) => button === document.activeElement)).toBe(true);
    }
  });

  it('from a conversation that was watched to its card', async () => {
    const page = await shown('wall-watching');
    await page.getByLabel('Stop watching').press('Enter');
    await page.locator('[data-id=talk-1] button:focus').waitFor();
  });
});

describe('somebody who may not reply', () => {
  it.each(['desk-others', 'desk-others-held'])('%s: is offered no suggestion and no reply to send', async (name) => {
    const page = await (await browser.context()).newPage();
    await gallery.show(page, (await gallery.scenes(page)).find((scene) => scene.name === name)!);
    await page.getByText('Assigned to Owen Tanaka', { exact: true }).waitFor();
    expect(await page.locator('.now').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Assign to me' }).count()).toBe(0);
  });
});

describe('a screen at 200 %', () => {
  it.each(['desk-talk', 'desk-reply-held'])('%s: keeps a part of the talk, and every action in sight', async (name) => {
    const page = await (await browser.context({ viewport: { width: 720, height: 450 } })).newPage();
    await gallery.show(page, (await gallery.scenes(page)).find((scene) => scene.name === name)!);
    const talk = await page.locator('.talk').boundingBox();
    expect(talk?.height).toBeGreaterThan(90);
    for (const button of await page.locator('.now-buttons button, .mode-line button, .bottom-bar button').all())
      expect(
        await button.evaluate((one) => {
          const { left, top, width, height } = one.getBoundingClientRect();
          return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        }),
      ).toBe(true);
  });
});

const inView = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((row) => {
    const list = row.parentElement!.getBoundingClientRect();
    const { top, bottom } = row.getBoundingClientRect();
    return top >= list.top - 1 && bottom <= list.bottom + 1;
  });
