import type { Effect } from '../protocol.ts';
import { finishReply, type Reply, wait } from '../reply.ts';
import { answerOf, say, type Turn, tellTeam } from '../turn.ts';
import { bookingTexts } from './bookingTexts.ts';

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
      text: 'Wants a showing without representation: only size, price and terms may be confirmed, no opinion or advice.',
    });
    return [say(turn, 'withoutRepresentation', bookingTexts.withoutRepresentation)];
  }
  tellTeam(turn, 'agreement-wanted', 'Wants a buyer agreement before the showing', 2);
  return [say(turn, 'agreementFirst', bookingTexts.agreementFirst)];
}
