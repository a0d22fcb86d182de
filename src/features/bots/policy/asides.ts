import { pickedTime } from '../booking/readSlotChoice.ts';
import { timeWanted } from '../flows/scheduling.ts';
import { bookingTexts } from '../say/bookingTexts.ts';
import { whenWords } from '../say/whenWords.ts';
import type { Wordings } from '../state/question.ts';
import { type StepContext, say } from '../state/stepContext.ts';
import type { Aside } from '../understand/readAside.ts';

/** Answers questions about the talk itself, one text each. `introduced`: the same reply has just said who writes. */
export function answerAsides(turn: StepContext, asides: readonly Aside[], introduced: boolean): string[] {
  return asides.flatMap((aside) => {
    if (aside === 'own-appointment') {
      const { appointment } = turn.state.booking;
      const picked = pickedTime(turn.state);
      if (appointment === null && picked !== null)
        return [say(turn, 'picked', bookingTexts.picked, whenWords(turn, { ...picked, with: null }))];
      if (appointment === null) {
        const wanted = timeWanted(turn);
        return wanted === null ? [] : [say(turn, 'notYetSet', asideTexts.notYetSet, wanted)];
      }
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
      'With an agreement, one of our agents works for you and can advise you. Without one, you can still see the home, but we can only confirm size, price, and terms.',
      'An agreement makes us your agent, in writing. Without one, you can see the home, but we can only confirm its size, price, and terms, with no advice.',
    ],
    es: [
      'Con un acuerdo, un agente nuestro trabaja para usted y puede aconsejarle. Sin él puede ver la casa, pero solo se confirman tamaño, precio y condiciones.',
      'Con un acuerdo por escrito somos su agente. Sin él le muestran la casa y solo le confirman tamaño, precio y condiciones, sin consejos.',
    ],
  },
  /** `{value}`: the time that they asked for. */
  notYetSet: {
    en: [
      'Not yet. The team knows you want {value} and will confirm it with you.',
      "It isn't set yet. The team has {value} as your choice and will confirm it.",
    ],
    es: [
      'Todavía no. El equipo sabe que prefiere {value}, y se lo confirma.',
      'Aún no queda fijada: el equipo tiene {value} como su preferencia y se la confirma.',
    ],
  },
  whichCompany: {
    en: ["You're chatting with {brokerage}.", "This is {brokerage}'s chat."],
    es: ['Este es el chat de {brokerage}.', 'Está en contacto con {brokerage}.'],
  },
} satisfies Record<string, Wordings>;

const more = {
  en: [
    'Write AGENT to reach a person or STOP to end messages.',
    'You can write AGENT to get a person and STOP to end messages.',
  ],
  es: [
    'Escriba AGENTE para hablar con una persona, o STOP para no recibir más.',
    'Con AGENTE pide una persona, y con STOP se acaban los mensajes.',
  ],
} satisfies Wordings;
const who = {
  en: ["I'm {assistant}, the AI assistant at {brokerage}.", 'This is {assistant}, the AI assistant at {brokerage}.'],
  es: [
    'Soy {assistant}, el asistente de IA de {brokerage}.',
    'Le escribe {assistant}, el asistente de IA de {brokerage}.',
  ],
} satisfies Wordings;

/** Says that Jorge is an AI, how to reach a person and how to stop; `more`: the first of these was just said. */
export const helpTexts = {
  whole: {
    en: more.en.map((text, at) => `${who.en[at]} ${text}`),
    es: more.es.map((text, at) => `${who.es[at]} ${text}`),
  },
  more,
} satisfies Record<string, Wordings>;
