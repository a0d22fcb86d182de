import { joinWords } from '../../../kernel/joinWords.ts';
import { boardRowOf } from '../../conversations/board/boardRowOf.ts';
import { counted, type Draft, lasted, quoted, type Told } from '../../insight/reports/figures.ts';
import { lateMs, leadSigns } from './leadSigns.ts';
import type { LeadRead } from './readLeadReport.ts';
import { labelOf, recordWords } from './recordWords.ts';

const fieldsTold = 20;
const tasksTold = 10;
const asksTold = 3;
const taskChars = 200;
/** How to reach them stands in the profile, and is in no report. */
const ofContact: ReadonlySet<string> = new Set(['name', 'phone', 'email']);

/** A lead in seven parts, each from what the profile holds; where something isn’t known it says so, and it guesses nothing. */
export function leadReport(read: LeadRead, now: number): Draft[] {
  return [
    { title: 'Summary', figures: summaryFigures(read, now) },
    qualificationSection(read),
    { title: 'Behavior', figures: behaviorFigures(read, now) },
    risksSection(read, now),
    opportunitiesSection(read, now),
    actionsSection(read, now),
    outcomeSection(read, now),
  ];
}

const newestOf = ({ talks }: LeadRead) => (talks[0] === undefined ? null : boardRowOf(talks[0]));
const ahead = ({ appointments }: LeadRead, now: number) =>
  appointments.filter(({ state, startsAt }) => state === 'booked' && startsAt > now);
const lastContact = ({ talks }: LeadRead): number | null => talks[0]?.board.lastAt ?? null;

function summaryFigures(read: LeadRead, now: number): Told[] {
  const newest = newestOf(read);
  const last = lastContact(read);
  return [
    counted({
      name: 'Conversations',
      value: read.talks.length,
      one: 'conversation so far',
      many: 'conversations so far',
      none: 'No conversation so far',
      source: 'conversations of this lead, at most the newest 50',
    }),
    quoted({
      name: 'Temperature',
      value: newest?.temperature ?? null,
      says: 'Jorge rates this lead …',
      none: 'Jorge hasn’t rated this lead',
      source: 'Jorge’s temperature in the newest conversation, now',
    }),
    lasted({
      name: 'Time since the last word',
      value: last === null ? null : Math.max(0, now - last),
      says: 'The last word was … ago',
      none: 'Nothing has been said yet',
      source: 'the newest line of the newest conversation',
    }),
  ];
}

function fieldFigures({ lead }: LeadRead): Told[] {
  const known = Object.entries(lead.fields).flatMap(([record, { state, value, evidence, conversationId }]) => {
    const words = state === 'answered' && !ofContact.has(record) ? recordWords(value) : null;
    if (words === null) return [];
    const line = evidence[0];
    const where = line === undefined ? '' : `, message ${line.seq}`;
    const source = `their words in conversation ${conversationId}${where}`;
    return [quoted({ name: labelOf(record), value: words, says: `${labelOf(record)}: …`, none: '', source })];
  });
  return known.slice(0, fieldsTold);
}

function qualificationSection(read: LeadRead): Draft {
  const figures = fieldFigures(read);
  const { missing } = read;
  const left = missing.slice(0, asksTold).map((record) => labelOf(record).toLowerCase());
  const advice = left.length === 0 ? [] : [`Not known yet: ${joinWords(left, 'and')}.`];
  return {
    title: 'Qualification',
    figures,
    advice: figures.length === 0 && left.length === 0 ? ['Nothing is known yet.'] : advice,
  };
}

function behaviorFigures({ talks, appointments }: LeadRead, now: number): Told[] {
  const past = appointments.filter(({ startsAt }) => startsAt <= now);
  const source = 'appointments of this lead whose time has come, as the team noted them';
  const first = talks.length === 0 ? null : Math.min(...talks.map(({ createdAt }) => createdAt));
  return [
    counted({
      name: 'Messages from the lead',
      value: talks.reduce((sum, { board }) => sum + board.said, 0),
      one: 'message from the lead',
      many: 'messages from the lead',
      none: 'No message from the lead',
      source: 'messages of the lead in these conversations',
    }),
    lasted({
      name: 'Time since the first conversation',
      value: first === null ? null : Math.max(0, now - first),
      says: 'The first of these conversations began … ago',
      none: 'There was no conversation yet',
      source: 'the opening of the oldest of these conversations',
    }),
    counted({
      name: 'Appointments kept',
      value: past.filter(({ outcome }) => outcome === 'kept').length,
      one: 'appointment was kept',
      many: 'appointments were kept',
      none: 'No appointment is noted as kept',
      source,
    }),
    counted({
      name: 'No-shows',
      value: past.filter(({ outcome }) => outcome === 'no-show').length,
      one: 'appointment was a no-show',
      many: 'appointments were no-shows',
      none: 'No no-show is noted',
      source,
    }),
  ];
}

function risksSection(read: LeadRead, now: number): Draft {
  const { lead } = read;
  const { owed, silence, missed, objections } = leadSigns(read, now);
  const risks: { figure: Told; advice: string }[] = [];
  const waits = now - (owed?.since ?? now);
  if (waits > lateMs)
    risks.push({
      figure: lasted({
        name: 'Without an answer',
        value: waits,
        says: 'They have been without an answer for …',
        none: '',
        source: 'the oldest word of theirs that is still owed an answer',
      }),
      advice: 'Answer them before anything else.',
    });
  if (silence !== null)
    risks.push({
      figure: lasted({
        name: 'Silence',
        value: silence,
        says: 'Nobody has written for …',
        none: '',
        source: 'the newest line of the newest conversation',
      }),
      advice: 'Ask whether their plans still stand, with an easy way to say no.',
    });
  if (missed.length > 0)
    risks.push({
      figure: counted({
        name: 'No-shows',
        value: missed.length,
        one: 'appointment was a no-show',
        many: 'appointments were no-shows',
        none: '',
        source: 'appointments of this lead that the team noted as a no-show',
      }),
      advice: 'Confirm the next time shortly before it.',
    });
  for (const { words: objection } of objections)
    risks.push({
      figure: quoted({
        name: 'Objection',
        value: objection,
        says: 'They raised: …',
        none: '',
        source: 'the flags that Jorge raised in their conversations',
      }),
      advice: `Ask what is behind it before answering: ${objection}.`,
    });
  if (lead.suppressed.length > 0)
    risks.push({
      figure: quoted({
        name: 'Closed channels',
        value: joinWords(lead.suppressed, 'and'),
        says: 'They don’t want to be reached by …',
        none: '',
        source: 'their open refusals in the profile',
      }),
      advice: 'Don’t use these channels.',
    });
  return {
    title: 'Risks',
    figures: risks.map(({ figure }) => figure),
    advice: risks.length === 0 ? ['The records show no risk.'] : risks.map(({ advice }) => advice),
  };
}

function opportunitiesSection(read: LeadRead, now: number): Draft {
  const next = ahead(read, now)[0];
  const figures: Told[] = [];
  if (next !== undefined)
    figures.push(
      lasted({
        name: next.kind === 'viewing' ? 'Until the next showing' : 'Until the next call',
        value: next.startsAt - now,
        says: `The next ${next.kind === 'viewing' ? 'showing' : 'call'} is in …`,
        none: '',
        source: `appointment ${next.id}`,
      }),
    );
  const newest = newestOf(read);
  if (newest?.temperature === 'hot')
    figures.push(
      quoted({
        name: 'Temperature',
        value: 'hot',
        says: 'Jorge rates this lead …',
        none: '',
        source: 'Jorge’s temperature in the newest conversation, now',
      }),
    );
  if (newest?.listingTitle !== undefined)
    figures.push(
      quoted({
        name: 'Home asked about',
        value: newest.listingTitle,
        says: 'They came about …',
        none: '',
        source: `the page that conversation ${newest.conversationId} began on`,
      }),
    );
  return { title: 'Opportunities', figures, advice: figures.length === 0 ? ['The records show none yet.'] : [] };
}

function actionsSection({ tasks, missing, talks }: LeadRead, now: number): Draft {
  const figures = tasks.slice(0, tasksTold).map((task) => {
    const text = task.text.slice(0, taskChars).replaceAll('…', '...');
    const isLate = task.dueAt <= now;
    return lasted({
      name: text,
      value: Math.abs(task.dueAt - now),
      says: `${task.owner.name}: ${text} (${isLate ? 'overdue by …' : 'due in …'})`,
      none: '',
      source: `the team’s task ${task.id}, ${isLate ? 'past its time' : 'until its time'}`,
    });
  });
  const isOwed = talks.some((talk) => (boardRowOf(talk).owed?.kind ?? 'none') !== 'none');
  const ask = missing.slice(0, asksTold).map((record) => labelOf(record).toLowerCase());
  const advice = [
    ...(isOwed ? ['Today: answer what they are waiting for.'] : []),
    ...(ask.length === 0 ? [] : [`To find out in the next talk: ${joinWords(ask, 'and')}.`]),
  ];
  return { title: 'Actions', figures, advice: figures.length + advice.length === 0 ? ['Nothing is due.'] : advice };
}

/** The outcome is known only as far as it is in the calendar. */
function outcomeSection(read: LeadRead, now: number): Draft {
  const figures = [
    counted({
      name: 'Appointments ahead',
      value: ahead(read, now).length,
      one: 'appointment lies ahead',
      many: 'appointments lie ahead',
      none: 'No appointment lies ahead',
      source: 'booked appointments of this lead that begin from now on',
    }),
  ];
  const left = read.missing.slice(0, asksTold).map((record) => labelOf(record).toLowerCase());
  const unknown = left.length === 0 ? [] : [`It also depends on what isn’t known: ${joinWords(left, 'and')}.`];
  return {
    title: 'Expected outcome',
    figures,
    advice: ['No probability is given: nothing that was measured supports one.', ...unknown],
  };
}
