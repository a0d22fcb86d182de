import { callBackOutcomes } from '../../contract/calls.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { Job } from '../../kernel/jobs.ts';
import { type CommandRef, commandOrigin, systemActor } from '../conversations/actors.ts';
import type { Draft } from '../conversations/model.ts';
import { type ChangeSpeakerDeps, sayOwner } from '../conversations/speaker/changeSpeaker.ts';
import type { SpeakerStore } from '../conversations/speaker/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import { addTask, type TaskDeps } from '../tasks/writeTask.ts';
import type { Call } from './model.ts';
import { ownCall } from './ownCall.ts';
import type { CallStore } from './ports.ts';
import { longestCallMs, saidNo, wrapUpMs } from './rules.ts';
import { type WipeDeps, wipeCall } from './wipeCall.ts';

export interface EndCallDeps extends TaskDeps {
  calls: Pick<CallStore, 'find' | 'findLive' | 'change'>;
}

/** A missed call is called back within this time. */
const callBackMs = 3_600_000;

/**
 * The call is over. How it ended is kept, and one that came to nothing becomes a task to call back. Again is harmless.
 * @throws HubError as `ownCall`
 */
export async function endCall(
  deps: EndCallDeps,
  scope: StaffScope,
  command: CommandRef,
  { callId, outcome }: { callId: string; outcome: string },
): Promise<void> {
  const call = await ownCall(deps, scope, callId);
  const { actor, cause } = commandOrigin(scope, command, 'call-ended');
  await noteEnd(deps, call, outcome.trim(), { actor, ...(cause && { cause }) });
  if (!callBackOutcomes.some((one) => one === outcome)) return;
  const dueAt = isoOf(deps.clock.now() + callBackMs);
  const text = outcome === 'voicemail' ? 'Call back (voicemail)' : 'Call back (missed call)';
  await addTask(deps, scope, command, { conversationId: call.conversationId, text, dueAt });
}

/** Writes down that a call is over, once, and has somebody look whether its conversation is wrapped up. */
export async function noteEnd(
  deps: Pick<EndCallDeps, 'calls' | 'jobs' | 'appender' | 'clock'>,
  { id: callId, tenantId, conversationId, startedAt }: Call,
  outcome: string,
  origin: Pick<Draft, 'actor' | 'cause'>,
): Promise<void> {
  const now = deps.clock.now();
  await deps.jobs.schedule({ tenantId, kind: 'call', about: callId, conversationId, at: now + wrapUpMs });
  const ended = await deps.calls.change(tenantId, callId, { endedAt: now }, { endedAt: null });
  const stands = ended ?? (await deps.calls.find(tenantId, callId));
  if (stands === null) throw new HubError('NOT_FOUND');
  await deps.appender.append(
    { tenantId, conversationId },
    {
      type: 'call-ended',
      data: {
        callId,
        durationMs: Math.max(0, (stands.endedAt ?? now) - startedAt),
        ...(outcome === '' ? {} : { outcome }),
      },
      ...origin,
      // By whichever command: a call ends once.
      onceKey: `call:${callId}:ended`,
    },
  );
}

export interface CallLookDeps
  extends Pick<EndCallDeps, 'calls' | 'jobs' | 'appender' | 'clock'>,
    Omit<WipeDeps, 'entries'> {
  conversations: Pick<ChangeSpeakerDeps['conversations'], 'find'> & Pick<SpeakerStore, 'changeSpeaker'>;
  entries: ChangeSpeakerDeps['entries'] & WipeDeps['entries'];
}

/** Erases the words of a call that somebody said no to, ends one that nobody has ended, and closes the conversation of one that nobody has wrapped up. */
export async function lookAtCall(deps: CallLookDeps, { tenantId, about }: Job): Promise<number | null> {
  const call = await deps.calls.find(tenantId, about);
  if (call === null) return null;
  if (saidNo(call))
    await wipeCall(deps, call, 'consent-withdrawn', { actor: systemActor, onceKey: `call:${call.id}:look` });
  if (call.endedAt === null && deps.clock.now() < call.startedAt + longestCallMs) return call.startedAt + longestCallMs;
  if (call.endedAt === null) {
    await noteEnd(deps, call, '', { actor: systemActor });
    return deps.clock.now() + wrapUpMs;
  }
  const until = call.endedAt + wrapUpMs;
  if (deps.clock.now() < until) return until;
  const place = { tenantId, conversationId: call.conversationId };
  const conversation = await deps.conversations.find(tenantId, call.conversationId);
  const goesOn = await deps.calls.findLive(tenantId, call.conversationId);
  if (conversation === null || conversation.channel !== 'call' || conversation.mode !== 'human' || goesOn !== null)
    return null;
  const closed = { mode: 'closed', pausedUntil: null, unanswered: null } as const;
  const changed = await deps.conversations.changeSpeaker(tenantId, call.conversationId, closed, {
    fence: conversation.fence,
  });
  if (changed === null) return deps.clock.now();
  const origin = (line: string) => ({ actor: systemActor, onceKey: `call:${call.id}:${line}` });
  await deps.appender.append(place, {
    type: 'conversation-changed',
    data: { mode: 'closed', reason: 'call-over' },
    ...origin('closed'),
  });
  await sayOwner(deps, place, {
    from: changed.before,
    to: changed.after,
    kindOf: () => 'agent',
    assignment: null,
    originOf: origin,
  });
  return null;
}
