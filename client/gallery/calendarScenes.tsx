import type { AppointmentRow } from '../../src/contract/rest/appointments.ts';
import { DeskPages } from '../desk/DeskPages.tsx';
import { board } from './deskScene.tsx';
import { longName, unbroken } from './fixtures.ts';
import { agent, drawStaff } from './StaffScene.tsx';
import type { Scene } from './scene.ts';

const zone = 'America/Chicago';
/** Three of them stand at once on one day, one of them long past. */
const rowAt = (index: number, startsAt: string, change: Partial<AppointmentRow> = {}): AppointmentRow => {
  const kind = index % 2 === 0 ? 'viewing' : 'call';
  const endsAt = new Date(Date.parse(startsAt) + (kind === 'call' ? 30 : 60) * 60_000).toISOString();
  return {
    appointmentId: `a${index}`,
    conversationId: `c${index}`,
    lead: { id: `l${index}`, name: index === 1 ? longName : 'Sarah Whitcomb' },
    kind,
    state: 'booked',
    startsAt,
    endsAt,
    zone,
    with: { id: 'agent-1', name: index === 2 ? longName : 'Maya Brooks' },
    ...(kind === 'viewing'
      ? { home: { listingId: 'h', title: '908 Kinney Oaks Court', address: '908 Kinney Oaks Court, Austin, TX 78704' } }
      : {}),
    ...change,
  };
};
const items = [
  rowAt(0, '2026-03-03T16:00:00.000Z'),
  rowAt(1, '2026-03-03T16:30:00.000Z'),
  rowAt(2, '2026-03-03T16:30:00.000Z', { state: 'cancelled' }),
  rowAt(3, '2026-03-04T20:00:00.000Z', { lead: { id: 'l3' }, listingTitle: unbroken.slice(0, 60) }),
  rowAt(4, '2026-03-05T20:00:00.000Z', { outcome: 'no-show', note: `Nobody came. ${unbroken.slice(0, 80)}` }),
];
const task = {
  ...{ taskId: 't1', conversationId: 'c1', lead: { id: 'l1' }, text: `Call back ${unbroken.slice(0, 60)}` },
  ...{ dueAt: '2026-03-04T15:00:00.000Z', createdAt: '2026-03-01T15:00:00.000Z' },
  ...{ owner: { id: 'agent-1', name: 'Maya Brooks' }, by: { id: 'agent-1', name: 'Maya Brooks' } },
};
const people = [
  { id: 'agent-1', name: 'Maya Brooks', role: 'agent', active: true },
  { id: 'agent-2', name: longName, role: 'agent', active: true },
];

function calendar(
  name: string,
  title: string,
  sees: string,
  found: readonly AppointmentRow[] | 'never' | 'DEPENDENCY_DOWN',
  press: readonly string[] = [],
): Scene {
  return {
    name: `desk-calendar-${name}`,
    title: `Desk: ${title}`,
    path: '/desk/calendar/2026-03-03',
    sees,
    press,
    draw(into) {
      localStorage.removeItem(`jorge-hub.calendar.${agent.id}`);
      window.fetch = async (input) => {
        if (String(input).includes('/people')) return Response.json({ items: people });
        if (String(input).includes('/tasks')) return Response.json({ zone, items: found === items ? [task] : [] });
        if (found === 'never') return new Promise<Response>(() => undefined);
        if (found !== 'DEPENDENCY_DOWN') return Response.json({ zone, items: found });
        const error = { code: found, message: 'Refused for this picture.', retryable: true };
        return Response.json({ error }, { status: 503 });
      };
      return drawStaff(into, agent, { rows: board }, <DeskPages />);
    },
  };
}

/** The calendar in each of its states. */
export const calendarScenes: Scene[] = [
  calendar('week', 'a week of the calendar', '.calendar-card', items),
  calendar('day', 'a day with overlapping appointments', '.calendar-card', items, [
    '.calendar-bar label:has-text("Day")',
  ]),
  calendar('agenda', 'the calendar as a list', '.calendar-card.wide', items, [
    '.calendar-bar label:has-text("Agenda")',
  ]),
  calendar('empty', 'a week without appointments', '.calendar-nothing', []),
  calendar('loading', 'the calendar loading', '.calendar-skeleton', 'never'),
  calendar('error', 'the calendar didn’t load', 'text=The calendar didn’t load', 'DEPENDENCY_DOWN'),
];
