import { asksForHelp } from '../reading/readHelp.ts';
import { opensAsQuestion } from '../reading/readQuestion.ts';
import { leavesPathOpen, wantsNoAgent } from '../reading/readShowingPath.ts';
import { asksOwnAppointment, asksToExplain, asksWhichCompany } from '../reading/readTalkQuestion.ts';
import { bookingTexts } from './booking/bookingTexts.ts';
import { whenWords } from './booking/whenWords.ts';
import type { BotState } from './protocol.ts';
import type { Wordings } from './question.ts';
import { say, type Turn } from './turn.ts';

/** What somebody asks about the talk itself: what the ways to a showing mean, when their appointment is, whose chat this is, HELP. */
export type Aside = 'showing-paths' | 'own-appointment' | 'which-company' | 'help';

/** What a message asks of the talk itself; null when it asks nothing of the kind. */
export function readAside(text: string, asked: string | null, { booking }: BotState): Aside | null {
  if (text.length > 160) return null;
  if (asksForHelp(text)) return 'help';
  const asks = text.includes('?') || opensAsQuestion(text);
  if (asked === 'showing' && (asks ? asksToExplain(text) : leavesPathOpen(text) && !wantsNoAgent(text)))
    return 'showing-paths';
  if (booking.appointment !== null && asksOwnAppointment(text)) return 'own-appointment';
  return asksWhichCompany(text) ? 'which-company' : null;
}

/** The answer to each of them; `introduced`: the same reply has just said who writes. */
export function answerAsides(turn: Turn, asides: readonly Aside[], introduced: boolean): string[] {
  return asides.flatMap((aside) => {
    if (aside === 'own-appointment') {
      const { appointment } = turn.state.booking;
      if (appointment === null) return [];
      const [key, wordings] =
        appointment.meeting === 'viewing'
          ? (['bookedViewing', bookingTexts.bookedViewing] as const)
          : (['bookedCall', bookingTexts.bookedCall] as const);
      return [say(turn, key, wordings, whenWords(turn, appointment))];
    }
    if (aside === 'help') return [say(turn, 'help', helpTexts[introduced ? 'more' : 'whole'])];
    return [
      aside === 'showing-paths'
        ? say(turn, 'showingPaths', asideTexts.showingPaths)
        : say(turn, 'whichCompany', asideTexts.whichCompany),
    ];
  });
}

export const asideTexts = {
  /** Texas Occ. Code 1101.562/.563. */
  showingPaths: {
    en: [
      'With an agreement, one of our agents works for you and may advise you. Without one you can still see the home, but only size, price and terms are confirmed.',
      "An agreement makes us your agent, in writing. Without one you're shown the home and only hear its size, price and terms, with no advice.",
    ],
    es: [
      'Con un acuerdo, un agente nuestro trabaja para usted y puede aconsejarle. Sin él puede ver la casa, pero solo se confirman tamaño, precio y condiciones.',
      'Con un acuerdo por escrito somos su agente. Sin él le muestran la casa y solo le confirman tamaño, precio y condiciones, sin consejos.',
    ],
  },
  whichCompany: {
    en: ["You're chatting with {brokerage}.", "This is {brokerage}'s chat."],
    es: ['Este es el chat de {brokerage}.', 'Está en contacto con {brokerage}.'],
  },
} satisfies Record<string, Wordings>;

const more = {
  en: [
    'Write AGENT to reach a person, STOP for no more messages.',
    'AGENT asks for a person, and STOP ends the messages.',
  ],
  es: [
    'Escriba AGENTE para hablar con una persona, o STOP para no recibir más.',
    'Con AGENTE pide una persona, y con STOP se acaban los mensajes.',
  ],
} satisfies Wordings;
const who = {
  en: ["I'm {assistant}, the AI assistant of {brokerage}.", 'This is {assistant}, the AI assistant of {brokerage}.'],
  es: [
    'Soy {assistant}, el asistente de IA de {brokerage}.',
    'Le escribe {assistant}, el asistente de IA de {brokerage}.',
  ],
} satisfies Wordings;

/** Who writes here, how to reach a person, how to stop; `more`: who writes was just said. */
export const helpTexts = {
  whole: {
    en: more.en.map((text, at) => `${who.en[at]} ${text}`),
    es: more.es.map((text, at) => `${who.es[at]} ${text}`),
  },
  more,
} satisfies Record<string, Wordings>;
