import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, signIn } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, openWall, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

const chip = (desk: Page, name: string) => desk.getByRole('group', { name: 'Show' }).getByRole('button', { name });

describe('an agent at the desk', () => {
  it('finds a line by the beginnings of its words with the keyboard alone, the newest first, and sees it marked', async () => {
    for (const text of ['Does the lighthouse come with it?', 'Is there light in the kitchen?']) {
      const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
      await visitor.ask(text);
      await visitor.page.close();
    }
    const desk = await openDesk(await browser.context(), hub.url);
    await desk.keyboard.press('Control+k');
    await desk.getByText('The start of a word is enough.').waitFor();
    await desk.keyboard.type('ligh');
    const found = desk.getByRole('option');
    const said = found.filter({ hasNotText: 'Team only' }).locator('.search-line');
    await expect
      .poll(() => said.allTextContents())
      .toEqual(['Is there light in the kitchen?', 'Does the lighthouse come with it?']);
    await desk
      .getByRole('status')
      .getByText(`${await found.count()} results`)
      .waitFor();
    const wanted = found.filter({ hasText: /lighthouse come with it\?$/, hasNotText: 'Team only' });
    const isChosen = async () => (await wanted.getAttribute('aria-selected')) === 'true';
    for (let step = 0; step < 30 && !(await isChosen()); step += 1) await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('Enter');
    await desk.locator('.talk mark').filter({ hasText: 'Does the lighthouse come with it?' }).waitFor();
    await desk.keyboard.press('Control+k');
    await desk.keyboard.type('zebra');
    await desk.getByText('No message or note has all of these words.').waitFor();
    await desk.keyboard.press('Escape');
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('takes the first letter after Ctrl+K, however busy the page is, and gives the field back that was left', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Is there a shed?');
    const desk = await openDesk(await browser.context(), hub.url);
    await (await rowOf(desk, visitor)).click();
    const reply = desk.getByRole('textbox', { name: 'Reply' });
    await reply.click();
    await desk.evaluate(() => {
      const soon = window.setTimeout.bind(window);
      const late = (run: () => void, ms = 0) => soon(run, ms + 500);
      Object.assign(window, { setTimeout: late });
    });
    await desk.keyboard.press('Control+k');
    await desk.keyboard.type('zebra');
    await desk.getByText('No message or note has all of these words.').waitFor();
    await expect.poll(() => desk.getByRole('combobox').inputValue()).toBe('zebra');
    await desk.keyboard.press('Escape');
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.keyboard.type('Yes');
    await expect.poll(() => reply.inputValue()).toBe('Yes');
  });

  it('fills a saved reply with the lead and the home of the talk, and keeps a draft for each conversation', async () => {
    const { accessToken } = await signIn(hub.url, 'admin@demo.example', demoPassword);
    const text = 'Hello {{visitor}}, {{ agent }} of {{brokerage}} here. About {{listing}}: the garage is open.';
    const saved = { title: 'Parking', text, for: 'team' };
    const made = await post(hub.url, '/saved-replies', saved, { authorization: `Bearer ${accessToken}` });
    expect(made.status).toBeLessThan(300);
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Where do I park?');
    const desk = await openDesk(await browser.context(), hub.url);
    const row = await rowOf(desk, visitor);
    const other = desk.locator('a.inbox-row').and(desk.locator(`:not([data-id="${await visitor.conversationId()}"])`));
    const another = desk.locator(`a.inbox-row[data-id="${await other.first().getAttribute('data-id')}"]`);
    await row.click();
    await desk.getByText('Where do I park?').first().waitFor();
    const reply = desk.getByRole('textbox', { name: 'Reply' });
    await reply.pressSequentially('/par');
    await desk.getByRole('option', { name: /^Parking Hello there, Maya Torres of Barton Ridge Realty here/ }).waitFor();
    await desk.keyboard.press('Enter');
    await expect
      .poll(() => reply.inputValue())
      .toMatch(/^Hello there, Maya Torres of Barton Ridge Realty here\. About .*Ashby Hollow.*: the garage is open\.$/);
    const filled = await reply.inputValue();
    expect(await visitor.texts('person')).toEqual([]);
    await reply.pressSequentially(' /');
    expect(await desk.getByRole('option').count()).toBe(0);
    await reply.press('Backspace');
    await reply.press('Backspace');

    await another.click();
    await expect.poll(() => reply.inputValue()).toBe('');
    await reply.fill('For the other one');
    await row.click();
    await expect.poll(() => reply.inputValue()).toBe(filled);
    await another.click();
    await expect.poll(() => reply.inputValue()).toBe('For the other one');
    await reply.fill('');
  });

  it('puts a conversation aside, where it is no more among the open ones, until its visitor writes', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('I will think about it');
    const desk = await openDesk(await browser.context(), hub.url);
    const mine = await rowOf(desk, visitor);
    await mine.click();
    await desk.getByText('I will think about it').first().waitFor();
    await desk.getByRole('button', { name: 'More actions' }).click();
    await desk.getByRole('menuitem', { name: 'For 1 hour' }).last().click();
    await mine.waitFor({ state: 'detached' });
    await chip(desk, 'Snoozed').click();
    await mine.waitFor();
    await chip(desk, 'All').click();
    await mine.waitFor({ state: 'detached' });
    await visitor.write('I would like to see it after all');
    await mine.waitFor();
    await chip(desk, 'Snoozed').click();
    await desk.getByText('No conversations under “Snoozed”').waitFor();

    await chip(desk, 'Unassigned').click();
    await mine.waitFor();
    await desk.getByRole('button', { name: 'Assign to me' }).click();
    await mine.waitFor({ state: 'detached' });
    await chip(desk, 'Mine').click();
    await mine.waitFor();
    await expect.poll(() => chip(desk, 'Mine').textContent()).toBe('Mine1');
  });

  it('puts aside what waits for a person: off the list with its time, told in a line, and back at once when they write', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.write('I want to talk to a person please');
    await visitor.hears(/team/);
    const desk = await openDesk(await browser.context(), hub.url);
    const mine = await rowOf(desk, visitor);
    await mine.click();
    await mine.locator('.waiting').waitFor();
    await desk.getByRole('button', { name: 'More actions' }).click();
    await desk.getByRole('menuitem', { name: /^Until tomorrow at 9:00 AM$/ }).click();
    await desk.getByText('Snoozed until tomorrow at 9:00 AM. It comes back then or as soon as they write.').waitFor();
    await mine.waitFor({ state: 'detached' });
    await desk.locator('.talk-head').getByText('Snoozed until tomorrow at 9:00 AM').waitFor();
    await expect.poll(() => chip(desk, 'Snoozed').textContent()).toBe('Snoozed1');
    await chip(desk, 'Snoozed').click();
    await mine.getByText('Until tomorrow at 9:00 AM').waitFor();
    await chip(desk, 'All').click();
    await visitor.write('Is anybody there?');
    await mine.locator('.waiting').waitFor();
    expect(await desk.locator('a.inbox-row').first().getAttribute('data-id')).toBe(await visitor.conversationId());
  });

  it('takes a close and an assignment back for ten seconds, and leaves open what the visitor writes into meanwhile', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Is the roof new?');
    const desk = await openDesk(await browser.context(), hub.url);
    const mine = await rowOf(desk, visitor);
    await mine.click();
    await desk.getByRole('button', { name: 'Assign to me' }).click();
    await desk.locator('.owner-word').getByText('Yours').waitFor();
    await desk.getByRole('button', { name: 'Undo' }).click();
    await desk.getByRole('button', { name: 'Assign to me' }).waitFor();
    const close = async () => {
      await desk.getByRole('button', { name: 'Close', exact: true }).click();
      await desk.getByRole('menuitem', { name: 'Qualified' }).click();
      await mine.waitFor({ state: 'detached' });
    };
    await close();
    await desk.getByRole('button', { name: 'Undo' }).click();
    await mine.waitFor();
    // On a busy machine the visitor could take longer than the ten seconds: they pass when the answer has come.
    await desk.clock.install();
    await desk.clock.pauseAt(await desk.evaluate(() => Date.now() + 1_000));
    await close();
    await visitor.ask('And is there a pool?');
    await desk.clock.runFor(10_000);
    await mine.waitFor();
    await desk.getByText(/just wrote, so the conversation stays open/).waitFor();
  });

  it('chooses and sorts by a filter, saves that as a view, and has it again in another browser', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.write('¿Tiene patio la casa? ¿Cuánto cuesta?');
    const inEnglish = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await inEnglish.ask('Is the roof new?');
    const desk = await openDesk(await browser.context(), hub.url);
    const mine = await rowOf(desk, visitor);
    await mine.locator('.language').getByText('ES').waitFor();
    const count = await desk.locator('a.inbox-row').count();
    expect(count).toBeGreaterThan(1);
    await desk.getByRole('button', { name: 'Filter and sort' }).click();
    await desk.getByLabel('Language').selectOption({ label: 'Spanish' });
    await expect.poll(() => desk.locator('a.inbox-row').count()).toBe(1);
    await desk.getByLabel('Save this view as').fill('In Spanish');
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await desk.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => desk.locator('a.inbox-row').count()).toBe(count);
    const other = await openDesk(await browser.context(), hub.url);
    await other.getByRole('button', { name: 'Filter and sort' }).click();
    await other.getByRole('button', { name: 'In Spanish', exact: true }).click();
    await expect.poll(() => other.locator('a.inbox-row').count()).toBe(1);
    await (await rowOf(other, visitor)).waitFor();
    await other.getByLabel('Assigned to').selectOption({ label: 'Maya Torres (you)' });
    await other.getByText('No conversations match the filter').waitFor();
    await other.getByRole('button', { name: 'Delete the view In Spanish' }).click();
    await other.getByRole('list', { name: 'Saved views' }).waitFor({ state: 'detached' });
  });

  it('marks a conversation as unread, and reads it again', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Is the roof new?');
    const desk = await openDesk(await browser.context(), hub.url);
    const mine = await rowOf(desk, visitor);
    await mine.click();
    await mine.locator('.unread').waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: 'More actions' }).click();
    await desk.getByRole('menuitem', { name: 'Mark as unread' }).click();
    await mine.locator('.unread').waitFor();
    await mine.click();
    await mine.locator('.unread').waitFor({ state: 'detached' });
  });

  it('puts aside until any day, with its time on the row, and takes that back', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.write('I want to talk to a person please');
    await visitor.hears(/team/);
    const desk = await openDesk(await browser.context(), hub.url);
    const mine = await rowOf(desk, visitor);
    await mine.click();
    const until = new Date(Date.now() + 30 * 86_400_000);
    const day = until.toISOString().slice(0, 10);
    const putAside = async () => {
      await desk.getByRole('button', { name: 'More actions' }).click();
      await desk.getByRole('menuitem', { name: 'Until another day…' }).click();
      await desk.getByLabel('Day and time').fill('2020-01-01T09:30');
      await desk.getByText('Choose a future time.').waitFor();
      await desk.getByLabel('Day and time').fill(`${day}T09:30`);
      await desk.getByRole('button', { name: /^Snooze until .*9:30/ }).click();
      await mine.waitFor({ state: 'detached' });
    };
    await putAside();
    await desk.getByRole('button', { name: 'Undo' }).click();
    await mine.locator('.waiting').waitFor();
    await putAside();
    await chip(desk, 'Snoozed').click();
    const date = until.toLocaleDateString('en-US', { day: 'numeric', month: 'short' });
    await mine.getByText(new RegExp(`Until ${date}, 9:30`)).waitFor();
  });

  it('after a click on a row or in the talk, j and k and Enter open the row that they point at, and not while somebody writes', async () => {
    for (const text of ['Is the roof new?', 'Is there a pool?'])
      await (await openVisitorPage(await browser.context(), `${hub.url}/demo`)).ask(text);
    const desk = await openDesk(await browser.context(), hub.url);
    const rows = desk.locator('a.inbox-row');
    await rows.nth(1).waitFor();
    const current = desk.locator('a.inbox-row.current');
    const open = desk.locator('a.inbox-row.open');
    await rows.first().click();
    await open.waitFor();
    await desk.keyboard.press('j');
    await desk.keyboard.press('Enter');
    const second = await rows.nth(1).getAttribute('data-id');
    await expect.poll(() => open.getAttribute('data-id')).toBe(second);
    await desk.locator('.talk').click();
    await desk.keyboard.press('k');
    await expect.poll(() => current.getAttribute('data-id')).not.toBe(second);
    await desk.keyboard.press('Enter');
    await expect.poll(() => open.getAttribute('data-id')).not.toBe(second);
    const first = await open.getAttribute('data-id');
    const reply = desk.getByRole('textbox', { name: 'Reply' });
    await reply.fill('');
    await reply.pressSequentially('jk');
    expect(await current.getAttribute('data-id')).toBe(first);
    expect(await reply.inputValue()).toBe('jk');
    await reply.fill('');
  });

  it('shows nothing of the bots’ bookkeeping until asked, keeps a whisper in sight, and once somebody answered there is nothing left of the old advice', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('I want to buy a home, up to 700k');
    const desk = await openDesk(await browser.context(), hub.url);
    const colleague = await openDesk(await browser.context(), hub.url, 'agent2@demo.example');
    const wall = await openWall(await browser.context(), hub.url);
    for (const page of [desk, colleague]) await (await rowOf(page, visitor)).click();
    await visitor.ask('Honestly the price seems too high. Is there parking?');
    for (const page of [desk, colleague]) await page.locator('.now.suggestion .now-say').waitFor();
    await desk.getByRole('button', { name: 'Take over' }).click();
    await desk.getByText('You are answering').waitFor();
    await colleague.locator('.now').waitFor({ state: 'detached' });
    await colleague.locator('.talk-head').getByText('Assigned to Maya Torres').waitFor();
    expect(await colleague.getByRole('button', { name: 'Assign to me' }).count()).toBe(0);
    await wall.locator('.card').filter({ hasText: 'Maya Torres is answering' }).getByRole('button').click();
    await wall.getByLabel(/Whisper to Maya Torres/).fill('Name the two-car driveway');
    await wall.getByRole('button', { name: 'Whisper', exact: true }).click();
    await desk.locator('.team-words.whisper').filter({ hasText: 'Name the two-car driveway' }).waitFor();
    expect(await desk.getByText('Buyer bot asks').count()).toBe(0);
    const reply = desk.getByRole('textbox', { name: 'Reply' });
    await reply.fill('There is a driveway for two cars.');
    await reply.press('Enter');
    await visitor.hears('driveway for two', 'person');
    await desk.locator('.now.none').waitFor();
    await wall.close();
    await colleague.close();
  });
});
