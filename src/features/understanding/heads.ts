import {
  type Matter,
  matters,
  type Situation,
  type SlotName,
  situations,
  slotNames,
  type VisitorAct,
  visitorActs,
} from '../../contract/vocabulary.ts';

/** Dangers that the weights can lean to; an emergency is told in plain words or not at all. */
const leanedTo = ['self-harm', 'violence'] as const;

/** One yes or no that the model answers of a message. */
export type Head =
  | `act:${VisitorAct}`
  | `about:${Matter}`
  | `situation:${Situation}`
  | `danger:${(typeof leanedTo)[number]}`
  | `slot:${SlotName}`;

/** Slots that no words of a visitor fill. */
const notSaid: ReadonlySet<SlotName> = new Set([
  'rent',
  'funds',
  'leaseEnd',
  'offer',
  'documents',
  'agencyEnd',
  'homes',
  'home',
  'bestTime',
  'limits',
  'mayCall',
  'visit',
  'agreement',
  'notServed',
]);
/** Read from plain words, or by a model. */
const byModelAlone: ReadonlySet<VisitorAct> = new Set(['wants-deletion', 'underage']);
/** In the order of the weights: a change here means training anew. */
export const heads: readonly Head[] = [
  ...visitorActs.filter((name) => !byModelAlone.has(name)).map((name) => `act:${name}` as const),
  ...matters.map((name) => `about:${name}` as const),
  ...situations.filter((name) => name !== 'none' && name !== 'danger').map((name) => `situation:${name}` as const),
  ...leanedTo.map((name) => `danger:${name}` as const),
  ...slotNames.filter((name) => !notSaid.has(name)).map((name) => `slot:${name}` as const),
];
