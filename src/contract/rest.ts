import { z } from 'zod';
import { boardRow } from './board.ts';
import { entry, internalEntryData, slot } from './entries.ts';
import { widgetTheme } from './settings.ts';
import { bot, evidence, hourCycle, id, isoTime, leadRef, mode, modes, person, role, seq } from './values.ts';

export const loginRequest = z.strictObject({ email: z.string().min(3).max(254), password: z.string().min(1).max(256) });
export const refreshRequest = z.strictObject({ refreshToken: z.string().min(1).max(512) });
export const loginAnswer = z
  .object({
    accessToken: z.string(),
    refreshToken: z.string(),
    expiresInSeconds: z.number().int(),
    /** `hourCycle`: how a clock is read where the brokerage is. */
    user: z.object({ id, name: z.string(), role, hourCycle }),
  })
  .meta({ id: 'Login' });
export type LoginAnswer = z.infer<typeof loginAnswer>;

export const widgetSessionRequest = z.strictObject({
  siteKey: z.string().min(1).max(64),
  visitorToken: z.string().min(1).max(2048).optional(),
  page: z.strictObject({
    url: z.string().min(1).max(2048),
    title: z.string().max(300).optional(),
    listingId: id.optional(),
  }),
  locale: z.string().max(35).optional(),
  identityToken: z.string().min(1).max(4096).optional(),
  /** The session's own token while it is good: whom the site vouched for goes on by it without another proof. */
  token: z.string().min(1).max(4096).optional(),
});
export type WidgetSessionRequest = z.infer<typeof widgetSessionRequest>;
export const widgetSessionEnd = z.strictObject({
  siteKey: z.string().min(1).max(64),
  visitorToken: z.string().min(1).max(2048),
});
export const widgetSessionAnswer = z
  .object({
    token: z.string(),
    visitorId: id,
    visitorToken: z.string(),
    expiresInSeconds: z.number().int(),
    conversationId: id.optional(),
    /** The home of the page, where the hub knows it: for the widget's head. */
    listing: z
      .object({ listingId: id, title: z.string(), priceCents: z.number().int(), currency: z.string() })
      .optional(),
    brokerage: z.string(),
    /** How a clock is read where the brokerage is. */
    hourCycle,
    /** The tenant's own look and first words, where it has set them. */
    theme: widgetTheme.optional(),
    greeting: z.string().optional(),
    /** Link of the Texas notice "Information About Brokerage Services", where the brokerage owes one. */
    brokerageServicesUrl: z.string().optional(),
  })
  .meta({ id: 'WidgetSession' });
/** What a page's launcher wears before there is a session. */
export const widgetLookQuery = z.strictObject({ siteKey: z.string().min(1).max(64) });
export const widgetLookAnswer = z.object({ theme: widgetTheme.optional() }).meta({ id: 'WidgetLook' });
export type WidgetLookAnswer = z.infer<typeof widgetLookAnswer>;
export type WidgetSessionAnswer = z.infer<typeof widgetSessionAnswer>;

export const conversationsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
  /** `open`: every mode but `closed`. */
  state: z.enum(['open', ...modes]).optional(),
});
export const conversationsAnswer = z.object({ items: z.array(boardRow), nextCursor: z.string().optional() });

export const conversationAnswer = z.object({
  conversationId: id,
  publicHead: seq,
  internalHead: seq,
  mode,
  owner: person.optional(),
  bot: bot.optional(),
  lead: leadRef,
  qualification: internalEntryData['qualification-changed'].nullable(),
  score: internalEntryData['score-changed'].nullable(),
});
export const transcriptQuery = z.strictObject({ log: z.literal('internal').optional() });
/** One message as it was written. */
export const revealAnswer = z.object({ text: z.string() });

export const transcriptAnswer = z.object({ conversationId: id, entries: z.array(entry) });

/** The homes for sale with an open house on file, at most `openHousesShown`. */
export const openHousesAnswer = z.object({
  items: z.array(z.object({ listingId: id, title: z.string(), openHouses: z.array(z.string()) })),
});
export type OpenHousesAnswer = z.infer<typeof openHousesAnswer>;
export const openHousesShown = 100;

/** A home of the brokerage. What is absent is not known; `hoaCentsPerMonth` 0: there is none. `asOf` is a day or a time. */
export const listingAnswer = z
  .object({
    listingId: id,
    title: z.string(),
    address: z.string(),
    area: z.string(),
    priceCents: z.number().int(),
    currency: z.string(),
    beds: z.number(),
    baths: z.number(),
    areaSqft: z.number(),
    yearBuilt: z.number().optional(),
    lotSqft: z.number().optional(),
    propertyType: z.enum(['single-family', 'townhouse', 'condo', 'multi-family', 'manufactured', 'land']).optional(),
    status: z.enum(['active', 'pending', 'sold', 'removed']),
    hoaCentsPerMonth: z.number().int().optional(),
    taxCentsPerYear: z.number().int().optional(),
    parking: z.string().optional(),
    heating: z.string().optional(),
    openHouses: z.array(z.string()).optional(),
    listingAgent: z.string().optional(),
    listedOn: z.iso.date().optional(),
    lat: z.number().optional(),
    lng: z.number().optional(),
    steps: z.string().optional(),
    rentalRules: z.string().optional(),
    hoaRules: z.string().optional(),
    description: z.string(),
    features: z.array(z.string()),
    amenities: z.partialRecord(z.enum(['garage', 'laundry', 'pets', 'furnished', 'pool']), z.boolean()).optional(),
    url: z.string().optional(),
    source: z.string(),
    asOf: z.string(),
  })
  .meta({ id: 'Listing' });
export type ListingAnswer = z.infer<typeof listingAnswer>;

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
    conversations: z.array(
      z.object({
        conversationId: id,
        lastAt: isoTime,
        mode,
        /** The home it was about, and their last words. */
        listingTitle: z.string().optional(),
        lastText: z.string().optional(),
      }),
    ),
    /** What they agreed to. `shown`: the words on their screen; absent where they asked for it of their own accord. */
    consents: z.array(
      recordOfPerson.extend({
        kind: channelName,
        to: z.string(),
        page: z.string().optional(),
        shown: z.object({ text: z.string(), evidence }).optional(),
        closed,
      }),
    ),
    /** What they want no more of. Open ones hold for every record of the person. */
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
