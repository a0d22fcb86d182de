import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppointmentsAnswer, HomesToShowAnswer, TimesAnswer } from '../../src/contract/rest/appointments.ts';
import { demoPerson, tokenOf } from '../gateway/people.ts';
import { changeSettings } from '../support/changeSettings.ts';
import { type HubClient, openVisitor } from '../support/hubClient.ts';
import { type OpenHub, openHub } from '../support/openHub.ts';

let hub: OpenHub;
let agent: HubClient;
let visitor: Awaited<ReturnType<typeof openVisitor>>;
let token: string;
beforeAll(async () => {
  hub = await openHub();
  await changeSettings(hub.url, { holidays: 'none' });
  token = await tokenOf(hub.url, 'agent');
  agent = await demoPerson(hub.url, 'agent');
  visitor = await openVisitor(hub.url);
  await visitor.command('chat-send', { text: 'hello' });
  await agent.command('takeover-start', { conversationId: visitor.conversationId });
});
afterAll(async () => {
  agent.close();
  visitor.close();
  await hub.close();
});

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(`${hub.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  return (await answer.json()) as T;
}
const book = async (kind: 'call' | 'viewing', index: number): Promise<string> => {
  const { items } = await read<TimesAnswer>(`/appointments/times?kind=${kind}`);
  const { conversationId } = visitor;
  const startsAt = items[index]!.startsAt;
  const booked = await agent.send('appointment-book', { commandId: randomUUID(), conversationId, kind, startsAt });
  return String(booked.appointmentId);
};

it('free times are those of the calendar: a booked time is no longer free, except for the appointment that is being moved', async () => {
  const before = await read<TimesAnswer>('/appointments/times?kind=call');
  expect(before.zone).toBe('America/Chicago');
  expect(before.people.map(({ name }) => name)).toEqual(expect.arrayContaining(['Maya Torres', 'Owen Park']));
  const maya = before.people.find(({ name }) => name === 'Maya Torres')!;
  const own = `/appointments/times?kind=call&with=${maya.id}`;
  const [first] = (await read<TimesAnswer>(own)).items;
  expect(first!.with).toEqual([maya.id]);
  const { appointmentId } = await agent.send('appointment-book', {
    ...{ commandId: randomUUID(), conversationId: visitor.conversationId },
    ...{ kind: 'call', startsAt: first!.startsAt, with: maya.id },
  });
  const starts = async (path: string) => (await read<TimesAnswer>(path)).items.map(({ startsAt }) => startsAt);
  expect(await starts(own)).not.toContain(first!.startsAt);
  expect(await starts(`${own}&instead=${appointmentId}`)).toContain(first!.startsAt);
  expect(await read('/appointments/times?kind=lunch')).toMatchObject({ error: { code: 'VALIDATION_FAILED' } });
});

it('homes to show are those for sale, or those that the text names', async () => {
  const all = await read<HomesToShowAnswer>('/appointments/homes');
  expect(all.items.length).toBeGreaterThan(3);
  const named = await read<HomesToShowAnswer>('/appointments/homes?text=2417%20Ashby%20Hollow');
  expect(named.items.map(({ title }) => title)).toEqual(['2417 Ashby Hollow Drive']);
  expect((await read<HomesToShowAnswer>('/appointments/homes?text=nowhere')).items).toEqual([]);
});

it('the list has every appointment once, a page at a time, with its person, its outcome and the note', async () => {
  const [call, showing] = [await book('call', 3), await book('viewing', 6)];
  const { conversationId } = visitor;
  await agent.command('appointment-note', { conversationId, appointmentId: call, note: 'Ask for the survey.' });
  await agent.command('appointment-cancel', { conversationId, appointmentId: showing });
  const { items, zone } = await read<AppointmentsAnswer>('/appointments');
  expect(zone).toBe('America/Chicago');
  expect(items.map(({ startsAt }) => startsAt)).toEqual(items.map(({ startsAt }) => startsAt).toSorted());
  const of = (id: string) => items.find(({ appointmentId }) => appointmentId === id);
  expect(of(call)).toMatchObject({ conversationId, kind: 'call', state: 'booked', note: 'Ask for the survey.' });
  expect(of(call)?.setBy?.name).toBe('Maya Torres');
  expect(of(showing)).toMatchObject({ kind: 'viewing', state: 'cancelled' });

  const paged: string[] = [];
  let cursor = '';
  do {
    const page = await read<AppointmentsAnswer>(`/appointments?limit=1${cursor && `&cursor=${cursor}`}`);
    paged.push(...page.items.map(({ appointmentId }) => appointmentId));
    cursor = page.nextCursor ?? '';
  } while (cursor !== '');
  expect(paged).toEqual(items.map(({ appointmentId }) => appointmentId));

  const withMaya = await read<AppointmentsAnswer>(`/appointments?userId=${items[0]!.with.id}`);
  expect(withMaya.items.every((one) => one.with.id === items[0]!.with.id)).toBe(true);
  const past = await read<AppointmentsAnswer>('/appointments?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z');
  expect(past.items).toEqual([]);
  for (const bad of ['from=yesterday', 'limit=0', 'limit=201', 'cursor=x', 'who=me'])
    expect(await read(`/appointments?${bad}`)).toMatchObject({ error: { code: 'VALIDATION_FAILED' } });
});

const lineOf = (file: string, name: string) =>
  file.replace(/\r\n /g, '').match(new RegExp(`^${name}[:;](.*)$`, 'gm')) ?? [];
const call = async (method: string, path: string) => {
  const answer = await fetch(`${hub.url}/api/v1${path}`, { method, headers: { authorization: `Bearer ${token}` } });
  return answer.status === 204 ? null : ((await answer.json()) as { path: string; madeAt: string | null });
};

it('a person’s appointments are a calendar under a secret address, which ends when they make another, end it, or are let in no more', async () => {
  expect(await call('GET', '/calendar-feed')).toEqual({ madeAt: null });
  const first = await call('POST', '/calendar-feed');
  const answer = await fetch(`${hub.url}${first!.path}`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
  expect(answer.headers.get('cache-control')).toMatch(/no-store/);
  const file = await answer.text();
  const me = (await hub.stores.identity.listUsers('demo')).find(({ email }) => email === 'agent@demo.example')!;
  const { items } = await read<AppointmentsAnswer>(`/appointments?userId=${me.id}`);
  expect(items.length).toBeGreaterThan(0);
  expect(lineOf(file, 'UID').map((line) => line.trim())).toEqual(
    items.map(({ appointmentId }) => `UID:${appointmentId}@jorge-hub`),
  );
  expect(lineOf(file, 'URL')[0]).toContain(`/desk/c/${visitor.conversationId}`);

  const second = await call('POST', '/calendar-feed');
  const status = async (path: string) => (await fetch(`${hub.url}${path}`)).status;
  expect(await status(first!.path)).toBe(404);
  expect(await status(second!.path)).toBe(200);
  await hub.stores.identity.changeUser(me.id, { active: false });
  expect(await status(second!.path)).toBe(404);
  await hub.stores.identity.changeUser(me.id, { active: true });
  expect(await status(second!.path)).toBe(200);
  await call('DELETE', '/calendar-feed');
  expect(await status(second!.path)).toBe(404);
  for (const bad of ['/api/v1/calendar/x.ics', `/api/v1/calendar/${'a'.repeat(43)}.ics`])
    expect(await status(bad)).toBe(404);
});

it('an appointment that is called off stays in the calendar as canceled, and counts as changed', async () => {
  const appointmentId = await book('viewing', 20);
  const feed = await call('POST', '/calendar-feed');
  const eventOf = async () => {
    const file = await (await fetch(`${hub.url}${feed!.path}`)).text();
    return file.split('BEGIN:VEVENT').find((event) => event.includes(`UID:${appointmentId}@`));
  };
  const standing = await eventOf();
  expect(standing).toMatch(/SEQUENCE:0\r\n/);
  expect(standing).not.toContain('CANCELLED');
  await agent.command('appointment-cancel', { conversationId: visitor.conversationId, appointmentId });
  expect(await eventOf()).toMatch(/SEQUENCE:1\r\nSTATUS:CANCELLED/);
  await call('DELETE', '/calendar-feed');
});
