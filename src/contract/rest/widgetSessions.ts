import { z } from 'zod';
import { hourCycle, id } from '../values.ts';
import { widgetOpener } from './sites.ts';

/** The look of a tenant's widget, as its session tells it. */
export const widgetTheme = z
  .object({
    accent: z.string(),
    onAccent: z.string(),
    darkAccent: z.string(),
    onDarkAccent: z.string(),
    logo: z.string().optional(),
  })
  .meta({ id: 'WidgetTheme' });
export type WidgetTheme = z.infer<typeof widgetTheme>;

export const widgetSessionRequest = z.strictObject({
  siteKey: z.string().min(1).max(64),
  visitorToken: z.string().min(1).max(2048).optional(),
  page: z.strictObject({
    url: z.string().min(1).max(2048),
    title: z.string().max(300).optional(),
    listingId: id.optional(),
  }),
  locale: z.string().max(35).optional(),
  /** False: the visitor said no to it, or never agreed where the law asks for it; then no homes that they look at are kept. */
  keepViews: z.boolean().optional(),
  identityToken: z.string().min(1).max(4096).optional(),
  /** The session's own token while it is valid: a visitor whose identity the site proved needs no second proof. */
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
    /** False: the site does not want unread replies counted in the title of the browser's tab. */
    titleCount: z.literal(false).optional(),
  })
  .meta({ id: 'WidgetSession' });
/** The look of a page's launcher before there is a session. */
export const widgetLookQuery = z.strictObject({ siteKey: z.string().min(1).max(64) });
export const widgetLookAnswer = z
  .object({ theme: widgetTheme.optional(), opener: widgetOpener.optional() })
  .meta({ id: 'WidgetLook' });
export type WidgetLookAnswer = z.infer<typeof widgetLookAnswer>;
export type WidgetSessionAnswer = z.infer<typeof widgetSessionAnswer>;
