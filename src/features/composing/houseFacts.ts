import type { Fact } from '../../contract/readings.ts';
import { topicTexts } from '../bots/say/topicTexts.ts';
import type { Language } from '../reading/model.ts';

const topics = ['people', 'safety', 'schools', 'worship', 'vouchers'] as const;

const area: Readonly<Record<Language, string>> = {
  en: 'Which area suits you is yours to judge. Name one, or a price and bedrooms, and I’ll show you what’s for sale there.',
  es: 'Qué zona le conviene lo juzga usted. Dígame una, o un precio y recámaras, y le muestro lo que hay a la venta ahí.',
};

const sides: Readonly<Record<Language, string>> = {
  en: 'For the homes we list, our team works for the seller.',
  es: 'En las casas que nosotros anunciamos, nuestro equipo trabaja para el vendedor.',
};

const emergency: Readonly<Record<Language, string>> = {
  en: 'In an emergency 911 is the number to call. 988 is the Suicide and Crisis Lifeline, by call or text, free, day and night.',
  es: 'En una emergencia el número es el 911. El 988 es la línea de crisis y suicidio, por llamada o texto, gratis, de día y de noche.',
};

const rentals: Readonly<Record<Language, string>> = {
  en: 'The homes that can be shown here are for sale. Whether the team rents out or manages any home is for the team to say. Repairs in a rented home are for its landlord or manager.',
  es: 'Las casas que se pueden mostrar aquí están en venta. Si el equipo renta o administra alguna lo puede decir el equipo. Las reparaciones de una casa rentada son del casero o administrador.',
};

const agents: Readonly<Record<Language, string>> = {
  en: 'With agents of other brokerages the team itself sets up showings and answers on pay, offers, and papers. What an agent writes here is passed on to the team.',
  es: 'Con agentes de otras empresas el equipo mismo acuerda visitas y responde sobre honorarios, ofertas y papeles. Lo que un agente escribe aquí se pasa al equipo.',
};

const booking: Readonly<Record<Language, string>> = {
  en: 'A showing or a call is booked by picking an open time here, with its button or in words. Where the law asks a question before a showing, it is answered first. A showing needs no name or number, and a call needs a number. What is booked can be moved or canceled at any time by writing so here.',
  es: 'Una visita o una llamada se reserva al elegir aquí una hora libre, con su botón o con palabras. Donde la ley pide una pregunta antes de una visita, se contesta primero. Para una visita no hace falta nombre ni número, y para una llamada hace falta un número. Lo reservado se puede cambiar o cancelar cuando quiera escribiéndolo aquí.',
};

const said = (id: string, words: string): Fact => ({ id: `house.${id}`, words, source: 'house', audience: 'visitor' });

/** How a time is booked and called off, for a brokerage whose calendar Jorge uses. */
export const bookingFact = (language: Language): Fact => said('booking', booking[language]);

/**
 * Facts in our own words, the same for everybody who asks: no model is given these to write anew. `schools`: the publisher of their
 * figures.
 */
export function houseFacts(language: Language, schools: Readonly<Record<Language, string>>): Fact[] {
  return [
    ...topics.map((topic) =>
      said(topic, (topicTexts[topic][language][0] as string).replace('{value}', schools[language])),
    ),
    said('area', area[language]),
    said('sides', sides[language]),
    said('rentals', rentals[language]),
    said('agents', agents[language]),
    said('emergency', emergency[language]),
  ];
}
