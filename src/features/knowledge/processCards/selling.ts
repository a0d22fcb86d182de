import type { ProcessCard } from '../model.ts';
import { sources } from './sources.ts';

/** Selling a home. */
export const sellingCards: readonly ProcessCard[] = [
  {
    id: 'selling-steps',
    about: 'process',
    words: {
      en: "It usually goes like this: an agent sees the home and compares recent sales, you agree on a price and a plan, photos and showings follow, then offers, contract, and closing. The first meeting doesn't commit you to anything.",
      es: 'Suele ser así: un agente ve la casa y compara ventas recientes, acuerdan precio y plan, vienen fotos y visitas, luego ofertas, contrato y cierre. La primera visita no le compromete a nada.',
    },
    source: sources.practice,
  },
  {
    id: 'selling-time',
    about: 'process',
    words: {
      en: "It differs a lot by home, price, and season, so I won't guess a number. After you have a buyer, closing often takes about a month to six weeks. An agent can show you what similar homes near you took.",
      es: 'Varía mucho por la casa, el precio y la temporada, así que no adivino. Ya con comprador, el cierre suele tardar de un mes a seis semanas. Un agente le muestra cuánto tardaron casas parecidas cerca.',
    },
    source: sources.practice,
  },
  {
    id: 'as-is',
    about: 'process',
    words: {
      en: "Yes, you can sell as is, and plenty of people do. Buyers can still inspect it, and you'd still fill out the seller's disclosure. An agent can tell you which fixes tend to pay off and which you can leave.",
      es: 'Sí, puede venderla como está y mucha gente lo hace. El comprador igual puede inspeccionar y usted igual llena la declaración del vendedor. Un agente le dice qué arreglos suelen valer la pena y cuáles puede dejar.',
    },
    source: sources.trec,
  },
  {
    id: 'sellers-disclosure',
    about: 'law',
    words: {
      en: "In Texas most sellers of a single home fill out a Seller's Disclosure Notice with what they know about its condition, and the buyer gets it by the contract. An agent has the form. What belongs in yours is a good question for an attorney.",
      es: "En Texas casi todo vendedor de una casa llena un Seller's Disclosure Notice con lo que sabe de su estado, y el comprador lo recibe con el contrato. Un agente tiene la forma. Qué va en la suya lo puede ver un abogado.",
    },
    source: sources.disclosure,
  },
  {
    id: 'staging',
    about: 'process',
    words: {
      en: "The simple things do most: clear the rooms, clean well, let light in, and fix what's small and visible. Before you spend on anything big, have an agent walk through with you and say what buyers notice.",
      es: 'Lo sencillo ayuda más: despejar los cuartos, limpiar bien, dejar entrar luz y arreglar lo pequeño que se nota. Antes de gastar en algo grande, recorra la casa con un agente que le diga qué miran los compradores.',
    },
    source: sources.practice,
  },
  {
    id: 'seller-costs',
    about: 'process',
    words: {
      en: "From the price usually come the mortgage payoff, agreed fees, title costs, your share of the year's taxes, and any repairs you agree to. An agent can prepare a net sheet with your own figures before you decide.",
      es: 'Del precio suelen salir el saldo de la hipoteca, los honorarios acordados, los costos de título, su parte de los impuestos del año y los arreglos que acuerde. Un agente le prepara un cálculo con sus cifras antes de decidir.',
    },
    source: sources.practice,
  },
  {
    id: 'market',
    about: 'market',
    words: {
      en: "No one can promise where prices will go, so I won't. It depends more on your own plans than on the season, and an agent can show you what has sold near you lately.",
      es: 'Nadie puede prometer hacia dónde van los precios, así que yo tampoco. Depende más de sus planes que de la temporada, y un agente puede mostrarle qué se ha vendido cerca.',
    },
    source: sources.practice,
  },
  {
    id: 'cash-offers',
    about: 'process',
    words: {
      en: "A cash offer can be quick and simple, and it's often lower than what the open market brings. Before you sign one, have an agent compare it with recent sales, or an attorney read it. Take your time, even if they press.",
      es: 'Una oferta de contado puede ser rápida y sencilla, y muchas veces es menor que la del mercado abierto. Antes de firmar, pida a un agente que la compare o a un abogado que la lea. Tómese su tiempo aunque le presionen.',
    },
    source: sources.ftc,
  },
  {
    id: 'fsbo',
    about: 'process',
    words: {
      en: "You can sell on your own, and lots of people try it. The work is pricing, showings, the forms, and the deadlines after an offer. If you'd like a second look at any of it, our team is glad to talk, no strings.",
      es: 'Puede venderla por su cuenta, y mucha gente lo intenta. El trabajo está en el precio, las visitas, los formularios y los plazos tras una oferta. Si quiere otra opinión en algo, nuestro equipo habla con gusto, sin compromiso.',
    },
    source: sources.practice,
  },
  {
    id: 'sell-rented',
    about: 'law',
    words: {
      en: 'Yes, you can sell with a tenant living there. A lease usually goes along to the new owner, so its end date and the notice for showings matter. Before you give any notice, have an attorney look at the lease.',
      es: 'Sí, puede vender con inquilinos. El contrato de renta normalmente pasa al nuevo dueño, así que importan su fecha y el aviso para visitas. Antes de dar cualquier aviso, pida a un abogado que vea el contrato.',
    },
    source: sources.lawhelp,
  },
  {
    id: 'sell-mortgage',
    about: 'finance',
    words: {
      en: "Yes, most sellers still have a mortgage. It's paid off out of the sale at closing, and what's left goes to you. A payoff statement from your lender has the exact figure.",
      es: 'Sí, mucha gente vende cuando todavía debe. En el cierre la hipoteca se liquida con la venta y usted recibe el resto. Una carta de su prestamista trae el saldo exacto.',
    },
    source: sources.cfpb,
  },
  {
    id: 'seller-checks',
    about: 'process',
    words: {
      en: "Before a home or a lot is offered for sale, it's checked who owns it and that the seller is that person. That protects real owners from impostors, so it's the same for everyone, also when they're far away. Deposits go to a title company, and bank details and IDs don't belong in this chat.",
      es: 'Antes de ofrecer una casa o un terreno se revisa quién es el dueño y que quien vende sea esa persona. Eso protege a los dueños de impostores, así que es igual para todos, también si están lejos. Los depósitos van a una compañía de títulos, y los datos bancarios o identificaciones no van en este chat.',
    },
    source: sources.practice,
  },
];
