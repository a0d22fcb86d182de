import type { StateLaw } from '../../packs/model.ts';
import type { Question, Wordings } from '../state/question.ts';

/** Which of the times on offer. */
export const slotQuestion: Question = {
  id: 'slot',
  wordings: {
    en: [
      'Which one works for you?',
      'Which time would you like?',
      'Does one of these work for you?',
      'Is one of these times good for you?',
    ],
    es: [
      '¿Cuál le conviene?',
      '¿Qué hora prefiere?',
      '¿Le queda bien alguna de estas?',
      '¿Le sirve alguna de estas horas?',
    ],
  },
};

/** The sentence before it names the one time that is on offer, so that a plain yes books it. */
export const oneSlotQuestion: Question = {
  id: 'slot',
  wordings: {
    en: ['Should I book it?', 'Would you like me to book it?', 'Do you want me to book that for you?'],
    es: ['¿La reservo?', '¿Quiere que la reserve?', '¿Se la reservo?'],
  },
};

/** The ways in which a buyer may be shown a home, as a law of the market asks. */
export const showingChoices: NonNullable<Question['choices']> = [
  {
    id: 'unrepresented',
    label: { en: 'Without representation', es: 'Sin representación' },
    value: 'unrepresented',
  },
  { id: 'agreement', label: { en: 'Agreement first', es: 'Primero el acuerdo' }, value: 'agreement' },
  { id: 'own-agent', label: { en: 'I have an agent', es: 'Tengo agente' }, value: 'own-agent' },
];
/** In the words of that law. */
export const showingQuestion = (law: NonNullable<StateLaw['showing']>): Question => ({
  id: 'showing',
  wordings: law.question,
  choices: showingChoices,
});

/** For a visitor without an agent who wants to sign nothing and has not named that way: a plain yes to these words chooses it. */
export const aloneQuestion: Question = {
  id: 'showingAlone',
  wordings: {
    en: [
      "So you'd see it without representation: no one on our team would act as your agent, and at the showing we'd only confirm size, price, and terms. Is that right?",
      "Then it's a showing without representation, where we can confirm size, price, and terms but not advise you. Okay?",
      'Just to be sure, a showing without representation, with no agent on your side and no advice from us. Is that what you want?',
    ],
    es: [
      'Entonces la vería sin representación: nadie del equipo es su agente, y en la visita solo confirmamos tamaño, precio y condiciones. ¿Es así?',
      'Sería una visita sin representación: le confirmamos tamaño, precio y condiciones, pero sin aconsejarle. ¿Está bien?',
      'Para estar seguros: una visita sin representación, sin agente de su lado y sin consejos nuestros. ¿Es lo que quiere?',
    ],
  },
  choices: [
    {
      id: 'unrepresented',
      label: { en: 'Yes, without representation', es: 'Sí, sin representación' },
      value: 'unrepresented',
    },
    ...showingChoices.slice(1),
  ],
};

/** Which of the homes in talk they would like to see. */
export const whichHomeWordings: Wordings = {
  en: ['Which home do you want to see?', 'Which of these would you like to see?', 'Which one is the showing for?'],
  es: ['¿Qué casa le gustaría ver?', '¿Cuál de estas quiere visitar?', '¿Para cuál es la visita?'],
};

/** For a visitor who would rather be written to than called. */
export const emailQuestion: Question = {
  id: 'contact',
  wordings: {
    en: ['What email address should the team use?', "What's the best email for you?", 'Where can the team email you?'],
    es: ['¿A qué correo le puede escribir el equipo?', '¿Qué correo le doy al equipo?', '¿Cuál es su correo?'],
  },
};

/** The texts about times. `{value}` is a day with its hour on the brokerage's wall. */
export const bookingTexts = {
  offeredViewing: {
    en: ['These times are open for the showing.', "Here's what's open.", 'These are open on the calendar.'],
    es: ['Estas horas están libres para la visita.', 'Esto es lo que tengo libre.', 'En el calendario hay estas.'],
  },
  offeredViewingAt: {
    en: [
      'These times are open for seeing {value}.',
      "Here's what's open for {value}.",
      'For {value}, these are open on the calendar.',
    ],
    es: [
      'Estas horas están libres para ver {value}.',
      'Esto es lo que tengo libre para {value}.',
      'Para {value} hay estas en el calendario.',
    ],
  },
  offeredOne: {
    en: ['{value} is open.', 'Good news, {value} is open.'],
    es: ['Está libre esta hora: {value}.', 'Hay una hora libre: {value}.'],
  },
  visitTo: {
    en: ['The showing is at {value}.', 'This is for {value}.'],
    es: ['La visita es en {value}.', 'Es para {value}.'],
  },
  noNumber: {
    en: [
      "We need a number for a call, so I haven't booked one. You can leave an email, or just ask here in the chat.",
      "We can't call without a number, so nothing is booked. You can leave an email, or keep going here in the chat.",
    ],
    es: [
      'Sin un número no se puede llamar, así que no reservé ninguna llamada. Puede dejar un correo o seguir aquí en el chat.',
      'Nadie puede llamarle sin un número, así que no hay nada reservado. Deje un correo si quiere, o siga aquí en el chat.',
    ],
  },
  noCall: {
    en: [
      'All right, no call then. The team can write to you instead.',
      'Sure, we can do this in writing, so no call is booked.',
    ],
    es: [
      'De acuerdo, sin llamada. El equipo puede escribirle.',
      'Claro, lo vemos por escrito, así que no hay llamada reservada.',
    ],
  },
  offeredCall: {
    en: [
      'These times are open for a short call with the team.',
      "Here's what's open for a call with the team.",
      'For a call with the team, these are open on the calendar.',
    ],
    es: [
      'Estas horas están libres para una llamada corta con el equipo.',
      'Esto es lo que hay libre para una llamada con el equipo.',
      'Para una llamada con el equipo hay estas en el calendario.',
    ],
  },
  nearest: {
    en: ['Nothing is open right then, but these are close.', "That time isn't open. These are the closest."],
    es: [
      'A esa hora no hay nada libre, y estas son las más cercanas.',
      'Esa hora no está libre, y lo más cercano es esto.',
    ],
  },
  closedThen: {
    en: [
      "That's outside our office hours, but these times are close to it.",
      "Our office isn't open then, so here are the closest times.",
    ],
    es: [
      'Esa hora queda fuera de nuestro horario, y estas son las más cercanas.',
      'La oficina no abre a esa hora, así que lo más cercano es esto.',
    ],
  },
  /** `{value}`: a time that isn't open. */
  timeKept: {
    en: [
      "The team knows you'd like {value}, so they can see if it works anyway.",
      'I told the team that {value} would suit you best.',
    ],
    es: [
      'El equipo sabe que prefiere {value}, por si se puede.',
      'Le dije al equipo que lo mejor para usted es {value}.',
    ],
  },
  again: {
    en: ['Here are the times once more.', 'Here are the open times again.'],
    es: ['Aquí están las horas otra vez.', 'Le repito las horas libres.'],
  },
  soonest: {
    en: ['The first one is the soonest available.', 'Nothing is open before the first one.'],
    es: ['La primera es la más próxima que hay libre.', 'No hay nada libre antes de la primera.'],
  },
  nothingMore: {
    en: [
      'Nothing else is open then, but the times I gave you still are.',
      'Those are the only openings on the calendar.',
    ],
    es: [
      'No hay nada más libre ahí, pero las horas que le dije siguen libres.',
      'En el calendario no hay nada aparte de esas.',
    ],
  },
  noneFree: {
    en: [
      "I don't see any open times, so the team will work one out with you.",
      "I can't find an open time, so a person on the team will work one out with you.",
    ],
    es: [
      'No veo horas libres que ofrecerle, así que el equipo acuerda una con usted.',
      'No encuentro horas libres, así que una persona del equipo acuerda una con usted.',
    ],
  },
  /** Above the question of the law that has to be answered first. */
  picked: {
    en: ["{value}, got it. It isn't booked yet.", 'Okay, {value}. Nothing is booked yet.'],
    es: ['Entendido, {value}. Todavía no hay nada reservado.', 'De acuerdo, {value}. Aún no hay nada reservado.'],
  },
  bookedViewing: {
    en: ['Your showing is booked: {value}.', 'Booked. Your showing is on {value}.'],
    es: ['Su visita está reservada: {value}.', 'Reservada. Su visita es el {value}.'],
  },
  bookedCall: {
    en: ['Your call is booked: {value}.', 'Booked. The team will call you on {value}.'],
    es: ['Su llamada está reservada: {value}.', 'Reservada. El equipo le llama el {value}.'],
  },
  movedViewing: {
    en: ['Your showing has moved to {value}.', 'Your showing is now on {value}.'],
    es: ['Su visita cambió: ahora es el {value}.', 'Su visita queda para el {value}.'],
  },
  movedCall: {
    en: ['Your call has moved to {value}.', 'The team will now call you on {value}.'],
    es: ['Su llamada cambió: ahora es el {value}.', 'El equipo le llama ahora el {value}.'],
  },
  viewingCancelled: {
    en: ['Your showing on {value} is canceled.', 'The showing on {value} is off.'],
    es: ['Su visita del {value} queda cancelada.', 'La visita del {value} se cancela.'],
  },
  callCancelled: {
    en: ['Your call on {value} is canceled.', 'The call on {value} is off.'],
    es: ['Su llamada del {value} queda cancelada.', 'La llamada del {value} se cancela.'],
  },
  lost: {
    en: ["I'm sorry, that time is already taken.", "I'm sorry, that time was just taken."],
    es: ['Lo siento, alguien se adelantó con esa hora.', 'Lo siento, esa hora la acaban de tomar.'],
  },
  ranOut: {
    en: ["I'm sorry, that time is no longer available.", "That time is gone now, so let's find another."],
    es: ['Lo siento, esa hora ya venció.', 'Esa hora ya venció, así que busquemos otra.'],
  },
  gone: {
    en: ['Those times are no longer available.', "Those times aren't open anymore."],
    es: ['Esas horas ya vencieron.', 'Esas horas ya no están disponibles.'],
  },
  cancelledTime: {
    en: [
      "All right, {value} is canceled. If you'd like another time, just say so.",
      "Done, {value} is off. Write here whenever you'd like another time.",
    ],
    es: [
      'De acuerdo, {value} queda cancelado. Si quiere otra hora, dígame.',
      'Listo, {value} queda cancelado. Escriba aquí cuando quiera otra hora.',
    ],
  },
  untilThen: {
    en: ["Thanks, you're all set. Write here if anything changes.", 'Great. If anything changes, just write here.'],
    es: ['Gracias, hasta entonces. Escriba aquí si algo cambia.', 'Todo listo. Si algo cambia, escriba aquí.'],
  },
  noTime: {
    en: [
      "All right, nothing booked for now. Just say so when you'd like a time.",
      "That's fine, we'll leave the time open for now.",
    ],
    es: ['De acuerdo, por ahora sin hora. Dígame cuando quiera una.', 'Bien, dejamos la hora abierta por ahora.'],
  },
  takenBack: {
    en: ['All right, {value} is off.', 'No problem, {value} is canceled.'],
    es: ['De acuerdo, {value} queda cancelado.', 'No hay problema, {value} queda cancelado.'],
  },
  cancelledByTeam: {
    en: ["I'm sorry, the team had to cancel {value}.", "I'm sorry, the team can't make {value}."],
    es: [
      'Lo siento, el equipo tuvo que cancelar la cita: {value}.',
      'Lo siento, el equipo no puede atender la cita: {value}.',
    ],
  },
  stays: {
    en: ["Okay, we'll leave it as it is: {value}.", "Good, you're still set for {value}."],
    es: ['De acuerdo, queda como está: {value}.', 'Bien, sigue en pie: {value}.'],
  },
  agreementFirst: {
    en: [
      "The buyer agreement comes first, and the team will send it to you. The showing comes once it's signed.",
      'All right, first the buyer agreement from the team, then the showing.',
    ],
    es: [
      'Primero va el acuerdo de comprador, que le manda el equipo. La visita sigue cuando esté firmado.',
      'De acuerdo, primero el acuerdo de comprador del equipo y después la visita.',
    ],
  },
  signed: {
    en: ['The team has your signed agreement, thank you.', 'Your buyer agreement is signed, thank you.'],
    es: ['El equipo ya tiene su acuerdo firmado, gracias.', 'Su acuerdo de comprador está firmado, gracias.'],
  },
  withoutRepresentation: {
    en: [
      "Got it, without representation. You'll sign a short agreement first, and at the showing we can only confirm size, price, and terms, not advise you.",
      "Okay, without representation. There's a short agreement to sign before the showing, and whoever shows the home can only confirm size, price, and terms, not give advice.",
    ],
    es: [
      'Entendido, sin representación. Antes de la visita firma un acuerdo corto, y ahí solo podemos confirmar tamaño, precio y condiciones, no aconsejarle.',
      'De acuerdo, sin representación. Hay un acuerdo corto que se firma antes de la visita, y quien la muestre solo puede confirmar tamaño, precio y condiciones, sin dar consejos.',
    ],
  },
  setByHand: {
    en: [
      "I can't set the time here, so a person on the team will work one out with you.",
      "The team will work out the time with you directly, and I've let them know.",
    ],
    es: [
      'No puedo fijar la hora aquí, así que una persona del equipo la acuerda con usted.',
      'El equipo acuerda la hora con usted, y ya les avisé.',
    ],
  },
  reminderViewing: {
    en: [
      'A reminder: your showing is on {value}. If that no longer works for you, just say so here.',
      "So it doesn't slip your mind: your showing is on {value}. You can move or cancel it here.",
    ],
    es: [
      'Un recordatorio: su visita es el {value}. Si ya no le conviene, dígalo aquí.',
      'Para que no se le pase: su visita es el {value}. Puede cambiarla o cancelarla aquí.',
    ],
  },
  reminderCall: {
    en: [
      'A reminder: the team will call you on {value}. If that no longer works for you, just say so here.',
      "So it doesn't slip your mind: your call with the team is on {value}. You can move or cancel it here.",
    ],
    es: [
      'Un recordatorio: el equipo le llama el {value}. Si ya no le conviene, dígalo aquí.',
      'Para que no se le pase: su llamada con el equipo es el {value}. Puede cambiarla o cancelarla aquí.',
    ],
  },
} satisfies Record<string, Wordings>;
