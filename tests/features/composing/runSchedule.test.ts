import { describe, expect, it } from 'vitest';
import { addSchedule, listSchedules, removeSchedule } from '../../../src/features/composing/reports/manageSchedules.ts';
import { runSchedule, setRun } from '../../../src/features/composing/reports/runSchedule.ts';
import type { StaffScope } from '../../../src/features/identity/model.ts';
import { notificationTopic } from '../../../src/features/notifications/notifyPeople.ts';
import type { Mail } from '../../../src/features/settings/ports.ts';
import { type Instead, turnWorld } from '../turns/turnWorld.ts';

/* Each test runs due jobs on three nodes at once, on memory stores and a clock that stands: two seconds in all. */

const dayMs = 86_400_000;
const sam: StaffScope = { tenantId: 't1', principal: { kind: 'staff', id: 's1', role: 'supervisor', name: 'Sam' } };
const weekly = { kind: 'weekly', weekdays: ['monday'], time: '08:00' } as const;

async function scheduled(instead: Instead = {}) {
  const world = await turnWorld(instead);
  const { stores, reporting, clock } = world;
  await stores.identity.addUser({
    ...{ id: 's1', tenantId: 't1', email: 'sam@example.com', name: 'Sam', role: 'supervisor', passwordHash: '' },
    ...{ tokenVersion: 0, active: true, createdAt: 0, presence: { status: 'available', capacity: 5 } },
  });
  const heard: string[] = [];
  world.parts.wakeups.subscribe(notificationTopic('s1'), () => heard.push('s1'));
  const { scheduleId, nextAt } = await addSchedule(reporting, sam, { ...weekly, weekdays: ['monday'] });
  return {
    ...world,
    heard,
    scheduleId,
    /** To a moment after the time of the schedule, as it was when it was set, and so many days more. */
    pass: async (days = 0) => clock.pass(Date.parse(nextAt) + 1 - clock.now() + days * dayMs),
    made: () => stores.reports.list('t1', { limit: 100 }),
    bell: () => stores.notifications.list('t1', 's1'),
  };
}

describe('a scheduled report', () => {
  it('is made at its time, once on three nodes, as its author, who is notified', async () => {
    const { runJobs, clock, pass, made, bell, heard } = await scheduled();
    await runJobs();
    expect(await made()).toEqual([]);
    await pass();
    await runJobs();
    await runJobs();
    const [report, ...more] = await made();
    expect(more).toEqual([]);
    expect(report).toMatchObject({
      ...{ kind: 'weekly', by: { id: 's1', name: 'Sam' }, createdAt: clock.now(), timeZone: 'America/Chicago' },
      // Set on Sunday, June 15, 2025, it is due on Monday.
      period: { from: '2025-06-09', to: '2025-06-15' },
    });
    expect(await bell()).toMatchObject([{ kind: 'report', reportId: report?.id, title: 'Weekly team report' }]);
    expect(heard).toContain('s1');
  });

  it('is made every week, about the days before its own time', async () => {
    const { runJobs, clock, pass, made } = await scheduled();
    await pass();
    await runJobs();
    await clock.pass(7 * dayMs);
    await runJobs();
    expect((await made()).map(({ period }) => period?.to)).toEqual(['2025-06-22', '2025-06-15']);
  });

  it('that is late is made once, and tells of the days before the last time that went by', async () => {
    const { runJobs, pass, made, clock } = await scheduled();
    // Wednesday, July 9: the Monday before was July 7.
    await pass(23);
    for (let times = 0; times < 5; times += 1) {
      await runJobs();
      await clock.pass(2_000);
    }
    expect((await made()).map(({ period }) => period?.to)).toEqual(['2025-07-06']);
  });

  it('is tried again where it failed, and the next one comes all the same', async () => {
    let isDown = true;
    const { runJobs, pass, made, bell, clock } = await scheduled({
      conversations: (store) => ({
        list: async (...asked) => {
          if (isDown) throw new Error('away');
          return store.list(...asked);
        },
      }),
    });
    await pass();
    await expect(runJobs()).rejects.toThrow('away');
    expect(await made()).toEqual([]);
    isDown = false;
    // Its lease ends, or its pause.
    await clock.pass(60_000);
    await runJobs();
    expect(await made()).toHaveLength(1);
    expect(await bell()).toHaveLength(1);
    await clock.pass(7 * dayMs);
    await runJobs();
    expect(await made()).toHaveLength(2);
  });

  it('that is given up takes no later one along: the next time is set before it is made', async () => {
    const { reporting, scheduleId, pass, clock } = await scheduled();
    await pass();
    const dueAt = clock.now() - 1;
    const set: number[] = [];
    const broken = {
      ...reporting,
      jobs: { schedule: async ({ at }: { at: number }) => void set.push(at) },
      conversations: { ...reporting.conversations, list: () => Promise.reject(new Error('away')) },
    };
    const job = { tenantId: 't1', kind: 'report', about: 'due', conversationId: null } as const;
    await expect(runSchedule(broken, { ...job, data: { scheduleId, dueAt } })).rejects.toThrow('away');
    expect(set).toEqual([dueAt + 7 * dayMs]);
  });

  it('is not made once its schedule is deleted', async () => {
    const { runJobs, pass, made, reporting, scheduleId, jobStore } = await scheduled();
    await removeSchedule(reporting, sam, scheduleId);
    await pass();
    await runJobs();
    expect(await made()).toEqual([]);
    const own = await jobStore.take({
      lane: 'scheduled',
      now: Number.MAX_SAFE_INTEGER,
      limit: 100,
      leaseMs: 1,
      aheadMs: 0,
    });
    expect(own.jobs.filter(({ kind }) => kind === 'report')).toEqual([]);
  });

  it.each([
    ['left the team', { active: false }],
    ['is an agent now', { role: 'agent' }],
  ] as const)('goes on after its author %s, in nobody’s name, and rings for no one', async (_, change) => {
    const { runJobs, pass, made, bell, stores, reporting } = await scheduled();
    await stores.identity.changeUser('s1', change);
    await pass();
    await runJobs();
    expect((await made()).map(({ by }) => by.name)).toEqual(['Scheduled']);
    expect(await bell()).toEqual([]);
    expect((await listSchedules(reporting, sam)).items).toHaveLength(1);
  });

  it('follows the brokerage to another time zone, with one report a day', async () => {
    const { runJobs, pass, made, stores, clock, reporting } = await scheduled();
    await stores.identity.changeTenant('t1', { timeZone: 'America/Denver' });
    // In Chicago it was 13:00 in UTC.
    expect((await listSchedules(reporting, sam)).items[0]?.nextAt).toBe('2025-06-16T14:00:00.000Z');
    await pass();
    await runJobs();
    await clock.pass(3_600_000);
    await runJobs();
    expect(await made()).toHaveLength(1);
  });

  it('is mailed to its author, with its title, a link, and no figure, also after the mail server was away', async () => {
    const sent: Mail[] = [];
    let isDown = true;
    const mailer = {
      async send(mail: Mail) {
        if (isDown) throw new Error('the mail server is away');
        sent.push(mail);
      },
    };
    const { runJobs, pass, made, bell, clock, reporting, scheduleId } = await scheduled({ mailer });
    await pass();
    const dueAt = clock.now() - 1;
    await runJobs();
    await clock.pass(2_000);
    await expect(runJobs()).rejects.toThrow('away');
    // The bell does not wait for the mail.
    expect(await bell()).toHaveLength(1);
    isDown = false;
    await clock.pass(60_000);
    await runJobs();
    const [report] = await made();
    expect(new Set(sent.map(({ to }) => to))).toEqual(new Set(['sam@example.com']));
    expect(sent[0]?.subject).toBe('Weekly team report for Barton Ridge Realty');
    expect(sent[0]?.text).toContain(`https://hub.example/desk/reports/${report?.id}`);
    for (const { figures } of report?.sections ?? [])
      for (const { name } of figures) expect(sent[0]?.text).not.toContain(name);
    // A node that took the job before and lived on.
    const before = sent.length;
    await setRun(reporting, { id: scheduleId, tenantId: 't1' }, dueAt);
    for (let times = 0; times < 3; times += 1) {
      await clock.pass(60_000);
      await runJobs();
    }
    expect(sent).toHaveLength(before);
  });
});
