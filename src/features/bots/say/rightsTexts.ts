import type { Wordings } from '../state/question.ts';

/** Where a law or a right has a say in the answer. */
export const rightsTexts = {
  optedIn: {
    en: [
      "You're opted back in, so we can message you again. How can I help?",
      'Welcome back, and we can message you again now. What can I do for you?',
    ],
    es: [
      'Ya está de vuelta y podemos volver a escribirle. ¿En qué le ayudo?',
      'Qué bueno tenerle de vuelta, y ya podemos volver a escribirle. ¿Qué necesita?',
    ],
  },
  /** After an opt-out, to words that ask for nothing. */
  stillHere: {
    en: [
      "I'm here in the chat if you have a question. We won't contact you unless you write START.",
      'You can keep asking me things here. No one will contact you unless you write START.',
    ],
    es: [
      'Si tiene una pregunta, aquí en el chat le respondo. Nadie le va a contactar, a menos que escriba START.',
      'Aquí puede seguir preguntando. No le contactaremos, a menos que escriba START.',
    ],
  },
  /** `{value}` is the day by which the answer is due. */
  deletion: {
    en: [
      "I've passed your request to delete your data to the team. They'll confirm it and respond to you by {value} at the latest.",
      "The team has your request to delete your data. They'll confirm it and respond to you by {value} at the latest.",
    ],
    es: [
      'Le pasé al equipo su petición de borrar sus datos. Se la confirman y le responden a más tardar el {value}.',
      'El equipo ya tiene su petición de borrar sus datos. Se la confirman y le responden a más tardar el {value}.',
    ],
  },
  deletionFound: {
    en: [
      "Thanks, that helps the team find your data. It's part of your deletion request now, and no one will use it to contact you.",
      "The team has that with your deletion request, so they can find your data. It won't be used for anything else.",
    ],
    es: [
      'Gracias, así el equipo encuentra sus datos. Queda con su petición de borrado y nadie lo usará para contactarle.',
      'El equipo lo tiene con su petición de borrado, para encontrar sus datos. No se usará para nada más.',
    ],
  },
  legalAdvice: {
    en: [
      "I'm sorry, that's a hard spot to be in. I can't give legal or tax advice, but an attorney can. I've let the team know about it.",
      "That must weigh on you. Legal and tax questions are for an attorney, so I won't guess. I've let the team know.",
    ],
    es: [
      'Lo siento, es una situación difícil. No puedo dar consejo legal ni fiscal, pero un abogado sí. Ya le avisé al equipo.',
      'Entiendo que le preocupe. Las preguntas legales y de impuestos son para un abogado, así que no adivino. Ya le avisé al equipo.',
    ],
  },
} satisfies Record<string, Wordings>;
