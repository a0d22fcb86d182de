import { bookingTexts } from './booking/bookingTexts.ts';
import type { StateName } from './chart.ts';
import { inviteToLeaveContact } from './contact.ts';
import { endTalkTexts } from './endTalkTexts.ts';
import { isFarOff } from './farOff.ts';
import type { Effect } from './protocol.ts';
import { remarkTexts } from './remarkTexts.ts';
import { end, finishReply, type Reply, wait } from './reply.ts';
import { timeWanted } from './scheduling.ts';
import { conductTexts } from './situationTexts.ts';
import { answerOf, escalate, say, type Turn, tellTeam } from './turn.ts';
import type { Wishes } from './wishes.ts';

/** So often somebody who looks around is told what else there is. */
const helpsOffered = 2;

/** Somebody who looks around is asked nothing, and told twice what else there is; after that they are let go, or passed to a person. */
export function browse(turn: Turn, reply: Reply, at: StateName, wishes: Wishes): Effect[] {
  const first = turn.state.at !== at;
  turn.state.at = at;
  const isAnswered = wishes.question !== null || reply.after.length > 0;
  // Homes to buy are nothing for whoever rents.
  const rents = answerOf(turn.state, 'intent') === 'rent';
  if (first && (isAnswered || rents)) return finishReply(turn, reply, '');
  if (first && answerOf(turn.state, 'intent') === undefined) {
    reply.after.push(say(turn, 'browseUnsaid', endTalkTexts.browseUnsaid));
  } else if (first) {
    const there = turn.pack.listing === undefined ? endTalkTexts.browse : endTalkTexts.browseHere;
    reply.after.push(say(turn, 'browse', there));
  } else if (wishes.question !== null) {
    if (turn.state.lastText === '') reply.ask = say(turn, 'more', remarkTexts.more);
  } else if (reply.after.length === 0 && !wishes.isAi && !turn.filled.some((slot) => slot !== 'intent')) {
    const isOut = (turn.state.said.offerHelp ?? 0) >= helpsOffered;
    const leaves = wishes.thanks || wishes.refusal || (isOut && wishes.stall !== null);
    if (leaves) return close(turn, reply, 'just-looking');
    // They tell us things that we do not understand: a person may.
    if (isOut) return giveUp(turn, reply);
    reply.after.push(say(turn, 'offerHelp', endTalkTexts.offerHelp));
  }
  return finishReply(turn, reply, '');
}

/** Everything is asked: the team is told once, and the talk waits for them. */
export function finish(turn: Turn, reply: Reply, wishes: Wishes): Effect[] {
  const { state } = turn;
  const isBooked = state.booking.appointment !== null;
  const isLater = !isBooked && isFarOff(state) && !state.told.includes('appointment-wanted');
  state.at = isBooked ? 'BOOKED' : isLater ? 'NURTURE' : 'DONE';
  const first = !state.told.includes('answers-complete');
  if (first) {
    const time = timeWanted(turn);
    tellTeam(turn, 'answers-complete', saysDone(time, isLater), 3);
    if (isBooked) turn.effects.push({ kind: 'tag', add: ['AI-Off'], remove: [] });
    reply.after.push(
      isLater ? say(turn, 'keptOnFile', conductTexts.keptOnFile) : say(turn, 'finished', endTalkTexts.finished),
    );
  } else if (wishes.question !== null) {
    if (state.lastText === '') reply.ask = say(turn, 'more', remarkTexts.more);
  } else if (reply.nice === '' && reply.after.length === 0) reply.nice = say(turn, 'here', remarkTexts.here);
  const reason = isLater ? 'nurture' : 'answers-complete';
  const effects = [...finishReply(turn, reply, ''), ...wait(turn, reason)];
  state.ended = reason;
  return effects;
}

const saysDone = (time: string | null, isLater: boolean): string =>
  `All questions asked${time ? `; prefers ${time}` : isLater ? '; not within a year' : ''}`;

/** So many messages in a row that give nothing. */
export const mostInVain = 5;

/** A person goes on where too many messages were in vain. */
export function giveUp(turn: Turn, reply: Reply): Effect[] {
  turn.state.vagueStreak = 0;
  escalate(turn, 'no-progress', 'normal');
  tellTeam(turn, 'no-progress', 'Five messages without an answer; the bot has stopped asking', 3);
  turn.effects.push({ kind: 'tag', add: ['Objection-Exhausted', 'Human-Follow-Up-Needed', 'AI-Off'], remove: [] });
  turn.state.at = 'EXHAUSTED';
  return end(turn, finishReply(turn, reply, say(turn, 'exhausted', endTalkTexts.exhausted)), 'no-progress');
}

/** The last word is ours, once. */
export function close(turn: Turn, reply: Reply, reason: 'goodbye' | 'changed-mind' | 'just-looking'): Effect[] {
  const time = timeWanted(turn);
  // A time half agreed on is not lost when the visitor leaves.
  const offered = turn.state.booking.offer !== null;
  if ((time !== null || offered) && turn.state.booking.appointment === null) {
    const left = time === null ? 'Left with times on offer' : `Left after naming a time: ${time}`;
    tellTeam(turn, 'appointment-wanted', left, 2);
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
  return end(turn, finishReply(turn, reply, invite === '' ? said : `${said} ${invite}`), reason);
}
