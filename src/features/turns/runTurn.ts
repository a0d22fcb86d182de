import type { EntryData } from '../../contract/log/entry.ts';
import type { LogKind } from '../../contract/log/logs.ts';
import type { FlagChange } from '../../contract/log/parts.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { idFrom } from '../../kernel/ids.ts';
import { type HeldLease, holdLease, type Leases } from '../../kernel/leases.ts';
import type { Logger, Meter } from '../../kernel/observe.ts';
import type { BotEvent, BotState, Effect, Step, StepResult } from '../bots/state/protocol.ts';
import { flagOf } from '../conversations/board/flagOf.ts';
import type { Folds, SeenSeqs } from '../conversations/log/folds.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { Conversation } from '../conversations/model.ts';
import type { EntryStore } from '../conversations/ports.ts';
import { holdOf } from '../conversations/speaker/holdBot.ts';
import type { Pack } from '../packs/model.ts';
import { turnDueAt } from './burst.ts';
import { noteOutcome, type OutcomeDeps } from './effects/handoffOutcome.ts';
import { knownFrom } from './knownFacts.ts';
import type { Turn } from './model.ts';
import type { ModelReadings } from './modelReadings.ts';
import type { NewestTurns } from './newestTurns.ts';
import { readUnconsumed } from './readUnconsumed.ts';
import { spokeIn, stateHeard } from './spokeIn.ts';
import { stateBefore, takeStep } from './takeStep.ts';
import { tellInsight } from './tellInsight.ts';
import { type FactFinder, type HomeFinder, type Reader, understandMessages } from './understandMessages.ts';
import type { BotHealthWatch } from './watchBotHealth.ts';

/** The dependencies of a turn. */
export interface TurnDeps extends OutcomeDeps {
  entries: Pick<EntryStore, 'settleOwed' | 'postponeOwed'>;
  folds: Pick<Folds, 'read' | 'find' | 'catchUp' | 'entries'>;
  turns: Pick<NewestTurns, 'newest' | 'insert' | 'remove' | 'forget'>;
  /** Takes out of the turns what was said in calls whose words were erased. */
  forgetSpoken(conversation: Conversation): Promise<void>;
  botHealth: Pick<BotHealthWatch, 'note'>;
  leases: Leases;
  step: Step;
  firstState(language: string): BotState;
  reader: Reader;
  modelReadings: Pick<ModelReadings, 'of'>;
  factsFor: FactFinder;
  homeNamed: HomeFinder;
  /** Resolves in a pass of the event loop of its own, so that sockets are read between two pieces of work. */
  ownPass(): Promise<void>;
  /** Keeps a question that nobody has written an answer down for. */
  noteUnanswered(tenantId: string, conversationId: string, question: string): Promise<void>;
  packOf(conversation: Conversation): Promise<Pack>;
  /** The knowledge of the visitor from before; null when nothing is. */
  recall(conversation: Conversation): Promise<BotEvent | null>;
  /** Whether what a person prefers may be used. */
  adaptsTo(tenantId: string, leadId: string): Promise<boolean>;
  /** `isNew`: nobody can have begun to carry it out. */
  runEffects(conversation: Conversation, turn: Turn, pack: Pack, isNew: boolean): Promise<void>;
  clock: Clock;
  log: Logger;
  meter: Meter;
}

/** Time within which a bot that took over must give its first answer. */
const firstAnswerMs = 60_000;
const leaseMs = 5000;
const renewEveryMs = 1500;
const tryAgainMs = 1000;
/** How many turns one call may take before it leaves the rest to the next. */
const turnsPerRun = 20;

/**
 * Brings a conversation up to date: finishes what an earlier turn left undone, then takes turns until nothing is left that
 * calls for one, and settles what was owed to the entries that it read. Safe on any number of nodes at once: the lease makes it one,
 * the turn's number and the fence keep it right when a lease is lost. When to look again, in ms since the epoch; null: not before
 * something is written. `seen`: the numbers up to which the logs must have been read; a log that this node holds so far is not read
 * again, one that it names no number for is.
 */
export async function runTurn(
  parts: TurnDeps,
  tenantId: string,
  conversationId: string,
  seen: SeenSeqs = {},
): Promise<number | null> {
  const lease = await parts.leases.take(`turn:${conversationId}`, leaseMs);
  // Another node has it: by the time its lease would end, it has read this too, or died.
  if (lease === null) return parts.clock.now() + leaseMs;
  const { isHeld, letGo } = holdLease(parts, lease, renewEveryMs);
  try {
    for (let taken = 0; taken < turnsPerRun && isHeld(); taken += 1) {
      const conversation = await parts.folds.read(tenantId, conversationId);
      if (conversation === null) return null;
      const outcome = await takeTurn({ ...parts, isHeld }, conversation, seen);
      if ('againAt' in outcome) return outcome.againAt;
      await parts.entries.settleOwed(conversationId, outcome.through);
      if (!outcome.mayBeMore) return null;
    }
    return parts.clock.now();
  } finally {
    await letGo();
  }
}

type Outcome = { againAt: number } | { through: Record<LogKind, number>; mayBeMore: boolean };

/** One turn, if there is anything to read whose time has come. */
async function takeTurn(
  parts: TurnDeps & Pick<HeldLease, 'isHeld'>,
  conversation: Conversation,
  seen: SeenSeqs,
): Promise<Outcome> {
  /** Another node has the lease by now, and takes the turn. */
  const lost = (): Outcome => ({ againAt: parts.clock.now() + tryAgainMs });
  if (conversation.mode === 'closed') parts.turns.forget(conversation.id);
  const pack = await parts.packOf(conversation);
  let last = await parts.turns.newest(conversation.id);
  if (last !== null && last.done.length < last.effects.length) {
    await carryOut(parts, conversation, last, pack, false);
    // The question of a reply that was written just now is in it.
    last = await parts.turns.newest(conversation.id);
  }
  // A line that says who speaks must have been read before anything is said under its fence.
  await parts.folds.catchUp(conversation.id, conversation.fence === last?.fence ? seen : {});
  const read = await readUnconsumed(parts.folds.entries, conversation.id, last);
  const { happened, throughSeq, throughInternalSeq } = read;
  if (happened.some(({ kind }) => kind === 'words-erased')) {
    await parts.forgetSpoken(conversation);
    parts.turns.forget(conversation.id);
    last = await parts.turns.newest(conversation.id);
  }
  const outcome = { through: { public: throughSeq, internal: throughInternalSeq }, mayBeMore: read.isFull };
  const dueAt = turnDueAt(read.calling, parts.clock.now());
  if (dueAt === null) return outcome;
  if (dueAt > parts.clock.now()) return { againAt: dueAt };
  const hold = holdOf(conversation, parts.clock.now());
  if (hold !== null) {
    // Until then nobody has to look for it.
    await parts.entries.postponeOwed(conversation.id, hold.until + leaseMs);
    return { againAt: hold.until };
  }
  const before = stateBefore(parts, last, conversation.language);
  const heard = stateHeard(before, last);
  const spoke = spokeIn(last);
  // As it stands after the log: an answer to a line there stands under the fence of that line, or of a later one.
  const now = (await parts.folds.find(conversation.tenantId, conversation.id)) ?? conversation;
  const startedAt = parts.clock.now();
  const known = last === null ? await parts.recall(now) : null;
  if (!parts.isHeld()) return lost();
  const byModel = await parts.modelReadings.of({ conversation: now, pack, last, before: heard, happened });
  const understood = await understandMessages(parts, conversation.tenantId, happened, heard, byModel);
  const input = {
    at: isoOf(startedAt),
    ...(last === null ? { language: before.language } : {}),
    happened: [spoke, known].filter((one) => one !== null).concat(understood.happened),
  };
  if (!parts.isHeld()) return lost();
  const { state, effects, summary, failed } = takeStep(parts, before, input, pack);
  const turnNo = (last?.turnNo ?? 0) + 1;
  const insight = tellInsight(last?.told ?? null, { conversationId: conversation.id, state }, startedAt);
  const turn: Turn = {
    id: idFrom('turn', conversation.id, turnNo),
    tenantId: conversation.tenantId,
    conversationId: conversation.id,
    turnNo,
    throughSeq,
    throughInternalSeq,
    fence: now.fence,
    event: input,
    knew: knownFrom(pack, last?.knew),
    rules: summary.rules,
    stateAfter: state,
    effects: [
      ...(effects.length === 0 ? [] : [{ kind: 'record' as const, data: recordOf(turnNo, state, effects, summary) }]),
      ...insight.effects,
      ...effects,
    ],
    done: [],
    ...(insight.told === null ? {} : { told: insight.told }),
    versions: { bot: state.version, pack: pack.version },
    at: startedAt,
  };
  // Another node was quicker: the next look sees what it left.
  if (!(await parts.turns.insert(turn))) return { againAt: parts.clock.now() + tryAgainMs };
  // Words that were deleted since this turn began to read them are in it again: the deletion marks the conversation first, so
  // either they remove this turn or the mark is seen here.
  const stored = await parts.folds.read(conversation.tenantId, conversation.id);
  if (stored === null || isErased(stored)) {
    await parts.turns.remove(conversation.id);
    return { ...outcome, mayBeMore: false };
  }
  for (const question of understood.unanswered)
    await parts
      .noteUnanswered(conversation.tenantId, conversation.id, question)
      .catch((err: unknown) => parts.log.warn('a question without an answer was not kept', { err }));
  parts.meter.count('hub_turns_total', { bot: state.bot });
  if (failed !== null) parts.botHealth.note(failed, 'failed');
  await carryOut(parts, now, turn, pack, true);
  parts.meter.observe('hub_turn_seconds', (parts.clock.now() - startedAt) / 1000, { bot: state.bot });
  return outcome;
}

/** Does what the turn asked for, and notes how long its reply took, or that it failed. */
async function carryOut(
  parts: TurnDeps,
  conversation: Conversation,
  turn: Turn,
  pack: Pack,
  isNew: boolean,
): Promise<void> {
  const { bot } = turn.stateAfter;
  const replies = turn.effects.some(({ kind }, index) => kind === 'reply' && !turn.done.includes(index));
  try {
    await parts.runEffects(conversation, turn, pack, isNew);
  } catch (err) {
    if (replies) parts.botHealth.note(bot, 'failed');
    throw err;
  }
  if (!replies) return;
  const ms = parts.clock.now() - turn.at;
  parts.botHealth.note(bot, { ms });
  const handed = turn.stateAfter.handoffs.at(-1);
  // A late first answer is recorded only: it is said by now, and going back would say it twice.
  if (ms > firstAnswerMs && handed?.at === turn.event.at && !handed.byStaff)
    await noteOutcome(parts, { tenantId: turn.tenantId, conversationId: turn.conversationId }, handed, 'timeout');
}

/** The visitor's own request came first and says what it is about: the bot's words for it say less. */
function flagChangeOf(effect: Effect): FlagChange[] {
  if (effect.kind === 'unflag') return [{ drop: effect.flag }];
  if (effect.kind !== 'flag') return [];
  const change = flagOf(effect.flag, effect.reason);
  return [effect.flag === 'asked-for-person' ? { ...change, keepFirst: true } : change];
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
    flags: effects.flatMap(flagChangeOf),
  };
}
