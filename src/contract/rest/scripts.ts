import { z } from 'zod';
import { basis } from '../log/parts.ts';
import { scriptChannels, scriptKinds, scriptObjections } from '../scriptKinds.ts';
import { id } from '../values.ts';

const scriptLanguage = z.enum(['en', 'es']);
const kind = z.enum(scriptKinds);
const channel = z.enum(scriptChannels);
const objection = z.enum(scriptObjections);

/** `objection`: where `kind` is one, and only there. */
export const scriptsRequest = z
  .strictObject({
    kind,
    channel,
    objection: objection.optional(),
    /** For nobody in particular without it; a confirmation needs it. */
    leadId: id.optional(),
    /** Without it the lead's, else English. */
    language: scriptLanguage.optional(),
  })
  .refine((asked) => (asked.kind === 'objection') === (asked.objection !== undefined), { path: ['objection'] });
export type ScriptsRequest = z.infer<typeof scriptsRequest>;

/** An authored script's `variantId` is always the same, such as `re-engagement.text.en.2`; a model's is its own. */
export const script = z
  .object({
    variantId: id,
    text: z.string(),
    /** Of an email. */
    subject: z.string().optional(),
    /** How many segments the text is sent and charged as. */
    segments: z.number().int().optional(),
    /** The same words as a saved reply, with its placeholders; absent where they fit one person alone. */
    template: z.string().optional(),
    rationale: z.string(),
    objections: z.array(z.object({ says: z.string(), reply: z.string() })),
    /** How often it worked: null until that is measured. */
    successRate: z
      .number()
      .nullable()
      .meta({ examples: [null] }),
  })
  .meta({ id: 'Script' });
export const scriptsAnswer = z.object({
  kind,
  channel,
  objection: objection.optional(),
  language: scriptLanguage,
  basis,
  /** They have not agreed to be reached by this channel. */
  needsConsent: z.literal(true).optional(),
  variants: z.array(script),
});
export type ScriptsAnswer = z.infer<typeof scriptsAnswer>;
