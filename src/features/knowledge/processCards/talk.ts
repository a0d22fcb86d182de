import type { ProcessCard } from '../model.ts';
import { sources } from './sources.ts';

/** About the talk itself. */
export const talkCards: readonly ProcessCard[] = [
  {
    id: 'why-ask',
    about: 'talk',
    words: {
      en: 'Fair question. I ask so I can point you to homes and people that fit. You can skip any of it and still ask me whatever you like.',
      es: 'Buena pregunta. Lo pregunto para mostrarle casas y personas que le sirvan. Puede saltarse lo que quiera y preguntarme igual.',
    },
    source: sources.house,
  },
  {
    id: 'data',
    about: 'talk',
    words: {
      en: "What you write here is kept by {brokerage}, and its team and the software that answers here can read it. If you'd like it deleted, just say so and I'll pass that on.",
      es: 'Lo que escribe aquí lo guarda {brokerage}, y lo leen su equipo y el programa que contesta. Si quiere que se borre, dígamelo y lo paso.',
    },
    source: sources.house,
  },
  {
    id: 'spanish',
    about: 'talk',
    words: {
      en: 'Of course, we can write in Spanish. Just go ahead: escríbame en español y le contesto en español.',
      es: 'Claro que sí, con gusto. Escríbame en español y le contesto en español.',
    },
    source: sources.house,
  },
  {
    id: 'sources',
    about: 'talk',
    words: {
      en: "It comes from the listing's file, from {brokerage}, and from public sources I can name. When I don't have something on file I say so, and an agent can confirm anything you'd like to rely on.",
      es: 'Sale de la ficha de la casa, de {brokerage} y de fuentes públicas que puedo nombrar. Cuando no tengo un dato lo digo, y un agente puede confirmar lo que usted necesite.',
    },
    source: sources.house,
  },
];
