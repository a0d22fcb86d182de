import { intervalsOf } from '../../../src/contract/rest/intervalsOf.ts';
import type { ClosedDay, Hours, InBothLanguages } from '../../../src/contract/rest/settings.ts';
import { type LeftFact, weekdays } from '../../../src/contract/rest/settingsLimits.ts';
import type { ConversationTag, TagRule } from '../../../src/contract/rest/tags.ts';
import { tagColourLabels, tagConditionWords } from '../../shared/labels/tags.ts';
import { calendarDay } from '../../shared/labels/times.ts';

import { askWords, leftFactWords } from './jorgeWords.ts';

/** One change in words; a side without words was or is empty. */
export interface ChangeLine {
  label: string;
  before: string;
  after: string;
}

const labels: Record<string, string> = {
  brokerage: 'Name',
  timeZone: 'Time zone',
  market: 'Market',
  greeting: 'Greeting',
  holidays: 'Closed on US federal holidays',
  closedDays: 'Closed days',
  closedSays: 'Message while closed',
  brokerageServicesUrl: 'Texas: Information About Brokerage Services link',
  serves: 'Areas you serve',
  tags: 'Tags',
  tagRules: 'Automatic tags',
  checkedOff: 'Checklist: no change needed',
  adapts: 'Adapt to each person',
  secondFactorRoles: 'Second factor required for',
  allowedOrigins: 'Allowed origins',
  accountSid: 'Account SID',
  forwardTo: 'Calls go to',
  address: 'Address',
  description: 'Description',
  events: 'Events',
  paused: 'Paused',
  identitySecret: 'Secret for signed-in visitors',
  titleCount: 'Number of unread replies in the browser tab’s title',
  openerSeconds: 'Greeting appears after (seconds)',
  openerScrollPercent: 'Greeting appears after scrolling (% of the page)',
  name: 'Name',
  role: 'Role',
  active: 'Active',
  email: 'Email',
  phone: 'Phone',
  title: 'Title',
  text: 'Text',
  long: 'Duration',
  questions: 'Questions',
  answer: 'Answer',
  language: 'Language',
  audience: 'Audience',
  // Parts of a setting that is told part by part.
  'colours.light': 'Color in light mode',
  'colours.dark': 'Color in dark mode',
  'waiting.amberMinutes': 'Wait time turns amber',
  'waiting.redMinutes': 'Wait time turns red',
  'review.scoreOver': 'Have a person review first: score over',
  'review.valueOverCents': 'Have a person review first: value over',
  'mortgage.yearlyRate': 'Rate for estimates',
  'mortgage.years': 'Years for estimates',
  'mortgage.downShare': 'Down payment for estimates',
  'mortgage.yearlyTaxShare': 'Property tax for estimates',
  'mortgage.yearlyInsuranceCents': 'Insurance for estimates',
  'mortgage.source': 'Source for estimates',
  'mortgage.asOf': 'Date of estimates',
  'serves.areas': 'Areas you serve',
  'serves.notKinds': 'Property types you don’t handle',
  'card.hoursToo': 'About you: note about your hours',
  'card.office': 'About you: office',
  'card.people': 'About you: people',
  'card.areas': 'About you: areas',
  'card.fees': 'About you: fees',
  'card.represents': 'About you: your role on your listings',
  'card.languages': 'About you: languages',
  'jorge.buyerAsks': 'Questions for buyers',
  'jorge.sellerAsks': 'Questions for sellers',
  'jorge.tone': 'Jorge’s tone',
  'jorge.leaves': 'Left to your team',
  'appointments.callMinutes': 'Call length',
  'appointments.showingMinutes': 'Showing length',
  'appointments.showingGapMinutes': 'Travel time after a showing',
  'appointments.callLeadHours': 'Calls: minimum notice',
  'appointments.showingLeadHours': 'Showings: minimum notice',
};
/** Settings whose parts are told one by one. */
const inParts = new Set(['colours', 'waiting', 'review', 'mortgage', 'serves', 'card', 'jorge', 'appointments']);
/** Weeks, with what a day of them is called. */
const weeks: Record<string, string> = {
  hours: '',
  ownHours: 'Custom hours, ',
  'appointments.showingHours': 'Showing hours, ',
};
const counted: Record<string, string> = { Minutes: 'minutes', Hours: 'hours' };
const holidayWords: Record<string, string> = { 'us-federal': 'yes', none: 'no' };
const languages = new Intl.DisplayNames('en', { type: 'language' });

/** The lines of a change of the settings; `before` or `after` is null where the thing was added or removed. */
export function changeLines(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): ChangeLine[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.flatMap((field) => linesOf(field, before?.[field], after?.[field]));
}

function linesOf(field: string, before: unknown, after: unknown): ChangeLine[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (field in weeks) return weekLines(weeks[field] ?? '', before as Hours | null, after as Hours | null);
  if (inParts.has(field)) {
    const [from, to] = [recordOf(before), recordOf(after)];
    const parts = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return parts.flatMap((part) => linesOf(`${field}.${part}`, from[part], to[part]));
  }
  return [{ label: labels[field] ?? field, before: wordsOf(field, before), after: wordsOf(field, after) }];
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** One line for each day that differs: "Monday: 9 AM–5 PM → 9 AM–12 PM, 1 PM–5 PM". */
const weekLines = (label: string, before: Hours | null | undefined, after: Hours | null | undefined): ChangeLine[] =>
  weekdays.flatMap((day) => {
    const [from, to] = [before, after].map((week) => (week ? dayHours(week[day]) : ''));
    const name = `${day[0]?.toUpperCase()}${day.slice(1)}`;
    return from === to ? [] : [{ label: `${label}${name}`, before: from ?? '', after: to ?? '' }];
  });
const dayHours = (times: Hours['monday']): string =>
  intervalsOf(times)
    .map(({ from, until }) => `${clockOf(from)}–${clockOf(until)}`)
    .join(', ') || 'closed';
/** "9 AM", "1:30 PM". */
function clockOf(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 || 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** A value on one line; nothing where there is none. */
function wordsOf(field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one) => itemWords(field, one)).join(', ');
  if (typeof value === 'number') return numberWords(field, value);
  if (field === 'holidays') return holidayWords[String(value)] ?? String(value);
  if (field === 'mortgage.asOf') return calendarDay(String(value));
  if (typeof value !== 'object') return String(value);
  const { en = '', es = '' } = value as Partial<InBothLanguages>;
  return [en, es].filter(Boolean).join(' · ');
}

function numberWords(field: string, value: number): string {
  if (field.endsWith('Cents')) return `$${(value / 100).toLocaleString('en-US')}`;
  if (/Rate$|Share$/.test(field)) return `${Number((value * 100).toFixed(3))}%`;
  const unit = /(?:Minutes|Hours)$/.exec(field)?.[0];
  return unit === undefined ? String(value) : `${value} ${counted[unit]}`;
}

function itemWords(field: string, one: unknown): string {
  switch (field) {
    case 'closedDays': {
      const { date, name, everyYear } = one as ClosedDay;
      return `${name} (${calendarDay(date)}${everyYear ? ', every year' : ''})`;
    }
    case 'tags': {
      const { name, colour } = one as ConversationTag;
      return `${name} (${tagColourLabels[colour].toLowerCase()})`;
    }
    case 'tagRules':
      return tagConditionWords((one as TagRule).when);
    case 'card.people': {
      const { name, does } = one as { name: string; does: InBothLanguages };
      return [name, does.en || does.es].filter(Boolean).join(' ');
    }
    case 'jorge.buyerAsks':
    case 'jorge.sellerAsks':
      return askWords[one as keyof typeof askWords].toLowerCase();
    case 'jorge.leaves':
      return leftFactWords[one as LeftFact].toLowerCase();
    case 'card.languages':
      return languages.of(String(one)) ?? String(one);
    default:
      return String(one);
  }
}
