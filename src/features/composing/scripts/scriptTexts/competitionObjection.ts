import type { AuthoredSituation } from '../model.ts';

/** Another agent, or another home. The script runs nobody down, and does not woo a lead who has signed with another agent. */
export const competitionObjection: AuthoredSituation = {
  scripts: [
    {
      rationale:
        'Clears up first whether they’ve signed with somebody. If they have, you step back, as your duties ask of you.',
      expects: [0, 1],
      en: {
        call: 'You mentioned you’re also talking with somebody else, and that’s a sensible thing to do. If you’ve signed an agreement, I’ll respect it and step back. If you haven’t, I’m glad to answer whatever helps you compare. Have you signed with anyone yet?',
        text: 'You mentioned you’re also talking with somebody else, which is sensible. If you’ve signed with them, I’ll step back. Have you signed with anyone yet?',
        subject: 'So that I know where you stand',
        email:
          'You mentioned you’re also talking with somebody else, and that’s a sensible thing to do.\n\nIf you’ve signed an agreement, I’ll respect it and step back. If you haven’t, I’m glad to answer whatever helps you compare. Have you signed with anyone yet?',
      },
      es: {
        call: 'Me comentó que también habla con alguien más, y me parece sensato. Si ya firmó un acuerdo, lo respeto y me hago a un lado. Si no, con gusto le respondo lo que le ayude a comparar. ¿Ya firmó con alguien?',
        text: 'Me comentó que también habla con alguien más, y me parece sensato. Si ya firmó, me hago a un lado. ¿Ya firmó con alguien?',
        subject: 'Para saber en qué punto está',
        email:
          'Me comentó que también habla con alguien más, y me parece sensato.\n\nSi ya firmó un acuerdo, lo respeto y me hago a un lado. Si no, con gusto le respondo lo que le ayude a comparar. ¿Ya firmó con alguien?',
      },
    },
    {
      rationale:
        'Offers to compare the other home fairly, side by side. Helping with their choice earns more than defending yours.',
      expects: [2, 0],
      en: {
        call: 'You mentioned another home, and I’d like to help you compare it fairly[ with {home}|]. I can put the two side by side, the good and the not so good of each. You may well choose the other one, and that’s fine. What do you like about it?',
        text: 'I’d like to help you compare the other home fairly[ with {home}|], even if you end up choosing it. What do you like about it?',
        subject: 'Comparing the two',
        email:
          'You mentioned another home, and I’d like to help you compare it fairly[ with {home}|]. I can put the two side by side, the good and the not so good of each.\n\nYou may well choose the other one, and that’s fine. What do you like about it?',
      },
      es: {
        call: 'Me habló de otra casa, y me gustaría ayudarle a compararla con justicia[ con {home}|]. Puedo poner las dos lado a lado, con lo bueno y lo menos bueno de cada una. Puede que elija la otra, y está bien. ¿Qué le gusta de ella?',
        text: 'Me gustaría ayudarle a comparar la otra casa con justicia[ con {home}|], aunque al final elija esa. ¿Qué le gusta de ella?',
        subject: 'Comparar las dos',
        email:
          'Me habló de otra casa, y me gustaría ayudarle a compararla con justicia[ con {home}|]. Puedo poner las dos lado a lado, con lo bueno y lo menos bueno de cada una.\n\nPuede que elija la otra, y está bien. ¿Qué le gusta de ella?',
      },
    },
    {
      rationale: 'Asks what they want from an agent and lets them measure everybody by it, yourself included.',
      expects: [1, 2],
      en: {
        call: 'It’s worth choosing with care who you work with. You should be able to ask each of us the same questions: how we’re paid, how we’ll keep in touch, and who answers when something comes up. I’ll give you straight answers. What matters most to you in an agent?',
        text: 'It’s worth choosing with care who you work with, and I’m glad to answer the same questions as anyone else. What matters most to you in an agent?',
        subject: 'Choosing who you work with',
        email:
          'It’s worth choosing with care who you work with. You should be able to ask each of us the same questions: how we’re paid, how we’ll keep in touch, and who answers when something comes up.\n\nI’ll give you straight answers. What matters most to you in an agent?',
      },
      es: {
        call: 'Conviene elegir con calma con quién trabaja. Puede hacernos a todos las mismas preguntas: cómo nos pagan, cómo vamos a estar en contacto y quién responde cuando surge algo. Yo le contesto con claridad. ¿Qué es lo que más le importa en un agente?',
        text: 'Conviene elegir con calma con quién trabaja, y con gusto respondo las mismas preguntas que los demás. ¿Qué es lo que más le importa en un agente?',
        subject: 'Elegir con quién trabaja',
        email:
          'Conviene elegir con calma con quién trabaja. Puede hacernos a todos las mismas preguntas: cómo nos pagan, cómo vamos a estar en contacto y quién responde cuando surge algo.\n\nYo le contesto con claridad. ¿Qué es lo que más le importa en un agente?',
      },
    },
  ],
  objections: {
    en: [
      {
        says: 'My friend is an agent.',
        reply: 'It’s good to have somebody you trust. Have you decided to work together, or are you still open?',
      },
      {
        says: 'The other agent charges less.',
        reply: 'Fees are open to discussion everywhere, so it’s right to ask. What would they do for theirs?',
      },
      {
        says: 'We prefer the other home.',
        reply: 'That’s good to hear, if it suits you. What does it have that you were missing?',
      },
    ],
    es: [
      {
        says: 'Tengo un amigo que es agente.',
        reply: 'Es bueno tener a alguien de confianza. ¿Ya decidieron trabajar juntos, o todavía lo está viendo?',
      },
      {
        says: 'El otro agente cobra menos.',
        reply:
          'Lo que se cobra se puede hablar en todas partes, y hace bien en preguntar. ¿Qué haría por esa cantidad?',
      },
      { says: 'Preferimos la otra casa.', reply: 'Qué bueno, si les conviene. ¿Qué tiene que les hacía falta?' },
    ],
  },
};
