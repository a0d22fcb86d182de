import type { Question, Wordings } from '../question.ts';

/** Which of the times on offer. */
export const slotQuestion: Question = {
  id: 'slot',
  wordings: {
    en: [
      'Which of them suits you?',
      'Which time would you like?',
      'Does one of these work for you?',
      'Is one of these times good for you?',
    ],
    es: [
      '¿Cuál le conviene?',
      '¿Qué hora prefiere?',
      '¿Le sirve alguna de estas?',
      '¿Alguna de estas horas le viene bien?',
    ],
  },
};

/** The sentence before it names the one time that is on offer, so that a plain yes books it. */
export const oneSlotQuestion: Question = {
  id: 'slot',
  wordings: {
    en: ['Shall I book it?', 'Would you like me to book it?', 'Do you want me to book that for you?'],
    es: ['¿La reservo?', '¿Quiere que la reserve?', '¿Se la reservo?'],
  },
};

/** Texas Occ. Code 1101.562/.563: a written agreement, or a showing without representation. */
export const showingQuestion: Question = {
  id: 'showing',
  wordings: {
    en: [
      'Before a showing Texas law asks you to choose: an agent of your own, a buyer agreement with us, or a visit without representation?',
      'Texas law asks this first: will you come with your own agent, with a buyer agreement with us, or without representation?',
      'How shall the showing be, as Texas law asks: with your own agent, with a buyer agreement, or without representation?',
    ],
    es: [
      'La ley de Texas pide saberlo antes de una visita: ¿tiene agente, firma un acuerdo con nosotros o va sin representación?',
      'Antes de una visita la ley de Texas pide elegir: ¿su agente, un acuerdo de comprador con nosotros o sin representación?',
      '¿Cómo será la visita, según pide la ley de Texas: con su agente, con un acuerdo de comprador o sin representación?',
    ],
  },
  choices: [
    {
      id: 'unrepresented',
      label: { en: 'Without representation', es: 'Sin representación' },
      value: 'unrepresented',
    },
    { id: 'agreement', label: { en: 'Agreement first', es: 'Primero el acuerdo' }, value: 'agreement' },
    { id: 'own-agent', label: { en: 'I have an agent', es: 'Tengo agente' }, value: 'own-agent' },
  ],
};

/** Which of the homes in talk they would like to see. */
export const whichHomeWordings: Wordings = {
  en: ['Which home would you like to see?', 'Which of these would you like to visit?', 'Which one is the visit for?'],
  es: ['¿Qué casa le gustaría ver?', '¿Cuál de estas quiere visitar?', '¿Para cuál es la visita?'],
};

/** Who would rather be written to than called. */
export const emailQuestion: Question = {
  id: 'contact',
  wordings: {
    en: ['What e-mail address should the team use?', 'Which e-mail reaches you?', 'Where can the team e-mail you?'],
    es: ['¿A qué correo le escribe el equipo?', '¿Qué correo usa usted?', '¿Cuál es su correo?'],
  },
};

/** For the team (Texas Occ. Code 1101.562, 1101.563(c)–(e)): the limits are those of the visit and of whoever shows the home. */
export const unrepresentedNote =
  'showing without representation: it takes a written showing agreement, signed before it, not exclusive, for 14 days at most. At the showing only size, price and terms may be confirmed, no opinion or advice.';

/** What is said about times. `{value}` is a day with its hour on the brokerage's wall. */
export const bookingTexts = {
  lookingUp: {
    en: ['Let me see which times are free.', 'I look at the calendar for that.', 'One moment, I check the calendar.'],
    es: ['Veo qué horas hay libres.', 'Miro el calendario.', 'Un momento, reviso el calendario.'],
  },
  offeredViewing: {
    en: ['These times are free for the visit.', 'Here is what is free.', 'The calendar has these.'],
    es: ['Estas horas están libres para la visita.', 'Esto es lo que hay libre.', 'El calendario tiene estas.'],
  },
  offeredViewingAt: {
    en: [
      'These times are free to see {value}.',
      'Here is what is free for {value}.',
      'For {value} the calendar has these.',
    ],
    es: [
      'Estas horas están libres para ver {value}.',
      'Esto es lo que hay libre para {value}.',
      'Para {value} el calendario tiene estas.',
    ],
  },
  offeredOne: {
    en: ['{value} is free.', 'Good news, {value} is free.'],
    es: ['Está libre esta hora: {value}.', 'Hay una hora libre: {value}.'],
  },
  visitTo: {
    en: ['The visit is to {value}.', 'This is about {value}.'],
    es: ['La visita es a {value}.', 'Se trata de {value}.'],
  },
  noNumber: {
    en: [
      'No problem. A call needs a number, so I have not booked one. Leave an e-mail if you like, or just ask here in the chat.',
      'That is fine. Without a number nobody can call, so nothing is booked. You can leave an e-mail, or go on here in the chat.',
    ],
    es: [
      'No hay problema. Una llamada necesita un número, así que no reservé ninguna. Puede dejar un correo o seguir aquí en el chat.',
      'Está bien. Sin un número nadie puede llamar, así que no hay nada reservado. Deje un correo si quiere, o siga aquí en el chat.',
    ],
  },
  noCall: {
    en: ['All right, no call then; the team writes to you.', 'Sure, by e-mail then, and no call is booked.'],
    es: ['De acuerdo, sin llamada; el equipo le escribe.', 'Claro, por correo entonces, sin llamada.'],
  },
  offeredCall: {
    en: [
      'For a short call with the team these times are free.',
      'Here is what is free for the call.',
      'For the call the calendar has these.',
    ],
    es: [
      'Para una llamada corta con el equipo estas horas están libres.',
      'Esto es lo que hay libre para la llamada.',
      'Para la llamada el calendario tiene estas.',
    ],
  },
  nearest: {
    en: ['Nothing is free just then; these come nearest.', 'For that time nothing is free; the nearest are these.'],
    es: [
      'Para entonces no hay nada libre; estas son las más cercanas.',
      'En ese momento no hay nada libre; lo más cercano es esto.',
    ],
  },
  closedThen: {
    en: ['Nobody works then; these times come nearest.', 'Nobody is at work then, so here is what comes nearest.'],
    es: ['Entonces no se trabaja; estas horas son las más cercanas.', 'Ese día no se trabaja; lo más cercano es esto.'],
  },
  again: {
    en: ['Here are the times once more.', 'Once more the times that are free.'],
    es: ['Aquí están las horas otra vez.', 'Otra vez las horas libres.'],
  },
  soonest: {
    en: ['The first of them is the soonest that is free.', 'Nothing sooner is free than the first of them.'],
    es: ['La primera es la más pronta que hay libre.', 'No hay nada libre antes de la primera.'],
  },
  nothingMore: {
    en: ['Nothing else is free there; the times I named still are.', 'The calendar has nothing beyond those.'],
    es: ['No hay nada más libre ahí; las horas que dije siguen libres.', 'El calendario no tiene nada aparte de esas.'],
  },
  noneFree: {
    en: [
      'The calendar has no free time that I could offer, so the team sets it with you.',
      'I find no free time to offer; a person of the team agrees on one with you.',
    ],
    es: [
      'El calendario no tiene horas libres que ofrecer, así que el equipo la acuerda con usted.',
      'No encuentro horas libres; una persona del equipo acuerda una con usted.',
    ],
  },
  bookedViewing: {
    en: ['Your visit is booked: {value}.', 'Booked, your visit is on {value}.'],
    es: ['Su visita está reservada: {value}.', 'Reservado, su visita es el {value}.'],
  },
  bookedCall: {
    en: ['Your call is booked: {value}.', 'Booked, the team calls you on {value}.'],
    es: ['Su llamada está reservada: {value}.', 'Reservado, el equipo le llama el {value}.'],
  },
  lost: {
    en: ['Somebody else was quicker with that time, I am sorry.', 'That time has just been taken, I am sorry.'],
    es: ['Alguien fue más rápido con esa hora, lo siento.', 'Esa hora la acaban de tomar, lo siento.'],
  },
  ranOut: {
    en: ['That time has run out, I am sorry.', 'That time has run out by now, so we need another.'],
    es: ['Esa hora ya venció, lo siento.', 'Esa hora ya venció, así que hace falta otra.'],
  },
  gone: {
    en: ['That offer has run out.', 'Those times are no longer on offer.'],
    es: ['Esa oferta ya venció.', 'Esas horas ya no se ofrecen.'],
  },
  cancelledTime: {
    en: [
      'All right, {value} is cancelled. If you would like another time, just say so.',
      'Done, {value} is off. Write here whenever you would like another time.',
    ],
    es: [
      'De acuerdo, {value} queda cancelado. Si quiere otra hora, dígamelo.',
      'Hecho, {value} queda anulado. Escriba aquí cuando quiera otra hora.',
    ],
  },
  untilThen: {
    en: [
      'Thank you, until then. Write here if anything changes.',
      'All set, then. If anything changes, just write here.',
    ],
    es: ['Gracias, hasta entonces. Escriba aquí si algo cambia.', 'Todo listo. Si algo cambia, escriba aquí.'],
  },
  noTime: {
    en: ['All right, no time for now. Just say so when you would like one.', 'Fine, we leave the time open for now.'],
    es: ['De acuerdo, por ahora sin hora. Dígamelo cuando quiera una.', 'Bien, dejamos la hora abierta por ahora.'],
  },
  takenBack: {
    en: ['All right, {value} is off.', 'No problem, {value} is cancelled.'],
    es: ['De acuerdo, {value} queda cancelado.', 'No hay problema, {value} queda anulado.'],
  },
  cancelledByTeam: {
    en: ['I am sorry, the team had to cancel {value}.', 'The team cannot make {value}, I am sorry.'],
    es: ['Lo siento, el equipo tuvo que cancelar {value}.', 'El equipo no puede {value}, lo siento.'],
  },
  stays: {
    en: ['Then it stays as it is: {value}.', 'Good, {value} stands.'],
    es: ['Entonces queda como está: {value}.', 'Bien, {value} se mantiene.'],
  },
  agreementFirst: {
    en: [
      'The team sends you the buyer agreement first; the showing follows once it is signed.',
      'Then the buyer agreement comes first, from the team, and the showing after it.',
    ],
    es: [
      'El equipo le manda primero el acuerdo de comprador; la visita sigue cuando esté firmado.',
      'Entonces primero va el acuerdo de comprador, del equipo, y después la visita.',
    ],
  },
  signed: {
    en: ['The team has your signed agreement, thank you.', 'Your buyer agreement is signed, thank you.'],
    es: ['El equipo ya tiene su acuerdo firmado, gracias.', 'Su acuerdo de comprador está firmado, gracias.'],
  },
  withoutRepresentation: {
    en: [
      'Noted: without representation. You sign a short agreement for the showing; there size, price and terms can be confirmed, no advice.',
      'Noted, no representation. Before the showing you sign an agreement for it; there only size, price and terms are confirmed, no advice.',
    ],
    es: [
      'Anotado: sin representación. Firma un breve acuerdo para la visita; ahí se confirman tamaño, precio y condiciones, sin consejos.',
      'Anotado, sin representación. Antes firma un acuerdo para la visita; ahí solo se confirman tamaño, precio y condiciones, sin consejos.',
    ],
  },
  setByHand: {
    en: [
      "I don't get the time settled here, so a person of the team agrees on one with you.",
      'The team settles the time with you in person; I have told them.',
    ],
    es: [
      'No logro fijar la hora aquí, así que una persona del equipo la acuerda con usted.',
      'El equipo fija la hora con usted; ya les avisé.',
    ],
  },
  reminderViewing: {
    en: [
      'A reminder: your visit is on {value}. If it no longer suits you, just say so here.',
      'Not to forget: your visit is on {value}. You can move or cancel it here.',
    ],
    es: [
      'Un recordatorio: su visita es el {value}. Si ya no le conviene, dígalo aquí.',
      'Para que no se le pase: su visita es el {value}. Puede cambiarla o anularla aquí.',
    ],
  },
  reminderCall: {
    en: [
      'A reminder: the team calls you on {value}. If it no longer suits you, just say so here.',
      'Not to forget: your call with the team is on {value}. You can move or cancel it here.',
    ],
    es: [
      'Un recordatorio: el equipo le llama el {value}. Si ya no le conviene, dígalo aquí.',
      'Para que no se le pase: su llamada con el equipo es el {value}. Puede cambiarla o anularla aquí.',
    ],
  },
} satisfies Record<string, Wordings>;
