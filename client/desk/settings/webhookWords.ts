import type { WebhookDelivery, WebhookRow } from '../../../src/contract/rest/webhooks.ts';
import type { WebhookEvent } from '../../../src/contract/webhooks.ts';
import { clockTime, dayInSentence, untilTime } from '../../shared/labels/times.ts';

/** The events that an address can be told of, grouped as the form shows them. */
export const eventGroups: readonly { title: string; events: readonly WebhookEvent[] }[] = [
  {
    title: 'Conversations',
    events: [
      'conversation.started',
      'message.created',
      'message.retracted',
      'conversation.waiting',
      'conversation.assigned',
      'conversation.ended',
    ],
  },
  { title: 'Leads', events: ['lead.changed', 'lead.scored', 'lead.opted-out', 'lead.opted-in'] },
  { title: 'Appointments', events: ['appointment.created', 'appointment.changed', 'appointment.cancelled'] },
  { title: 'Calls', events: ['call.ended'] },
];
export const eventWords: Record<WebhookDelivery['event'], string> = {
  'conversation.started': 'Conversation started',
  'message.created': 'New message',
  'message.retracted': 'Message taken back',
  'conversation.waiting': 'Waiting for a person',
  'conversation.assigned': 'Assigned to someone',
  'conversation.ended': 'Conversation ended',
  'lead.changed': 'Lead details changed',
  'lead.scored': 'Score changed',
  'lead.opted-out': 'Opted out',
  'lead.opted-in': 'Opted back in',
  'appointment.created': 'Booked',
  'appointment.changed': 'Moved',
  'appointment.cancelled': 'Canceled',
  'call.ended': 'Call ended',
  ping: 'Test',
};
/** By themselves, in a list of deliveries. */
export const deliveryWords: Partial<Record<WebhookDelivery['event'], string>> = {
  'appointment.created': 'Appointment booked',
  'appointment.changed': 'Appointment moved',
  'appointment.cancelled': 'Appointment canceled',
};

/** "Conversation started, new message, message taken back, and 11 more". */
export function eventsInWords(events: readonly WebhookEvent[]): string {
  const [first = '', ...others] = events.slice(0, 3).map((event) => deliveryWords[event] ?? eventWords[event]);
  const named = [first, ...others.map((words) => `${words[0]?.toLowerCase()}${words.slice(1)}`)].join(', ');
  return events.length <= 3 ? named : `${named}, and ${events.length - 3} more`;
}

const pausedWhy = {
  'by-admin': '',
  failing: ', because nothing was accepted for a day',
  gone: ', because the server says this address no longer exists',
} as const;

/** How an address stands; `isWrong`: somebody has to look. */
export function standingOf({ paused, failingSince }: WebhookRow): { words: string; isWrong: boolean } {
  if (paused !== undefined)
    return {
      words: `Paused since ${momentWords(paused.at)}${pausedWhy[paused.reason]}`,
      isWrong: paused.reason !== 'by-admin',
    };
  if (failingSince !== undefined)
    return { words: `Nothing accepted since ${momentWords(failingSince)}. Still trying.`, isWrong: true };
  return { words: 'Active', isWrong: false };
}

const momentWords = (at: string): string => `${dayInSentence(at)} at ${clockTime(at)}`;

/** How a delivery went, or goes on. */
export function resultWords({ state, status, ms, attempts, says, nextAt }: WebhookDelivery): string {
  if (state === 'delivered') return `Delivered: ${status} in ${ms} ms`;
  if (state === 'failed')
    return attempts > 1 ? `${says ?? 'Not delivered.'} Gave up after ${attempts} tries.` : (says ?? 'Not delivered.');
  if (attempts === 0) return 'Waiting to be sent';
  return `${says ?? 'Not delivered.'} ${nextAt === undefined ? 'Waits while paused.' : `Next try ${untilTime(nextAt)}.`}`;
}
