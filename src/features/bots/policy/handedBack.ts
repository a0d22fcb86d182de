import { finishReply } from '../say/reply.ts';
import { sayMeeting } from '../say/whenWords.ts';
import type { Effect } from '../state/protocol.ts';
import type { Wordings } from '../state/question.ts';
import { say } from '../state/stepContext.ts';
import type { Plan } from './plan.ts';

/** Characters of the last message that are repeated. */
const quotedChars = 160;
/** A longer message says more than a name. */
const callChars = 40;

export const handedBackTexts = {
  left: {
    en: ['{value} has left the chat for now.', "{value} isn't in the chat right now."],
    es: ['{value} salió del chat por ahora.', '{value} no está en el chat en este momento.'],
  },
  lastSaid: {
    en: ['The last thing they told you was: “{value}”', "Here's the last thing they said: “{value}”"],
    es: ['Lo último que le dijo: «{value}»', 'Lo que le dijo al final: «{value}»'],
  },
  offerBack: {
    en: [
      "Ask for a person here, and I'll pass it on right away.",
      "If you need a person again, say so and I'll ask for one.",
    ],
    es: ['Pida una persona aquí y lo paso enseguida.', 'Si necesita otra vez a una persona, dígame y la busco.'],
  },
} satisfies Record<string, Wordings>;

/**
 * Answers "Hello? Maya?" after a person of the team gave the talk back: says that they left, what is arranged, and how to reach a
 * person again.
 */
export function tellHandedBack({ turn, reply, intents, readings }: Plan): Effect[] | null {
  const { state } = turn;
  if (state.agent === null || state.mode !== 'bot' || intents.question?.includes(' ')) return null;
  const name = state.agent.name.split(' ')[0] ?? '';
  const isCalled = readings.some(({ message }) => message.text.length < callChars && names(message.text, name));
  if (!isCalled && !intents.callsOut) return null;
  reply.question = null;
  reply.after.push(say(turn, 'agentLeft', handedBackTexts.left, name));
  const { appointment } = state.booking;
  if (appointment !== null) reply.after.push(sayMeeting(turn, 'booked', appointment));
  else if (state.agent.said !== null)
    reply.after.push(say(turn, 'agentLastSaid', handedBackTexts.lastSaid, state.agent.said.slice(0, quotedChars)));
  // A call for that person is handled by the rule for visitors who want a person.
  if (intents.person) return null;
  return finishReply(turn, reply, say(turn, 'agentBack', handedBackTexts.offerBack));
}

const names = (text: string, name: string): boolean =>
  name.length > 1 &&
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(name.toLowerCase());
