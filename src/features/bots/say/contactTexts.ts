import type { Question, Wordings } from '../state/question.ts';

/** Asked when of use only: for an appointment, a person who calls back, a visitor who leaves. Each once. */
export const contactQuestion: Question = {
  id: 'contact',
  wordings: {
    en: [
      "What's a good phone number or email for the team to reach you?",
      'How can the team reach you, by phone or email?',
      'Could you leave a phone number or an email for the team?',
    ],
    es: [
      '¿Qué teléfono o correo le doy al equipo?',
      '¿Cómo puede contactarle el equipo, por teléfono o por correo?',
      '¿Podría dejar un teléfono o un correo para el equipo?',
    ],
  },
};
/** Before a call is booked: nobody calls without one. */
const callNumberQuestion: Question = {
  id: 'callNumber',
  wordings: {
    en: [
      'What number should the team call?',
      'What number can the team reach you at for the call?',
      "What's the best phone number for the call?",
    ],
    es: [
      '¿A qué número le puede llamar el equipo?',
      '¿En qué número le llamamos?',
      '¿Cuál es el mejor teléfono para la llamada?',
    ],
  },
  choices: [
    { id: 'email', label: { en: 'Email instead', es: 'Mejor por correo' }, value: 'email' },
    { id: 'chat', label: { en: 'Stay in this chat', es: 'Seguir en el chat' }, value: 'chat' },
  ],
};
/** After "no calls" or "no emails": whether they want to hear nothing at all. */
export const allMessagesQuestion: Question = {
  id: 'allMessages',
  wordings: {
    en: [
      'Should I stop writing to you here too?',
      'Do you want these messages to stop too?',
      'Should this chat end too?',
    ],
    es: [
      '¿Dejo también de escribirle aquí?',
      '¿Quiere que termine también este chat?',
      '¿Paro también estos mensajes?',
    ],
  },
  choices: [
    { id: 'keep', label: { en: 'Keep chatting', es: 'Seguir aquí' }, value: false },
    { id: 'stop', label: { en: 'Stop all messages', es: 'No más mensajes' }, value: true },
  ],
};
export const nameQuestion: Question = {
  id: 'name',
  wordings: {
    en: ['What name can I give the team?', 'And your name, for the team?', 'Who should the team ask for?'],
    es: ['¿Qué nombre le doy al equipo?', '¿Y su nombre, para el equipo?', '¿Por quién debe preguntar el equipo?'],
  },
};
/** For a number that was given before the words were shown. */
export const mayCallQuestion: Question = {
  id: 'mayCall',
  wordings: {
    en: [
      "May {brokerage} call or text you at that number about this, automated calls and texts included? It's not a condition of any purchase, and STOP ends it.",
      "Is it all right if {brokerage} calls or texts that number about this, automated calls and texts included? It's not a condition of any purchase, and STOP ends it.",
      "Do you agree to calls and texts from {brokerage} at that number about this, automated ones included? It's not a condition of any purchase, and STOP ends it.",
    ],
    es: [
      '¿Puede {brokerage} llamarle o escribirle a ese número sobre esto, también de forma automática? No es condición de compra, y con STOP se termina.',
      '¿Acepta llamadas y mensajes de {brokerage} en ese número sobre esto, también automáticos? No es condición de compra, y con STOP se terminan.',
      '¿Le parece bien que {brokerage} le llame o le escriba a ese número sobre esto, también de forma automática? No es condición de compra, y con STOP se termina.',
    ],
  },
  choices: [
    { id: 'yes', label: { en: 'Yes', es: 'Sí' }, value: true },
    { id: 'no', label: { en: 'No', es: 'No' }, value: false },
  ],
};
export const bestTimeQuestion: Question = {
  id: 'bestTime',
  wordings: {
    en: ['When is a good time to reach you?', 'What time of day works for that?', 'When should they get in touch?'],
    es: [
      '¿Cuándo es buen momento para contactarle?',
      '¿A qué hora le queda bien?',
      '¿Cuándo conviene que le contacten?',
    ],
  },
};
export const contactQuestions: Readonly<Record<string, Question>> = {
  contact: contactQuestion,
  callNumber: callNumberQuestion,
  name: nameQuestion,
  mayCall: mayCallQuestion,
  bestTime: bestTimeQuestion,
};

/**
 * Prior express consent to calls and texts, also by machine, from a named sender, not as a condition (47 CFR 64.1200(f)(9)), with
 * the way out. A lawyer must confirm it before texts are sent. Changed words are other words: records keep those that were shown.
 */
export const callConsent: Wordings = {
  en: [
    "By giving a number you agree to calls and texts from {brokerage} about this, automated ones included. It's not a condition of any purchase, and STOP ends it.",
    "If you give a number, you agree to calls and texts from {brokerage} about this, automated ones included. It's not a condition of any purchase, and STOP ends it.",
  ],
  es: [
    'Si da un número, acepta llamadas y mensajes de {brokerage} sobre esto, también automáticos. No es condición de compra, y con STOP se terminan.',
    'Al dar un número acepta llamadas y mensajes de {brokerage} sobre esto, también automáticos. No es condición de compra, y con STOP se terminan.',
  ],
};

export const inviteTexts: Wordings = {
  en: [
    "If you'd like the team to get back to you, just leave a phone number or an email here.",
    'You can leave a phone number or an email here so the team can get back to you.',
  ],
  es: [
    'Si quiere que el equipo le contacte, deje aquí un teléfono o un correo.',
    'Puede dejar aquí un teléfono o un correo para que el equipo le contacte.',
  ],
};
