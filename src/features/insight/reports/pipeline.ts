import type { Appointment } from '../../appointments/model.ts';
import type { AppointmentStore } from '../../appointments/ports.ts';
import { boardRowOf } from '../../conversations/board/boardRowOf.ts';
import type { BoardStore } from '../../conversations/board/ports.ts';
import type { Conversation } from '../../conversations/model.ts';
import { counted, type Draft, type Told } from './figures.ts';
import { mostAppointments, mostTalks, rowsSince } from './readPeriod.ts';

const dayMs = 86_400_000;
const lateMs = dayMs;
const daysAhead = 7;
const homesTold = 5;
const titleChars = 120;

export interface PipelineRead {
  /** Those that are open, the newest first. */
  rows: Conversation[];
  /** Those that begin from now on. */
  appointments: Appointment[];
  complete: boolean;
}

export async function readPipeline(
  deps: { conversations: Pick<BoardStore, 'list'>; appointments: Pick<AppointmentStore, 'listBetween'> },
  tenantId: string,
  now: number,
): Promise<PipelineRead> {
  const { rows, complete } = await rowsSince(deps.conversations, tenantId, { now, closed: false });
  const between = { from: now, to: Number.MAX_SAFE_INTEGER, limit: mostAppointments };
  const found = await deps.appointments.listBetween(tenantId, between);
  const appointments = found.filter(({ state }) => state === 'booked');
  return { rows, appointments, complete: complete && found.length < mostAppointments };
}

/** How things stand now: the open leads, what they are owed, and what is in the calendar. */
export function pipelineReport(read: PipelineRead, now: number): Draft[] {
  return [
    {
      title: 'Open leads',
      figures: temperatureFigures(read),
      advice: read.complete
        ? []
        : [`Only the newest ${mostTalks.toLocaleString('en-US')} open conversations were read.`],
    },
    { title: 'Waiting and owed', figures: owedFigures(read, now) },
    { title: 'Appointments ahead', figures: aheadFigures(read, now) },
    homesSection(read),
  ];
}

/** Each lead once: as their newest open conversation stands. */
function leadsOf({ rows }: PipelineRead): Conversation[] {
  const seen = new Set<string>();
  return rows.filter(({ leadId }) => !seen.has(leadId) && seen.add(leadId));
}

export const hotFigure = (read: PipelineRead): Told => temperatureFigure(leadsOf(read), 'hot');

function temperatureFigure(leads: readonly Conversation[], wanted: 'hot' | 'warm' | 'cold' | null): Told {
  const words = wanted ?? 'not yet rated';
  return counted({
    name: wanted === null ? 'Not yet rated' : `${words[0]?.toUpperCase()}${words.slice(1)}`,
    value: leads.filter((lead) => (boardRowOf(lead).temperature ?? null) === wanted).length,
    one: `open lead is ${words}`,
    many: `open leads are ${words}`,
    none: `No open lead is ${words}`,
    source: 'Jorge’s temperature of each lead’s newest open conversation, now',
  });
}

function temperatureFigures(read: PipelineRead): Told[] {
  const leads = leadsOf(read);
  return [
    counted({
      name: 'Open leads',
      value: leads.length,
      one: 'lead has an open conversation',
      many: 'leads have an open conversation',
      none: 'No lead has an open conversation',
      source: 'leads with a conversation that isn’t closed, now',
    }),
    ...(['hot', 'warm', 'cold', null] as const).map((one) => temperatureFigure(leads, one)),
  ];
}

function owedFigures({ rows }: PipelineRead, now: number): Told[] {
  const shown = rows.map((row) => boardRowOf(row));
  const modes = [
    ['bot', 'With Jorge', 'is with Jorge', 'are with Jorge'],
    ['waiting', 'Waiting for a person', 'waits for a person', 'wait for a person'],
    ['human', 'With a person', 'is with a person', 'are with a person'],
  ] as const;
  const owed = shown.flatMap(({ owed: one, lead }) =>
    one === undefined || one.kind === 'none' ? [] : { ...one, lead },
  );
  const late = owed.filter(({ since }) => since !== undefined && now - Date.parse(since) > lateMs);
  return [
    ...modes.map(([mode, name, is, are]) =>
      counted({
        name,
        value: shown.filter((row) => row.mode === mode).length,
        one: `open conversation ${is}`,
        many: `open conversations ${are}`,
        none: `No open conversation ${is}`,
        source: 'open conversations, by who speaks in them now',
      }),
    ),
    counted({
      name: 'Owed an answer now',
      value: owed.filter(({ kind }) => kind === 'now').length,
      one: 'visitor who is there is owed an answer',
      many: 'visitors who are there are owed an answer',
      none: 'No visitor who is there is owed an answer',
      source: 'open conversations in which somebody who is there waits for a word, now',
    }),
    counted({
      name: 'Follow-ups owed',
      value: owed.filter(({ kind }) => kind === 'follow-up').length,
      one: 'follow-up is owed',
      many: 'follow-ups are owed',
      none: 'No follow-up is owed',
      source: 'open conversations whose visitor has left and is owed a word, now',
    }),
    counted({
      name: 'Without an answer for more than 24 hours',
      value: new Set(late.map(({ lead }) => lead.id)).size,
      one: 'lead has been without an answer for more than 24 hours',
      many: 'leads have been without an answer for more than 24 hours',
      none: 'No lead has been without an answer for more than 24 hours',
      source: 'leads who are owed a word since more than 24 hours ago',
    }),
  ];
}

function aheadFigures({ appointments }: PipelineRead, now: number): Told[] {
  const soon = appointments.filter(({ startsAt }) => startsAt < now + daysAhead * dayMs);
  const of = (kind: Appointment['kind']) => soon.filter((one) => one.kind === kind).length;
  const source = `booked appointments that begin within ${daysAhead} days from now`;
  return [
    counted({
      name: 'Appointments ahead',
      value: appointments.length,
      one: 'appointment lies ahead',
      many: 'appointments lie ahead',
      none: 'No appointments lie ahead',
      source: 'booked appointments that begin from now on',
    }),
    counted({
      name: `Showings in the next ${daysAhead} days`,
      value: of('viewing'),
      one: `showing is in the next ${daysAhead} days`,
      many: `showings are in the next ${daysAhead} days`,
      none: `No showing is in the next ${daysAhead} days`,
      source,
    }),
    counted({
      name: `Calls in the next ${daysAhead} days`,
      value: of('call'),
      one: `call is in the next ${daysAhead} days`,
      many: `calls are in the next ${daysAhead} days`,
      none: `No call is in the next ${daysAhead} days`,
      source,
    }),
  ];
}

function homesSection({ rows }: PipelineRead): Draft {
  const asked = new Map<string, number>();
  for (const { board } of rows)
    if (board.listingTitle !== null) {
      const title = board.listingTitle.slice(0, titleChars);
      asked.set(title, (asked.get(title) ?? 0) + 1);
    }
  const most = [...asked].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  const left = most.length - homesTold;
  const figures = most.slice(0, homesTold).map(([title, value]) =>
    counted({
      name: title,
      value,
      one: `open conversation is about ${title}`,
      many: `open conversations are about ${title}`,
      none: '',
      source: 'open conversations that began on the page of this home',
    }),
  );
  const advice = left > 0 ? [`${left} more ${left === 1 ? 'home is' : 'homes are'} left out here.`] : [];
  return {
    title: 'Homes most asked about',
    figures,
    advice: most.length === 0 ? ['No open conversation began on the page of a home.'] : advice,
  };
}
