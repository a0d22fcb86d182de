import type { AuthoredSituation } from '../model.ts';

export const timingObjection: AuthoredSituation = {
  scripts: [
    {
      rationale: 'Accepts the wait and asks what it depends on, so you know when your next call will be welcome.',
      expects: [0, 1],
      en: {
        call: 'You said this isn’t the right time, and that’s a good reason to wait. I don’t want to hurry you. It helps me to know what it depends on, so I get in touch when it’s useful and not before. What would have to be in place first?',
        text: 'You said this isn’t the right time, and there’s no hurry on my side. So that I write when it’s useful and not before: what would have to be in place first?',
        subject: 'When the time is right for you',
        email:
          'You said this isn’t the right time, and that’s a good reason to wait. I don’t want to hurry you.\n\nIt helps me to know what it depends on, so I get in touch when it’s useful and not before. What would have to be in place first?',
      },
      es: {
        call: 'Me dijo que no es buen momento, y es una buena razón para esperar. No quiero apurarle. Me ayuda saber de qué depende, para comunicarme cuando le sirva y no antes. ¿Qué tendría que estar listo primero?',
        text: 'Me dijo que no es buen momento, y no quiero apurarle. Para escribirle cuando le sirva y no antes: ¿qué tendría que estar listo primero?',
        subject: 'Cuando sea buen momento para usted',
        email:
          'Me dijo que no es buen momento, y es una buena razón para esperar. No quiero apurarle.\n\nMe ayuda saber de qué depende, para comunicarme cuando le sirva y no antes. ¿Qué tendría que estar listo primero?',
      },
    },
    {
      rationale: 'Separates planning from deciding. They can learn how the steps go without taking one.',
      expects: [2, 0],
      en: {
        call: 'Waiting is fine, and planning doesn’t commit you to anything. I can walk you through how the steps usually go and about how long each one takes, so that later nothing surprises you. You’d decide nothing today. Would a short overview help?',
        text: 'Waiting is fine, and planning commits you to nothing. I can send you a short overview of the steps, so that later nothing surprises you. Would that help?',
        subject: 'The steps, for whenever you’re ready',
        email:
          'Waiting is fine, and planning doesn’t commit you to anything. I can send you a short overview of how the steps usually go and about how long each one takes, so that later nothing surprises you.\n\nYou’d decide nothing by reading it. Would that help?',
      },
      es: {
        call: 'Esperar está bien, y planear no le compromete a nada. Puedo explicarle cómo suelen ser los pasos y cuánto toma cada uno, para que después nada le tome por sorpresa. Hoy no decide nada. ¿Le serviría un resumen breve?',
        text: 'Esperar está bien, y planear no le compromete a nada. Puedo mandarle un resumen breve de los pasos, para que nada le tome por sorpresa. ¿Le serviría?',
        subject: 'Los pasos, para cuando guste',
        email:
          'Esperar está bien, y planear no le compromete a nada. Puedo mandarle un resumen breve de cómo suelen ser los pasos y cuánto toma cada uno, para que después nada le tome por sorpresa.\n\nAl leerlo no decide nada. ¿Le serviría?',
      },
    },
    {
      rationale: 'Lets them choose when they hear from you next. A date they picked is a date they’ll remember.',
      expects: [1, 2],
      en: {
        call: 'I’d like to follow your calendar, not mine. If you tell me when it makes sense to talk again, I’ll write it down and leave you in peace until then. If that’s next year, that’s fine too. When would you like to hear from me?',
        text: 'I’d like to follow your calendar, not mine. Tell me when to get in touch, and I’ll leave you in peace until then. When would suit you?',
        subject: 'When would you like to hear from me?',
        email:
          'I’d like to follow your calendar, not mine. If you tell me when it makes sense to talk again, I’ll write it down and leave you in peace until then.\n\nIf that’s next year, that’s fine too. When would you like to hear from me?',
      },
      es: {
        call: 'Quiero seguir su calendario y no el mío. Si me dice cuándo conviene que hablemos otra vez, lo anoto y no le molesto hasta entonces. Si es el próximo año, también está bien. ¿Cuándo le gustaría que le busque?',
        text: 'Quiero seguir su calendario y no el mío. Dígame cuándo buscarle, y no le molesto hasta entonces. ¿Cuándo le quedaría bien?',
        subject: '¿Cuándo le gustaría que le busque?',
        email:
          'Quiero seguir su calendario y no el mío. Si me dice cuándo conviene que hablemos otra vez, lo anoto y no le molesto hasta entonces.\n\nSi es el próximo año, también está bien. ¿Cuándo le gustaría que le busque?',
      },
    },
  ],
  objections: {
    en: [
      {
        says: 'We want to see what rates do.',
        reply: 'That makes sense, and nobody can tell you for sure. What would you need to see before you’d go ahead?',
      },
      { says: 'Call me in a few months.', reply: 'Gladly. Which month should I write down?' },
      {
        says: 'We have to sell ours first.',
        reply: 'That’s a common order of things. Would you like to know how people line up the two?',
      },
    ],
    es: [
      {
        says: 'Queremos ver qué pasa con las tasas.',
        reply: 'Tiene sentido, y nadie lo sabe con seguridad. ¿Qué tendría que ver antes de seguir adelante?',
      },
      { says: 'Llámeme en unos meses.', reply: 'Con gusto. ¿Qué mes anoto?' },
      {
        says: 'Primero tenemos que vender la nuestra.',
        reply: 'Es un orden muy común. ¿Le gustaría saber cómo se coordinan las dos cosas?',
      },
    ],
  },
};
