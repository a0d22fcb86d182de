import type { Wordings } from './question.ts';

/** Who writes, and when a person takes over. Every text comes at least twice, so that no reply repeats the last one. */
export const identityTexts = {
  disclosure: {
    en: [
      "Hi, I'm {assistant}, the AI assistant of {brokerage}. You can ask for a person at any time.",
      "Hello, I'm {assistant}, the AI assistant of {brokerage}. You can ask for a person at any time.",
    ],
    es: [
      'Hola, soy {assistant}, el asistente de IA de {brokerage}. Puede pedir hablar con una persona cuando quiera.',
      'Buenas, soy {assistant}, el asistente de IA de {brokerage}. Puede pedir hablar con una persona cuando quiera.',
    ],
  },
  /** The first message asks whether this is a bot. */
  disclosureAsked: {
    en: [
      "Yes, I'm an AI, not a person: {assistant}, the AI assistant of {brokerage}. You can ask for a person at any time.",
      "I'm {assistant}, the AI assistant of {brokerage}, so not a human being. You can ask for a person at any time.",
    ],
    es: [
      'Sí, soy una IA, no una persona: {assistant}, el asistente de IA de {brokerage}. Puede pedir una persona cuando quiera.',
      'Soy {assistant}, el asistente de IA de {brokerage}, no un ser humano. Puede pedir una persona cuando quiera.',
    ],
  },
  disclosureAgain: {
    en: [
      'This is {assistant} again, the AI assistant. You can ask for a person at any time.',
      "It's {assistant} again, the AI assistant. A person can be asked for at any time.",
    ],
    es: [
      'Soy {assistant} otra vez, el asistente de IA. Puede pedir hablar con una persona cuando quiera.',
      'Le escribe de nuevo {assistant}, el asistente de IA. Puede pedir una persona cuando quiera.',
    ],
  },
  isAi: {
    en: [
      "I'm {assistant}, an AI assistant, not a person. You can ask for a person at any time.",
      "I'm an AI, so not a human being. If you prefer a person, just say so.",
    ],
    es: [
      'Soy un asistente de IA, no una persona. Puede pedir hablar con una persona cuando quiera.',
      'Soy una IA, no un ser humano. Si prefiere una persona, dígamelo.',
    ],
  },
  person: {
    en: [
      "I've let the team know that you'd like to talk to a person. I can go on helping until then.",
      "The team has been told that you'd like a person. I can still answer what I know in the meantime.",
    ],
    es: [
      'Le he avisado al equipo de que quiere hablar con una persona. Mientras tanto puedo seguir ayudando.',
      'El equipo ya sabe que prefiere una persona. Mientras tanto respondo lo que sé.',
    ],
  },
  personAgain: {
    en: [
      "The team knows that you'd like to talk to a person.",
      "Your wish for a person is still on the team's screen.",
      "I've noted it again for the team. Anything that I know, I can answer meanwhile.",
    ],
    es: [
      'El equipo sabe que quiere hablar con una persona.',
      'Su petición sigue a la vista del equipo.',
      'Lo he vuelto a anotar para el equipo. Mientras tanto respondo lo que sé.',
    ],
  },
  stillWaiting: {
    en: [
      "I'm here, but nobody from the team has answered yet. Your wish for a person is on their screen, and I can't say when they will.",
      'Still only me, the assistant. The team has been told that you would like a person; when they will answer I do not know.',
      'I am here. A person has not picked this up yet, and the team can see that you are waiting.',
    ],
    es: [
      'Aquí estoy, pero nadie del equipo ha respondido todavía. Su petición está a la vista de ellos y no sé cuándo lo harán.',
      'Sigo siendo solo el asistente. El equipo sabe que prefiere una persona; cuándo responderán no lo sé.',
      'Aquí sigo. Ninguna persona lo ha tomado todavía y el equipo ve que usted espera.',
    ],
  },
  stillInReview: {
    en: [
      'A person of the team still has to look at your message before I go on; I am sorry that it takes a while.',
      'Your message is still with a person of the team, who looks at it first. Thank you for waiting.',
    ],
    es: [
      'Una persona del equipo aún tiene que ver su mensaje antes de que yo siga; siento la espera.',
      'Su mensaje sigue con una persona del equipo, que lo mira primero. Gracias por esperar.',
    ],
  },
} satisfies Record<string, Wordings>;
