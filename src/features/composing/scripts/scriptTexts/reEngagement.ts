import type { AuthoredSituation } from '../model.ts';

export const reEngagement: AuthoredSituation = {
  scripts: [
    {
      rationale:
        'Asks what has changed instead of whether they’re still interested. A short answer is enough, and “no” is easy to say.',
      expects: [0, 1],
      en: {
        call: 'We talked a while back about [{home}|your plans], and I’d like to hear how things stand for you now. Plans change, and I’d rather ask than guess. If it’s on hold, that’s fine, and I’ll make a note of it. Has anything changed since we last talked?',
        text: 'We talked about [{home}|your plans] a while back, and I’d rather ask than guess where things stand. Has anything changed for you since?',
        subject: 'Where things stand[ with {home}|]',
        email:
          'We talked a while back about [{home}|your plans], and I haven’t heard how things stand since. That’s fine: plans move, and there’s no hurry on my side.\n\nIf it would help, I can pick up where we left off, or start fresh from what matters to you now. Has anything changed since we last talked?',
      },
      es: {
        call: 'Hace un tiempo hablamos de [{home}|sus planes], y me gustaría saber cómo va todo ahora. Los planes cambian, y prefiero preguntar antes que suponer. Si lo dejó en pausa, está bien, y lo anoto. ¿Ha cambiado algo desde que hablamos?',
        text: 'Hace un tiempo hablamos de [{home}|sus planes], y prefiero preguntar antes que suponer. ¿Ha cambiado algo para usted desde entonces?',
        subject: 'Cómo va todo[ con {home}|]',
        email:
          'Hace un tiempo hablamos de [{home}|sus planes], y desde entonces no he sabido cómo va todo. Está bien: los planes cambian, y de mi parte no hay prisa.\n\nSi le sirve, puedo retomar donde nos quedamos, o empezar de nuevo con lo que hoy le importa. ¿Ha cambiado algo desde que hablamos?',
      },
    },
    {
      rationale: 'Offers one small, useful thing they can say yes or no to, so the next step costs them nothing.',
      expects: [2, 1],
      en: {
        call: 'I was going through my notes and thought of you. I can send you a short summary of what’s been listed and what has sold[ around {area}| in the area you have in mind], with nothing attached to it. You can read it whenever it suits you. Would that be useful to you right now?',
        text: 'I can send you a short summary of what’s been listed and sold[ around {area}| in the area you have in mind], to read whenever it suits you. Would that be useful?',
        subject: 'A short market summary[ for {area}|]',
        email:
          'I was going through my notes and thought of you. I can put together a short summary of what’s been listed and what has sold[ around {area}| in the area you have in mind], so you can see where things stand without having to look it up yourself.\n\nThere’s nothing to sign and nothing to decide. Would you like me to send it?',
      },
      es: {
        call: 'Estaba repasando mis notas y me acordé de usted. Puedo mandarle un resumen breve de lo que ha salido a la venta y lo que se ha vendido[ en {area}| en la zona que le interesa], sin ningún compromiso. Puede leerlo cuando le quede bien. ¿Le serviría ahora?',
        text: 'Puedo mandarle un resumen breve de lo que salió a la venta y lo que se vendió[ en {area}| en la zona que le interesa], para leerlo cuando guste. ¿Le serviría?',
        subject: 'Un resumen breve del mercado[ en {area}|]',
        email:
          'Estaba repasando mis notas y me acordé de usted. Puedo prepararle un resumen breve de lo que ha salido a la venta y lo que se ha vendido[ en {area}| en la zona que le interesa], para que vea cómo están las cosas sin tener que buscarlo.\n\nNo hay nada que firmar ni que decidir. ¿Quiere que se lo mande?',
      },
    },
    {
      rationale:
        'Makes “no” as easy to say as “yes.” Knowing where they stand spares both of you follow-ups they don’t want.',
      expects: [0, 2],
      en: {
        call: 'I’ve been thinking about our talk[ about {home}|], and I’d rather not call at the wrong time. If you’ve moved on, tell me and I’ll close my notes, no hard feelings. If you’re still thinking about it, I’m glad to help at your pace. Which is closer to how you feel?',
        text: 'I’d rather not write at the wrong time. Should I keep you in mind[ for {home}|], or close my notes for now?',
        subject: 'Keep looking, or pause?',
        email:
          'I’ve been thinking about our talk[ about {home}|], and I don’t want to fill your inbox if the timing isn’t right.\n\nIf you’ve moved on, one line is enough and I’ll close my notes, no hard feelings. If you’re still thinking about it, I’m glad to help at your pace. Which is closer to how you feel?',
      },
      es: {
        call: 'He pensado en lo que hablamos[ sobre {home}|], y prefiero no llamarle en mal momento. Si ya cambió de planes, dígamelo y cierro mis notas, sin problema. Si todavía lo está pensando, con gusto le ayudo a su ritmo. ¿Cuál de las dos se acerca más?',
        text: 'Prefiero no escribirle en mal momento. ¿Lo dejo en mis notas[ para {home}|], o las cierro por ahora?',
        subject: '¿Seguimos o hacemos una pausa?',
        email:
          'He pensado en lo que hablamos[ sobre {home}|], y no quiero llenarle el correo si no es buen momento.\n\nSi ya cambió de planes, con una línea basta y cierro mis notas, sin problema. Si todavía lo está pensando, con gusto le ayudo a su ritmo. ¿Cuál de las dos se acerca más?',
      },
    },
  ],
  objections: {
    en: [
      {
        says: 'We decided to wait.',
        reply: 'That makes sense. What would have to happen before you’d want to look at it again?',
      },
      {
        says: 'I’m busy, not now.',
        reply: 'Understood, I’ll leave you to it. When would be a better time to get in touch?',
      },
      {
        says: 'I’m working with someone else.',
        reply: 'Thanks for telling me. If you’ve signed with them, I’ll step back. Have you?',
      },
    ],
    es: [
      { says: 'Decidimos esperar.', reply: 'Tiene sentido. ¿Qué tendría que pasar para que quisiera volver a verlo?' },
      {
        says: 'Estoy ocupado, ahora no.',
        reply: 'Entiendo, no le quito más tiempo. ¿Cuándo sería mejor momento para hablar?',
      },
      {
        says: 'Ya trabajo con otra persona.',
        reply: 'Gracias por decírmelo. Si ya firmó con esa persona, me hago a un lado. ¿Ya firmó?',
      },
    ],
  },
};
