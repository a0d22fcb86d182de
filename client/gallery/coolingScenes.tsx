import type { InterventionAnswer } from '../../src/contract/rest/interventions.ts';
import { DeskPages } from '../desk/DeskPages.tsx';
import { board } from './deskScene.tsx';
import { longName, minutesAgo, unbroken } from './fixtures.ts';
import { agent, drawStaff } from './StaffScene.tsx';
import type { Scene } from './scene.ts';
import { answering } from './settingsScenes.tsx';

const dayMinutes = 1_440;
const itemAt = (days: number, change: Partial<InterventionAnswer> = {}): InterventionAnswer => ({
  ...{
    id: `i${days}`,
    leadId: `l${days}`,
    conversationId: `c${days}`,
    state: 'open',
    step: 21,
    name: 'Sarah Whitcomb',
  },
  ...{ silentSince: minutesAgo(days * dayMinutes), silentDays: days, risk: 0.75, tier: 'high', tierBy: 'churn' },
  why: ['They have been silent for 21 days or more.', 'The reading of churn puts the risk that they’re lost at 75%.'],
  ...{ evidence: [], way: 'sms', createdAt: minutesAgo(90) },
  draft: {
    text: 'Hi Sarah, it’s Barton Ridge Realty. I can send you a short summary of what’s been listed and sold around Round Rock, to read whenever it suits you. Would that be useful? Reply STOP to opt out.',
    language: 'en',
    basis: 'rules',
  },
  outcome: { repliedAt: null, optedOutAt: null, appointmentAt: null },
  ...change,
});
const items = [
  itemAt(47, {
    ...{ tier: 'critical', risk: null, tierBy: 'silence', step: 45, way: 'write', name: longName },
    why: [
      'They have been silent for 45 days or more.',
      'The risk goes by the silence alone: nothing else is known of how they write.',
    ],
    draft: {
      subject: 'Keep looking, or pause?',
      text: `Hi,\n\nI’ve been thinking about our talk, and I don’t want to fill your inbox if the timing isn’t right.\n\n${unbroken.slice(0, 200)}`,
      language: 'en',
      basis: 'model',
    },
  }),
  itemAt(23),
  itemAt(8, {
    ...{ name: 'مريم الحسيني', tier: 'medium', risk: 0.5, step: 7, way: 'call' },
    why: ['They have been silent for 7 days or more.', 'The reading of churn puts the risk that they’re lost at 50%.'],
    draft: { text: 'Hola Maryam, le habla Barton Ridge Realty. ¿Ha cambiado algo?', language: 'es', basis: 'rules' },
  }),
];
const first = items[1] ?? itemAt(23);
const answers = {
  '/interventions': { items },
  [`/interventions/${first.id}/approve`]: { ...first, state: 'sent' },
};

function cooling(
  name: string,
  title: string,
  sees: string,
  given: Parameters<typeof answering>[0],
  press: readonly string[] = [],
): Scene {
  return {
    ...{ name: `desk-cooling-${name}`, title: `Desk: ${title}`, path: '/desk/cooling', sees, press },
    draw(into) {
      window.fetch = answering(given);
      return drawStaff(into, agent, { rows: board }, <DeskPages />);
    },
  };
}

/** Leads who went silent, in each state of the list. */
export const coolingScenes: Scene[] = [
  cooling('list', 'leads who went quiet, with drafts', '.cooling-item >> nth=2', answers),
  cooling('edit', 'a draft is edited', '.cooling-item textarea', answers, [
    '.cooling-item:nth-child(2) .cooling-acts button:nth-child(2)',
  ]),
  cooling('sent', 'a follow-up was sent', 'text=You have the conversation now', answers, [
    '.cooling-item:nth-child(2) .cooling-acts button:nth-child(1)',
  ]),
  cooling('refused', 'a follow-up may not be sent now', '.cooling-refusal', { '/interventions': { items } }, [
    '.cooling-item:nth-child(2) .cooling-acts button:nth-child(1)',
  ]),
  cooling('empty', 'no one went quiet', 'text=No one to follow up with', { '/interventions': { items: [] } }),
  cooling('loading', 'the list loading', '.people-skeleton', 'never'),
  cooling('error', 'the list didn’t load', 'text=The list didn’t load', 'error'),
];
