import { type Applied, applyEvents } from './applyEvents.ts';
import { trackFragments } from './booking/fragments.ts';
import { finalizeStep } from './finalizeStep.ts';
import { tellCalendar } from './policy/goOn.ts';
import { optIn, optOut } from './policy/optOut.ts';
import { decideReply } from './policy/policy.ts';
import { tellOfDelay } from './policy/review.ts';
import { speakBrief } from './policy/speakBrief.ts';
import { tellAnswers } from './policy/tellAnswers.ts';
import { noteFiles, thankForFiles } from './policy/thankForFiles.ts';
import type { Effect, Step } from './state/protocol.ts';
import { beginStep, type StepContext } from './state/stepContext.ts';
import { readMessage } from './understand/readMessage.ts';

/**
 * One turn of the bot: everything that happened since the last one goes in, the new state and what is to be done come out. Never throws
 * on what people write; the same input gives the same output. Effects: the reply first, then what silences or informs.
 */
export const step: Step = (before, input, pack) => {
  const turn = beginStep(input.at, pack, { ...before });
  const applied = applyEvents(turn, input);
  // The time that Jorge spoke of stands for the messages that answer it, and no longer.
  turn.state.booking = { ...turn.state.booking, proposed: null };
  const unanswered = { seq: turn.state.unansweredSeq, pending: turn.state.pending };
  trackFragments(turn, applied.readings);
  const responded = respond(turn, applied);
  const late = tellAnswers(turn, applied.answered);
  const isReply = ({ kind }: Effect): boolean => kind === 'reply';
  const replies = responded
    .filter(isReply)
    // The calendar's word answers the message for which it was asked.
    .map((effect) => (unanswered.pending.length > 0 ? withBrief(turn, effect) : effect));
  const silences = responded.filter((effect) => !isReply(effect));
  return finalizeStep(before, turn, [...replies, ...late, ...silences], unanswered);
};

function withBrief(turn: StepContext, effect: Effect): Effect {
  const brief = effect.kind === 'reply' ? speakBrief(turn, effect) : null;
  return effect.kind === 'reply' && brief !== null ? { ...effect, brief } : effect;
}

function respond(turn: StepContext, applied: Applied): Effect[] {
  const { state } = turn;
  if (state.mode === 'closed') return [];
  if (applied.optOut) return optOut(turn, applied.optOut);
  if (applied.optIn) return optIn(turn, applied.optIn);
  if (state.mode === 'human') return [];
  // STOP ends the messages that we send of our own accord; their messages are still answered.
  if (state.ended === 'opted-out' && state.unansweredSeq === null && !applied.personAsked && applied.files === null)
    return [];
  const files = applied.files === null ? null : noteFiles(turn, applied.files);
  if (state.unansweredSeq === null && !applied.personAsked && !turn.calendar)
    return files === null ? [] : thankForFiles(turn, files);
  const known = new Map(applied.readings.map((reading) => [reading.message.seq, reading]));
  // After a give-back, messages that the person left unanswered are read again; their slots are already filled.
  const unanswered = applied.resumed
    ? state.pending.map(
        (message) => known.get(message.seq) ?? readMessage(message, null, turn.at, { names: turn.pack.areas }),
      )
    : applied.readings;
  if (unanswered.length > 0 || applied.personAsked) return decideReply(turn, unanswered, applied.personAsked);
  if (turn.calendar) return tellCalendar(turn);
  return applied.reviewLate ? tellOfDelay(turn) : [];
}
