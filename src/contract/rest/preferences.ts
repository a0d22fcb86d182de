import { z } from 'zod';
import { evidence, isoTime, person } from '../values.ts';

/** `tone`: how short they write. `price`: that their questions are on price. */
export const preferenceNames = ['language', 'channel', 'hours', 'tone', 'price', 'must-haves', 'objections'] as const;
export type PreferenceName = (typeof preferenceNames)[number];

/** A preference seen in somebody's own words: what it is, why that is said, and what is adapted to it. */
export const preference = z
  .object({
    name: z.enum(preferenceNames),
    value: z.string(),
    why: z.string(),
    adapts: z.string(),
    evidence: z.array(evidence),
  })
  .meta({ id: 'Preference' });
export type Preference = z.infer<typeof preference>;

/**
 * None where nothing was observed, and none while it is turned off. `off`: since when and by whom for this person. `offForAll`: the settings
 * turn it off for everybody.
 */
export const preferencesAnswer = z
  .object({
    items: z.array(preference),
    off: z.object({ at: isoTime, by: person }).nullable(),
    offForAll: z.boolean(),
  })
  .meta({ id: 'Preferences' });
export type PreferencesAnswer = z.infer<typeof preferencesAnswer>;
export const preferencesChange = z.strictObject({ adapts: z.boolean() });
