import type { BrokerageSettings } from '../../../src/contract/rest/settings.ts';
import { brokerageCards } from '../../../src/features/knowledge/brokerageCards.ts';
import type { Card } from '../../../src/features/knowledge/model.ts';
import { firstSettings } from '../../../src/features/settings/rules.ts';

const tenant = { id: 't1', name: 'Barton Ridge Realty', timeZone: 'America/Chicago', demo: false, createdAt: 0 };
export const freshSettings = firstSettings(tenant);

export const settings: BrokerageSettings = {
  ...freshSettings,
  hours: { ...freshSettings.hours, saturday: { from: '10:00', until: '16:00' } },
  card: {
    hoursToo: { en: 'Sundays are by appointment.', es: 'Los domingos, con cita.' },
    office: '1100 Ridgeline Walk, Austin',
    people: [
      { name: 'Dana Whitfield', does: { en: 'lists homes south of the river', es: '' }, languages: ['en'] },
      { name: 'Maya Torres', does: { en: 'helps buyers and sellers', es: '' }, languages: ['en', 'es'] },
    ],
    areas: ['Austin', 'Round Rock', 'Cedar Park'],
    fees: { en: 'Talking with us costs nothing. Fees are negotiable and agreed in writing.', es: '' },
    represents: {
      en: 'On our own listings we work for the seller. You’re welcome to bring an agent of your own.',
      es: 'En las casas que anunciamos trabajamos para el vendedor. Puede traer su propio agente.',
    },
    languages: ['en', 'es'],
  },
};

export const brokerageOwn: Card[] = brokerageCards(settings, '2026-11-22');
