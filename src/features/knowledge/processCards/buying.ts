import type { ProcessCard } from '../model.ts';
import { sources } from './sources.ts';

/** From the first look to a choice. */
export const buyingCards: readonly ProcessCard[] = [
  {
    id: 'first-steps',
    about: 'process',
    words: {
      en: "Most people go in three steps: talk to a lender to learn what's comfortable a month, see a few homes with an agent, then make an offer on the one you like. You can start with whichever feels easiest.",
      es: 'Casi todos van en tres pasos: hablar con un prestamista para saber qué pago le queda cómodo, ver algunas casas con un agente y hacer una oferta por la que le guste. Empiece por donde le sea más fácil.',
    },
    source: sources.cfpb,
  },
  {
    id: 'buying-time',
    about: 'process',
    words: {
      en: 'From a signed contract to closing often takes about a month to six weeks with a loan, and cash can be quicker. The search before that is up to you. Your lender and the title company set the pace.',
      es: 'Del contrato firmado al cierre suele pasar de un mes a seis semanas con préstamo, y de contado puede ser menos. La búsqueda antes depende de usted. El ritmo lo marcan el prestamista y la compañía de título.',
    },
    source: sources.practice,
  },
  {
    id: 'buy-and-sell',
    about: 'process',
    words: {
      en: 'You can do both, and there are a few ways: sell first and rent back for a while, make your offer depend on your sale, or ask a lender about a bridge loan. An agent can line up the dates with you.',
      es: 'Se puede, y hay varias maneras: vender primero y rentar la misma casa un tiempo, hacer que su oferta dependa de su venta, o preguntar a un prestamista por un préstamo puente. Un agente puede acomodar las fechas con usted.',
    },
    source: sources.practice,
  },
  {
    id: 'rent-or-buy',
    about: 'finance',
    words: {
      en: "It mostly comes down to how long you'll stay, what a payment would be next to your rent, and your savings. The Consumer Financial Protection Bureau has worksheets at consumerfinance.gov. If renting suits you for now, that's fine too.",
      es: 'Depende sobre todo de cuánto tiempo se quedará, del pago comparado con su renta y de sus ahorros. La oficina CFPB tiene hojas de cálculo en consumerfinance.gov. Si por ahora le va bien rentar, también está bien.',
    },
    source: sources.cfpb,
  },
  {
    id: 'from-far',
    about: 'process',
    words: {
      en: 'Yes, people buy from far away all the time. An agent can show homes by video, papers can be signed electronically, and title companies offer closings by mail or online. Just tell us where you are and your dates.',
      es: 'Sí, mucha gente compra a distancia. Un agente puede mostrar casas por video, los papeles se firman en línea y las compañías de título ofrecen cierres por correo o en línea. Díganos dónde está y sus fechas.',
    },
    source: sources.practice,
  },
  {
    id: 'new-construction',
    about: 'process',
    words: {
      en: "You can have your own agent with a builder too, since the person in the model home works for the builder. It's best to bring the agent along on your first visit. A new home can still be inspected.",
      es: 'Con una constructora también puede llevar su propio agente, porque quien atiende la casa muestra trabaja para la constructora. Conviene ir juntos desde la primera visita. Una casa nueva también se puede inspeccionar.',
    },
    source: sources.practice,
  },
  {
    id: 'pending',
    about: 'process',
    words: {
      en: "Active means it's for sale. Under contract or pending means a seller has signed with a buyer and it hasn't closed yet. Deals do fall through now and then, so a backup offer is sometimes possible.",
      es: 'Activa quiere decir que está a la venta. Bajo contrato o pendiente, que el vendedor ya firmó con alguien y aún no se cierra. A veces un trato se cae, y por eso puede haber ofertas de respaldo.',
    },
    source: sources.practice,
  },
  {
    id: 'short-term-rental',
    about: 'law',
    words: {
      en: "In Austin a short-term rental needs a license from the city, and an HOA or a condo can have its own rules. The city explains it at austintexas.gov/str. Other towns have rules of their own, so it's good to check first.",
      es: 'En Austin una renta corta necesita licencia de la ciudad, y un HOA o condominio puede tener sus reglas. La ciudad lo explica en austintexas.gov/str. Otras ciudades tienen las suyas, así que revise antes de contar con eso.',
    },
    source: sources.austinStr,
  },
  {
    id: 'permits',
    about: 'law',
    words: {
      en: "What may be built is up to the city's zoning and permits, and to the HOA if there is one. In Austin you can look up an address and past permits at austintexas.gov. It's good to check during the option period.",
      es: 'Qué se puede construir depende de la zonificación y los permisos de la ciudad, y del HOA si hay. En Austin puede buscar la dirección y los permisos en austintexas.gov. Conviene revisarlo en el periodo de opción.',
    },
    source: sources.austinPermits,
  },
];
