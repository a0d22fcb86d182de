import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openVisitorPage } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

/** The element with the focus, in the chat's own tree if it is there. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const inside = document.querySelector('jorge-chat')?.shadowRoot?.activeElement;
    return inside ? inside.className || inside.localName : (document.activeElement?.localName ?? '');
  });

describe('a visitor alone', () => {
  it('asks on the listing page, is answered by an AI that says so, and finds the talk again after a reload', async () => {
    const context = await browser.context();
    const visitor = await openVisitorPage(context, `${hub.url}/demo`);
    await visitor.chat.getByText('Jorge is an AI assistant. You can ask for a person at any time.').waitFor();
    const first = await visitor.ask('Hi, is this home still for sale?');
    expect(first).toContain("I'm Jorge, the AI assistant at Barton Ridge Realty");
    const parking = await visitor.ask('Is there parking?');
    const second = await visitor.choose('Not yet');
    expect(second).not.toBe(parking);
    const asked = ['Hi, is this home still for sale?', 'Is there parking?', 'Not yet'];
    expect(await visitor.texts('you')).toEqual(asked);

    await visitor.page.reload();
    await visitor.chat.locator('.launcher').click();
    await visitor.hears(second);
    expect(await visitor.texts('you')).toEqual(asked);
    expect(await visitor.texts('bot')).toEqual([first, parking, second]);

    await visitor.input.press('Escape');
    await visitor.chat.locator('.sheet').waitFor({ state: 'hidden' });
    await expect.poll(() => focused(visitor.page)).toBe('launcher');
  });

  it('gets by with the keyboard alone', async () => {
    const { page, chat } = await openVisitorPage(await browser.context(), `${hub.url}/demo`, { open: false });
    await chat.locator('.launcher').waitFor();
    const tabTo = async (key: 'Tab' | 'Shift+Tab', arrived: () => Promise<boolean>): Promise<void> => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press(key);
        if (await arrived()) return;
      }
      throw new Error('the focus never got there');
    };
    await tabTo('Tab', async () => (await focused(page)) === 'launcher');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('textarea');
    await page.keyboard.type('Is there parking?');
    await page.keyboard.press('Enter');
    await chat.locator('.list > .bot:last-child:not(.streaming)').waitFor();
    await page.keyboard.type('And an HOA?');
    await page.keyboard.press('Enter');
    await chat.getByRole('button', { name: 'Not yet', exact: true }).waitFor();
    const label = () =>
      page.evaluate(() => document.querySelector('jorge-chat')?.shadowRoot?.activeElement?.textContent ?? '');
    await tabTo('Shift+Tab', async () => (await label()) === 'Not yet');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => chat.locator('.you .text').allTextContents())
      .toEqual(['Is there parking?', 'And an HOA?', 'Not yet']);
    await chat.locator('.list > .bot:last-child:not(.streaming)').waitFor();
    await page.keyboard.press('Escape');
    await chat.locator('.sheet').waitFor({ state: 'hidden' });
    await expect.poll(() => focused(page)).toBe('launcher');
  });

  it('has the whole of a phone for the chat, and the page behind does not move', async () => {
    const size = { width: 390, height: 844 };
    const context = await browser.context({ viewport: size, hasTouch: true, isMobile: true });
    const { page, chat } = await openVisitorPage(context, `${hub.url}/demo`, { open: false });
    const pageWidth = () => page.evaluate(() => document.documentElement.scrollWidth);
    await chat.locator('.launcher').waitFor();
    const heading = page.getByRole('heading', { level: 1 });
    const before = await heading.boundingBox();
    await chat.locator('.launcher').tap();
    const sheet = chat.locator('.sheet');
    await sheet.waitFor();
    // It rises.
    await expect.poll(() => sheet.boundingBox()).toEqual({ x: 0, y: 0, ...size });
    expect(await pageWidth()).toBe(size.width);
    await chat.getByRole('button', { name: 'Close chat' }).first().tap();
    await sheet.waitFor({ state: 'hidden' });
    await expect.poll(() => heading.boundingBox()).toEqual(before);
  });

  it('is told after STOP that nobody will write, and is answered all the same', async () => {
    const { chat, ask, write, hears } = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await ask('Hello');
    await write('STOP');
    await chat.getByText('You can still chat here').waitFor();
    expect(await ask('How old is the roof?')).toMatch(/roof/i);
    await chat.locator('.answering').getByText('Jorge, AI assistant').waitFor();
    await write('START');
    await hears(/message you again/);
  });

  it('sees one talk in two tabs, each word in both', async () => {
    const context = await browser.context();
    const first = await openVisitorPage(context, `${hub.url}/demo`);
    await first.ask('Is there an HOA?');
    const second = await openVisitorPage(context, `${hub.url}/demo`);
    await expect.poll(() => second.texts('you')).toEqual(['Is there an HOA?']);
    await second.ask('Is there parking?');
    const answer = await second.choose('Not yet');
    await first.hears(answer);
    expect(await first.texts('you')).toEqual(['Is there an HOA?', 'Is there parking?', 'Not yet']);
    expect(await first.texts('bot')).toEqual(await second.texts('bot'));
  });
});
