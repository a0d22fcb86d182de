import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostReportSchedules } from '../../src/contract/reportFigures.ts';
import { reportSchedule, reportSchedulesAnswer } from '../../src/contract/rest/reports.ts';
import { holdClock } from '../support/heldClock.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

/* One hub on memory stores and a clock that stands on Sunday, June 15, 2025: a second in all. */

let hub: RunningRest;
let supervisor: string;
let agent: string;
let foreign: string;

beforeAll(async () => {
  hub = await startRest({ clock: holdClock() });
  const [own, other] = [await hub.addTenant('Barton Ridge Realty'), await hub.addTenant('Other')];
  const tokenOf = async (email: string) => (await hub.signIn(email)).accessToken;
  supervisor = await tokenOf(own.emailOf('supervisor'));
  agent = await tokenOf(own.emailOf('agent'));
  foreign = await tokenOf(other.emailOf('admin'));
});
afterAll(() => hub.stop());

const path = '/api/v1/reports/schedules';
const weekly = { kind: 'weekly', weekdays: ['monday'], time: '08:00' };
const add = (token: string, body: unknown) => hub.call('POST', path, { token, body });
const list = async (token: string) =>
  reportSchedulesAnswer.parse((await hub.call('GET', path, { token })).json).items.map(({ scheduleId }) => scheduleId);
const remove = (token: string, id: string) => hub.call('DELETE', `${path}/${id}`, { token });

test('a supervisor sets a schedule, sees when it is due next, and deletes it', async () => {
  const { status, json } = await add(supervisor, {
    kind: 'briefing',
    weekdays: ['friday', 'monday', 'friday'],
    time: '16:45',
  });
  expect(status).toBe(200);
  const made = reportSchedule.parse(json);
  expect(made).toMatchObject({
    ...{ kind: 'briefing', weekdays: ['monday', 'friday'], time: '16:45', timeZone: 'America/Chicago' },
    ...{ nextAt: '2025-06-16T21:45:00.000Z', by: { name: 'The supervisor' } },
  });
  expect(await list(supervisor)).toEqual([made.scheduleId]);
  expect((await remove(supervisor, made.scheduleId)).status).toBe(204);
  expect(await list(supervisor)).toEqual([]);
  expect((await remove(supervisor, made.scheduleId)).json.error.code).toBe('NOT_FOUND');
});

test('a schedule is neither an agent’s nor another brokerage’s', async () => {
  const { scheduleId } = (await add(supervisor, weekly)).json;
  expect((await add(agent, weekly)).json.error.code).toBe('FORBIDDEN');
  expect((await hub.call('GET', path, { token: agent })).json.error.code).toBe('FORBIDDEN');
  expect((await remove(agent, scheduleId)).json.error.code).toBe('FORBIDDEN');
  expect(await list(foreign)).toEqual([]);
  expect((await remove(foreign, scheduleId)).json.error.code).toBe('NOT_FOUND');
  await remove(supervisor, scheduleId);
});

test('a brokerage has ten at most, and is told so in words', async () => {
  for (let count = 0; count < mostReportSchedules; count += 1) expect((await add(foreign, weekly)).status).toBe(200);
  const { error } = (await add(foreign, weekly)).json;
  expect(error).toMatchObject({ code: 'QUOTA_EXCEEDED', message: 'There are 10 schedules already. Delete one first.' });
  const [first = ''] = await list(foreign);
  await remove(foreign, first);
  expect((await add(foreign, weekly)).status).toBe(200);
});

test.each([
  [{ ...weekly, kind: 'lead' }, 'kind'],
  [{ ...weekly, weekdays: [] }, 'weekdays'],
  [{ ...weekly, weekdays: Array.from({ length: 8 }, () => 'monday') }, 'weekdays'],
  [{ ...weekly, weekdays: ['someday'] }, 'weekdays.0'],
  [{ ...weekly, time: '24:00' }, 'time'],
  [{ ...weekly, time: '8:00' }, 'time'],
])('what is no schedule is refused by name: %j', async (body, field) => {
  expect((await add(supervisor, body)).json.error).toMatchObject({ code: 'VALIDATION_FAILED', field });
});

test('notifications are marked as read of a conversation or of a report, not of both', async () => {
  const body = { conversationId: 'c1', reportId: 'r1' };
  const { json } = await hub.call('POST', '/api/v1/me/notifications/read', { token: supervisor, body });
  expect(json.error).toMatchObject({ code: 'VALIDATION_FAILED', field: 'reportId' });
});
