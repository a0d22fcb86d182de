import type { Effect } from '../../bots/protocol.ts';
import { botActor } from '../../conversations/actors.ts';
import { type EffectParts, onceKeyOf, type Running } from './parts.ts';

/** Jorge answers again after a wait that was the visitor's own. Does nothing when a person speaks by now. */
export async function resume(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'resume' },
  index: number,
): Promise<void> {
  const { place, turn } = running;
  const changed = await parts.conversations.changeSpeaker(
    place.tenantId,
    place.conversationId,
    { mode: 'bot', pausedUntil: null },
    { modes: ['waiting'], fence: running.fence },
    null,
  );
  if (changed !== null) running.fence = changed.after.fence;
  else {
    const now = await parts.conversations.find(place.tenantId, place.conversationId);
    // One above the turn's fence: the change was made and the line not yet written when a crash came between.
    if (now?.mode !== 'bot' || now.fence !== turn.fence + 1) return;
    running.fence = now.fence;
  }
  await parts.appender.append(
    place,
    {
      type: 'conversation-changed',
      data: { mode: 'bot', reason: effect.reason },
      actor: botActor,
      onceKey: onceKeyOf(turn, index),
      board: { waitingSince: null },
    },
    { fence: running.fence },
  );
}
