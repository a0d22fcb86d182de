import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, openWall, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

interface Stop {
  /** The first of the parts that holds the control. */
  part: string;
  name: string;
}

/** Every stop of the Tab key from the top of the page to its end, in a shadow tree too. */
async function stops(page: Page, parts: readonly string[]): Promise<Stop[]> {
  await page.evaluate(() => {
    // Otherwise the browser would go on from the last click.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const found: Stop[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((all) => {
      const at = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      if (!at || at === document.body || at === document.documentElement || at.hasAttribute('data-stop')) return null;
      at.setAttribute('data-stop', '');
      const labels = [...((at as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
      const name = at.getAttribute('aria-label') ?? (labels.join(' ') || at.textContent || at.getAttribute('title'));
      return { part: all.find((part) => at.closest(part)) ?? '', name: (name ?? '').trim() };
    }, parts);
    if (stop === null) break;
    found.push(stop);
  }
  return found;
}
const partsIn = (all: readonly Stop[]): string[] =>
  all.map(({ part }) => part).filter((part, place, every) => part !== every[place - 1]);
const namesIn = (all: readonly Stop[], part: string): string[] =>
  all.filter((stop) => stop.part === part).map(({ name }) => name);

describe('the Tab key', () => {
  it('goes through the chat, the desk and the wall as they are read, and every stop has a name', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Hello');
    const desk = await openDesk(await browser.context(), hub.url);
    await (await rowOf(desk, visitor)).click();
    await desk.locator('.talk .message').first().waitFor();
    await visitor.ask('Honestly the price seems too high.');
    await desk.locator('.now.suggestion').waitFor();

    const deskParts = ['.desk-nav', '.inbox', '.talk-head', '.talk', '.now', '.composer', '.rail'];
    const atDesk = await stops(desk, deskParts);
    expect(partsIn(atDesk)).toEqual(deskParts);
    expect(atDesk.filter(({ name }) => name === '')).toEqual([]);
    const chips = ['All', 'In chat now', 'Follow up', 'Mine', 'Unassigned1', 'Hot', 'Snoozed', 'Done'];
    expect(namesIn(atDesk, '.inbox').slice(0, 12)).toEqual([
      'Start a call',
      'Maya Torres: account and settings',
      'Search conversations',
      'Filter and sort',
      ...chips,
    ]);
    expect(namesIn(atDesk, '.inbox').at(-1)).toBe('Inbox width');
    expect(namesIn(atDesk, '.now').slice(-3)).toEqual(['Use', 'Edit', 'Not now']);
    expect(namesIn(atDesk, '.composer')).toEqual([
      ...['Take over', 'Reply', 'Reply', 'Note', 'Attach a photo or PDF', 'Write about this home'],
    ]);

    const wall = await openWall(await browser.context(), hub.url);
    await wall.locator('.card button').click();
    await wall.locator('.sheet .message').first().waitFor();
    const wallParts = ['.column-head:not(.talk-head)', '.wall-filters', '.cards', '.sheet'];
    const atWall = await stops(wall, wallParts);
    expect(partsIn(atWall)).toEqual(wallParts);
    expect(atWall.filter(({ name }) => name === '')).toEqual([]);
    expect(namesIn(atWall, '.sheet').slice(0, 5)).toEqual([
      'Stop watching',
      'Take over',
      'Reassign',
      'Chat',
      'Details',
    ]);

    const atChat = await stops(visitor.page, ['.sheet', '.launcher']);
    const inSheet = namesIn(atChat, '.sheet');
    expect(inSheet).toContain('Close chat');
    expect(inSheet.filter((name) => name === '')).toEqual([]);
    expect(inSheet.indexOf('Close chat')).toBeLessThan(inSheet.indexOf('Talk to a person'));
  });
});
