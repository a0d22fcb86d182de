import type { Wordings } from './question.ts';

/** Where a law or a right has a say in the answer. */
export const rightsTexts = {
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
} satisfies Record<string, Wordings>;
