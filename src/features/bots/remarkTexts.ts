import type { Wordings } from './question.ts';

/** The short remark before what comes next. */
export const remarkTexts = {
  welcome: { en: ["You're welcome.", 'Glad to help.', 'Any time.'], es: ['De nada.', 'Con gusto.', 'Cuando quiera.'] },
  howAreYou: {
    en: ['Thanks for asking; ready to help.', 'All well here, thank you.'],
    es: ['Gracias por preguntar; aquí para ayudar.', 'Todo bien, gracias.'],
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
  /** Somebody tells something that answers no question of ours. */
  told: {
    en: [
      "Thanks for telling me, I've kept that for the team.",
      "That helps to know. It's with what the team sees.",
      "Got it, I've kept that.",
    ],
    es: [
      'Gracias por contármelo, queda apuntado para el equipo.',
      'Bueno saberlo. El equipo lo ve.',
      'Entendido, queda apuntado.',
    ],
  },
  /** What nobody could tell them is known by now: the answer follows. */
  nowKnown: {
    en: [
      'You asked earlier: "{value}" I have the answer now:',
      'Back to your question, "{value}" Here is what the office says:',
    ],
    es: [
      'Usted preguntó antes: "{value}" Ya tengo la respuesta:',
      'Vuelvo a su pregunta, "{value}" Esto dice la oficina:',
    ],
  },
  nowKnownUnsaid: {
    en: [
      'You asked something earlier that I could not answer. I have the answer now:',
      'Back to a question of yours that was open. Here is what the office says:',
    ],
    es: [
      'Antes me preguntó algo que no supe responder. Ya tengo la respuesta:',
      'Vuelvo a una pregunta suya que quedó abierta. Esto dice la oficina:',
    ],
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
