import { mayAsk } from '../flows/mayAsk.ts';
import type { Reply } from '../say/reply.ts';
import { type Question, standsOnScreen } from '../state/question.ts';
import { type StepContext, say } from '../state/stepContext.ts';
import { consentWordsFor } from '../track/contact.ts';
import type { Intents } from '../understand/intents.ts';

/** Times that a question may stay without an answer before the bot goes on to the next. */
export const missesAllowed = 2;

/** Asks, in other words than the last time. Somebody who asks questions of their own is not asked the same a third time. */
export function putQuestion(
  turn: StepContext,
  reply: Reply,
  question: Question,
  {
    question: asked,
    unwilling,
    stall,
    topics,
    facts,
  }: Pick<Intents, 'question' | 'unwilling' | 'stall' | 'topics' | 'facts'>,
): void {
  const visitorAsks = asked !== null || topics.length > 0 || facts.length > 0;
  const { state } = turn;
  const { times, misses } = state.asked?.question === question.id ? state.asked : { times: 0, misses: 0 };
  // It stands on the screen with its buttons, and isn't put again behind the answer to what they asked.
  const isNew = turn.choice !== null || turn.calendar;
  if (standsOnScreen.has(question.id) && visitorAsks && times > 0 && (question.id === 'slot' || !isNew)) return;
  if (
    (visitorAsks && times >= missesAllowed) ||
    !mayAsk(turn, question, { visitorAsks, unwilling: unwilling || stall !== null })
  ) {
    state.asked = null;
    return;
  }
  const ask = say(turn, `q:${question.id}`, question.wordings, question.value);
  const words = consentWordsFor(turn, reply, question, ask);
  reply.ask = words === '' ? ask : `${words} ${ask}`;
  reply.choices = question;
  state.asked = { question: question.id, times: times + 1, misses };
}
