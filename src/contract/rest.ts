import { z } from 'zod';
import { boardRow } from './board.ts';
import { entry, internalEntryData, slot } from './entries.ts';
import { widgetTheme } from './settings.ts';
import { bot, evidence, id, isoTime, leadRef, mode, person, role, seq } from './values.ts';

export const loginRequest = z.strictObject({ email: z.string().min(3).max(254), password: z.string().min(1).max(256) });
export const refreshRequest = z.strictObject({ refreshToken: z.string().min(1).max(512) });
export const loginAnswer = z
  .object({
    accessToken: z.string(),
    refreshToken: z.string(),
    expiresInSeconds: z.number().int(),
    user: z.object({ id, name: z.string(), role }),
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
});
export type WidgetSessionRequest = z.infer<typeof widgetSessionRequest>;
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
    /** The tenant's own look and first words, where it has set them. */
    theme: widgetTheme.optional(),
    greeting: z.string().optional(),
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
  state: z.enum(['open', 'closed']).optional(),
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
export const transcriptAnswer = z.object({ conversationId: id, entries: z.array(entry) });

/** The profile of a lead; each field is a slot: its value with the words it came from. */
export const leadAnswer = z.object({
  id,
  name: z.string().optional(),
  createdAt: isoTime,
  fields: z.record(z.string(), slot.extend({ conversationId: id })),
  conversations: z.array(z.object({ conversationId: id, lastAt: isoTime, mode })),
  consents: z.array(z.object({ kind: z.string(), at: isoTime, evidence })),
});
export type LeadAnswer = z.infer<typeof leadAnswer>;
