import type { Wordings } from '../state/question.ts';

/** To a question that nothing on file answers: said honestly, and a person has it. */
export const questionPassedOn: Wordings = {
  en: [
    "I don't have the answer to that, so I've passed your question to our team.",
    "I don't want to guess on that one. Our team has your question now.",
    "One of our agents can answer that better than I can, so I've sent them your question.",
  ],
  es: [
    'No tengo esa respuesta, así que le pasé su pregunta a nuestro equipo.',
    'En eso prefiero no adivinar. Nuestro equipo ya tiene su pregunta.',
    'Eso se lo responde mejor uno de nuestros agentes, así que ya les pasé su pregunta.',
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
