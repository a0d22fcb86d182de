import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
type Visitor = Awaited<ReturnType<typeof openVisitor>>;
let visitors: Visitor[] = [];
beforeAll(async () => {
  hub = await openHub();
});
afterAll(async () => {
  for (const visitor of visitors) visitor.close();
  await hub.close();
});

async function talk(text: string): Promise<Visitor> {
  const visitor = await openVisitor(hub.url);
  visitors = [...visitors, visitor];
  await say(visitor, text);
  return visitor;
}
/** Writes and waits for Jorge. */
async function say(visitor: Visitor, text: string): Promise<void> {
  const { seq } = await visitor.command('chat-send', { text });
  await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq));
}
const order = (desk: Page): Promise<(string | null)[]> =>
  desk.locator('a.inbox-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')));

describe('nothing jumps', () => {
  it('the inbox holds still under the pointer and the focus, says how many changed, and then puts them in order', async () => {
    const [first, second, third] = [
      await talk('Is one free?'),
      await talk('Is two free?'),
      await talk('Is three free?'),
    ];
    const desk = await openDesk(await browser.context(), hub.url);
    await desk.locator('a.inbox-row').nth(2).waitFor();
    const began = [third, second, first].map(({ conversationId }) => conversationId);
    await expect.poll(() => order(desk)).toEqual(began);
    await desk.locator('a.inbox-row').nth(1).hover();
    await say(first, 'What about the roof?');
    const changed = desk.getByRole('button', { name: /^Show \d updates?$/ });
    await changed.waitFor();
    expect(await changed.textContent()).toBe('Show 3 updates');
    expect(await order(desk)).toEqual(began);
    await changed.click();
    const moved = [first, third, second].map(({ conversationId }) => conversationId);
    await expect.poll(() => order(desk)).toEqual(moved);

    await desk.mouse.move(900, 500);
    await desk.getByRole('textbox', { name: 'Search conversations' }).focus();
    const focused = () => desk.evaluate(() => document.activeElement?.className ?? '');
    for (let tabs = 0; tabs < 20 && !(await focused()).includes('inbox-row'); tabs += 1)
      await desk.keyboard.press('Tab');
    expect(await focused()).toContain('inbox-row');
    await say(second, 'And the fence?');
    await changed.waitFor();
    expect(await order(desk)).toEqual(moved);
    // Without a pointer or the focus on it the list is in order by itself.
    await desk.evaluate(() => (document.activeElement as HTMLElement).blur());
    await expect.poll(async () => (await order(desk))[0]).toBe(second.conversationId);
    await changed.waitFor({ state: 'detached' });
  });

  it('a talk keeps the place of an agent who reads further up, and says how many messages came', async () => {
    const visitor = await talk(`Is it quiet? ${'It matters to us. '.repeat(120)}`);
    const desk = await openDesk(await browser.context({ viewport: { width: 1440, height: 600 } }), hub.url);
    await desk.locator(`[data-id="${visitor.conversationId}"]`).click();
    const log = desk.getByRole('log', { name: 'Conversation' });
    await desk.getByText('Is it quiet?').first().waitFor();
    const place = () => log.evaluate((element) => element.scrollTop);
    await expect.poll(place).toBeGreaterThan(200);
    await log.hover();
    await desk.mouse.wheel(0, -3_000);
    await expect.poll(place).toBe(0);
    await say(visitor, 'And is there parking?');
    const pill = desk.getByRole('button', { name: '2 new messages' });
    await pill.waitFor();
    expect(await place()).toBe(0);
    await pill.click();
    await pill.waitFor({ state: 'detached' });
    const fromEnd = () =>
      log.evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);
    await expect.poll(fromEnd).toBeLessThan(2);
    // A reader at the end stays at the end.
    await say(visitor, 'And the garden?');
    await desk.locator('.talk .message').filter({ hasText: 'And the garden?' }).waitFor();
    await expect.poll(fromEnd).toBeLessThan(2);
    expect(await pill.count()).toBe(0);
  });
});
