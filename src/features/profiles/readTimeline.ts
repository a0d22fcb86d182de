import type { Entry } from '../../contract/log/entry.ts';
import type { TimelineAnswer } from '../../contract/rest/leads.ts';
import { limits } from '../../contract/values.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { HubError } from '../../kernel/hubError.ts';
import { entryForStaff } from '../conversations/log/entryForStaff.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { EntryStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import { type ReadLeadDeps, talksOfPerson } from './readLead.ts';

export interface TimelineDeps extends ReadLeadDeps {
  entries: Pick<EntryStore, 'head' | 'read'>;
}

/** A reader wants the last months, and each talk costs four reads. */
const mostTalks = 10;
/** Of each log, the newest. */
const mostOfLog = limits.fetchEntries;
const mostItems = 200;

/**
 * Reads what happened with a person, over all their conversations, the newest first: of each log, what a colleague would tell of it.
 * @throws HubError NOT_FOUND
 */
export async function readTimeline(
  deps: TimelineDeps,
  { tenantId }: Pick<StaffScope, 'tenantId'>,
  leadId: string,
): Promise<TimelineAnswer> {
  const all = await talksOfPerson(deps, tenantId, leadId);
  if (all.length === 0) throw new HubError('NOT_FOUND');
  const talks = all.filter((talk) => !isErased(talk));
  const logs = talks
    .slice(0, mostTalks)
    .flatMap(({ id }) => (['public', 'internal'] as const).map((kind) => ({ id, kind })));
  const read = await fewAtOnce(logs, async ({ id, kind }) => {
    const head = await deps.entries.head(id, kind);
    const from = Math.max(1, head - mostOfLog + 1);
    return { from, entries: head === 0 ? [] : await deps.entries.read(id, kind, from, head, mostOfLog) };
  });
  const told = read.flatMap(({ from, entries }) => newsIn(entries, from === 1)).sort(newestFirst);
  return {
    items: told.slice(0, mostItems).map(entryForStaff),
    complete: talks.length <= mostTalks && told.length <= mostItems && read.every(({ from }) => from === 1),
  };
}

/** Lines of one log that were written at once stand by their number. */
const newestFirst = (one: Entry, other: Entry): number =>
  other.at.localeCompare(one.at) || one.log.localeCompare(other.log) || other.seq - one.seq;

/**
 * Of one log, in its order: people's acts and turning points; not each message, question, or count. A note has the words it was
 * given last. `isWhole`: the log is read from its beginning.
 */
export function newsIn(entries: readonly Entry[], isWhole: boolean): Entry[] {
  const edited = new Map(
    entries.flatMap(({ type, data }) =>
      type === 'note-changed' && data.text !== undefined ? [[data.note, data.text] as const] : [],
    ),
  );
  let begun = !isWhole;
  let temperature: string | null = null;
  let stage: string | null = null;
  const isNews = (entry: Entry): boolean => {
    switch (entry.type) {
      case 'message-created': {
        const isFirst = !begun;
        begun = true;
        return isFirst;
      }
      case 'score-changed': {
        const before = temperature;
        temperature = entry.data.temperature;
        return temperature !== null && temperature !== before;
      }
      case 'insight-changed': {
        const before = stage;
        stage = entry.data.stage;
        return stage !== null && stage !== before;
      }
      case 'handoff-changed':
        return entry.data.state !== 'blocked';
      case 'appointment-changed':
        return entry.data.state !== 'held';
      case 'task-changed':
        return entry.data.state !== 'due';
      case 'tags-changed':
      case 'assignment-changed':
        return entry.actor.kind === 'agent' || entry.actor.kind === 'supervisor';
      case 'note-created':
      case 'appointment-noted':
      case 'conversation-ended':
      case 'call-started':
      case 'call-ended':
      case 'alert-raised':
        return true;
      default:
        return false;
    }
  };
  return entries.filter(isNews).map((entry) => {
    const text = entry.type === 'note-created' ? edited.get(entry.seq) : undefined;
    return text === undefined ? entry : ({ ...entry, data: { ...entry.data, text } } as Entry);
  });
}
