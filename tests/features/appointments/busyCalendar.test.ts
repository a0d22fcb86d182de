import { describe, expect, it } from 'vitest';
import type { BusyProblem } from '../../../src/contract/busyProblems.ts';
import {
  BusyFault,
  endBusyCalendar,
  lookAtBusyCalendar,
  readBusyCalendar,
  setBusyCalendar,
} from '../../../src/features/appointments/busyCalendar.ts';
import { timesForStaff } from '../../../src/features/appointments/timesForStaff.ts';
import { agent, turnWorld } from '../turns/turnWorld.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const url = 'https://calendar.google.com/calendar/ical/ana/private-quokka/basic.ics';

/** A brokerage with one agent, whose calendar elsewhere answers as `file` says. */
async function world() {
  const of = await turnWorld({ books: true });
  const asked: (string | null)[] = [];
  const file = { problem: null as BusyProblem | null, etag: 'a', busy: [] as { startsAt: number; endsAt: number }[] };
  const deps = {
    ...of.busyTimes,
    async fetchCalendar(address: string, etag: string | null) {
      expect(address).toBe(url);
      asked.push(etag);
      if (file.problem !== null) throw new BusyFault(file.problem);
      return etag === file.etag ? ('unchanged' as const) : { text: 'file', etag: file.etag };
    },
    readBusyTimes: async () => file.busy,
  };
  const look = () => lookAtBusyCalendar(deps, { tenantId: 't1', userId: 'a1' });
  return { ...of, deps, file, asked, look, set: () => setBusyCalendar(deps, agent, url) };
}
const free = async (of: Awaited<ReturnType<typeof world>>) => {
  const { items } = await timesForStaff({ ...of.parts, timeZoneOf: async () => 'America/Chicago' }, agent, {
    kind: 'call',
  });
  return items.map(({ startsAt }) => startsAt);
};

describe('the busy times of a person’s calendar elsewhere', () => {
  it('are offered to nobody, to the visitor and the team alike, until they are free again', async () => {
    const of = await world();
    const [first = '', second = ''] = await free(of);
    const startsAt = Date.parse(first);
    of.file.busy = [{ startsAt, endsAt: startsAt + 5 * minuteMs }];
    expect(await of.set()).toMatchObject({ setAt: expect.any(String), readAt: expect.any(String), busy: 1 });
    const left = await free(of);
    expect(left).not.toContain(first);
    expect(left).toContain(second);
    expect(await of.parts.calendar.busy('t1', startsAt, startsAt + hourMs)).toHaveLength(1);
    expect(await of.parts.calendar.busy('t2', startsAt, startsAt + hourMs)).toEqual([]);
    await endBusyCalendar(of.deps, agent);
    expect(await free(of)).toContain(first);
    expect(await readBusyCalendar(of.deps, agent)).toEqual({ setAt: null, busy: 0 });
    expect(await of.look()).toBeNull();
  });

  it('are read every quarter of an hour, unchanged files once a day anew', async () => {
    const of = await world();
    await of.set();
    await of.clock.pass(15 * minuteMs);
    expect(await of.look()).toBe(of.clock.now() + 15 * minuteMs);
    expect(of.asked).toEqual([null, 'a']);
    await of.clock.pass(25 * hourMs);
    await of.look();
    expect(of.asked.at(-1)).toBeNull();
  });

  it('stand as they were read while that fails, which is told and tried less and less often', async () => {
    const of = await world();
    of.file.busy = [{ startsAt: of.clock.now() + hourMs, endsAt: of.clock.now() + 2 * hourMs }];
    await of.set();
    of.file.problem = 'too-slow';
    const pauses: number[] = [];
    for (let time = 0; time < 7; time += 1) pauses.push(((await of.look()) ?? 0) - of.clock.now());
    expect(pauses.map((pause) => pause / minuteMs)).toEqual([30, 60, 120, 240, 360, 360, 360]);
    expect(await readBusyCalendar(of.deps, agent)).toMatchObject({ problem: 'too-slow', busy: 1 });
    of.file.problem = null;
    expect(await of.look()).toBe(of.clock.now() + 15 * minuteMs);
    expect(await readBusyCalendar(of.deps, agent)).not.toHaveProperty('problem');
  });

  it('keep their address to themselves: it is not told, and not kept as it is', async () => {
    const of = await world();
    const told = JSON.stringify([await of.set(), await readBusyCalendar(of.deps, agent)]);
    const kept = await of.stores.busyCalendars.ofPerson('t1', 'a1');
    expect(told + JSON.stringify(kept)).not.toContain('quokka');
    await of.stores.busyCalendars.set({ ...kept!, sealedUrl: `${kept?.sealedUrl.slice(0, -4)}AAAA` });
    await of.look();
    expect(await readBusyCalendar(of.deps, agent)).toMatchObject({ problem: 'address-lost' });
  });

  it('end with the person', async () => {
    const of = await world();
    await of.set();
    const deps = { ...of.deps, findUser: async () => ({ tenantId: 't1', active: false }) };
    expect(await lookAtBusyCalendar(deps, { tenantId: 't1', userId: 'a1' })).toBeNull();
    expect(await of.stores.busyCalendars.ofPerson('t1', 'a1')).toBeNull();
  });

  it.each([
    'calendar',
    'http://calendar.example/a.ics',
    'https://me:word@calendar.example/',
    'https://calendar.example:8443/',
    'file:///etc/passwd',
  ])('%s is refused in words', async (address) => {
    const of = await world();
    const refused = setBusyCalendar(of.deps, agent, address);
    await expect(refused).rejects.toMatchObject({ code: 'VALIDATION_FAILED', field: 'url' });
  });

  it('are of people alone, and are not fetched twice in a moment', async () => {
    const of = await world();
    const key = { ...agent, principal: { ...agent.principal, kind: 'api-key' as never } };
    await expect(setBusyCalendar(of.deps, key, url)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await of.set();
    await expect(of.set()).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
