import type { Wordings } from '../state/question.ts';

/** The acknowledgements of a slot's answer. */
export const acknowledgements: Readonly<Record<string, Wordings>> = {
  other: {
    en: ['Thank you.', 'Got it, thanks.', 'Okay, got it.', 'Good to know.'],
    es: ['Gracias.', 'Entendido, gracias.', 'De acuerdo.', 'Bien, gracias.'],
  },
  'intent:buy': {
    en: ['Glad to help you find a home.', "Great, let's find you a home."],
    es: ['Con gusto le ayudo a encontrar casa.', 'Muy bien, busquemos su casa.'],
  },
  'intent:sell': {
    en: ['Glad to help with the sale.', "Okay, let's talk about your sale."],
    es: ['Con gusto le ayudo con la venta.', 'Muy bien, hablemos de su venta.'],
  },
  'intent:both': {
    en: [
      'Buying and selling at once takes some planning, and we can help with both.',
      'Both, then. We can take them one at a time.',
    ],
    es: [
      'Comprar y vender a la vez requiere planearlo, y le ayudamos con las dos cosas.',
      'Las dos cosas, entonces, y podemos ir una por una.',
    ],
  },
  name: { en: ['Nice to meet you, {value}.', 'Thanks, {value}.'], es: ['Mucho gusto, {value}.', 'Gracias, {value}.'] },
  phone: {
    en: ['Thank you, the team has your number.', 'Thanks, the team has your number now.'],
    es: ['Gracias, el equipo ya tiene su número.', 'Muchas gracias, el equipo ya tiene su número.'],
  },
  email: {
    en: ['Thank you, the team has your email.', 'Thanks, the team has your email now.'],
    es: ['Gracias, el equipo ya tiene su correo.', 'Muchas gracias, el equipo ya tiene su correo.'],
  },
  'contactBy:text': {
    en: ['You want texts, and the team can see that.', 'Text it is. The team can see that.'],
    es: ['Anoté que prefiere mensajes, y el equipo lo ve.', 'Por mensaje, entonces. El equipo lo ve.'],
  },
  'contactBy:email': {
    en: ['You want email, and the team can see that.', 'Email it is. The team can see that.'],
    es: ['Anoté que prefiere correo, y el equipo lo ve.', 'Por correo, entonces. El equipo lo ve.'],
  },
  contactBy: {
    en: [
      "Got it, I've let the team know that's what you prefer.",
      "All right, the team will see that's what you prefer.",
    ],
    es: ['Entendido, el equipo puede ver que así lo prefiere.', 'De acuerdo, el equipo sabe que así lo prefiere.'],
  },
  budget: {
    en: ['{value}, got it.', '{value}, good to know.'],
    es: ['{value}, entendido.', '{value}, muy bien.'],
  },
  price: {
    en: ['You have {value} in mind, got it.', '{value}, thank you.'],
    es: ['{value} como el precio que tiene en mente, entendido.', '{value}, gracias.'],
  },
  'preApproval:pre-approved': {
    en: ['Pre-approved, got it. That helps.', "Great, you've already got your pre-approval."],
    es: ['Con preaprobación, entendido. Eso ayuda.', 'Muy bien, ya tiene su preaprobación.'],
  },
  'preApproval:cash': {
    en: ['Cash, got it.', 'Paying cash, thanks.'],
    es: ['De contado, entendido.', 'Pago de contado, gracias.'],
  },
  'preApproval:none': {
    en: [
      'No problem, a lender of your choice can tell you where you stand.',
      "That's fine, it can come later with a lender you choose.",
    ],
    es: [
      'No hay problema, un prestamista de su elección puede orientarle.',
      'Está bien, puede verlo después con el prestamista que elija.',
    ],
  },
  'authority:alone': {
    en: ["So it's your call, got it.", 'Just you deciding, got it.'],
    es: ['Así que lo decide usted, entendido.', 'Le toca decidir a usted, entendido.'],
  },
  'authority:shared': {
    en: ["So you'll decide together, got it.", "There's more than one of you deciding, got it."],
    es: ['Así que lo deciden juntos, entendido.', 'Lo deciden entre más de uno, entendido.'],
  },
  'condition:move_in_ready': {
    en: ['Ready to move in, got it.', 'Move-in ready, got it.'],
    es: ['Lista para entrar a vivir, entendido.', 'Lista para mudarse, entendido.'],
  },
  'condition:needs_work': {
    en: ['Some work to do, got it.', 'It needs some work, got it.'],
    es: ['Necesita algunos arreglos, entendido.', 'Hay cosas por arreglar, entendido.'],
  },
  'condition:major_repairs': {
    en: ['Major repairs, got it.', 'It needs major repairs, got it.'],
    es: ['Necesita arreglos mayores, entendido.', 'Son arreglos grandes, entendido.'],
  },
  'motivation:inherited': {
    en: ["I'm sorry for your loss.", "Thank you for telling me, that's a lot to carry."],
    es: ['Siento su pérdida.', 'Gracias por contármelo, me imagino que no es fácil.'],
  },
  'motivation:divorce': {
    en: ["I'm sorry, that's a lot at once.", 'Thank you for telling me, that can be a hard time.'],
    es: ['Lo siento, es mucho de una vez.', 'Gracias por contármelo, puede ser un momento difícil.'],
  },
  'motivation:financial': {
    en: ['Thank you for being open about that.', "I'm glad you told me, that helps us plan around it."],
    es: ['Gracias por la confianza.', 'Gracias por decírmelo, así podemos planear mejor.'],
  },
  'motivation:relocation': {
    en: ['A move is a lot to plan.', "Thanks, there's a lot to juggle in a move."],
    es: ['Una mudanza es mucho por planear.', 'Gracias, mudarse da mucho que organizar.'],
  },
};

/** Where the team sets the time. */
export const visitByTeam: Wordings = {
  en: [
    'Happy to help you set that up. The team will confirm the exact time.',
    "Sure, I'll pass that on. The team will confirm the exact time.",
  ],
  es: [
    'Con gusto le ayudo. El equipo confirma la hora exacta.',
    'Claro, se lo paso al equipo. Ellos confirman la hora exacta.',
  ],
};
/** Where a time of the calendar can be had at once. */
export const visitHere: Wordings = {
  en: ['Happy to set that up.', "Sure, let's find a time."],
  es: ['Con gusto lo organizo.', 'Claro, busquemos una hora.'],
};

/** `{value}`: their answer, in their words. */
export const heardTexts: Wordings = {
  en: ['{value}, got it.', '{value}, thanks.', '{value}, okay.'],
  es: ['{value}, entendido.', '{value}, gracias.', '{value}, de acuerdo.'],
};

/** `{value}`: how they want to be reached, part by part. */
export const reachTexts: Wordings = {
  en: ['{value}: the team can see that.', '{value}, and the team has that in writing.'],
  es: ['{value}: el equipo lo ve.', '{value}, y el equipo lo tiene por escrito.'],
};
