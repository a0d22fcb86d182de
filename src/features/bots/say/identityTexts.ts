import type { Wordings } from '../state/question.ts';

/** Says that Jorge is an AI, and when a person takes over. Every text comes at least twice, so that no reply repeats the last one. */
export const identityTexts = {
  disclosure: {
    en: [
      "Hi, I'm {assistant}, the AI assistant at {brokerage}, and you can ask for a person at any time.",
      "Hello, I'm {assistant}, the AI assistant at {brokerage}, and you can ask for a person at any time.",
    ],
    es: [
      'Hola, soy {assistant}, el asistente de IA de {brokerage}, y puede pedir una persona cuando quiera.',
      'Buenas, soy {assistant}, el asistente de IA de {brokerage}, y puede pedir una persona cuando quiera.',
    ],
  },
  /** The first message asks whether this is a bot. */
  disclosureAsked: {
    en: [
      "Yes, I'm an AI, not a person: {assistant}, the AI assistant at {brokerage}. You can ask for a person at any time.",
      "I'm {assistant}, the AI assistant at {brokerage}, not a human being. You can ask for a person at any time.",
    ],
    es: [
      'Sí, soy una IA, no una persona: {assistant}, el asistente de IA de {brokerage}. Puede pedir una persona cuando quiera.',
      'Soy {assistant}, el asistente de IA de {brokerage}, no un ser humano. Puede pedir una persona cuando quiera.',
    ],
  },
  disclosureAgain: {
    en: [
      'This is {assistant} again, the AI assistant. You can ask for a person at any time.',
      "It's {assistant} again, the AI assistant. You can still ask for a person at any time.",
    ],
    es: [
      'Soy {assistant} otra vez, el asistente de IA. Puede pedir hablar con una persona cuando quiera.',
      'Le escribe de nuevo {assistant}, el asistente de IA. Puede pedir una persona cuando quiera.',
    ],
  },
  isAi: {
    en: [
      "I'm {assistant}, an AI assistant, not a person or a licensed agent. You can ask for a person at any time.",
      "I'm an AI, not a human being or a licensed agent. If you'd rather talk to a person, just say so.",
    ],
    es: [
      'Soy un asistente de IA, no una persona ni un agente con licencia. Puede pedir hablar con una persona cuando quiera.',
      'Soy una IA, no un ser humano ni un agente con licencia. Si prefiere una persona, dígamelo.',
    ],
  },
  person: {
    en: [
      "I've let the team know that you'd like to talk to a person. I can keep helping until then.",
      "The team has been told that you'd like a person. I can still answer what I know in the meantime.",
    ],
    es: [
      'Ya le avisé al equipo que quiere hablar con una persona. Mientras tanto puedo seguir ayudándole.',
      'El equipo ya sabe que prefiere hablar con una persona. Mientras tanto respondo lo que sé.',
    ],
  },
  /** Probably they want a person: right too where they only told or asked something. */
  forPerson: {
    en: [
      "I've passed that to our team so a person can help. I can keep answering questions in the meantime.",
      "A person can help with that best, so our team has it now. I'm still here for anything else.",
    ],
    es: [
      'Ya le pasé eso a nuestro equipo para que le ayude una persona. Mientras tanto puedo seguir respondiendo preguntas.',
      'Con eso le ayuda mejor una persona, así que nuestro equipo ya lo tiene. Aquí sigo para lo demás.',
    ],
  },
  personAgain: {
    en: [
      "The team knows that you'd like to talk to a person.",
      "The team can still see that you'd like a person.",
      'The team still has your request for a person. I can answer what I know in the meantime.',
    ],
    es: [
      'El equipo sabe que quiere hablar con una persona.',
      'El equipo todavía ve que usted quiere una persona.',
      'El equipo sigue al tanto de que quiere una persona. Mientras tanto respondo lo que sé.',
    ],
  },
  stillWaiting: {
    en: [
      "I'm here, but no one from the team has answered yet. They can see you'd like a person, and I can't say when they'll answer.",
      "It's still only me, the assistant. The team knows you'd like a person, but I can't say when someone will answer.",
      "I'm here. No one has picked this up yet, but the team can see that you're waiting for a person.",
    ],
    es: [
      'Aquí estoy, pero nadie del equipo ha respondido todavía. Ellos ven que quiere una persona, y no sé decirle cuándo responderán.',
      'Sigo siendo solo el asistente. El equipo sabe que prefiere una persona, pero no sé decirle cuándo le responderá.',
      'Aquí sigo. Todavía no lo ha tomado nadie, y el equipo ve que usted espera a una persona.',
    ],
  },
  stillInReview: {
    en: [
      "A person on the team still has to look at your message before I go on. I'm sorry it's taking a while.",
      'Your message is still with a person on the team, who has to look at it first. Thanks for waiting.',
    ],
    es: [
      'Una persona del equipo todavía tiene que ver su mensaje antes de que yo siga. Perdone la espera.',
      'Su mensaje sigue con una persona del equipo, que lo revisa primero. Gracias por esperar.',
    ],
  },
} satisfies Record<string, Wordings>;
