import { assertNever } from '../../kernel/assertNever.ts';
import type { AlertDeps } from '../conversations/board/raiseAlert.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { Conversation } from '../conversations/model.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import type { Pack } from '../packs/model.ts';
import {
  type AppointmentDeps,
  book,
  cancelAppointment,
  dropReminders,
  findFreeTimes,
  offerSlots,
} from './effects/appointment.ts';
import { handoffOutcome, type OutcomeDeps } from './effects/handoffOutcome.ts';
import { showCards } from './effects/homes.ts';
import { alert, handoff, insight, note, qualification, record, score } from './effects/note.ts';
import { consent, deletionRequest, lift, type PersonDeps, suppress, tag } from './effects/person.ts';
import { type ReplyDeps, reply } from './effects/reply.ts';
import { resume } from './effects/resume.ts';
import type { Running } from './effects/running.ts';
import { wait } from './effects/wait.ts';
import type { Turn, TurnEffect } from './model.ts';
import type { TurnStore, Written } from './ports.ts';

/** The dependencies of the effects together. */
export type EffectDeps = ReplyDeps &
  AppointmentDeps &
  PersonDeps &
  AlertDeps &
  OutcomeDeps & { conversations: Pick<ConversationStore, 'changeLanguage'>; appender: Pick<Appender, 'appendAll'> };

/**
 * Carries out what a turn asked for and has not been done, in order, and marks it with one write at its end, or where something fails.
 * Anything may be done twice (a crash between doing and marking) and still happens once: every effect writes under its own key, and what
 * was said is found and not said again. `isNew`: nobody can have begun with it.
 */
export async function runEffects(
  deps: EffectDeps & { turns: Pick<TurnStore, 'markDone'> },
  conversation: Conversation,
  turn: Turn,
  pack: Pack,
  isNew: boolean,
): Promise<void> {
  const place = { tenantId: conversation.tenantId, conversationId: conversation.id };
  const isDone = new Set(turn.done);
  const done: number[] = [];
  const kept: { [part in keyof Required<Written>]: { [index: number]: NonNullable<Written[part]>[number] } } = {
    composed: {},
    spoken: {},
    factIds: {},
    askedAbout: {},
  };
  /** Done but for their lines. */
  let begun: number[] = [];
  /** Where the turn is. */
  let current = -1;
  const running: Running = {
    ...{ conversation, place, turn, pack, fence: turn.fence, isNew },
    lines: [],
    writeLines,
    writeLinesAhead,
  };
  async function writeLines(): Promise<void> {
    const lines = running.lines;
    running.lines = [];
    const doneWithThem = begun;
    begun = [];
    await deps.appender.appendAll(place, lines);
    done.push(...doneWithThem);
  }
  async function writeLinesAhead(): Promise<void> {
    for (const [index, effect] of turn.effects.entries()) {
      if (index <= current || isDone.has(index)) continue;
      if (effect.kind === 'reply' || !linesAlone.has(effect.kind)) break;
      isDone.add(index);
      await runEffect(deps, running, effect, index);
      begun.push(index);
    }
    await writeLines();
  }
  /** A reply writes the lines before it with its own; where it takes long they go ahead. */
  async function linesInTime<T>(act: () => Promise<T>): Promise<T> {
    const ahead: Promise<void>[] = [];
    const cancel = deps.clock.after(linesWithinMs, () => void ahead.push(writeLines()));
    try {
      return await act();
    } finally {
      cancel();
      await Promise.all(ahead);
    }
  }
  const marked = async (): Promise<void> => {
    if (done.length > 0) await deps.turns.markDone(turn, done, kept);
  };
  try {
    for (const [index, effect] of turn.effects.entries()) {
      if (isDone.has(index)) continue;
      current = index;
      if (effect.kind === 'reply') {
        const said = await linesInTime(() => reply(deps, running, effect, index));
        if (said?.written) kept[said.written.as][index] = said.written.acts;
        if (said && said.factIds.length > 0) kept.factIds[index] = said.factIds;
        if (said && said.askedAbout.length > 0) kept.askedAbout[index] = said.askedAbout;
      } else {
        if (!quick.has(effect.kind)) await writeLines();
        await runEffect(deps, running, effect, index);
      }
      begun.push(index);
    }
    await writeLines();
  } catch (failure) {
    await marked().catch((err: unknown) => deps.log.warn('effects that are done were not marked', { err }));
    throw failure;
  }
  await marked();
}

const linesWithinMs = 100;

/** The effects that do nothing but give the team a line, or nothing at all. */
const linesAlone: ReadonlySet<TurnEffect['kind']> = new Set(['insight', 'score', 'note', 'handoff', 'flag', 'unflag']);

/** Those that take no time, and do nothing that the team must not see before the lines of the effects before it; cards go with these. */
const quick: ReadonlySet<TurnEffect['kind']> = new Set([
  ...linesAlone,
  'record',
  'qualification',
  'tag',
  'listing-cards',
]);

async function runEffect(
  deps: EffectDeps,
  running: Running,
  effect: Exclude<TurnEffect, { kind: 'reply' }>,
  index: number,
): Promise<void> {
  switch (effect.kind) {
    case 'record':
      return record(deps, running, effect, index);
    case 'insight':
      return insight(running, effect, index);
    case 'wait':
      return wait(deps, running, effect, index);
    case 'qualification':
      return qualification(deps, running, effect, index);
    case 'score':
      return score(running, effect, index);
    case 'alert':
      return alert(deps, running, effect, index);
    case 'listing-cards':
      return showCards(deps, running, effect, index);
    case 'note':
      return note(running, effect, index);
    case 'handoff':
      return handoff(running, effect, index);
    case 'handoff-outcome':
      return handoffOutcome(deps, running, effect);
    case 'flag':
    case 'unflag':
      // Told with the line of the turn.
      return;
    case 'suppress':
      return suppress(deps, running, effect, index);
    case 'lift':
      return lift(deps, running, effect, index);
    case 'resume':
      return resume(deps, running, effect, index);
    case 'consent':
      return consent(deps, running, effect, index);
    case 'deletion-request':
      return deletionRequest(deps, running, effect, index);
    case 'find-times':
      return findFreeTimes(deps, running, effect, index);
    case 'offer-slots':
      return offerSlots(deps, running, effect, index);
    case 'book':
      return book(deps, running, effect, index);
    case 'cancel-appointment':
      return cancelAppointment(deps, running, effect);
    case 'drop-reminders':
      return dropReminders(deps, running, effect);
    case 'tag':
      return tag(deps, running, effect);
    default:
      return assertNever(effect);
  }
}
