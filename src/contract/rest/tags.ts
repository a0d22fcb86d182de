import { z } from 'zod';
import { tagLimits } from '../tagLimits.ts';
import { bot, id, personText, temperature } from '../values.ts';

export const tagColours = ['grey', 'red', 'amber', 'green', 'teal', 'blue', 'purple', 'pink'] as const;
export type TagColour = (typeof tagColours)[number];

/** A tag of the brokerage's own list. Its `id` stays when it is renamed. */
export const conversationTag = z.strictObject({
  id,
  name: personText(tagLimits.nameChars),
  colour: z.enum(tagColours),
});
export type ConversationTag = z.infer<typeof conversationTag>;

const areUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;
/** In the order in which they are shown. No two share a name, however it is capitalised. */
export const tagList = z
  .array(conversationTag)
  .max(tagLimits.list)
  .refine((tags) => areUnique(tags.map(({ id: one }) => one)))
  .refine((tags) => areUnique(tags.map(({ name }) => name.toLowerCase())));

/** Something that a row shows. Words are looked for inside the area and the home's title, however they are capitalised. */
export const tagCondition = z.discriminatedUnion('fact', [
  z.strictObject({
    fact: z.literal('language'),
    is: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .meta({ examples: ['es'] }),
  }),
  z.strictObject({ fact: z.literal('bot'), is: bot }),
  z.strictObject({ fact: z.literal('temperature'), is: temperature }),
  z.strictObject({ fact: z.literal('area'), has: personText(tagLimits.ruleChars) }),
  z.strictObject({ fact: z.literal('home'), has: personText(tagLimits.ruleChars) }),
  z.strictObject({ fact: z.literal('price-over'), cents: z.number().int().min(0).max(100_000_000_000) }),
]);
export type TagCondition = z.infer<typeof tagCondition>;
export const tagRule = z.strictObject({ when: tagCondition, tagId: id });
export type TagRule = z.infer<typeof tagRule>;
export const tagRules = z.array(tagRule).max(tagLimits.rules);
