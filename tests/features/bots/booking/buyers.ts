import type { Effect, StepResult } from '../../../../src/features/bots/state/protocol.ts';
import { alertsOf } from '../expectations.ts';
import { kindsOf, textOf } from '../play.ts';
import { withCalendar } from '../withCalendar.ts';

// The talks take place on Saturday, November 21, 2026, at 9:00 in Austin.
export const said = (results: StepResult[]): string =>
  results
    .map(textOf)
    .filter((text) => text !== '')
    .join(' | ');
export const effectsOf = (results: StepResult[]): Effect[] => results.flatMap(({ effects }) => effects);
export const kinds = (results: StepResult[]): string[] => results.flatMap(kindsOf);
export const offeredIn = (results: StepResult[]): string[] =>
  effectsOf(results).flatMap((effect) =>
    effect.kind === 'offer-slots' ? effect.data.slots.map(({ label }) => label) : [],
  );
export const alerts = (results: StepResult[]): string[] => results.flatMap(alertsOf);

/** A buyer with three times on the screen. */
export function buyerWithOffer(wish = 'Can I see it on Saturday?') {
  const chat = withCalendar();
  return { chat, last: chat.says(wish) };
}

/** A buyer whose showing without representation is booked: the first of those times. */
export function buyerWithShowing() {
  const { chat } = buyerWithOffer();
  chat.says('the first one');
  chat.chooses('unrepresented', 'Without representation');
  return chat;
}
