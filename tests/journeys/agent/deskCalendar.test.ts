import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TimesAnswer } from '../../../src/contract/rest/appointments.ts';
import { demoPerson, tokenOf } from '../../gateway/people.ts';
import { changeSettings } from '../../support/changeSettings.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
  await changeSettings(hub.url, { holidays: 'none' });
});
afterAll(() => hub.close());

it('the calendar shows the team’s appointments by day, week and list, of everybody or of one, is loaded when it is opened, and a press opens the talk', async () => {
  const agent = await demoPerson(hub.url, 'agent');
  const visitor = await openVisitor(hub.url);
  await visitor.command('chat-send', { text: 'hello' });
  const { conversationId } = visitor;
  await agent.command('takeover-start', { conversationId });
  const token = await tokenOf(hub.url, 'agent');
  const answer = await fetch(`${hub.url}/api/v1/appointments/times?kind=call`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { items, people } = (await answer.json()) as TimesAnswer;
  const maya = people.find(({ name }) => name === 'Maya Torres')!;
  const time = items.find((one) => one.with.includes(maya.id))!;
  await agent.send('appointment-book', {
    ...{ commandId: randomUUID(), conversationId, kind: 'call' },
    ...{ startsAt: time.startsAt, with: maya.id },
  });
  agent.close();
  visitor.close();

  const desk = await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url);
  const loaded: string[] = [];
  desk.on('request', (request) => loaded.push(request.url()));
  expect(
    await desk.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
  ).not.toContainEqual(expect.stringContaining('CalendarPage'));
  await desk.getByRole('link', { name: 'Calendar' }).click();
  expect(new URL(desk.url()).pathname).toBe('/desk/calendar');
  // On a weekend the next free time may be in the week to come.
  await desk.locator('.calendar-bar').getByText('Agenda', { exact: true }).click();
  const card = desk.locator('.calendar-card');
  await card.getByText('with Maya Torres').waitFor();
  expect(loaded).toContainEqual(expect.stringContaining('CalendarPage'));

  const whose = desk.getByLabel('Show appointments for');
  await whose.selectOption({ label: 'Owen Park' });
  await desk.getByText(/Nothing is booked in this 30-day period/).waitFor();
  expect(await card.count()).toBe(0);
  await whose.selectOption({ label: 'Maya Torres (you)' });
  await card.first().waitFor();

  const day = new Date(time.startsAt).toLocaleDateString('sv-SE', { timeZone: 'America/Chicago' });
  await desk.goto(`${hub.url}/desk/calendar/${day}`);
  for (const view of ['Day', 'Week']) {
    await desk.locator('.calendar-bar').getByText(view, { exact: true }).click();
    await desk.locator('.calendar-column .calendar-card').waitFor();
  }
  await desk.getByRole('button', { name: 'Later' }).click();
  await desk.getByText(/Nothing is booked this week/).waitFor();
  await desk.getByRole('button', { name: 'Earlier' }).click();
  await card.first().click();
  await desk.locator('.talk .message').first().waitFor();
  expect(new URL(desk.url()).pathname).toBe(`/desk/c/${conversationId}`);
});

it('on a phone the parts of the desk are at the foot, and an open talk has the screen', async () => {
  const desk = await openDesk(await browser.context({ viewport: { width: 390, height: 844 } }), hub.url);
  const parts = desk.getByRole('navigation', { name: 'Desk sections' });
  await parts.getByRole('link', { name: 'Calendar' }).click();
  await desk.getByRole('heading', { name: 'Calendar' }).waitFor();
  const bar = (await parts.boundingBox())!;
  expect(Math.round(bar.y + bar.height)).toBe(844);
  await desk.locator('.calendar-card').first().click();
  await desk.locator('.talk .message').first().waitFor();
  expect(await parts.count()).toBe(0);
  await desk.getByRole('button', { name: 'Inbox', exact: true }).click();
  await parts.getByRole('link', { name: 'Settings' }).click();
  await desk.getByRole('heading', { name: 'Settings' }).waitFor();
});
