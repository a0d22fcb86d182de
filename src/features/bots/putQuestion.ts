import { consentWordsFor } from './contact.ts';
import { mayAsk } from './mayAsk.ts';
import type { Question } from './question.ts';
import { remarkTexts } from './remarkTexts.ts';
import type { Reply } from './reply.ts';
import { say, type Turn } from './turn.ts';
import type { Wishes } from './wishes.ts';

/** In vain so often: then the bot goes on. */
export const missesAllowed = 2;

/** Asks, in other words than the last time. Somebody who asks questions of their own is not asked the same a third time. */
export function putQuestion(
  turn: Turn,
  reply: Reply,
  question: Question,
  { question: asked, unwilling }: Pick<Wishes, 'question' | 'unwilling'>,
): void {
  const visitorAsks = asked !== null;
  const { state } = turn;
  const { times, misses } = state.asked?.question === question.id ? state.asked : { times: 0, misses: 0 };
  if ((visitorAsks && times >= missesAllowed) || !mayAsk(turn, question, { visitorAsks, unwilling })) {
    state.asked = null;
    // The same fact asked for twice is not told twice in the same words.
    if (visitorAsks && state.lastText === '' && state.visitorMessages > 1)
      reply.ask = say(turn, 'more', remarkTexts.more);
    return;
  }
  const ask = say(turn, `q:${question.id}`, question.wordings, question.value);
  const words = consentWordsFor(turn, reply, question, ask);
  reply.ask = words === '' ? ask : `${words} ${ask}`;
  reply.choices = question;
  state.asked = { question: question.id, times: times + 1, misses };
}
