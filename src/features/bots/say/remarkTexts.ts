import type { Wordings } from '../state/question.ts';

/** The short remark before what comes next. */
export const remarkTexts = {
  welcome: { en: ["You're welcome.", 'Glad to help.', 'Anytime.'], es: ['De nada.', 'Con gusto.', 'Cuando quiera.'] },
  howAreYou: {
    en: ["Thanks for asking, I'm ready to help.", 'Doing well, thanks.'],
    es: ['Gracias por preguntar, aquí estoy para ayudarle.', 'Todo bien, gracias.'],
  },
  fileSeen: {
    en: [
      "Thanks for the {value}. I can't look at files myself, so I've asked someone on the team to.",
      "Thank you, the {value} came through. I can't open files, so I've told the team to take a look.",
    ],
    es: [
      'Gracias por {value}. Yo no puedo ver archivos, así que ya le avisé al equipo para que una persona lo haga.',
      'Gracias, ya llegó lo que mandó: {value}. No puedo abrir archivos, así que le pedí al equipo que lo vea.',
    ],
  },
  fileAgain: {
    en: ['Thanks, the team will get that one too.', 'Got it, that goes to the team as well.'],
    es: ['Gracias, el equipo también lo recibe.', 'Recibido, también va para el equipo.'],
  },
  nudge: {
    en: ['No rush, a rough idea is plenty.', 'You can also skip that.', 'Whatever comes to mind first is good enough.'],
    es: [
      'Sin prisa, una idea aproximada basta.',
      'También puede dejarlo abierto.',
      'Lo primero que se le ocurra está bien.',
    ],
  },
  rent: {
    en: [
      "We mostly help people buy and sell homes. I've told the team that you're looking to rent.",
      "We mostly handle buying and selling, but the team now knows that you're looking to rent.",
    ],
    es: [
      'Ayudamos sobre todo a comprar y vender. Ya le dije al equipo que busca rentar.',
      'Nos dedicamos sobre todo a comprar y vender, pero el equipo ya sabe que busca rentar.',
    ],
  },
  here: {
    en: ["I'm here.", 'Still here.', 'Right here with you.'],
    es: ['Aquí estoy.', 'Sigo aquí.', 'Aquí sigo con usted.'],
  },
  declined: {
    en: ["That's fine.", 'No problem, we can leave that open.', 'Fair enough.'],
    es: ['Está bien.', 'Sin problema, lo dejamos abierto.', 'De acuerdo.'],
  },
  noCalls: {
    en: ["Okay, no one will call you. I've told the team.", "No calls, I've told the team."],
    es: ['De acuerdo, nadie le llamará. Ya se lo dije al equipo.', 'Sin llamadas, ya lo sabe el equipo.'],
  },
  noEmails: {
    en: ["Okay, no emails. I've told the team.", "No emails, I've told the team."],
    es: ['De acuerdo, sin correos. Ya se lo dije al equipo.', 'Sin correos, ya lo sabe el equipo.'],
  },
  keepsWriting: {
    en: ["All right, I'm here whenever you need me.", "Okay, we'll keep it to this chat."],
    es: ['Muy bien, aquí estoy cuando me necesite.', 'De acuerdo, seguimos solo por aquí.'],
  },
  cancelled: {
    en: ["All right, that time is canceled, and I've told the team.", 'Okay, that time is canceled. The team knows.'],
    es: ['De acuerdo, queda cancelado y ya le avisé al equipo.', 'Está bien, queda cancelado. El equipo lo sabe.'],
  },
  moved: {
    en: ["No problem, let's find another time.", 'Sure, we can move it.'],
    es: ['No hay problema, busquemos otro momento.', 'Claro, lo cambiamos.'],
  },
  /** After a hand-over in mid-talk. */
  nowBuying: {
    en: ["Now, about the home you'd like to buy.", "On to the home you're looking for."],
    es: ['Ahora hablemos de la casa que quiere comprar.', 'Pasemos a la casa que busca.'],
  },
  nowSelling: {
    en: ["Now, about the home you'd like to sell.", 'On to the home you have now.'],
    es: ['Ahora hablemos de la casa que quiere vender.', 'Pasemos a la casa que tiene.'],
  },
  /** Beside what was taken up. */
  restTold: {
    en: ["I've passed the rest of your message to our team.", 'Our team has the rest of your message, too.'],
    es: [
      'El resto de su mensaje ya se lo pasé a nuestro equipo.',
      'Nuestro equipo también tiene el resto de su mensaje.',
    ],
  },
  /** Words that fill nothing and ask nothing: a person has to read their meaning. */
  told: {
    en: [
      "I've passed that to our team, word for word, so an agent can take it from here.",
      'Our team has that now, just as you wrote it.',
      "That's with our team now, in your own words.",
    ],
    es: [
      'Ya le pasé eso a nuestro equipo, palabra por palabra, para que lo vea un agente.',
      'Nuestro equipo ya tiene eso, tal como lo escribió.',
      'Eso ya lo tiene nuestro equipo, en sus propias palabras.',
    ],
  },
  /** The team wrote down an answer that was missing before: it follows. */
  nowKnown: {
    en: [
      'You asked earlier: “{value}” I have the answer now:',
      "About your question, “{value}” Here's what the office says:",
    ],
    es: [
      'Usted preguntó antes: "{value}" Ya tengo la respuesta:',
      'Vuelvo a su pregunta, "{value}" Esto dice la oficina:',
    ],
  },
  nowKnownUnsaid: {
    en: [
      "You asked something earlier that I couldn't answer. I have the answer now:",
      "About your earlier question: here's what the office says:",
    ],
    es: [
      'Antes me preguntó algo que no supe responder. Ya tengo la respuesta:',
      'Vuelvo a una pregunta suya que quedó abierta. Esto dice la oficina:',
    ],
  },
  heardYou: { en: ['I hear you.', "I hear what you're saying."], es: ['Le entiendo.', 'Entiendo lo que me dice.'] },
  whyAsked: {
    en: [
      'It helps the team come prepared, and you can skip anything.',
      "It's so the team knows what works for you, and you can skip whatever you like.",
    ],
    es: [
      'Así el equipo llega preparado, y puede dejar abierto lo que quiera.',
      'Es para que el equipo sepa qué le conviene, y puede dejar abierto lo que guste.',
    ],
  },
  switched: {
    en: ['Of course, in English.', 'Sure, in English then.'],
    es: ['Claro, en español.', 'Con gusto, en español entonces.'],
  },
  didNotGet: {
    en: ["I didn't quite get that.", "Sorry, I didn't understand that.", "I'm not sure I understood."],
    es: ['No le entendí bien.', 'Perdón, eso no lo entendí.', 'No sé bien qué quiso decir.'],
  },
} satisfies Record<string, Wordings>;
