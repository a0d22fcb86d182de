import { pickedTime } from '../booking/readSlotChoice.ts';
import { bookingTexts } from '../say/bookingTexts.ts';
import { reachWords } from '../say/reachWords.ts';
import { timeWanted } from '../say/timeWanted.ts';
import { sayMeeting, whenWords } from '../say/whenWords.ts';
import type { Wordings } from '../state/question.ts';
import { answerOf, type StepContext, say } from '../state/stepContext.ts';
import { canBeReached } from '../track/contact.ts';
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
      return [sayMeeting(turn, 'booked', appointment)];
    }
    if (aside === 'recap') return recap(turn);
    if (aside === 'help') return [say(turn, 'help', helpTexts[introduced ? 'more' : 'whole'])];
    return [
      aside === 'showing-paths'
        ? say(turn, 'showingPaths', asideTexts.showingPaths)
        : say(turn, 'whichCompany', asideTexts.whichCompany),
    ];
  });
}

/** The booking, the contact details that the team has, and how they asked to be reached: nothing of it is a promise. */
function recap(turn: StepContext): string[] {
  const { state } = turn;
  const { appointment } = state.booking;
  const { bookedViewing, bookedCall } = bookingTexts;
  const wanted = answerOf(state, 'visit') === undefined ? null : timeWanted(turn);
  const stands =
    appointment !== null
      ? say(
          turn,
          'recap:booked',
          appointment.meeting === 'viewing' ? bookedViewing : bookedCall,
          whenWords(turn, appointment),
        )
      : wanted !== null
        ? say(turn, 'recap:wanted', recapTexts.wanted, wanted)
        : say(turn, 'recap:nothing', recapTexts.nothing);
  const parts = reachWords(turn).join(', ');
  if (!canBeReached(turn)) return [stands, say(turn, 'recap:unreached', recapTexts.unreached)];
  const reached =
    parts === '' ? say(turn, 'recap:reached', recapTexts.reached) : say(turn, 'recap:how', recapTexts.how, parts);
  return [stands, reached, ...(appointment === null ? [say(turn, 'recap:whoWhen', recapTexts.whoWhen)] : [])];
}

export const recapTexts = {
  /** `{value}`: the time that they asked for. */
  wanted: {
    en: ['Nothing is booked yet. You asked for {value}.', "It isn't booked yet: you asked for {value}."],
    es: ['Todavía no hay nada reservado. Usted pidió {value}.', 'Aún no está reservada: usted pidió {value}.'],
  },
  nothing: {
    en: [
      'No time is booked. The team has what you wrote here.',
      "Nothing is booked. What you've written is with the team.",
    ],
    es: [
      'No hay ninguna hora reservada. El equipo tiene lo que escribió aquí.',
      'No hay nada reservado. Lo que escribió lo tiene el equipo.',
    ],
  },
  unreached: {
    en: [
      "There's no number or email of yours, so a person can only answer you here.",
      'Without a number or an email, a person can only answer in this chat.',
    ],
    es: [
      'No hay un teléfono ni un correo suyo, así que una persona solo puede contestarle aquí.',
      'Sin un teléfono o un correo, una persona solo puede contestarle en este chat.',
    ],
  },
  reached: {
    en: ['They can reach you the way you left here.', 'They have the way to reach you that you left here.'],
    es: ['Pueden contactarle como lo dejó aquí.', 'Tienen el contacto que usted dejó aquí.'],
  },
  /** `{value}`: how they want to be reached, part by part. */
  how: {
    en: ['They know how you want to be reached: {value}.', "You'd like to be reached {value}, and they can see that."],
    es: ['Saben cómo prefiere que le contacten: {value}.', 'Prefiere que le contacten {value}, y lo pueden ver.'],
  },
  whoWhen: {
    en: ["Who it will be, and when, I don't know yet.", "I don't know yet who will get back to you, or when."],
    es: ['Quién será y cuándo, todavía no lo sé.', 'Todavía no sé quién le va a contestar ni cuándo.'],
  },
} satisfies Record<string, Wordings>;

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
