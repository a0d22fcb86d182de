import type { Effect } from '../../bots/state/protocol.ts';
import { botActor } from '../../conversations/actors.ts';
import { onceKeyOf, type Running } from './running.ts';
import type { SpeakerEffectDeps } from './wait.ts';

/** Jorge answers again after a wait that was the visitor's own. Does nothing when a person speaks by now. */
export async function resume(
  deps: SpeakerEffectDeps,
  running: Running,
  effect: Effect & { kind: 'resume' },
  index: number,
): Promise<void> {
  const { place, turn } = running;
  const changed = await deps.conversations.changeSpeaker(
    place.tenantId,
    place.conversationId,
    { mode: 'bot', pausedUntil: null, unanswered: null },
    { modes: ['waiting'], fence: running.fence },
  );
  if (changed !== null) deps.folds.changed(place.conversationId);
  if (changed !== null) running.fence = changed.after.fence;
  else {
    const now = await deps.conversations.find(place.tenantId, place.conversationId);
    // One above the turn's fence: the change was made and the line not yet written when a crash came between.
    if (now?.mode !== 'bot' || now.fence !== turn.fence + 1) return;
    running.fence = now.fence;
  }
  await deps.appender.appendUnder(
    place,
    {
      type: 'conversation-changed',
      data: { mode: 'bot', reason: effect.reason },
      actor: botActor,
      onceKey: onceKeyOf(turn, index),
    },
    running.fence,
  );
}
