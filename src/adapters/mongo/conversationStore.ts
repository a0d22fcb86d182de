import { type Connection, type QueryFilter, Schema, trusted } from 'mongoose';
import type { BoardFilter } from '../../contract/board.ts';
import type { BoardFields, Conversation } from '../../features/conversations/model.ts';
import type { ConversationStore } from '../../features/conversations/ports.ts';
import { HubError } from '../../kernel/hubError.ts';
import { type BoardCursor, readCursor, writeCursor } from '../memory/boardCursor.ts';
import { openKeyOf } from '../memory/conversationChanges.ts';
import { jsonCopy } from '../memory/jsonCopy.ts';
import { guarded, inserted, modelOf, strictly, takenKeyOf } from './mongoStore.ts';

/** Of so many of a tenant's newest conversations the text filter looks at each page: a wider search asks for the next page. */
const textScan = 2_000;

/** A conversation, and what indexes need: plain fields, because SecantusDB reads by an equality prefix only and never by a partial index. */
interface ConversationRow extends Omit<Conversation, 'id'> {
  _id: string;
  openKey: string;
  closed: boolean;
  hasDue: boolean;
  paused: boolean;
  ownerId: string | null;
  /** What the last change of who speaks replaced. Read from the row after it: SecantusDB's picture of the row before can be stale. */
  was: Pick<Conversation, 'mode' | 'owner' | 'pausedUntil' | 'due'> | null;
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
    mode: text,
    fence: number,
    owner: mixed,
    pausedUntil: Number,
    due: mixed,
    dueCount: number,
    board,
    openKey: text,
    closed: flag,
    hasDue: flag,
    paused: flag,
    ownerId: String,
    was: mixed,
  },
  strictly,
);
schema.index({ openKey: 1 }, { unique: true });
schema.index({ hasDue: 1, 'due.at': 1 });
schema.index({ paused: 1, pausedUntil: 1 });
schema.index({ tenantId: 1, 'board.shown': 1, closed: 1, 'board.lastAt': -1, _id: -1 });
schema.index({ tenantId: 1, 'board.shown': 1, 'board.lastAt': -1, _id: -1 });
schema.index({ tenantId: 1, 'board.shown': 1, closed: 1, ownerId: 1, 'board.lastAt': -1, _id: -1 });
schema.index({ tenantId: 1, leadId: 1, createdAt: -1 });

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
    was: null,
  };
}

function toConversation(row: ConversationRow): Conversation {
  const { _id, openKey, closed, hasDue, paused, ownerId, was, ...rest } = row;
  return { id: _id, ...rest };
}

/** As pipeline stages, so that the database computes from what stands there, in one write. */
const dueAs = (now: number, at: unknown) => ({
  due: { since: { $ifNull: ['$due.since', now] }, at, count: { $add: [{ $ifNull: ['$due.count', 0] }, 1] } },
  dueCount: { $add: ['$dueCount', 1] },
  hasDue: true,
});

export function createMongoConversationStore(connection: Connection): ConversationStore {
  const conversations = conversationModel(connection);
  const afterwards = { returnDocument: 'after', lean: true } as const;
  const orNull = (row: unknown): Conversation | null => (row ? toConversation(row as ConversationRow) : null);

  return guarded<ConversationStore>({
    async openFor(seed) {
      const openKey = openKeyOf(seed);
      // Again only when the one that was in the way has been closed meanwhile.
      for (let round = 0; round < 5; round++) {
        const open = await conversations.findOne({ openKey }).lean();
        if (open) return { conversation: toConversation(open), created: false };
        const row = toRow(seed);
        if (await inserted(() => conversations.create(row)))
          return { conversation: toConversation(row), created: true };
      }
      throw new HubError('CONFLICT');
    },
    async findOpen(tenantId, visitorId) {
      return orNull(await conversations.findOne({ openKey: `${tenantId}:${visitorId}` }).lean());
    },
    async find(tenantId, conversationId) {
      return orNull(await conversations.findOne({ _id: conversationId, tenantId }).lean());
    },

    async markDue(tenantId, conversationId, { now, at, capMs, evenClosed }) {
      const since = { $ifNull: ['$due.since', now] };
      const which = { _id: conversationId, tenantId, ...(evenClosed ? {} : { closed: false }) };
      const update = [{ $set: dueAs(now, { $min: [at, { $add: [since, capMs] }] }) }];
      return orNull(await conversations.findOneAndUpdate(which, update, { ...afterwards, updatePipeline: true }));
    },
    async clearDue(conversationId, dueCount) {
      const { matchedCount } = await conversations.updateOne(
        { _id: conversationId, dueCount },
        { $set: { due: null, hasDue: false } },
      );
      return matchedCount === 1;
    },
    async postponeDue(conversationId, at) {
      await conversations.updateOne({ _id: conversationId, hasDue: true }, { $set: { 'due.at': at } });
    },
    async listDue(now, limit) {
      const which = { hasDue: true, 'due.at': trusted({ $lte: now }) };
      return (await conversations.find(which).sort({ 'due.at': 1 }).limit(limit).lean()).map(toConversation);
    },
    async listPausesEnded(now, limit) {
      const which = { paused: true, pausedUntil: trusted({ $lte: now }) };
      return (await conversations.find(which).sort({ pausedUntil: 1 }).limit(limit).lean()).map(toConversation);
    },

    async changeSpeaker(tenantId, conversationId, change, only, mark) {
      const { mode, owner, pausedUntil } = jsonCopy(change);
      const closed = mode === 'closed';
      const update = {
        was: { mode: '$mode', owner: '$owner', pausedUntil: '$pausedUntil', due: '$due' },
        mode,
        owner: { $literal: owner },
        ownerId: { $literal: owner?.id ?? null },
        pausedUntil,
        paused: pausedUntil !== null,
        closed,
        openKey: closed ? '$_id' : { $concat: ['$tenantId', ':', '$visitorId'] },
        fence: { $add: ['$fence', 1] },
        ...(mark ? dueAs(mark.now, mark.now) : {}),
      };
      const which = {
        _id: conversationId,
        tenantId,
        ...(only.modes ? { mode: trusted({ $in: [...only.modes] }) } : {}),
        ...(only.ownerIds ? { ownerId: trusted({ $in: [...only.ownerIds] }) } : {}),
        ...(only.fence === undefined ? {} : { fence: only.fence }),
      };
      try {
        const options = { ...afterwards, updatePipeline: true } as const;
        const row = await conversations.findOneAndUpdate(which, [{ $set: update }], options);
        if (!row?.was) return null;
        const after = toConversation(row);
        const dueCount = after.dueCount - (mark ? 1 : 0);
        return { before: { ...after, ...row.was, fence: after.fence - 1, dueCount }, after };
      } catch (error) {
        // The visitor has another open conversation: this one cannot be opened again.
        if (takenKeyOf(error)) return null;
        throw error;
      }
    },
    async changeOwner(tenantId, conversationId, owner) {
      const update = { $set: { owner: jsonCopy(owner), ownerId: owner?.id ?? null } };
      return orNull(await conversations.findOneAndUpdate({ _id: conversationId, tenantId }, update, afterwards));
    },
    async changeBoard(tenantId, conversationId, change, addUnread = 0) {
      const { unread, ...rest } = jsonCopy(change);
      const set = Object.fromEntries(Object.entries(rest).map(([field, value]) => [`board.${field}`, value]));
      const update =
        unread === undefined
          ? { $set: set, $inc: { 'board.unread': addUnread } }
          : { $set: { ...set, 'board.unread': unread + addUnread } };
      return orNull(await conversations.findOneAndUpdate({ _id: conversationId, tenantId }, update, afterwards));
    },

    async list(tenantId, { filter = {}, me, closed, limit, cursor }) {
      const below = cursor === undefined ? null : readCursor(cursor);
      const row = { tenantId, 'board.shown': true, ...(closed === undefined ? {} : { closed }) };
      const passing = passesOf(filter, me);
      if (!passing || limit < 1) return { items: [], nextCursor: null };

      const page = (which: QueryFilter<ConversationRow>) =>
        conversations.find(which).sort({ 'board.lastAt': -1, _id: -1 });
      // Where the search for a text stops, because the regular expression is tried on each row above it.
      const end =
        filter.text === undefined
          ? null
          : await page(range(row, below, null))
              .skip(textScan)
              .limit(1)
              .lean();
      const lowest = end?.[0] ? cursorAt(end[0]) : null;
      const rows = await page({ ...range(row, below, lowest), ...passing })
        .limit(limit + 1)
        .lean();
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      const next = rows.length > limit && last ? cursorAt(last) : lowest;
      return { items: items.map(toConversation), nextCursor: next && writeCursor(next) };
    },
    async listOfLead(tenantId, leadId, limit) {
      const found = conversations.find({ tenantId, leadId }).sort({ createdAt: -1, _id: -1 });
      return (await found.limit(limit).lean()).map(toConversation);
    },
  });
}

const cursorAt = (row: ConversationRow): BoardCursor => ({ lastAt: row.board.lastAt, id: row._id });

/** Rows strictly below one cursor, down to another inclusively. The plain range serves the index, `$and` settles equal times. */
function range(row: object, below: BoardCursor | null, lowest: BoardCursor | null): QueryFilter<ConversationRow> {
  const sides = [...(below ? [beyond('$lt', '$lt', below)] : []), ...(lowest ? [beyond('$gt', '$gte', lowest)] : [])];
  const lastAt = { ...(below ? { $lte: below.lastAt } : {}), ...(lowest ? { $gte: lowest.lastAt } : {}) };
  return { ...row, ...(sides.length > 0 ? { 'board.lastAt': trusted(lastAt), $and: sides } : {}) };
}

const beyond = (time: '$lt' | '$gt', id: '$lt' | '$gte', { lastAt, id: at }: BoardCursor) => ({
  $or: [{ 'board.lastAt': trusted({ [time]: lastAt }) }, { 'board.lastAt': lastAt, _id: trusted({ [id]: at }) }],
});

/** What the filter asks of a row; null when nothing can pass. */
function passesOf(filter: BoardFilter, me: string | undefined): Record<string, unknown> | null {
  if (filter.mine && (me === undefined || filter.unassigned)) return null;
  const needle =
    filter.text === undefined
      ? null
      : trusted({ $regex: filter.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), $options: 'i' });
  return {
    ...(filter.mine ? { ownerId: me } : {}),
    ...(filter.unassigned ? { ownerId: null } : {}),
    ...(filter.mode ? { mode: filter.mode } : {}),
    ...(filter.temperature ? { 'board.temperature': filter.temperature } : {}),
    ...(needle ? { $or: [{ 'board.leadName': needle }, { 'board.lastText': needle }] } : {}),
  };
}
