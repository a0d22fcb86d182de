import { z } from 'zod';
import { attachment } from '../files.ts';
import { fact } from '../readings.ts';
import { changeReason } from '../teamVocabulary.ts';
import { channel, id, isoTime, mode, owed } from '../values.ts';
import { choice, homeToShow, listingCard, meeting, offeredTime } from './parts.ts';

/** As many facts as a reader looks through. */
export const mostSources = 12;
/** A fact behind a message: clients show it on request, never as a sentence of the conversation. */
const source = z.object({
  factId: fact.shape.id,
  words: fact.shape.words,
  source: fact.shape.source.optional(),
  /** Since when it holds. */
  date: fact.shape.asOf,
});
export type MessageSource = z.infer<typeof source>;

/** Entry types a visitor may see, with their data. */
export const publicEntryData = {
  'message-created': z.object({
    messageId: id,
    text: z.string(),
    channel,
    language: z.string(),
    /** Photos and documents; `text` may be empty then. */
    attachments: z.array(attachment).optional(),
    streamId: z.string().optional(),
    choices: z.array(choice).optional(),
    /** The quick reply that was pressed, when it was one. */
    choiceId: z.string().optional(),
    /** Of a bot's message: the facts behind its sentences. */
    sources: z.array(source).max(mostSources).optional(),
    /** To staff only: identity numbers are dots; the hub reveals them on request and records by whom. */
    masked: z.literal(true).optional(),
  }),
  'conversation-changed': z.object({
    mode,
    agentName: z.string().optional(),
    expectedAt: isoTime.optional(),
    reason: changeReason.optional(),
    /** In mode `waiting`: whether anybody owes a word. Absent in lines of builds that did not keep it. */
    owed: owed.shape.kind.optional(),
  }),
  'participant-changed': z.object({ kind: z.string(), name: z.string().optional(), present: z.boolean() }),
  'listing-cards': z.object({ items: z.array(listingCard).max(6) }),
  'slots-offered': z.object({
    offerId: id,
    /** `closesAt`: until when it can be chosen; without it, until it begins. */
    slots: z.array(offeredTime.extend({ label: z.string() })).max(3),
    /** The zone by whose clock the times are meant, such as `America/Chicago`. */
    zone: z.string().optional(),
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
    /** The zone by whose clock it was agreed on, such as `America/Chicago`. */
    zone: z.string().optional(),
    home: homeToShow.optional(),
    /** Of one that was moved: the time that it had before. */
    movedFrom: isoTime.optional(),
  }),
  'message-retracted': z.object({ messageId: id, reason: z.string() }),
} as const;
