import { isBelow, readCursor, writeCursor } from '../../features/conversations/board/boardCursor.ts';
import type { ScorePlace } from '../../features/conversations/board/ports.ts';
import { isErased } from '../../features/conversations/log/withoutWords.ts';
import type { Conversation } from '../../features/conversations/model.ts';
import { type ConversationStores, idsPage, type WaitingWords } from '../../features/conversations/ports.ts';
import {
  allows,
  allowsOffer,
  erasedBoard,
  mayReplace,
  openKeyOf,
  ownedBy,
  passesBoard,
  scoreOf,
  spokenBy,
} from '../../features/conversations/rules.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { createChanges } from './changes.ts';

const byScore = (one: ScorePlace, other: ScorePlace): number =>
  other.score - one.score || (one.id === other.id ? 0 : one.id < other.id ? 1 : -1);

const hasTag = ({ board }: Conversation, tag: string | undefined): boolean =>
  tag === undefined || board.tags.includes(tag);

/** Conversations in this process only: gone with it. No step waits, so each is atomic. */
export function createMemoryConversationStore(): ConversationStores {
  const conversations = new Map<string, Conversation>();
  const openIds = new Map<string, string>();

  /** The newest words that were marked as waiting, and up to where words are answered. */
  const marks = new Map<string, { words: WaitingWords; answered: number }>();
  const marksOf = (id: string) => marks.get(id) ?? { words: { seq: 0, at: 0 }, answered: 0 };

  const own = (tenantId: string, id: string): Conversation | undefined => {
    const found = conversations.get(id);
    return found?.tenantId === tenantId ? found : undefined;
  };
  const changes = createChanges();
  const idsOfLead = new Map<string, Set<string>>();
  /** All ids, in the order of the board where nothing was said since. */
  const ids: string[] = [];
  let isInOrder = true;
  const put = (conversation: Conversation): Conversation => {
    const { id, tenantId, leadId, board } = conversation;
    const before = conversations.get(id);
    if (before === undefined) {
      ids.push(id);
      const key = `${tenantId}:${leadId}`;
      idsOfLead.set(key, (idsOfLead.get(key) ?? new Set()).add(id));
    }
    if (before?.board.lastAt !== board.lastAt) isInOrder = false;
    if (before === undefined || scoreOf(before) !== scoreOf(conversation)) scored = null;
    changes.note(id);
    conversations.set(id, conversation);
    return jsonCopy(conversation);
  };
  const known = (id: string): Conversation => conversations.get(id) as Conversation;
  const ofLead = (tenantId: string, leadId: string): Conversation[] =>
    [...(idsOfLead.get(`${tenantId}:${leadId}`) ?? [])].map(known);
  /** Of many, few were spoken in since they were last asked for: those alone find another place. */
  const newestFirst = (): readonly string[] => {
    if (!isInOrder) ids.sort((a, b) => known(b).board.lastAt - known(a).board.lastAt || (a < b ? 1 : -1));
    isInOrder = true;
    return ids;
  };
  /** Those with a score, in the order of their scores; null where one has changed since. */
  let scored: ScorePlace[] | null = null;
  const highestFirst = (): readonly ScorePlace[] => {
    scored ??= ids
      .flatMap((id) => {
        const score = scoreOf(known(id));
        return score === null ? [] : [{ score, id }];
      })
      .sort(byScore);
    return scored;
  };
  const openOf = (key: string): Conversation | undefined => conversations.get(openIds.get(key) ?? '');
  const all = (keep: (conversation: Conversation) => boolean, order: (a: Conversation, b: Conversation) => number) =>
    [...conversations.values()].filter(keep).sort(order);

  return {
    async openFor(seed) {
      const key = openKeyOf(seed);
      const open = openOf(key);
      if (open) return { conversation: jsonCopy(open), created: false };
      openIds.set(key, seed.id);
      return { conversation: put(jsonCopy(seed)), created: true };
    },
    async findOpen(tenantId, writerId) {
      return jsonCopy(openOf(`${tenantId}:${writerId}`) ?? null);
    },
    async find(tenantId, id) {
      return jsonCopy(own(tenantId, id) ?? null);
    },

    async changeSpeaker(tenantId, id, change, only) {
      const before = own(tenantId, id);
      if (!before || !allows(only, before)) return null;
      const after = spokenBy(before, jsonCopy(change));
      const other = openIds.get(openKeyOf(after));
      if (other !== undefined && other !== id) return null;
      openIds.delete(openKeyOf(before));
      openIds.set(openKeyOf(after), id);
      return { before: jsonCopy(before), after: put(after) };
    },
    async awaitAnswer(tenantId, id, { seq, at }) {
      const found = own(tenantId, id);
      if (!found) return;
      const { words, answered } = marksOf(id);
      marks.set(id, { words: words.seq < seq ? { seq, at } : words, answered });
      if (answered >= seq) return;
      put({ ...found, unansweredSince: found.unansweredSince ?? at, snoozedUntil: null });
    },
    async settleAnswer(tenantId, id, through) {
      const found = own(tenantId, id);
      if (!found) return;
      const { words, answered: before } = marksOf(id);
      const answered = Math.max(before, through);
      marks.set(id, { words, answered });
      const { unansweredSince: since } = found;
      put({ ...found, unansweredSince: words.seq <= answered ? null : since && Math.max(since, words.at) });
    },
    async putAside(tenantId, id, until) {
      const found = own(tenantId, id);
      if (found) put({ ...found, snoozedUntil: until });
    },
    async changeOwner(tenantId, id, change, only) {
      const found = own(tenantId, id);
      return found && allows(only, found) ? put(ownedBy(found, jsonCopy(change))) : null;
    },
    async changeOffer(tenantId, id, offer, from) {
      const found = own(tenantId, id);
      return found && allowsOffer(found, from) ? put({ ...found, offer: jsonCopy(offer) }) : null;
    },
    async erasePage(tenantId, id) {
      const found = own(tenantId, id);
      if (found)
        put({
          ...found,
          page: { url: '' },
          address: null,
          snoozedUntil: null,
          contact: null,
          speakerBy: null,
          ownerBy: null,
          board: erasedBoard(found.board),
        });
    },
    async changeLanguage(tenantId, id, language) {
      const found = own(tenantId, id);
      if (found) put({ ...found, language });
    },
    async noteSent(tenantId, id, seq) {
      const found = own(tenantId, id);
      if (found) put({ ...found, sentSeq: Math.max(found.sentSeq ?? 0, seq) });
    },
    async changeAddress(tenantId, id, address) {
      const found = own(tenantId, id);
      if (found) put({ ...found, address: jsonCopy(address) });
    },
    async changeHold(tenantId, id, hold) {
      const found = own(tenantId, id);
      return found ? put({ ...found, hold: jsonCopy(hold) }) : null;
    },
    async writeRow(tenantId, id, row) {
      const found = own(tenantId, id);
      if (!found || isErased(found) || !mayReplace(found.board.through, row)) return false;
      put({ ...found, board: { ...found.board, ...jsonCopy(row) } });
      return true;
    },
    async markRow(tenantId, id, { read, ...marks }) {
      const found = own(tenantId, id);
      if (!found) return null;
      const { board } = found;
      return put({ ...found, board: { ...board, ...jsonCopy(marks), read: Math.max(board.read, read ?? 0) } });
    },

    async list(tenantId, { filter = {}, me, closed, limit, cursor, tag, since = Number.NEGATIVE_INFINITY }) {
      const below = cursor === undefined ? null : readCursor(cursor);
      const found: Conversation[] = [];
      for (const id of newestFirst()) {
        const conversation = known(id);
        if (conversation.board.lastAt < since || found.length > limit) break;
        if (
          conversation.tenantId === tenantId &&
          isBelow(conversation, below) &&
          hasTag(conversation, tag) &&
          // Before the rest, for which a row is built.
          (filter.mine !== true || conversation.owner?.id === me) &&
          passesBoard(conversation, { filter, me, closed })
        )
          found.push(conversation);
      }
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return {
        items: jsonCopy(items),
        nextCursor: last && found.length > limit ? writeCursor({ lastAt: last.board.lastAt, id: last.id }) : null,
      };
    },
    async listByScore(tenantId, { limit, below, tag }) {
      const found: ScorePlace[] = [];
      for (const place of highestFirst()) {
        if (found.length > limit) break;
        const one = known(place.id);
        if (one.tenantId !== tenantId || !one.board.shown || isErased(one) || !hasTag(one, tag)) continue;
        if (below === undefined || byScore(below, place) < 0) found.push(place);
      }
      const page = found.slice(0, limit);
      return {
        items: jsonCopy(page.map(({ id }) => known(id))),
        next: found.length > limit ? (page.at(-1) ?? null) : null,
      };
    },
    async changedAfter(tenantId, after, limit) {
      const own = all(
        (one) => one.tenantId === tenantId,
        () => 0,
      );
      return changes.page(own, after, limit);
    },
    async listOwned(tenantId, ownerId, limit) {
      const found = all(
        (one) => one.tenantId === tenantId && one.mode !== 'closed' && one.owner?.id === ownerId,
        (a, b) => (a.id < b.id ? -1 : 1),
      );
      return jsonCopy(found.slice(0, limit));
    },
    async listUnowned(tenantId, limit) {
      const found = all(
        (one) => one.tenantId === tenantId && one.mode === 'waiting' && one.owner === null,
        (a, b) => (a.id < b.id ? -1 : 1),
      );
      return jsonCopy(found.slice(0, limit));
    },
    async page(limit, after = '') {
      const found = all(
        ({ id }) => id > after,
        (a, b) => (a.id < b.id ? -1 : 1),
      );
      return jsonCopy(found.slice(0, limit));
    },
    async pageOfLead(tenantId, leadId, after = '') {
      const found = ofLead(tenantId, leadId).filter(({ id }) => id > after);
      found.sort((a, b) => (a.id < b.id ? -1 : 1));
      return found.slice(0, idsPage).map(({ id }) => ({ id }));
    },
    async listOfLead(tenantId, leadId, limit) {
      const found = ofLead(tenantId, leadId).sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
      return jsonCopy(found.slice(0, limit));
    },
  };
}
