import type { Wordings } from './question.ts';

/** What every bot says apart from its questions. Each at least twice, so that no reply repeats the last one. */
export const texts = {
  disclosure: {
    en: [
      "Hi, I'm {assistant}, the AI assistant of {brokerage}. You can ask for a person at any time.",
      "Hello, I'm {assistant}, the AI assistant of {brokerage}. You can ask for a person at any time.",
    ],
    es: [
      'Hola, soy {assistant}, el asistente de IA de {brokerage}. Puede pedir hablar con una persona cuando quiera.',
      'Buenas, soy {assistant}, el asistente de IA de {brokerage}. Puede pedir hablar con una persona cuando quiera.',
    ],
  },
  /** The first message asks whether this is a bot. */
  disclosureAsked: {
    en: [
      "Yes, I'm an AI, not a person: {assistant}, the AI assistant of {brokerage}. You can ask for a person at any time.",
      "I'm {assistant}, the AI assistant of {brokerage}, so not a human being. You can ask for a person at any time.",
    ],
    es: [
      'Sí, soy una IA, no una persona: {assistant}, el asistente de IA de {brokerage}. Puede pedir una persona cuando quiera.',
      'Soy {assistant}, el asistente de IA de {brokerage}, no un ser humano. Puede pedir una persona cuando quiera.',
    ],
  },
  disclosureAgain: {
    en: [
      'This is {assistant} again, the AI assistant. You can ask for a person at any time.',
      "It's {assistant} again, the AI assistant. A person can be asked for at any time.",
    ],
    es: [
      'Soy {assistant} otra vez, el asistente de IA. Puede pedir hablar con una persona cuando quiera.',
      'Le escribe de nuevo {assistant}, el asistente de IA. Puede pedir una persona cuando quiera.',
    ],
  },
  isAi: {
    en: [
      "I'm {assistant}, an AI assistant, not a person. You can ask for a person at any time.",
      "I'm an AI, so not a human being. If you prefer a person, just say so.",
    ],
    es: [
      'Soy un asistente de IA, no una persona. Puede pedir hablar con una persona cuando quiera.',
      'Soy una IA, no un ser humano. Si prefiere una persona, dígamelo.',
    ],
  },
  person: {
    en: [
      "I've let the team know that you'd like to talk to a person. I can go on helping until then.",
      "The team has been told that you'd like a person. I can still answer what I know in the meantime.",
    ],
    es: [
      'Le he avisado al equipo de que quiere hablar con una persona. Mientras tanto puedo seguir ayudando.',
      'El equipo ya sabe que prefiere una persona. Mientras tanto respondo lo que sé.',
    ],
  },
  personAgain: {
    en: [
      "The team knows that you'd like to talk to a person.",
      "Your wish for a person is still on the team's screen.",
      "I've noted it again for the team. Anything that I know, I can answer meanwhile.",
    ],
    es: [
      'El equipo sabe que quiere hablar con una persona.',
      'Su petición sigue a la vista del equipo.',
      'Lo he vuelto a anotar para el equipo. Mientras tanto respondo lo que sé.',
    ],
  },
  stillWaiting: {
    en: [
      "I'm here, but nobody from the team has answered yet. Your wish for a person is on their screen, and I can't say when they will.",
      'Still only me, the assistant. The team has been told that you would like a person; when they will answer I do not know.',
      'I am here. A person has not picked this up yet, and the team can see that you are waiting.',
    ],
    es: [
      'Aquí estoy, pero nadie del equipo ha respondido todavía. Su petición está a la vista de ellos y no sé cuándo lo harán.',
      'Sigo siendo solo el asistente. El equipo sabe que prefiere una persona; cuándo responderán no lo sé.',
      'Aquí sigo. Ninguna persona lo ha tomado todavía y el equipo ve que usted espera.',
    ],
  },
  stillInReview: {
    en: [
      'A person of the team still has to look at your message before I go on; I am sorry that it takes a while.',
      'Your message is still with a person of the team, who looks at it first. Thank you for waiting.',
    ],
    es: [
      'Una persona del equipo aún tiene que ver su mensaje antes de que yo siga; siento la espera.',
      'Su mensaje sigue con una persona del equipo, que lo mira primero. Gracias por esperar.',
    ],
  },
  optedIn: {
    en: [
      "You're back with us, and we may write to you again. How can I help?",
      'Welcome back; we may write to you again. What can I do for you?',
    ],
    es: [
      'Ya está de vuelta y podemos volver a escribirle. ¿En qué le ayudo?',
      'De nuevo con nosotros; podemos volver a escribirle. ¿Qué necesita?',
    ],
  },
  /** `{value}` is the day by which the answer is due. */
  deletion: {
    en: [
      "I've passed your request to delete your data to the team. They confirm it to you and answer by {value} at the latest.",
      'Your request to delete your data is with the team. They confirm it and answer you by {value} at the latest.',
    ],
    es: [
      'He pasado al equipo su petición de borrar sus datos. Se la confirman y le responden a más tardar el {value}.',
      'Su petición de borrar sus datos está con el equipo. La confirman y le responden a más tardar el {value}.',
    ],
  },
  /** Texas Occ. Code 1101.558: `{value}` is the link of the brokerage's own notice. */
  brokerageServices: {
    en: [
      'TREC Information About Brokerage Services: {value}',
      'Texas notice, Information About Brokerage Services: {value}',
    ],
    es: [
      'TREC Information About Brokerage Services: {value}',
      'Aviso de Texas, Information About Brokerage Services: {value}',
    ],
  },
  legalAdvice: {
    en: [
      "I'm sorry, that is a hard spot to be in. I can't give legal or tax advice; an attorney can. I've let the team know about it.",
      "That must weigh on you. Legal and tax questions belong with an attorney, so I won't guess. The team has been told.",
    ],
    es: [
      'Lo siento, es una situación difícil. No puedo dar consejo legal ni fiscal; un abogado sí. He avisado al equipo.',
      'Entiendo que pesa. Las preguntas legales son para un abogado, así que no adivino. El equipo está avisado.',
    ],
  },
  welcome: { en: ["You're welcome.", 'Glad to help.', 'Any time.'], es: ['De nada.', 'Con gusto.', 'Cuando quiera.'] },
  howAreYou: {
    en: ['Thanks for asking; ready to help.', 'All well here, thank you.'],
    es: ['Gracias por preguntar; aquí para ayudar.', 'Todo bien, gracias.'],
  },
  closing: {
    en: [
      'Thank you for the chat. If anything comes up, just write here again.',
      'It was good to talk. You can write here again whenever you like.',
      'Thank you, and all the best. This chat stays open if you need it.',
    ],
    es: [
      'Gracias por la charla. Si surge algo, escriba aquí de nuevo.',
      'Un gusto hablar con usted. Puede volver a escribir cuando quiera.',
      'Gracias y que le vaya muy bien. Este chat queda abierto.',
    ],
  },
  finished: {
    en: [
      'That is all I needed to ask, thank you. The team has your answers; ask me anything about the home meanwhile.',
      'Thank you, that gives the team a good picture. I am here for any question about the home.',
    ],
    es: [
      'Es todo lo que necesitaba preguntar, gracias. El equipo tiene sus respuestas; pregúnteme lo que quiera de la casa.',
      'Gracias, con eso el equipo tiene una buena idea. Aquí sigo para cualquier pregunta.',
    ],
  },
  changedMind: {
    en: [
      'That is perfectly fine, thank you for telling me. If plans change, this chat is here.',
      'Understood, and thank you for letting me know. All the best.',
    ],
    es: [
      'Está muy bien, gracias por decírmelo. Si cambia de planes, aquí estamos.',
      'Entendido, gracias por avisar. Que le vaya muy bien.',
    ],
  },
  exhausted: {
    en: [
      "I don't seem to be of much help just now, so I'll leave it here. I've let the team know, and you can write again any time.",
      "I'll stop asking for now. The team can read our chat, and you can write again any time.",
    ],
    es: [
      'Parece que ahora no soy de mucha ayuda, así que lo dejo aquí. He avisado al equipo y puede escribir cuando quiera.',
      'Dejo de preguntar por ahora. El equipo puede leer la charla y puede escribir cuando quiera.',
    ],
  },
  nudge: {
    en: [
      'No rush, a rough idea is plenty.',
      'You can also leave that open.',
      'Whatever comes to mind first is good enough.',
    ],
    es: [
      'Sin prisa, una idea aproximada basta.',
      'También puede dejarlo abierto.',
      'Lo primero que le venga a la mente vale.',
    ],
  },
  browse: {
    en: [
      'Of course, look around as long as you like. Tell me an area, a price or a number of bedrooms, and I show you homes.',
      'No problem at all. Ask me about any home or part of town whenever you want.',
    ],
    es: [
      'Claro, mire con calma. Dígame una zona, un precio o cuántas recámaras, y le muestro casas.',
      'Ningún problema. Pregúnteme por cualquier casa o zona cuando quiera.',
    ],
  },
  browseHere: {
    en: [
      'Of course, look around as long as you like. I can tell you what is on file about this home, and I will not press you.',
      'No problem at all. Ask me anything about this home or the area whenever you want.',
    ],
    es: [
      'Claro, mire con calma. Puedo contarle lo que consta sobre esta casa, sin compromiso.',
      'Ningún problema. Pregúnteme lo que quiera sobre esta casa o la zona.',
    ],
  },
  rent: {
    en: [
      "We mostly help people buy and sell homes. I've told the team that you are looking to rent.",
      'Our work is mostly buying and selling, but the team now knows that you are looking to rent.',
    ],
    es: [
      'Ayudamos sobre todo a comprar y vender. Le he dicho al equipo que busca alquilar.',
      'Nos dedicamos sobre todo a comprar y vender, pero el equipo ya sabe que busca alquilar.',
    ],
  },
  more: {
    en: [
      'What else would you like to know?',
      'Is there anything else I can look up for you?',
      'What other questions do you have?',
    ],
    es: ['¿Qué más le gustaría saber?', '¿Hay algo más que pueda buscarle?', '¿Qué otras preguntas tiene?'],
  },
  here: {
    en: ["I'm here.", 'Still here.', 'Right here with you.'],
    es: ['Aquí estoy.', 'Sigo aquí.', 'Aquí sigo con usted.'],
  },
  declined: {
    en: ['That is fine.', 'No problem, we can leave that open.', 'Fair enough.'],
    es: ['Está bien.', 'Sin problema, lo dejamos abierto.', 'De acuerdo.'],
  },
  cancelled: {
    en: ["All right, I've told the team that the time no longer holds.", 'Noted, the time is off. The team knows.'],
    es: ['De acuerdo, le avisé al equipo de que esa hora ya no vale.', 'Anotado, queda cancelado. El equipo lo sabe.'],
  },
  moved: {
    en: ["No problem, let's find another time.", 'Sure, we can move it.'],
    es: ['No hay problema, busquemos otro momento.', 'Claro, lo cambiamos.'],
  },
  /** After a hand-over in mid-talk. */
  nowBuying: {
    en: ['Now to the home you would like to buy.', 'On to the home that you are looking for.'],
    es: ['Ahora, la casa que quisiera comprar.', 'Pasemos a la casa que busca.'],
  },
  nowSelling: {
    en: ['Now to the home you would like to sell.', 'On to the home that you have.'],
    es: ['Ahora, la casa que quisiera vender.', 'Pasemos a la casa que tiene.'],
  },
  /** Somebody looks around and says something that asks for nothing. */
  offerHelp: {
    en: [
      'If you tell me an area, a price or the number of bedrooms, I can show you homes that fit.',
      'I can also show you other homes, or set up a visit or a call; just say the word.',
    ],
    es: [
      'Si me dice una zona, un precio o cuántas recámaras, le muestro casas que encajen.',
      'También puedo mostrarle otras casas, u organizar una visita o una llamada; solo dígalo.',
    ],
  },
  /** Somebody tells something that answers no question of ours. */
  told: {
    en: ['Thank you for telling me.', 'That helps to know, thank you.', 'Understood.'],
    es: ['Gracias por contármelo.', 'Bueno saberlo, gracias.', 'Entendido.'],
  },
  heardYou: { en: ['I hear you.', 'Point taken.'], es: ['Le entiendo.', 'Tomo nota.'] },
  whyAsked: {
    en: [
      'It helps the team to come prepared; you can leave anything open.',
      'So that the team knows what suits you; leave open whatever you like.',
    ],
    es: [
      'Así el equipo llega preparado; puede dejar abierto lo que quiera.',
      'Para que el equipo sepa qué le conviene; deje abierto lo que guste.',
    ],
  },
  switched: {
    en: ['Of course, in English.', 'Gladly, in English then.'],
    es: ['Claro, en español.', 'Con gusto, en español entonces.'],
  },
  didNotGet: {
    en: ["I didn't quite get that.", 'Sorry, I could not make use of that.', "I'm not sure I understood."],
    es: ['No lo entendí bien.', 'Perdone, no supe interpretarlo.', 'No estoy seguro de haber entendido.'],
  },
} satisfies Record<string, Wordings>;

/** What is said on hearing a slot's answer. */
export const acknowledgements: Readonly<Record<string, Wordings>> = {
  other: {
    en: ['Thank you.', 'Got it, thanks.', 'Noted.', 'Good to know.'],
    es: ['Gracias.', 'Entendido, gracias.', 'Anotado.', 'Bueno saberlo.'],
  },
  'intent:buy': {
    en: ['Glad to help you find a home.', 'Good, let us find you a home.'],
    es: ['Con gusto le ayudo a encontrar casa.', 'Bien, busquemos su casa.'],
  },
  'intent:sell': {
    en: ['Glad to help with the sale.', 'Good, let us look at your sale.'],
    es: ['Con gusto le ayudo con la venta.', 'Bien, veamos su venta.'],
  },
  'intent:both': {
    en: ['Buying and selling at once takes some planning; we can do both.', 'Both it is, one after the other.'],
    es: ['Comprar y vender a la vez pide un plan; podemos con ambas.', 'Ambas cosas, una tras otra.'],
  },
  name: { en: ['Nice to meet you, {value}.', 'Hello {value}.'], es: ['Mucho gusto, {value}.', 'Hola, {value}.'] },
  phone: {
    en: ['Thank you, the team has your number.', 'Thanks, your number is with the team.'],
    es: ['Gracias, el equipo tiene su número.', 'Gracias, su número está con el equipo.'],
  },
  email: {
    en: ['Thank you, the team has your e-mail.', 'Thanks, your e-mail is with the team.'],
    es: ['Gracias, el equipo tiene su correo.', 'Gracias, su correo está con el equipo.'],
  },
  contactBy: {
    en: ['Noted, the team will go by that.', 'All right, the team keeps to that.'],
    es: ['Anotado, el equipo lo respetará.', 'De acuerdo, el equipo se atiene a eso.'],
  },
  budget: {
    en: ['{value}, noted.', '{value}, good to know.'],
    es: ['{value}, anotado.', '{value}, bueno saberlo.'],
  },
  price: {
    en: ['{value}, noted as the price you have in mind.', '{value}, thank you.'],
    es: ['{value}, anotado como su precio.', '{value}, gracias.'],
  },
  'preApproval:pre-approved': {
    en: ['Good, that puts you a step ahead.', 'Great, that makes things easier.'],
    es: ['Bien, eso le da ventaja.', 'Muy bien, eso facilita las cosas.'],
  },
  'preApproval:cash': {
    en: ['Cash, noted.', 'Thank you, cash it is.'],
    es: ['De contado, anotado.', 'Gracias, de contado.'],
  },
  'preApproval:none': {
    en: [
      'No problem; a lender of your choice can tell you where you stand.',
      'That is fine, it can come later with a lender you choose.',
    ],
    es: [
      'No hay problema; un prestamista de su elección puede orientarle.',
      'Está bien, puede hacerlo después con quien elija.',
    ],
  },
  'motivation:inherited': {
    en: ["I'm sorry for your loss.", 'Thank you for telling me; that is a lot to carry.'],
    es: ['Siento su pérdida.', 'Gracias por contármelo; es mucho que llevar.'],
  },
  'motivation:divorce': {
    en: ["I'm sorry, that is a lot at once.", 'Thank you for telling me; that can be a hard time.'],
    es: ['Lo siento, es mucho a la vez.', 'Gracias por contármelo; puede ser un momento difícil.'],
  },
  'motivation:financial': {
    en: ['Thank you for being open about that.', "I'm glad you told me; that helps us plan around it."],
    es: ['Gracias por su franqueza.', 'Gracias por decírmelo; nos ayuda a planear.'],
  },
  'motivation:relocation': {
    en: ['A move is a lot to plan.', 'Thank you, a move sets its own pace.'],
    es: ['Una mudanza da mucho que planear.', 'Gracias, una mudanza marca su ritmo.'],
  },
};

/** Where the team sets the time. */
export const visitByTeam: Wordings = {
  en: [
    'Happy to help you set that up; the team confirms the exact time.',
    "Gladly. I'll pass your wish to the team, who confirm the exact time.",
  ],
  es: [
    'Con gusto le ayudo; el equipo confirma la hora exacta.',
    'Claro. Paso su deseo al equipo, que confirma la hora exacta.',
  ],
};
/** Where a time of the calendar can be had at once. */
export const visitHere: Wordings = {
  en: ['Happy to set that up.', 'Gladly, let us find a time.'],
  es: ['Con gusto lo organizo.', 'Claro, busquemos una hora.'],
};
