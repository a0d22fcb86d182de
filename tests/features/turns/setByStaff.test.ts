import { describe, expect, it } from 'vitest';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { takeOver } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { eraseConversation } from '../../../src/features/turns/eraseConversation.ts';
import { noteAppointment } from '../../../src/features/turns/noteAppointment.ts';
import { bookByStaff, moveByStaff } from '../../../src/features/turns/setByStaff.ts';
import { agent, command, turnWorld } from './turnWorld.ts';

type World = Awaited<ReturnType<typeof turnWorld>>;

const hourMs = 3_600_000;
const home = {
  listingId: 'h1',
  title: '908 Larkmoor Street',
  address: '908 Larkmoor Street, Austin, TX 78704',
};

async function world() {
  const made = await turnWorld({ books: true });
  await made.say('hello, I would like to see a house');
  await made.settle();
  return made;
}
const depsOf = (of: World) => ({
  ...of.parts,
  leads: of.stores.leads,
  records: of.records,
  timeZoneOf: async () => 'America/Chicago',
  // biome-ignore lint/suspicious/noExplicitAny: of a home only its name is read
  homeOf: async (_: string, listingId: string): Promise<any> => (listingId === home.listingId ? home : null),
});
/** On the hour, so many days from now. */
const inDays = (of: World, days: number, hours = 0) =>
  new Date((Math.floor(of.clock.now() / hourMs) + 24 * days + hours) * hourMs).toISOString();
const book = (of: World, startsAt: string, by = command(), more = {}) =>
  bookByStaff(depsOf(of), agent, by, { conversationId: of.id, kind: 'viewing', startsAt, listingId: 'h1', ...more });
const move = (of: World, appointmentId: string, startsAt: string, by = command()) =>
  moveByStaff(depsOf(of), agent, by, { conversationId: of.id, appointmentId, startsAt });
const lines = async (of: World) =>
  (await of.publicLog()).flatMap((entry) => (entry.type === 'appointment-changed' ? [entry] : []));
const said = async (of: World) =>
  (await of.publicLog()).flatMap((entry) => (entry.type === 'message-created' ? [entry] : []));

describe('an appointment that the team books', () => {
  it('stands in the log with the home, and Jorge tells the visitor while he speaks', async () => {
    const of = await world();
    const startsAt = inDays(of, 3);
    const { appointmentId, seq } = await book(of, startsAt);
    const [line] = await lines(of);
    expect(line).toMatchObject({
      seq,
      actor: { kind: 'agent' },
      data: { appointmentId, state: 'booked', startsAt, home },
    });
    await of.settle();
    const told = (await of.botMessages()).at(-1) ?? '';
    expect(told).toContain('908 Larkmoor Street, Austin, TX 78704');
    expect(told).toMatch(/\d:00 [AP]M \(Central Time\), with Ana/);
    expect(await of.parts.appointments.listBusy('t1', 0, of.clock.now())).toHaveLength(1);
    const kept = await of.parts.appointments.find('t1', appointmentId);
    expect(kept?.reminders.length).toBeGreaterThan(0);
  });

  it('is told in the words of the person who has the conversation', async () => {
    const of = await world();
    await takeOver(of.parts, agent, command(), { conversationId: of.id });
    const { seq } = await book(of, inDays(of, 3));
    await of.settle();
    const after = (await said(of)).filter((entry) => entry.seq > seq);
    expect(after.map(({ actor, data }) => [actor.kind, data.text])).toEqual([
      ['agent', expect.stringMatching(/^Your showing is booked: .*\(Central Time\), with Ana, at 908 Larkmoor Street/)],
    ]);
  });

  it('is one however often the command comes, and raises no alert about what the team did itself', async () => {
    const of = await world();
    const by = command();
    const startsAt = inDays(of, 3);
    const first = await book(of, startsAt, by);
    expect(await book(of, startsAt, by)).toEqual(first);
    await of.settle();
    expect(await lines(of)).toHaveLength(1);
    const noted = await of.plain.entries.read(of.id, 'internal', 1, 1000, 1000);
    expect(noted.filter(({ type }) => type === 'alert-raised')).toEqual([]);
  });

  it('gets no time that another has: of many at once for one time, one is booked', async () => {
    const of = await world();
    const startsAt = inDays(of, 3);
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => book(of, startsAt)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({
          code: 'CONFLICT',
          message: expect.stringMatching(/has just been taken/),
        });
    expect(await of.parts.appointments.listBusy('t1', 0, of.clock.now())).toHaveLength(1);
  });

  it('has to be to come, within a year and on the half hour, with somebody who takes appointments, of a home on file', async () => {
    const of = await world();
    const refused = (startsAt: string, more = {}) => expect(book(of, startsAt, command(), more)).rejects;
    await refused(inDays(of, -1)).toMatchObject({ code: 'VALIDATION_FAILED', field: 'startsAt' });
    await refused(inDays(of, 400)).toMatchObject({ code: 'VALIDATION_FAILED', field: 'startsAt' });
    const odd = new Date(Date.parse(inDays(of, 3)) + 7 * 60_000).toISOString();
    await refused(odd).toMatchObject({ code: 'VALIDATION_FAILED', field: 'startsAt' });
    await refused(inDays(of, 3), { with: 'nobody' }).toMatchObject({ code: 'VALIDATION_FAILED', field: 'with' });
    await refused(inDays(of, 3), { listingId: 'x' }).toMatchObject({ code: 'NOT_FOUND', field: 'listingId' });
    expect(await lines(of)).toEqual([]);
  });

  it('is told by the job of its hold though the process died before the line', async () => {
    const of = await world();
    const { appender } = of.parts;
    of.parts.appender = { ...appender, append: () => Promise.reject(new Error('the process is dead')) };
    await expect(book(of, inDays(of, 3))).rejects.toThrow('dead');
    of.parts.appender = appender;
    await of.clock.pass(11 * 60_000);
    await of.runJobs();
    expect((await lines(of)).map(({ data }) => data.state)).toEqual(['booked']);
    await of.settle();
    expect((await of.botMessages()).at(-1)).toMatch(/908 Larkmoor Street/);
  });

  it('that was begun and never booked frees its time without a word to the visitor', async () => {
    const of = await world();
    const { appointments } = of.parts;
    of.parts.appointments = { ...appointments, book: () => Promise.reject(new Error('the process is dead')) };
    await expect(book(of, inDays(of, 3))).rejects.toThrow('dead');
    of.parts.appointments = appointments;
    await of.clock.pass(11 * 60_000);
    await of.runJobs();
    expect(await lines(of)).toEqual([]);
    expect(await appointments.listBusy('t1', 0, of.clock.now())).toEqual([]);
  });
});

describe('an appointment that the team moves', () => {
  it('stays the same one at its new time, and the visitor reads that it has moved', async () => {
    const of = await world();
    const [first, second] = [inDays(of, 3), inDays(of, 4)];
    const { appointmentId } = await book(of, first);
    await of.settle();
    expect(await move(of, appointmentId, second)).toMatchObject({ appointmentId });
    await of.settle();
    const told = await lines(of);
    expect(told.map(({ data }) => [data.state, data.startsAt, data.movedFrom])).toEqual([
      ['booked', first, undefined],
      ['booked', second, first],
    ]);
    expect((await of.botMessages()).at(-1)).toMatch(/showing (has moved to|is now on)/);
    const busy = await of.parts.appointments.listBusy('t1', 0, of.clock.now());
    expect(busy.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([second]);
  });

  it('keeps its time when the other one is taken, and is told once however often the command comes', async () => {
    const of = await world();
    const { appointmentId } = await book(of, inDays(of, 3));
    await book(of, inDays(of, 4));
    await expect(move(of, appointmentId, inDays(of, 4))).rejects.toMatchObject({ code: 'CONFLICT' });
    const by = command();
    const moved = await move(of, appointmentId, inDays(of, 5), by);
    expect(await move(of, appointmentId, inDays(of, 5), by)).toEqual(moved);
    expect((await lines(of)).filter(({ data }) => data.appointmentId === appointmentId)).toHaveLength(2);
  });

  it('may overlap the time that it had', async () => {
    const of = await world();
    const { appointmentId } = await book(of, inDays(of, 3));
    const later = new Date(Date.parse(inDays(of, 3)) + hourMs / 2).toISOString();
    await move(of, appointmentId, later);
    expect(await of.parts.appointments.listBusy('t1', 0, of.clock.now())).toHaveLength(1);
  });

  it('is refused in words when it has begun, and not found from another conversation or brokerage', async () => {
    const of = await world();
    const { appointmentId } = await book(of, inDays(of, 0, 1));
    const elsewhere = { conversationId: of.id, appointmentId: 'x', startsAt: inDays(of, 3) };
    await expect(moveByStaff(depsOf(of), agent, command(), elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const stranger = { ...agent, tenantId: 't2' };
    await expect(moveByStaff(depsOf(of), stranger, command(), { ...elsewhere, appointmentId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await of.clock.pass(2 * hourMs);
    await expect(move(of, appointmentId, inDays(of, 3))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/has started/),
    });
  });
});

describe('the outcome of an appointment', () => {
  const note = (of: World, appointmentId: string, told: object, scope = agent) =>
    noteAppointment(of.parts, scope, command(), { conversationId: of.id, appointmentId, ...told });

  it('is told by the team once its time has come, and the newest word counts', async () => {
    const of = await world();
    const { appointmentId } = await book(of, inDays(of, 0, 2));
    await expect(note(of, appointmentId, { outcome: 'kept' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/hasn’t started/),
    });
    await note(of, appointmentId, { note: 'Brings her mother.' });
    await of.clock.pass(3 * hourMs);
    await note(of, appointmentId, { outcome: 'no-show' });
    await note(of, appointmentId, { outcome: 'kept' });
    const kept = await of.parts.appointments.find('t1', appointmentId);
    expect(kept).toMatchObject({ state: 'booked', outcome: 'kept', note: 'Brings her mother.' });
    const noted = await of.plain.entries.read(of.id, 'internal', 1, 1000, 1000);
    expect(noted.flatMap((entry) => (entry.type === 'appointment-noted' ? [entry.data.outcome] : []))).toEqual([
      undefined,
      'no-show',
      'kept',
    ]);
  });

  it('loses its words with those of the conversation', async () => {
    const of = await world();
    const { appointmentId } = await book(of, inDays(of, 1));
    await note(of, appointmentId, { note: 'Brings her mother.' });
    const streamLog = createMemoryStreamLog(of.clock);
    await eraseConversation({ ...of.parts, ...of.stores, appender: of.parts.appender, streamLog }, 't1', of.id);
    const kept = await of.parts.appointments.find('t1', appointmentId);
    expect(kept).toMatchObject({ state: 'cancelled' });
    expect(kept?.note).toBeUndefined();
    const noted = await of.plain.entries.read(of.id, 'internal', 1, 1000, 1000);
    expect(JSON.stringify(noted)).not.toContain('mother');
  });

  it('is not told of another brokerage’s appointment, of one that was never booked, or without a word', async () => {
    const of = await world();
    const { appointmentId } = await book(of, inDays(of, 1));
    await expect(note(of, appointmentId, { note: 'x' }, { ...agent, tenantId: 't2' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(note(of, 'x', { note: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(note(of, appointmentId, {})).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});
