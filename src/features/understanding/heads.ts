import {
  type Matter,
  matters,
  type Situation,
  type SlotName,
  situations,
  type VisitorAct,
  visitorActs,
} from '../../contract/vocabulary.ts';

/** Dangers that the weights can lean to; an emergency is told in plain words or not at all. */
const leanedTo = ['self-harm', 'violence'] as const;

/** Acts that plain words say, or a model: they end a talk, turn somebody away, or make less of a lead, and a score alone never does. */
const inWords = [
  'not-buying',
  'not-selling',
  'goodbye',
  'insults',
  'agent',
  'vendor',
  'spam',
  'wants-deletion',
  'underage',
] as const satisfies readonly VisitorAct[];
type LeanedAct = Exclude<VisitorAct, (typeof inWords)[number]>;
const isLeaned = (act: VisitorAct): act is LeanedAct => !(inWords as readonly VisitorAct[]).includes(act);

/** Slots whose words the rules find only where the weights say that they are given, or rule out where the weights see none. */
const leanedSlots = [
  'intent',
  'budget',
  'price',
  'preApproval',
  'beds',
  'baths',
  'area',
  'timeline',
  'address',
  'condition',
  'day',
  'timeOfDay',
] as const satisfies readonly SlotName[];
export type LeanedSlot = (typeof leanedSlots)[number];
export const isLeanedSlot = (slot: SlotName): slot is LeanedSlot => (leanedSlots as readonly SlotName[]).includes(slot);

/** One yes or no that the model answers of a message. */
export type Head =
  | `act:${LeanedAct}`
  | `about:${Matter}`
  | `situation:${Situation}`
  | `danger:${(typeof leanedTo)[number]}`
  | `slot:${LeanedSlot}`;

/** In the order of the weights: a change here means training anew. */
export const heads: readonly Head[] = [
  ...visitorActs.filter(isLeaned).map((name) => `act:${name}` as const),
  ...matters.map((name) => `about:${name}` as const),
  ...situations.filter((name) => name !== 'none' && name !== 'danger').map((name) => `situation:${name}` as const),
  ...leanedTo.map((name) => `danger:${name}` as const),
  ...leanedSlots.map((name) => `slot:${name}` as const),
];
