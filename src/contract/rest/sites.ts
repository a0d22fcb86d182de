import { z } from 'zod';
import { id, isoTime, personText } from '../values.ts';
import { settingsLimits } from './settingsLimits.ts';

/** When the greeting appears beside the launcher by itself, whichever of the two comes first; null: not by that. */
export const widgetOpener = z.strictObject({
  seconds: z.number().int().min(1).max(settingsLimits.openerSeconds).nullable(),
  /** How far down the page the visitor has come. */
  scrollPercent: z.number().int().min(1).max(100).nullable(),
});
/** How the widget behaves on the pages of a site. */
export const siteWidget = z.strictObject({
  /** Unread replies are counted in the title of the browser's tab. */
  titleCount: z.boolean(),
  /** Null: the usual word stands beside the launcher from the first. */
  opener: widgetOpener.nullable(),
});
export type SiteWidget = z.infer<typeof siteWidget>;
export const siteRequest = z.strictObject({
  name: personText(120),
  /** Such as `https://www.example.com`. */
  allowedOrigins: z.array(z.string().min(1).max(300)).min(1).max(settingsLimits.originsPerSite),
  /** Absent: it stays as it is. */
  widget: siteWidget.optional(),
});
/** Without any address only pages of this hub carry the chat. */
export const siteChange = siteRequest.extend({
  allowedOrigins: z.array(z.string().min(1).max(300)).max(settingsLimits.originsPerSite),
});
export const site = z
  .object({
    id,
    name: z.string(),
    siteKey: z.string(),
    allowedOrigins: z.array(z.string()),
    widget: siteWidget,
    /** There is a secret that its server signs visitors' identities with. */
    signsIdentities: z.boolean(),
    /** When one of its pages last loaded the widget, to the hour; absent: never. */
    seen: z.object({ at: isoTime, origin: z.string() }).optional(),
    createdAt: isoTime,
  })
  .meta({ id: 'Site' });
export type SiteAnswer = z.infer<typeof site>;
/** `secret` is shown this once. */
export const identitySecretAnswer = z.object({ secret: z.string() });
export const sitesAnswer = z.object({ items: z.array(site) });
