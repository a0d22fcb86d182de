import type { Stall } from '../../reading/dialogue/readObjection.ts';
import type { Role } from '../../reading/person/readRole.ts';
import type { Question, Wordings } from '../state/question.ts';

/** After a time was named or everything is known, the next words belong to a person. */
export const bridge: Wordings = {
  en: [
    'The team has everything you told me, and a person will take it from there.',
    'The team has all of it now, and a person will take it from here.',
    "That part is for a person on the team. They can see our chat and what you've just written.",
  ],
  es: [
    'Todo lo que me contó ya lo tiene el equipo, y una persona sigue con usted desde ahí.',
    'El equipo ya lo tiene todo y una persona sigue con usted.',
    'Eso le toca a una persona del equipo. Pueden ver este chat y lo que acaba de escribir.',
  ],
};

export const roleTexts: Readonly<Record<Exclude<Role, 'represented'> | 'represented-signed', Wordings>> = {
  minor: {
    en: [
      "A showing needs a parent or guardian, so have one of them write here or ask for a person. I'm glad to tell you what's on file about a home.",
      'A parent or guardian has to set up the visit, and they can write here anytime. Until then, ask me what you like about a home.',
    ],
    es: [
      'Para una visita hace falta su mamá, su papá o un tutor, que pueden escribir aquí o pedir una persona. Con gusto le cuento lo que sé de una casa.',
      'La visita la tiene que pedir su mamá, su papá o un tutor, y pueden escribir aquí cuando quieran. Mientras, pregúnteme lo que guste de una casa.',
    ],
  },
  professional: {
    en: [
      "Thanks for getting in touch. This chat is for people who are buying or selling, so I've passed your note to the team.",
      'Thank you. The team handles requests from other agents, and your message is with them.',
    ],
    es: [
      'Gracias por escribir. Este chat es para quienes compran o venden, así que le pasé su mensaje al equipo.',
      'Gracias. El equipo atiende a colegas, y ya tiene su mensaje.',
    ],
  },
  lawyer: {
    en: [
      'Thanks for writing. A person on the team has to answer that, not this chat, and they have your message.',
      "I'll leave that to a person on the team, and they have your message.",
    ],
    es: [
      'Gracias por escribir. Eso lo tiene que responder una persona del equipo, no este chat, y ya tienen su mensaje.',
      'Eso se lo dejo a una persona del equipo, y ya tienen su mensaje.',
    ],
  },
  vendor: {
    en: [
      "Thanks for the offer. This chat is for people who are buying or selling, so I've passed it to the team.",
      "Thank you. The team looks at offers like this, and I've left your message with them.",
    ],
    es: [
      'Gracias por la oferta. Este chat es para quienes compran o venden, así que se la pasé al equipo.',
      'Gracias. El equipo ve ofertas así, y les dejé su mensaje.',
    ],
  },
  'job-seeker': {
    en: [
      "Thanks for your interest. The team handles applications, and I've left your message with them.",
      "Applications go straight to the team, and I've passed your message on. All the best.",
    ],
    es: [
      'Gracias por su interés. El equipo atiende las solicitudes, y les dejé su mensaje.',
      'Las solicitudes van directo al equipo, y ya les pasé su mensaje. Mucha suerte.',
    ],
  },
  'represented-signed': {
    en: [
      "Then your agent is the one to talk to, and we won't come between you. I can still tell you facts about a home.",
      'Good to know, and we respect that agreement. For facts about a home you can still ask me.',
    ],
    es: [
      'Entonces lo mejor es hablarlo con su agente, y no nos metemos. Datos de una casa sí puedo darle.',
      'Gracias por decirlo, y respetamos ese acuerdo. Para datos de una casa aquí estoy.',
    ],
  },
};

/** Times that it is asked whether something is signed with the agent they have. */
export const mostRepresentedAsks = 2;
export const representedQuestion: Question = {
  id: 'represented',
  wordings: {
    en: [
      'Have you signed an agreement with that agent?',
      'Is there a signed agreement with your agent?',
      'Have you and that agent signed anything yet?',
    ],
    es: [
      '¿Firmó un acuerdo con ese agente?',
      '¿Hay un acuerdo firmado con su agente?',
      '¿Ya firmaron algo usted y ese agente?',
    ],
  },
  choices: [
    { id: 'yes', label: { en: 'Yes, signed', es: 'Sí, firmado' }, value: true },
    { id: 'no', label: { en: 'No', es: 'No' }, value: false },
  ],
};

export const stallTexts: Readonly<Record<Stall, Wordings>> = {
  thinking: {
    en: ["It's a big decision, take the time you need.", 'Of course, think it over. A rough answer is plenty for now.'],
    es: ['Es una decisión grande, tómese su tiempo.', 'Claro, piénselo bien. Una idea aproximada basta por ahora.'],
  },
  get_back: {
    en: ['No rush, this chat stays open for you.', 'Whenever works for you. You can always write here later.'],
    es: ['Sin prisa, este chat queda abierto.', 'Cuando le convenga. Puede escribir aquí más tarde.'],
  },
  just_looking: {
    en: ['Looking around is fine, and nothing here commits you.', "That's perfectly fine, no pressure from me."],
    es: ['Mirar está bien, y nada aquí le compromete.', 'Está muy bien, sin presiones de mi parte.'],
  },
};

/** The ladder that repairs a misunderstanding; after it comes a person. */
export const repairTexts = {
  clarify: {
    en: ['I think I misread that.', 'I may have misunderstood you there.'],
    es: ['Creo que lo entendí mal.', 'Puede que le haya entendido mal.'],
  },
  rephrase: {
    en: ['Let me put it differently.', 'Let me ask that another way.'],
    es: ['Se lo digo de otra manera.', 'Se lo pregunto de otra forma.'],
  },
  choose: {
    en: ['One of these may fit.', "Maybe it's one of these."],
    es: ['Quizá le sirva una de estas.', 'Tal vez sea una de estas.'],
  },
  person: {
    en: [
      "We keep missing each other, so I've asked a person on the team to step in.",
      "I'm not getting any further here, so I've asked a person on the team to help you.",
    ],
    es: [
      'No nos estamos entendiendo, así que le pedí ayuda a una persona del equipo.',
      'Aquí ya no avanzo, así que pedí que le ayude una persona del equipo.',
    ],
  },
} satisfies Record<string, Wordings>;

export const conductTexts = {
  insulted: {
    en: ["I'd like to help, as far as I can.", "I'm here to help with a home, whenever you're ready."],
    es: ['Me gustaría ayudar, en lo que pueda.', 'Aquí estoy para ayudar con una casa, cuando guste.'],
  },
  muted: {
    en: [
      "I'll leave it here. A person on the team may look at this chat.",
      "I'll stop here, and the team can read this chat.",
    ],
    es: [
      'Lo dejo aquí. Una persona del equipo puede ver este chat.',
      'Hasta aquí llego, y el equipo puede leer este chat.',
    ],
  },
  /** To somebody who has signed with another agent. */
  visitByAgent: {
    en: [
      "A showing goes through your agent, who can set it up with us even from away. I've told the team what you'd like.",
      'Your agent can arrange that with our team, even from a distance. The team knows what you asked for.',
    ],
    es: [
      'La visita se pide por medio de su agente, que puede arreglarla con nosotros aun a distancia. Ya le dije al equipo lo que quiere.',
      'Su agente puede arreglarlo con nuestro equipo, también a distancia. El equipo ya sabe lo que pidió.',
    ],
  },
  longTalk: {
    en: [
      "You've told me a lot, so I've asked a person on the team to take it from here.",
      "A person on the team can help you with this better than I can, so I've asked for one.",
    ],
    es: [
      'Ya me ha contado mucho, así que pedí a una persona del equipo que siga con usted.',
      'Una persona del equipo puede seguir mejor que yo, así que ya pedí una.',
    ],
  },
  circlesToSale: {
    en: [
      "Got it, you're selling. So we don't go around in circles, I've asked a person on the team to take it from here.",
      "The sale it is, then. I've asked a person on the team to take it from here.",
    ],
    es: [
      'Entendido, se trata de la venta. Para no dar vueltas, pedí que siga con usted una persona del equipo.',
      'La venta, entonces. Ya pedí que siga con usted una persona del equipo.',
    ],
  },
  circlesToPurchase: {
    en: [
      "Got it, you're buying. So we don't go around in circles, I've asked a person on the team to take it from here.",
      "The purchase it is, then. I've asked a person on the team to take it from here.",
    ],
    es: [
      'Entendido, se trata de la compra. Para no dar vueltas, pedí que siga con usted una persona del equipo.',
      'La compra, entonces. Ya pedí que siga con usted una persona del equipo.',
    ],
  },
  keptOnFile: {
    en: [
      "There's no hurry then, and I'll keep what you told me. When it gets closer, just write here.",
      "That leaves plenty of time, and I'll keep what you told me. Write here whenever it gets closer.",
    ],
    es: [
      'Entonces no hay prisa, y guardo lo que me contó. Cuando se acerque, escriba aquí.',
      'Queda mucho tiempo, y lo que me dijo queda guardado. Escriba aquí cuando se acerque.',
    ],
  },
  manyHomes: {
    en: [
      "Let's take the homes one at a time, starting with the one that matters most.",
      "One home at a time, then, and I've written down the others for the team.",
    ],
    es: [
      'Vamos casa por casa, empezando por la que más le importe.',
      'Una casa a la vez, y las demás quedan guardadas para el equipo.',
    ],
  },
} satisfies Record<string, Wordings>;

/** `{value}`: the place, in the visitor's words. */
export const referralTexts = {
  place: {
    en: [
      "{value} is outside the areas we serve, so I've asked the team to find an agent there for you.",
      "We don't serve {value} ourselves, but I've asked the team to find an agent there for you.",
    ],
    es: [
      '{value} queda fuera de nuestras zonas, así que le pedí al equipo que le busque un colega allí.',
      'No atendemos {value}, pero le pedí al equipo que le busque un colega allí.',
    ],
  },
  /** Another place was named too, and is served. */
  placeToo: {
    en: ['{value} is outside the areas we serve.', "We don't serve {value} ourselves."],
    es: ['{value} queda fuera de nuestras zonas.', 'No atendemos {value}.'],
  },
  /** `{value}`: the city or the areas that are served. */
  weServe: {
    en: ['We work in and around {value}.', 'Our homes are in and around {value}.'],
    es: ['Trabajamos en {value} y sus alrededores.', 'Nuestras casas están en {value} y sus alrededores.'],
  },
  kind: {
    en: [
      "We don't handle that kind of home, so I've asked the team to find an agent who does.",
      "That kind of home is outside what we do, but I've asked the team to find an agent who handles it.",
    ],
    es: [
      'No manejamos ese tipo de casa, así que le pedí al equipo que le busque un colega que sí.',
      'Ese tipo de casa no lo manejamos, pero le pedí al equipo que le busque un colega que sí.',
    ],
  },
} satisfies Record<string, Wordings>;
