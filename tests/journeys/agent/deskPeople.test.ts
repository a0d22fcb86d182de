import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPerson } from '../../gateway/people.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
let conversationId: string;
let otherId: string;
beforeAll(async () => {
  hub = await openHub();
  const agent = await demoPerson(hub.url, 'agent');
  const visitor = await openVisitor(hub.url);
  await agent.send('board-watch');
  conversationId = visitor.conversationId;
  await agent.send('conversation-open', { conversationId });
  await visitor.command('chat-send', {
    text: 'My name is Linda Ortiz, 512 555 0137. I want 3 bedrooms in Round Rock.',
  });
  await agent.untilEntry('bot-turn', ({ data }) => data.turnNo === 1);
  const other = await openVisitor(hub.url);
  otherId = other.conversationId;
  await other.command('chat-send', { text: 'Hello, is anybody there?' });
  await other.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  for (const one of [agent, visitor, other]) one.close();
});
afterAll(() => hub.close());

it('a person is found by their name and by their number, and their page has all that is known with the words it came from, by keys alone', async () => {
  const desk = await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url);
  expect(
    await desk.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
  ).not.toContainEqual(expect.stringContaining('PeoplePage'));
  await desk.getByRole('link', { name: 'People', exact: true }).click();
  const rows = desk.locator('.person-row');
  await rows.nth(1).waitFor();
  const field = desk.getByRole('textbox', { name: 'Search people' });
  await field.fill('quillfeather');
  await desk.getByText('No one matches').waitFor();
  await desk.getByRole('button', { name: 'Show everyone' }).click();
  await rows.nth(1).waitFor();
  for (const words of ['ortiz', '(512) 555-0137']) {
    await field.fill(words);
    await desk.getByText('1 person', { exact: true }).waitFor();
    expect(await rows.allInnerTexts()).toEqual([expect.stringContaining('Linda Ortiz')]);
  }
  await desk.getByRole('combobox', { name: 'Last contact' }).selectOption('Quiet for 7 days');
  await desk.getByText('No one matches').waitFor();
  await desk.getByRole('button', { name: 'Show everyone' }).click();
  await rows.nth(1).waitFor();
  await field.fill('ortiz');
  await desk.getByText('1 person', { exact: true }).waitFor();
  await field.focus();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  await desk.getByRole('heading', { name: 'Linda Ortiz' }).waitFor();
  await desk.getByText('Nothing booked.').waitFor();
  await desk.getByRole('region', { name: 'Readings' }).getByText('Likely to go ahead', { exact: true }).waitFor();
  expect(await desk.getByRole('link', { name: '512 555 0137', exact: true }).getAttribute('href')).toMatch(/^tel:/);
  await desk.getByText('No consent to calls or texts yet').waitFor();
  await desk.locator('.quote', { hasText: '3 bedrooms' }).first().click();
  await desk.locator('.talk .message').first().waitFor();
  expect(new URL(desk.url()).pathname).toBe(`/desk/c/${conversationId}`);
});

it('on a phone the list and a person fit the screen, and the time opens the last talk', async () => {
  const desk = await openDesk(await browser.context({ viewport: { width: 390, height: 844 } }), hub.url);
  await desk.getByRole('link', { name: 'People', exact: true }).click();
  const linda = desk.locator('.person-row', { hasText: 'Linda Ortiz' });
  await linda.locator('.person-link').click();
  await desk.getByRole('heading', { name: 'Linda Ortiz' }).waitFor();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await desk.goBack();
  await linda.locator('.person-last').click();
  await desk.locator('.talk .message').first().waitFor();
  expect(new URL(desk.url()).pathname).toBe(`/desk/c/${conversationId}`);
});

it('several people are assigned at once, which can be undone, and only supervisors take the list away as a file', async () => {
  const desk = await openDesk(await browser.context(), hub.url);
  await desk.getByRole('link', { name: 'People', exact: true }).click();
  const rows = desk.locator('.person-row');
  await rows.nth(1).waitFor();
  const unassigned = await rows.locator('.person-owner').allInnerTexts();
  await desk.getByRole('checkbox', { name: 'Select Linda Ortiz' }).check();
  await desk.getByText('1 selected').waitFor();
  await rows
    .nth(0)
    .getByRole('checkbox')
    .or(rows.nth(1).getByRole('checkbox'))
    .and(desk.locator('input:not(:checked)'))
    .check();
  await desk.getByText('2 selected').waitFor();
  await desk.getByRole('button', { name: 'Assign', exact: true }).click();
  await desk.getByRole('menuitem', { name: 'To me' }).click();
  await desk.getByText('2 conversations assigned to you.').waitFor();
  await expect.poll(() => rows.locator('.person-owner').allInnerTexts()).toEqual(['You', 'You']);
  await desk.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => rows.locator('.person-owner').allInnerTexts()).toEqual(unassigned);
  expect(await desk.getByRole('button', { name: 'Export CSV' }).count()).toBe(0);

  const supervisors = await openDesk(await browser.context(), hub.url, 'supervisor@demo.example');
  await supervisors.goto(`${hub.url}/desk/leads`);
  const download = supervisors.waitForEvent('download');
  await supervisors.getByRole('button', { name: 'Export CSV' }).click();
  expect((await download).suggestedFilename()).toBe('people.csv');
});

it('who was refused stands alone once nothing is selected anymore, until it is dismissed', async () => {
  const desk = await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url);
  await desk.goto(`${hub.url}/desk/leads`);
  const box = desk.locator('.person-row').filter({ hasNotText: 'Linda Ortiz' }).getByRole('checkbox');
  await box.check();
  const agent = await demoPerson(hub.url, 'agent');
  await agent.command('takeover-start', { conversationId: otherId });
  await agent.command('conversation-close', { conversationId: otherId, disposition: 'Spam' });
  agent.close();
  await desk.getByRole('button', { name: 'Assign', exact: true }).click();
  await desk.getByRole('menuitem', { name: 'To me' }).click();
  const refused = desk.locator('.bulk-refused');
  await refused.waitFor();
  await desk.getByText('1 selected').waitFor();
  await box.uncheck();
  await desk.getByText(/\d selected/).waitFor({ state: 'detached' });
  await refused.waitFor();
  expect(await desk.getByRole('button', { name: 'Assign', exact: true }).count()).toBe(0);
  await desk.getByRole('button', { name: 'Dismiss' }).click();
  await refused.waitFor({ state: 'detached' });
});

it('a task is written beside the talk, seen in the day, on the person’s page and in the calendar, done and taken back', async () => {
  const desk = await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url);
  await desk.goto(`${hub.url}/desk/c/${conversationId}`);
  await desk.getByRole('button', { name: 'Add a task' }).click();
  await desk.getByRole('textbox', { name: 'Task' }).fill('Call Linda about the school');
  await desk.getByRole('button', { name: 'Add task', exact: true }).click();
  const box = desk.getByRole('checkbox', { name: 'Done: Call Linda about the school' });
  await box.waitFor();
  await desk
    .getByText(/Due tomorrow/)
    .first()
    .waitFor();

  await desk.goto(`${hub.url}/desk`);
  await desk.getByRole('heading', { name: /Later 1/ }).waitFor();
  const later = desk.locator('.my-day .task');
  await later.getByRole('link', { name: 'Linda Ortiz' }).waitFor();
  await later.getByRole('button', { name: /^Reschedule: / }).click();
  const soon = new Date(Date.now() + 3_600_000);
  const field = new Date(soon.getTime() - soon.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  await desk.getByLabel('New time').fill(field);
  await desk.getByRole('button', { name: 'Reschedule', exact: true }).click();
  await desk.getByLabel('New time').waitFor({ state: 'detached' });

  await desk.getByRole('link', { name: 'Calendar' }).click();
  await desk.locator('.calendar-bar').getByText('Agenda', { exact: true }).click();
  await desk.locator('.task-card', { hasText: 'Call Linda about the school' }).click();
  await box.click();
  await desk.getByText('Task done.').waitFor();
  await box.waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: 'Undo' }).click();
  await box.waitFor();

  await desk.getByRole('link', { name: 'People', exact: true }).click();
  await desk.locator('.person-row', { hasText: 'Linda Ortiz' }).locator('.person-link').click();
  await box.waitFor();
});

it('a task that comes due is told to its owner wherever on the desk they are, and stands as overdue in their day', async () => {
  const agent = await demoPerson(hub.url, 'agent');
  const dueAt = new Date(Date.now() + 12_000).toISOString();
  await agent.command('task-add', { conversationId, text: 'Ring the lender', dueAt });
  agent.close();
  const desk = await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url);
  await desk.getByRole('link', { name: 'People', exact: true }).click();
  await desk.getByText('Due now: Ring the lender').waitFor();
  await desk.getByRole('link', { name: 'Inbox', exact: true }).click();
  await desk.getByRole('heading', { name: /Overdue tasks 1/ }).waitFor();
});
