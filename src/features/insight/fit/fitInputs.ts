import type { Features } from '../readings/features.ts';
import type { Inputs } from './scaleInputs.ts';

/**
 * All that a fit to outcomes is given of somebody, in this order: their plans and the way they talk. No name, language, place,
 * age, family, origin, channel, or device: they are protected, or stand for what is.
 */
export const fitInputs = {
  'Questions answered': ({ answers }) => answers,
  'Time of the move': ({ timeline }) => timeline,
  'Objections that stand': ({ objections }) => objections?.length ?? null,
  'Speaks of meeting': ({ speaksOfMeeting }) => asNumber(speaksOfMeeting),
  'Quick replies': ({ repliesFast }) => asNumber(repliesFast),
} as const satisfies Record<string, (features: Features) => number | null>;

const asNumber = (is: boolean | null): number | null => (is === null ? null : Number(is));

export const inputsOf = (features: Features): Inputs => Object.values(fitInputs).map((read) => read(features));
