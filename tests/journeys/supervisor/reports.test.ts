/** A supervisor has a report made and opens it; an agent has a lead summed up. Costs: ten seconds. */
import { afterAll, beforeAll, expect, it } from 'vitest';
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
  await desk.goto(`${hub.url}/desk/people`);
  await desk.getByText('Linda Ortiz').click();
  await desk.getByRole('button', { name: 'Summarize this lead' }).click();
  await desk.getByRole('link', { name: 'Open the summary' }).click();
  await desk.getByRole('heading', { name: 'Lead summary: Linda Ortiz' }).waitFor();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
