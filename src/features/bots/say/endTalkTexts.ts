import type { Wordings } from '../state/question.ts';

/** Where a talk ends, or goes on without questions. */
export const endTalkTexts = {
  closing: {
    en: [
      'Thanks for chatting. If anything comes up, just write here again.',
      'It was good to talk. You can write here again whenever you like.',
      'Thank you, and all the best. This chat stays open if you need it.',
    ],
    es: [
      'Gracias por la charla. Si surge algo, escriba aquí de nuevo.',
      'Un gusto hablar con usted. Puede volver a escribir cuando quiera.',
      'Gracias y que le vaya muy bien. Este chat queda abierto por si lo necesita.',
    ],
  },
  finished: {
    en: [
      "That's all I needed to ask, thank you. The team has your answers, and you can ask me anything about the home in the meantime.",
      "Thank you, that gives the team a good picture. I'm here for any question about the home.",
    ],
    es: [
      'Es todo lo que necesitaba preguntar, gracias. El equipo tiene sus respuestas, y puede preguntarme lo que quiera de la casa.',
      'Gracias, con eso el equipo tiene una buena idea. Aquí sigo para cualquier pregunta de la casa.',
    ],
  },
  changedMind: {
    en: [
      "That's perfectly fine, thanks for telling me. If plans change, this chat is here.",
      'Understood, and thanks for letting me know. All the best.',
    ],
    es: [
      'Está muy bien, gracias por decírmelo. Si cambia de planes, aquí estamos.',
      'Entendido, gracias por avisar. Que le vaya muy bien.',
    ],
  },
  exhausted: {
    en: [
      "I'm not much help right now, so I'll leave it here. I've let the team know, and you can write again anytime.",
      "I'll stop asking for now. The team can read our chat, and you can write again anytime.",
    ],
    es: [
      'Parece que ahora no le soy de mucha ayuda, así que lo dejo aquí. Ya le avisé al equipo, y puede escribir cuando quiera.',
      'Por ahora ya no le pregunto más. El equipo puede leer este chat, y usted puede escribir cuando quiera.',
    ],
  },
  browse: {
    en: [
      "Of course, look around as long as you like. Tell me an area, a price, or a number of bedrooms, and I'll show you homes.",
      'No problem at all. Ask me about any home or part of town whenever you want.',
    ],
    es: [
      'Claro, mire con calma. Dígame una zona, un precio o cuántas recámaras, y le muestro casas.',
      'Sin problema. Pregúnteme por cualquier casa o zona cuando quiera.',
    ],
  },
  /** Asked twice, and nothing was said that tells what they are here for. */
  browseUnsaid: {
    en: [
      "That's okay. Ask me anything about a home, or write AGENT to ask for a person on the team.",
      "That's all right. Just ask whatever you'd like to know about a home, or write AGENT to get a person.",
    ],
    es: [
      'No se preocupe. Pregúnteme lo que quiera de una casa, o escriba AGENTE para pedir una persona del equipo.',
      'Está bien. Pregunte lo que quiera saber de una casa, o escriba AGENTE para hablar con una persona.',
    ],
  },
  browseHere: {
    en: [
      "Of course, look around as long as you like. I can tell you what's on file about this home, no pressure.",
      'No problem at all. Ask me anything about this home or the area whenever you want.',
    ],
    es: [
      'Claro, mire con calma. Puedo contarle lo que dice la ficha de esta casa, sin compromiso.',
      'Sin problema. Pregúnteme lo que quiera sobre esta casa o la zona.',
    ],
  },
  /** Somebody says something that asks for nothing he can do. */
  offerHelp: {
    en: [
      "I'm here for any question about a home, and a person on the team can help with the rest if you'd like.",
      'Ask me about a home anytime, or just say so if a person should take a look.',
    ],
    es: [
      'Aquí estoy para cualquier pregunta sobre una casa, y una persona del equipo puede ayudarle con lo demás si gusta.',
      'Pregúnteme por una casa cuando quiera, o dígame si prefiere que le atienda una persona.',
    ],
  },
} satisfies Record<string, Wordings>;
