import type { CallDirection } from '../../contract/calls.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import { type CommandRef, commandOrigin } from '../conversations/actors.ts';
import { findToWrite } from '../conversations/findConversation.ts';
import type { Conversation } from '../conversations/model.ts';
import { type OpenConversationDeps, openConversation } from '../conversations/openConversation.ts';
import { type ChangeSpeakerDeps, takeOver } from '../conversations/speaker/changeSpeaker.ts';
import { conflictOf } from '../conversations/speaker/conflictOf.ts';
import type { StaffScope } from '../identity/model.ts';
import { marketPacks } from '../packs/markets.ts';
import { leadByContact } from '../profiles/leadByContact.ts';
import type { Lead } from '../profiles/model.ts';
import { newLead } from '../profiles/newLead.ts';
import type { LeadStore } from '../profiles/ports.ts';
import { phoneKeyOf } from '../reading/person/readContact.ts';
import type { TenantKnowledge } from '../settings/tenantKnowledge.ts';
import { saidNoBefore, tellEarlierNo } from './earlierNo.ts';
import type { Call } from './model.ts';
import type { CallStore } from './ports.ts';
import { consentRuleOf, longestCallMs } from './rules.ts';

export interface StartCallDeps extends ChangeSpeakerDeps {
  conversations: ChangeSpeakerDeps['conversations'] & OpenConversationDeps['conversations'];
  calls: CallStore;
  leads: LeadStore;
  settingsOf: TenantKnowledge['settingsOf'];
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
}

export interface CallWish {
  direction: CallDirection;
  number?: string | undefined;
  leadId?: string | undefined;
  conversationId?: string | undefined;
}

/**
 * Begins a call that somebody of the team makes or takes: in the conversation that is named, or in a new one, which they have from then on.
 * The number finds the person. The same command again is the same call.
 * @throws HubError `VALIDATION_FAILED` for what is no phone number; `NOT_FOUND` for a lead or a conversation that is not there; `CONFLICT`
 * where another agent has the conversation, it is closed, or a call of it goes on
 */
export async function startCall(
  deps: StartCallDeps,
  scope: StaffScope,
  command: CommandRef,
  wish: CallWish,
): Promise<{ callId: string; conversationId: string }> {
  const { tenantId, principal } = scope;
  const phone = wish.number === undefined ? null : phoneKeyOf(wish.number);
  if (wish.number !== undefined && phone === null) throw new HubError('VALIDATION_FAILED', { field: 'number' });
  const callId = idFrom('call', principal.id, command.commandId);
  const conversation = await conversationOf(deps, scope, callId, phone, wish);
  const live = await deps.calls.findLive(tenantId, conversation.id);
  if (conversation.mode === 'closed' || (live !== null && live.id !== callId)) throw conflictOf(scope, conversation);
  const { settings } = await deps.settingsOf(tenantId);
  const isNo = await saidNoBefore(deps.leads, tenantId, conversation.leadId);
  const call: Call = {
    ...{ id: callId, tenantId, conversationId: conversation.id, leadId: conversation.leadId },
    agent: { id: principal.id, name: principal.name ?? '' },
    direction: wish.direction,
    source: 'desk',
    rule: consentRuleOf(marketPacks[settings.market].law?.state ?? null, phone),
    consent: { lead: isNo ? 'refused' : null, agent: null },
    ...{ startedAt: deps.clock.now(), endedAt: null },
  };
  await takeOver(deps, scope, command, { conversationId: conversation.id, reason: 'call', answers: true });
  const at = call.startedAt + longestCallMs;
  await deps.jobs.schedule({ tenantId, kind: 'call', about: callId, conversationId: conversation.id, at });
  if (!(await deps.calls.add(call))) throw new HubError('CONFLICT');
  await deps.appender.append(
    { tenantId, conversationId: conversation.id },
    {
      type: 'call-started',
      data: { callId, direction: call.direction, source: call.source, rule: call.rule },
      ...commandOrigin(scope, command, 'call-started'),
    },
  );
  await tellEarlierNo(deps.appender, call);
  return { callId, conversationId: conversation.id };
}

async function conversationOf(
  deps: StartCallDeps,
  scope: StaffScope,
  callId: string,
  phone: string | null,
  { leadId, conversationId }: CallWish,
): Promise<Conversation> {
  const { tenantId } = scope;
  if (conversationId !== undefined) return findToWrite(deps.conversations, scope, conversationId);
  const known = leadId === undefined ? null : await deps.leads.find(tenantId, leadId);
  if (leadId !== undefined && known === null) throw new HubError('NOT_FOUND', { field: 'leadId' });
  const unknown = newLead({ id: idFrom('lead', callId), tenantId, createdAt: deps.clock.now() });
  const lead = known ?? (phone === null ? unknown : await leadByContact(deps, tenantId, 'call', phone));
  const conversation = await openConversation(deps, {
    tenantId,
    leadId: lead.id,
    channel: 'call',
    contact: phone,
    language: 'en',
  });
  if (phone !== null) await keepNumber(deps, conversation, lead, phone);
  return conversation;
}

/** The number of a call stands on the profile of a person of whom none is known. */
export async function keepNumber(
  { leads, clock }: Pick<StartCallDeps, 'leads' | 'clock'>,
  { id: conversationId, tenantId }: Conversation,
  { id, fields }: Lead,
  phone: string,
): Promise<void> {
  if (fields.phone !== undefined) return;
  const known = { value: phone, state: 'answered', confidence: 1 } as const;
  const of = { conversationId, at: clock.now() };
  await leads.change(tenantId, id, { fields: { phone: { ...known, evidence: [], ...of } } });
}
