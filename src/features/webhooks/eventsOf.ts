import type { Entry } from '../../contract/log/entry.ts';
import { logKindOf } from '../../contract/log/entry.ts';
import type { WebhookEvent } from '../../contract/webhooks.ts';

/** The events that a line of a log is to a program outside; mostly none. */
export function eventsOf(entry: Entry): WebhookEvent[] {
  const event = eventOf(entry);
  const begins = entry.seq === 1 && (logKindOf(entry.type) === 'public' || entry.type === 'call-started');
  return [...(begins ? (['conversation.started'] as const) : []), ...(event === null ? [] : [event])];
}

function eventOf(entry: Entry): WebhookEvent | null {
  switch (entry.type) {
    case 'message-created':
      return 'message.created';
    case 'message-retracted':
      return 'message.retracted';
    case 'conversation-changed':
      if (entry.data.mode === 'waiting') return 'conversation.waiting';
      return entry.data.mode === 'closed' ? 'conversation.ended' : null;
    case 'assignment-changed':
      return entry.data.owner === undefined ? null : 'conversation.assigned';
    case 'qualification-changed':
      return 'lead.changed';
    case 'score-changed':
      return 'lead.scored';
    case 'bot-turn':
      // The turn that kept or lifted a refusal.
      if (entry.data.effects.includes('suppress')) return 'lead.opted-out';
      return entry.data.effects.includes('lift') ? 'lead.opted-in' : null;
    case 'appointment-changed':
      if (entry.data.state === 'cancelled') return 'appointment.cancelled';
      if (entry.data.state !== 'booked') return null;
      return entry.data.movedFrom === undefined ? 'appointment.created' : 'appointment.changed';
    case 'call-ended':
      return 'call.ended';
    default:
      return null;
  }
}
