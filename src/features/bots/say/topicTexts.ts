import type { Topic } from '../../reading/dialogue/readTopic.ts';
import type { Wordings } from '../state/question.ts';

/** Answers where a guess would do harm: no number, no judgement, but a person or source that can answer. */
export const topicTexts = {
  exclusion: {
    en: [
      "Homes are offered to everyone equally. That's the law and how we work, so I can't take that request into account.",
      "I can only help with a sale that's open to all buyers equally, so I'll leave that out.",
    ],
    es: [
      'Una casa se ofrece a todos por igual. Así es la ley y así trabajamos, de modo que dejo eso de lado.',
      'Solo puedo ayudar con una venta abierta a todos por igual, así que dejo eso fuera.',
    ],
  },
  kickback: {
    en: [
      "That's not something we take part in. I'm glad to keep helping with your home itself.",
      "We stay out of arrangements like that, but I'm glad to help with your home itself.",
    ],
    es: [
      'En eso no participamos. Con gusto sigo con lo de su casa.',
      'En arreglos así no entramos, pero con su casa le ayudo con gusto.',
    ],
  },
  people: {
    en: [
      "I stick to the homes themselves, so I can't speak to who lives where. A showing will give you your own impression.",
      "I don't describe who lives where, but I can tell you about the home, its price, and where it is on the map.",
    ],
    es: [
      'Yo me limito a las casas y no hablo de quién vive dónde. Una visita le da su propia impresión.',
      'No describo quién vive dónde, pero sí puedo hablarle de la casa, el precio y el lugar en el mapa.',
    ],
  },
  safety: {
    en: [
      "I can't give an opinion on that, but the city police publish their figures by district, so you can judge for yourself.",
      "That's for you to judge, and the city police publish their figures by district.",
    ],
    es: [
      'Sobre eso no doy opinión, pero la policía de la ciudad publica sus cifras por distrito para que usted juzgue.',
      'Eso lo juzga usted, y la policía de la ciudad publica sus cifras por distrito.',
    ],
  },
  /** `{value}` is who publishes them in the state. */
  schools: {
    en: [
      "I can't rate schools, but the district and {value} publish zones and figures.",
      'I leave ratings to the public sources, the school district and {value}.',
    ],
    es: [
      'No puedo calificar escuelas, pero el distrito y {value} publican zonas y datos.',
      'Eso se lo dejo a las fuentes públicas, el distrito escolar y {value}.',
    ],
  },
  privacy: {
    en: [
      "{brokerage} keeps what you write here for its team and the software that answers. If you'd like it deleted, just say so.",
      'The team at {brokerage} and the software that answers here can read this chat. You can ask for it to be deleted.',
    ],
    es: [
      'Lo que escribe aquí lo guarda {brokerage}, para su equipo y el programa que contesta. Si quiere que se borre, dígamelo.',
      'Este chat lo leen el equipo de {brokerage} y el programa que contesta aquí. Puede pedir que se borre.',
    ],
  },
  /** Somebody else may read along (techsafety.org): help for people who aren't safe comes with it. */
  'read-along': {
    en: [
      "Possibly: this chat can stay open in this browser, so whoever uses the device may read it. A private window or another device is safer, and if you aren't safe, the National Domestic Violence Hotline is 1-800-799-7233.",
      'Anyone who uses this browser may be able to read it. Use a private window or another device, and if you are not safe, call 1-800-799-7233, the National Domestic Violence Hotline.',
    ],
    es: [
      'Es posible: este chat puede quedar abierto en este navegador, y quien use el aparato podría leerlo. Es más seguro otro aparato o una ventana privada, y si no está a salvo, la Línea Nacional contra la Violencia Doméstica es 1-800-799-7233.',
      'Quien use este navegador podría leerlo. Use una ventana privada u otro aparato, y si no está a salvo llame al 1-800-799-7233, la Línea Nacional contra la Violencia Doméstica.',
    ],
  },
  worship: {
    en: [
      "Any public map shows what's near a home, the same for everyone. I stick to the home and its price.",
      'For places nearby, a public map is best, and I tell everyone the same. I can tell you more about the home itself.',
    ],
    es: [
      'Lo que hay cerca se ve en cualquier mapa público, igual para todos. Yo me limito a la casa y su precio.',
      'Para lugares cercanos lo mejor es un mapa público, y así se lo digo a todos. De la casa sí puedo contarle.',
    ],
  },
  vouchers: {
    en: [
      "Every home is open to everyone. A person has to look at how a voucher would work for one, so I've told the team.",
      'Homes are open to everyone. A person on the team can check with you what a voucher covers here, and they know you asked.',
    ],
    es: [
      'Todas las casas están abiertas a todos por igual. Cómo aplica un vale lo ve una persona, así que ya le avisé al equipo.',
      'Las casas están abiertas a todos por igual. Lo que cubre un vale lo revisa con usted alguien del equipo, y ya saben que preguntó.',
    ],
  },
  commission: {
    en: [
      "Fees aren't set by law, so they're agreed on with a person on the team, and put in writing before you sign anything.",
      "I don't quote fees here. They're negotiable, and the team puts ours in writing before anything is signed.",
    ],
    es: [
      'Los honorarios no los fija la ley: se acuerdan con una persona del equipo y quedan por escrito antes de que usted firme nada.',
      'Aquí no doy cifras de honorarios. Se negocian, y el equipo los pone por escrito antes de firmar nada.',
    ],
  },
  'offer-advice': {
    en: [
      "An agent can help you decide what to offer, so I won't guess. I've let the team know you asked.",
      "I can't give an opinion on the price or an offer, since that has to come from an agent. The team knows you asked.",
    ],
    es: [
      'Qué ofrecer es una pregunta para un agente, así que no adivino. El equipo ya sabe que preguntó.',
      'No puedo opinar sobre el precio o una oferta, eso le toca a un agente. El equipo ya sabe que preguntó.',
    ],
  },
  'wants-offer': {
    en: [
      "An offer has to come from a person who has looked at the home, so I won't name one. The team knows you'd like one.",
      "I can't make an offer myself. The team would look at the home first, and they know you'd like one.",
    ],
    es: [
      'Una oferta la hace una persona que haya visto la casa, así que no digo ninguna. El equipo ya sabe que la quiere.',
      'Yo no puedo hacer ofertas. El equipo ve primero la casa, y ya sabe que quiere una.',
    ],
  },
  'market-advice': {
    en: [
      "No one can promise where prices or rates will go, so I won't. A person on the team can talk it through with you.",
      "That depends on your own plans, and I don't give investment advice. The team can talk it through with you on a call.",
    ],
    es: [
      'Nadie puede prometer hacia dónde van los precios o las tasas. Alguien del equipo puede hablarlo con usted.',
      'Depende de sus planes, y no doy consejos de inversión. El equipo puede hablarlo con usted.',
    ],
  },
  'monthly-payment': {
    en: [
      "I don't have current loan figures on file, and I won't make any up. A lender of your choice can work it out.",
      "Without loan figures on file I'd only be guessing, but a lender of your choice can tell you.",
    ],
    es: [
      'No tengo cifras de préstamo al día y no las invento. Un prestamista de su elección puede calcularlo.',
      'Sin cifras de préstamo solo adivinaría, pero un prestamista de su elección puede decirle.',
    ],
  },
  'loan-terms': {
    en: [
      "Only a lender can tell you what a loan takes, including down payment and credit, so I won't make anything up. Any lender you choose can look at it.",
      "Down payment and credit are up to the lender you choose, so I can't give you figures for that.",
    ],
    es: [
      'Qué pide un préstamo, con enganche e historial de crédito, solo lo dice un prestamista de su elección, y yo no invento nada.',
      'El enganche y el crédito los ve el prestamista que usted elija, así que yo no doy cifras de eso.',
    ],
  },
  lender: {
    en: [
      "I don't recommend a particular lender, since the choice is yours. Talking to two or three lets you compare.",
      'The lender is your choice, and any of them can tell you how much you could borrow.',
    ],
    es: [
      'No recomiendo a un prestamista en particular, usted elige. Hablar con dos o tres le permite comparar.',
      'El prestamista lo elige usted, y cualquiera puede decirle hasta dónde llegaría un préstamo.',
    ],
  },
  valuation: {
    en: [
      "A reliable value comes from a person who compares recent sales, so I won't guess. The team knows you asked.",
      "I can't give a value without recent sales to go by, but a person on the team can make that comparison for you.",
    ],
    es: [
      'Un valor serio lo da una persona que compara ventas recientes, así que no adivino. El equipo ya sabe que preguntó.',
      'No doy un valor sin ventas reales al lado, pero alguien del equipo puede hacerle esa comparación.',
    ],
  },
  'sale-time': {
    en: [
      "That depends on the home, its price, and the season, so I won't give a number. The team can show you recent sales.",
      "It's different for every home, and I don't have figures I can stand behind. The team can tell you more.",
    ],
    es: [
      'Depende de la casa, el precio y la temporada, así que no doy una cifra. El equipo puede mostrarle ventas recientes.',
      'Varía de una casa a otra, y no tengo cifras seguras. El equipo puede decirle más.',
    ],
  },
  'what-is-this': {
    en: [
      "I can tell you what's on file about our homes, show you others that fit, and set up a showing or a call with the team.",
      "Ask me about a home, tell me what you're looking for, or ask me to set up a showing. A person on the team will take over from there.",
    ],
    es: [
      'Le cuento lo que dice la ficha de nuestras casas, le muestro otras que le sirvan y organizo una visita o una llamada con el equipo.',
      'Pregúnteme por una casa, dígame qué busca o pida una visita. Después sigue con usted una persona del equipo.',
    ],
  },
  commercial: {
    en: [
      'I only know homes here. A person on the team can tell you if we help with commercial space, and they know you asked.',
      'I can only talk about homes, but the team knows you asked about commercial space.',
    ],
    es: [
      'Aquí solo conozco casas. Si ayudamos con locales comerciales se lo puede decir una persona del equipo, y ya saben que preguntó.',
      'Solo puedo hablar de casas, pero el equipo ya sabe que preguntó por un local comercial.',
    ],
  },
  company: {
    en: ['Of course, bring anyone else who should see it.', "Sure, you're welcome to come together."],
    es: ['Claro, venga con quien quiera.', 'Por supuesto, pueden venir juntos.'],
  },
  'unwanted-contact': {
    en: [
      "I'm sorry you were bothered. I've told the team, and if you want no more calls or messages, write STOP here.",
      'Sorry about that. The team has your complaint, and writing STOP here ends all calls and messages.',
    ],
    es: [
      'Lamento que le hayan molestado. Ya le dije al equipo, y si no quiere más llamadas ni mensajes, escriba STOP aquí.',
      'Lo siento. El equipo ya tiene su queja, y con STOP, escrito aquí, se acaban las llamadas y los mensajes.',
    ],
  },
  'for-the-team': {
    en: [
      "That's for a person on the team, and I've just passed it on.",
      "I've just told the team, since a person has to look at it.",
    ],
    es: [
      'Eso le toca a una persona del equipo, y acabo de avisarles.',
      'Acabo de avisarle al equipo, porque lo tiene que ver una persona.',
    ],
  },
  frustrated: {
    en: [
      "I'm sorry this hasn't helped so far. The team knows, so tell me if you'd rather talk to a person.",
      'Sorry about that. A person on the team can take over whenever you like.',
    ],
    es: [
      'Lamento no haberle ayudado hasta ahora. El equipo ya lo sabe, y si prefiere seguir con una persona, solo dígame.',
      'Lo siento. Una persona del equipo puede seguir con usted cuando usted diga.',
    ],
  },
  'next-steps': {
    en: [
      'First a few short questions from me, then a person on the team can get in touch with you.',
      'I have a few short questions, and then a person on the team will take it from there.',
    ],
    es: [
      'Primero unas preguntas cortas, y luego puede escribirle o llamarle una persona del equipo.',
      'Le hago unas preguntas cortas, y luego sigue con usted una persona del equipo.',
    ],
  },
} satisfies Record<Topic, Wordings>;

/** Said of a payment that can be worked out; `{value}` is the whole estimate with what it rests on. */
export const monthlyEstimate: Wordings = {
  en: ['{value} A lender of your choice can give you your own numbers.', "{value} This isn't a loan offer."],
  es: [
    '{value} Un prestamista de su elección puede darle sus propias cifras.',
    '{value} No es una oferta de préstamo.',
  ],
};

/** Answers "what would the owner come down to?"; `{value}`: the price that the owner asks. */
export const lowestTexts: Wordings = {
  en: [
    "The asking price is {value}. Only the owner can say what they'd take, so name a figure and I'll pass it on word for word.",
    "I can't speak for the owner, and the asking price is {value}. An offer with a figure goes straight to the team, so just write it here.",
  ],
  es: [
    'El precio de lista es de {value}. Lo que aceptaría el dueño le toca decirlo a él, así que diga una cifra y la paso palabra por palabra.',
    'No puedo hablar por el dueño, y el precio de lista es de {value}. Una oferta con cifra llega directo al equipo, así que escríbala aquí.',
  ],
};
