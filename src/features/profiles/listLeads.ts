import type { LeadRow, LeadsAnswer, LeadsQuery } from '../../contract/rest/leads.ts';
import type { Clock } from '../../kernel/clock.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { leadNameOf } from '../conversations/board/boardRowOf.ts';
import type { BoardStore } from '../conversations/board/ports.ts';
import type { Conversation } from '../conversations/model.ts';
import { passesBoard } from '../conversations/rules.ts';
import type { StaffScope } from '../identity/model.ts';
import { emailKeyOf, phoneKeyOf } from '../reading/person/readContact.ts';
import { hasTalk, type Known, readerOf, rowOf } from './leadRow.ts';
import { cursorBelow, inOrder, listTalks } from './peopleOrder.ts';
import type { ReadLeadDeps } from './readLead.ts';

export interface ListLeadsDeps extends ReadLeadDeps {
  conversations: ReadLeadDeps['conversations'] & Pick<BoardStore, 'list' | 'listByScore'>;
  clock: Clock;
}

/** Talks that one page looks through: a search that few pass gets a short page, and a cursor to go on. */
const mostLooked = 1_000;
const talksAtOnce = 100;

/**
 * A page of the people of a brokerage, each once, by the time of their last message or by their score. With `q`, only people whose name,
 * wishes or home have all of its words, or who have exactly this number or address; of those, the ones who pass the
 * filters. With `tag`, only people who have it on one of their talks; each stands where the newest of those does. Erased people are not
 * among them.
 * @throws HubError `VALIDATION_FAILED` for a cursor that was never given
 */
export async function listLeads(
  deps: ListLeadsDeps,
  { tenantId, principal }: StaffScope,
  query: Omit<LeadsQuery, 'since'>,
): Promise<LeadsAnswer> {
  const isShown = (talk: Conversation) => passesBoard(talk, { filter: {}, me: principal.id, closed: undefined });
  const read = readerOf(deps, tenantId, isShown);
  const isAsked = filterOf(query, principal.id, deps.clock.now());
  const passes = ({ talks: [newest] }: Known) => newest !== undefined && isAsked(newest);
  const { sort = 'recent', tag } = query;
  const isTagged = ({ board }: Conversation) => tag === undefined || board.tags.includes(tag);
  const key = query.q === undefined ? null : keyIn(query.q);
  if (key !== null) {
    const found = await fewAtOnce(await deps.leads.withKey(tenantId, key), ({ id }) => read(id));
    const people = [...new Set(found)].filter(hasTalk).filter((one) => passes(one) && one.talks.some(isTagged));
    const order = inOrder(sort);
    people.sort(({ talks: [one] }, { talks: [other] }) => (one && other ? order(one, other) : 0));
    return { items: people.slice(0, query.limit).map(rowOf) };
  }
  const words = query.q === undefined ? [] : folded(query.q).split(/\s+/).filter(Boolean);
  const hasWords = (talk: Conversation) => words.every((word) => searchedOf(talk).includes(word));
  // By words and by a tag, an older talk of theirs may be the one that fits; the filters are of the newest.
  const fits = (talk: Conversation) =>
    words.length === 0 && tag === undefined ? isAsked(talk) : isTagged(talk) && hasWords(talk);
  const items: LeadRow[] = [];
  let { cursor } = query;
  for (let looked = 0; looked < mostLooked; looked += talksAtOnce) {
    const page = await listTalks(deps.conversations, tenantId, {
      sort,
      tag,
      limit: talksAtOnce,
      now: deps.clock.now(),
      cursor,
    });
    const fitting = page.items.filter(fits);
    for (let from = 0; from < fitting.length; from += query.limit) {
      const some = fitting.slice(from, from + query.limit);
      const people = await fewAtOnce(some, ({ leadId }) => read(leadId));
      for (const [index, talk] of some.entries()) {
        const person = people[index];
        // Each stands where the newest of their talks does that fits.
        if (!person || person.talks.find(fits)?.id !== talk.id || !passes(person)) continue;
        items.push(rowOf(person));
        if (items.length < query.limit) continue;
        const isLast = page.nextCursor === null && talk === page.items.at(-1);
        return { items, ...(isLast ? {} : { nextCursor: cursorBelow(sort, talk) }) };
      }
    }
    if (page.nextCursor === null) return { items };
    cursor = page.nextCursor;
  }
  return { items, ...(cursor === undefined ? {} : { nextCursor: cursor }) };
}

const dayMs = 86_400_000;
/** Whether somebody is asked for, by their newest talk. */
function filterOf(
  { temperature, quietDays, mine }: Omit<LeadsQuery, 'since'>,
  me: string,
  now: number,
): (newest: Conversation) => boolean {
  return ({ board, owner }) =>
    (temperature === undefined || (!board.pressed && board.temperature === temperature)) &&
    (quietDays === undefined || board.lastAt <= now - quietDays * dayMs) &&
    (mine === undefined || owner?.id === me);
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
