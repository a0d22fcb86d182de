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

/** One yes or no that the model answers of a message. */
export type Head = `act:${VisitorAct}` | `about:${Matter}` | `situation:${Situation}` | `slot:${SlotName}`;

/** In the order of the weights: whoever changes it trains anew. Danger is told by rules alone. */
export const heads: readonly Head[] = [
  ...visitorActs.map((name) => `act:${name}` as const),
  ...matters.map((name) => `about:${name}` as const),
  ...situations.filter((name) => name !== 'none' && name !== 'danger').map((name) => `situation:${name}` as const),
  ...slotNames.map((name) => `slot:${name}` as const),
];
