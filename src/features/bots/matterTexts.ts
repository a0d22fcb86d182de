import type { Matter } from '../../contract/vocabulary.ts';
import type { Wordings } from './question.ts';

/** Where a question goes for which nobody has written an answer down: to whoever knows, by its matter. */
export const forWhomItIs: Readonly<Record<Exclude<Matter, 'home' | 'homes'>, Wordings>> = {
  brokerage: {
    en: [
      "I don't have that written down, so I've passed your question to the team.",
      "I'd rather not guess. Your question is with the team, and a person can tell you.",
    ],
    es: [
      'Eso no lo tengo apuntado, así que le pasé su pregunta al equipo.',
      'Prefiero no adivinar. Su pregunta ya la tiene el equipo, y una persona puede decirle.',
    ],
  },
  process: {
    en: [
      "That depends on the case, so I won't guess. An agent can walk you through it, and I've passed your question on.",
      'An agent can look at your case and tell you more. The team has your question.',
    ],
    es: [
      'Eso depende del caso y no quiero adivinar. Un agente puede explicárselo, y ya pasé su pregunta.',
      'Eso es para un agente, que puede ver su caso. El equipo ya tiene su pregunta.',
    ],
  },
  finance: {
    en: [
      "A lender can tell you that for your case, and I won't guess at numbers. I've passed your question to the team too.",
      "That's for a lender of your choice, since it depends on your own figures. The team has your question.",
    ],
    es: [
      'Eso se lo dice un prestamista para su caso, y no quiero adivinar números. También le pasé su pregunta al equipo.',
      'Eso es para un prestamista de su elección, porque depende de sus propias cifras. El equipo tiene su pregunta.',
    ],
  },
  law: {
    en: [
      "That's a legal question, so an attorney is the right person to ask. I've let the team know what you'd like to find out.",
      "I can't advise on the law. An attorney can, and an agent can tell you how it usually goes. The team has your question.",
    ],
    es: [
      'Eso es una cuestión legal, y quien puede responderla es un abogado. Le avisé al equipo de lo que quiere saber.',
      'No puedo aconsejar sobre leyes. Un abogado sí, y un agente puede decirle cómo suele ser. El equipo tiene su pregunta.',
    ],
  },
  market: {
    en: [
      "I won't guess about prices. An agent can compare recent sales with you, and I've passed your question on.",
      'What the market does is for an agent to go through with you. The team has your question.',
    ],
    es: [
      'No quiero adivinar sobre precios. Un agente puede comparar ventas recientes con usted, y ya pasé su pregunta.',
      'Cómo está el mercado se lo explica un agente. El equipo tiene su pregunta.',
    ],
  },
  talk: {
    en: [
      "I'm not sure I can answer that one. You can ask me about a home, or ask for a person anytime.",
      "That one I can't answer. For anything about a home I'm here, and a person is too.",
    ],
    es: [
      'No estoy seguro de poder responder eso. Pregúnteme por una casa, o pida una persona cuando quiera.',
      'Eso no puedo responderlo. Para lo de las casas aquí estoy, y una persona también.',
    ],
  },
};
