import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../../src/features/appointments/model.ts';
import type { Conversation } from '../../../src/features/conversations/model.ts';
import { noTalk } from '../../../src/features/insight/dayFigures.ts';
import { changedMost } from '../../../src/features/insight/reports/briefing.ts';
import { counted, type Draft, plainText } from '../../../src/features/insight/reports/figures.ts';
import { periodOf } from '../../../src/features/insight/reports/periodOf.ts';
import { pipelineReport, readPipeline } from '../../../src/features/insight/reports/pipeline.ts';
import type { PeriodRead, ReportTalk } from '../../../src/features/insight/reports/readPeriod.ts';
import { weeklyReport } from '../../../src/features/insight/reports/weekly.ts';

/* Costs nothing. */

const zone = 'America/Chicago';
const now = Date.parse('2026-11-26T18:00:00Z');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const figureOf = (drafts: readonly Draft[], name: string) =>
  drafts.flatMap(({ figures }) => figures).find((figure) => figure.name === name);
const told = (drafts: readonly Draft[], name: string) => {
  const { value, before } = figureOf(drafts, name) ?? {};
  return [value, before];
};

describe('the days of a report', () => {
  it('are the last seven whole ones by the brokerage’s clock, beside the seven before', () => {
    const { days, from, until, before } = periodOf({}, now, zone);
    expect(days).toEqual({ from: '2026-11-19', to: '2026-11-25', count: 7 });
    expect([from, until]).toEqual([Date.parse('2026-11-19T06:00:00Z'), Date.parse('2026-11-26T06:00:00Z')]);
    expect(before).toEqual({ from: from - 7 * dayMs, until: from });
  });

  it('that are not over end now, and those before as early', () => {
    const { until, before } = periodOf({ from: '2026-11-25', to: '2026-11-26' }, now, zone);
    expect([until, before.until]).toEqual([now, now - 2 * dayMs]);
  });

  it.each([
    [{ to: '2026-11-27' }, 'to'],
    [{ from: '2026-11-20', to: '2026-11-19' }, 'from'],
    [{ from: '2026-08-24', to: '2026-11-24' }, 'from'],
  ])('are refused where they lie ahead, end before they begin, or are more than 92: %j', (asked, field) => {
    expect(() => periodOf(asked, now, zone)).toThrowError(
      expect.objectContaining({ code: 'VALIDATION_FAILED', field }),
    );
  });

  it('may be 92', () => {
    expect(periodOf({ from: '2026-08-25', to: '2026-11-24' }, now, zone).days.count).toBe(92);
  });
});

const period = periodOf({}, now, zone);
let ids = 0;
const aTalk = (at: number, over: Partial<ReportTalk> = {}, talk: Partial<ReportTalk['talk']> = {}): ReportTalk => {
  ids += 1;
  return {
    ...{ leadId: `l${ids}`, channel: 'widget', temperature: null, handedAt: null, leadSince: at },
    talk: { ...noTalk, begunAt: at, ...talk },
    ...over,
  };
};
const anAppointment = (over: Partial<Appointment>): Appointment => ({
  ...{ id: 'a', tenantId: 't', conversationId: 'c', kind: 'call', agentId: 'p', agentName: 'Maya', zone },
  ...{ startsAt: period.from, endsAt: period.from, busyUntil: 0, state: 'booked', heldUntil: 0, reminders: [] },
  createdAt: period.from,
  ...over,
});

describe('the weekly report', () => {
  const inside = period.from + dayMs;
  const earlier = period.before.from + dayMs;
  const waits = (from: number, replyAfterMs: number | null) => ({
    waitFrom: from,
    reply: replyAfterMs === null ? null : { at: from + replyAfterMs, by: 'p1' },
    said: replyAfterMs === null ? {} : { p1: { name: 'Maya', messages: 1 } },
  });
  const read: PeriodRead = {
    complete: true,
    talks: [
      aTalk(inside, { temperature: 'hot', handedAt: inside }, waits(inside, 60_000)),
      aTalk(inside, { channel: 'sms' }, waits(inside, 180_000)),
      aTalk(inside, { leadSince: 0 }, waits(inside, null)),
      aTalk(earlier, {}, waits(earlier, null)),
      aTalk(period.until),
    ],
    appointments: [
      anAppointment({ startsAt: inside, createdAt: earlier, outcome: 'kept' }),
      anAppointment({ startsAt: inside, createdAt: earlier, state: 'cancelled' }),
      anAppointment({ startsAt: now + 30 * dayMs, createdAt: inside }),
    ],
  };
  const drafts = weeklyReport(read, period, now);

  it('counts what came in and how it was answered, beside the days before', () => {
    expect(told(drafts, 'Conversations started')).toEqual([3, 1]);
    expect(told(drafts, 'Started on the website')).toEqual([2, 1]);
    expect(told(drafts, 'Started by text message')).toEqual([1, 0]);
    expect(told(drafts, 'Given to a person')).toEqual([1, 0]);
    expect(told(drafts, 'Share answered by a person')).toEqual([2 / 3, 0]);
    expect(told(drafts, 'Median time to the first reply')).toEqual([120_000, null]);
    expect(told(drafts, '90th percentile of the first reply')).toEqual([180_000, null]);
    expect(told(drafts, 'Missed')).toEqual([1, 1]);
  });

  it('counts appointments, leads and the team members who wrote', () => {
    expect(told(drafts, 'Appointments booked')).toEqual([1, 2]);
    expect(told(drafts, 'Appointments kept')).toEqual([1, 0]);
    expect(told(drafts, 'Appointments canceled')).toEqual([1, 0]);
    expect(told(drafts, 'New leads')).toEqual([2, 1]);
    // The temperature is today's: those of the days before had longer to warm up, and are no measure.
    expect(told(drafts, 'Hot leads')).toEqual([1, undefined]);
    expect(told(drafts, 'Maya: conversations')[0]).toBe(2);
  });

  it('names of every figure what was counted, and says nothing of what was not observed', () => {
    expect(drafts.flatMap(({ figures }) => figures).every(({ source }) => source.length > 10)).toBe(true);
    const none = weeklyReport({ talks: [], appointments: [], complete: true }, period, now);
    expect(told(none, 'Share answered by a person')[0]).toBeNull();
    expect(told(none, 'Median time to the first reply')[0]).toBeNull();
    expect(none.map((draft) => plainText(draft, 'the 7 days before')).join(' ')).toContain(
      'No one waited, so there is no share of answers. No first reply was observed.',
    );
  });

  it('says where there was too much to read, and how many people are left out', () => {
    const said = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`p${at}`, { name: `Person ${at}`, messages: 1 }]),
    );
    const cut = weeklyReport({ ...read, complete: false, talks: [aTalk(inside, {}, { said })] }, period, now);
    expect(cut[0]?.advice).toEqual(['Only the newest 2,000 conversations were read.']);
    expect(cut.at(-1)?.advice).toEqual(['2 more people are left out here.']);
  });

  it('is plain sentences', () => {
    expect(plainText(drafts[0] as Draft, 'the 7 days before')).toBe(
      '3 conversations started, 2 more than in the 7 days before. 2 started on the website, 1 more than before. 1 started by text message, 1 more than before.',
    );
  });
});

const aRow = (over: Partial<Conversation>, board: Partial<Conversation['board']> = {}): Conversation =>
  ({
    ...{ id: 'c', tenantId: 't', leadId: 'l1', channel: 'widget', createdAt: 1, language: 'en', mode: 'bot', fence: 1 },
    ...{ owner: null, unansweredSince: null, snoozedUntil: null, wait: null, review: null, offer: null, hold: null },
    board: {
      ...{ shown: true, stage: 'NEW', temperature: null, flags: [], alerts: [], over: {}, lastLines: [], tags: [] },
      ...{
        priority: 'normal',
        lastAt: now,
        lastText: '',
        said: 1,
        read: 0,
        listingTitle: null,
        bot: null,
        score: null,
      },
      ...{ leadName: null, vouchedName: null, onCallSince: null, wants: null },
      ...board,
    },
    ...over,
  }) as Conversation;

describe('the pipeline report', () => {
  it('counts each open lead once, the answers owed, and the homes asked about', () => {
    const home = { listingTitle: '12 Oak Street' };
    const rows = [
      aRow({ leadId: 'l1' }, { temperature: 'hot', ...home }),
      aRow({ leadId: 'l1' }, { temperature: 'cold', ...home }),
      aRow({ leadId: 'l2', mode: 'waiting', unansweredSince: now - 25 * hourMs }),
      aRow({ leadId: 'l3', mode: 'human', unansweredSince: now - hourMs }),
    ];
    const drafts = pipelineReport({ rows, appointments: [], complete: true }, now);
    for (const [name, value] of [
      ...([
        ['Open leads', 3],
        ['Hot', 1],
        ['Cold', 0],
        ['Not yet rated', 2],
      ] as const),
      ...([
        ['With Jorge', 2],
        ['Waiting for a person', 1],
        ['With a person', 1],
        ['Owed an answer now', 2],
        ['Without an answer for more than 24 hours', 1],
        ['12 Oak Street', 2],
      ] as const),
    ])
      expect([name, told(drafts, name)[0]]).toEqual([name, value]);
  });

  it('reads so many conversations and no more, and says so', async () => {
    const conversations = {
      list: async (_: string, { limit }: { limit: number }) => ({
        items: Array.from({ length: limit }, () => aRow({})),
        nextCursor: 'more',
      }),
    };
    const read = await readPipeline({ conversations, appointments: { listBetween: async () => [] } }, 't', now);
    expect([read.rows.length, read.complete]).toEqual([2_000, false]);
  });
});

it('the biggest changes are relative to the time before, among figures with enough counts', () => {
  const of = (name: string, value: number, before: number) =>
    counted({ name, value, before, one: '', many: '', none: '', source: '' });
  const { figures } = changedMost([of('a', 20, 10), of('b', 1, 4), of('c', 11, 10), of('d', 5, 20), of('e', 9, 0)]);
  expect(figures.map(({ name }) => name)).toEqual(['a', 'd']);
  expect(changedMost([of('a', 10, 10)]).advice).toEqual(['Nothing changed that there is enough of to compare.']);
});
