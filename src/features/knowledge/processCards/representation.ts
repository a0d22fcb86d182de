import type { ProcessCard } from '../model.ts';
import { sources } from './sources.ts';

/** The work of an agent: for whom, on what paper, and the value of a home. */
export const representationCards: readonly ProcessCard[] = [
  {
    id: 'agency',
    about: 'law',
    words: {
      en: "In Texas an agent represents the seller or the buyer, and the one on the sign usually works for the seller. A broker can help both sides only as an intermediary, if both agree in writing. You're free to bring an agent of your own.",
      es: 'En Texas un agente representa al vendedor o al comprador, y el del letrero suele trabajar para el vendedor. Un broker solo puede ayudar a ambos como intermediario, con permiso por escrito. Usted puede traer su propio agente.',
    },
    source: sources.trec,
  },
  {
    id: 'buyer-agreement',
    about: 'law',
    words: {
      en: 'In Texas an agent who represents you has a written agreement with you before showing homes: what they do, until when, and the fee, which is negotiable. You can also see a home without representation, on a short form.',
      es: 'En Texas el agente que le representa tiene un acuerdo por escrito antes de mostrar casas: qué hace, hasta cuándo y sus honorarios, que se negocian. También puede ver una casa sin representación, con una forma corta.',
    },
    source: sources.trec,
  },
  {
    id: 'showing-alone',
    about: 'law',
    words: {
      en: "Yes, you can. There's a short form to sign which says that no one represents you. At the showing we can confirm size, price, and terms but can't advise you. You can choose an agent later.",
      es: 'Sí puede. Se firma una forma corta que dice que nadie le representa, y en la visita confirmamos tamaño, precio y condiciones, pero no podemos aconsejarle. Después todavía puede elegir un agente.',
    },
    source: sources.trec,
  },
  {
    id: 'buyer-agent-pay',
    about: 'process',
    words: {
      en: "What a buyer's agent is paid is set in their agreement with the buyer, and it's negotiable. A seller can agree to pay some or all of it, which is asked for in the offer or before. Since August 2024 it isn't shown in the MLS.",
      es: 'Lo que gana el agente del comprador se fija en su acuerdo con el comprador, y se negocia. El vendedor puede aceptar pagar una parte o todo, y eso se pide en la oferta o antes. Desde agosto de 2024 ya no se muestra en el MLS.',
    },
    source: sources.practice,
  },
  {
    id: 'listing-agreement',
    about: 'process',
    words: {
      en: 'A listing agreement says how long an agent works on your sale, what they do, and the fee, and all of it is negotiable. It also says how to end it. If you have one with someone now, talk to that broker first.',
      es: 'El contrato de venta dice cuánto tiempo trabaja el agente, qué hace y sus honorarios, y todo se negocia. Ahí también dice cómo terminarlo. Si ya tiene uno con alguien, hable primero con ese broker.',
    },
    source: sources.trec,
  },
  {
    id: 'home-value',
    about: 'market',
    words: {
      en: "I don't put a number on a home, and online estimates haven't seen the inside of yours. An agent can compare recent sales near you and go through it with you, without any obligation.",
      es: 'Yo no le pongo precio a una casa, y los cálculos en línea no han visto la suya por dentro. Un agente puede comparar ventas recientes cerca y verlo con usted, sin compromiso.',
    },
    source: sources.practice,
  },
  {
    id: 'vouchers',
    about: 'process',
    words: {
      en: 'Our homes are open to everyone. Some housing authorities let a voucher go toward buying a home, and yours can tell you if it does and what it covers. Someone from our team can look at it with you.',
      es: 'Nuestras casas están abiertas a todos por igual. Algunas autoridades de vivienda permiten usar el vale para comprar, y la suya le dice si es así y qué cubre. Alguien del equipo puede verlo con usted.',
    },
    source: sources.hud,
  },
];
