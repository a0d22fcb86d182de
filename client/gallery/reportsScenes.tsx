import type { Report, ReportSchedulesAnswer, ReportsAnswer } from '../../src/contract/rest/reports.ts';
import { DeskPages } from '../desk/DeskPages.tsx';
import { board } from './deskScene.tsx';
import { inMinutes, longName, minutesAgo, unbroken } from './fixtures.ts';
import { drawStaff, supervisor } from './StaffScene.tsx';
import type { Scene } from './scene.ts';
import { answering } from './settingsScenes.tsx';

const head = {
  reportId: 'r1',
  kind: 'weekly',
  title: 'Weekly team report',
  period: { from: '2026-11-14', to: '2026-11-20' },
  timeZone: 'America/Chicago',
  createdAt: minutesAgo(30),
  by: { id: supervisor.id, name: supervisor.name },
  complete: false,
} as const satisfies ReportsAnswer['items'][number];

const { period: _, ...now } = head;
const items: ReportsAnswer['items'] = [
  head,
  { ...now, reportId: 'r2', kind: 'pipeline', title: 'Pipeline report', createdAt: minutesAgo(3_000) },
  {
    ...now,
    reportId: 'r3',
    kind: 'lead',
    leadId: 'l1',
    title: `Lead summary: ${longName}`,
    by: { id: 'x', name: longName },
  },
];
const { by, timeZone } = head;
const schedules: ReportSchedulesAnswer = {
  items: [
    {
      ...{ scheduleId: 's1', kind: 'weekly', weekdays: ['monday'], time: '08:00', timeZone, by },
      nextAt: minutesAgo(-6_000),
    },
    {
      ...{ scheduleId: 's2', kind: 'briefing', weekdays: ['monday', 'wednesday', 'friday'], time: '16:45', timeZone },
      ...{ by: { id: 'x', name: longName }, nextAt: minutesAgo(-3_000) },
    },
  ],
};
const source = 'conversations whose visitor first wrote from 2026-11-14 to 2026-11-20';
const report: Report = {
  ...head,
  sections: [
    {
      title: 'Conversations',
      text: '14 conversations started, 3 fewer than in the 7 days before.',
      basis: 'model',
      figures: [{ name: 'Conversations started', value: 14, unit: 'count', before: 17, source }],
    },
    {
      title: 'Answers',
      text: '82% of those who waited were answered. No first reply was observed.',
      basis: 'rules',
      figures: [
        { name: 'Share answered by a person', value: 9 / 11, unit: 'share', before: 0.75, source },
        { name: 'Median time to the first reply', value: null, unit: 'ms', before: 250_000, source },
      ],
    },
    {
      title: 'Homes most asked about',
      text: `3 open conversations are about ${unbroken.slice(0, 120)}.`,
      basis: 'rules',
      figures: [{ name: unbroken.slice(0, 120), value: 3, unit: 'count', source }],
    },
  ],
};

const line = { conversationId: 'c1', log: 'public:c1', seq: 7, start: 0, end: 40 };
const inner = { ...line, log: 'internal:c1', seq: 12, start: 0, end: 0 };
const action = { conversationId: 'c1', evidence: [line], dueAt: inMinutes(60) };
const nothing: Pick<Report['sections'][number], 'basis' | 'figures'> = { basis: 'rules', figures: [] };
const summary: Report = {
  ...now,
  ...{ reportId: 'r3', kind: 'lead', leadId: 'l1', title: `Lead summary: ${longName}`, complete: true },
  sections: [
    { ...nothing, title: 'Summary', text: '2 conversations so far. Jorge rates this lead hot.' },
    {
      ...nothing,
      title: 'Risks',
      text: 'They have been without an answer for 30 hours. 2 appointments were no-shows.',
    },
    { ...nothing, title: 'Opportunities', text: 'Jorge rates this lead hot.' },
    { ...nothing, title: 'Actions', text: 'Today: answer what they are waiting for.' },
  ],
  analysis: {
    confidence: 0.86,
    actions: [
      { ...action, text: 'Answer what they are waiting for', priority: 'high' },
      { ...action, text: `Ask what is behind it: ${unbroken.slice(0, 120)}`, priority: 'medium', evidence: [inner] },
      {
        ...action,
        text: 'Find out: timeline, area and financing',
        priority: 'low',
        dueAt: inMinutes(4_300),
        evidence: [],
      },
    ],
    risks: [
      {
        ...{ text: 'They have been without an answer for over a day', severity: 'high', evidence: [line] },
        mitigation: 'Answer them before anything else',
      },
      {
        ...{ text: 'They missed an appointment', severity: 'medium', evidence: [inner] },
        mitigation: 'Confirm the next time shortly before it',
      },
    ],
    opportunities: [
      { text: 'Jorge rates this lead hot', value: 'up to $450,000', evidence: [inner, line] },
      { text: `They came about ${unbroken.slice(0, 120)}`, value: null, evidence: [] },
    ],
  },
};

function reports(
  name: string,
  title: string,
  sees: string,
  answers: Parameters<typeof answering>[0],
  path = '/desk/reports',
): Scene {
  return {
    name: `desk-reports-${name}`,
    title: `Desk: ${title}`,
    ...{ path, sees },
    draw(into) {
      window.fetch = answering(answers);
      return drawStaff(into, supervisor, { rows: board }, <DeskPages />);
    },
  };
}

/** The list of reports and one report, in each of their states. */
export const reportsScenes: Scene[] = [
  reports('list', 'the reports that were made', '.reports li >> nth=2', {
    '/reports': { items, nextCursor: 'more' },
    '/reports/schedules': schedules,
  }),
  {
    ...reports('schedule', 'a schedule that is being set', '.report-schedule-form', {
      '/reports': { items },
      '/reports/schedules': schedules,
    }),
    press: ['text=New schedule'],
  },
  reports('empty', 'no report was made yet', 'text=No schedules yet', {
    '/reports': { items: [] },
    '/reports/schedules': { items: [] },
  }),
  reports('loading', 'the reports are on their way', '.people-skeleton', 'never'),
  reports('error', 'the reports didn’t load', 'text=The list didn’t load', 'error'),
  reports('one', 'a report', '.report table', { '/reports/r1': report }, '/desk/reports/r1'),
  reports(
    'lead',
    'the summary of a lead',
    '.lead-actions button',
    { '/reports/r3': summary, '/tasks': { zone: 'America/Chicago', items: [] } },
    '/desk/reports/r3',
  ),
  reports('one-error', 'a report that didn’t load', 'text=This report didn’t load', 'error', '/desk/reports/r1'),
];
