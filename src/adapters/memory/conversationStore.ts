import { soonestRedMs } from '../../features/conversations/judgeAlerts.ts';
import { type Conversation, quietMs } from '../../features/conversations/model.ts';
import { type ConversationStore, idsPage } from '../../features/conversations/ports.ts';
import { isBelow, readCursor, writeCursor } from './boardCursor.ts';
import {
  alertsAfter,
  allows,
  allowsOffer,
  flagsAfter,
  marked,
  openKeyOf,
  passesBoard,
  spokenBy,
} from './conversationRules.ts';
import { jsonCopy } from './jsonCopy.ts';

/** Conversations in this process only: gone with it. No step waits, so each is atomic. */
export function createMemoryConversationStore(): ConversationStore {
  const conversations = new Map<string, Conversation>();
  const openIds = new Map<string, string>();
  /** When to judge a wait, by conversation. */
  const waits = new Map<string, number>();
  /** When a talk is quiet, by conversation. */
  const quiet = new Map<string, number>();

  const own = (tenantId: string, id: string): Conversation | undefined => {
    const found = conversations.get(id);
    return found?.tenantId === tenantId ? found : undefined;
  };
  const put = (conversation: Conversation): Conversation => {
    conversations.set(conversation.id, conversation);
    return jsonCopy(conversation);
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
      if (seed.board.waitingSince !== null) waits.set(seed.id, seed.board.waitingSince + soonestRedMs);
      return { conversation: put(jsonCopy(seed)), created: true };
    },
    async findOpen(tenantId, visitorId) {
      return jsonCopy(openOf(`${tenantId}:${visitorId}`) ?? null);
    },
    async find(tenantId, id) {
      return jsonCopy(own(tenantId, id) ?? null);
    },

    async markDue(tenantId, id, mark) {
      const found = own(tenantId, id);
      if (!found || (found.mode === 'closed' && !mark.evenClosed)) return null;
      return put(marked(found, mark));
    },
    async clearDue(id, dueCount) {
      const found = conversations.get(id);
      if (found?.dueCount !== dueCount) return false;
      put({ ...found, due: null });
      return true;
    },
    async postponeDue(id, at) {
      const found = conversations.get(id);
      if (found?.due) put({ ...found, due: { ...found.due, at } });
    },
    async listDue(now, limit) {
      return jsonCopy(
        all(
          ({ due }) => due !== null && due.at <= now,
          (a, b) => (a.due?.at ?? 0) - (b.due?.at ?? 0),
        ).slice(0, limit),
      );
    },
    async listPausesEnded(now, limit) {
      return jsonCopy(
        all(
          ({ pausedUntil }) => pausedUntil !== null && pausedUntil <= now,
          (a, b) => (a.pausedUntil ?? 0) - (b.pausedUntil ?? 0),
        ).slice(0, limit),
      );
    },

    async changeSpeaker(tenantId, id, change, only, mark) {
      const before = own(tenantId, id);
      if (!before || !allows(only, before)) return null;
      const after = spokenBy(before, jsonCopy(change), mark);
      const other = openIds.get(openKeyOf(after));
      if (other !== undefined && other !== id) return null;
      openIds.delete(openKeyOf(before));
      openIds.set(openKeyOf(after), id);
      return { before: jsonCopy(before), after: put(after) };
    },
    async changeOwner(tenantId, id, owner, only) {
      const found = own(tenantId, id);
      return found && allows(only, found) ? put({ ...found, owner: jsonCopy(owner), offer: null }) : null;
    },
    async changeOffer(tenantId, id, offer, from) {
      const found = own(tenantId, id);
      return found && allowsOffer(found, from) ? put({ ...found, offer: jsonCopy(offer) }) : null;
    },
    async erasePage(tenantId, id) {
      const found = own(tenantId, id);
      if (found) put({ ...found, page: { url: '' }, address: null });
    },
    async changeAddress(tenantId, id, address) {
      const found = own(tenantId, id);
      if (found) put({ ...found, address: jsonCopy(address) });
    },
    async changeHold(tenantId, id, hold) {
      const found = own(tenantId, id);
      return found ? put({ ...found, hold: jsonCopy(hold) }) : null;
    },
    async changeBoard(tenantId, id, change, add = {}) {
      const found = own(tenantId, id);
      if (!found) return null;
      const board = { ...found.board, ...jsonCopy(change) };
      if (add.alerts) board.alerts = alertsAfter(board.alerts, jsonCopy(add.alerts));
      if (add.flag) board.flags = flagsAfter(board.flags, jsonCopy(add.flag));
      if (add.line) board.lastLines = [...board.lastLines, jsonCopy(add.line)].slice(-2);
      if (change.waitingSince === null) waits.delete(id);
      else if (change.waitingSince !== undefined) waits.set(id, change.waitingSince + soonestRedMs);
      if (change.lastAt !== undefined) quiet.set(id, change.lastAt + quietMs);
      return put({ ...found, board: { ...board, unread: board.unread + (add.unread ?? 0) } });
    },
    async listWaits(now, limit) {
      const due = [...waits].filter(([, at]) => at <= now).sort(([, a], [, b]) => a - b);
      return jsonCopy(due.slice(0, limit).flatMap(([id]) => conversations.get(id) ?? []));
    },
    async judgeWaitAt(id, waitingSince, at) {
      if (conversations.get(id)?.board.waitingSince !== waitingSince) return;
      if (at === null) waits.delete(id);
      else waits.set(id, at);
    },

    async listQuiet(now, limit) {
      const due = [...quiet].filter(([, at]) => at <= now).sort(([, a], [, b]) => a - b);
      return jsonCopy(due.slice(0, limit).flatMap(([id]) => conversations.get(id) ?? []));
    },
    async settleQuiet(id, lastAt) {
      if (conversations.get(id)?.board.lastAt === lastAt) quiet.delete(id);
    },

    async list(tenantId, { filter = {}, me, closed, limit, cursor, since = Number.NEGATIVE_INFINITY }) {
      const below = cursor === undefined ? null : readCursor(cursor);
      const found = all(
        (conversation) =>
          conversation.tenantId === tenantId &&
          conversation.board.lastAt >= since &&
          passesBoard(conversation, { filter, me, closed }) &&
          isBelow(conversation, below),
        (a, b) => b.board.lastAt - a.board.lastAt || (a.id < b.id ? 1 : -1),
      );
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return {
        items: jsonCopy(items),
        nextCursor: last && found.length > limit ? writeCursor({ lastAt: last.board.lastAt, id: last.id }) : null,
      };
    },
    async pageOfLead(tenantId, leadId, after = '') {
      const found = all(
        (one) => one.tenantId === tenantId && one.leadId === leadId && one.id > after,
        (a, b) => (a.id < b.id ? -1 : 1),
      );
      return found.slice(0, idsPage).map(({ id }) => ({ id }));
    },
    async listOfLead(tenantId, leadId, limit) {
      return jsonCopy(
        all(
          (conversation) => conversation.tenantId === tenantId && conversation.leadId === leadId,
          (a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1),
        ).slice(0, limit),
      );
    },
  };
}
