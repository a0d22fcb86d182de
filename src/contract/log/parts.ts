import { z } from 'zod';
import { flagKind } from '../teamVocabulary.ts';
import { bots, evidence, id, isoTime } from '../values.ts';

export const actor = z.object({
  kind: z.enum(['visitor', 'lead', 'agent', 'supervisor', 'bot', 'system']),
  id: z.string(),
  name: z.string().optional(),
});
export type Actor = z.infer<typeof actor>;
export const cause = z.object({ principalId: z.string(), commandId: z.string() });
export type Cause = z.infer<typeof cause>;
export const choice = z.object({ id: z.string(), label: z.string() });
export type Choice = z.infer<typeof choice>;
/** The state of one fact. `unknown` until said, `declined` when the person would not say. */
export const slot = z.object({
  value: z.unknown(),
  state: z.enum(['unknown', 'declined', 'answered']),
  confidence: z.number().nullable(),
  evidence: z.array(evidence),
  /** Known from an earlier conversation: which, and when it was said. */
  before: z.object({ conversationId: id, at: isoTime }).optional(),
});
export type Slot = z.infer<typeof slot>;
/** `GET /home-photos/:id` at the root of the hub gives it to everybody, `?size=preview` small. In pixels. */
export const homePhoto = z.object({ photoId: id, width: z.number().int(), height: z.number().int() });
export type HomePhoto = z.infer<typeof homePhoto>;
export const homeMark = z.enum(['new', 'price-drop']);
export type HomeMark = z.infer<typeof homeMark>;
/** `marks` and `earlierPriceCents` (with `price-drop`) as the home stood when it was shown. */
export const listingCard = z.object({
  listingId: id,
  title: z.string(),
  priceCents: z.number().int(),
  currency: z.string(),
  beds: z.number(),
  baths: z.number(),
  areaSqft: z.number(),
  url: z.string().optional(),
  address: z.string().optional(),
  attribution: z.string(),
  /** The source, without the day that `attribution` has too. */
  source: z.string().optional(),
  photo: homePhoto.optional(),
  marks: z.array(homeMark).optional(),
  earlierPriceCents: z.number().int().optional(),
});
/** The home that a showing is of. */
export const homeToShow = z.object({ listingId: id, title: z.string(), address: z.string().optional() });
export type HomeToShow = z.infer<typeof homeToShow>;
/** A call, or a showing of a home. */
export const meeting = z.enum(['call', 'viewing']);
export const offeredTime = z.object({ slotId: id, startsAt: isoTime, endsAt: isoTime, closesAt: isoTime.optional() });
export const basis = z.enum(['rules', 'model']);
export type Basis = z.infer<typeof basis>;
export const basisSchema = basis;
export const tagNamed = z.object({ id, name: z.string() });
/** A bot, or a person of the team. */
export const speaker = z.enum([...bots, 'human']);
export const urgency = z.enum(['low', 'medium', 'high', 'critical']);
/** A flag that a line puts on the row of its conversation, or takes from it; `keepFirst`: one of its kind that stands stays. */
const flagChange = z.union([
  z.object({ add: z.object({ kind: flagKind, reason: z.string() }), keepFirst: z.literal(true).optional() }),
  z.object({ drop: flagKind }),
]);
export type FlagChange = z.infer<typeof flagChange>;
export const flagChanges = z.array(flagChange);
