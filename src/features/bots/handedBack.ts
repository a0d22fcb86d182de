import { bookingTexts } from './booking/bookingTexts.ts';
import { whenWords } from './booking/whenWords.ts';
import type { Plan } from './plan.ts';
import type { Effect } from './protocol.ts';
import type { Wordings } from './question.ts';
import { finishReply } from './reply.ts';
import { say } from './turn.ts';

/** As much of what was said last as is told again. */
const quotedChars = 160;
/** Longer words have more to say than a name. */
const callChars = 40;

export const handedBackTexts = {
  left: {
    en: ['{value} has left the chat for now.', "{value} isn't in the chat right now."],
    es: ['{value} salió del chat por ahora.', '{value} no está en el chat en este momento.'],
  },
  lastSaid: {
    en: ['The last thing you were told: “{value}”', 'What you were told last: “{value}”'],
    es: ['Lo último que le dijo: «{value}»', 'Lo que le dijo al final: «{value}»'],
  },
  offerBack: {
    en: ["Ask for a person here, and I'll pass it on right away.", "If you need a person again, say so and I'll ask."],
    es: ['Pida una persona aquí y lo paso enseguida.', 'Si necesita otra vez a una persona, dígame y la busco.'],
  },
} satisfies Record<string, Wordings>;

/** "Hello? Maya?" after a person of the team gave the talk back: that they left, what stands, and how to have somebody again. */
export function tellHandedBack({ turn, reply, wishes, heard }: Plan): Effect[] | null {
  const { state } = turn;
  if (state.agent === null || state.mode !== 'bot' || wishes.question?.includes(' ')) return null;
  const name = state.agent.name.split(' ')[0] ?? '';
  const isCalled = heard.some(({ message }) => message.text.length < callChars && names(message.text, name));
  if (!isCalled && !wishes.callsOut) return null;
  reply.question = null;
  reply.after.push(say(turn, 'agentLeft', handedBackTexts.left, name));
  const { appointment } = state.booking;
  if (appointment !== null) {
    const booked = appointment.meeting === 'viewing' ? 'bookedViewing' : 'bookedCall';
    reply.after.push(say(turn, booked, bookingTexts[booked], whenWords(turn, appointment)));
  } else if (state.agent.said !== null)
    reply.after.push(say(turn, 'agentLastSaid', handedBackTexts.lastSaid, state.agent.said.slice(0, quotedChars)));
  // Whom they call for is asked back by the rule for who wants a person.
  if (wishes.person) return null;
  return finishReply(turn, reply, say(turn, 'agentBack', handedBackTexts.offerBack));
}

const names = (text: string, name: string): boolean =>
  name.length > 1 &&
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(name.toLowerCase());
