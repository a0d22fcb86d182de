import { bookingTexts } from '../say/bookingTexts.ts';
import { finishReply, type Reply, wait } from '../say/reply.ts';
import type { Effect } from '../state/protocol.ts';
import { answerOf, notifyTeamOnce, type StepContext, say } from '../state/stepContext.ts';
import { meetingOf } from './bookMove.ts';

const mostMisses = 3;

/** Words that were no choice: the times are shown again, and after the third a person settles it. Null while the bot goes on. */
export function settleByHand(turn: StepContext, reply: Reply): Effect[] | null {
  const { state } = turn;
  if (!turn.missedChoice) return null;
  const misses = state.booking.misses + 1;
  state.booking = { ...state.booking, misses };
  if (misses < mostMisses) return null;
  state.booking = { ...state.booking, byTeam: true, offer: null };
  notifyTeamOnce(turn, 'appointment-wanted', 'Didn’t choose any of the offered times', 2);
  turn.effects.push({ kind: 'tag', add: ['Needs-Manual-Scheduling'], remove: [] });
  state.at = 'MANUAL';
  state.asked = null;
  return [
    ...finishReply(turn, reply, say(turn, 'setByHand', bookingTexts.setByHand)),
    ...wait(turn, 'appointment-wanted'),
  ];
}

/** Notes for the team what follows from the way in which the buyer wants to be shown a home, and returns the sentences for the visitor. */
export function tellPath(turn: StepContext): string[] {
  if (!turn.changed.includes('showing')) return [];
  if (answerOf(turn.state, 'showing') === 'unrepresented') {
    turn.effects.push({
      kind: 'note',
      text: `Wants a ${turn.pack.law?.showing?.withoutRepresentation ?? 'showing without representation.'}`,
    });
    return [say(turn, 'withoutRepresentation', bookingTexts.withoutRepresentation)];
  }
  const { slots } = turn.state;
  // Marks the agreement as awaited: the team notes the signature in this slot.
  if (slots.agreement === undefined) {
    const open = { value: null, state: 'unknown' as const, confidence: null, evidence: [] };
    turn.state.slots = { ...slots, agreement: open };
  }
  notifyTeamOnce(turn, 'agreement-wanted', 'Wants a buyer agreement before the showing', 2);
  return [say(turn, 'agreementFirst', bookingTexts.agreementFirst)];
}

/** Goes on with the showing that waited for a signed agreement, once the team has noted the signature; the visitor need not ask again. */
export function applySignature(turn: StepContext): void {
  if (meetingOf(turn) !== 'viewing' || turn.state.booking.appointment !== null) return;
  turn.calendar = true;
  turn.news = [...turn.news, { kind: 'signed' }];
}
