import type { Danger, Situation } from '../../../contract/vocabulary.ts';
import type { Wordings } from '../state/question.ts';

/** A word of sympathy, once, before anything else is said. */
export const sympathy: Readonly<Record<Exclude<Situation, 'none' | 'danger'>, Wordings>> = {
  grief: {
    en: ["I'm so sorry for your loss.", "I'm very sorry, that's a lot to carry."],
    es: ['Siento mucho su pérdida.', 'Lo siento mucho, es un momento muy difícil.'],
  },
  separation: {
    en: ["I'm sorry, that's a hard thing to go through.", "I'm sorry you're going through this."],
    es: ['Lo siento, sé que no es fácil.', 'Siento que esté pasando por esto.'],
  },
  'money-trouble': {
    en: [
      "I'm sorry, that's a stressful spot to be in, and you're not alone in it.",
      "I'm sorry you're dealing with that.",
    ],
    es: ['Lo siento, es una situación difícil, y le pasa a mucha gente.', 'Siento que esté pasando por eso.'],
  },
  fear: {
    en: [
      "I'm sorry, that sounds stressful. It's fine to take this one step at a time.",
      "I'm sorry, I understand why you'd worry about that.",
    ],
    es: [
      'Lo siento, me imagino que es estresante. Podemos ir paso a paso.',
      'Lo siento, entiendo que eso le preocupe.',
    ],
  },
  anger: {
    en: ["I'm sorry, that's frustrating.", "I'm sorry this has been such a hassle."],
    es: ['Lo siento, sé que es frustrante.', 'Lamento todas estas molestias.'],
  },
};

/** A person, and a quiet way to be reached: no question, and no promise of when. */
export const quietOffer: Readonly<{ first: Wordings; again: Wordings }> = {
  first: {
    en: [
      "I've let the team know, so a person can help you with this. There's no rush: leave a phone number or an email whenever you like, or just ask me here.",
      "A person on the team can talk this through with you, and I've told them. If you'd like, leave a phone number or an email here.",
    ],
    es: [
      'Le avisé al equipo para que una persona le ayude con esto. Sin prisa: deje un teléfono o un correo cuando guste, o pregúnteme aquí lo que necesite.',
      'Una persona del equipo puede verlo con usted y ya le avisé. Si quiere, deje aquí un teléfono o un correo.',
    ],
  },
  again: {
    en: [
      "That goes to the person on the team with the rest. You don't have to settle anything in this chat.",
      "The team can read this too. Write here whenever you like, there's no rush.",
    ],
    es: [
      'Eso le llega a la persona del equipo junto con lo demás. Aquí no tiene que resolver nada.',
      'El equipo también puede leer esto. Escriba aquí cuando guste, sin prisa.',
    ],
  },
};

/** To somebody behind on a loan: free help (HUD's housing counselors), and a lawyer where there is a date at court. */
export const moneyHelp: Wordings = {
  en: [
    'A HUD-approved counselor can help for free at 888-995-4673, and an attorney once an auction is set. Please sign nothing over to anybody before one of them has read it.',
    "Two people to call: a HUD-approved counselor at 888-995-4673 (it's free), and an attorney if an auction date is set. Let one of them read whatever you are asked to sign.",
  ],
  es: [
    'Un consejero aprobado por HUD le ayuda gratis en el 888-995-4673, y si ya hay fecha de remate, un abogado. No firme nada con nadie sin que uno de ellos lo lea antes.',
    'Puede llamar gratis a un consejero aprobado por HUD, 888-995-4673, y a un abogado si ya hay fecha de remate. Que uno de ellos lea antes lo que le pidan firmar.',
  ],
};

/**
 * To somebody whose money is about to go to a stranger, or has gone: money wired or sent by such services can rarely be had back, and the
 * bank's first hours count (FTC, "What to do if you were scammed"; CFPB on wire fraud at closing).
 */
export const stopPayment: Wordings = {
  en: [
    "Please don't send any money until you've checked, because ads, logos, and wiring instructions get faked, and if any has gone, call your bank right now to stop it. I've alerted the team, and no one asks for money in this chat.",
    "Please don't send anything more, and call your bank's fraud line now, at a number you already know, about any money that has gone. The team knows, and you can report it at reportfraud.ftc.gov.",
  ],
  es: [
    'Cuidado con las estafas: no mande dinero sin comprobarlo, porque hay anuncios, logos y cuentas falsas, y si ya mandó algo, llame ya a su banco para pararlo. Ya avisé al equipo, y en este chat nadie le pedirá dinero.',
    'Por favor no mande nada más y llame ya a la línea de fraudes de su banco, a un teléfono que ya conozca, por lo que haya mandado. El equipo lo sabe, y puede reportarlo en reportfraud.ftc.gov.',
  ],
};

/** To somebody behind on their home who is about to sign it over, or to pay for being saved (FTC, "Mortgage relief scams"). */
export const stopSigning: Wordings = {
  en: [
    "Please don't sign or pay anything until a HUD-approved counselor (free, 888-995-4673) or an attorney has read it, because people who want the deed, or money up front, often end up with the house. I've alerted the team.",
    'Hold off on signing or paying anyone until a HUD-approved counselor at 888-995-4673, which is free, or an attorney has read it. The team knows about this.',
  ],
  es: [
    'No firme ni pague nada hasta que lo lea un consejero aprobado por HUD (gratis, 888-995-4673) o un abogado: así es como muchas familias pierden su casa. Le avisé al equipo.',
    'No firme ni le pague a nadie hasta que lo lea un consejero aprobado por HUD, gratis en el 888-995-4673, o un abogado. El equipo ya sabe de esto.',
  ],
};

/** To somebody who would pay for a home in another person's name. */
export const stopStraw: Wordings = {
  en: [
    "Please don't agree to that before an attorney has looked at it: the home would be that person's by law, and telling a lender that somebody lives there or pays when they don't can be fraud. I've told the team, and a lender can say what you could do in your own name.",
    'Hold off until an attorney has read it, because in another name the home is theirs by law, however much you pay, and a loan taken that way can be fraud. The team knows.',
  ],
  es: [
    'No acepte eso antes de que lo vea un abogado: por ley la casa sería de esa persona, aunque usted la pague, y decirle al banco que él va a vivir ahí cuando no es así puede ser fraude. Le avisé al equipo, y un prestamista le dice qué se puede a nombre de usted.',
    'Espere a que lo vea un abogado, porque a nombre de otra persona la casa es de ella por ley y un préstamo sacado así puede ser fraude. El equipo ya lo sabe.',
  ],
};

/** To somebody angry: that it was heard, and whom they can have instead. */
export const angerHeard: Wordings = {
  en: [
    "I've told the team, so a person can step in.",
    'The team knows, and you can ask for a person instead of me anytime.',
  ],
  es: [
    'Le avisé al equipo para que le atienda una persona.',
    'El equipo lo sabe, y puede hablar con una persona cuando quiera.',
  ],
};

/** To somebody whose words may hint at danger: a line that hurts nobody where they don't. */
export const checkOnThem: Wordings = {
  en: [
    "I may be reading too much into that, but if anyone isn't safe, please call 911. If it all feels like too much, please call or text 988, day or night.",
    "Please call 911 if anyone isn't safe, or call or text 988 if it all feels like too much.",
  ],
  es: [
    'Quizás no le entendí bien. Si está en peligro ahora, llame al 911, o al 988 y oprima 2 si siente que ya no puede más.',
    'Si usted está en peligro ahora, llame al 911, y si siente que ya no puede más, al 988 y oprima 2.',
  ],
};

/** Fixed words, the help that comes at once first: 911, the 988 Lifeline, the National Domestic Violence Hotline. */
export const dangerWords: Readonly<Record<Danger, Wordings>> = {
  'self-harm': {
    en: [
      "I'm really sorry you're in so much pain. Please call or text 988 now (it's free and open day and night), or 911 if you're in danger. I've alerted a person on the team.",
      "Please don't stay alone with this: call or text 988, day or night, or 911 if it's urgent. A person on the team has been alerted too.",
    ],
    es: [
      'Siento mucho que esté sufriendo así. Por favor llame al 988 y oprima 2, es gratis y atienden día y noche, o al 911 si es urgente. Ya avisé a una persona del equipo.',
      'Por favor no pase por esto sin ayuda: llame al 988 y oprima 2, de día o de noche, o al 911 si es urgente. También avisé a una persona del equipo.',
    ],
  },
  violence: {
    en: [
      "I'm so sorry. You come first, so if you're in danger now, call 911. The National Domestic Violence Hotline is free and private: 1-800-799-7233. I've alerted a person on the team.",
      "Please get to a place where no one can hurt you, and call 911 in an emergency. Someone answers at 1-800-799-7233 at any hour. I've alerted a person on the team.",
    ],
    es: [
      'Lo siento mucho. Lo primero es usted: si está en peligro ahora, llame al 911. La Línea Nacional contra la Violencia Doméstica es gratis y privada: 1-800-799-7233. Ya avisé a una persona del equipo.',
      'Por favor póngase a salvo primero: 911 en una emergencia, o 1-800-799-7233 a cualquier hora. Ya avisé a una persona del equipo.',
    ],
  },
  emergency: {
    en: [
      "Please call 911 right now, and get somewhere safe if you can. I've alerted a person on the team, but 911 is the fastest help.",
      'Call 911 now and stay safe. The team has been alerted too, but they will not be faster than 911.',
    ],
    es: [
      'Por favor llame al 911 ahora mismo y póngase a salvo si puede. Ya avisé a una persona del equipo, pero el 911 es la ayuda más rápida.',
      'Llame al 911 ahora y póngase a salvo. También avisé al equipo, pero el 911 llega más rápido.',
    ],
  },
};

export const mannersTexts = {
  /** Nothing was understood: said honestly, and never thanked for. */
  missed: {
    en: [
      'I may have missed that. Could you put it another way, or would you rather talk to a person?',
      "Sorry, I didn't catch that. Try saying it another way, or ask for a person anytime.",
    ],
    es: [
      'Puede que no le haya entendido. ¿Me lo dice de otra manera, o prefiere hablar con una persona?',
      'Perdón, no lo entendí. Dígamelo con otras palabras, o pida una persona cuando quiera.',
    ],
  },
  missedAgain: {
    en: [
      "I'm still not getting it, sorry. I've asked a person on the team to look at your messages.",
      "I missed that too, and I don't want to guess, so I've asked a person on the team to read this.",
    ],
    es: [
      'Sigo sin entenderlo, perdón. Pedí a una persona del equipo que lea sus mensajes.',
      'Tampoco lo entendí y no quiero adivinar, así que pedí a una persona del equipo que lo lea.',
    ],
  },
  /** `{value}`: the home, and their words. */
  offerNoted: {
    en: [
      "Got it, I've passed this to the team for {value}. An agent will go over it with you, and it only counts once it's in writing.",
      'Passed on to the team, word for word, for {value}. It only counts once it is in writing.',
    ],
    es: [
      'Entendido, le pasé esto al equipo para {value}. Un agente lo revisa con usted, y cuenta cuando esté por escrito.',
      'Se lo pasé al equipo, palabra por palabra, para {value}. Un agente lo pone por escrito con usted antes de que cuente.',
    ],
  },
  offerUnnamed: {
    en: [
      "Got it, I've passed this to the team: “{value}”. An agent will go over it with you, and it only counts once it's in writing.",
      'Passed on to the team, word for word: “{value}”. It only counts once it is in writing.',
    ],
    es: [
      'Entendido, le pasé esto al equipo: “{value}”. Un agente lo revisa con usted, y cuenta cuando esté por escrito.',
      'Se lo pasé al equipo, palabra por palabra: “{value}”. Un agente lo pone por escrito con usted antes de que cuente.',
    ],
  },
  offerTakenBack: {
    en: ["I've told the team that you take the offer back.", 'The team knows that the offer is off.'],
    es: ['Le dije al equipo que retira la oferta.', 'El equipo ya sabe que la oferta queda sin efecto.'],
  },
  /** A colleague or a vendor goes on after the first answer. */
  alsoTold: {
    en: ["Thanks, I've added that for the team.", "Got it, I've put that with your message to the team."],
    es: ['Gracias, también se lo pasé al equipo.', 'Entendido, va con su mensaje al equipo.'],
  },
  complaint: {
    en: [
      "I'm sorry about that. I've told the team, so a person can look into it.",
      "I'm sorry, that shouldn't happen. The team knows, and you can ask for a person instead of me anytime.",
    ],
    es: [
      'Lo siento. Le avisé al equipo para que una persona lo revise.',
      'Lo siento, eso no debería pasar. El equipo lo sabe, y puede hablar con una persona cuando quiera.',
    ],
  },
} satisfies Record<string, Wordings>;
