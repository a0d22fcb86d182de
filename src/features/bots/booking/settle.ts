import { calendarNames, timeLabel } from '../../../kernel/timeLabel.ts';
import { wallTimeAt } from '../../../kernel/zonedTime.ts';
import { bookingTexts } from '../say/bookingTexts.ts';
import { type Reply, waitWith } from '../say/reply.ts';
import type { Effect } from '../state/protocol.ts';
import { answerOf, asAnswer, notifyTeamOnce, type StepContext, say, unknownSlot } from '../state/stepContext.ts';
import { meetingOf } from './bookMove.ts';
import { letPickGo, pickedTime } from './readSlotChoice.ts';

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
  return waitWith(turn, reply, 'setByHand', bookingTexts.setByHand, 'appointment-wanted');
}

/** " on Saturday, November 28, 9:00 AM", for the team; empty where no time of a showing was picked. */
export function ofPick({ state, pack }: StepContext): string {
  const picked = pickedTime(state);
  return picked?.meeting === 'viewing' ? ` on ${timeLabel(Date.parse(picked.startsAt), pack.timeZone, 'en')}` : '';
}

/** The team sets the time from here: the one that was picked becomes the one that they would like, to the minute. */
export function leavePickToTeam(turn: StepContext): void {
  const { state, pack } = turn;
  const picked = pickedTime(state);
  if (picked === null) return;
  const { month, day, hour, minute } = wallTimeAt(Date.parse(picked.startsAt), pack.timeZone);
  const clock = `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
  letPickGo(turn);
  state.booking = { ...state.booking, offer: null, isNamed: false };
  state.slots = {
    ...state.slots,
    day: asAnswer(`${calendarNames.en.months[month - 1]} ${day}`),
    timeOfDay: asAnswer(clock),
  };
  turn.changed.push('day', 'timeOfDay');
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
  if (slots.agreement === undefined) turn.state.slots = { ...slots, agreement: unknownSlot };
  notifyTeamOnce(turn, 'agreement-wanted', `Wants a buyer agreement before the showing${ofPick(turn)}`, 2);
  return [say(turn, 'agreementFirst', bookingTexts.agreementFirst)];
}

/** Goes on with the showing that waited for a signed agreement, once the team has noted the signature; the visitor need not ask again. */
export function applySignature(turn: StepContext): void {
  if (meetingOf(turn) !== 'viewing' || turn.state.booking.appointment !== null) return;
  turn.calendar = true;
  turn.news = [...turn.news, { kind: 'signed' }];
}
