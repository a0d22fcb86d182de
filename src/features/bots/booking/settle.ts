import type { Effect } from '../protocol.ts';
import { finishReply, type Reply, wait } from '../reply.ts';
import { answerOf, say, type Turn, tellTeam } from '../turn.ts';
import { bookingTexts, unrepresentedNote } from './bookingTexts.ts';
import { meetingOf } from './bookMove.ts';

const mostMisses = 3;

/** Words that were no choice: the times are shown again, and after the third a person settles it. Null while the bot goes on. */
export function settleByHand(turn: Turn, reply: Reply): Effect[] | null {
  const { state } = turn;
  if (!turn.missedChoice) return null;
  const misses = state.booking.misses + 1;
  state.booking = { ...state.booking, misses };
  if (misses < mostMisses) return null;
  state.booking = { ...state.booking, byTeam: true, offer: null };
  tellTeam(turn, 'appointment-wanted', 'Did not find a time among those on offer', 2);
  turn.effects.push({ kind: 'tag', add: ['Needs-Manual-Scheduling'], remove: [] });
  state.at = 'MANUAL';
  state.asked = null;
  return [
    ...finishReply(turn, reply, say(turn, 'setByHand', bookingTexts.setByHand)),
    ...wait(turn, 'appointment-wanted'),
  ];
}

/** What follows from the way in which they want to be shown a home, for them and for the team. */
export function tellPath(turn: Turn): string[] {
  if (!turn.changed.includes('showing')) return [];
  if (answerOf(turn.state, 'showing') === 'unrepresented') {
    turn.effects.push({
      kind: 'note',
      text: `Wants a ${unrepresentedNote}`,
    });
    return [say(turn, 'withoutRepresentation', bookingTexts.withoutRepresentation)];
  }
  const { slots } = turn.state;
  // From now on it is known that one is waited for: the team notes the signature there.
  if (slots.agreement === undefined) {
    const open = { value: null, state: 'unknown' as const, confidence: null, evidence: [] };
    turn.state.slots = { ...slots, agreement: open };
  }
  tellTeam(turn, 'agreement-wanted', 'Wants a buyer agreement before the showing', 2);
  return [say(turn, 'agreementFirst', bookingTexts.agreementFirst)];
}

/** The team noted that the agreement is signed: the showing that waited for it goes on, without being asked for again. */
export function takeSignature(turn: Turn): void {
  if (meetingOf(turn) !== 'viewing' || turn.state.booking.appointment !== null) return;
  turn.calendar = true;
  turn.news = [...turn.news, { kind: 'signed' }];
}
