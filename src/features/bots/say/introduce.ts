import type { BotState } from '../state/protocol.ts';
import { type StepContext, say } from '../state/stepContext.ts';
import { identityTexts } from './identityTexts.ts';
import { showNotice } from './servicesNotice.ts';

/**
 * The introduction that opens the first reply, with the notice that a law of the market asks for on first use; empty once it was
 * given. `asked`: the visitor asked who writes.
 */
export function introduce(turn: StepContext, asked: boolean): string[] {
  const { state } = turn;
  if (state.disclosed) return [];
  const again = state.said.disclosure !== undefined;
  // Both wordings share one count: either of them introduces Jorge.
  const wordings = again
    ? identityTexts.disclosureAgain
    : asked
      ? identityTexts.disclosureAsked
      : identityTexts.disclosure;
  const pieces = [say(turn, again ? 'disclosureAgain' : 'disclosure', wordings)];
  state.disclosed = true;
  const notice = again ? null : showNotice(turn);
  if (notice !== null) pieces.push(notice);
  turn.introduction = pieces.join(' ');
  return pieces;
}

/** Undoes the introduction when the words were not sent: Jorge still has to introduce himself, and the notice is still to be shown. */
export function takeBackIntroduction({ state }: StepContext, before: BotState): void {
  if (takeBackWaiting(state, before)) return;
  state.disclosed = before.disclosed;
  if (before.said.disclosure !== undefined) return;
  forgetDisclosure(state);
  if (before.slots.servicesNotice === undefined) forgetNotice(state);
}

/** Drops the reply that waited for the calendar: somebody else speaks now, or they opted out. */
export function dropCarried({ state }: StepContext): void {
  takeBackWaiting(state, state);
  state.carried = null;
  state.booking = { ...state.booking, isNamed: false };
}

/** True where the introduction was among what waited: nobody has read it. */
function takeBackWaiting(state: BotState, { carried }: BotState): boolean {
  if ((carried?.introduction ?? '') === '') return false;
  state.disclosed = false;
  const isFirst = carried?.acts.some(({ said }) => said.text === 'disclosure') === true;
  if (isFirst) forgetDisclosure(state);
  if (isFirst && state.slots.servicesNotice?.value === 'link-in-chat') forgetNotice(state);
  return true;
}

function forgetDisclosure(state: BotState): void {
  const { disclosure: _said, brokerageServices: _shown, ...said } = state.said;
  state.said = said;
}

function forgetNotice(state: BotState): void {
  const { servicesNotice: _notice, ...slots } = state.slots;
  state.slots = slots;
}
