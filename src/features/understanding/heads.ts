import {
  type Danger,
  dangers,
  type Matter,
  matters,
  type Situation,
  type SlotName,
  situations,
  slotNames,
  type VisitorAct,
  visitorActs,
} from '../../contract/vocabulary.ts';

/** One yes or no that the model answers of a message. */
export type Head =
  | `act:${VisitorAct}`
  | `about:${Matter}`
  | `situation:${Situation}`
  | `danger:${Danger}`
  | `slot:${SlotName}`;

/** Slots that no words of a visitor fill. */
const notSaid: ReadonlySet<SlotName> = new Set([
  'rent',
  'homes',
  'home',
  'bestTime',
  'mayCall',
  'visit',
  'agreement',
  'notServed',
]);
/** In the order of the weights: a change here means training anew. */
export const heads: readonly Head[] = [
  ...visitorActs.map((name) => `act:${name}` as const),
  ...matters.map((name) => `about:${name}` as const),
  ...situations.filter((name) => name !== 'none' && name !== 'danger').map((name) => `situation:${name}` as const),
  ...dangers.map((name) => `danger:${name}` as const),
  ...slotNames.filter((name) => !notSaid.has(name)).map((name) => `slot:${name}` as const),
];
