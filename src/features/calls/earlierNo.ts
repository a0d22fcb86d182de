import { systemActor } from '../conversations/actors.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import { personOf } from '../profiles/person.ts';
import type { LeadStore } from '../profiles/ports.ts';
import type { Call } from './model.ts';

type Leads = Pick<LeadStore, 'find' | 'linkedTo' | 'change'>;

/** Whether they said no to a transcript of an earlier call, and to none since that they agree. */
export async function saidNoBefore(leads: Leads, tenantId: string, leadId: string): Promise<boolean> {
  const person = await personOf(leads, tenantId, leadId);
  return person?.members.some(({ noRecordingAt }) => noRecordingAt !== null) ?? false;
}

/** Keeps a no of theirs for later calls, or takes it back with all their records. `now`: ms since the epoch. */
export async function keepAnswer(leads: Leads, { tenantId, leadId }: Call, isNo: boolean, now: number): Promise<void> {
  if (isNo) return leads.change(tenantId, leadId, { noRecordingAt: now });
  const person = await personOf(leads, tenantId, leadId);
  for (const { id, noRecordingAt } of person?.members ?? [])
    if (noRecordingAt !== null) await leads.change(tenantId, id, { noRecordingAt: null });
}

/** Tells the team of the no with which a call begins. */
export async function tellEarlierNo(appender: Pick<Appender, 'append'>, call: Call): Promise<void> {
  const { id: callId, tenantId, conversationId, rule, consent } = call;
  if (consent.lead !== 'refused') return;
  await appender.append(
    { tenantId, conversationId },
    {
      type: 'call-consent-changed',
      data: { callId, party: 'lead', state: 'refused', rule },
      actor: systemActor,
      onceKey: `call:${callId}:no-before`,
    },
  );
}
