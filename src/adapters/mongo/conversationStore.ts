import { type Connection, Schema, trusted, type UpdateQuery } from 'mongoose';
import { soonestRedMs } from '../../features/conversations/judgeAlerts.ts';
import {
  type AlertChange,
  type BoardFields,
  type Conversation,
  type FlagChange,
  flagsKept,
  quietMs,
} from '../../features/conversations/model.ts';
import { type ConversationStore, idsPage } from '../../features/conversations/ports.ts';
import { HubError } from '../../kernel/hubError.ts';
import { type BoardCursor, isBelow, readCursor, writeCursor } from '../memory/boardCursor.ts';
import { allows, allowsOffer, openKeyOf, passesBoard, spokenBy } from '../memory/conversationRules.ts';
import { jsonCopy } from '../memory/jsonCopy.ts';
import { guarded, inserted, modelOf, strictly, takenKeyOf } from './mongoStore.ts';

/** One page of the board looks at so many rows: a filter that few pass gets a short page and a cursor to go on. */
const mostScanned = 1_000;
const hourMs = 3_600_000;
/** How far a page looks back, in steps: SecantusDB reads all that a query's range holds, whatever its limit. */
const lookBackMs = [6 * hourMs, 24 * hourMs, 96 * hourMs, 384 * hourMs, 1_536 * hourMs, Number.POSITIVE_INFINITY];

/**
 * A conversation, and what indexes need: plain fields, because SecantusDB reads by an equality prefix only and never by a
 * partial index. It also scans the collection in every findAndModify and gives a stale picture of the row before, so a
 * change here is an update by `_id` and a read.
 */
interface ConversationRow extends Omit<Conversation, 'id'> {
  _id: string;
  openKey: string;
  closed: boolean;
  hasDue: boolean;
  paused: boolean;
  ownerId: string | null;
  waits: boolean;
  judgeWaitAt: number | null;
  /** Absent on rows of before it was kept, until something is said. */
  listens: boolean;
  quietAt: number | null;
}

const mixed = { type: Schema.Types.Mixed, default: null };
const text = { type: String, required: true };
const number = { type: Number, required: true };
const flag = { type: Boolean, required: true };
const board = new Schema<BoardFields>(
  {
    shown: flag,
    leadName: String,
    bot: String,
    // May be empty, which `required` would refuse.
    stage: String,
    score: Number,
    temperature: String,
    waitingSince: Number,
    unread: number,
    lastText: String,
    lastAt: number,
    flags: [Schema.Types.Mixed],
    language: String,
    listingTitle: String,
    snoozedUntil: Number,
    visitorLeftAt: Number,
    alerts: [Schema.Types.Mixed],
    lastLines: [Schema.Types.Mixed],
  },
  { ...strictly, _id: false },
);
const schema = new Schema<ConversationRow>(
  {
    _id: text,
    tenantId: text,
    visitorId: text,
    leadId: text,
    siteId: text,
    channel: text,
    createdAt: number,
    page: mixed,
    address: Schema.Types.Mixed,
    mode: text,
    fence: number,
    owner: mixed,
    pausedUntil: Number,
    hold: mixed,
    offer: mixed,
    due: mixed,
    dueCount: number,
    board,
    openKey: text,
    closed: flag,
    hasDue: flag,
    paused: flag,
    ownerId: String,
    waits: flag,
    judgeWaitAt: Number,
    listens: Boolean,
    quietAt: Number,
  },
  strictly,
);
schema.index({ openKey: 1 }, { unique: true });
schema.index({ hasDue: 1, 'due.at': 1 });
schema.index({ paused: 1, pausedUntil: 1 });
schema.index({ waits: 1, judgeWaitAt: 1 });
schema.index({ listens: 1, quietAt: 1 });
schema.index({ tenantId: 1, 'board.shown': 1, 'board.lastAt': -1 });
schema.index({ tenantId: 1, 'board.shown': 1, closed: 1, 'board.lastAt': -1 });
schema.index({ tenantId: 1, 'board.shown': 1, ownerId: 1, 'board.lastAt': -1 });
schema.index({ tenantId: 1, leadId: 1, createdAt: -1 });
schema.index({ tenantId: 1, leadId: 1, _id: 1 });

export const conversationModel = modelOf('conversations', schema);

function toRow(conversation: Conversation): ConversationRow {
  const { id, ...rest } = jsonCopy(conversation);
  return {
    _id: id,
    ...rest,
    openKey: openKeyOf(conversation),
    closed: rest.mode === 'closed',
    hasDue: rest.due !== null,
    paused: rest.pausedUntil !== null,
    ownerId: rest.owner?.id ?? null,
    ...waitMark(rest.board.waitingSince),
    listens: false,
    quietAt: null,
  };
}

const waitMark = (waitingSince: number | null) => ({
  waits: waitingSince !== null,
  judgeWaitAt: waitingSince === null ? null : waitingSince + soonestRedMs,
});

function toConversation(row: ConversationRow): Conversation {
  const { _id, openKey, closed, hasDue, paused, ownerId, waits, judgeWaitAt, listens, quietAt, ...rest } = row;
  // Rows of before there were holds, offers, alerts and lines have none.
  const { hold = null, offer = null, board } = rest;
  const { alerts = [], lastLines = [] } = board;
  return { id: _id, ...rest, hold, offer, board: { ...board, alerts, lastLines } };
}

/** Which of the alerts a change takes away; one that is added stands once. */
const dropped = (alerts: AlertChange) =>
  'dropKinds' in alerts
    ? { kind: { $in: [...alerts.dropKinds] } }
    : { alertId: 'dropId' in alerts ? alerts.dropId : alerts.add.alertId };

/** Which flags a change takes away. */
const lowered = (change: FlagChange) =>
  'drop' in change
    ? { 'board.flags': { kind: change.drop } }
    : change.keepFirst
      ? {}
      : { 'board.flags': { kind: change.add.kind } };

export function createMongoConversationStore(connection: Connection): ConversationStore {
  const conversations = conversationModel(connection);

  async function find(tenantId: string, conversationId: string): Promise<Conversation | null> {
    // By the id alone: with the tenant in the question SecantusDB takes an index of the tenant, three times as slow.
    const row = await conversations.findById(conversationId).lean<ConversationRow>();
    return row?.tenantId === tenantId ? toConversation(row) : null;
  }
  async function change(tenantId: string, conversationId: string, update: UpdateQuery<ConversationRow>) {
    const { matchedCount } = await conversations.updateOne({ _id: conversationId, tenantId }, update);
    return matchedCount === 1 ? find(tenantId, conversationId) : null;
  }

  return guarded<ConversationStore>({
    find,
    async openFor(seed) {
      const openKey = openKeyOf(seed);
      // Again only when the one that was in the way has been closed meanwhile.
      for (let round = 0; round < 5; round++) {
        const open = await conversations.findOne({ openKey }).lean<ConversationRow>();
        if (open) return { conversation: toConversation(open), created: false };
        const row = toRow(seed);
        if (await inserted(() => conversations.create(row)))
          return { conversation: toConversation(row), created: true };
      }
      throw new HubError('CONFLICT');
    },
    async findOpen(tenantId, visitorId) {
      const row = await conversations.findOne({ openKey: `${tenantId}:${visitorId}` }).lean<ConversationRow>();
      return row && toConversation(row);
    },

    async markDue(tenantId, conversationId, { now, at, capMs, evenClosed }) {
      const which = { _id: conversationId, tenantId, ...(evenClosed ? {} : { closed: false }) };
      // A pipeline, so that the database computes from what stands there, in one write.
      const since = { $ifNull: ['$due.since', now] };
      const count = { $add: [{ $ifNull: ['$due.count', 0] }, 1] };
      const due = { since, at: { $min: [at, { $add: [since, capMs] }] }, count };
      const update = [{ $set: { due, dueCount: { $add: ['$dueCount', 1] }, hasDue: true } }];
      const { matchedCount } = await conversations.updateOne(which, update, { updatePipeline: true });
      return matchedCount === 1 ? find(tenantId, conversationId) : null;
    },
    async clearDue(conversationId, dueCount) {
      const which = { _id: conversationId, dueCount };
      const { matchedCount } = await conversations.updateOne(which, { $set: { due: null, hasDue: false } });
      return matchedCount === 1;
    },
    async postponeDue(conversationId, at) {
      await conversations.updateOne({ _id: conversationId, hasDue: true }, { $set: { 'due.at': at } });
    },
    async listDue(now, limit) {
      const found = conversations.find({ hasDue: true, 'due.at': trusted({ $lte: now }) }).sort({ 'due.at': 1 });
      return (await found.limit(limit).lean<ConversationRow[]>()).map(toConversation);
    },
    async listPausesEnded(now, limit) {
      const found = conversations.find({ paused: true, pausedUntil: trusted({ $lte: now }) }).sort({ pausedUntil: 1 });
      return (await found.limit(limit).lean<ConversationRow[]>()).map(toConversation);
    },

    async changeSpeaker(tenantId, conversationId, speaker, only, mark) {
      // Again only when somebody else changed it between the read and the write.
      for (let round = 0; round < 100; round++) {
        const before = await find(tenantId, conversationId);
        if (!before || !allows(only, before)) return null;
        const after = spokenBy(before, jsonCopy(speaker), mark);
        const { _id, tenantId: _, board, page, due, dueCount, hasDue, ...rest } = toRow(after);
        const { mode, owner, ownerId, pausedUntil, hold, offer, paused, closed, openKey, fence } = rest;
        const asRead = {
          fence: before.fence,
          dueCount: before.dueCount,
          hasDue: before.due !== null,
          ownerId: before.owner?.id ?? null,
        };
        const set = { mode, owner, ownerId, pausedUntil, hold, offer, paused, closed, openKey, fence };
        const update = { $set: { ...set, ...(mark ? { due, dueCount, hasDue } : {}) } };
        try {
          const { matchedCount } = await conversations.updateOne({ _id, tenantId, ...asRead }, update);
          if (matchedCount === 1) return { before, after };
        } catch (error) {
          // The visitor has another open conversation: this one cannot be opened again.
          if (takenKeyOf(error)) return null;
          throw error;
        }
      }
      throw new HubError('CONFLICT');
    },
    async changeOwner(tenantId, conversationId, owner, only) {
      // Again only when somebody else changed it between the read and the write.
      for (let round = 0; round < 100; round++) {
        const before = await find(tenantId, conversationId);
        if (!before || !allows(only, before)) return null;
        const { matchedCount } = await conversations.updateOne(
          { _id: conversationId, tenantId, fence: before.fence, ownerId: before.owner?.id ?? null },
          { $set: { owner: jsonCopy(owner), ownerId: owner?.id ?? null, offer: null } },
        );
        if (matchedCount === 1) return find(tenantId, conversationId);
      }
      throw new HubError('CONFLICT');
    },
    async changeOffer(tenantId, conversationId, offer, from) {
      const before = await find(tenantId, conversationId);
      if (!before || !allowsOffer(before, from)) return null;
      const asRead =
        from === null
          ? { offer: null }
          : { 'offer.to.id': from.to.id, 'offer.until': from.until, 'offer.missed': from.missed };
      const { matchedCount } = await conversations.updateOne(
        { _id: conversationId, tenantId, mode: 'waiting', ownerId: null, fence: before.fence, ...asRead },
        { $set: { offer: jsonCopy(offer) } },
      );
      return matchedCount === 1 ? find(tenantId, conversationId) : null;
    },
    changeHold(tenantId, conversationId, hold) {
      return change(tenantId, conversationId, { $set: { hold: jsonCopy(hold) } });
    },
    async changeBoard(tenantId, conversationId, fields, add = {}) {
      const { unread, ...rest } = jsonCopy(fields);
      const { alerts, line, flag: flagged, unread: more = 0 } = jsonCopy(add);
      const set: Record<string, unknown> = Object.fromEntries(
        Object.entries(rest).map(([field, value]) => [`board.${field}`, value]),
      );
      if (rest.waitingSince !== undefined) Object.assign(set, waitMark(rest.waitingSince));
      if (rest.lastAt !== undefined) Object.assign(set, { listens: true, quietAt: rest.lastAt + quietMs });
      const pull = {
        ...(alerts === undefined ? {} : { 'board.alerts': dropped(alerts) }),
        ...(flagged === undefined ? {} : lowered(flagged)),
      };
      const update = {
        ...(unread === undefined
          ? { $set: set, $inc: { 'board.unread': more } }
          : { $set: { ...set, 'board.unread': unread + more } }),
        ...(line === undefined ? {} : { $push: { 'board.lastLines': { $each: [line], $slice: -2 } } }),
        ...(Object.keys(pull).length === 0 ? {} : { $pull: pull }),
      };
      const changed = await change(tenantId, conversationId, update);
      // In writes of their own: one update cannot take from a list and add to it.
      let latest = changed;
      if (changed !== null && alerts !== undefined && 'add' in alerts)
        latest = await change(tenantId, conversationId, { $push: { 'board.alerts': alerts.add } });
      if (changed === null || flagged === undefined || !('add' in flagged)) return latest;
      // Only where none of its kind stands: of two who raise it at once one does.
      await conversations.updateOne(
        { _id: conversationId, tenantId, 'board.flags.kind': trusted({ $ne: flagged.add.kind }) },
        { $push: { 'board.flags': { $each: [flagged.add], $slice: -flagsKept } } },
      );
      return find(tenantId, conversationId);
    },
    async listWaits(now, limit) {
      const found = conversations.find({ waits: true, judgeWaitAt: trusted({ $lte: now }) }).sort({ judgeWaitAt: 1 });
      return (await found.limit(limit).lean<ConversationRow[]>()).map(toConversation);
    },
    async judgeWaitAt(conversationId, waitingSince, at) {
      const which = { _id: conversationId, 'board.waitingSince': waitingSince };
      await conversations.updateOne(which, { $set: { waits: at !== null, judgeWaitAt: at } });
    },

    async listQuiet(now, limit) {
      const found = conversations.find({ listens: true, quietAt: trusted({ $lte: now }) }).sort({ quietAt: 1 });
      return (await found.limit(limit).lean<ConversationRow[]>()).map(toConversation);
    },
    async settleQuiet(conversationId, lastAt) {
      const which = { _id: conversationId, 'board.lastAt': lastAt };
      await conversations.updateOne(which, { $set: { listens: false, quietAt: null } });
    },

    async list(tenantId, query) {
      const { filter = {}, me, closed, limit, now } = query;
      const below = query.cursor === undefined ? null : readCursor(query.cursor);
      const owner = filter.mine ? { ownerId: me ?? '' } : filter.unassigned ? { ownerId: null } : null;
      // Exactly the fields of one index: with one more, SecantusDB would not use it.
      const row = { tenantId, 'board.shown': true, ...(owner ?? (closed === undefined ? {} : { closed })) };
      const items: Conversation[] = [];
      if (limit < 1) return { items, nextCursor: null };
      let scanned = 0;
      let last: BoardCursor | null = below;
      let upTo: number | null = null;
      for (const lookBack of lookBackMs) {
        if (upTo !== null && upTo === query.since) break;
        const from = Math.max((below?.lastAt ?? now) - lookBack, query.since ?? Number.NEGATIVE_INFINITY);
        const range = {
          $gte: from,
          ...(upTo === null ? (below ? { $lte: below.lastAt } : {}) : { $lt: upTo }),
        };
        upTo = from;
        const found = conversations
          .find({ ...row, 'board.lastAt': trusted(range) })
          .sort({ 'board.lastAt': -1, _id: -1 });
        for (const candidate of await found.limit(mostScanned + 1).lean<ConversationRow[]>()) {
          const conversation = toConversation(candidate);
          if (!isBelow(conversation, below)) continue;
          const passes = passesBoard(conversation, { filter, me, closed });
          // Here something is left for the next page.
          if (last && ((passes && items.length === limit) || scanned === mostScanned)) {
            return { items, nextCursor: writeCursor(last) };
          }
          if (passes) items.push(conversation);
          scanned += 1;
          last = { lastAt: conversation.board.lastAt, id: conversation.id };
        }
      }
      return { items, nextCursor: null };
    },
    async erasePage(tenantId, conversationId) {
      await conversations.updateOne({ _id: conversationId, tenantId }, { $set: { page: { url: '' }, address: null } });
    },
    async changeAddress(tenantId, conversationId, address) {
      await conversations.updateOne({ _id: conversationId, tenantId }, { $set: { address } });
    },
    async pageOfLead(tenantId, leadId, after) {
      const which = { tenantId, leadId, ...(after === undefined ? {} : { _id: trusted({ $gt: after }) }) };
      const rows = await conversations
        .find(which, { _id: 1 })
        .sort({ _id: 1 })
        .limit(idsPage)
        .lean<{ _id: string }[]>();
      return rows.map(({ _id: id }) => ({ id }));
    },
    async listOfLead(tenantId, leadId, limit) {
      const found = conversations.find({ tenantId, leadId }).sort({ createdAt: -1, _id: -1 });
      return (await found.limit(limit).lean<ConversationRow[]>()).map(toConversation);
    },
  });
}
