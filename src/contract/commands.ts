import { z } from 'zod';
import { boardFilter, boardRow } from './board.ts';
import { entry } from './entries.ts';
import { runningStream, streamEnd } from './streams.ts';
import {
  bot,
  commandId,
  hold,
  id,
  isoTime,
  leadRef,
  limits,
  mode,
  person,
  personText,
  presenceStatus,
  seq,
} from './values.ts';

/** A command: what the client sends and what `data` of a good ack holds. A payload with a `commandId` changes something. */
export interface CommandSchema {
  payload: z.ZodType;
  data: z.ZodType;
}

const reason = personText();
const nothing = z.object({});
const streamRef = z.object({ streamId: id });
const seqRef = z.object({ seq });
const plainValue = z.union([z.null(), z.boolean(), z.number(), personText(500)]);
/** A name that no database reads as an operator or a path. */
const fieldName = z.string().regex(/^[A-Za-z]\w{0,39}$/);
const onConversation = { commandId, conversationId: id };

const sharedCommands = {
  'log-fetch': {
    payload: z.strictObject({ log: z.string().max(80), fromSeq: seq, toSeq: seq.optional() }),
    data: z.object({ entries: z.array(entry), head: seq }),
  },
  'stream-sync': {
    payload: z.strictObject({ streamId: id, attempt: z.number().int().min(1), length: z.number().int().min(0) }),
    data: z.object({
      attempt: z.number().int(),
      offset: z.number().int(),
      text: z.string(),
      state: z.enum(['open', 'ended']),
      end: streamEnd.optional(),
    }),
  },
  'auth-refresh': {
    payload: z.strictObject({ token: z.string().min(1).max(4096) }),
    data: z.object({ expiresAt: isoTime }),
  },
  'typing-set': { payload: z.strictObject({ conversationId: id.optional(), on: z.boolean() }), data: nothing },
  'read-mark': { payload: z.strictObject({ conversationId: id.optional(), seq }), data: nothing },
} as const satisfies Record<string, CommandSchema>;

export const widgetCommands = {
  ...sharedCommands,
  'chat-open': {
    payload: z.strictObject({ sinceSeq: seq.optional() }),
    data: z.object({ conversationId: id, head: seq, mode, streams: z.array(runningStream) }),
  },
  'chat-send': {
    payload: z.strictObject({ commandId, text: personText(), choiceId: id.optional() }),
    data: z.object({ conversationId: id, messageId: id, seq }),
  },
  'human-request': { payload: z.strictObject({ commandId, topic: personText().optional() }), data: seqRef },
  'slot-choose': { payload: z.strictObject({ commandId, offerId: id, slotId: id }), data: nothing },
  'chat-end': {
    payload: z.strictObject({
      commandId,
      rating: z.number().int().min(1).max(5).optional(),
      comment: personText().optional(),
    }),
    data: seqRef,
  },
} as const satisfies Record<string, CommandSchema>;

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
    }),
  },
  'conversation-leave': { payload: z.strictObject({ conversationId: id }), data: nothing },
  'message-send': {
    payload: z.strictObject({ ...onConversation, text: personText() }),
    data: z.object({ messageId: id, seq }),
  },
  'coach-start': { payload: z.strictObject({ ...onConversation, focus: personText().optional() }), data: streamRef },
  'qualify-start': { payload: z.strictObject(onConversation), data: streamRef },
  'ask-start': { payload: z.strictObject({ ...onConversation, question: personText() }), data: streamRef },
  'stream-stop': { payload: z.strictObject({ commandId, streamId: id }), data: nothing },
  'suggestion-answer': {
    payload: z.strictObject({ commandId, suggestionId: id, action: suggestionAction, text: personText().optional() }),
    data: seqRef,
  },
  'cue-answer': { payload: z.strictObject({ commandId, cueId: id, action: z.string().max(40) }), data: nothing },
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
  'appointment-cancel': { payload: z.strictObject({ ...onConversation, appointmentId: id }), data: seqRef },
  'note-add': { payload: z.strictObject({ ...onConversation, text: personText() }), data: seqRef },
  'conversation-assign': { payload: z.strictObject({ ...onConversation, to: id.nullable() }), data: seqRef },
  'conversation-snooze': { payload: z.strictObject({ ...onConversation, until: isoTime }), data: nothing },
  'conversation-close': { payload: z.strictObject({ ...onConversation, disposition: personText() }), data: seqRef },
  'handoff-request': { payload: z.strictObject({ ...onConversation, to: id, reason }), data: nothing },
  'call-attach': { payload: z.strictObject({ ...onConversation, callId: id, consent: z.unknown() }), data: nothing },
  'call-segment': {
    payload: z.strictObject({
      callId: id,
      utteranceId: id,
      seq,
      speaker: z.enum(['agent', 'lead']),
      text: personText(),
      startMs: z.number(),
      endMs: z.number(),
      confidence: z.number().nullable(),
      isFinal: z.boolean(),
      language: z.string().max(20),
    }),
    data: z.object({ lastSeq: seq }),
  },
  'call-end': { payload: z.strictObject({ commandId, callId: id, outcome: z.string().max(80) }), data: nothing },
  'presence-set': {
    payload: z.strictObject({
      status: presenceStatus,
      capacity: z.number().int().min(0).max(100),
    }),
    data: nothing,
  },
} as const satisfies Record<string, CommandSchema>;

export const supervisorCommands = {
  ...agentCommands,
  'monitor-start': {
    payload: z.strictObject({ ...onConversation, mode: z.enum(['silent', 'coach']), reason }),
    data: nothing,
  },
  'monitor-stop': { payload: z.strictObject(onConversation), data: nothing },
  'whisper-send': {
    payload: z.strictObject({
      ...onConversation,
      to: z.enum(['agent', 'bot']),
      text: personText(),
      expiresInMs: z.number().int().min(1000).max(86_400_000).optional(),
    }),
    data: seqRef,
  },
  'alert-answer': { payload: z.strictObject({ commandId, alertId: id }), data: nothing },
} as const satisfies Record<string, CommandSchema>;

export const namespaces = {
  '/widget': widgetCommands,
  '/agent': agentCommands,
  '/supervisor': supervisorCommands,
} as const;
export type Namespace = keyof typeof namespaces;
export type Commands<N extends Namespace = '/supervisor'> = (typeof namespaces)[N];
export type CommandName = keyof typeof supervisorCommands | keyof typeof widgetCommands;
export type AllCommands = typeof supervisorCommands & typeof widgetCommands;
export type Payload<C extends CommandName> = z.infer<AllCommands[C]['payload']>;
export type Answer<C extends CommandName> = z.infer<AllCommands[C]['data']>;

/** What the hub does not offer yet: answered with `NOT_CONFIGURED`, after the schema and the rights were checked. */
export const notOfferedYet: ReadonlySet<string> = new Set(['call-attach', 'call-segment', 'call-end', 'cue-answer']);

export const announcedLimits = {
  textChars: limits.textChars,
  frameBytes: limits.frameBytes,
  messagesPerMinute: limits.messagesPerMinute,
} as const;
