import { z } from 'zod';
import { bot, channel, evidence, id, isoTime, mode, person, seq, temperature } from './values.ts';

/** The two logs of a conversation. Only `public` is ever shown to a visitor. */
export type LogKind = 'public' | 'internal';
export const logNameOf = (kind: LogKind, conversationId: string): string => `${kind}:${conversationId}`;
/** `public:abc` → `{kind: 'public', conversationId: 'abc'}`; null when it is no log's name. */
export function parseLogName(name: string): { kind: LogKind; conversationId: string } | null {
  const match = /^(public|internal):(.{1,64})$/.exec(name);
  return match ? { kind: match[1] as LogKind, conversationId: match[2] as string } : null;
}

export const actor = z.object({
  kind: z.enum(['visitor', 'lead', 'agent', 'supervisor', 'bot', 'system']),
  id: z.string(),
  name: z.string().optional(),
});
export type Actor = z.infer<typeof actor>;

export const cause = z.object({ principalId: z.string(), commandId: z.string() });
export type Cause = z.infer<typeof cause>;

export const choice = z.object({ id: z.string(), label: z.string() });
export type Choice = z.infer<typeof choice>;

/** What is known of one fact. `unknown` until said, `declined` when the person would not say. */
export const slot = z.object({
  value: z.unknown(),
  state: z.enum(['unknown', 'declined', 'answered']),
  confidence: z.number().nullable(),
  evidence: z.array(evidence),
  /** Known from an earlier conversation: which, and when it was said. */
  before: z.object({ conversationId: id, at: isoTime }).optional(),
});
export type Slot = z.infer<typeof slot>;

export const listingCard = z.object({
  listingId: id,
  title: z.string(),
  priceCents: z.number().int(),
  currency: z.string(),
  beds: z.number(),
  baths: z.number(),
  areaSqft: z.number(),
  url: z.string().optional(),
  address: z.string().optional(),
  attribution: z.string(),
});

/** The home that a showing is of. */
export const homeToShow = z.object({ listingId: id, title: z.string(), address: z.string().optional() });
export type HomeToShow = z.infer<typeof homeToShow>;

/** A call, or a showing of a home. */
const meeting = z.enum(['call', 'viewing']);

const offeredTime = z.object({ slotId: id, startsAt: isoTime, endsAt: isoTime, closesAt: isoTime.optional() });

const basis = z.enum(['rules', 'model']);
export type Basis = z.infer<typeof basis>;
export const basisSchema = basis;

/** Entry types a visitor may see, with their data. */
export const publicEntryData = {
  'message-created': z.object({
    messageId: id,
    text: z.string(),
    channel,
    language: z.string(),
    streamId: z.string().optional(),
    choices: z.array(choice).optional(),
    /** The quick reply that was pressed, when it was one. */
    choiceId: z.string().optional(),
    /** To staff only: numbers that say who somebody is stand as dots; the hub shows them to who asks, and notes who did. */
    masked: z.literal(true).optional(),
  }),
  'conversation-changed': z.object({
    mode,
    agentName: z.string().optional(),
    expectedAt: isoTime.optional(),
    reason: z.string().optional(),
  }),
  'participant-changed': z.object({ kind: z.string(), name: z.string().optional(), present: z.boolean() }),
  'listing-cards': z.object({ items: z.array(listingCard).max(6) }),
  'slots-offered': z.object({
    offerId: id,
    /** `closesAt`: until when it can be chosen; without it, until it begins. */
    slots: z.array(offeredTime.extend({ label: z.string() })).max(3),
    expiresAt: isoTime,
  }),
  'appointment-changed': z.object({
    appointmentId: id,
    state: z.enum(['held', 'booked', 'cancelled', 'failed']),
    startsAt: isoTime.optional(),
    endsAt: isoTime.optional(),
    kind: meeting.optional(),
    /** The person of the team it is with. */
    with: z.string().optional(),
    /** Whose clock it was agreed on by, such as `America/Chicago`. */
    zone: z.string().optional(),
    home: homeToShow.optional(),
  }),
  'message-retracted': z.object({ messageId: id, reason: z.string() }),
} as const;

export const urgency = z.enum(['low', 'medium', 'high', 'critical']);

/** Entry types for staff only, with their data. */
export const internalEntryData = {
  'bot-turn': z.object({
    turnNo: z.number().int(),
    bot,
    from: z.string(),
    to: z.string(),
    questionsAnswered: z.number().int(),
    nextQuestion: z.string().optional(),
    effects: z.array(z.string()),
  }),
  'qualification-changed': z.object({
    slots: z.record(z.string(), slot),
    answered: z.number().int(),
    total: z.number().int(),
    missing: z.array(z.string()),
    /** Set when a person corrected one slot by hand. */
    corrected: z.object({ slot: z.string(), value: z.unknown() }).optional(),
    /** Set when a model read slots beside the rules: their names. */
    read: z.array(z.string()).optional(),
  }),
  'score-changed': z.object({
    score: z.number().nullable(),
    display10: z.number().nullable(),
    temperature: temperature.nullable(),
    confidence: z.number().nullable(),
    basis: z.string(),
    calibrated: z.boolean(),
    components: z.record(z.string(), z.number().nullable()),
    reasons: z.array(z.string()),
    evidence: z.array(evidence),
    version: z.string(),
  }),
  'cue-created': z.object({
    cueId: id,
    kind: z.string(),
    ruleId: z.string(),
    text: z.string(),
    evidence: z.array(evidence),
    priority: z.number(),
    expiresAt: isoTime,
  }),
  'cue-answered': z.object({ cueId: id, action: z.string() }),
  'suggestion-created': z.object({
    suggestionId: id,
    streamId: id,
    say: z.string(),
    objection: z.string().optional(),
    reply: z.string().optional(),
    nextQuestion: z.string().optional(),
    urgency,
    strategy: z.string(),
    evidence: z.array(evidence),
    basis,
  }),
  'suggestion-answered': z.object({
    suggestionId: id,
    action: z.enum(['accepted', 'edited', 'dismissed', 'ignored']),
    editDistance: z.number().int().optional(),
  }),
  'answer-created': z.object({
    streamId: id,
    question: z.string(),
    text: z.string(),
    /** Words of the talk, a field of the home, or a fact of the shelf with where it comes from. */
    sources: z.array(
      z.union([
        evidence,
        z.object({ listingId: z.string(), field: z.string() }),
        z.object({ factId: z.string(), source: z.string() }),
      ]),
    ),
  }),
  'call-segment': z.object({
    callId: id,
    utteranceId: id,
    speaker: z.enum(['agent', 'lead']),
    text: z.string(),
    startMs: z.number(),
    endMs: z.number(),
    confidence: z.number().nullable(),
    language: z.string(),
  }),
  'whisper-created': z.object({ text: z.string(), to: z.enum(['agent', 'bot']), expiresAt: isoTime.optional() }),
  'note-created': z.object({
    text: z.string(),
    /** A reply of Jorge's that waits for a person's look, ready to be sent; `question`: what it leaves to be answered; `homes`: it would show some. */
    held: z.object({ text: z.string(), question: z.string().optional(), homes: z.literal(true).optional() }).optional(),
  }),
  'assignment-changed': z.object({
    owner: person.optional(),
    reason: z.string(),
    /** While nobody has it: to whom it is offered, and among whom was chosen. */
    offered: person.optional(),
    candidates: z.array(person.extend({ open: z.number().int(), capacity: z.number().int() })).optional(),
  }),
  'handoff-changed': z.object({
    handoffId: id,
    state: z.string(),
    from: z.string(),
    to: z.string(),
    reason: z.string(),
    urgency: z.string(),
  }),
  'policy-verdict': z.object({
    rule: z.string(),
    action: z.enum(['pass', 'flag', 'cut']),
    category: z.string(),
    packVersion: z.string(),
  }),
  /** What the calendar answered: no slots, nothing free. `fits`: as it was wished for. */
  'times-found': z.object({
    offerId: id,
    kind: meeting,
    wish: z.object({
      day: z.string().optional(),
      time: z.string().optional(),
      after: isoTime.optional(),
      before: isoTime.optional(),
    }),
    fits: z.boolean(),
    /** Nobody works on the day that was asked for. */
    closed: z.boolean().optional(),
    slots: z.array(offeredTime).max(3),
    expiresAt: isoTime,
    home: homeToShow.optional(),
  }),
  /** The visitor chose from an offer that no longer holds; `slotId`: the time has run out. */
  'offer-gone': z.object({ offerId: id, slotId: id.optional() }),
  'reminder-due': z.object({ appointmentId: id }),
  /** Nobody said anything for a month. */
  'quiet-noticed': z.object({ since: isoTime }),
  /** Nobody has looked at what was held back for so long that the visitor is told. */
  'review-overdue': z.object({ since: isoTime }),
  /** A card was made of what this visitor asked in vain. `question`: their words in short, absent where they must not be said again. */
  'question-answered': z.object({ cardId: id, question: z.string().optional(), words: z.string() }),
  'alert-raised': z.object({ alertId: id, kind: z.string(), reason: z.string(), priority: z.number() }),
  'alert-answered': z.object({ alertId: id, by: z.string() }),
} as const;

export const entryData = { ...publicEntryData, ...internalEntryData };
export type EntryType = keyof typeof entryData;
export type PublicEntryType = keyof typeof publicEntryData;
export type EntryData<T extends EntryType> = z.infer<(typeof entryData)[T]>;

export const logKindOf = (type: EntryType): LogKind => (type in publicEntryData ? 'public' : 'internal');

/** One numbered line of a log, as it reaches clients. */
export type Entry<T extends EntryType = EntryType> = {
  [K in T]: {
    v: 1;
    id: string;
    log: string;
    seq: number;
    type: K;
    at: string;
    conversationId: string;
    actor: Actor;
    cause?: Cause;
    data: EntryData<K>;
  };
}[T];

const envelope = {
  v: z.literal(1),
  id,
  log: z.string(),
  seq,
  at: isoTime,
  conversationId: id,
  actor,
  cause: cause.optional(),
};
/** The envelope alone: clients ignore types they do not know. */
export const entry = z
  .object({ ...envelope, type: z.string(), data: z.record(z.string(), z.unknown()) })
  .meta({ id: 'Entry' });
