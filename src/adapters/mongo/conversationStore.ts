import { type Connection, trusted, type UpdateQuery } from 'mongoose';
import type { Mode } from '../../contract/values.ts';
import { type BoardCursor, isBelow, readCursor, writeCursor } from '../../features/conversations/board/boardCursor.ts';
import { isErased } from '../../features/conversations/log/withoutWords.ts';
import type { Conversation } from '../../features/conversations/model.ts';
import { type ConversationStores, idsPage } from '../../features/conversations/ports.ts';
import {
  allows,
  allowsOffer,
  erasedBoard,
  openKeyOf,
  ownedBy,
  passesBoard,
  scoreOf,
  spokenBy,
} from '../../features/conversations/rules.ts';
import { farther } from '../../kernel/farther.ts';
import { HubError } from '../../kernel/hubError.ts';
import { createInTurn } from '../../kernel/inTurn.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { type RowUpdate, updateEach } from './bulkWrites.ts';
import { readChangedRows, stamped } from './changedAt.ts';
import { type ConversationRow, conversationModel, toConversation, toRow } from './conversationRow.ts';
import { findsById } from './findsById.ts';
import { findsByOwner } from './findsByOwner.ts';
import { gather } from './gather.ts';
import { guarded, inserted, takenKeyOf } from './mongoStore.ts';

const modes = ['bot', 'waiting', 'human'] as const satisfies readonly Mode[];
/** One page of the board looks at so many rows: a filter that few pass gets a short page and a cursor to go on. */
const mostScanned = 1_000;
const hourMs = 3_600_000;
/** Rows are written a moment behind, and so is whether words wait: those of many conversations share a command. */
const lingerMs = 5;
/**
 * How far a page looks back at first. Then, as a page by score, as far as it takes by what it found: SecantusDB reads all that a
 * query's range holds, whatever its limit.
 */
const firstLookBackMs = 6 * hourMs;
/** Past it a page looks back to the beginning. */
const farLookBackMs = 1_536 * hourMs;
const highestScore = 100;
const belowScores = -0.01;

/**
 * One conversation of a tenant, to be written. With the tenant as a plain value SecantusDB takes an index of the tenant beside the id,
 * three times as dear.
 */
const oneOf = (tenantId: string, id: string) => ({ _id: id, tenantId: trusted({ $not: { $ne: tenantId } }) });

const waitingSince = { $ifNull: ['$board.waitingSince', null] };
const wordsSeq = { $ifNull: ['$wordsSeq', 0] };
const answeredSeq = { $ifNull: ['$answeredSeq', 0] };

const inBoard = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(jsonCopy(fields)).map(([field, value]) => [`board.${field}`, value]));

export function createMongoConversationStore(connection: Connection): ConversationStores {
  const conversations = conversationModel(connection);
  const findRow = findsById<ConversationRow>(conversations);
  const rowsOfLead = findsByOwner<ConversationRow>(conversations, 'leadId', {
    ownerOf: ({ leadId }) => leadId,
    compare: (one, other) => other.createdAt - one.createdAt || (one._id < other._id ? 1 : -1),
    alone: ({ tenantId, id: leadId, limit }) =>
      conversations.find({ tenantId, leadId }).sort({ createdAt: -1, _id: -1 }).limit(limit).lean<ConversationRow[]>(),
  });
  // Past the model, which stamps other updates.
  const stampedOf = (updates: readonly RowUpdate[]): RowUpdate[] =>
    updates.map((one) => ({ ...one, update: stamped(one.update) }));
  const updateRow = gather<RowUpdate, boolean>(
    (updates) => updateEach(connection, 'conversations', stampedOf(updates)),
    { charsOf: ({ update }) => JSON.stringify(update).length, lingerMs },
  );

  async function find(tenantId: string, conversationId: string): Promise<Conversation | null> {
    // By the id alone: with the tenant in the question SecantusDB takes an index of the tenant, three times as slow.
    const row = await findRow(conversationId);
    return row?.tenantId === tenantId ? toConversation(row) : null;
  }
  async function change(tenantId: string, id: string, update: UpdateQuery<ConversationRow>, only: object = {}) {
    const { matchedCount } = await conversations.updateOne({ ...oneOf(tenantId, id), ...only }, update);
    return matchedCount === 1 ? find(tenantId, id) : null;
  }

  const openFor: ConversationStores['openFor'] = async (seed) => {
    const openKey = openKeyOf(seed);
    // Again only when the one that was in the way has been closed meanwhile.
    for (let round = 0; round < 5; round++) {
      const open = await conversations.findOne({ openKey }).lean<ConversationRow>();
      if (open) return { conversation: toConversation(open), created: false };
      const row = toRow(seed);
      if (await inserted(() => conversations.create(row))) return { conversation: toConversation(row), created: true };
    }
    throw new HubError('CONFLICT');
  };
  const changeSpeaker: ConversationStores['changeSpeaker'] = async (tenantId, conversationId, change, only) => {
    // Again only when somebody else changed it between the read and the write.
    for (let round = 0; round < 100; round++) {
      const before = await find(tenantId, conversationId);
      if (!before || !allows(only, before)) return null;
      const after = spokenBy(before, jsonCopy(change));
      const { _id, mode, owner, ownerId, pausedUntil, hold, offer, speakerBy, closed, openKey, fence, ...rest } =
        toRow(after);
      const asRead = { fence: before.fence, ownerId: before.owner?.id ?? null };
      const owed = { wait: rest.wait, review: rest.review, owedFence: fence };
      const since = after.unansweredSince;
      const waiting = since === before.unansweredSince ? {} : { 'board.waitingSince': since };
      const speaker = { mode, owner, ownerId, pausedUntil, hold, offer, speakerBy, closed, openKey, fence };
      const update = { $set: { ...speaker, ...owed, ...waiting } };
      try {
        const { matchedCount } = await conversations.updateOne({ ...oneOf(tenantId, _id), ...asRead }, update);
        if (matchedCount === 1) return { before, after };
      } catch (error) {
        // The visitor has another open conversation: this one cannot be opened again.
        if (takenKeyOf(error)) return null;
        throw error;
      }
    }
    throw new HubError('CONFLICT');
  };
  const changeOwner: ConversationStores['changeOwner'] = async (tenantId, conversationId, given, only) => {
    // Again only when somebody else changed it between the read and the write.
    for (let round = 0; round < 100; round++) {
      const before = await find(tenantId, conversationId);
      if (!before || !allows(only, before)) return null;
      const { owner, offer, ownerBy } = ownedBy(before, jsonCopy(given));
      const { matchedCount } = await conversations.updateOne(
        { ...oneOf(tenantId, conversationId), fence: before.fence, ownerId: before.owner?.id ?? null },
        { $set: { owner, ownerId: owner?.id ?? null, offer, ownerBy } },
      );
      if (matchedCount === 1) return find(tenantId, conversationId);
    }
    throw new HubError('CONFLICT');
  };

  const store = guarded<ConversationStores>({
    find,
    openFor,
    changeSpeaker,
    changeOwner,
    async findOpen(tenantId, writerId) {
      const row = await conversations.findOne({ openKey: `${tenantId}:${writerId}` }).lean<ConversationRow>();
      return row && toConversation(row);
    },

    // Pipelines, so that the database computes from what stands there, in one write.
    async awaitAnswer(tenantId, conversationId, { seq, at }) {
      const isAnswered = { $gte: [answeredSeq, seq] };
      const set = {
        'board.waitingSince': { $cond: [isAnswered, waitingSince, { $ifNull: ['$board.waitingSince', at] }] },
        'board.snoozedUntil': { $cond: [isAnswered, { $ifNull: ['$board.snoozedUntil', null] }, null] },
        wordsAt: { $cond: [{ $gt: [seq, wordsSeq] }, at, '$wordsAt'] },
        wordsSeq: { $max: [wordsSeq, seq] },
      };
      await updateRow({ filter: oneOf(tenantId, conversationId), update: [{ $set: set }], isAsked: false });
    },
    async settleAnswer(tenantId, conversationId, through) {
      const answered = { $max: [answeredSeq, through] };
      const rest = { $max: ['$board.waitingSince', '$wordsAt'] };
      const isOver = { $or: [{ $lte: [wordsSeq, answered] }, { $eq: [waitingSince, null] }] };
      const set = { 'board.waitingSince': { $cond: [isOver, null, rest] }, answeredSeq: answered };
      await updateRow({ filter: oneOf(tenantId, conversationId), update: [{ $set: set }], isAsked: false });
    },
    async putAside(tenantId, conversationId, until) {
      await conversations.updateOne(oneOf(tenantId, conversationId), { $set: { 'board.snoozedUntil': until } });
    },
    async changeOffer(tenantId, conversationId, offer, from) {
      const before = await find(tenantId, conversationId);
      if (!before || !allowsOffer(before, from)) return null;
      const asRead =
        from === null
          ? { offer: null }
          : { 'offer.to.id': from.to.id, 'offer.until': from.until, 'offer.missed': from.missed };
      const { matchedCount } = await conversations.updateOne(
        { ...oneOf(tenantId, conversationId), mode: 'waiting', ownerId: null, fence: before.fence, ...asRead },
        { $set: { offer: jsonCopy(offer) } },
      );
      return matchedCount === 1 ? find(tenantId, conversationId) : null;
    },
    changeHold(tenantId, conversationId, hold) {
      return change(tenantId, conversationId, { $set: { hold: jsonCopy(hold) } });
    },
    async writeRow(tenantId, conversationId, row) {
      const { through } = row;
      const which = { ...oneOf(tenantId, conversationId), 'page.url': trusted({ $ne: '' }) };
      const set = inBoard(row);
      const upTo = (seq: number) => trusted({ $lte: seq });
      const behind = {
        'board.through.public': upTo(through?.public ?? 0),
        'board.through.internal': upTo(through?.internal ?? 0),
      };
      if (await updateRow({ filter: { ...which, ...behind }, update: { $set: set }, isAsked: true })) return true;
      // Only rows of versions before have none.
      const first = { ...which, 'board.through': null };
      return (await conversations.updateOne(first, { $set: set })).matchedCount === 1;
    },
    markRow(tenantId, conversationId, { read, ...marks }) {
      const update = { $set: inBoard(marks), ...(read === undefined ? {} : { $max: { 'board.read': read } }) };
      return change(tenantId, conversationId, update);
    },

    async list(tenantId, query) {
      const { filter = {}, me, closed, limit, now } = query;
      const below = query.cursor === undefined ? null : readCursor(query.cursor);
      const owner = filter.mine ? { ownerId: me ?? '' } : filter.unassigned ? { ownerId: null } : null;
      // Exactly the fields of one index: with one more, SecantusDB would not use it.
      const tagged = query.tag === undefined ? owner : { 'board.tags': query.tag };
      const row = { tenantId, 'board.shown': true, ...(tagged ?? (closed === undefined ? {} : { closed })) };
      const items: Conversation[] = [];
      if (limit < 1) return { items, nextCursor: null };
      let scanned = 0;
      let last: BoardCursor | null = below;
      let upTo: number | null = null;
      const bottom = query.since ?? Number.NEGATIVE_INFINITY;
      for (let lookBack = firstLookBackMs; upTo !== bottom; ) {
        const from: number = Math.max((below?.lastAt ?? now) - lookBack, bottom);
        const range = {
          $gte: from,
          ...(upTo === null ? (below ? { $lte: below.lastAt } : {}) : { $lt: upTo }),
        };
        upTo = from;
        const found = conversations
          .find({ ...row, 'board.lastAt': trusted(range) })
          .sort({ 'board.lastAt': -1, _id: -1 })
          .batchSize(mostScanned + 1);
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
        lookBack =
          lookBack >= farLookBackMs
            ? Number.POSITIVE_INFINITY
            : Math.min(
                farther(lookBack, { found: items.length, wanted: limit + 1 }),
                farther(lookBack, { found: scanned, wanted: mostScanned + 1 }),
              );
      }
      return { items, nextCursor: null };
    },
    async listByScore(tenantId, { limit, below, tag }) {
      const row = { tenantId, 'board.shown': true, ...(tag === undefined ? {} : { 'board.tags': tag }) };
      const read = (which: object, most: number) =>
        conversations
          .find({ ...row, ...which })
          .sort({ 'board.score': -1, _id: -1 })
          .limit(most)
          .lean<ConversationRow[]>();
      const most = limit + 1;
      // Two questions, each a range of the index: whoever has the same score, then whoever has less.
      const rows = below ? await read({ 'board.score': below.score, _id: trusted({ $lt: below.id }) }, most) : [];
      let upTo: object = below ? { $lt: below.score } : {};
      let floor = Number.POSITIVE_INFINITY;
      for (let lookDown = 1; rows.length < most && floor > belowScores; ) {
        // No score (they are tenths), because SecantusDB misses those at the edge.
        floor = Math.max(belowScores, Math.floor((below?.score ?? highestScore) - lookDown) - 0.01);
        rows.push(...(await read({ 'board.score': trusted({ $gte: floor, ...upTo }) }, most - rows.length)));
        upTo = { $lt: floor };
        lookDown = Math.max(lookDown + 1, farther(lookDown, { found: rows.length, wanted: most }));
      }
      const page = rows.slice(0, limit).map(toConversation);
      const last = page.at(-1);
      return {
        items: page.filter((one) => scoreOf(one) !== null && !isErased(one)),
        next: rows.length > limit && last ? { score: last.board.score ?? 0, id: last.id } : null,
      };
    },
    async changedAfter(tenantId, after, limit) {
      const page = await readChangedRows<ConversationRow>(connection, conversations, tenantId, { after, limit });
      return { ...page, items: page.items.map(({ row, ...place }) => ({ ...place, row: toConversation(row) })) };
    },
    async erasePage(tenantId, conversationId) {
      const found = await find(tenantId, conversationId);
      if (found === null) return;
      const board = { ...inBoard(erasedBoard(found.board)), 'board.unread': 0, 'board.snoozedUntil': null };
      await conversations.updateOne(oneOf(tenantId, conversationId), {
        $set: { page: { url: '' }, address: null, contact: null, speakerBy: null, ownerBy: null, ...board },
      });
    },
    async changeLanguage(tenantId, conversationId, language) {
      await conversations.updateOne(oneOf(tenantId, conversationId), { $set: { 'board.language': language } });
    },
    async noteSent(tenantId, conversationId, seq) {
      await conversations.updateOne({ _id: conversationId, tenantId }, { $max: { sentSeq: seq } });
    },
    async changeAddress(tenantId, conversationId, address) {
      await conversations.updateOne(oneOf(tenantId, conversationId), { $set: { address } });
    },
    async listOwned(tenantId, ownerId, limit) {
      // One question for each mode: exactly the fields of the index.
      const lists = modes.map((mode) => conversations.find({ tenantId, mode, ownerId }).limit(limit));
      const found = await Promise.all(lists.map((list) => list.lean<ConversationRow[]>()));
      return found.flat().slice(0, limit).map(toConversation);
    },
    async listUnowned(tenantId, limit) {
      const found = conversations.find({ tenantId, mode: 'waiting', ownerId: null });
      return (await found.limit(limit).lean<ConversationRow[]>()).map(toConversation);
    },
    async page(limit, after = '') {
      const found = conversations.find({ _id: trusted({ $gt: after }) }).sort({ _id: 1 });
      return (await found.limit(limit).lean<ConversationRow[]>()).map(toConversation);
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
      return (await rowsOfLead({ tenantId, id: leadId, limit })).map(toConversation);
    },
  });
  // Rivals in this process wait for each other: only those of other nodes collide, and of fifty at once none tries fifty times.
  const inTurn = createInTurn();
  return {
    ...store,
    openFor: (seed) => inTurn(openKeyOf(seed), () => store.openFor(seed)),
    changeSpeaker: (tenantId, id, ...change) => inTurn(id, () => store.changeSpeaker(tenantId, id, ...change)),
    changeOwner: (tenantId, id, ...change) => inTurn(id, () => store.changeOwner(tenantId, id, ...change)),
  };
}
