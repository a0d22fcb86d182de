import { z } from 'zod';

/** Sizes that both ends know. `session-ready` repeats the first three. */
export const limits = {
  textChars: 4000,
  frameBytes: 262_144,
  messagesPerMinute: 120,
  fetchEntries: 200,
  idChars: 64,
} as const;

// Everything below U+0020 but tab and newline, DEL, and the C1 block: invisible in a chat, harmful in a log or a terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const controlCharacters = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Text from a person as it is stored: NFC, LF, no control characters, no lone surrogates, trimmed. */
export function cleanText(raw: string): string {
  return raw.replaceAll('\r\n', '\n').replace(controlCharacters, '').toWellFormed().normalize('NFC').trim();
}

/** Text a person wrote: cleaned first, then 1 to `maxChars` UTF-16 units. */
export const personText = (maxChars: number = limits.textChars) =>
  z
    .string()
    .max(limits.frameBytes)
    .overwrite(cleanText)
    .min(1)
    .max(maxChars)
    // zod counts code points, the wire counts UTF-16 units.
    .refine((text) => text.length <= maxChars);

/** Whether a spreadsheet would take a cell that holds this text for a formula, once it is exported to one. */
export const isFormula = (text: string): boolean => /^[=@+-]/.test(text);

/** The name of a person of the team: a line that is a name wherever it is shown, in a spreadsheet too. */
export const staffName = personText(120).refine((name) => !isFormula(name));

export const id = z.string().min(1).max(limits.idChars);
/** Any UUID, whatever its version says: clients make them. */
export const commandId = z.guid();
export const seq = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const isoTime = z.iso.datetime();

export const roles = ['agent', 'supervisor', 'admin'] as const;
export const role = z.enum(roles);
export type Role = (typeof roles)[number];
/** "3:00 PM" or "15:00", as `Intl` calls them. */
export const hourCycle = z.enum(['h12', 'h23']);
export type HourCycle = z.infer<typeof hourCycle>;

export const modes = ['bot', 'human', 'waiting', 'closed'] as const;
/** Presence that staff set for themselves. */
export const presenceStatus = z.enum(['available', 'busy', 'away']);
export type PresenceStatus = z.infer<typeof presenceStatus>;

export const mode = z.enum(modes);
export type Mode = (typeof modes)[number];

export const bots = ['lead', 'buyer', 'seller'] as const;
export const bot = z.enum(bots);
export type BotName = (typeof bots)[number];

export const temperature = z.enum(['hot', 'warm', 'cold']);
export type Temperature = z.infer<typeof temperature>;

/** How the team ranks a conversation; most are `normal`. */
export const priorities = ['urgent', 'high', 'normal'] as const;
export const priority = z.enum(priorities);
export type Priority = (typeof priorities)[number];

/** The kind of device that a visitor chats on. */
export const device = z.enum(['phone', 'tablet', 'computer']);
export type Device = z.infer<typeof device>;

export const channel = z.enum(['widget', 'sms', 'email', 'call']);
export type Channel = z.infer<typeof channel>;

/** The place of words that support a claim: UTF-16 offsets into the stored text of one entry. */
export const evidence = z
  .object({ log: z.string(), seq, start: z.number().int(), end: z.number().int() })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof evidence>;

/**
 * Whether the visitor is owed an answer. `now`: they are there, and it is owed by Jorge in mode `bot` unless the row `awaits` a person,
 * else by a person. `follow-up`: they have left, or wrote after an end: a team member should see to it, though nothing alarms.
 * `none` keeps the reason why Jorge is silent. `since`: when the clock started, where one runs; `dueAt`: when it is late.
 */
export const owed = z
  .object({
    kind: z.enum(['now', 'follow-up', 'none']),
    since: isoTime.optional(),
    dueAt: isoTime.optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'Owed' });
export type Owed = z.infer<typeof owed>;

export const person = z.object({ id: z.string(), name: z.string() });
/** The colleague whose typing makes Jorge wait, and for how long unless they type again. */
export const hold = z.object({ by: person, forMs: z.number().int().min(0) });
export type HoldTold = z.infer<typeof hold>;
export const leadRef = z.object({ id: z.string(), name: z.string().optional() });
