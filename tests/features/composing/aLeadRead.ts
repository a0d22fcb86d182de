import type { LeadAnswer } from '../../../src/contract/rest/leads.ts';
import type { Appointment } from '../../../src/features/appointments/model.ts';
import type { LeadRead } from '../../../src/features/composing/reports/readLeadReport.ts';
import type { Conversation } from '../../../src/features/conversations/model.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
export const now = Date.parse('2026-11-26T18:00:00Z');

export const aTalk = (over: Partial<Conversation>, board: Partial<Conversation['board']> = {}): Conversation =>
  ({
    ...{ id: 'c1', tenantId: 't', leadId: 'l1', channel: 'widget', createdAt: now - 20 * dayMs, mode: 'human' },
    ...{ owner: null, unansweredSince: null, snoozedUntil: null, wait: null, review: null, offer: null, hold: null },
    board: {
      ...{ shown: true, stage: 'NEW', temperature: null, flags: [], alerts: [], over: {}, lastLines: [], tags: [] },
      ...{
        priority: 'normal',
        lastAt: now,
        lastText: '',
        said: 4,
        read: 4,
        listingTitle: null,
        bot: null,
        score: null,
      },
      ...{ leadName: null, vouchedName: null, onCallSince: null, wants: null },
      ...board,
    },
    ...over,
  }) as Conversation;
export const anAppointment = (over: Partial<Appointment>): Appointment =>
  ({
    id: 'a1',
    conversationId: 'c1',
    kind: 'viewing',
    state: 'booked',
    startsAt: now + 2 * dayMs,
    ...over,
  }) as Appointment;
export const known = (value: unknown) => ({
  ...{ value, state: 'answered', confidence: 1, conversationId: 'c1' },
  evidence: [{ log: 'public:c1', seq: 7, start: 0, end: 4 }],
});
export const aRead = (over: Partial<LeadRead> = {}, lead: Partial<LeadAnswer> = {}): LeadRead => ({
  lead: {
    ...{ id: 'l1', createdAt: '2026-11-01T00:00:00.000Z', fields: {}, tags: [], conversations: [], consents: [] },
    ...{ suppressions: [], suppressed: [], deletionRequests: [], merged: [] },
    ...lead,
  } as LeadAnswer,
  ...{ talks: [aTalk({})], appointments: [], tasks: [], missing: [], lines: [] },
  ...over,
});
