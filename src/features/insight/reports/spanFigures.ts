import type { Appointment } from '../../appointments/model.ts';
import { dayFigures } from '../dayFigures.ts';
import { counted, lasted, shared, shareOf, type Told } from './figures.ts';
import { isIn, type Period, type Span } from './periodOf.ts';
import type { PeriodRead, ReportTalk } from './readPeriod.ts';

/** Fewer than these of something say nothing about a change. */
export const leastToCompare = 5;

/** The counts of one span of time. */
export interface SpanFigures {
  started: ReportTalk[];
  day: ReturnType<typeof dayFigures>;
  replies: number[];
  handed: number;
  newLeads: number;
  booked: number;
  due: Appointment[];
}

export function spanFigures({ talks, appointments }: PeriodRead, span: Span, now: number): SpanFigures {
  const started = talks.filter(({ talk }) => isIn(talk.begunAt, span));
  const waited = talks.filter(({ talk }) => isIn(talk.waitFrom, span));
  const day = { date: '', ...span };
  return {
    started,
    day: dayFigures(
      talks.map(({ talk }) => talk),
      day,
      now,
    ),
    replies: waited.flatMap(({ talk }) =>
      talk.reply === null ? [] : Math.max(0, talk.reply.at - (talk.waitFrom ?? 0)),
    ),
    handed: talks.filter(({ handedAt }) => isIn(handedAt, span)).length,
    newLeads: new Set(started.filter(({ leadSince }) => isIn(leadSince, span)).map(({ leadId }) => leadId)).size,
    booked: appointments.filter(({ createdAt }) => isIn(createdAt, span)).length,
    due: appointments.filter(({ startsAt }) => isIn(startsAt, span)),
  };
}

export const spanWords = ({ days }: Pick<Period, 'days'>): string => `from ${days.from} to ${days.to}`;

export const startedFigure = (own: SpanFigures, before: SpanFigures, when: string): Told =>
  counted({
    name: 'Conversations started',
    value: own.started.length,
    before: before.started.length,
    one: 'conversation started',
    many: 'conversations started',
    none: 'No conversations started',
    source: `conversations whose visitor first wrote ${when}`,
  });

export const answeredFigure = (own: SpanFigures, before: SpanFigures, when: string): Told =>
  shared({
    name: 'Share answered by a person',
    part: own.day.answered,
    whole: own.day.waited,
    before: shareOf(before.day.answered, before.day.waited),
    few: Math.min(own.day.waited, before.day.waited) < leastToCompare,
    says: 'of those who waited were answered',
    none: 'No one waited, so there is no share of answers',
    source: `visitors who came to wait for a person ${when}, and those of them to whom a person has written since`,
  });

export const medianFigure = (own: SpanFigures, before: SpanFigures, when: string): Told =>
  lasted({
    name: 'Median time to the first reply',
    value: own.day.firstReplyMs,
    before: before.day.firstReplyMs,
    few: Math.min(own.replies.length, before.replies.length) < leastToCompare,
    says: 'The median first reply took …',
    none: 'No first reply was observed',
    source: `from the beginning of each wait ${when} to the first words of a person`,
  });

export const missedFigure = (own: SpanFigures, before: SpanFigures, when: string): Told =>
  counted({
    name: 'Missed',
    value: own.day.missed,
    before: before.day.missed,
    one: 'visitor was missed',
    many: 'visitors were missed',
    none: 'No one was missed',
    source: `waits begun ${when} that no person answered and that are over or longer than an hour`,
  });

export const bookedFigure = (own: SpanFigures, before: SpanFigures, when: string): Told =>
  counted({
    name: 'Appointments booked',
    value: own.booked,
    before: before.booked,
    one: 'appointment was booked',
    many: 'appointments were booked',
    none: 'No appointments were booked',
    source: `appointments that were made ${when}, for whichever time, canceled ones too`,
  });

export const newLeadsFigure = (own: SpanFigures, before: SpanFigures, when: string): Told =>
  counted({
    name: 'New leads',
    value: own.newLeads,
    before: before.newLeads,
    one: 'lead is new',
    many: 'leads are new',
    none: 'No leads are new',
    source: `leads whose first conversation was opened ${when}`,
  });

/** The nearest rank; null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
