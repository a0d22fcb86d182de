import type { Topic } from '../reading/readTopic.ts';
import type { Wordings } from './question.ts';

/** What is said where a guess would do harm: no number, no judgement, and who can answer. */
export const topicTexts = {
  exclusion: {
    en: [
      'A home is offered to everyone alike; that is the law and how we work, so I have to leave that wish aside.',
      'I can only help with a sale that is open to every buyer alike, so I leave that out.',
    ],
    es: [
      'Una casa se ofrece a todos por igual; así es la ley y así trabajamos, de modo que dejo eso de lado.',
      'Solo puedo ayudar con una venta abierta a todos por igual, así que dejo eso fuera.',
    ],
  },
  kickback: {
    en: [
      'That is not something we take part in. I am glad to go on with your home itself.',
      'We keep out of arrangements like that. Your home itself I am glad to help with.',
    ],
    es: [
      'En eso no participamos. Con gusto sigo con lo de su casa.',
      'De arreglos así nos mantenemos fuera. Con su casa ayudo con gusto.',
    ],
  },
  people: {
    en: [
      'I keep to the homes themselves and say nothing about who lives where. A visit gives you your own picture.',
      'Who lives where is nothing I describe; the home, the price and the place on the map I can.',
    ],
    es: [
      'Me limito a las casas y no hablo de quién vive dónde. Una visita le da su propia impresión.',
      'No describo quién vive dónde; de la casa, el precio y el lugar en el mapa sí hablo.',
    ],
  },
  safety: {
    en: [
      'I give no opinion on that. The city police publish their figures by district, so you can judge for yourself.',
      'That is yours to judge; the city police publish figures by district.',
    ],
    es: [
      'Sobre eso no doy opinión. La policía de la ciudad publica sus cifras por distrito.',
      'Eso lo juzga usted; la policía de la ciudad publica cifras por distrito.',
    ],
  },
  schools: {
    en: [
      'School zones and figures are published by the district and the Texas Education Agency; I rate no schools.',
      'Ratings I leave to the public sources: the school district and the Texas Education Agency.',
    ],
    es: [
      'El distrito y la Agencia de Educación de Texas publican zonas y datos; yo no califico escuelas.',
      'Eso lo dejo a las fuentes públicas: el distrito escolar y la Agencia de Educación de Texas.',
    ],
  },
  privacy: {
    en: [
      'What you write here is kept by {brokerage}, for its team and the software that answers. If it is to be deleted, just say so.',
      'The team of {brokerage} reads this chat, with the software that answers here. You can ask for it to be deleted.',
    ],
    es: [
      'Lo que escribe aquí lo guarda {brokerage}, para su equipo y el programa que contesta. Si quiere que se borre, dígamelo.',
      'Este chat lo lee el equipo de {brokerage}, con el programa que contesta aquí. Puede pedir que se borre.',
    ],
  },
  worship: {
    en: [
      'What is near a home shows on any public map, the same for everybody; I keep to the home and its price.',
      'For places nearby a public map is best, as I tell everybody; about the home itself I can say more.',
    ],
    es: [
      'Lo que hay cerca se ve en cualquier mapa público, igual para todos; yo me limito a la casa y su precio.',
      'Para lugares cercanos lo mejor es un mapa público, como le digo a todos; de la casa sí puedo contarle.',
    ],
  },
  vouchers: {
    en: [
      "Every home is open to everybody alike. How a voucher works for one is for a person to look at; I've told the team.",
      'Homes are open to all alike. What a voucher covers here a person of the team checks with you; they know you asked.',
    ],
    es: [
      'Todas las casas están abiertas a todos por igual. Cómo aplica un vale lo ve una persona; ya avisé al equipo.',
      'Las casas están abiertas a todos. Lo que cubre un vale lo revisa con usted alguien del equipo; ya lo saben.',
    ],
  },
  commission: {
    en: [
      'Fees are agreed with a person of the team, not in a chat. They can go over them with you on a call.',
      'I quote no fees here; the team goes over them with you in person or on a call.',
    ],
    es: [
      'Los honorarios se acuerdan con una persona del equipo, no por chat. Pueden verlos con usted en una llamada.',
      'Aquí no cito honorarios; el equipo los ve con usted en persona o por llamada.',
    ],
  },
  'offer-advice': {
    en: [
      "What to offer is a question for an agent, so I won't guess. I've let the team know that you asked.",
      'An opinion on the price or an offer has to come from an agent. The team knows that you asked.',
    ],
    es: [
      'Qué ofrecer es una pregunta para un agente, así que no adivino. El equipo sabe que preguntó.',
      'Una opinión sobre el precio o la oferta la da un agente. El equipo sabe que preguntó.',
    ],
  },
  'wants-offer': {
    en: [
      "An offer has to come from a person who has looked at the home, so I won't name one. The team knows you'd like one.",
      'I can make no offer myself; the team looks at the home first, and knows that you are waiting for one.',
    ],
    es: [
      'Una oferta la hace una persona que haya visto la casa, así que no digo ninguna. El equipo sabe que la quiere.',
      'Yo no puedo hacer ofertas; el equipo mira primero la casa y sabe que usted espera una.',
    ],
  },
  'market-advice': {
    en: [
      "Nobody can promise where prices or rates go, so I won't. A person of the team can talk it through with you.",
      'That depends on your own plans, and I give no investment advice; the team can talk it through on a call.',
    ],
    es: [
      'Nadie puede prometer hacia dónde van los precios o las tasas. Alguien del equipo puede hablarlo con usted.',
      'Depende de sus planes y no doy consejos de inversión; el equipo puede hablarlo con usted.',
    ],
  },
  'monthly-payment': {
    en: [
      "I have no current loan figures on file, so I won't make one up; a lender of your choice can work it out.",
      'Without loan figures on file I would only be guessing; a lender of your choice can tell you.',
    ],
    es: [
      'No tengo cifras de préstamo al día y no las invento; un prestamista de su elección puede calcularlo.',
      'Sin cifras de préstamo solo adivinaría; un prestamista de su elección se lo dice.',
    ],
  },
  'loan-terms': {
    en: [
      'What a loan asks of you, down payment and credit included, only a lender can tell, so I make nothing up. Any lender of your choice will look at it.',
      'Down payment and credit are judged by the lender, one of your choice; I have no figures of my own for that.',
    ],
    es: [
      'Qué pide un préstamo, con enganche e historial de crédito, solo lo dice un prestamista de su elección; yo no invento nada.',
      'El enganche y el crédito los juzga el prestamista que usted elija; no tengo cifras propias para eso.',
    ],
  },
  lender: {
    en: [
      'I recommend no particular lender, the choice is yours; talking to two or three lets you compare.',
      'Which lender is for you to choose; any of them can tell you how far a loan would go.',
    ],
    es: [
      'No recomiendo un prestamista en particular, usted elige; hablar con dos o tres le deja comparar.',
      'El prestamista lo elige usted; cualquiera le dice hasta dónde llegaría un préstamo.',
    ],
  },
  valuation: {
    en: [
      "A value worth having comes from a person who compares recent sales, so I won't guess. The team knows that you asked.",
      'I name no value without real sales beside it; a person of the team can make that comparison for you.',
    ],
    es: [
      'Un valor serio lo da una persona que compara ventas recientes, así que no adivino. El equipo sabe que preguntó.',
      'No doy un valor sin ventas reales al lado; alguien del equipo puede hacerle esa comparación.',
    ],
  },
  'sale-time': {
    en: [
      'That depends on the home, its price and the season, so I give no number; the team can show you recent sales.',
      'It differs from home to home, and I have no figures that I could stand by; the team can tell you more.',
    ],
    es: [
      'Depende de la casa, el precio y la temporada, así que no doy cifra; el equipo puede mostrarle ventas recientes.',
      'Varía de una casa a otra y no tengo cifras seguras; el equipo puede decirle más.',
    ],
  },
  'what-is-this': {
    en: [
      'I answer what is on file about our homes, show you others that fit, and set up a visit or a call with the team.',
      'Ask me about a home, tell me what you look for, or have me set up a visit; a person of the team takes over from there.',
    ],
    es: [
      'Respondo lo que consta de nuestras casas, le muestro otras que encajen y organizo una visita o una llamada.',
      'Pregúnteme por una casa, dígame qué busca o pida una visita; después sigue una persona del equipo.',
    ],
  },
  commercial: {
    en: [
      'Homes are what I know here. Whether the team can help with commercial space, a person tells you; they know you asked.',
      'I can speak of homes only; the team knows that you asked about commercial space.',
    ],
    es: [
      'Yo conozco las casas. Si el equipo ayuda con locales comerciales se lo dice una persona; ya saben que preguntó.',
      'Solo puedo hablar de casas; el equipo sabe que preguntó por un local comercial.',
    ],
  },
  company: {
    en: ['Of course, bring whoever should see it too.', 'Sure, you are welcome to come together.'],
    es: ['Claro, venga con quien quiera.', 'Por supuesto, pueden venir juntos.'],
  },
  'unwanted-contact': {
    en: [
      'I am sorry that you were bothered. I have told the team; write STOP here if you want no more calls or messages.',
      'Sorry about that. The team has your complaint, and STOP, written here, ends all calls and messages.',
    ],
    es: [
      'Lamento que le hayan molestado. Se lo dije al equipo; si no quiere más llamadas ni mensajes, escriba STOP.',
      'Lo siento. El equipo tiene su queja; con STOP, escrito aquí, se acaban las llamadas y los mensajes.',
    ],
  },
  'for-the-team': {
    en: [
      'That is for a person of the team, and I have passed it on just now.',
      'I have told the team just now; a person has to look at it.',
    ],
    es: [
      'Eso le toca a una persona del equipo, y acabo de avisar.',
      'Acabo de avisar al equipo; lo tiene que ver una persona.',
    ],
  },
  frustrated: {
    en: [
      "I'm sorry this hasn't helped so far. The team knows; just say so if you'd rather go on with a person.",
      'Sorry about that. A person of the team can take over whenever you say so.',
    ],
    es: [
      'Lamento no haber ayudado hasta ahora. El equipo lo sabe; si prefiere seguir con una persona, solo dígalo.',
      'Lo siento. Una persona del equipo puede seguir con usted cuando lo diga.',
    ],
  },
  'next-steps': {
    en: [
      'First come a few short questions; then a person of the team gets in touch with you.',
      'A few short questions from me, then a person of the team takes it from there.',
    ],
    es: [
      'Primero unas preguntas cortas; luego le escribe o llama una persona del equipo.',
      'Unas preguntas cortas mías y luego sigue una persona del equipo.',
    ],
  },
} satisfies Record<Topic, Wordings>;

/** Said of a payment that can be worked out; `{value}` is the whole estimate with what it rests on. */
export const monthlyEstimate: Wordings = {
  en: ['{value} A lender of your choice can tell you what holds for you.', '{value} It is no offer of a loan.'],
  es: ['{value} Un prestamista de su elección puede decirle lo suyo.', '{value} No es una oferta de préstamo.'],
};
