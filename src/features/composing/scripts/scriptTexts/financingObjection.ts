import type { AuthoredSituation } from '../model.ts';

/** No advice on loans: that is a lender’s to give. */
export const financingObjection: AuthoredSituation = {
  scripts: [
    {
      rationale:
        'Finds out where they stand with a lender before you suggest anything. Many worries here are only open questions.',
      expects: [0, 1],
      en: {
        call: 'You mentioned you’re not sure about the financing. A lender is the one who can tell you what’s possible, and asking one doesn’t commit you to anything. I can tell you how that talk usually goes. Have you spoken with a lender yet?',
        text: 'You mentioned you’re not sure about the financing. I can tell you how the first talk with a lender usually goes. Have you spoken with one yet?',
        subject: 'About the financing',
        email:
          'You mentioned you’re not sure about the financing. A lender is the one who can tell you what’s possible, and asking one doesn’t commit you to anything.\n\nI can tell you how that talk usually goes and what they tend to ask for. Have you spoken with a lender yet?',
      },
      es: {
        call: 'Me comentó que tiene dudas con el financiamiento. Quien puede decirle qué es posible es un prestamista, y preguntar no le compromete a nada. Puedo contarle cómo suele ser esa plática. ¿Ya habló con alguno?',
        text: 'Me comentó que tiene dudas con el financiamiento. Puedo contarle cómo suele ser la primera plática con un prestamista. ¿Ya habló con alguno?',
        subject: 'Sobre el financiamiento',
        email:
          'Me comentó que tiene dudas con el financiamiento. Quien puede decirle qué es posible es un prestamista, y preguntar no le compromete a nada.\n\nPuedo contarle cómo suele ser esa plática y qué suelen pedir. ¿Ya habló con alguno?',
      },
    },
    {
      rationale: 'Suggests comparing lenders, which helps them and steers them to nobody in particular.',
      expects: [2, 0],
      en: {
        call: 'Financing is worth comparing, the same way you’d compare homes. Each lender has their own figures, and the choice is yours alone. Would a list of questions to ask each of them help you?',
        text: 'Financing is worth comparing, the way you’d compare homes. I can send you questions to ask each lender, so that you choose. Would that help you?',
        subject: 'Questions to ask a lender',
        email:
          'Financing is worth comparing, the same way you’d compare homes. Each lender has their own figures, and you choose.\n\nI can send you a short list of questions to ask each one. Would that help you?',
      },
      es: {
        call: 'El financiamiento vale la pena compararlo, igual que las casas. Cada prestamista le da sus propias cifras, y la elección es solo suya. ¿Le ayudaría una lista de preguntas para hacerle a cada uno?',
        text: 'El financiamiento vale la pena compararlo, igual que las casas. Puedo mandarle preguntas para cada prestamista, y usted elige. ¿Le ayudaría?',
        subject: 'Preguntas para un prestamista',
        email:
          'El financiamiento vale la pena compararlo, igual que las casas. Cada prestamista le da sus propias cifras, y usted elige.\n\nPuedo mandarle una lista breve de preguntas para cada uno. ¿Le ayudaría?',
      },
    },
    {
      rationale: 'Names the worry without judging it and asks which part it is, so you answer that part and no other.',
      expects: [1, 2],
      en: {
        call: 'Financing is the part that worries people most, and there’s no wrong place to start. For some it’s the down payment, for others the monthly cost, and for others the paperwork. I can point you to who answers each of those. Which part is on your mind?',
        text: 'There’s no wrong place to start with financing. Is it the down payment, the monthly cost, or the paperwork that’s on your mind?',
        subject: 'Which part is on your mind?',
        email:
          'Financing is the part that worries people most, and there’s no wrong place to start. For some it’s the down payment, for others the monthly cost, and for others the paperwork.\n\nI can point you to who answers each of those. Which part is on your mind?',
      },
      es: {
        call: 'El financiamiento es lo que más preocupa a la gente, y se puede empezar por cualquier lado. Para unos es el enganche, para otros el pago mensual, y para otros los papeles. Puedo decirle quién responde cada cosa. ¿Qué parte le preocupa a usted?',
        text: 'Con el financiamiento se puede empezar por cualquier lado. ¿Le preocupa el enganche, el pago mensual o los papeles?',
        subject: '¿Qué parte le preocupa?',
        email:
          'El financiamiento es lo que más preocupa a la gente, y se puede empezar por cualquier lado. Para unos es el enganche, para otros el pago mensual, y para otros los papeles.\n\nPuedo decirle quién responde cada cosa. ¿Qué parte le preocupa a usted?',
      },
    },
  ],
  objections: {
    en: [
      {
        says: 'I don’t think I’d be approved.',
        reply:
          'Only a lender can tell you that, and asking commits you to nothing. Would you like to know what they usually look at?',
      },
      {
        says: 'Rates are too high.',
        reply: 'I understand. Would it help to have a lender work out the monthly cost before you decide?',
      },
      {
        says: 'Which lender should I use?',
        reply: 'That’s your choice, and it’s worth talking with more than one. What matters most to you in a lender?',
      },
    ],
    es: [
      {
        says: 'No creo que me aprueben.',
        reply:
          'Eso solo se lo puede decir un prestamista, y preguntar no compromete. ¿Le gustaría saber qué suelen revisar?',
      },
      {
        says: 'Las tasas están muy altas.',
        reply: 'Le entiendo. ¿Le ayudaría que un prestamista calcule el pago mensual antes de decidir?',
      },
      {
        says: '¿Qué prestamista me conviene?',
        reply: 'Eso lo elige usted, y conviene hablar con más de uno. ¿Qué es lo que más le importa en un prestamista?',
      },
    ],
  },
};
