import type { BrokerageCard } from '../contract/rest/settings.ts';

/** The card of the demo's invented brokerage; it agrees with `client/demo/index.html`. */
export const demoCard: BrokerageCard = {
  hoursToo: { en: 'Sundays are by appointment.', es: 'Los domingos, con cita.' },
  office: '1100 Ridgeline Walk, Austin',
  people: [
    {
      name: 'Dana Whitfield',
      does: { en: 'lists homes south of the river', es: 'vende casas al sur del río' },
      languages: ['en'],
    },
    {
      name: 'Maya Torres',
      does: { en: 'works with buyers and sellers', es: 'atiende a compradores y vendedores' },
      languages: ['en', 'es'],
    },
  ],
  areas: ['Austin', 'Round Rock', 'Cedar Park', 'Pflugerville', 'Lakeway', 'Dripping Springs'],
  fees: {
    en: 'Talking with our team is free. Fees are negotiable, and they’re agreed in writing before any work begins.',
    es: 'Hablar con nuestro equipo es gratis. Los honorarios se negocian y se acuerdan por escrito antes de empezar.',
  },
  represents: {
    en: 'On our own listings we work for the seller. You’re welcome to bring an agent of your own.',
    es: 'En las casas que anunciamos trabajamos para el vendedor. Puede traer su propio agente.',
  },
  languages: ['en', 'es'],
};
