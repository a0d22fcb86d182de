import type { Objection } from '../reading/readObjection.ts';
import type { Wordings } from './question.ts';

/** The first answer to an objection: it is heard, nothing is claimed. */
export const objectionTexts: Readonly<Record<Objection, Wordings>> = {
  neighbor_comp: {
    en: [
      'It makes sense to look at what a neighbor got; two homes are rarely alike in size and shape.',
      'A sale next door is a fair thing to look at; the details decide how close it comes.',
    ],
    es: [
      'Es lógico mirar lo que consiguió un vecino; dos casas rara vez son iguales.',
      'Una venta vecina es un buen punto de partida; los detalles deciden.',
    ],
  },
  anchoring: {
    en: [
      'Online figures are a starting point; nobody has walked through your home for them.',
      'An online figure is made without seeing the rooms, so it is one sign among several.',
    ],
    es: [
      'Las cifras en línea son un comienzo; nadie ha recorrido su casa para hacerlas.',
      'Una cifra en línea se hace sin ver las habitaciones; es una señal entre varias.',
    ],
  },
  loss_aversion: {
    en: ['Nobody likes to get less than they put in.', 'What you paid matters to you, that is easy to see.'],
    es: ['A nadie le gusta recibir menos de lo que puso.', 'Lo que pagó cuenta para usted, se entiende.'],
  },
  improvement_overvalue: {
    en: [
      'You have put a lot into the home, and that belongs in the picture.',
      'Work like that should be seen; I have noted it for the team.',
    ],
    es: [
      'Ha puesto mucho en la casa y eso cuenta en la imagen.',
      'Un trabajo así hay que verlo; lo anoté para el equipo.',
    ],
  },
  market_denial: {
    en: ['Markets move both ways, and nobody knows the date.', 'That may be; I make no forecast either way.'],
    es: ['Los mercados van en ambos sentidos y nadie sabe cuándo.', 'Puede ser; yo no hago pronósticos.'],
  },
  pricing_general: {
    en: ['It should feel right to you, that is fair.', 'Understood, the figure has to fit.'],
    es: ['Tiene que parecerle bien, es justo.', 'Entendido, la cifra tiene que cuadrar.'],
  },
  budget_shock: {
    en: [
      'That is a lot of money, I hear you. A different size or part of town can change it.',
      'Prices can be a shock. Area and size are what moves them most.',
    ],
    es: [
      'Es mucho dinero, le entiendo. Otro tamaño u otra zona puede cambiarlo.',
      'Los precios asustan. La zona y el tamaño son lo que más los mueve.',
    ],
  },
  analysis_paralysis: {
    en: [
      'It can be a lot at once. One question at a time makes it smaller.',
      'So many homes at once tire anyone; we can narrow it down step by step.',
    ],
    es: [
      'Puede ser mucho de una vez. Una pregunta cada vez lo hace más fácil.',
      'Tantas casas cansan a cualquiera; lo acotamos paso a paso.',
    ],
  },
  competition_shopping: {
    en: [
      'Comparing agents is a sound thing to do. Ask the team anything you ask the others.',
      'It is wise to talk to more than one; the team is glad to be compared.',
    ],
    es: [
      'Comparar agentes es sensato. Pregunte al equipo lo mismo que a los demás.',
      'Es prudente hablar con más de uno; el equipo acepta la comparación.',
    ],
  },
  trust_credibility: {
    en: [
      'Being careful is right. You can speak to a person of the team before you decide anything.',
      'That is a fair doubt. Nothing here binds you, and a person can be asked for at any time.',
    ],
    es: [
      'Hace bien en tener cuidado. Puede hablar con una persona antes de decidir nada.',
      'Es una duda justa. Nada aquí le compromete y puede pedir una persona.',
    ],
  },
  authority_decision_maker: {
    en: [
      'Of course, you decide that together. The two of you are welcome, here and on a call.',
      'That makes sense; both of you are welcome to join a call with the team.',
    ],
    es: [
      'Claro, eso lo deciden juntos. Ambos son bienvenidos, aquí y en una llamada.',
      'Tiene sentido; los dos pueden estar en la llamada con el equipo.',
    ],
  },
  value_proposition: {
    en: [
      'Selling on your own is possible, and it is a fair question what an agent adds; the team answers that openly.',
      'That is for you to weigh; the team can tell you what they do and what they do not.',
    ],
    es: [
      'Vender por su cuenta se puede; qué aporta un agente se lo dice el equipo con franqueza.',
      'Eso lo pesa usted; el equipo puede decirle qué hace y qué no.',
    ],
  },
  timing_not_ready: {
    en: ['There is no rush from our side.', 'It can wait until it suits you.'],
    es: ['Por nuestra parte no hay prisa.', 'Puede esperar hasta que le convenga.'],
  },
};

/** Said again: no data is on file to answer with, so a person's comparison is offered. */
export const comparisonOffer: Wordings = {
  en: [
    'I have no sales on file to set beside it. A person of the team can make a comparison for your home, free of obligation.',
    'For that a person of the team should look at recent sales with you; say the word and I pass it on.',
  ],
  es: [
    'No tengo ventas a mano para compararlo. Alguien del equipo puede hacerle una comparación, sin compromiso.',
    'Para eso alguien del equipo debería ver ventas recientes con usted; dígalo y lo paso.',
  ],
};
export const talkOffer: Wordings = {
  en: [
    'A person of the team can go through that with you on a short call, free of obligation.',
    'That may be easier by voice; a person of the team can call you, if you like.',
  ],
  es: [
    'Alguien del equipo puede verlo con usted en una llamada corta, sin compromiso.',
    'Quizá sea más fácil hablando; alguien del equipo puede llamarle, si quiere.',
  ],
};
export const objectionToPerson: Wordings = {
  en: [
    "I can't settle that in a chat, so I've asked a person of the team to talk to you about it.",
    'That deserves a person. The team knows what worries you and takes it from here.',
  ],
  es: [
    'Eso no lo resuelvo por chat, así que pedí a una persona del equipo que lo hable con usted.',
    'Eso merece una persona. El equipo sabe qué le preocupa y sigue con usted.',
  ],
};
