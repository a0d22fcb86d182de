import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserOfFile } from '../journeys/browserOfFile.ts';
import { type Gallery, openGallery } from '../support/openGallery.ts';

const browser = browserOfFile();
let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

it('a countdown, a time and a wait are the same each time that a scene is shown', async () => {
  const pictures: string[] = [];
  for (const _ of [1, 2]) {
    const page = await (await browser.context({ reducedMotion: 'reduce' })).newPage();
    const scenes = await gallery.scenes(page);
    await gallery.show(page, scenes.find(({ name }) => name === 'desk-held')!);
    await page.getByText('Jorge is on hold for 20 sec').waitFor();
    // The part of the page that is loaded last.
    await page.getByText('No tasks.').waitFor();
    pictures.push(await page.locator('body').innerText());
  }
  expect(pictures[1]).toBe(pictures[0]);
});

describe('homes on their way', () => {
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
