import type { AuthoredSituation } from '../model.ts';

/** There is always a time and what it is for: without them nothing is confirmed. */
export const appointmentConfirmation: AuthoredSituation = {
  scripts: [
    {
      rationale: 'States the time plainly and asks for one word back. Nothing else competes with the answer you need.',
      expects: [0, 1],
      en: {
        call: 'I’m calling to confirm {meeting}[ with {host}|], on {time}. If something has come up, we can find another time. Does that still work for you?',
        text: 'I’m confirming {meeting}[ with {host}|], on {time}. Does that still work for you?',
        subject: 'Confirming {time}',
        email:
          'I’m writing to confirm {meeting}[ with {host}|], on {time}.\n\nIf something has come up, reply and we’ll find another time. Does it still work for you?',
      },
      es: {
        call: 'Le llamo para confirmar {meeting}[ con {host}|], el {time}. Si surgió algo, podemos buscar otra hora. ¿Le sigue quedando bien?',
        text: 'Le confirmo {meeting}[ con {host}|], el {time}. ¿Le sigue quedando bien?',
        subject: 'Confirmación: {time}',
        email:
          'Le escribo para confirmar {meeting}[ con {host}|], el {time}.\n\nSi surgió algo, respóndame y buscamos otra hora. ¿Le sigue quedando bien?',
      },
    },
    {
      rationale:
        'Confirms the time and asks what they want out of it, so you can prepare and they have a reason to come.',
      expects: [2, 0],
      en: {
        call: 'We’re looking forward to {meeting}[ with {host}|], on {time}. I’d like to make good use of your time, so I’m asking ahead. Is there anything you’d like us to have ready for you?',
        text: 'We’re looking forward to {meeting}[ with {host}|], on {time}. Is there anything you’d like us to have ready for you?',
        subject: 'Getting ready for {time}',
        email:
          'We’re looking forward to {meeting}[ with {host}|], on {time}.\n\nI’d like to make good use of your time, so I’m asking ahead. Is there anything you’d like us to have ready for you?',
      },
      es: {
        call: 'Le recuerdo {meeting}[ con {host}|], el {time}. Quiero aprovechar bien su tiempo, por eso le pregunto antes. ¿Hay algo que quiera que le tengamos listo?',
        text: 'Le recuerdo {meeting}[ con {host}|], el {time}. ¿Hay algo que quiera que le tengamos listo?',
        subject: 'Preparativos para el {time}',
        email:
          'Le recuerdo {meeting}[ con {host}|], el {time}.\n\nQuiero aprovechar bien su tiempo, por eso le pregunto antes. ¿Hay algo que quiera que le tengamos listo?',
      },
    },
    {
      rationale: 'Makes it easy to move the time. Somebody who can move it doesn’t have to stay away.',
      expects: [1, 2],
      en: {
        call: 'We have {meeting}[ with {host}|] down for {time}. Days fill up, and moving it is no trouble as long as we know. Would you like to keep that time, or find another one?',
        text: 'We have {meeting}[ with {host}|] down for {time}. Moving it is no trouble. Would you like to keep that time or change it?',
        subject: 'Keep or move {time}',
        email:
          'We have {meeting}[ with {host}|] down for {time}.\n\nDays fill up, and moving it is no trouble as long as we know. Would you like to keep that time, or find another one?',
      },
      es: {
        call: 'Tenemos {meeting}[ con {host}|] para el {time}. Los días se llenan, y cambiarla no es problema si nos avisa. ¿Prefiere dejar esa hora o buscar otra?',
        text: 'Tenemos {meeting}[ con {host}|] para el {time}. Cambiarla no es problema. ¿Prefiere dejar esa hora o buscar otra?',
        subject: '¿Dejamos o cambiamos el {time}?',
        email:
          'Tenemos {meeting}[ con {host}|] para el {time}.\n\nLos días se llenan, y cambiarla no es problema si nos avisa. ¿Prefiere dejar esa hora o buscar otra?',
      },
    },
  ],
  objections: {
    en: [
      { says: 'Something came up.', reply: 'No trouble at all. Which other day would suit you?' },
      {
        says: 'I’m not sure I still want to.',
        reply: 'That’s fine, and thanks for saying so. What are you unsure about?',
      },
      {
        says: 'What do I need to bring?',
        reply: 'Nothing, unless you have notes or questions. What would you like us to talk about?',
      },
    ],
    es: [
      { says: 'Me surgió algo.', reply: 'No hay problema. ¿Qué otro día le quedaría bien?' },
      {
        says: 'No estoy seguro de querer ir todavía.',
        reply: 'Está bien, y gracias por decírmelo. ¿Qué es lo que le hace dudar?',
      },
      {
        says: '¿Qué tengo que llevar?',
        reply: 'Nada, salvo sus notas o preguntas si las tiene. ¿Qué le gustaría que tratemos sin falta?',
      },
    ],
  },
};
