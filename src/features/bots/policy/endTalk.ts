import type { Stage } from '../../../contract/vocabulary.ts';
import { leavePickToTeam } from '../booking/settle.ts';
import { bookingTexts } from '../say/bookingTexts.ts';
import { endTalkTexts } from '../say/endTalkTexts.ts';
import { remarkTexts } from '../say/remarkTexts.ts';
import { end, endWith, finishReply, type Reply, wait } from '../say/reply.ts';
import { conductTexts } from '../say/situationTexts.ts';
import { timeWanted } from '../say/timeWanted.ts';
import type { Effect } from '../state/protocol.ts';
import { answerOf, escalate, notifyTeamOnce, type StepContext, say } from '../state/stepContext.ts';
import { inviteToLeaveContact } from '../track/contact.ts';
import { hasLongHorizon } from '../track/longHorizon.ts';
import type { Intents } from '../understand/intents.ts';

/** Offers of help to a visitor who only looks around. */
const helpsOffered = 2;

/**
 * Somebody who looks around is asked nothing, and told twice what else there is; after that they are let go, or passed to a person.
 * `tellsOther`: they say something that no rule reads, which goes to a person at once.
 */
export function browse(
  turn: StepContext,
  reply: Reply,
  at: Stage,
  intents: Intents,
  { tellsOther }: { tellsOther: boolean },
): Effect[] {
  const first = turn.state.at !== at;
  turn.state.at = at;
  const isAnswered = intents.question !== null || reply.after.length > 0 || intents.closes.length > 0 || intents.isAi;
  // A visitor who wants to rent has no use for homes that are for sale.
  const rents = answerOf(turn.state, 'intent') === 'rent';
  const gives = turn.filled.some((slot) => slot !== 'intent');
  // "Just browsing, maybe next year" says how they look; a name and a number say whom to answer.
  if (first && (isAnswered || rents || (gives && !turn.filled.includes('intent')))) return finishReply(turn, reply, '');
  if (tellsOther && !isAnswered && !gives && intents.stall === null)
    return finishReply(turn, reply, say(turn, 'told', remarkTexts.told));
  if (first && answerOf(turn.state, 'intent') === undefined) {
    reply.after.push(say(turn, 'browseUnsaid', endTalkTexts.browseUnsaid));
  } else if (first) {
    const there = turn.pack.listing === undefined ? endTalkTexts.browse : endTalkTexts.browseHere;
    reply.after.push(say(turn, 'browse', there));
  } else if (intents.question === null && reply.after.length === 0 && !intents.isAi && !gives) {
    const isOut = (turn.state.said.offerHelp ?? 0) >= helpsOffered;
    // "I'd rather not leave a number" keeps that to themselves, and ends nothing.
    if (intents.refusal && !intents.thanks && !intents.goodbye && intents.stall === null && reply.nice !== '')
      return finishReply(turn, reply, '');
    const leaves = intents.thanks || intents.refusal || (isOut && intents.stall !== null);
    if (leaves) return close(turn, reply, 'just-looking');
    // They tell us things that we do not understand: a person may.
    if (isOut) return giveUp(turn, reply);
    reply.after.push(say(turn, 'offerHelp', endTalkTexts.offerHelp));
  }
  return finishReply(turn, reply, '');
}

/** Everything is asked: the team is told once, and the talk waits for them. */
export function finish(turn: StepContext, reply: Reply, intents: Intents): Effect[] {
  const { state } = turn;
  const isBooked = state.booking.appointment !== null;
  const isLater = !isBooked && hasLongHorizon(state) && !state.told.includes('appointment-wanted');
  state.at = isBooked ? 'BOOKED' : isLater ? 'NURTURE' : 'DONE';
  const first = !state.told.includes('answers-complete');
  if (first) {
    const time = timeWanted(turn);
    notifyTeamOnce(turn, 'answers-complete', saysDone(time, isLater), 3);
    if (isBooked) turn.effects.push({ kind: 'tag', add: ['AI-Off'], remove: [] });
    reply.after.push(
      isLater ? say(turn, 'keptOnFile', conductTexts.keptOnFile) : say(turn, 'finished', endTalkTexts.finished),
    );
  } else if (intents.question === null && reply.nice === '' && reply.after.length === 0)
    reply.nice = say(turn, 'here', remarkTexts.here);
  const reason = isLater ? 'nurture' : 'answers-complete';
  const effects = [...finishReply(turn, reply, ''), ...wait(turn, reason)];
  state.ended = reason;
  return effects;
}

const saysDone = (time: string | null, isLater: boolean): string =>
  `All questions answered${time ? `; prefers ${time}` : isLater ? '; more than a year out' : ''}`;

/** Messages in a row without an answer or a request, before the bot gives up. */
export const mostInVain = 5;

/** A person goes on where too many messages were in vain. */
export function giveUp(turn: StepContext, reply: Reply): Effect[] {
  turn.state.vagueStreak = 0;
  escalate(turn, 'no-progress', 'normal');
  notifyTeamOnce(turn, 'no-progress', 'No usable answer in five messages; Jorge has stopped asking', 3);
  turn.effects.push({ kind: 'tag', add: ['Objection-Exhausted', 'Human-Follow-Up-Needed', 'AI-Off'], remove: [] });
  turn.state.at = 'EXHAUSTED';
  return endWith(turn, reply, 'exhausted', endTalkTexts.exhausted, 'no-progress');
}

/** Says goodbye, once, and ends the talk for `reason`. */
export function close(turn: StepContext, reply: Reply, reason: 'goodbye' | 'changed-mind' | 'just-looking'): Effect[] {
  leavePickToTeam(turn);
  const time = timeWanted(turn);
  // A time half agreed on is not lost when the visitor leaves.
  const offered = turn.state.booking.offer !== null;
  const isHalfAgreed = (time !== null || offered) && turn.state.booking.appointment === null;
  if (isHalfAgreed) {
    const left =
      time === null ? 'Left without choosing one of the offered times' : `Left after suggesting a time: ${time}`;
    notifyTeamOnce(turn, 'appointment-wanted', left, 2);
  }
  turn.state.at = reason === 'changed-mind' ? 'CLOSED_LOST' : 'DONE';
  const isBooked = turn.state.booking.appointment !== null && reason === 'goodbye';
  const said = isBooked
    ? say(turn, 'untilThen', bookingTexts.untilThen)
    : reason === 'changed-mind'
      ? say(turn, 'changedMind', endTalkTexts.changedMind)
      : say(turn, 'closing', endTalkTexts.closing);
  const intent = answerOf(turn.state, 'intent');
  const isOfUse = reason === 'goodbye' && (intent === 'buy' || intent === 'sell' || time !== null);
  const invite = isOfUse ? inviteToLeaveContact(turn, reply, said) : '';
  const effects = finishReply(turn, reply, invite === '' ? said : `${said} ${invite}`);
  return end(turn, effects, reason, isHalfAgreed && reason === 'goodbye' ? 'appointment-wanted' : reason);
}
