import { restfulReasons, type WaitReason } from '../../../contract/teamVocabulary.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Jobs } from '../../../kernel/jobs.ts';
import type { Effect } from '../../bots/state/protocol.ts';
import { botActor } from '../../conversations/actors.ts';
import type { Appender } from '../../conversations/log/appendEntry.ts';
import type { Folds } from '../../conversations/log/folds.ts';
import { owedOf } from '../../conversations/owed.ts';
import type { AnswersDue, ConversationStore } from '../../conversations/ports.ts';
import { lookAtWait } from '../../conversations/scheduleLooks.ts';
import type { SpeakerStore } from '../../conversations/speaker/ports.ts';
import { type ClosedNow, sayClosed, waitingFor } from '../../conversations/speaker/waitForPerson.ts';
import { onceKeyOf, type Running } from './running.ts';

export interface SpeakerEffectDeps {
  conversations: Pick<ConversationStore, 'find'> & Pick<SpeakerStore, 'changeSpeaker'>;
  appender: Pick<Appender, 'appendUnder'>;
  folds: Pick<Folds, 'changed'>;
}

export interface WaitEffectDeps extends SpeakerEffectDeps {
  conversations: SpeakerEffectDeps['conversations'] & Pick<AnswersDue, 'settleAnswer'>;
  folds: Pick<Folds, 'changed' | 'answered'>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
  closedNow: ClosedNow;
}

/** Reasons that are the visitor's own doing: only these are told in the visitor's log. The others are for the team alone. */
const ownDoing: ReadonlySet<WaitReason> = new Set(['asked-for-person', 'opted-out', 'goodbye', 'changed-mind']);

/** After these nobody is awaited anymore. */
const endsWait: ReadonlySet<WaitReason> = new Set(['opted-out', 'changed-mind']);

/**
 * Says in the log that the bot has nothing more to say, before it falls silent. Does nothing when a person speaks by now, or when it
 * waits already; but an opt-out, or a change of mind, overrides a pending request for a person, and any wait one that nobody owes an answer
 * to. A talk that rests on for the same reason gets no line: messages written meanwhile are settled.
 */
export async function wait(
  deps: WaitEffectDeps,
  running: Running,
  effect: Effect & { kind: 'wait' },
  index: number,
): Promise<void> {
  const { place, turn, conversation } = running;
  const rested = conversation.mode === 'waiting' && conversation.fence === turn.fence ? conversation.wait : null;
  const isResting = rested !== null && restfulReasons.has(rested.reason);
  if (isResting && rested.reason === effect.reason) {
    await deps.conversations.settleAnswer(place.tenantId, place.conversationId, turn.throughSeq);
    deps.folds.answered(place.conversationId, turn.throughSeq);
    return;
  }
  const willRest = restfulReasons.has(effect.reason);
  const closed = willRest ? null : await deps.closedNow(place.tenantId);
  const since = conversation.unansweredSince ?? deps.clock.now();
  // A reply that was held back: the note of this turn has it.
  const isHeld = turn.effects.some((one) => one.kind === 'note' && one.held !== undefined);
  if (!willRest) await lookAtWait(deps, place, since);
  const changed = await deps.conversations.changeSpeaker(
    place.tenantId,
    place.conversationId,
    {
      mode: 'waiting',
      pausedUntil: null,
      wait: { reason: effect.reason, since },
      review: isHeld ? { since } : null,
      // The clock runs only while somebody owes an answer.
      unanswered: willRest ? null : since,
    },
    { modes: isResting || endsWait.has(effect.reason) ? ['bot', 'waiting'] : ['bot'], fence: running.fence },
  );
  if (changed !== null) deps.folds.changed(place.conversationId);
  const found = changed?.after ?? (await deps.conversations.find(place.tenantId, place.conversationId));
  // One above the turn's fence: the change was made and the line not yet written when a crash came between.
  if (found === null || (changed === null && (found.mode !== 'waiting' || found.fence !== turn.fence + 1))) return;
  running.fence = found.fence;
  await deps.appender.appendUnder(
    place,
    {
      type: 'conversation-changed',
      data: waitingFor(closed, owedOf(found).kind, ownDoing.has(effect.reason) ? effect.reason : undefined),
      actor: botActor,
      onceKey: onceKeyOf(turn, index),
    },
    running.fence,
  );
  await sayClosed(deps, found, closed, running.fence);
}
