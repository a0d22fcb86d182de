/** A supervisor has a report made and opens it; an agent has a lead summed up; a schedule makes another. Costs: half a minute. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoTenantId } from '../../../src/app/demoTenant.ts';
import { nextTimeOf } from '../../../src/features/composing/reports/nextTimeOf.ts';
import { keyOf } from '../../../src/kernel/jobs.ts';
import { demoPerson } from '../../gateway/people.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
let conversationId: string;
beforeAll(async () => {
  hub = await openHub();
  const agent = await demoPerson(hub.url, 'agent');
  const visitor = await openVisitor(hub.url);
  await agent.send('board-watch');
  conversationId = visitor.conversationId;
  await agent.send('conversation-open', { conversationId });
  await visitor.command('chat-send', { text: 'My name is Linda Ortiz. I want 3 bedrooms in Round Rock up to $450k.' });
  await agent.untilEntry('bot-turn', ({ data }) => data.turnNo === 1);
  for (const one of [agent, visitor]) one.close();
});
afterAll(() => hub.close());

it('a supervisor makes the weekly report, each figure with its source, and finds it in the list', async () => {
  const context = await browser.context({ viewport: { width: 1440, height: 900 } });
  const desk = await openDesk(context, hub.url, 'supervisor@demo.example');
  await desk.getByRole('link', { name: 'Reports', exact: true }).click();
  await desk.getByText('No reports yet').waitFor();
  const today = await desk.evaluate(() =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date()),
  );
  await desk.getByLabel('First day').fill(today);
  await desk.getByLabel('Last day').fill(today);
  await desk.getByRole('button', { name: 'New report' }).click();
  await desk.getByRole('heading', { name: 'Weekly team report' }).waitFor();
  const started = desk.getByRole('row').filter({ has: desk.getByRole('rowheader', { name: 'Conversations started' }) });
  expect(await started.innerText()).toMatch(/^Conversations started\s+1\s/);
  await desk.getByRole('button', { name: 'Print' }).waitFor();
  await desk.getByRole('link', { name: 'Reports' }).first().click();
  await desk.getByRole('list', { name: 'Reports' }).getByText('Weekly team report').waitFor();
});

it('an agent has a lead summed up on a phone, and sees no report of the team', async () => {
  const context = await browser.context({ viewport: { width: 390, height: 844 } });
  const desk = await openDesk(context, hub.url);
  expect(await desk.getByRole('link', { name: 'Reports', exact: true }).count()).toBe(0);
  await desk.goto(`${hub.url}/desk/leads`);
  await desk.getByText('Linda Ortiz').click();
  await desk.getByRole('button', { name: 'Summarize this lead' }).click();
  await desk.getByRole('link', { name: 'Open the summary' }).waitFor();
  const action = desk.getByRole('list', { name: 'Recommended actions' }).getByRole('listitem').last();
  await action.getByRole('button', { name: 'Add as task' }).click();
  await action.getByRole('button', { name: 'Added' }).waitFor();
  const [words = ''] = (await action.innerText()).split('\n');
  expect(words).toMatch(/^Find out: /);
  // It is among the tasks at once.
  await desk.getByRole('checkbox', { name: `Done: ${words}` }).waitFor();
  await desk.getByRole('link', { name: 'Open the summary' }).click();
  await desk.getByRole('heading', { name: 'Lead summary: Linda Ortiz' }).waitFor();
  await action.getByRole('button', { name: 'Added' }).waitFor();
  await desk.getByText(/^Confidence in what was read: (?:\d+%|not known)\.$/).waitFor();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

it('a supervisor schedules a report, hears of it by the bell when it is due, opens it, and deletes the schedule', async () => {
  const context = await browser.context({ viewport: { width: 1440, height: 900 } });
  const desk = await openDesk(context, hub.url, 'supervisor@demo.example');
  await desk.goto(`${hub.url}/desk/reports`);
  await desk.getByText('No schedules yet').waitFor();
  const add = desk.getByRole('button', { name: 'New schedule' });
  await add.focus();
  await desk.keyboard.press('Enter');
  await desk.getByLabel('Report to schedule').selectOption('Pipeline report');
  await desk.getByLabel('Mon').press('Space');
  await desk.getByRole('button', { name: 'Save schedule' }).press('Enter');
  await desk.getByText('Choose at least one day.').waitFor();
  await desk.getByLabel('Fri').press('Space');
  await desk.getByLabel('Time').fill('16:45');
  await desk.getByRole('button', { name: 'Save schedule' }).press('Enter');
  const line = desk.getByRole('list', { name: 'Schedules' }).getByRole('listitem');
  expect(await line.innerText()).toMatch(/^Pipeline report, Fridays at 4:45\sPM\nNext: Fri.*\(Central Time\)/);
  expect(await add.evaluate((button) => button === document.activeElement)).toBe(true);
  await desk.setViewportSize({ width: 390, height: 844 });
  await add.click();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await desk.setViewportSize({ width: 1440, height: 900 });
  await makeDue();
  await desk.getByRole('button', { name: 'For you 1 new' }).click();
  await desk.getByRole('link', { name: 'Report ready' }).click();
  await desk.getByRole('heading', { name: 'Pipeline report', level: 1 }).waitFor();
  await desk.getByRole('button', { name: 'For you', exact: true }).waitFor();
  await desk.getByRole('link', { name: 'Reports' }).first().click();
  await desk.getByRole('button', { name: 'Delete: Pipeline report, Fridays at 4:45' }).click();
  await desk.getByRole('button', { name: 'Delete for good: Pipeline report, Fridays at 4:45' }).click();
  await desk.getByText('No schedules yet').waitFor();
});

/** As if the schedule had been set a week earlier: its last time is due now. */
async function makeDue(): Promise<void> {
  const [schedule] = await hub.stores.reportSchedules.list(demoTenantId);
  if (schedule === undefined) throw new Error('no schedule was kept');
  const dueAt = nextTimeOf(schedule, Date.now() - 7 * 86_400_000, 'America/Chicago');
  const job = { tenantId: demoTenantId, kind: 'report', about: 'due', conversationId: null } as const;
  await hub.stores.jobStore.set({ ...job, key: keyOf(job), data: { scheduleId: schedule.id, dueAt }, at: Date.now() });
}

it('an evidence of the summary leads to its line in the conversation', async () => {
  const desk = await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url);
  await desk.goto(`${hub.url}/desk/c/${conversationId}`);
  await desk.getByRole('button', { name: 'Summarize this lead' }).click();
  await desk.getByRole('link', { name: 'Open the summary' }).click();
  const opportunities = desk.locator('section', { has: desk.getByRole('heading', { name: 'Opportunities' }) });
  await opportunities.getByText('Value: up to $450,000').first().waitFor();
  await opportunities.getByRole('link', { name: 'Message 1' }).first().click();
  await desk.getByText('I want 3 bedrooms in Round Rock').first().waitFor();
  expect(new URL(desk.url()).pathname).toBe(`/desk/c/${conversationId}`);
});
