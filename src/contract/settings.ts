import { z } from 'zod';
import { contrastOf, leastContrast, widgetGrounds } from './contrast.ts';
import { replyVariables, settingsLimits, spokenLanguages, type Weekday, weekdays } from './settingsLimits.ts';
import { id, isoTime, personText, role, staffName } from './values.ts';

const colourOn = (ground: string) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .refine((colour) => contrastOf(colour, ground) >= leastContrast);
export const colours = z.strictObject({
  light: colourOn(widgetGrounds.light),
  dark: colourOn(widgetGrounds.dark),
});
export type Colours = z.infer<typeof colours>;
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** From and until, in the brokerage's own time; null: closed all day. */
export const openTimes = z
  .strictObject({ from: timeOfDay, until: timeOfDay })
  .refine(({ from, until }) => from < until)
  .nullable();
export const hours = z.strictObject(
  Object.fromEntries(weekdays.map((day) => [day, openTimes])) as Record<Weekday, typeof openTimes>,
);
export type Hours = z.infer<typeof hours>;

export const timeZone = z
  .string()
  .max(60)
  .refine((name) => {
    try {
      return Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
    } catch {
      // A RangeError is how Intl says no.
      return false;
    }
  });

const homeKind = z.enum(settingsLimits.homeKinds);
const textOrNothing = (maxChars: number) => z.union([z.literal(''), personText(maxChars)]);
const inBothLanguages = z.strictObject({
  en: textOrNothing(settingsLimits.cardTextChars),
  es: textOrNothing(settingsLimits.cardTextChars),
});
export type InBothLanguages = z.infer<typeof inBothLanguages>;
const spoken = z.array(z.enum(spokenLanguages)).max(spokenLanguages.length);
/** What Jorge tells of the brokerage when somebody asks: what is empty he does not tell. Its hours are those of the settings. */
export const brokerageCard = z.strictObject({
  /** Beyond the week's hours: "Sundays by appointment." */
  hoursToo: inBothLanguages,
  /** "1100 Ridgeline Walk, Austin". */
  office: textOrNothing(settingsLimits.cardTextChars),
  /** `does` goes on after the name: "lists homes south of the river". */
  people: z
    .array(z.strictObject({ name: staffName, does: inBothLanguages, languages: spoken }))
    .max(settingsLimits.cardPeople),
  areas: z.array(personText(60)).max(settingsLimits.cardAreas),
  fees: inBothLanguages,
  /** Whom it works for on its own listings, and what that means for a buyer. */
  represents: inBothLanguages,
  languages: spoken,
});
export type BrokerageCard = z.infer<typeof brokerageCard>;
export const brokerageSettings = z.strictObject({
  brokerage: personText(120),
  timeZone,
  colours,
  /** What the widget says above the first message; empty: its own words. */
  greeting: textOrNothing(300),
  hours,
  /** Days on which it is closed whatever the hours say. */
  holidays: z.enum(['us-federal', 'none']),
  /** What Jorge may say about when a person answers, while closed; empty: nothing. */
  closedSays: textOrNothing(300),
  /**
   * Link of the completed Texas notice "Information About Brokerage Services" (TREC form IABS), for a brokerage that owes it;
   * empty: none. Short, because it goes with the first message.
   */
  brokerageServicesUrl: z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(100)]),
  /** Beyond these, both exclusive, a person looks before Jorge goes on; null: never. */
  review: z
    .strictObject({
      scoreOver: z.number().int().min(0).max(100),
      valueOverCents: z.number().int().min(0).max(100_000_000_000),
    })
    .nullable(),
  /** What an estimate of a monthly payment is made from, with who says so and as of when; null: Jorge gives none. Shares are fractions. */
  mortgage: z
    .strictObject({
      yearlyRate: z.number().gt(0).max(0.3),
      years: z.number().int().min(1).max(50),
      downShare: z.number().min(0).max(1),
      // The estimate is said to be with tax and insurance.
      yearlyTaxShare: z.number().gt(0).max(0.1),
      yearlyInsuranceCents: z.number().int().min(1).max(10_000_000),
      source: personText(60),
      asOf: z.iso.date(),
    })
    .nullable(),
  /**
   * What Jorge refers to a colleague elsewhere: homes outside these cities ("Austin", "Austin, TX"), ZIP codes and states, none set:
   * nowhere is outside; and kinds of home that the brokerage does not handle.
   */
  serves: z.strictObject({
    areas: z.array(personText(60)).max(settingsLimits.areasServed),
    notKinds: z.array(homeKind).max(settingsLimits.homeKinds.length),
  }),
  card: brokerageCard,
  /** When a waiting clock turns amber and red. */
  waiting: z
    .strictObject({ amberMinutes: z.number().int().min(1).max(600), redMinutes: z.number().int().min(2).max(1_440) })
    .refine(({ amberMinutes, redMinutes }) => amberMinutes < redMinutes),
});
export type BrokerageSettings = z.infer<typeof brokerageSettings>;

/** `version` is the one that was read: an older one is `CONFLICT`, so that nobody writes over what they have not seen. */
export const settingsChange = z.strictObject({
  version: z.number().int().min(0),
  change: brokerageSettings.partial(),
});
export const settingsAnswer = z
  .object({
    version: z.number().int(),
    settings: brokerageSettings,
    /** Path of the logo on this hub. */
    logo: z.string().nullable(),
  })
  .meta({ id: 'Settings' });
export type SettingsAnswer = z.infer<typeof settingsAnswer>;
export const logoRequest = z.strictObject({
  version: z.number().int().min(0),
  /** PNG, JPEG or WebP in base64; null takes it away. */
  image: z
    .base64()
    .max(Math.ceil(settingsLimits.logoBytes / 3) * 4)
    .nullable(),
});

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

export const changeRecord = z
  .object({
    id,
    at: isoTime,
    by: z.object({ id, name: z.string() }),
    kind: z.enum(['settings', 'logo', 'site', 'person', 'invite', 'reply', 'api-key', 'block', 'card']),
    action: z.enum([
      'changed',
      'added',
      'removed',
      'deactivated',
      'activated',
      'accepted',
      'unlocked',
      'blocked',
      'lifted',
    ]),
    /** What it is about, as people call it. */
    subject: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'Change' });
export type ChangeRecord = z.infer<typeof changeRecord>;
export const changesAnswer = z.object({ items: z.array(changeRecord) });

export const siteRequest = z.strictObject({
  name: personText(120),
  /** Such as `https://www.example.com`. */
  allowedOrigins: z.array(z.string().min(1).max(300)).min(1).max(settingsLimits.originsPerSite),
});
export const site = z
  .object({
    id,
    name: z.string(),
    siteKey: z.string(),
    allowedOrigins: z.array(z.string()),
    /** There is a secret that its server signs visitors' identities with. */
    signsIdentities: z.boolean(),
    createdAt: isoTime,
  })
  .meta({ id: 'Site' });
export type SiteAnswer = z.infer<typeof site>;
/** `secret` is shown this once. */
export const identitySecretAnswer = z.object({ secret: z.string() });
export const sitesAnswer = z.object({ items: z.array(site) });

/** When a person takes appointments, where that is not when the brokerage is open. */
export const ownHours = z.strictObject({ timeZone, hours });
export type OwnHours = z.infer<typeof ownHours>;
/** Null: when the brokerage is open. */
export const ownHoursChange = z.strictObject({ ownHours: ownHours.nullable() });
export const staffMember = z
  .object({
    id,
    name: z.string(),
    role,
    active: z.boolean(),
    email: z.string().optional(),
    ownHours: ownHours.optional(),
    /** For admins: after too many wrong passwords nobody signs in as this person from so many networks, for so long. */
    lockedSignIns: z.object({ networks: z.number().int(), until: isoTime }).optional(),
  })
  .meta({ id: 'StaffMember' });
export type StaffMember = z.infer<typeof staffMember>;
export const peopleAnswer = z.object({ items: z.array(staffMember) });
export const personChange = z.strictObject({ role: role.optional(), active: z.boolean().optional() });
export const personAnswer = staffMember.extend({
  /** How many conversations were handed on. */
  handedOn: z.number().int(),
});

const email = z.email().max(254);
export const inviteRequest = z.strictObject({ email, name: staffName.optional(), role });
export const invite = z
  .object({ id, email: z.string(), name: z.string().optional(), role, expiresAt: isoTime })
  .meta({ id: 'Invite' });
export type InviteAnswer = z.infer<typeof invite>;
export const invitesAnswer = z.object({ items: z.array(invite) });
/** `token` is shown this once: the link is the desk's `/desk/invite#<token>`. */
export const madeInvite = invite.extend({ token: z.string() });
export type MadeInvite = z.infer<typeof madeInvite>;
export const importRequest = z.strictObject({ csv: z.string().min(1).max(settingsLimits.importChars) });
export const importAnswer = z.object({
  /** Empty when there is a problem: all rows are taken, or none. */
  invites: z.array(madeInvite),
  problems: z.array(z.object({ line: z.number().int(), problem: z.string() })),
});
export type ImportAnswer = z.infer<typeof importAnswer>;
const inviteToken = z.string().min(20).max(100);
export const inviteLook = z.strictObject({ token: inviteToken });
export const inviteSeen = z.object({ email: z.string(), name: z.string().optional(), role, brokerage: z.string() });
export const inviteAccept = z.strictObject({
  token: inviteToken,
  name: staffName,
  /** At least 10 characters and not easily guessed; what is wrong with it is said in the error's message. */
  password: z.string().min(1).max(256),
});

const replyText = personText(settingsLimits.replyChars).refine((text) =>
  [...text.matchAll(/\{\{([^{}]*)\}\}/g)].every(([, name = '']) =>
    (replyVariables as readonly string[]).includes(name.trim()),
  ),
);
export const replyRequest = z.strictObject({ title: personText(80), text: replyText, for: z.enum(['team', 'me']) });
export const replyChange = replyRequest.omit({ for: true });
export const savedReply = z
  .object({ id, title: z.string(), text: z.string(), for: z.enum(['team', 'me']) })
  .meta({ id: 'SavedReply' });
export type SavedReplyAnswer = z.infer<typeof savedReply>;
export const repliesAnswer = z.object({ items: z.array(savedReply) });

export const apiKeyRequest = z.strictObject({ name: personText(120), role });
export const apiKeyRow = z
  .object({ id, name: z.string(), role, active: z.boolean(), createdAt: isoTime })
  .meta({ id: 'ApiKey' });
export type ApiKeyRow = z.infer<typeof apiKeyRow>;
export const apiKeysAnswer = z.object({ items: z.array(apiKeyRow) });
/** `key` is shown this once. */
export const madeApiKey = apiKeyRow.extend({ key: z.string() });
export type MadeApiKey = z.infer<typeof madeApiKey>;

export const searchQuery = z.strictObject({
  q: personText(200),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const searchHit = z
  .object({
    conversationId: id,
    name: z.string().optional(),
    /** The home that the talk is about, where there is one. */
    listingTitle: z.string().optional(),
    /** The line with the hit; `seq` 0: the name was found. */
    log: z.enum(['public', 'internal']),
    seq: z.number().int(),
    line: z.string(),
    at: isoTime,
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof searchHit>;
export const searchAnswer = z.object({ items: z.array(searchHit) });
