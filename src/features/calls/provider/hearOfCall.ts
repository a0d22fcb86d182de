import { HubError } from '../../../kernel/hubError.ts';
import { idFrom } from '../../../kernel/ids.ts';
import { systemActor } from '../../conversations/actors.ts';
import type { BoardStore } from '../../conversations/board/ports.ts';
import type { BoardProjection } from '../../conversations/board/projectBoard.ts';
import type { Conversation } from '../../conversations/model.ts';
import { openConversation } from '../../conversations/openConversation.ts';
import { followUpDueAt } from '../../conversations/owed.ts';
import { expectLines, sayOwner } from '../../conversations/speaker/changeSpeaker.ts';
import type { SpeakerChange } from '../../conversations/speaker/ports.ts';
import type { ClosedNow } from '../../conversations/speaker/waitForPerson.ts';
import { marketPacks } from '../../packs/markets.ts';
import { leadByContact } from '../../profiles/leadByContact.ts';
import { newLead } from '../../profiles/newLead.ts';
import { phoneKeyOf } from '../../reading/person/readContact.ts';
import { saidNoBefore, tellEarlierNo } from '../earlierNo.ts';
import { noteEnd } from '../endCall.ts';
import type { Call } from '../model.ts';
import { consentRuleOf, longestCallMs } from '../rules.ts';
import { keepNumber, type StartCallDeps } from '../startCall.ts';
import type { PhoneConnection, ToldCall } from './model.ts';

export interface HearOfCallDeps extends StartCallDeps {
  conversations: StartCallDeps['conversations'] & Pick<BoardStore, 'markRow'>;
  rows: Pick<BoardProjection, 'touch'>;
  closedNow: ClosedNow;
}

/** The language in which a conversation begins; the caller's words may change it. */
const languageOf = ({ language }: PhoneConnection): 'en' | 'es' => (language === 'es' ? 'es' : 'en');

/** A call's id here, of the phone company's own name for it. */
export const callIdOf = ({ id }: Pick<PhoneConnection, 'id'>, sid: string): string => idFrom('call', id, sid);

/**
 * The phone company tells of a call: it becomes a conversation that nobody has yet, of the person whose number it is. Told again, it is the
 * same call.
 */
export async function beginToldCall(deps: HearOfCallDeps, connection: PhoneConnection, told: ToldCall): Promise<Call> {
  const { tenantId } = connection;
  const callId = callIdOf(connection, told.sid);
  const known = await deps.calls.find(tenantId, callId);
  if (known !== null) return known;
  const phone = told.number === null ? null : phoneKeyOf(told.number);
  const now = deps.clock.now();
  const lead =
    phone === null
      ? newLead({ id: idFrom('lead', callId), tenantId, createdAt: now })
      : await leadByContact(deps, tenantId, 'call', phone);
  const begins = {
    tenantId,
    leadId: lead.id,
    channel: 'call',
    contact: phone,
    language: languageOf(connection),
  } as const;
  const conversation = await openConversation(deps, begins);
  if (phone !== null) await keepNumber(deps, conversation, lead, phone);
  const before = await deps.calls.findLive(tenantId, conversation.id);
  // One person is on one call: of the one before, the end was never told.
  if (before !== null && before.id !== callId) await noteEnd(deps, before, '', { actor: systemActor });
  const { settings } = await deps.settingsOf(tenantId);
  const isNo = await saidNoBefore(deps.leads, tenantId, lead.id);
  const call: Call = {
    ...{ id: callId, tenantId, conversationId: conversation.id, leadId: lead.id, agent: null },
    ...{ direction: told.direction, source: 'provider' },
    rule: consentRuleOf(marketPacks[settings.market].law?.state ?? null, phone),
    ...{ consent: { lead: isNo ? 'refused' : null, agent: null }, startedAt: now, endedAt: null },
  };
  await deps.jobs.schedule({
    ...{ tenantId, kind: 'call', about: callId, conversationId: conversation.id },
    at: now + longestCallMs,
  });
  if (!(await deps.calls.add(call))) throw new HubError('CONFLICT');
  await speaksFrom(deps, conversation, callId, { mode: 'human', pausedUntil: null });
  await mark(deps, conversation, { visitorLeftAt: null, followUpBy: null });
  const { direction, source, rule } = call;
  await deps.appender.append(
    { tenantId, conversationId: conversation.id },
    {
      type: 'call-started',
      data: { callId, direction, source, rule, caller: told.isVerified ? 'verified' : 'probable' },
      actor: systemActor,
      onceKey: `call:${callId}:started`,
    },
  );
  await tellEarlierNo(deps.appender, call);
  return call;
}

/**
 * The phone company tells that a call is over. One that came in and that nobody took is owed a call back, by the owner
 * of the conversation or else whoever takes it. Told again, nothing changes.
 */
export async function endToldCall(deps: HearOfCallDeps, call: Call, how: 'talked' | 'missed'): Promise<void> {
  if (call.endedAt !== null) return;
  const { tenantId, conversationId } = call;
  const isMissed = how === 'missed' && call.direction === 'inbound';
  await noteEnd(deps, call, how, { actor: systemActor });
  if (!isMissed) return;
  const conversation = await deps.conversations.find(tenantId, conversationId);
  if (conversation === null || conversation.mode === 'closed') return;
  const since = deps.clock.now();
  const followUpBy = followUpDueAt(since, await deps.closedNow(tenantId));
  await mark(deps, conversation, { visitorLeftAt: since, followUpBy });
  const wait = { reason: 'missed-call', since } as const;
  await speaksFrom(deps, conversation, call.id, { mode: 'waiting', wait, unanswered: since, pausedUntil: null });
}

/** Whether somebody of the team said that they are on it, or words of it were written down. */
export async function wasTalkedOn({ entries }: Pick<HearOfCallDeps, 'entries'>, call: Call): Promise<boolean> {
  if (call.agent !== null || call.direction === 'outbound') return true;
  const newest = await entries.newestOf(call.conversationId, 'call-segment');
  return newest?.type === 'call-segment' && newest.data.callId === call.id;
}

/** Nobody of the team made this change: the phone did. */
async function speaksFrom(
  deps: HearOfCallDeps,
  { id: conversationId, tenantId, mode, fence }: Conversation,
  callId: string,
  change: SpeakerChange,
): Promise<void> {
  if (mode === change.mode) return;
  const place = { tenantId, conversationId };
  await expectLines(deps, place);
  const changed = await deps.conversations.changeSpeaker(tenantId, conversationId, change, { fence });
  // Somebody of the team was quicker.
  if (changed === null) return;
  const originOf = (line: string) => ({ actor: systemActor, onceKey: `call:${callId}:${change.mode}:${line}` });
  await deps.appender.append(place, {
    type: 'conversation-changed',
    data: change.mode === 'waiting' ? { mode: 'waiting', owed: 'follow-up' } : { mode: change.mode },
    ...originOf('speaker'),
  });
  const { before: from, after: to } = changed;
  await sayOwner(deps, place, { from, to, kindOf: () => 'agent', assignment: null, originOf });
}

async function mark(
  deps: HearOfCallDeps,
  { id, tenantId }: Conversation,
  marks: { visitorLeftAt: number | null; followUpBy: number | null },
): Promise<void> {
  await deps.conversations.markRow(tenantId, id, marks);
  deps.rows.touch(tenantId, id);
}
