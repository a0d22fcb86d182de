import type { LeadRow, LeadsAnswer } from '../../contract/rest/leads.ts';
import type { Clock } from '../../kernel/clock.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { writeCursor } from '../conversations/board/boardCursor.ts';
import { boardRowOf, leadNameOf } from '../conversations/board/boardRowOf.ts';
import type { BoardStore } from '../conversations/board/ports.ts';
import type { Conversation } from '../conversations/model.ts';
import { passesBoard } from '../conversations/rules.ts';
import type { StaffScope } from '../identity/model.ts';
import { emailKeyOf, phoneKeyOf } from '../reading/person/readContact.ts';
import { recordsOf } from './keepRecords.ts';
import { suppressedChannels } from './mayReach.ts';
import type { Lead, PersonRecord } from './model.ts';
import { fieldsOf, nameOf, personOf } from './person.ts';
import { mostTalks, type ReadLeadDeps, talksOfMembers, unrecorded } from './readLead.ts';

export interface ListLeadsDeps extends ReadLeadDeps {
  conversations: ReadLeadDeps['conversations'] & Pick<BoardStore, 'list'>;
  clock: Clock;
}

/** Talks that one page looks through: a search that few pass gets a short page, and a cursor to go on. */
const mostLooked = 1_000;
const talksAtOnce = 100;

interface Known {
  root: Lead;
  members: Lead[];
  records: PersonRecord[];
  /** What the board shows of them, the talk that was spoken in last first. */
  talks: Conversation[];
}

/**
 * A page of the people of a brokerage, by when they were last spoken with, each once. With `q` those whose name, wishes or home have
 * all of its words, or who go by exactly this number or address. Whoever was erased is not among them.
 * @throws HubError `VALIDATION_FAILED` for a cursor that was never given
 */
export async function listLeads(
  deps: ListLeadsDeps,
  { tenantId, principal }: StaffScope,
  query: { q?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<LeadsAnswer> {
  const isShown = (talk: Conversation) => passesBoard(talk, { filter: {}, me: principal.id, closed: undefined });
  const read = readerOf(deps, tenantId, isShown);
  const key = query.q === undefined ? null : keyIn(query.q);
  if (key !== null) {
    const found = await fewAtOnce(await deps.leads.withKey(tenantId, key), ({ id }) => read(id));
    return { items: [...new Set(found)].filter(hasTalk).sort(lastFirst).slice(0, query.limit).map(rowOf) };
  }
  const words = query.q === undefined ? [] : folded(query.q).split(/\s+/).filter(Boolean);
  const fits = (talk: Conversation) => words.every((word) => searchedOf(talk).includes(word));
  const items: LeadRow[] = [];
  let { cursor } = query;
  for (let looked = 0; looked < mostLooked; looked += talksAtOnce) {
    const page = await deps.conversations.list(tenantId, {
      limit: talksAtOnce,
      now: deps.clock.now(),
      ...(cursor === undefined ? {} : { cursor }),
    });
    const fitting = page.items.filter(fits);
    for (let from = 0; from < fitting.length; from += query.limit) {
      const some = fitting.slice(from, from + query.limit);
      const people = await fewAtOnce(some, ({ leadId }) => read(leadId));
      for (const [index, talk] of some.entries()) {
        const person = people[index];
        // Each stands where the newest of their talks does that fits.
        if (!person || person.talks.find(fits)?.id !== talk.id) continue;
        items.push(rowOf(person));
        if (items.length < query.limit) continue;
        const isLast = page.nextCursor === null && talk === page.items.at(-1);
        return { items, ...(isLast ? {} : { nextCursor: writeCursor({ lastAt: talk.board.lastAt, id: talk.id }) }) };
      }
    }
    if (page.nextCursor === null) return { items };
    cursor = page.nextCursor;
  }
  return { items, ...(cursor === undefined ? {} : { nextCursor: cursor }) };
}

/** Reads the person behind a record; the same person is the same object. */
function readerOf(deps: ListLeadsDeps, tenantId: string, isShown: (talk: Conversation) => boolean) {
  const ofRecord = new Map<string, Promise<Known | null>>();
  const ofRoot = new Map<string, Promise<Known>>();
  async function load(root: Lead, members: Lead[]): Promise<Known> {
    const [records, talks] = await Promise.all([
      recordsOf(deps.records, members),
      talksOfMembers(deps, tenantId, members),
    ]);
    return { root, members, records, talks: talks.filter(isShown) };
  }
  async function read(leadId: string): Promise<Known | null> {
    const person =
      (await personOf(deps.leads, tenantId, leadId)) ?? (await unrecorded(deps.conversations, tenantId, leadId));
    if (person === null) return null;
    const loaded = ofRoot.get(person.root.id) ?? load(person.root, person.members);
    ofRoot.set(person.root.id, loaded);
    return loaded;
  }
  return (leadId: string): Promise<Known | null> => {
    const known = ofRecord.get(leadId) ?? read(leadId);
    ofRecord.set(leadId, known);
    return known;
  };
}

/** The key of a whole number or address; null for words. */
function keyIn(text: string): string | null {
  const [email, phone] = [emailKeyOf(text), phoneKeyOf(text)];
  return email !== null ? `email:${email}` : phone !== null ? `phone:${phone}` : null;
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
const searchedOf = (talk: Conversation): string => {
  const { wants, listingTitle } = talk.board;
  return folded([leadNameOf(talk), wants?.wish, wants?.area, listingTitle].filter(Boolean).join(' '));
};
const hasTalk = (person: Known | null): person is Known => person !== null && person.talks.length > 0;
const lastFirst = (one: Known, other: Known): number =>
  (other.talks[0]?.board.lastAt ?? 0) - (one.talks[0]?.board.lastAt ?? 0);

function rowOf({ root, members, records, talks }: Known): LeadRow {
  const [newest] = talks;
  if (newest === undefined) throw new Error('A person without a talk is in no list.');
  const { conversationId, channel, lead, wants, listingTitle, startedAt, lastAt, mode, stage, temperature, owner } =
    boardRowOf(newest);
  const fields = fieldsOf(members);
  const told = (name: string): string | undefined => {
    const field = fields[name];
    return field?.state === 'answered' && typeof field.value === 'string' ? field.value : undefined;
  };
  const [name, phone, email] = [nameOf(members) ?? lead.name, told('phone'), told('email')];
  return {
    id: root.id,
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    suppressed: suppressedChannels(members, records),
    ...(wants === undefined ? {} : { wants }),
    ...{ conversationId, channel, lastAt, mode, stage, talks: Math.min(talks.length, mostTalks) },
    ...(listingTitle === undefined ? {} : { listingTitle }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(owner === undefined ? {} : { owner }),
  };
}
