import type { BrokerageCard } from '../../contract/settings.ts';
import type { Card } from './model.ts';

const always = (asks: Card['asks']) => () => asks;
/** "Who is Dana?", "is Dana the agent?". */
const askedByName = ({ people }: BrokerageCard): string[] =>
  people.flatMap(({ name }) => {
    const [first = name] = name.split(' ');
    return [`who is ${first}`, `who is ${name}`, `is ${first} one of your agents`];
  });

/** What people type to ask a brokerage about itself. */
export const brokerageAsks = {
  hours: always({
    en: [
      'what are your hours',
      'when are you open',
      'what time do you open',
      'what time do you close today',
      'are you open on weekends',
      'are you open right now',
      'office hours',
      'how late are you open',
      'are you guys open on saturday',
      'when can I reach someone at the office',
    ],
    es: [
      'cuál es su horario',
      'a qué hora abren',
      'a qué hora cierran',
      'abren los fines de semana',
      'están abiertos hoy',
    ],
  }),
  office: always({
    en: [
      'where is your office',
      'where are you located',
      'what is the address of your office',
      'can I come by your office',
      'can I walk in',
      'do you have an office nearby',
      'where can we meet in person',
    ],
    es: [
      'dónde está la oficina',
      'dónde están ubicados',
      'cuál es la dirección de su oficina',
      'puedo pasar a la oficina',
    ],
  }),
  people: (card: BrokerageCard) => ({
    en: [
      'who is on your team',
      'who are your agents',
      'who would I work with',
      'which agent would help me',
      'who will be my agent',
      'who is going to call me',
      'tell me about your agents',
      'who works there',
      ...askedByName(card),
    ],
    es: [
      'quiénes son sus agentes',
      'quién me va a atender',
      'quién está en el equipo',
      'con quién voy a trabajar',
      'quién me va a llamar',
    ],
  }),
  areas: always({
    en: [
      'what areas do you cover',
      'what areas do you serve',
      'do you work in my area',
      'do you sell homes outside of the city',
      'which cities do you work in',
      'do you cover Cedar Park',
      'do you guys work in Pflugerville',
      'are you only in the city',
    ],
    es: ['qué zonas cubren', 'en qué ciudades trabajan', 'trabajan en mi zona', 'cubren Pflugerville'],
  }),
  fees: always({
    en: [
      'how much do you charge',
      'what are your fees',
      'what is your commission',
      'does it cost anything to talk to an agent',
      'is this service free',
      'do I have to pay to talk to someone',
      'what do agents cost',
      'who pays your commission',
      'is a consultation free',
      'what percentage do you take',
    ],
    es: [
      'cuánto cobran',
      'cuál es su comisión',
      'cuesta algo hablar con un agente',
      'es gratis',
      'quién paga la comisión',
    ],
  }),
  represents: always({
    en: [
      'do you represent the seller',
      'do you work for the seller or for me',
      'whose side are you on',
      'are you the listing agent',
      'can I bring my own agent',
      'do you represent the owner of this home',
      'who do you represent here',
    ],
    es: [
      'ustedes representan al vendedor',
      'para quién trabajan ustedes',
      'puedo traer mi propio agente',
      'de qué lado están',
    ],
  }),
  languages: always({
    en: [
      'does anyone there speak spanish',
      'do you have a spanish speaking agent',
      'is there someone who speaks spanish',
      'what languages do you speak',
      'do your agents speak vietnamese',
      'can someone call me in spanish',
      'does anybody on the team speak chinese',
    ],
    es: [
      'alguien ahí habla español',
      'tienen un agente que hable español',
      'qué idiomas hablan',
      'me pueden llamar en español',
    ],
  }),
} satisfies Record<string, (card: BrokerageCard) => Card['asks']>;
