import { systemActor } from '../conversations/actors.ts';
import { sayLeft } from '../conversations/changeSpeaker.ts';
import type { Conversation } from '../conversations/model.ts';
import type { ConversationParts } from '../conversations/parts.ts';

/** So long may lie between a change of who speaks and the line that says so, before its writer is taken for dead. */
const graceMs = 3000;

const pauseEnded = 'pause-ended';

/**
 * A crash between the change of who speaks and its lines leaves the logs behind the truth. Writes the lines that are missing;
 * returns false while its writer may still be about to.
 */
export async function mendSpeaker(
  parts: ConversationParts,
  place: { tenantId: string; conversationId: string },
): Promise<boolean> {
  // The log first: whatever changes between the two reads then looks like a line to come, never like one that is missing.
  const newest = await parts.entries.newestOf(place.conversationId, 'conversation-changed');
  const conversation = await parts.conversations.find(place.tenantId, place.conversationId);
  const said = newest?.type === 'conversation-changed' ? newest.data.mode : 'bot';
  if (conversation === null || said === conversation.mode) return true;
  if (parts.clock.now() - (conversation.due?.since ?? 0) < graceMs) return false;
  const agent =
    conversation.mode === 'human' && conversation.owner !== null ? { agentName: conversation.owner.name } : {};
  if (conversation.mode === 'bot') {
    const came = await parts.entries.newestOf(place.conversationId, 'participant-changed');
    if (came?.type === 'participant-changed' && came.data.present && came.data.name !== undefined)
      await sayPauseOver(parts, place, { name: came.data.name }, conversation.fence);
  }
  await parts.appender.append(place, {
    type: 'conversation-changed',
    data: { mode: conversation.mode, ...agent },
    actor: systemActor,
    onceKey: `speaker:${conversation.id}:${conversation.fence}`,
  });
  return true;
}

/** The time for which Jorge was paused is over: he speaks again, and whoever paused him has it no longer. False when it had ended otherwise. */
export async function endPause(parts: ConversationParts, conversation: Conversation): Promise<boolean> {
  const changed = await parts.conversations.changeSpeaker(
    conversation.tenantId,
    conversation.id,
    { mode: 'bot', owner: null, pausedUntil: null },
    { modes: ['human'], fence: conversation.fence },
    { now: parts.clock.now() },
  );
  if (changed === null) return false;
  const place = { tenantId: conversation.tenantId, conversationId: conversation.id };
  const { owner } = changed.before;
  if (owner !== null) await sayPauseOver(parts, place, owner, changed.after.fence);
  // The last: while it is missing, what a crash left out is mended.
  const onceKey = `speaker:${conversation.id}:${changed.after.fence}`;
  const data = { mode: 'bot', reason: pauseEnded } as const;
  await parts.appender.append(place, { type: 'conversation-changed', data, actor: systemActor, onceKey });
  return true;
}

/** Whoever spoke is in the talk no longer, and nobody has it. */
async function sayPauseOver(
  parts: ConversationParts,
  place: { tenantId: string; conversationId: string },
  person: { name: string },
  fence: number,
): Promise<void> {
  const onceKey = `speaker:${place.conversationId}:${fence}`;
  await parts.appender.append(place, {
    type: 'assignment-changed',
    data: { reason: pauseEnded },
    actor: systemActor,
    onceKey: `${onceKey}:assignment`,
  });
  // After it: who is still present shows that both are missing.
  await sayLeft(parts, place, person, { actor: systemActor, onceKey: `${onceKey}:left` });
}
