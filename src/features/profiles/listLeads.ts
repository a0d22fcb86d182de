import type { LeadRow, LeadsAnswer, LeadsQuery } from '../../contract/rest/leads.ts';
import type { Clock } from '../../kernel/clock.ts';
import { farther } from '../../kernel/farther.ts';
import { writeCursor } from '../conversations/board/boardCursor.ts';
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
  const now = deps.clock.now();
  const isAsked = filterOf(query, principal.id, now);
  const passes = ({ talks: [newest] }: Known) => newest !== undefined && isAsked(newest);
  const { sort = 'recent', tag } = query;
  const isTagged = ({ board }: Conversation) => tag === undefined || board.tags.includes(tag);
  const key = query.q === undefined ? null : keyIn(query.q);
  if (key !== null) {
    const found = await Promise.all((await deps.leads.withKey(tenantId, key)).map(({ id }) => read(id)));
    const people = [...new Set(found)].filter(hasTalk).filter((one) => passes(one) && one.talks.some(isTagged));
    const order = inOrder(sort);
    people.sort(({ talks: [one] }, { talks: [other] }) => (one && other ? order(one, other) : 0));
    return { items: people.slice(0, query.limit).map(rowOf) };
  }
  const words = query.q === undefined ? [] : folded(query.q).split(/\s+/).filter(Boolean);
  const hasWords = (talk: Conversation) => words.every((word) => searchedOf(talk).includes(word));
  // By words and by a tag, an older talk of theirs may be the one that fits; the filters are of the newest.
  const isOfNewest = words.length === 0 && tag === undefined;
  const fits = (talk: Conversation) => (isOfNewest ? isAsked(talk) : isTagged(talk) && hasWords(talk));
  const owner = isOfNewest && query.mine !== undefined ? principal.id : undefined;
  const items: LeadRow[] = [];
  let cursor = query.cursor ?? firstCursor(query, now);
  // Somewhat more than people are wanted: some have several.
  const talksAtOnce = Math.ceil(query.limit * 1.25);
  let looked = 0;
  for (let reach = talksAtOnce; looked < mostLooked; ) {
    const limit = Math.min(Math.ceil(reach), mostLooked) - looked;
    const page = await listTalks(deps.conversations, tenantId, { sort, tag, owner, limit, now, cursor });
    looked += limit;
    const fitting = page.items.filter(fits);
    while (fitting.length > 0) {
      const some = fitting.splice(0, talksAtOnce);
      // All at once: the stores read together what is asked for together.
      const people = await Promise.all(some.map(({ leadId }) => read(leadId)));
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
    reach = farther(looked, { found: items.length, wanted: query.limit });
  }
  return { items, ...(cursor === undefined ? {} : { nextCursor: cursor }) };
}

const dayMs = 86_400_000;

/** A list of the newest first begins at those who have been quiet for as long as is asked for: newer talks are of nobody in it. */
const firstCursor = ({ sort = 'recent', quietDays }: Pick<LeadsQuery, 'sort' | 'quietDays'>, now: number) =>
  sort === 'recent' && quietDays !== undefined
    ? writeCursor({ lastAt: now - quietDays * dayMs + 1, id: '' })
    : undefined;

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
