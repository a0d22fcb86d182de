import { z } from 'zod';
import { appointmentNoteChars, appointmentOutcomes } from '../appointmentLimits.ts';
import { cueAction } from '../cues.ts';
import { meeting } from '../log/parts.ts';
import { mentionsPerNote } from '../mentionLimits.ts';
import { tagLimits } from '../tagLimits.ts';
import { taskChars } from '../taskLimits.ts';
import {
  bot,
  commandId,
  hold,
  id,
  isoTime,
  leadRef,
  mode,
  person,
  personText,
  presenceStatus,
  priority,
  seq,
} from '../values.ts';
import { boardFilter, boardRow } from './board.ts';
import { callCommands } from './callCommands.ts';
import {
  type CommandSchema,
  messageWords,
  nothing,
  onConversation,
  reason,
  saysSomething,
  seqRef,
  sharedCommands,
  streamRef,
} from './sharedCommands.ts';
import { runningStream } from './streams.ts';

const plainValue = z.union([z.null(), z.boolean(), z.number(), personText(500)]);
/** A name that no database reads as an operator or a path. */
const fieldName = z.string().regex(/^[A-Za-z]\w{0,39}$/);
const tagIds = z.array(id).max(tagLimits.each);
const mentions = z.array(id).max(mentionsPerNote);
const suggestionAction = z.enum(['accepted', 'edited', 'dismissed', 'ignored']);
export const agentCommands = {
  ...sharedCommands,
  'board-watch': {
    payload: z.strictObject({ filter: boardFilter.optional(), limit: z.number().int().min(1).max(500).optional() }),
    data: z.object({ rows: z.array(boardRow) }),
  },
  'conversation-open': {
    payload: z.strictObject({ conversationId: id, publicSeq: seq.optional(), internalSeq: seq.optional() }),
    data: z.object({
      publicHead: seq,
      internalHead: seq,
      mode,
      owner: person.optional(),
      bot: bot.optional(),
      lead: leadRef,
      /** The home of the page where the talk began, as the page named it. */
      listingId: id.optional(),
      hold: hold.optional(),
      streams: z.array(runningStream),
      /** Whether `translate-start` has a model to write with. */
      translates: z.boolean(),
    }),
  },
  'conversation-leave': { payload: z.strictObject({ conversationId: id }), data: nothing },
  'message-send': {
    payload: z.strictObject({ ...onConversation, ...messageWords }).refine(saysSomething, { path: ['text'] }),
    data: z.object({ messageId: id, seq }),
  },
  'message-schedule': {
    payload: z.strictObject({ ...onConversation, text: personText(), at: isoTime }),
    data: z.object({ scheduledId: id, seq }),
  },
  'message-unschedule': { payload: z.strictObject({ ...onConversation, scheduledId: id }), data: seqRef },
  'coach-start': { payload: z.strictObject({ ...onConversation, focus: personText().optional() }), data: streamRef },
  'qualify-start': { payload: z.strictObject(onConversation), data: streamRef },
  'ask-start': { payload: z.strictObject({ ...onConversation, question: personText() }), data: streamRef },
  'translate-start': { payload: z.strictObject({ ...onConversation, seq }), data: streamRef },
  'stream-stop': { payload: z.strictObject({ commandId, streamId: id }), data: nothing },
  'suggestion-answer': {
    payload: z.strictObject({ commandId, suggestionId: id, action: suggestionAction, text: personText().optional() }),
    data: seqRef,
  },
  'suggestion-seen': { payload: z.strictObject({ suggestionId: id }), data: nothing },
  'cue-answer': { payload: z.strictObject({ commandId, cueId: id, action: cueAction }), data: nothing },
  'takeover-start': { payload: z.strictObject({ ...onConversation, reason: reason.optional() }), data: seqRef },
  'takeover-end': { payload: z.strictObject(onConversation), data: seqRef },
  'bot-pause': {
    payload: z.strictObject({ ...onConversation, minutes: z.number().int().min(1).max(1440).optional() }),
    data: seqRef,
  },
  'bot-resume': { payload: z.strictObject(onConversation), data: seqRef },
  'slot-correct': {
    payload: z.strictObject({
      ...onConversation,
      slot: z.string().min(1).max(40),
      value: z.union([plainValue, z.record(fieldName, plainValue)]),
    }),
    data: seqRef,
  },
  'appointment-book': {
    payload: z.strictObject({
      ...onConversation,
      kind: meeting,
      startsAt: isoTime,
      /** The person it is with; if left out, anybody who is free then. */
      with: id.optional(),
      listingId: id.optional(),
    }),
    data: z.object({ appointmentId: id, seq }),
  },
  'appointment-move': {
    payload: z.strictObject({ ...onConversation, appointmentId: id, startsAt: isoTime, with: id.optional() }),
    data: z.object({ appointmentId: id, seq }),
  },
  'appointment-cancel': { payload: z.strictObject({ ...onConversation, appointmentId: id }), data: seqRef },
  'appointment-note': {
    payload: z.strictObject({
      ...onConversation,
      appointmentId: id,
      outcome: z.enum(appointmentOutcomes).optional(),
      /** Empty: none anymore. */
      note: z.string().trim().max(appointmentNoteChars).optional(),
    }),
    data: seqRef,
  },
  'task-add': {
    payload: z.strictObject({
      ...onConversation,
      text: personText(taskChars),
      dueAt: isoTime,
      /** The person who has to do it; the author if left out. */
      userId: id.optional(),
    }),
    data: z.object({ taskId: id, seq }),
  },
  'task-change': {
    payload: z.strictObject({
      ...onConversation,
      taskId: id,
      text: personText(taskChars).optional(),
      dueAt: isoTime.optional(),
      userId: id.optional(),
      done: z.boolean().optional(),
    }),
    data: seqRef,
  },
  'note-add': {
    payload: z.strictObject({ ...onConversation, text: personText(), mentions: mentions.optional() }),
    data: seqRef,
  },
  'note-change': {
    payload: z
      .strictObject({
        ...onConversation,
        seq,
        text: personText().optional(),
        mentions: mentions.optional(),
        pinned: z.boolean().optional(),
      })
      .refine(({ text, pinned }) => text !== undefined || pinned !== undefined)
      .refine(({ text, mentions }) => text !== undefined || mentions === undefined),
    data: seqRef,
  },
  'conversation-assign': { payload: z.strictObject({ ...onConversation, to: id.nullable() }), data: seqRef },
  'conversation-snooze': { payload: z.strictObject({ ...onConversation, until: isoTime }), data: nothing },
  /** `tags`: those that it has then. */
  'conversation-tag': {
    payload: z.strictObject({ ...onConversation, add: tagIds, remove: tagIds }),
    data: z.object({ tags: z.array(id) }),
  },
  'conversation-prioritise': { payload: z.strictObject({ ...onConversation, priority }), data: nothing },
  'conversation-unread': { payload: z.strictObject(onConversation), data: nothing },
  'conversation-close': { payload: z.strictObject({ ...onConversation, disposition: personText() }), data: seqRef },
  'handoff-request': { payload: z.strictObject({ ...onConversation, to: id, reason }), data: nothing },
  ...callCommands,
  'presence-set': {
    payload: z.strictObject({
      status: presenceStatus,
      capacity: z.number().int().min(0).max(100),
    }),
    data: nothing,
  },
} as const satisfies Record<string, CommandSchema>;
