import type { AuthoredSituation } from '../model.ts';

export const showingFollowUp: AuthoredSituation = {
  scripts: [
    {
      rationale:
        'Asks for their honest impression first. What they liked and didn’t like tells you more than whether they want it.',
      expects: [0, 1],
      en: {
        call: 'Thanks for taking the time to see [{home}|the home]. I’d like your honest impression, good or bad, because it helps me understand what you’re looking for. Nothing you say will hurt my feelings. What stayed with you after you left?',
        text: 'Thanks for taking the time to see [{home}|the home]. I’d like your honest impression, good or bad. What stayed with you after you left?',
        subject: 'Your impression of [{home}|the home]',
        email:
          'Thanks for taking the time to see [{home}|the home].\n\nI’d like your honest impression, good or bad, because it helps me understand what you’re looking for. A line or two is plenty. What stayed with you after you left?',
      },
      es: {
        call: 'Gracias por darse el tiempo de ver [{home}|la casa]. Me gustaría conocer su impresión sincera, buena o mala, porque me ayuda a entender lo que busca. Puede decirme las cosas como son. ¿Qué se le quedó después de la visita?',
        text: 'Gracias por darse el tiempo de ver [{home}|la casa]. Me gustaría su impresión sincera, buena o mala. ¿Qué se le quedó después de la visita?',
        subject: 'Su impresión de [{home}|la casa]',
        email:
          'Gracias por darse el tiempo de ver [{home}|la casa].\n\nMe gustaría conocer su impresión sincera, buena o mala, porque me ayuda a entender lo que busca. Con una o dos líneas basta. ¿Qué se le quedó después de la visita?',
      },
    },
    {
      rationale:
        'Asks what was missing, which is easier to answer than “did you like it,” and points to the next home either way.',
      expects: [1, 2],
      en: {
        call: 'I’ve been thinking about our visit to [{home}|the home]. No home has everything, and what’s missing is often the most useful part to talk about. If it isn’t the one, I’d like to know what to look for next. What would you change about it if you could?',
        text: 'No home has everything, and what’s missing helps me most. If you could change one thing about [{home}|the home you saw], what would it be?',
        subject: 'One thing you’d change',
        email:
          'I’ve been thinking about our visit to [{home}|the home]. No home has everything, and what’s missing is often the most useful part to talk about.\n\nIf it isn’t the one, I’d like to know what to look for next. If you could change one thing about it, what would it be?',
      },
      es: {
        call: 'He pensado en la visita a [{home}|la casa]. Ninguna casa lo tiene todo, y lo que falta suele ser lo más útil de comentar. Si no es la indicada, me gustaría saber qué buscar ahora. ¿Qué le cambiaría si pudiera?',
        text: 'Ninguna casa lo tiene todo, y lo que falta me ayuda mucho. Si pudiera cambiarle una cosa a [{home}|la casa que vio], ¿cuál sería?',
        subject: 'Una cosa que le cambiaría',
        email:
          'He pensado en la visita a [{home}|la casa]. Ninguna casa lo tiene todo, y lo que falta suele ser lo más útil de comentar.\n\nSi no es la indicada, me gustaría saber qué buscar ahora. Si pudiera cambiarle una cosa, ¿cuál sería?',
      },
    },
    {
      rationale: 'Collects their open questions, so you come back with answers instead of with another request.',
      expects: [2, 0],
      en: {
        call: 'After a visit, the questions tend to come up on the drive home. I’d be glad to find out whatever you’re still wondering about [{home}|the home], from the utility bills to the paperwork. If I don’t know, I’ll ask whoever does. What would you like me to find out?',
        text: 'Questions tend to come up on the drive home. I’ll gladly look into anything about [{home}|the home you saw]. What would you like me to find out?',
        subject: 'Questions about [{home}|the home you saw]',
        email:
          'After a visit, the questions tend to come up on the drive home. I’d be glad to look into whatever you’re still wondering about [{home}|the home], from the utility bills to the paperwork.\n\nIf I don’t know, I’ll ask whoever does. What would you like me to find out?',
      },
      es: {
        call: 'Después de una visita, las preguntas suelen llegar de camino a casa. Con gusto averiguo lo que todavía quiera saber de [{home}|la casa], desde los recibos hasta los papeles. Si no lo sé, pregunto a quien lo sepa. ¿Qué le gustaría que averigüe?',
        text: 'Las preguntas suelen llegar de camino a casa. Con gusto averiguo lo que quiera saber de [{home}|la casa que vio]. ¿Qué le gustaría que averigüe?',
        subject: 'Preguntas sobre [{home}|la casa que vio]',
        email:
          'Después de una visita, las preguntas suelen llegar de camino a casa. Con gusto averiguo lo que todavía quiera saber de [{home}|la casa], desde los recibos hasta los papeles.\n\nSi no lo sé, pregunto a quien lo sepa. ¿Qué le gustaría que averigüe?',
      },
    },
  ],
  objections: {
    en: [
      {
        says: 'We liked it, but we need to think.',
        reply: 'Take the time you need. What’s the main thing you’re weighing?',
      },
      {
        says: 'It’s more than we want to spend.',
        reply: 'That’s good to know. What would feel comfortable, so I can look with that in mind?',
      },
      {
        says: 'It wasn’t what we expected.',
        reply: 'Thanks for being direct. What did you picture before you walked in?',
      },
    ],
    es: [
      {
        says: 'Nos gustó, pero tenemos que pensarlo.',
        reply: 'Tómese el tiempo que necesite. ¿Qué es lo principal que está considerando?',
      },
      {
        says: 'Es más de lo que queremos gastar.',
        reply: 'Me sirve saberlo. ¿Con qué cantidad se sentiría cómodo, para buscar con eso en mente?',
      },
      {
        says: 'No era lo que esperábamos.',
        reply: 'Gracias por decirlo con claridad. ¿Qué se imaginaba antes de entrar?',
      },
    ],
  },
};
