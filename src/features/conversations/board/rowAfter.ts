import { saidOrSent } from '../../../contract/fileLimits.ts';
import type { Entry, EntryData } from '../../../contract/log/entry.ts';
import type { FlagChange } from '../../../contract/log/parts.ts';
import { tagLimits } from '../../../contract/tagLimits.ts';
import { storedStage } from '../../../contract/vocabulary.ts';
import { maskIdentityNumbers } from '../../reading/numbers/identityNumbers.ts';
import { isForSupervisors, longWait, settledKinds } from '../judgeAlerts.ts';
import { type Conversation, flagsKept, type OpenAlert, type RaisedFlag, type RowFields } from '../model.ts';
import { wantsOf } from './wantsOf.ts';

/** As much of a message as a row can show. */
const previewChars = 200;

/** The row before anything is said. */
export const firstRow = ({ createdAt }: Pick<Conversation, 'createdAt'>): RowFields => ({
  through: { public: 0, internal: 0 },
  migrated: false,
  shown: false,
  leadName: null,
  bot: null,
  stage: 'NEW',
  score: null,
  temperature: null,
  wants: null,
  tags: [],
  tagsDecided: [],
  priority: 'normal',
  said: 0,
  speaks: 'bot',
  over: {},
  lastText: '',
  lastAt: createdAt,
  flags: [],
  onCallSince: null,
  pressed: false,
  alerts: [],
  lastLines: [],
});

/**
 * The row after one more entry of a log: the same row where the entry changes nothing that it shows. No field follows from both logs,
 * so that it does not matter how entries of the two come to lie between each other. `through` is the caller's.
 */
export function rowAfter(row: RowFields, entry: Entry): RowFields {
  const at = Date.parse(entry.at);
  // The only field that follows from both logs: the later of two times is the same in any order.
  const lastAt = Math.max(row.lastAt, at);
  switch (entry.type) {
    case 'message-created': {
      const text = maskIdentityNumbers(saidOrSent(entry.data)).slice(0, previewChars);
      const { kind } = entry.actor;
      const isTheirs = kind === 'visitor' || kind === 'lead';
      const by = isTheirs ? 'visitor' : kind === 'bot' ? 'bot' : 'person';
      const answers = kind === 'agent' || kind === 'supervisor' || (kind === 'bot' && row.speaks === 'bot');
      return {
        ...row,
        shown: true,
        said: row.said + (isTheirs ? 1 : 0),
        over: answers ? { ...row.over, answer: at } : row.over,
        lastText: text,
        lastAt,
        lastLines: [...row.lastLines, { by, text } as const].slice(-2),
      };
    }
    case 'call-started':
      return { ...row, shown: true, onCallSince: at, lastAt };
    case 'call-ended':
      return { ...row, onCallSince: null, lastAt };
    case 'call-segment': {
      const text = maskIdentityNumbers(entry.data.text).slice(0, previewChars);
      const by = entry.data.speaker === 'lead' ? 'visitor' : 'person';
      return { ...row, lastText: text, lastAt, lastLines: [...row.lastLines, { by, text } as const].slice(-2) };
    }
    case 'call-wiped':
      // A name may have been told in it; where it was not, the next line of what is known has it.
      return { ...row, lastText: '', lastLines: [], leadName: null };
    case 'conversation-changed': {
      const { mode, reason, owed } = entry.data;
      const over = { ...row.over };
      if (mode === 'human') over.person = at;
      if (mode === 'bot' || mode === 'closed' || owed === 'none') over.answer = at;
      const shown = row.shown || (mode === 'waiting' && reason === 'asked-for-person');
      return { ...row, shown, speaks: mode, over, lastAt };
    }
    case 'appointment-changed': {
      const { state } = entry.data;
      return state === 'booked' || state === 'cancelled' ? { ...row, over: { ...row.over, [state]: at } } : row;
    }
    case 'bot-turn': {
      const { bot, to, flags } = entry.data;
      return withFlags({ ...row, bot, stage: storedStage(to) }, flags, at);
    }
    case 'qualification-changed': {
      const { name } = entry.data.slots;
      const isKnown = name?.state === 'answered' && typeof name.value === 'string';
      const named = isKnown && entry.actor.kind === 'bot' ? { ...row, leadName: name.value as string } : row;
      return withFlags({ ...named, wants: wantsOf(entry.data.slots) }, entry.data.flags, at);
    }
    case 'score-changed':
      return { ...row, score: entry.data.score, temperature: entry.data.temperature };
    case 'tags-changed':
      return withTags(row, entry.data);
    case 'priority-changed':
      return { ...row, priority: entry.data.priority };
    case 'note-created':
      return withFlags(row, entry.data.flags, at);
    case 'assignment-changed':
      return entry.data.owner ? { ...row, alerts: row.alerts.filter(({ kind }) => !settled.has(kind)) } : row;
    case 'alert-raised': {
      const { flags, ...data } = entry.data;
      const flagged = withFlags(row, flags, at);
      if (!isForSupervisors(data.kind, data.priority)) return flagged;
      const others = row.alerts.filter(({ kind }) => kind !== data.kind);
      return { ...flagged, alerts: [...others, { ...data, reason: data.reason.slice(0, previewChars), at }] };
    }
    case 'alert-answered':
      return { ...row, alerts: row.alerts.filter(({ alertId }) => alertId !== entry.data.alertId) };
    default:
      return row;
  }
}

function withFlags(row: RowFields, changes: readonly FlagChange[] | undefined, at: number): RowFields {
  if (changes === undefined || changes.length === 0) return row;
  const pressed = row.pressed || changes.some((change) => 'add' in change && isPressing(change.add.kind));
  return { ...row, pressed, flags: changes.reduce((flags, change) => flagsAfter(flags, change, at), row.flags) };
}

function withTags(row: RowFields, { added, removed, byRule }: EntryData<'tags-changed'>): RowFields {
  const off = new Set(removed.map(({ id }) => id));
  const tags = [...new Set([...row.tags.filter((id) => !off.has(id)), ...added.map(({ id }) => id)])];
  const decided = [...off, ...(byRule ? added.map(({ id }) => id) : [])];
  return {
    ...row,
    tags: tags.slice(0, tagLimits.each),
    tagsDecided: [...new Set([...row.tagsDecided, ...decided])].slice(-tagLimits.list),
  };
}

/** Whether a flag says that something presses the visitor. */
export const isPressing = (kind: string): boolean => kind === 'danger-told' || kind.startsWith('distress:');

function flagsAfter(flags: RaisedFlag[], change: FlagChange, at: number): RaisedFlag[] {
  if ('drop' in change) return flags.filter(({ kind }) => kind !== change.drop);
  const { add, keepFirst } = change;
  if (keepFirst && flags.some(({ kind }) => kind === add.kind)) return flags;
  const raised = [...flags.filter(({ kind }) => kind !== add.kind), { ...add, at }];
  const pushedOut = raised.length > flagsKept ? raised.findIndex(({ kind }) => kind !== neverPushedOut) : -1;
  return raised.filter((_, index) => index !== pushedOut);
}

/** This flag warns everybody who is about to write to the lead, so it stays until the lead opts in again. */
const neverPushedOut = 'opted-out';

const settled: ReadonlySet<string> = new Set(settledKinds);
const wanted: ReadonlySet<string> = new Set(['appointment-wanted', 'appointment-called-off']);

/** The alerts that stand: those that something in the public log ended are over. */
export function alertsStanding({ alerts, over }: Pick<RowFields, 'alerts' | 'over'>): OpenAlert[] {
  const endOf = (kind: string): number | undefined => {
    if (kind === longWait) return over.answer;
    if (wanted.has(kind) && over.booked !== undefined) return Math.max(over.booked, over.person ?? 0);
    if (kind === 'appointment-booked') return over.cancelled;
    return settled.has(kind) ? over.person : undefined;
  };
  return alerts.filter(({ kind, at }) => at > (endOf(kind) ?? Number.NEGATIVE_INFINITY));
}

/** The flags that stand: an appointment that was canceled, in whichever talk, is booked no longer. */
export const flagsStanding = ({ flags, over }: Pick<RowFields, 'flags' | 'over'>): RaisedFlag[] =>
  flags.filter(({ kind, at }) => kind !== 'appointment-booked' || at >= (over.cancelled ?? 0));
