import type { Wordings } from '../state/question.ts';

/** To a question that nothing on file answers: said honestly, and a person has it. */
export const questionPassedOn: Wordings = {
  en: [
    "I can't answer that one myself, so I've passed your question to the team.",
    "That's a question for a person, so I've passed it to the team.",
    "I won't guess at that one. I've passed your question on, so a person can answer it.",
  ],
  es: [
    'Eso no lo puedo responder yo, así que le pasé su pregunta al equipo.',
    'Esa pregunta es para una persona. El equipo ya la tiene.',
    'No quiero adivinar. Ya pasé su pregunta para que una persona le responda.',
  ],
};

/** To a question about Jorge or the talk that he has no words for. */
export const talkQuestion: Wordings = {
  en: [
    "I'm not sure I can answer that one. You can ask me about a home, or ask for a person anytime.",
    "I can't answer that one. I'm here for anything about a home, and you can ask for a person too.",
  ],
  es: [
    'No sé si puedo responder eso. Pregúnteme por una casa, o pida una persona cuando quiera.',
    'Eso no puedo responderlo. Aquí estoy para todo lo de las casas, y también puede pedir una persona.',
  ],
};
