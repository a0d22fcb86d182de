import { Schema } from 'mongoose';
import { storedStage } from '../../contract/vocabulary.ts';
import type { BoardFields, Conversation } from '../../features/conversations/model.ts';
import { waitFromFlags } from '../../features/conversations/owed.ts';
import { openKeyOf } from '../../features/conversations/rules.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { type ChangingRow, notesChanges } from './changedAt.ts';
import { modelOf, strictly } from './mongoStore.ts';

/**
 * A conversation, and what indexes need: plain fields, because SecantusDB reads by an equality prefix only and never by a
 * partial index. It also scans the collection in every findAndModify and gives a stale picture of the row before, so a
 * change here is an update by `_id` and a read.
 */
export interface ConversationRow
  extends Omit<Conversation, 'id' | 'language' | 'unansweredSince' | 'snoozedUntil' | 'wait' | 'review' | 'board'>,
    ChangingRow {
  _id: string;
  /** `unansweredSince`, `snoozedUntil` and `language` have their place here, where earlier versions read and write them. */
  board: BoardFields & { waitingSince: number | null; snoozedUntil: number | null; language: string; unread?: number };
  /** Absent on rows of the earlier versions. They are true only while `fence` is `owedFence`: an earlier version changes the mode without them. */
  wait?: Conversation['wait'];
  review?: Conversation['review'];
  owedFence?: number;
  openKey: string;
  closed: boolean;
  ownerId: string | null;
  /** The newest words that were marked as waiting, and up to where words are answered: so the marks may come in any order. Absent before the first. */
  wordsSeq?: number;
  wordsAt?: number;
  answeredSeq?: number;
}

const mixed = { type: Schema.Types.Mixed, default: null };
const text = { type: String, required: true };
const number = { type: Number, required: true };
const flag = { type: Boolean, required: true };
const board = new Schema<ConversationRow['board']>(
  {
    shown: flag,
    leadName: String,
    bot: String,
    // Empty on rows of an older build, which `required` would refuse.
    stage: String,
    score: Number,
    temperature: String,
    wants: mixed,
    tags: [String],
    tagsDecided: [String],
    priority: String,
    waitingSince: Number,
    // A count that earlier versions kept: read once, when the row is first built anew.
    unread: Number,
    through: Schema.Types.Mixed,
    migrated: Boolean,
    said: Number,
    speaks: String,
    over: Schema.Types.Mixed,
    onCallSince: Number,
    pressed: Boolean,
    read: Number,
    markedUnread: Boolean,
    vouchedName: String,
    lastText: String,
    lastAt: number,
    flags: [Schema.Types.Mixed],
    language: String,
    listingTitle: String,
    snoozedUntil: Number,
    visitorLeftAt: Number,
    followUpBy: Number,
    device: String,
    alerts: [Schema.Types.Mixed],
    lastLines: [Schema.Types.Mixed],
  },
  { ...strictly, _id: false },
);
const schema = new Schema<ConversationRow>(
  {
    _id: text,
    tenantId: text,
    visitorId: String,
    leadId: text,
    siteId: String,
    channel: text,
    createdAt: number,
    page: Schema.Types.Mixed,
    address: Schema.Types.Mixed,
    contact: String,
    sentSeq: Number,
    mode: text,
    fence: number,
    owner: mixed,
    wait: Schema.Types.Mixed,
    review: Schema.Types.Mixed,
    owedFence: Number,
    pausedUntil: Number,
    hold: mixed,
    offer: mixed,
    speakerBy: Schema.Types.Mixed,
    ownerBy: Schema.Types.Mixed,
    board,
    openKey: text,
    closed: flag,
    ownerId: String,
    wordsSeq: Number,
    wordsAt: Number,
    answeredSeq: Number,
    changedAt: Date,
  },
  strictly,
);
schema.index({ openKey: 1 }, { unique: true });
schema.index({ tenantId: 1, 'board.shown': 1, 'board.lastAt': -1 });
schema.index({ tenantId: 1, 'board.shown': 1, closed: 1, 'board.lastAt': -1 });
schema.index({ tenantId: 1, 'board.shown': 1, ownerId: 1, 'board.lastAt': -1 });
schema.index({ tenantId: 1, 'board.shown': 1, 'board.score': -1, _id: -1 });
schema.index({ tenantId: 1, 'board.shown': 1, 'board.tags': 1, 'board.lastAt': -1 });
schema.index({ tenantId: 1, 'board.shown': 1, 'board.tags': 1, 'board.score': -1, _id: -1 });
schema.index({ tenantId: 1, mode: 1, ownerId: 1 });
schema.index({ tenantId: 1, leadId: 1, createdAt: -1 });
schema.index({ tenantId: 1, leadId: 1, _id: 1 });
notesChanges(schema);

export const conversationModel = modelOf('conversations', schema);

export function toRow(conversation: Conversation): ConversationRow {
  const { id, language, unansweredSince, snoozedUntil, ...rest } = jsonCopy(conversation);
  return {
    _id: id,
    ...rest,
    board: { ...rest.board, waitingSince: unansweredSince, snoozedUntil, language },
    owedFence: rest.fence,
    openKey: openKeyOf(conversation),
    closed: rest.mode === 'closed',
    ownerId: rest.owner?.id ?? null,
  };
}

/** The fields that rows of earlier versions lack: until it is built anew from its logs, such a row shows what it showed. */
const before = ({ mode, board: { lastAt } }: ConversationRow, unread: number) => ({
  through: null,
  migrated: false,
  said: unread,
  read: 0,
  speaks: mode,
  over: {},
  onCallSince: null,
  pressed: false,
  wants: null,
  tags: [],
  tagsDecided: [],
  priority: 'normal' as const,
  vouchedName: null,
  alerts: [],
  lastLines: [],
  lastAt,
});

/** The fields that earlier versions kept there instead of jobs and of marks on entries. */
type OldTimes = Partial<
  Record<'paused' | 'waits' | 'judgeWaitAt' | 'listens' | 'quietAt' | 'due' | 'dueCount' | 'hasDue', unknown>
>;

export function toConversation(row: ConversationRow & OldTimes): Conversation {
  const {
    _id,
    openKey,
    closed,
    ownerId,
    owedFence,
    wordsSeq,
    wordsAt,
    answeredSeq,
    changedAt,
    paused,
    waits,
    judgeWaitAt,
    listens,
    quietAt,
    due,
    dueCount,
    hasDue,
    ...rest
  } = row;
  // Rows of the earlier versions lack these fields.
  const { hold = null, offer = null, wait = null, review = null } = rest;
  const { waitingSince: unansweredSince, snoozedUntil, language, unread = 0, ...fields } = rest.board;
  const owed =
    owedFence === row.fence
      ? { wait, review }
      : waitFromFlags({ mode: row.mode, unansweredSince }, fields.flags, fields.lastAt);
  return {
    id: _id,
    ...rest,
    language,
    unansweredSince,
    snoozedUntil,
    ...owed,
    hold,
    offer,
    board: { ...before(row, unread), ...fields, stage: storedStage(fields.stage) },
  };
}
