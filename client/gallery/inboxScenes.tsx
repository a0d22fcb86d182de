import { Desk } from '../desk/Desk.tsx';
import { DeskPages } from '../desk/DeskPages.tsx';
import { desk } from './deskScene.tsx';
import type { Fixture } from './fixtureHub.ts';
import {
  aDay,
  arabic,
  buyerTalk,
  inMinutes,
  logged,
  longName,
  longText,
  minutesAgo,
  owen,
  row,
  rows,
  unbroken,
} from './fixtures.ts';
import { agent, drawStaff, supervisor } from './StaffScene.tsx';
import type { Scene } from './scene.ts';
import { answering } from './settingsScenes.tsx';

const inbox = (name: string, title: string, sees: string, fixture: Fixture): Scene =>
  desk(name, title, sees, fixture, { open: false });

const aTask = (no: number, minutes: number, text: string) => ({
  ...{ taskId: `t${no}`, conversationId: `c${no}`, lead: { id: `l${no}`, name: 'Sarah Whitcomb' }, text },
  ...{ dueAt: inMinutes(minutes), createdAt: minutesAgo(900) },
  ...{ owner: { id: agent.id, name: agent.name }, by: { id: owen.id, name: owen.name ?? '' } },
});
const tasks = [
  aTask(1, -200, 'Call back about the inspection'),
  aTask(2, 30, `Send the disclosure packet ${unbroken.slice(0, 90)}`),
  aTask(3, 3_000, 'Ask whether the lender has answered'),
];
const meetingToday = {
  ...{
    appointmentId: 'a1',
    conversationId: 'c1',
    lead: { id: 'l1', name: longName },
    kind: 'viewing',
    state: 'booked',
  },
  ...{ startsAt: inMinutes(60), endsAt: inMinutes(120), zone: 'America/Chicago' },
  ...{ with: { id: agent.id, name: agent.name }, home: { listingId: 'h', title: '908 Kinney Oaks Court' } },
};
const mine = { owner: { id: agent.id, name: agent.name } };
const aDayOfMine = [
  row(3, { mode: 'waiting', owed: { kind: 'now', since: minutesAgo(7) } }),
  row(6, { ...mine, mode: 'human', owed: { kind: 'now', since: minutesAgo(1) }, lead: { id: 'l', name: longName } }),
  ...[1, 2, 4, 5, 7, 8].map((no) =>
    row(no, { mode: 'waiting', owed: { kind: 'follow-up', since: minutesAgo(90), dueAt: inMinutes(no * 25 - 60) } }),
  ),
  row(9, { ...mine, mode: 'human', owed: { kind: 'none' } }),
];

/** The inbox by itself, and the day beside it where nothing is open. */
export const inboxScenes: Scene[] = [
  inbox('empty', 'no conversations yet', 'text=No conversations yet', { rows: [] }),
  inbox('loading', 'loading', '.inbox-row.skeleton', { board: 'never' }),
  inbox('error', 'the inbox didn’t load', 'text=The inbox didn’t load', { board: 'FORBIDDEN' }),
  inbox('live', 'nothing open', '.inbox-row >> nth=11', {}),
  inbox('day', 'my day: what’s waiting, follow-ups, what’s mine', 'text=Follow-ups due', { rows: aDayOfMine }),
  {
    name: 'desk-day-supervisor',
    title: 'Desk: the day of a supervisor, with figures',
    path: '/desk',
    sees: '.my-day-figures',
    draw(into) {
      window.fetch = answering({ '/day': aDay });
      return drawStaff(into, supervisor, { rows: aDayOfMine }, <Desk />);
    },
  },
  {
    name: 'desk-day-tasks',
    title: 'Desk: my day with tasks and appointments',
    path: '/desk',
    sees: 'text=Overdue tasks',
    draw(into) {
      window.fetch = answering({
        '/tasks': { zone: 'America/Chicago', items: tasks },
        '/appointments': { zone: 'America/Chicago', items: [meetingToday] },
      });
      return drawStaff(into, agent, { rows: aDayOfMine }, <DeskPages />);
    },
  },
  desk(
    'task-form',
    'writing a task beside the conversation',
    '.known .task-form textarea',
    { entries: logged(buyerTalk) },
    {
      before() {
        window.fetch = answering({
          '/tasks': { zone: 'America/Chicago', items: tasks },
          '/people': { items: [{ id: 'agent-2', name: longName, role: 'agent', active: true }] },
        });
      },
      press: ['text=Add a task'],
    },
  ),
  inbox('day-quiet', 'nothing is waiting for me', 'text=Nothing is waiting for you.', {
    rows: [row(1, { mode: 'bot', owed: { kind: 'none' } })],
  }),
  inbox('stale', 'connection lost', '.stale-line', { connection: 'stale' }),
  inbox('ended', 'session ended', '.stale-line.ended', { connection: 'AUTH_EXPIRED' }),
  inbox('200-rows', '200 rows', '.inbox-row >> nth=11', { rows: rows(200) }),
  inbox('long-names', 'long names and lines', `.inbox-row >> text=${longName}`, {
    rows: [
      row(1, { lead: { id: 'l', name: longName }, lastText: longText, listingTitle: longName, unread: 240 }),
      row(2, { lead: { id: 'l', name: unbroken.slice(0, 200) }, lastText: unbroken }),
      row(3, { lead: { id: 'l', name: 'مريم الحسيني' }, lastText: arabic }),
    ],
  }),
];
