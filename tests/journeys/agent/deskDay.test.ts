import type { BrowserContext } from 'playwright-core';
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

declare global {
  interface Window {
    notes: number;
    notified: string[];
  }
}

/** Hears what the page plays and what it notifies of, as if its tab were not the one that is looked at. */
const listenIn = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    window.notes = 0;
    window.notified = [];
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (...at) {
      window.notes += 1;
      return start.apply(this, at);
    };
    class Heard {
      static readonly permission = 'granted';
      constructor(title: string, { body }: NotificationOptions) {
        window.notified.push(`${title}: ${body}`);
      }
    }
    Object.assign(window, { Notification: Heard });
    document.hasFocus = () => false;
  });

describe('an agent’s day', () => {
  it('by keyboard alone: a waiting visitor is heard of, opened, answered, noted and closed, on to the next', async () => {
    const context = await browser.context();
    await listenIn(context);
    const desk = await openDesk(context, hub.url);
    await desk.keyboard.press('?');
    await desk.getByText('Close it and go to the next').waitFor();
    await desk.keyboard.press('Escape');
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    const first = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await first.write('I want to talk to a person please');
    await desk.locator('a.inbox-row').filter({ hasText: 'Offered to you' }).waitFor();
    await expect.poll(() => desk.title()).toBe('(1) Desk · Jorge Hub');
    await expect.poll(() => desk.evaluate(() => window.notes)).toBe(2);
    await expect
      .poll(() => desk.evaluate(() => window.notified))
      .toEqual([
        expect.stringMatching(/^Visitor .* · 2417 Ashby Hollow Drive is waiting: I want to talk to a person please$/),
      ]);
    // From here on the agent looks at the tab.
    await desk.evaluate(() => Reflect.deleteProperty(document, 'hasFocus'));
    const second = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await second.ask('Is the roof new?');
    await expect.poll(() => desk.locator('a.inbox-row').count()).toBe(2);

    // The waiting visitor comes first.
    await desk.keyboard.press('j');
    await desk.keyboard.press('Enter');
    await desk.getByText(/Waiting for a person: offered to you/).waitFor();
    await desk.getByRole('textbox', { name: 'Reply' }).focus();
    await desk.keyboard.type('Hello, this is Maya.');
    await desk.keyboard.press('Enter');
    await first.hears('this is Maya', 'person');
    await desk.getByText('You are answering').waitFor();
    await desk.getByRole('button', { name: 'Note', exact: true }).focus();
    await desk.keyboard.press('Enter');
    await desk.getByRole('textbox', { name: 'Note for your team' }).focus();
    await desk.keyboard.type('Will call back');
    await desk.keyboard.press('Enter');
    await desk.locator('.team-words.note').filter({ hasText: 'Will call back' }).waitFor();
    // The next line is for the visitor again.
    await desk.getByRole('textbox', { name: 'Reply' }).waitFor();
    const closed = desk.url();
    await desk.getByRole('button', { name: 'Close', exact: true }).focus();
    await desk.keyboard.press('e');
    await desk.getByRole('menuitem', { name: 'Qualified' }).and(desk.locator(':focus')).waitFor();
    await desk.keyboard.press('Enter');
    await expect.poll(() => desk.url()).not.toBe(closed);
    await desk.getByText('Is the roof new?').first().waitFor();
    await first.chat
      .getByText(/ended|closed|over/i)
      .first()
      .waitFor();
  });

  it('a break and do-not-disturb keep the peace, and a reload ends neither; widths and text size stay too', async () => {
    const context = await browser.context();
    await listenIn(context);
    const desk = await openDesk(context, hub.url);
    const menu = desk.getByRole('button', { name: /account and settings/ });
    await menu.click();
    await desk.getByRole('menuitem', { name: 'On a break' }).click();
    await menu.click();
    await desk.getByRole('menuitem', { name: 'Do not disturb' }).click();
    await menu.click();
    await desk.getByRole('menuitem', { name: 'Text size: Normal' }).click();
    await desk.getByRole('menuitem', { name: 'Text size: Large' }).waitFor();
    await desk.keyboard.press('Escape');
    const edge = desk.getByRole('separator', { name: 'Inbox width' });
    await edge.focus();
    for (let press = 0; press < 3; press += 1) await desk.keyboard.press('ArrowRight');
    await expect.poll(() => edge.getAttribute('aria-valuenow')).toBe('368');

    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.write('Can I speak to a real person?');
    const waits = desk.locator('a.inbox-row').filter({ hasText: 'Unassigned' });
    await waits.waitFor();
    const peace = async () => [await desk.title(), await desk.evaluate(() => [window.notes, ...window.notified])];
    expect(await peace()).toEqual(['Desk · Jorge Hub', [0]]);
    await desk.reload();
    await desk.getByRole('heading', { name: 'Inbox' }).waitFor();
    await expect.poll(() => edge.getAttribute('aria-valuenow')).toBe('368');
    await menu.click();
    for (const [role, name] of [
      ['menuitem', 'On a break'],
      ['menuitem', 'Do not disturb'],
    ] as const)
      await expect.poll(() => desk.getByRole(role, { name }).getAttribute('aria-current')).toBe('true');
    await desk.getByRole('menuitem', { name: 'Text size: Large' }).waitFor();
    // Back from the break, the agent may take the waiting visitor.
    await desk.getByRole('menuitem', { name: 'Available' }).click();
    await desk.locator('a.inbox-row').filter({ hasText: 'Offered to you' }).waitFor();
    // Not to be disturbed still; then it calls by the title at once.
    expect(await peace()).toEqual(['Desk · Jorge Hub', [0]]);
    await menu.click();
    await desk.getByRole('menuitem', { name: 'Do not disturb' }).click();
    await expect.poll(() => desk.title()).toBe('(1) Desk · Jorge Hub');
  });

  it('a link opens its conversation for a colleague, read messages stay read, and a correction has its author', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('I want to buy a home, up to 600k');
    const desk = await openDesk(await browser.context(), hub.url, 'agent2@demo.example');
    const row = await rowOf(desk, visitor);
    await row.locator('.unread').waitFor();
    await row.click();
    await desk.getByText('up to 600k').first().waitFor();
    await row.locator('.unread').waitFor({ state: 'detached' });
    await desk.reload();
    await desk.getByText('up to 600k').first().waitFor();
    await row.locator('.unread').waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: 'Correct Budget' }).click();
    await desk.getByRole('textbox', { name: 'Budget' }).fill('700k');
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    const colleague = await openDesk(await browser.context(), hub.url);
    await colleague.goto(desk.url());
    await colleague.getByText(/Set by Owen Park, \d{1,2}:\d\d [AP]M · was Up to \$600,000/).waitFor();
    const turns = colleague.locator('.team-turn').filter({ hasText: /(Lead|Buyer) bot/ });
    expect(await turns.count()).toBe(0);
    await colleague.getByText(/Budget set to Up to \$700,000 manually/).waitFor();
    await colleague.getByRole('switch', { name: 'Show all activity' }).click({ force: true });
    await turns.first().waitFor();
  });
});
