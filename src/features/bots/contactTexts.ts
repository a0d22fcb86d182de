import type { Question, Wordings } from './question.ts';

/** Asked when of use only: for an appointment, a person who calls back, a visitor who leaves. Each once. */
export const contactQuestion: Question = {
  id: 'contact',
  wordings: {
    en: [
      'At what phone number or e-mail can the team reach you?',
      'Where can the team reach you, by phone or e-mail?',
      'Could you leave a phone number or an e-mail for the team?',
    ],
    es: [
      '¿A qué teléfono o correo le pueden escribir?',
      '¿Cómo le contacta el equipo, por teléfono o correo?',
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
      'At which number can the team call you then?',
      'Which phone number is the call for?',
    ],
    es: [
      '¿A qué número le llama el equipo?',
      '¿En qué número le llamamos entonces?',
      '¿Para qué teléfono es la llamada?',
    ],
  },
  choices: [
    { id: 'email', label: { en: 'E-mail instead', es: 'Mejor por correo' }, value: 'email' },
    { id: 'chat', label: { en: 'Stay in this chat', es: 'Seguir en el chat' }, value: 'chat' },
  ],
};
export const nameQuestion: Question = {
  id: 'name',
  wordings: {
    en: ['What name may I give the team?', 'And your name, for the team?', 'Who may the team ask for?'],
    es: ['¿Qué nombre le doy al equipo?', '¿Y su nombre, para el equipo?', '¿Por quién debe preguntar el equipo?'],
  },
};
/** For a number that was given before the words were shown. */
export const mayCallQuestion: Question = {
  id: 'mayCall',
  wordings: {
    en: [
      'May {brokerage} call or text you there about this, also automated? It is no condition of a purchase, and STOP ends it.',
      'Is it all right if {brokerage} calls or texts that number about this, also automated? No purchase depends on it; STOP ends it.',
      'Do you agree to calls and texts from {brokerage} there, also automated ones? No condition of a purchase; STOP ends it.',
    ],
    es: [
      '¿Puede {brokerage} llamarle o escribirle ahí sobre esto, también de forma automática? No es condición de compra; STOP lo termina.',
      '¿Acepta llamadas y mensajes de {brokerage} en ese número, también automáticos? No es condición de compra; STOP los termina.',
      '¿Le parece bien que {brokerage} llame o escriba a ese número, también con automatismos? No obliga a comprar; STOP lo termina.',
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
    en: ['When is a good time to reach you?', 'What time of day suits you for that?', 'When should they get in touch?'],
    es: ['¿Cuándo es buen momento para contactarle?', '¿A qué hora le viene bien?', '¿Cuándo deberían contactarle?'],
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
    'With a number you agree to calls and texts from {brokerage} about this, also automated. No condition of a purchase; STOP ends it.',
    'Giving a number means yes to calls and texts from {brokerage} about this, also automated. No condition of a purchase; STOP ends it.',
  ],
  es: [
    'Con un número acepta llamadas y mensajes de {brokerage} sobre esto, también automáticos. No es condición de compra; STOP los termina.',
    'Al dar un número acepta llamadas y mensajes de {brokerage} sobre esto, también automáticos. No obliga a comprar; STOP los termina.',
  ],
};

export const inviteTexts: Wordings = {
  en: [
    'If the team should get back to you, just leave a phone number or an e-mail here.',
    'You can leave a phone number or an e-mail here, and the team gets back to you.',
  ],
  es: [
    'Si quiere que el equipo le contacte, deje aquí un teléfono o un correo.',
    'Puede dejar aquí un teléfono o un correo y el equipo le contactará.',
  ],
};
