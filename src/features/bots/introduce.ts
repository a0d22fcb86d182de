import { identityTexts } from './identityTexts.ts';
import type { BotState } from './protocol.ts';
import { showNotice } from './servicesNotice.ts';
import { say, type Turn } from './turn.ts';

/** Who writes here, before anything else is said, with the Texas notice the first time; nothing where they know. `asked`: they asked. */
export function introduce(turn: Turn, asked: boolean): string[] {
  const { state } = turn;
  if (state.disclosed) return [];
  const again = state.said.disclosure !== undefined;
  // The same count for both: either has said it.
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

/** The words were not sent after all: who writes is still to be said, and the notice still to be shown. */
export function takeBackIntroduction({ state }: Turn, before: BotState): void {
  state.disclosed = before.disclosed;
  if (before.said.disclosure !== undefined) return;
  const { disclosure: _said, brokerageServices: _shown, ...said } = state.said;
  state.said = said;
  if (before.slots.servicesNotice !== undefined) return;
  const { servicesNotice: _notice, ...slots } = state.slots;
  state.slots = slots;
}
