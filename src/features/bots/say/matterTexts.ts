import type { Matter } from '../../../contract/vocabulary.ts';
import type { Wordings } from '../state/question.ts';

/** Says who can answer a question that has no written answer, by its matter. */
export const forWhomItIs: Readonly<Record<Exclude<Matter, 'home' | 'homes'>, Wordings>> = {
  brokerage: {
    en: [
      "I don't have that written down, so I've passed your question to the team.",
      "I'd rather not guess, so I've passed your question to the team. They can tell you.",
    ],
    es: [
      'Eso no lo tengo apuntado, así que le pasé su pregunta al equipo.',
      'Prefiero no adivinar, así que le pasé su pregunta al equipo. Una persona de ahí puede decirle.',
    ],
  },
  process: {
    en: [
      "That depends on your situation, so I won't guess. An agent can walk you through it, and I've passed your question on.",
      "An agent can look at your situation and tell you more. I've passed your question to the team.",
    ],
    es: [
      'Eso depende de cada caso y no quiero adivinar. Un agente puede explicárselo, y ya le pasé su pregunta al equipo.',
      'Eso es para un agente, que puede ver su caso. Ya le pasé su pregunta al equipo.',
    ],
  },
  finance: {
    en: [
      "A lender can tell you that for your situation, and I won't guess at numbers. I've passed your question to the team too.",
      "That's for a lender of your choice, since it depends on your own numbers. I've passed your question to the team.",
    ],
    es: [
      'Eso se lo dice un prestamista para su caso, y no quiero adivinar números. También le pasé su pregunta al equipo.',
      'Eso es para un prestamista de su elección, porque depende de sus propios números. Ya le pasé su pregunta al equipo.',
    ],
  },
  law: {
    en: [
      "That's a legal question for an attorney, so I won't guess. I've let the team know what you'd like to find out.",
      "I can't advise on the law. An attorney can, and an agent can tell you how it usually goes. I've passed your question to the team.",
    ],
    es: [
      'Es una pregunta legal y eso le toca a un abogado, así que no adivino. Le avisé al equipo de lo que quiere saber.',
      'No puedo aconsejarle sobre leyes. Un abogado sí, y un agente puede decirle cómo suele hacerse. Ya le pasé su pregunta al equipo.',
    ],
  },
  market: {
    en: [
      "I won't guess about prices. An agent can compare recent sales with you, and I've passed your question on.",
      "I can't say where the market is headed, but an agent can go through it with you. I've passed your question to the team.",
    ],
    es: [
      'No quiero adivinar sobre precios. Un agente puede comparar ventas recientes con usted, y ya pasé su pregunta.',
      'No puedo decirle cómo va a estar el mercado, pero un agente puede verlo con usted. Ya le pasé su pregunta al equipo.',
    ],
  },
  talk: {
    en: [
      "I'm not sure I can answer that one. You can ask me about a home, or ask for a person anytime.",
      "I can't answer that one. I'm here for anything about a home, and you can ask for a person too.",
    ],
    es: [
      'No sé si puedo responder eso. Pregúnteme por una casa, o pida una persona cuando quiera.',
      'Eso no puedo responderlo. Aquí estoy para todo lo de las casas, y también puede pedir una persona.',
    ],
  },
};

/** To a seller who asks something of their own home: nobody here has seen it. */
export const ofOwnHome: Wordings = {
  en: [
    "I can't tell without someone seeing your home, so I've passed your question to the team.",
    'Someone would have to see the home itself. The team has your question and can go over it with you.',
  ],
  es: [
    'Eso no puedo decirlo sin que alguien vea su casa, así que le pasé su pregunta al equipo.',
    'Para eso hay que ver la casa. El equipo ya tiene su pregunta y puede verlo con usted.',
  ],
};
