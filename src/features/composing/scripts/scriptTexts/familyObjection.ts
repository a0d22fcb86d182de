import type { AuthoredSituation } from '../model.ts';

/** Somebody else decides too. The script says no more than that: their relationship is nobody's business. */
export const familyObjection: AuthoredSituation = {
  scripts: [
    {
      rationale: 'Welcomes the other person into the decision and offers a visit together, at a time that suits both.',
      expects: [0, 1],
      en: {
        call: 'You said you’d like somebody else to have a say before you decide, and I think that’s right. Nobody should have to explain a home secondhand. I’m glad to show [{home}|it] to both of you, or to talk with both of you on the phone. What would suit you both?',
        text: 'It’s right that you both have a say. I’m glad to show [{home}|it] to both of you, or to talk on the phone together. What would suit you both?',
        subject: 'For both of you',
        email:
          'You said you’d like somebody else to have a say before you decide, and I think that’s right. Nobody should have to explain a home secondhand.\n\nI’m glad to show [{home}|it] to both of you, or to talk with both of you on the phone. What would suit you both?',
      },
      es: {
        call: 'Me dijo que quiere que otra persona opine antes de decidir, y me parece lo correcto. Nadie debería tener que explicar una casa de segunda mano. Con gusto muestro [{home}|la casa] a los dos, o hablamos los tres por teléfono. ¿Qué les quedaría bien?',
        text: 'Es lo correcto que opinen los dos. Con gusto les muestro [{home}|la casa], o hablamos los tres por teléfono. ¿Qué les quedaría bien?',
        subject: 'Para los dos',
        email:
          'Me dijo que quiere que otra persona opine antes de decidir, y me parece lo correcto. Nadie debería tener que explicar una casa de segunda mano.\n\nCon gusto les muestro [{home}|la casa] a los dos, o hablamos los tres por teléfono. ¿Qué les quedaría bien?',
      },
    },
    {
      rationale:
        'Gives them something to take along: clear answers in writing, so they don’t have to argue for the home themselves.',
      expects: [2, 0],
      en: {
        call: 'It’s good that you’re talking it over. I can put what you’d need on one page[ about {home}|], so that you both look at the same facts. If questions come up, I’ll answer them for both of you. What should that page cover?',
        text: 'It’s good that you’re talking it over. I can put the facts[ about {home}|] on one page, so you both look at the same thing. What should it cover?',
        subject: 'One page to talk over',
        email:
          'It’s good that you’re talking it over. I can put what you’d need on one page[ about {home}|], so that you both look at the same facts.\n\nIf questions come up, I’ll answer them for both of you. What should that page cover?',
      },
      es: {
        call: 'Me parece bien que lo platiquen. Puedo poner lo necesario en una página[ sobre {home}|], para que los dos vean los mismos datos. Si surgen preguntas, se las respondo a los dos. ¿Qué le gustaría que incluya?',
        text: 'Me parece bien que lo platiquen. Puedo poner los datos[ de {home}|] en una página, para que los dos vean lo mismo. ¿Qué le gustaría que incluya?',
        subject: 'Una página para platicarlo',
        email:
          'Me parece bien que lo platiquen. Puedo poner lo necesario en una página[ sobre {home}|], para que los dos vean los mismos datos.\n\nSi surgen preguntas, se las respondo a los dos. ¿Qué le gustaría que incluya?',
      },
    },
    {
      rationale:
        'Asks what the other person will care about. You learn the second list of wishes without asking who they are.',
      expects: [1, 2],
      en: {
        call: 'Two people rarely look for the same things in a home, and it helps to know both lists early. You’ve told me some of yours. Before you both decide anything, I’d like to keep the other list in mind too. What will matter most to the other person?',
        text: 'Two people rarely look for the same things in a home, and I’d like to keep both lists in mind. What will matter most to the other person?',
        subject: 'Both lists',
        email:
          'Two people rarely look for the same things in a home, and it helps to know both lists early.\n\nYou’ve told me some of yours. Before you both decide anything, I’d like to keep the other list in mind too. What will matter most to the other person?',
      },
      es: {
        call: 'Dos personas rara vez buscan lo mismo en una casa, y ayuda conocer pronto las dos listas. Usted ya me contó parte de la suya. Antes de que decidan algo, me gustaría tener en cuenta la otra también. ¿Qué será lo más importante para la otra persona?',
        text: 'Dos personas rara vez buscan lo mismo en una casa, y quiero tener en cuenta las dos listas. ¿Qué será lo más importante para la otra persona?',
        subject: 'Las dos listas',
        email:
          'Dos personas rara vez buscan lo mismo en una casa, y ayuda conocer pronto las dos listas.\n\nUsted ya me contó parte de la suya. Antes de que decidan algo, me gustaría tener en cuenta la otra también. ¿Qué será lo más importante para la otra persona?',
      },
    },
  ],
  objections: {
    en: [
      {
        says: 'Our schedules don’t line up.',
        reply: 'Then we can do it in two visits, or by phone. Which would be easier?',
      },
      {
        says: 'We don’t agree with each other yet.',
        reply: 'That’s common, and no reason to hurry. Where do you see it differently?',
      },
      {
        says: 'I’ll ask and let you know.',
        reply: 'Thank you. Is there anything I can send that would make it easier to talk over?',
      },
    ],
    es: [
      {
        says: 'Nunca coincidimos en el horario.',
        reply: 'Entonces lo hacemos en dos visitas, o por teléfono. ¿Qué sería más fácil?',
      },
      {
        says: 'Todavía no nos ponemos de acuerdo.',
        reply: 'Es común, y no hay por qué apurarse. ¿En qué lo ven distinto?',
      },
      {
        says: 'Pregunto y le aviso.',
        reply: 'Gracias. ¿Hay algo que pueda mandarle para que sea más fácil platicarlo?',
      },
    ],
  },
};
