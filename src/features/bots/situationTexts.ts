import type { Stall } from '../reading/readObjection.ts';
import type { Role } from '../reading/readRole.ts';
import type { Question, Wordings } from './question.ts';

/** After a time was named or everything is known, the next words belong to a person. */
export const bridge: Wordings = {
  en: [
    'Everything you told me is with the team; a person goes on with you from there.',
    'The team has all of it now, and a person goes on with you from here.',
    "That part is for a person of the team. They see our chat and what you've just written.",
  ],
  es: [
    'Todo lo que me contó está con el equipo; una persona sigue con usted desde ahí.',
    'El equipo ya lo tiene todo y una persona sigue con usted.',
    'Eso le toca a una persona del equipo. Ven nuestra charla y lo que acaba de escribir.',
  ],
};

export const roleTexts: Readonly<Record<Exclude<Role, 'represented'> | 'represented-signed', Wordings>> = {
  professional: {
    en: [
      'Thanks for getting in touch. This chat is for people who buy or sell; I have passed your note to the team.',
      'Thank you. The team handles requests from colleagues; your message is with them.',
    ],
    es: [
      'Gracias por escribir. Este chat es para quienes compran o venden; pasé su mensaje al equipo.',
      'Gracias. El equipo atiende a colegas; su mensaje ya está con ellos.',
    ],
  },
  lawyer: {
    en: [
      'Thank you for writing. A person of the team has to answer that, not this chat; your message is with them.',
      'I leave that to a person of the team, who answers you; they have your message.',
    ],
    es: [
      'Gracias por escribir. A eso tiene que responderle una persona del equipo, no este chat; ya tienen su mensaje.',
      'Eso se lo dejo a una persona del equipo, que le responde; ya tienen su mensaje.',
    ],
  },
  vendor: {
    en: [
      'Thanks for the offer. This chat is for people who buy or sell; I have passed it to the team.',
      'Thank you; the team looks at offers like this. I have left your message with them.',
    ],
    es: [
      'Gracias por la oferta. Este chat es para quienes compran o venden; se la pasé al equipo.',
      'Gracias; el equipo mira ofertas así. Les dejé su mensaje.',
    ],
  },
  'job-seeker': {
    en: [
      'Thank you for your interest. The team handles applications; I have left your message with them.',
      'Applications go to the team directly, and I have passed your message on. All the best.',
    ],
    es: [
      'Gracias por su interés. El equipo atiende las solicitudes; les dejé su mensaje.',
      'Las solicitudes van directo al equipo y les pasé su mensaje. Mucha suerte.',
    ],
  },
  'represented-signed': {
    en: [
      'Then your agent is the one to talk to, and we will not come between. Facts about a home I can still tell you.',
      'Good to know; we respect that agreement. For facts about a home you can still ask me.',
    ],
    es: [
      'Entonces lo mejor es su agente, y no nos metemos. Datos de una casa sí puedo darle.',
      'Gracias por decirlo; respetamos ese acuerdo. Para datos de una casa aquí estoy.',
    ],
  },
};

export const representedQuestion: Question = {
  id: 'represented',
  wordings: {
    en: [
      'Have you signed an agreement with that agent?',
      'Is there a signed agreement with your agent?',
      'Did you and that agent sign anything yet?',
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
    en: [
      'It is a big decision, take the time it needs.',
      'Of course, that wants thinking over; a rough answer is plenty for now.',
    ],
    es: ['Es una decisión grande, tómese su tiempo.', 'Claro, hay que pensarlo; una idea aproximada basta.'],
  },
  get_back: {
    en: ['No rush, this chat stays open for you.', 'Whenever it suits you; you can write here later just as well.'],
    es: ['Sin prisa, este chat queda abierto.', 'Cuando le convenga; puede escribir aquí más tarde.'],
  },
  just_looking: {
    en: ['Looking around is fine, nothing here binds you.', 'That is perfectly fine, no pressure from me.'],
    es: ['Mirar está bien, nada le compromete.', 'Está muy bien, sin presión de mi parte.'],
  },
};

/** The ladder that mends a misunderstanding; after it comes a person. */
export const repairTexts = {
  clarify: {
    en: ['I think I took that the wrong way.', 'I may have got you wrong there.'],
    es: ['Creo que lo entendí mal.', 'Puede que le haya entendido mal.'],
  },
  rephrase: {
    en: ['Let me put it differently.', 'I will ask in another way.'],
    es: ['Se lo digo de otra manera.', 'Pregunto de otro modo.'],
  },
  choose: {
    en: ['One of these may fit.', 'Maybe it is one of these.'],
    es: ['Quizá una de estas sirva.', 'Tal vez sea una de estas.'],
  },
  person: {
    en: [
      "We keep missing each other, so I've asked a person of the team to step in.",
      "I don't get further here; a person of the team has been asked to help you.",
    ],
    es: [
      'No nos entendemos bien, así que pedí ayuda a una persona del equipo.',
      'No avanzo aquí; pedí que le ayude una persona del equipo.',
    ],
  },
} satisfies Record<string, Wordings>;

export const conductTexts = {
  insulted: {
    en: ['I would like to help, as far as I can.', 'I am here to help with a home, when you are ready.'],
    es: ['Me gustaría ayudar, en lo que pueda.', 'Aquí estoy para ayudar con una casa, cuando guste.'],
  },
  muted: {
    en: ['I leave it here. A person of the team may look at this chat.', 'I stop here; the team can read this chat.'],
    es: ['Lo dejo aquí. Una persona del equipo puede mirar este chat.', 'Paro aquí; el equipo puede leer este chat.'],
  },
  longTalk: {
    en: [
      "You have told me a lot, so I've asked a person of the team to go on with you from here.",
      'A person of the team can take it from here better than I can, so I have asked one.',
    ],
    es: [
      'Ya me ha contado mucho, así que pedí a una persona del equipo que siga con usted.',
      'Una persona del equipo puede seguir mejor que yo, así que ya la pedí.',
    ],
  },
  circlesToSale: {
    en: [
      "Noted, it is the sale. So that we don't go round in circles, I've asked a person of the team to go on with you.",
      'The sale it is, then. A person of the team goes on with you from here; I have asked for one.',
    ],
    es: [
      'Anotado, se trata de la venta. Para no dar vueltas, pedí que siga con usted una persona del equipo.',
      'Entonces, la venta. Desde aquí sigue con usted una persona del equipo; ya la pedí.',
    ],
  },
  circlesToPurchase: {
    en: [
      "Noted, it is the purchase. So that we don't go round in circles, I've asked a person of the team to go on with you.",
      'The purchase it is, then. A person of the team goes on with you from here; I have asked for one.',
    ],
    es: [
      'Anotado, se trata de la compra. Para no dar vueltas, pedí que siga con usted una persona del equipo.',
      'Entonces, la compra. Desde aquí sigue con usted una persona del equipo; ya la pedí.',
    ],
  },
  keptOnFile: {
    en: [
      'There is no hurry then, and I keep what you told me. When it comes closer, just write here.',
      'That leaves plenty of time; what you said is kept. Write here whenever it comes closer.',
    ],
    es: [
      'Entonces no hay prisa, y guardo lo que me contó. Cuando se acerque, escriba aquí.',
      'Queda mucho tiempo; lo que dijo queda guardado. Escriba aquí cuando se acerque.',
    ],
  },
  manyHomes: {
    en: [
      'Let us take the homes one at a time, starting with the one that matters most.',
      'One home at a time, then; the others are noted for the team.',
    ],
    es: [
      'Vamos casa por casa, empezando por la que más importa.',
      'Una casa cada vez; las demás quedan anotadas para el equipo.',
    ],
  },
} satisfies Record<string, Wordings>;

/** `{value}`: the place, in the visitor's words. */
export const referralTexts = {
  place: {
    en: [
      '{value} is outside the areas we serve. Someone from our team will look for a colleague there for you.',
      'We do not serve {value} ourselves, so someone from our team will look for a colleague there.',
    ],
    es: [
      '{value} queda fuera de nuestras zonas. Alguien del equipo le buscará un colega allí.',
      'No atendemos {value}, así que alguien del equipo le buscará un colega allí.',
    ],
  },
  /** Another place was named too, and is served. */
  placeToo: {
    en: ['{value} is outside the areas we serve.', 'We do not serve {value} ourselves.'],
    es: ['{value} queda fuera de nuestras zonas.', 'No atendemos {value}.'],
  },
  /** `{value}`: the city or the areas that are served. */
  weServe: {
    en: ['We work in and around {value}.', 'Our homes are in and around {value}.'],
    es: ['Trabajamos en {value} y sus alrededores.', 'Nuestras casas están en {value} y sus alrededores.'],
  },
  kind: {
    en: [
      'That kind of home is not one we handle. Someone from our team will look for a colleague who does.',
      'We do not handle that kind of home, so someone from our team will look for a colleague who does.',
    ],
    es: [
      'No manejamos ese tipo de casa. Alguien del equipo le buscará un colega que sí.',
      'Ese tipo de casa no lo llevamos; alguien del equipo le buscará un colega que sí.',
    ],
  },
} satisfies Record<string, Wordings>;
