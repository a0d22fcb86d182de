import type { Entry } from '../../../contract/log/entry.ts';
import type { Cited, LeadAnalysis, Level } from '../../../contract/rest/reports.ts';
import { isoOf } from '../../../kernel/clock.ts';
import { joinWords } from '../../../kernel/joinWords.ts';
import type { Appointment } from '../../appointments/model.ts';
import { type AlertDraft, hotUnowned, judgeAlerts, longWait } from '../../conversations/judgeAlerts.ts';
import type { Conversation } from '../../conversations/model.ts';
import { type LeadSigns, lateMs, leadSigns } from './leadSigns.ts';
import type { LeadRead } from './readLeadReport.ts';
import { recordWords } from './recordWords.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** An appointment should be confirmed this long before its time. */
const confirmMs = 3 * hourMs;
const linesCited = 3;
/** Appointments missed from which on supervisors hear of it. */
const manyMissed = 2;
const inOrder: readonly Level[] = ['high', 'medium', 'low'];

export type LeadAlert = AlertDraft & { conversationId: string };
type Action = LeadAnalysis['actions'][number];
type Risk = LeadAnalysis['risks'][number];

/** The summary of a lead as fields, each with the lines that say it, and the alerts that its gravest risks call for. Rules alone make it. */
export function leadAnalysis(read: LeadRead, now: number): { analysis: LeadAnalysis; alerts: LeadAlert[] } {
  const signs = leadSigns(read, now);
  const risks = risksOf(read, signs, now);
  return {
    analysis: {
      confidence: confidenceOf(read),
      actions: actionsOf(read, signs, now),
      risks: risks.map(({ risk }) => risk),
      opportunities: opportunitiesOf(read, signs),
    },
    alerts: risks.flatMap(({ alert }) => alert ?? []),
  };
}

function confidenceOf({ lead }: LeadRead): number | null {
  const known = Object.values(lead.fields).flatMap(({ state, confidence }) =>
    state === 'answered' && confidence !== null ? confidence : [],
  );
  if (known.length === 0) return null;
  return Math.round((100 * known.reduce((sum, one) => sum + one, 0)) / known.length) / 100;
}

const meetingOf = ({ kind }: Appointment): string => (kind === 'viewing' ? 'showing' : 'call');

function actionsOf(read: LeadRead, signs: LeadSigns, now: number): Action[] {
  const { newest, owed, missed, next, objections, silence, asks } = signs;
  if (newest === null) return [];
  const newestId = newest.talk.id;
  const action = (priority: Level, text: string, inMs: number, evidence: Cited[], conversationId = newestId) =>
    actions.push({ text, priority, dueAt: isoOf(now + inMs), conversationId, evidence });
  const actions: Action[] = [];
  if (owed !== null) action('high', 'Answer what they are waiting for', hourMs, wordsOwed(read, owed), owed.talk.id);
  const [noShow] = missed;
  const mayBeInvited = next === null && silence === null && read.lead.suppressed.length === 0;
  if (mayBeInvited && noShow !== undefined)
    action('medium', `Offer a new time for the ${meetingOf(noShow)} they missed`, dayMs, ofAppointment(read, noShow));
  else if (mayBeInvited && newest.row.temperature === 'hot')
    action(
      'high',
      'Offer them a time for a showing or a call',
      4 * hourMs,
      newestLine(read, newestId, 'score-changed'),
    );
  if (next !== null && next.startsAt - confirmMs > now)
    action(
      'medium',
      `Confirm the ${meetingOf(next)} with them`,
      next.startsAt - confirmMs - now,
      ofAppointment(read, next),
      next.conversationId,
    );
  for (const { talk, kind, words } of objections)
    action('medium', `Ask what is behind it before answering: ${words}`, dayMs, ofAlert(read, talk, kind), talk.id);
  if (silence !== null)
    action(
      'medium',
      'Ask whether their plans still stand, with an easy way to say no',
      dayMs,
      lastWords(read, newestId),
    );
  if (asks.length > 0)
    action(
      'low',
      `Find out: ${joinWords(asks, 'and')}`,
      3 * dayMs,
      newestLine(read, newestId, 'qualification-changed'),
    );
  return actions.sort((a, b) => inOrder.indexOf(a.priority) - inOrder.indexOf(b.priority));
}

function risksOf(read: LeadRead, signs: LeadSigns, now: number): { risk: Risk; alert?: LeadAlert }[] {
  const { newest, owed, missed, objections, silence } = signs;
  const { lead } = read;
  const found: { risk: Risk; alert?: LeadAlert }[] = [];
  const risk = (severity: Level, text: string, mitigation: string, evidence: Cited[], alert?: LeadAlert | undefined) =>
    found.push({ risk: { text, severity, mitigation, evidence }, ...(alert === undefined ? {} : { alert }) });
  if (owed !== null && owed.since !== null && now - owed.since > lateMs) {
    const alert = alertOf(owed.talk, longWait, now);
    const reason = 'Waiting for an answer for over a day';
    const told = alert === undefined ? undefined : { ...alert, reason };
    // Nothing alarms for somebody who has left: they are followed up.
    risk(
      told === undefined ? 'medium' : 'high',
      'They have been without an answer for over a day',
      'Answer them before anything else',
      wordsOwed(read, owed),
      told,
    );
  }
  if (newest !== null && newest.row.temperature === 'hot') {
    const alert = alertOf(newest.talk, hotUnowned, now);
    if (alert !== undefined)
      risk(
        'high',
        'Jorge rates this lead hot, and nobody on the team has them',
        'Assign them to somebody',
        newestLine(read, newest.talk.id, 'score-changed'),
        alert,
      );
  }
  const [latest] = missed;
  if (latest !== undefined) {
    const isOften = missed.length >= manyMissed;
    const evidence = missed.flatMap((one) => ofAppointment(read, one)).slice(0, linesCited);
    risk(
      isOften ? 'high' : 'medium',
      isOften ? `They missed ${missed.length} appointments` : 'They missed an appointment',
      'Confirm the next time shortly before it',
      evidence,
      isOften
        ? {
            ...{ kind: 'no-shows', reason: `Missed ${missed.length} appointments`, priority: 2 },
            ...{ occasion: `${lead.id}:no-shows:${latest.id}`, conversationId: latest.conversationId },
          }
        : undefined,
    );
  }
  for (const { talk, kind, words } of objections)
    risk('medium', `They raised: ${words}`, 'Ask what is behind it before answering', ofAlert(read, talk, kind));
  if (silence !== null && newest !== null)
    risk(
      'medium',
      'Nobody has written for over two weeks',
      'Ask whether their plans still stand, with an easy way to say no',
      lastWords(read, newest.talk.id),
    );
  if (lead.suppressed.length > 0)
    risk(
      'medium',
      `They don’t want to be reached by ${joinWords(lead.suppressed, 'and')}`,
      'Don’t use these channels',
      lead.suppressions
        .flatMap(({ conversationId, evidence, closed }) =>
          closed === undefined ? { conversationId, ...evidence } : [],
        )
        .slice(0, linesCited),
    );
  return found.sort((a, b) => inOrder.indexOf(a.risk.severity) - inOrder.indexOf(b.risk.severity));
}

/** The alert of the conversation as it stands: under the same occasion as the hub raises by itself, so it is told once. */
function alertOf(talk: Conversation, kind: string, now: number): LeadAlert | undefined {
  const { temperature } = talk.board;
  const draft = judgeAlerts(talk, { temperature, redMs: lateMs, now }).find((one) => one.kind === kind);
  return draft === undefined ? undefined : { ...draft, conversationId: talk.id };
}

function opportunitiesOf(read: LeadRead, { newest, next }: LeadSigns): LeadAnalysis['opportunities'] {
  const named = (['budget', 'price'] as const).flatMap((record) => {
    const field = read.lead.fields[record];
    const words = field?.state === 'answered' ? recordWords(field.value) : null;
    if (field === undefined || words === null) return [];
    const { conversationId, evidence } = field;
    return { words, evidence: evidence.map((one) => ({ conversationId, ...one })) };
  })[0];
  const found: LeadAnalysis['opportunities'] = [];
  const add = (text: string, evidence: Cited[]) =>
    found.push({
      text,
      value: named?.words ?? null,
      evidence: [...evidence, ...(named?.evidence ?? [])].slice(0, linesCited),
    });
  if (next !== null) add(`A ${meetingOf(next)} is booked`, ofAppointment(read, next));
  if (newest?.row.temperature === 'hot')
    add('Jorge rates this lead hot', newestLine(read, newest.talk.id, 'score-changed'));
  if (newest?.row.listingTitle !== undefined) add(`They came about ${newest.row.listingTitle}`, []);
  return found;
}

const citedOf = ({ conversationId, log, seq }: Entry, end = 0): Cited => ({ conversationId, log, seq, start: 0, end });
const isTheirs = ({ actor }: Entry): boolean => actor.kind === 'visitor' || actor.kind === 'lead';

/** Their first words that still wait; none where no words do. */
function wordsOwed({ lines }: LeadRead, { talk, since }: NonNullable<LeadSigns['owed']>): Cited[] {
  if (since === null) return [];
  const [first] = messagesOf(lines, talk.id).filter((one) => isTheirs(one) && Date.parse(one.at) >= since);
  return first === undefined ? [] : [citedOf(first, first.data.text.length)];
}

function lastWords({ lines }: LeadRead, conversationId: string): Cited[] {
  const last = messagesOf(lines, conversationId).at(-1);
  return last === undefined ? [] : [citedOf(last, last.data.text.length)];
}

const messagesOf = (lines: readonly Entry[], conversationId: string): Entry<'message-created'>[] =>
  lines.filter(
    (one): one is Entry<'message-created'> => one.type === 'message-created' && one.conversationId === conversationId,
  );

/** The team's note on it, or else the log's last line about it. */
function ofAppointment({ lines }: LeadRead, { id, outcome }: Appointment): Cited[] {
  const about = lines.filter(
    (one) => (one.type === 'appointment-changed' || one.type === 'appointment-noted') && one.data.appointmentId === id,
  );
  const noted = about.findLast((one) => one.type === 'appointment-noted' && one.data.outcome === outcome);
  const line =
    (outcome === undefined ? undefined : noted) ?? about.findLast(({ type }) => type === 'appointment-changed');
  return line === undefined ? [] : [citedOf(line)];
}

function ofAlert({ lines }: LeadRead, { id }: Conversation, kind: string): Cited[] {
  const line = lines.findLast(
    (one) => one.type === 'alert-raised' && one.conversationId === id && one.data.kind === kind,
  );
  return line === undefined ? [] : [citedOf(line)];
}

function newestLine({ lines }: LeadRead, conversationId: string, type: Entry['type']): Cited[] {
  const line = lines.findLast((one) => one.type === type && one.conversationId === conversationId);
  return line === undefined ? [] : [citedOf(line)];
}
