import type { Objection } from '../../../contract/vocabulary.ts';
import type { Wordings } from '../state/question.ts';

/** The first answer to an objection: it is heard, nothing is claimed. */
export const objectionTexts: Readonly<Record<Objection, Wordings>> = {
  neighbor_comp: {
    en: [
      'It makes sense to look at what a neighbor got, though no two homes are quite alike.',
      'A sale next door is worth looking at, but how close it comes depends on the details.',
    ],
    es: [
      'Es lógico fijarse en lo que le dieron a un vecino, aunque dos casas rara vez son iguales.',
      'Fijarse en una venta de al lado tiene sentido, pero los detalles deciden qué tanto se parece.',
    ],
  },
  anchoring: {
    en: [
      'Online estimates are a starting point, but no one has walked through your home.',
      "An online estimate is made without seeing inside, so it's just one data point.",
    ],
    es: [
      'Las cifras en línea son un comienzo, pero nadie ha recorrido su casa para sacarlas.',
      'Una cifra en línea se saca sin ver los cuartos, así que es solo una señal entre varias.',
    ],
  },
  loss_aversion: {
    en: ['No one likes to get less than they put in.', "It's easy to see why what you paid matters to you."],
    es: ['A nadie le gusta recibir menos de lo que puso.', 'Lo que pagó le importa, y se entiende.'],
  },
  improvement_overvalue: {
    en: [
      "You've put a lot into the home, and that should count.",
      "Work like that should be seen, so I've written it down for the team.",
    ],
    es: ['Le ha puesto mucho a la casa, y eso cuenta.', 'Un trabajo así hay que verlo, y ya lo guardé para el equipo.'],
  },
  market_denial: {
    en: ['Markets move both ways, and no one knows when.', "That may be. I don't make forecasts either way."],
    es: ['Los mercados suben y bajan, y nadie sabe cuándo.', 'Puede ser, yo no hago pronósticos.'],
  },
  pricing_general: {
    en: ["It should feel right to you, that's fair.", 'Understood, the figure has to work for you.'],
    es: ['Claro, tiene que parecerle bien.', 'Entendido, la cifra tiene que convencerle.'],
  },
  budget_shock: {
    en: [
      "That's a lot of money, I hear you. A different size or part of town can change it.",
      'Prices can be a shock. Area and size matter most.',
    ],
    es: [
      'Es mucho dinero, le entiendo. Con otro tamaño u otra zona puede cambiar.',
      'Los precios asustan. Lo que más los mueve es la zona y el tamaño.',
    ],
  },
  analysis_paralysis: {
    en: [
      "It can be a lot at once, so let's take it one question at a time.",
      'That many homes at once would wear anyone out. We can narrow it down step by step.',
    ],
    es: [
      'Puede ser mucho de golpe, así que vamos pregunta por pregunta.',
      'Ver tantas casas cansa a cualquiera. Podemos ir descartando paso a paso.',
    ],
  },
  competition_shopping: {
    en: [
      'Comparing agents is a good idea. Ask our team anything you ask the others.',
      "It's smart to talk to more than one, and the team welcomes the comparison.",
    ],
    es: [
      'Comparar agentes es buena idea. Pregúntele al equipo lo mismo que a los demás.',
      'Hace bien en hablar con más de uno, y al equipo le da gusto que compare.',
    ],
  },
  trust_credibility: {
    en: [
      "It's right to be careful. You can talk to a person on the team before you decide anything.",
      "That's a fair concern. Nothing here commits you to anything, and you can ask for a person at any time.",
    ],
    es: [
      'Hace bien en tener cuidado. Puede hablar con una persona del equipo antes de decidir nada.',
      'Es normal tener dudas. Nada aquí le compromete, y puede pedir una persona cuando quiera.',
    ],
  },
  authority_decision_maker: {
    en: [
      "Of course, that's for both of you to decide. You're both welcome, here and on a call.",
      'That makes sense, and both of you are welcome to join a call with the team.',
    ],
    es: [
      'Claro, eso lo deciden entre los dos. Pueden estar ambas personas, aquí y en una llamada.',
      'Tiene sentido, y los dos pueden estar en la llamada con el equipo.',
    ],
  },
  value_proposition: {
    en: [
      "You can sell on your own, and it's fair to ask what an agent adds. The team will give you a straight answer.",
      "That's for you to weigh. The team can tell you what they do and what they don't.",
    ],
    es: [
      'Puede vender por su cuenta, y es justo preguntar qué aporta un agente. El equipo se lo dice con franqueza.',
      'Eso lo decide usted. El equipo puede decirle qué hace y qué no.',
    ],
  },
  timing_not_ready: {
    en: ["There's no rush on our side.", "It can wait until you're ready."],
    es: ['Por nuestra parte no hay prisa.', 'Puede esperar hasta que le convenga.'],
  },
};

/** Said again: no data is on file to answer with, so a person's comparison is offered. */
export const comparisonOffer: Wordings = {
  en: [
    "I don't have sales on file to compare it with. A person on the team can make a comparison for your home, with no obligation.",
    "A person on the team would have to look at recent sales with you. Say the word and I'll pass it on.",
  ],
  es: [
    'No tengo ventas a la mano para compararlo. Alguien del equipo puede hacerle una comparación, sin compromiso.',
    'Para eso conviene que alguien del equipo vea ventas recientes con usted. Dígame y lo paso.',
  ],
};
export const talkOffer: Wordings = {
  en: [
    'A person on the team can go through that with you on a short call, with no obligation.',
    'That may be easier on the phone. A person on the team can call you, if you like.',
  ],
  es: [
    'Alguien del equipo puede verlo con usted en una llamada corta, sin compromiso.',
    'Quizá sea más fácil hablando. Alguien del equipo puede llamarle, si quiere.',
  ],
};
export const objectionToPerson: Wordings = {
  en: [
    "I can't settle that in a chat, so I've asked a person on the team to talk to you about it.",
    'That deserves a talk with a person. The team knows what worries you and can take it from here.',
  ],
  es: [
    'Eso no puedo resolverlo por chat, así que pedí a una persona del equipo que lo hable con usted.',
    'Eso merece una persona. El equipo ya sabe qué le preocupa y puede seguir con usted.',
  ],
};
