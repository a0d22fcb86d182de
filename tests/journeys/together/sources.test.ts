/** The mark under an answer that opens the facts behind it. Costs: a hub and a browser, some ten seconds. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

const isWithin = (inner: Locator, outer: Locator): Promise<boolean> =>
  Promise.all([inner.boundingBox(), outer.boundingBox()]).then(
    ([one, other]) => one !== null && other !== null && one.x >= other.x && one.x + one.width <= other.x + other.width,
  );

describe('the sources of an answer', () => {
  it('open and close under the message by the keyboard, and are no words of the talk, also at the desk', async () => {
    const visitor = await openVisitorPage(await browser.context({ locale: 'en-US' }), `${hub.url}/demo`);
    const answer = await visitor.ask('how many beds and baths does it have?');
    expect(answer).not.toContain('Source');
    const mark = visitor.chat.getByRole('button', { name: 'Sources (2)' });
    const facts = visitor.chat.locator('.sources li');
    await mark.waitFor();
    expect(await facts.first().isVisible()).toBe(false);
    await mark.focus();
    await visitor.page.keyboard.press('Enter');
    expect(await mark.getAttribute('aria-expanded')).toBe('true');
    expect(await facts.allTextContents()).toEqual([
      expect.stringMatching(/bedrooms.*Barton Ridge Realty · Nov \d+, 2026$/),
      expect.stringMatching(/bathrooms.*Barton Ridge Realty · Nov \d+, 2026$/),
    ]);
    await visitor.page.keyboard.press('Enter');
    expect(await mark.getAttribute('aria-expanded')).toBe('false');
    expect(await facts.first().isVisible()).toBe(false);

    await visitor.page.reload();
    await visitor.chat.locator('.launcher').click();
    await mark.waitFor();

    const desk = await openDesk(await browser.context(), hub.url);
    await (await rowOf(desk, visitor)).click();
    const atDesk = desk.locator('.talk').getByRole('button', { name: 'Sources (2)' });
    await atDesk.click();
    expect(await atDesk.getAttribute('aria-expanded')).toBe('true');
    await desk.locator('.sources-list').getByText('Barton Ridge Realty').first().waitFor();
    await atDesk.click();
    await desk.locator('.sources-list').waitFor({ state: 'detached' });
  });

  it('have room on a phone, and their mark is in Spanish', async () => {
    const context = await browser.context({
      ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      locale: 'es-MX',
    });
    const visitor = await openVisitorPage(context, `${hub.url}/demo`);
    const answer = await visitor.ask('¿Cuántas recámaras tiene?');
    expect(answer).not.toContain('Fuente');
    await visitor.chat.getByRole('button', { name: 'Fuentes (1)' }).tap();
    const list = visitor.chat.locator('.sources ul');
    await list.getByText('Barton Ridge Realty').waitFor();
    expect(await isWithin(list, visitor.chat.locator('.log'))).toBe(true);
    expect(await list.locator('li').last().isVisible()).toBe(true);
  });
});
