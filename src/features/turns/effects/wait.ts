import type { Effect } from '../../bots/protocol.ts';
import { botActor } from '../../conversations/actors.ts';
import { flagOf } from '../../conversations/flagOf.ts';
import { nothingOwed } from '../../conversations/judgeAlerts.ts';
import { sayClosed, waitingFor } from '../../conversations/waitForPerson.ts';
import { type EffectParts, onceKeyOf, type Running } from './parts.ts';

/** Reasons that are the visitor's own doing. The others are what the team thinks, and stand on the row's flag alone. */
const ownDoing: ReadonlySet<string> = new Set(['asked-for-person', 'opted-out', 'goodbye', 'changed-mind']);

/** After these nobody is awaited any more. */
const endsWait: ReadonlySet<string> = new Set(['opted-out', 'changed-mind']);

/**
 * Says in the log that the bot has nothing more to say, before it falls silent. Does nothing when a person speaks by now, or when it
 * waits already; but who waits for a person and opts out, or wants nothing any more, waits for nobody.
 */
export async function wait(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'wait' },
  index: number,
): Promise<void> {
  const { place, turn } = running;
  const closed = nothingOwed.has(effect.reason) ? null : await parts.closedNow(place.tenantId);
  const changed = await parts.conversations.changeSpeaker(
    place.tenantId,
    place.conversationId,
    { mode: 'waiting', pausedUntil: null },
    { modes: endsWait.has(effect.reason) ? ['bot', 'waiting'] : ['bot'], fence: running.fence },
    null,
  );
  const now = changed?.after ?? (await parts.conversations.find(place.tenantId, place.conversationId));
  // One above the turn's fence: the change was made and the line not yet written when a crash came between.
  if (now === null || (changed === null && (now.mode !== 'waiting' || now.fence !== turn.fence + 1))) return;
  running.fence = now.fence;
  await parts.appender.append(
    place,
    {
      type: 'conversation-changed',
      data: waitingFor(closed, ownDoing.has(effect.reason) ? effect.reason : undefined),
      actor: botActor,
      onceKey: onceKeyOf(turn, index),
      board: {
        // The clock runs only while somebody owes an answer.
        waitingSince: nothingOwed.has(effect.reason)
          ? null
          : (running.conversation.board.waitingSince ?? parts.clock.now()),
      },
      flag: flagOf('waiting', effect.reason),
    },
    { fence: running.fence },
  );
  await sayClosed(parts, place, closed, running.fence);
}
