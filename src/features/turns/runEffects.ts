import { assertNever } from '../../kernel/assertNever.ts';
import { changeBoard } from '../conversations/changeBoard.ts';
import type { Conversation } from '../conversations/model.ts';
import type { Pack } from '../packs/model.ts';
import { book, cancelAppointment, dropReminders, findFreeTimes, offerSlots } from './effects/appointment.ts';
import { handoffOutcome } from './effects/handoffOutcome.ts';
import { showCards } from './effects/homes.ts';
import { alert, changeFlag, handoff, note, qualification, record, score } from './effects/note.ts';
import { type EffectParts, type Running, takeBoard } from './effects/parts.ts';
import { consent, deletionRequest, lift, suppress } from './effects/person.ts';
import { reply } from './effects/reply.ts';
import { resume } from './effects/resume.ts';
import { wait } from './effects/wait.ts';
import type { Turn, TurnEffect } from './model.ts';
import type { TurnStore } from './ports.ts';

/**
 * Carries out what a turn asked for and has not been done, in order, and marks it. Anything may be done twice (a crash
 * between doing and marking) and still happens once: every effect writes under its own key. What was said is marked at
 * once, because a second try would be seen on the visitor's screen; the rest together, because a mark is a write.
 */
export async function runEffects(
  parts: EffectParts & { turns: TurnStore },
  conversation: Conversation,
  turn: Turn,
  pack: Pack,
): Promise<void> {
  const running: Running = {
    conversation,
    place: { tenantId: conversation.tenantId, conversationId: conversation.id },
    turn,
    pack,
    fence: turn.fence,
    board: {},
  };
  const done = new Set(turn.done);
  let unmarked: number[] = [];
  for (const [index, effect] of turn.effects.entries()) {
    if (done.has(index)) continue;
    unmarked.push(index);
    if (effect.kind !== 'reply') {
      await runEffect(parts, running, effect, index);
      continue;
    }
    const acts = await reply(parts, running, effect, index);
    await parts.turns.markDone(turn.id, unmarked, acts.length === 0 ? undefined : { index, acts });
    unmarked = [];
  }
  const board = takeBoard(running);
  if (Object.keys(board).length > 0) await changeBoard(parts, running.place, board);
  if (unmarked.length > 0) await parts.turns.markDone(turn.id, unmarked);
}

async function runEffect(
  parts: EffectParts,
  running: Running,
  effect: Exclude<TurnEffect, { kind: 'reply' }>,
  index: number,
): Promise<void> {
  switch (effect.kind) {
    case 'record':
      return record(parts, running, effect, index);
    case 'wait':
      return wait(parts, running, effect, index);
    case 'qualification':
      return qualification(parts, running, effect, index);
    case 'score':
      return score(parts, running, effect, index);
    case 'alert':
      return alert(parts, running, effect, index);
    case 'listing-cards':
      return showCards(parts, running, effect, index);
    case 'note':
      return note(parts, running, effect, index);
    case 'handoff':
      return handoff(parts, running, effect, index);
    case 'handoff-outcome':
      return handoffOutcome(parts, running, effect);
    case 'flag':
    case 'unflag':
      return changeFlag(parts, running, effect);
    case 'suppress':
      return suppress(parts, running, effect, index);
    case 'lift':
      return lift(parts, running, effect);
    case 'resume':
      return resume(parts, running, effect, index);
    case 'consent':
      return consent(parts, running, effect, index);
    case 'deletion-request':
      return deletionRequest(parts, running, effect, index);
    case 'find-times':
      return findFreeTimes(parts, running, effect, index);
    case 'offer-slots':
      return offerSlots(parts, running, effect, index);
    case 'book':
      return book(parts, running, effect, index);
    case 'cancel-appointment':
      return cancelAppointment(parts, running, effect);
    case 'drop-reminders':
      return dropReminders(parts, running, effect);
    case 'tag':
      // Tags are for the CRM, which no adapter speaks to yet: they are kept in the turn.
      return;
    default:
      return assertNever(effect);
  }
}
