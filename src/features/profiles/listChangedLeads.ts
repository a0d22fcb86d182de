import type { ChangedAnswer } from '../../contract/rest/changed.ts';
import type { LeadRow } from '../../contract/rest/leads.ts';
import { type ChangesAsked, goneAt, type ReadChanged, readChanges } from '../../kernel/changes.ts';
import { isoOf } from '../../kernel/clock.ts';
import type { BoardStore } from '../conversations/board/ports.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { Conversation } from '../conversations/model.ts';
import { passesBoard } from '../conversations/rules.ts';
import type { StaffScope } from '../identity/model.ts';
import { hasTalk, readerOf, rowOf } from './leadRow.ts';
import type { ReadLeadDeps } from './readLead.ts';

export interface ListChangedLeadsDeps extends ReadLeadDeps {
  conversations: ReadLeadDeps['conversations'] & Pick<BoardStore, 'changedAfter'>;
}

/** The record that a change concerns, and whether that record itself is the person's no more. */
interface Touched {
  leadId: string;
  isLinked: boolean;
}

/**
 * The people whose rows changed, the oldest change first: their facts, consents or opt-outs, or one of their conversations. Whoever
 * was erased is gone, and so is a record that turned out to be of a person with another id.
 */
export async function listChangedLeads(
  deps: ListChangedLeadsDeps,
  { tenantId, principal }: StaffScope,
  asked: ChangesAsked,
): Promise<ChangedAnswer<LeadRow>> {
  const { conversations, leads, records } = deps;
  const stores = [
    touching(leads.changedAfter, ({ id, link }) => ({ leadId: id, isLinked: link !== null })),
    touching(records.changedAfter, ({ leadId }) => ({ leadId, isLinked: false })),
    touching(conversations.changedAfter, ({ leadId }) => ({ leadId, isLinked: false })),
  ];
  const { changes, ...rest } = await readChanges(stores, tenantId, asked);
  const isShown = (talk: Conversation) => passesBoard(talk, { filter: {}, me: principal.id, closed: undefined });
  const read = readerOf(deps, tenantId, isShown);
  const tell = async ({ at, row: { leadId, isLinked } }: (typeof changes)[number]) => {
    const person = await read(leadId);
    const personId = person?.root.id ?? leadId;
    const gone = isLinked ? [goneAt(leadId, at)] : [];
    if (hasTalk(person)) return [...gone, { ...rowOf(person), changedAt: isoOf(at) }];
    // Somebody who has not said a word yet is in no list, and nobody is told that they are gone.
    const talks = await conversations.listOfLead(tenantId, leadId, 1);
    return talks.some(isErased) ? [goneAt(personId, at)] : gone;
  };
  const told = await Promise.all(changes.map(tell));
  // Of each only the newest: the rows are of now.
  const newest = new Map<string, (typeof told)[number][number]>();
  for (const item of told.flat()) {
    newest.delete(item.id);
    newest.set(item.id, item);
  }
  return { ...rest, items: [...newest.values()] };
}

const touching =
  <Row>(read: ReadChanged<Row>, touched: (row: Row) => Touched): ReadChanged<Touched> =>
  async (tenantId, after, limit) => {
    const page = await read(tenantId, after, limit);
    return { ...page, items: page.items.map(({ row, ...place }) => ({ ...place, row: touched(row) })) };
  };
