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

const words = (page: Page): Promise<string[]> => page.locator('.talk .message .words').allTextContents();
const whisper = 'Mention that the seller has already moved out';

describe('a visitor, an agent and a supervisor at once', () => {
  it('share one live talk: coaching for the agent, a takeover that the visitor sees, a whisper that the visitor never gets', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    const desk = await openDesk(await browser.context(), hub.url);
    const wall = await openWall(await browser.context(), hub.url);

    await visitor.ask('I want to buy a home, up to 700k');
    await (await rowOf(desk, visitor)).click();
    await expect.poll(() => words(desk)).toEqual([...(await visitor.texts('you')), ...(await visitor.texts('bot'))]);

    await visitor.ask('Honestly the price seems too high. Is there parking?');
    await desk.locator('.now.suggestion .now-say').waitFor();
    const say = (await desk.locator('.now.suggestion .now-say').textContent()) ?? '';
    expect(say).not.toBe('');

    const budget = desk.locator('.slot.answered').filter({ hasText: 'Budget' });
    await budget.getByText('Up to $700,000').waitFor();
    await budget.getByRole('button', { name: 'up to 700k' }).or(budget.locator('.quote')).first().click();
    await expect.poll(() => desk.locator('.talk mark').textContent()).toContain('700k');

    await desk.getByRole('button', { name: 'Take over' }).click();
    await desk.getByText('You are answering').waitFor();
    await desk
      .getByRole('textbox', { name: 'Reply' })
      .fill('Hello, this is Maya. I can show you the home on Saturday.');
    await desk.getByRole('textbox', { name: 'Reply' }).press('Enter');
    await visitor.hears('this is Maya', 'person');
    expect(await visitor.chat.locator('.person .by b').textContent()).toBe('Maya Torres');
    await visitor.chat.getByText('Maya Torres is answering now.').waitFor();

    const card = wall.locator('.card').filter({ hasText: 'Maya Torres is answering' });
    await card.getByRole('button').click();
    await expect.poll(() => words(wall)).toContain('Hello, this is Maya. I can show you the home on Saturday.');
    await wall.getByLabel(/Whisper to Maya Torres/).fill(whisper);
    await wall.getByRole('button', { name: 'Whisper', exact: true }).click();
    const whispered = desk.locator('.team-words.whisper').filter({ hasText: whisper });
    await whispered.getByText(/^Until \d{1,2}:\d\d [AP]M$/).waitFor();

    await visitor.write('Does it have a heat pump?');
    await expect.poll(() => words(wall)).toContain('Does it have a heat pump?');
    await wall.getByRole('button', { name: 'Hand back to Jorge' }).click();
    await visitor.chat.getByText('Jorge is answering again.').waitFor();
    await visitor.chat.locator('.list > .bot:last-child:not(.streaming)').waitFor();
    await expect.poll(async () => (await words(desk)).slice(-1)).toEqual((await visitor.texts('bot')).slice(-1));
    await desk.getByText('Jorge is answering', { exact: true }).waitFor();

    // Both screens have the same talk, and nothing that is the team's own ever came near the visitor.
    const whole = await words(desk);
    await expect.poll(() => words(wall)).toEqual(whole);
    const shown = await visitor.page.evaluate(() => document.querySelector('jorge-chat')?.shadowRoot?.innerHTML);
    const received = visitor.frames.join('\n');
    expect(received).toContain('this is Maya');
    for (const secret of [whisper, say, 'whisper-created', 'suggestion-created', 'internal:']) {
      expect(received).not.toContain(secret);
      expect(shown).not.toContain(secret);
    }
  });

  it('live in two tabs of one agent side by side, also when one of them signs out', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Is the roof new?');
    const context = await browser.context();
    const one = await openDesk(context, hub.url, 'agent2@demo.example');
    await (await rowOf(one, visitor)).click();
    await one.getByRole('textbox', { name: 'Reply' }).waitFor();
    const said = [...(await visitor.texts('you')), ...(await visitor.texts('bot'))];
    await expect.poll(() => words(one)).toEqual(said);
    const two = await context.newPage();
    await two.goto(one.url());
    await expect.poll(() => words(two)).toEqual(said);
    await one.getByRole('button', { name: 'Note', exact: true }).click();
    await one.getByRole('textbox', { name: 'Note for your team' }).fill('Roof of 2019, says the sheet');
    await one.getByRole('textbox', { name: 'Note for your team' }).press('Enter');
    await two.locator('.team-words.note').filter({ hasText: 'Roof of 2019' }).waitFor();
    await two.getByRole('textbox', { name: 'Reply' }).fill('The roof is from 2019.');
    await two.getByRole('textbox', { name: 'Reply' }).press('Enter');
    await visitor.hears('The roof is from 2019.', 'person');
    for (const page of [one, two]) await expect.poll(() => words(page)).toEqual([...said, 'The roof is from 2019.']);
    await one.getByRole('button', { name: /account and settings/ }).click();
    await one.getByRole('menuitem', { name: 'Sign out' }).click();
    await one.getByRole('button', { name: 'Sign in' }).waitFor();
    await two.getByRole('button', { name: 'Sign in' }).waitFor();
  });

  it('find under Done every closed conversation, whoever closed it and whenever', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Is the porch screened?');
    const desk = await openDesk(await browser.context(), hub.url);
    await (await rowOf(desk, visitor)).click();
    await desk.locator('.talk').getByText('Is the porch screened?').waitFor();
    const heading = desk.getByRole('heading', { level: 1 }).nth(1);
    const title = await heading.textContent();
    await visitor.end();
    await desk.getByText('This conversation is closed').waitFor();
    // The owner of the talk does not change under the reader's eyes.
    expect(await heading.textContent()).toBe(title);
    const row = await rowOf(desk, visitor);
    await row.waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: 'Done' }).click();
    await row.waitFor();
    await desk.reload();
    await desk.getByRole('button', { name: 'Done' }).click();
    await row.waitFor();
  });

  it('have one column on a phone', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Is there a yard?');
    const desk = await openDesk(
      await browser.context({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }),
      hub.url,
    );
    const fits = () => desk.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(await fits()).toBe(true);
    await (await rowOf(desk, visitor)).tap();
    await desk.locator('.talk .message').first().waitFor();
    expect(await desk.locator('.inbox').count()).toBe(0);
    expect(await fits()).toBe(true);
    await desk.getByRole('button', { name: 'Details', exact: true }).tap();
    await desk.getByRole('heading', { name: 'Qualification' }).waitFor();
    expect(await desk.locator('.talk').isVisible()).toBe(false);
    await desk.getByRole('button', { name: 'Inbox', exact: true }).tap();
    await desk.locator('a.inbox-row').first().waitFor();
  });
});
