import { z } from 'zod';
import { bot, channel, id, isoTime, leadRef, mode, person, personText, temperature } from './values.ts';

/** One conversation on the board of the desk and the wall. */
export const boardRow = z
  .object({
    conversationId: id,
    lead: leadRef,
    channel,
    bot: bot.optional(),
    stage: z.string(),
    mode,
    owner: person.optional(),
    /** To whom it is offered while it waits and nobody has it. */
    offered: person.optional(),
    score: z.number().optional(),
    /** Left out too while something presses them, such as a death. */
    temperature: temperature.optional(),
    waitingSince: isoTime.optional(),
    /** What a person of the team is awaited for while Jorge goes on answering; left out where nobody is. */
    awaits: z.object({ reason: z.string(), since: isoTime }).optional(),
    unread: z.number().int(),
    lastText: z.string(),
    lastAt: isoTime,
    /** When the talk began: tells visitors without a name apart. */
    startedAt: isoTime.optional(),
    flags: z.array(z.object({ kind: z.string(), reason: z.string() })),
    language: z.string(),
    /** The last two messages, the newest last. */
    lastLines: z.array(z.object({ by: z.enum(['visitor', 'bot', 'person']), text: z.string() })).optional(),
    /** What supervisors have to know and nobody has answered yet, the most urgent first; left out where there is none. */
    alerts: z
      .array(z.object({ alertId: id, kind: z.string(), reason: z.string(), priority: z.number(), at: isoTime }))
      .optional(),
    /** Until when it was put aside. */
    snoozedUntil: isoTime.optional(),
    /** Since when the visitor is not there to read what is written; left out while they are. */
    visitorLeftAt: isoTime.optional(),
    /** The home that the talk is about, where there is one. */
    listingTitle: z.string().optional(),
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
