import { z } from 'zod';
import { personText, role, roles, staffName } from '../values.ts';
import { contrastOf, leastContrast, widgetGrounds } from './contrast.ts';
import {
  buyerAsks,
  callMinutes,
  checklistItems,
  leftFacts,
  marketIds,
  mostLeadHours,
  sellerAsks,
  settingsLimits,
  showingGapMinutes,
  showingMinutes,
  spokenLanguages,
  type Weekday,
  weekdays,
} from './settingsLimits.ts';
import { tagList, tagRules } from './tags.ts';

const colourOn = (ground: string) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .refine((colour) => contrastOf(colour, ground) >= leastContrast)
    .meta({ examples: [ground === widgetGrounds.light ? '#0f6b5c' : '#5cc9b3'] });
export const colours = z.strictObject({
  light: colourOn(widgetGrounds.light),
  dark: colourOn(widgetGrounds.dark),
});
export type Colours = z.infer<typeof colours>;
/** By the brokerage’s own clock, such as `08:30`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const interval = z.strictObject({ from: timeOfDay, until: timeOfDay });
/**
 * From and until, in the brokerage's own time, `23:59` being midnight; `more`: later the same day again, in order. Null: closed all
 * day. A night is the end of one day and the beginning of the next.
 */
export const openTimes = interval
  .extend({
    more: z
      .array(interval)
      .max(settingsLimits.intervalsPerDay - 1)
      .optional(),
  })
  .refine(({ more = [], ...first }) =>
    [first, ...more].every(
      ({ from, until }, at, all) => from < until && (at === 0 || from >= (all[at - 1]?.until ?? '')),
    ),
  )
  .meta({ examples: [{ from: '09:00', until: '12:00', more: [{ from: '13:00', until: '18:00' }] }] })
  .nullable();
export const hours = z.strictObject(
  Object.fromEntries(weekdays.map((day) => [day, openTimes])) as Record<Weekday, typeof openTimes>,
);
export type Hours = z.infer<typeof hours>;
/** A day on which the brokerage is closed, such as December 24: that one day, or every year. */
const closedDay = z.strictObject({
  date: z.iso.date(),
  name: personText(settingsLimits.closedDayChars),
  everyYear: z.boolean(),
});
export type ClosedDay = z.infer<typeof closedDay>;
/** How calls and showings are booked. */
const appointments = z.strictObject({
  /** When homes are shown, within the hours of the agent who shows them; null: between 8 AM and 8 PM. */
  showingHours: hours.nullable(),
  callMinutes: z.literal(callMinutes),
  showingMinutes: z.literal(showingMinutes),
  /** After a showing, until the agent who showed the home has another appointment. */
  showingGapMinutes: z.literal(showingGapMinutes),
  /** Jorge offers nothing sooner than so many hours from now. */
  callLeadHours: z.number().int().min(0).max(mostLeadHours.call),
  showingLeadHours: z.number().int().min(0).max(mostLeadHours.showing),
});
export type AppointmentSettings = z.infer<typeof appointments>;
const eachOnce = <T extends string>(names: readonly T[]) =>
  z.array(z.enum(names)).refine((chosen) => new Set(chosen).size === chosen.length);
/** How Jorge talks. */
const jorge = z.strictObject({
  /** The questions he asks, in this order; he does not ask the others. */
  buyerAsks: eachOnce(buyerAsks),
  sellerAsks: eachOnce(sellerAsks),
  /** `brief`: before the next question he does not repeat what he heard. */
  tone: z.enum(['warm', 'brief']),
  /** The facts of a home's file that he leaves to the team. */
  leaves: eachOnce(leftFacts),
});
export type JorgeSettings = z.infer<typeof jorge>;
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
/** The facts of the brokerage that Jorge tells when somebody asks; he leaves out empty ones. Its hours are those of the settings. */
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
  /** Which side it represents on its own listings, and what that means for a buyer. */
  represents: inBothLanguages,
  languages: spoken,
});
export type BrokerageCard = z.infer<typeof brokerageCard>;
export const brokerageSettings = z.strictObject({
  brokerage: personText(120),
  timeZone,
  /** The market whose areas and law Jorge knows; he tells nothing that no pack knows. */
  market: z.enum(marketIds),
  colours,
  /** The widget's greeting above the first message; empty: its own words. */
  greeting: textOrNothing(300),
  hours,
  /** Days on which it is closed whatever the hours say. */
  holidays: z.enum(['us-federal', 'none']),
  /** The brokerage's own closed days, beside the holidays. */
  closedDays: z
    .array(closedDay)
    .max(settingsLimits.closedDays)
    .refine((days) => new Set(days.map(({ date }) => date)).size === days.length),
  appointments,
  /** Jorge's words about when a person answers, while closed; empty: nothing. */
  closedSays: textOrNothing(300),
  /**
   * Link of the completed Texas notice "Information About Brokerage Services" (TREC form IABS), for a brokerage in Texas;
   * empty: none. Short, because it goes with the first message.
   */
  brokerageServicesUrl: z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(100)]),
  /** Above these values a person reviews before Jorge continues; null: never. */
  review: z
    .strictObject({
      scoreOver: z.number().int().min(0).max(100),
      valueOverCents: z.number().int().min(0).max(100_000_000_000),
    })
    .nullable(),
  /** Figures for an estimate of a monthly payment, with their source and date; null: Jorge gives none. Shares are fractions. */
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
   * Homes that Jorge refers to a colleague elsewhere: those outside these cities ("Austin", "Austin, TX"), ZIP codes and states
   * (none set: nowhere is outside), and kinds of home that the brokerage does not handle.
   */
  serves: z.strictObject({
    areas: z.array(personText(60)).max(settingsLimits.areasServed),
    notKinds: z.array(homeKind).max(settingsLimits.homeKinds.length),
  }),
  card: brokerageCard,
  jorge,
  /** Whether Jorge, coaching, and drafts adapt to what each person prefers, as seen in their own words. */
  adapts: z.boolean(),
  /** When a waiting clock turns amber and red. */
  waiting: z
    .strictObject({ amberMinutes: z.number().int().min(1).max(600), redMinutes: z.number().int().min(2).max(1_440) })
    .refine(({ amberMinutes, redMinutes }) => amberMinutes < redMinutes)
    .meta({ examples: [{ amberMinutes: 2, redMinutes: 5 }] }),
  /** The tags that the team files conversations under. */
  tags: tagList,
  /** The tags that a conversation gets by itself, each once: a tag that somebody took off stays off. */
  tagRules,
  /** Of the checklist, what is right as it is, by the word of an admin. */
  checkedOff: z.array(z.enum(checklistItems)).max(checklistItems.length),
  /** The roles that need a second factor to work with the hub. */
  secondFactorRoles: z.array(role).max(roles.length),
});
export type BrokerageSettings = z.infer<typeof brokerageSettings>;
/** `version` is the one that was read: an older one is `CONFLICT`, so that nobody overwrites a change they have not seen. */
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
/** The steps that a new brokerage has done, by the data stored or by the word of an admin (`settings.checkedOff`). */
export const checklistAnswer = z.object({
  items: z.array(z.object({ item: z.enum(checklistItems), done: z.boolean() })),
});
export type ChecklistAnswer = z.infer<typeof checklistAnswer>;
export const logoRequest = z.strictObject({
  version: z.number().int().min(0),
  /** PNG, JPEG or WebP in base64; null takes it away. */
  image: z
    .base64()
    .max(Math.ceil(settingsLimits.logoBytes / 3) * 4)
    .nullable(),
});
