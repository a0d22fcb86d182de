import { z } from 'zod';
import { alertKind, flagKind } from '../teamVocabulary.ts';
import {
  bot,
  channel,
  device,
  id,
  isoTime,
  leadRef,
  mode,
  owed,
  person,
  personText,
  priority,
  temperature,
} from '../values.ts';
import { stage } from '../vocabulary.ts';

/** The wishes that people state. */
export const wishes = ['buy', 'sell', 'both', 'rent', 'browse'] as const;
/** The home that a visitor wants or offers, as far as it is known. */
export const wants = z.object({
  wish: z.enum(wishes).optional(),
  beds: z.number().int().optional(),
  /** The price that a seller has in mind, else the budget. */
  minCents: z.number().int().optional(),
  maxCents: z.number().int().optional(),
  area: z.string().optional(),
});
export type Wants = z.infer<typeof wants>;

/** One conversation on the board of the desk and the wall. */
export const boardRow = z
  .object({
    conversationId: id,
    lead: leadRef,
    channel,
    bot: bot.optional(),
    stage,
    mode,
    owner: person.optional(),
    /** To whom it is offered while it waits and nobody has it. */
    offered: person.optional(),
    score: z.number().optional(),
    /** Left out also while the visitor is in a hard situation, such as a death. */
    temperature: temperature.optional(),
    waitingSince: isoTime.optional(),
    /** Whether a word is owed; left out by nodes of the version before. */
    owed: owed.optional(),
    /** Why a person of the team is needed while Jorge keeps answering; left out where nobody is. */
    awaits: z.object({ reason: z.string(), since: isoTime }).optional(),
    unread: z.number().int(),
    lastText: z.string(),
    lastAt: isoTime,
    /** When the talk began: tells visitors without a name apart. */
    startedAt: isoTime.optional(),
    /** The newest, at most one of a kind; `opted-out` stands as long as it is true. */
    flags: z.array(z.object({ kind: flagKind, reason: z.string() })),
    language: z.string(),
    /** The last two messages, the newest last. */
    lastLines: z.array(z.object({ by: z.enum(['visitor', 'bot', 'person']), text: z.string() })).optional(),
    /** The alerts that nobody has answered yet, the most urgent first; left out where there is none. */
    alerts: z
      .array(z.object({ alertId: id, kind: alertKind, reason: z.string(), priority: z.number(), at: isoTime }))
      .optional(),
    /** Until when it was put aside. */
    snoozedUntil: isoTime.optional(),
    /** Since when somebody of the team is on the phone with them; left out while nobody is. */
    onCallSince: isoTime.optional(),
    /** Since when the visitor is not there to read what is written; left out while they are. */
    visitorLeftAt: isoTime.optional(),
    /** The device on which they last opened the chat; left out if unknown, and on channels without a page. */
    device: device.optional(),
    /** Left out while nothing of it is known. */
    wants: wants.optional(),
    /** The home that the talk is about, where there is one. */
    listingTitle: z.string().optional(),
    /** Ids of tags of the brokerage’s list (`settings.tags`), in the order in which they were set; left out where there is none. */
    tags: z.array(id).optional(),
    /** Left out where it is `normal`. */
    priority: priority.optional(),
  })
  .meta({ id: 'BoardRow' });
export type BoardRow = z.infer<typeof boardRow>;

export const boardFilter = z.strictObject({
  mine: z.boolean().optional(),
  unassigned: z.boolean().optional(),
  mode: mode.optional(),
  temperature: temperature.optional(),
  text: personText(200).optional(),
});
export type BoardFilter = z.infer<typeof boardFilter>;
