import type { Wordings } from './question.ts';

/** Where a talk ends, or goes on without questions. */
export const endTalkTexts = {
  closing: {
    en: [
      'Thank you for the chat. If anything comes up, just write here again.',
      'It was good to talk. You can write here again whenever you like.',
      'Thank you, and all the best. This chat stays open if you need it.',
    ],
    es: [
      'Gracias por la charla. Si surge algo, escriba aquí de nuevo.',
      'Un gusto hablar con usted. Puede volver a escribir cuando quiera.',
      'Gracias y que le vaya muy bien. Este chat queda abierto.',
    ],
  },
  finished: {
    en: [
      'That is all I needed to ask, thank you. The team has your answers; ask me anything about the home meanwhile.',
      'Thank you, that gives the team a good picture. I am here for any question about the home.',
    ],
    es: [
      'Es todo lo que necesitaba preguntar, gracias. El equipo tiene sus respuestas; pregúnteme lo que quiera de la casa.',
      'Gracias, con eso el equipo tiene una buena idea. Aquí sigo para cualquier pregunta.',
    ],
  },
  changedMind: {
    en: [
      'That is perfectly fine, thank you for telling me. If plans change, this chat is here.',
      'Understood, and thank you for letting me know. All the best.',
    ],
    es: [
      'Está muy bien, gracias por decírmelo. Si cambia de planes, aquí estamos.',
      'Entendido, gracias por avisar. Que le vaya muy bien.',
    ],
  },
  exhausted: {
    en: [
      "I don't seem to be of much help just now, so I'll leave it here. I've let the team know, and you can write again any time.",
      "I'll stop asking for now. The team can read our chat, and you can write again any time.",
    ],
    es: [
      'Parece que ahora no soy de mucha ayuda, así que lo dejo aquí. He avisado al equipo y puede escribir cuando quiera.',
      'Dejo de preguntar por ahora. El equipo puede leer la charla y puede escribir cuando quiera.',
    ],
  },
  browse: {
    en: [
      'Of course, look around as long as you like. Tell me an area, a price or a number of bedrooms, and I show you homes.',
      'No problem at all. Ask me about any home or part of town whenever you want.',
    ],
    es: [
      'Claro, mire con calma. Dígame una zona, un precio o cuántas recámaras, y le muestro casas.',
      'Ningún problema. Pregúnteme por cualquier casa o zona cuando quiera.',
    ],
  },
  /** Asked twice, and nothing was said that tells what they are here for. */
  browseUnsaid: {
    en: [
      'No matter. Ask me anything about a home, or say AGENT and a person of the team sees it.',
      'That is all right. Whatever you want to know about a home, just ask; AGENT brings a person.',
    ],
    es: [
      'No importa. Pregúnteme lo que quiera de una casa, o escriba AGENTE y lo ve una persona del equipo.',
      'Está bien. Lo que quiera saber de una casa, pregúntelo; con AGENTE lo ve una persona.',
    ],
  },
  browseHere: {
    en: [
      'Of course, look around as long as you like. I can tell you what is on file about this home, and I will not press you.',
      'No problem at all. Ask me anything about this home or the area whenever you want.',
    ],
    es: [
      'Claro, mire con calma. Puedo contarle lo que consta sobre esta casa, sin compromiso.',
      'Ningún problema. Pregúnteme lo que quiera sobre esta casa o la zona.',
    ],
  },
  /** Somebody looks around and says something that asks for nothing. */
  offerHelp: {
    en: [
      'If you tell me an area, a price or the number of bedrooms, I can show you homes that fit.',
      'I can also show you other homes, or set up a visit or a call; just say the word.',
    ],
    es: [
      'Si me dice una zona, un precio o cuántas recámaras, le muestro casas que encajen.',
      'También puedo mostrarle otras casas, u organizar una visita o una llamada; solo dígalo.',
    ],
  },
} satisfies Record<string, Wordings>;
