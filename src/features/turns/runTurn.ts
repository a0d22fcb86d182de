import type { EntryData } from '../../contract/entries.ts';
import type { Mode } from '../../contract/values.ts';
import { isoOf } from '../../kernel/clock.ts';
import { idFrom } from '../../kernel/ids.ts';
import { holdLease, type Leases } from '../../kernel/leases.ts';
import type { Logger, Meter } from '../../kernel/observe.ts';
import type { BotState, Effect, Happening, Step, StepResult } from '../bots/protocol.ts';
import { holdOf } from '../conversations/holdBot.ts';
import type { Conversation } from '../conversations/model.ts';
import type { ConversationParts } from '../conversations/parts.ts';
import type { Pack } from '../packs/model.ts';
import type { AppointmentParts } from './appointmentLines.ts';
import { noteOutcome } from './effects/handoffOutcome.ts';
import { knownFrom } from './knownFacts.ts';
import { mendSpeaker } from './mendSpeaker.ts';
import type { Turn } from './model.ts';
import type { ModelReadings } from './modelReadings.ts';
import type { HandoffOutcomeStore, TurnStore } from './ports.ts';
import { readHappenings } from './readHappenings.ts';
import { stateBefore, takeStep } from './takeStep.ts';
import { type FactFinder, type Reader, understandMessages } from './understandMessages.ts';
import type { BotWatch } from './watchBots.ts';

export interface TurnParts extends ConversationParts, AppointmentParts {
  turns: TurnStore;
  outcomes: HandoffOutcomeStore;
  botWatch: Pick<BotWatch, 'note'>;
  leases: Leases;
  step: Step;
  firstState(language: string): BotState;
  reader: Reader;
  modelReadings: ModelReadings;
  factsFor: FactFinder;
  /** Keeps a question that nobody has written an answer down for. */
  noteUnanswered(tenantId: string, conversationId: string, question: string): Promise<void>;
  packOf(conversation: Conversation): Promise<Pack>;
  /** What is known of the visitor from before; null when nothing is. */
  recall(conversation: Conversation): Promise<Happening | null>;
  runEffects(conversation: Conversation, turn: Turn, pack: Pack): Promise<void>;
  log: Logger;
  meter: Meter;
}

/** So soon the bot that took over has given its first answer. */
const firstAnswerMs = 60_000;
const leaseMs = 5000;
const renewEveryMs = 1500;
const tryAgainMs = 1000;
const longestPauseMs = 10_000;
/** How many turns one call may take before it leaves the rest to the next mark. */
const turnsPerRun = 20;

/**
 * Brings a conversation up to date: finishes what an earlier turn left undone, then takes turns until nothing is left that
 * no turn has consumed, then clears the due mark it saw. Safe on any number of nodes at once: the lease makes it one, the
 * turn's number and the fence keep it right when a lease is lost. Returns when the next mark is due, or null.
 */
export async function runTurn(parts: TurnParts, tenantId: string, conversationId: string): Promise<number | null> {
  const lease = await parts.leases.take(`turn:${conversationId}`, leaseMs);
  if (lease === null) return null;
  const letGo = holdLease(parts, lease, renewEveryMs);
  let lookedAgain = false;
  let since = parts.clock.now();
  try {
    for (let taken = 0; taken < turnsPerRun; taken += 1) {
      const conversation = await parts.conversations.find(tenantId, conversationId);
      if (conversation === null) return null;
      const { due } = conversation;
      if (due !== null && due.at > parts.clock.now()) return due.at;
      since = due?.since ?? since;
      const mode = await takeTurn(parts, conversation);
      if (typeof mode === 'number') return mode;
      if (mode === null) return parts.clock.now() + tryAgainMs;
      if (mode !== conversation.mode) {
        if (!(await mendSpeaker(parts, { tenantId, conversationId }))) return parts.clock.now() + tryAgainMs;
        // The line that says who speaks is there by now, and may have come after the log was read.
        if (!lookedAgain) {
          lookedAgain = true;
          continue;
        }
      }
      if (await parts.conversations.clearDue(conversationId, conversation.dueCount)) return null;
    }
    return parts.clock.now();
  } catch (failure) {
    // What fails again and again is tried ever less often, so that it does not stand in the way of the others.
    const age = parts.clock.now() - since;
    const at = parts.clock.now() + Math.min(longestPauseMs, Math.max(tryAgainMs, age));
    await parts.conversations
      .postponeDue(conversationId, at)
      .catch((err: unknown) => parts.log.warn('a due mark could not be postponed', { err }));
    throw failure;
  } finally {
    await letGo();
  }
}

/**
 * One turn, if there is anything to read. Who speaks, as far as the bot knows; null when another node took the turn; until
 * when the bot is held back where a person is writing.
 */
async function takeTurn(parts: TurnParts, conversation: Conversation): Promise<Mode | number | null> {
  const pack = await parts.packOf(conversation);
  const last = await parts.turns.newest(conversation.id);
  if (last !== null && last.done.length < last.effects.length) await carryOut(parts, conversation, last, pack);
  const hold = holdOf(conversation, parts.clock.now());
  if (hold !== null) return hold.until;
  const { happened, throughSeq, throughInternalSeq } = await readHappenings(parts.entries, conversation.id, last);
  const before = stateBefore(parts, last, conversation.board.language);
  if (happened.length === 0) return before.mode;
  // Read after the log: what is said in answer to a line there stands under the fence of that line, or of a later one.
  const now = (await parts.conversations.find(conversation.tenantId, conversation.id)) ?? conversation;
  const startedAt = parts.clock.now();
  const known = last === null ? await parts.recall(now) : null;
  const byModel = await parts.modelReadings.of({ conversation: now, pack, last, before, happened });
  const understood = await understandMessages(parts, conversation.tenantId, happened, before, byModel);
  const event = {
    at: isoOf(startedAt),
    happened: known === null ? understood.happened : [known, ...understood.happened],
  };
  const { state, effects, summary, failed } = takeStep(parts, before, event, pack);
  const turnNo = (last?.turnNo ?? 0) + 1;
  const turn: Turn = {
    id: idFrom('turn', conversation.id, turnNo),
    tenantId: conversation.tenantId,
    conversationId: conversation.id,
    turnNo,
    throughSeq,
    throughInternalSeq,
    fence: now.fence,
    event,
    knew: knownFrom(pack, last?.knew),
    rules: summary.rules,
    stateAfter: state,
    effects:
      effects.length === 0 ? [] : [{ kind: 'record', data: recordOf(turnNo, state, effects, summary) }, ...effects],
    done: [],
    versions: { bot: state.version, pack: pack.version },
    at: startedAt,
  };
  if (!(await parts.turns.insert(turn))) return null;
  for (const question of understood.unanswered)
    await parts
      .noteUnanswered(conversation.tenantId, conversation.id, question)
      .catch((err: unknown) => parts.log.warn('a question without an answer was not kept', { err }));
  parts.meter.count('hub_turns_total', { bot: state.bot });
  if (failed !== null) parts.botWatch.note(failed, 'failed');
  await carryOut(parts, now, turn, pack);
  parts.meter.observe('hub_turn_seconds', (parts.clock.now() - startedAt) / 1000, { bot: state.bot });
  return state.mode;
}

/** Does what the turn asked for, and notes how long its reply took, or that it failed. */
async function carryOut(parts: TurnParts, conversation: Conversation, turn: Turn, pack: Pack): Promise<void> {
  const { bot } = turn.stateAfter;
  const replies = turn.effects.some(({ kind }, index) => kind === 'reply' && !turn.done.includes(index));
  try {
    await parts.runEffects(conversation, turn, pack);
  } catch (err) {
    if (replies) parts.botWatch.note(bot, 'failed');
    throw err;
  }
  if (!replies) return;
  const ms = parts.clock.now() - turn.at;
  parts.botWatch.note(bot, { ms });
  const handed = turn.stateAfter.handoffs.at(-1);
  // What is late was decided with the hand-over and is said by now: going back would only say it twice.
  if (ms > firstAnswerMs && handed?.at === turn.event.at && !handed.byStaff)
    await noteOutcome(parts, { tenantId: turn.tenantId, conversationId: turn.conversationId }, handed, 'timeout');
}

function recordOf(
  turnNo: number,
  state: BotState,
  effects: readonly Effect[],
  summary: StepResult['summary'],
): EntryData<'bot-turn'> {
  return {
    turnNo,
    bot: state.bot,
    from: summary.from,
    to: summary.to,
    questionsAnswered: summary.questionsAnswered,
    ...(summary.nextQuestion === undefined ? {} : { nextQuestion: summary.nextQuestion }),
    effects: effects.map((effect) => effect.kind),
  };
}
