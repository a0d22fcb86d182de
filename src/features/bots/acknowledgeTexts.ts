import type { Wordings } from './question.ts';

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
    en: ['Pre-approved, got it. That helps.', 'Good, you have your pre-approval.'],
    es: ['Preaprobado, entendido. Eso ayuda.', 'Bien, ya tiene su preaprobación.'],
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
  'authority:alone': {
    en: ['So it is yours alone to decide, got it.', 'Just you deciding, got it.'],
    es: ['Así que lo decide usted, entendido.', 'Solo usted decide, entendido.'],
  },
  'authority:shared': {
    en: ['So you decide it together, got it.', 'More than one of you decides, got it.'],
    es: ['Así que lo deciden juntos, entendido.', 'Lo deciden entre varios, entendido.'],
  },
  'condition:move_in_ready': {
    en: ['Ready to move in, got it.', 'Ready as it is, got it.'],
    es: ['Lista para habitarse, entendido.', 'Lista como está, entendido.'],
  },
  'condition:needs_work': {
    en: ['Some work to do, got it.', 'It needs some work, got it.'],
    es: ['Necesita algunos arreglos, entendido.', 'Hay algo por arreglar, entendido.'],
  },
  'condition:major_repairs': {
    en: ['Bigger repairs to do, got it.', 'It needs bigger repairs, got it.'],
    es: ['Necesita arreglos mayores, entendido.', 'Hay arreglos grandes, entendido.'],
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

/** `{value}`: what they said, in their words. */
export const heardTexts: Wordings = {
  en: ['{value}, got it.', '{value}, thanks.', 'Okay, {value}.'],
  es: ['{value}, entendido.', '{value}, gracias.', 'De acuerdo, {value}.'],
};
