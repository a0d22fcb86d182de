import { z } from 'zod';
import { entry } from '../log/entry.ts';
import { slot } from '../log/parts.ts';
import { wants } from '../socket/board.ts';
import { tagLimits } from '../tagLimits.ts';
import { channel, evidence, id, isoTime, mode, owed, person, personText, temperature } from '../values.ts';
import { stage } from '../vocabulary.ts';
import { changedAnswer, since } from './changed.ts';

const channelName = z.enum(['call', 'text', 'email']);
const recordOfPerson = z.object({ at: isoTime, conversationId: id, said: z.string(), evidence });
/** Withdrawn, lifted or done: when, and by which words or by whom. */
const closed = z.object({ at: isoTime, by: z.string() }).optional();
/**
 * The profile of a lead; each field is a slot: its value with the words it came from. Records that turned out to be of one person
 * answer together, under the id of the oldest.
 */
export const leadAnswer = z
  .object({
    id,
    name: z.string().optional(),
    createdAt: isoTime,
    fields: z.record(z.string(), slot.extend({ conversationId: id })),
    /** Jorge's tags for them, such as `Warm-Seller`, the newest last. */
    tags: z.array(z.string()),
    conversations: z.array(
      z.object({
        conversationId: id,
        lastAt: isoTime,
        mode,
        /** Whether a word is owed, as on the board. */
        owed: owed.optional(),
        /** The home it was about, and their last words. */
        listingTitle: z.string().optional(),
        lastText: z.string().optional(),
      }),
    ),
    /** Their consents. `shown`: the words on their screen; absent where they asked for it of their own accord. */
    consents: z.array(
      recordOfPerson.extend({
        kind: channelName,
        to: z.string(),
        page: z.string().optional(),
        shown: z.object({ text: z.string(), evidence }).optional(),
        closed,
      }),
    ),
    /** Their refusals. Open ones hold for every record of the person. */
    suppressions: z.array(recordOfPerson.extend({ channels: z.array(channelName), reason: z.string(), closed })),
    /** Channels that are closed to them now. */
    suppressed: z.array(channelName),
    /** Wishes to have their data deleted, with the days by which to confirm and to answer. */
    deletionRequests: z.array(recordOfPerson.extend({ confirmBy: z.string(), answerBy: z.string(), closed })),
    /** The other records of this person, and by what they were recognised: `phone` and `email` were typed and prove nothing. */
    merged: z.array(
      z.object({
        id,
        name: z.string().optional(),
        createdAt: isoTime,
        into: id,
        by: z.enum(['identity', 'phone', 'email']),
        at: isoTime,
      }),
    ),
  })
  .meta({ id: 'Lead' });
export type LeadAnswer = z.infer<typeof leadAnswer>;

/** The events of a person's conversations, the newest first; `complete` false: there is more than is read. */
export const timelineAnswer = z.object({ items: z.array(entry), complete: z.boolean() });
export type TimelineAnswer = z.infer<typeof timelineAnswer>;

export const leadSorts = ['recent', 'score'] as const;
/** Homes that a person looked at, the newest first, at most 50. Title and price as they are now; absent where the hub has the home no more. */
export const viewedHome = z
  .object({
    listingId: id,
    title: z.string().optional(),
    priceCents: z.number().int().optional(),
    currency: z.string().optional(),
    /** How often they came to its page, once a visit; 0: they only pressed its card in the chat. */
    views: z.number().int(),
    firstAt: isoTime,
    lastAt: isoTime,
    /** When they last pressed its card, and when they last pressed on it that they want to see the home. */
    tappedAt: isoTime.optional(),
    likedAt: isoTime.optional(),
  })
  .meta({ id: 'ViewedHome' });
export type ViewedHomeAnswer = z.infer<typeof viewedHome>;
export const viewedHomesAnswer = z.object({ items: z.array(viewedHome) });

export const leadsQuery = z.strictObject({
  /** Words of a name, of what they want or of the home they asked about, or a whole phone number or email address. */
  q: personText(200).optional(),
  temperature: temperature.optional(),
  /** Nobody has written or called for so many days. */
  quietDays: z.coerce.number().int().min(1).max(365).optional(),
  /** Those whose newest conversation is assigned to the person who asks. */
  mine: z.literal('true').optional(),
  /** A tag of the brokerage's list, by its id: those who have it on one of their talks. */
  tag: id.optional(),
  /** `recent`: the one spoken with last first, also if it is left out. `score`: the highest first, those without one last. */
  sort: z.enum(leadSorts).optional(),
  since,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});
export type LeadsQuery = z.infer<typeof leadsQuery>;
/** One person, with how the talk stands that was spoken in last. Records of one person are one row, under the id of the oldest. */
export const leadRow = z
  .object({
    id,
    name: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
    /** Channels that are closed to them now. */
    suppressed: z.array(channelName),
    wants: wants.optional(),
    /** The talk that was spoken in last: its home, when it began, and its last word. */
    conversationId: id,
    channel,
    listingTitle: z.string().optional(),
    startedAt: isoTime.optional(),
    lastAt: isoTime,
    mode,
    stage,
    temperature: temperature.optional(),
    /** 0–100; absent where there is none, and where something presses them. */
    score: z.number().optional(),
    owner: person.optional(),
    /** The ids of the tags of their talks, those of the newest talk first; absent where there are none. */
    tags: z.array(id).max(tagLimits.each).optional(),
    /** How many talks there are of them, at most 50. */
    talks: z.number().int(),
  })
  .meta({ id: 'LeadRow' });
export type LeadRow = z.infer<typeof leadRow>;
/** A page may hold fewer than were asked for, even none, and yet have a `nextCursor`: it looks through so many talks and no more. */
export const leadsAnswer = z.object({ items: z.array(leadRow), nextCursor: z.string().optional() });
export const changedLeads = changedAnswer(leadRow);
export type LeadsAnswer = z.infer<typeof leadsAnswer>;
