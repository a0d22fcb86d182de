import { type BotName, bots } from '../../contract/values.ts';
import type { Logger } from '../../kernel/observe.ts';
import { optOutAlone } from '../bots/policy/optOut.ts';
import { migrateState } from '../bots/state/migrateState.ts';
import type { BotState, Effect, Step, StepInput, StepResult } from '../bots/state/protocol.ts';
import type { Pack } from '../packs/model.ts';
import type { Turn } from './model.ts';

interface StepParts {
  step: Step;
  firstState(language: string): BotState;
  log: Logger;
}

/** The state to go on from, also where an older version kept it. */
export function stateBefore(parts: Pick<StepParts, 'firstState'>, last: Turn | null, language: string): BotState {
  const first = parts.firstState(language);
  return last === null ? first : migrateState(last.stateAfter, first);
}

/** `failed`: the bot that could not take its turn. */
type TakenStep = StepResult & { failed: BotName | null };

/**
 * The bot's step. If it throws, it would throw again on the same words for ever, and nobody would answer. Where another bot was about to
 * take over, the one that has the talk goes on without it. Otherwise the conversation waits for a person, the team is told, and an
 * opt-out among the words holds all the same.
 */
export function takeStep(
  parts: Pick<StepParts, 'step' | 'log'>,
  before: BotState,
  input: StepInput,
  pack: Pack,
): TakenStep {
  try {
    return { ...parts.step(before, input, pack), failed: null };
  } catch (err) {
    parts.log.error('a bot failed on a message', { err, bot: before.bot, at: before.at });
    return withoutHandOver(parts, before, input, pack) ?? waitForPerson(before, input);
  }
}

/** The same step while no bot takes anything over; null when it was not for that. */
function withoutHandOver(
  parts: Pick<StepParts, 'step'>,
  before: BotState,
  input: StepInput,
  pack: Pack,
): TakenStep | null {
  const shifts = pack.handoffs?.shifts ?? {};
  try {
    const { state, effects, summary } = parts.step(before, input, { ...pack, handoffs: { unwell: bots, shifts } });
    const to = state.deferred?.to;
    if (to === undefined || state.deferred?.times === before.deferred?.times) return null;
    const outcome: Effect = { kind: 'handoff-outcome', from: before.bot, to, at: input.at, outcome: 'failed' };
    return { state, effects: [...effects, outcome], summary, failed: to };
  } catch {
    // The first failure is in the log, and this is the same again.
    return null;
  }
}

function waitForPerson(before: BotState, input: StepInput): TakenStep {
  const changes = input.happened.filter((one) => one.kind === 'mode-changed');
  const mode = changes.at(-1)?.mode ?? before.mode;
  const out = optOutAlone(before, input.happened);
  const effects: Effect[] =
    mode !== 'bot'
      ? out
      : [
          ...out,
          { kind: 'wait', reason: 'bot-failed' },
          { kind: 'alert', alert: 'bot-failed', reason: 'Jorge is stuck in this conversation', priority: 1 },
          { kind: 'flag', flag: 'bot-failed', reason: 'Jorge is stuck' },
        ];
  return {
    state: {
      ...before,
      mode: mode === 'bot' ? 'waiting' : mode,
      ...(out.length > 0 ? { ended: 'opted-out' as const, at: 'OPTED_OUT' as const } : {}),
    },
    effects,
    summary: { from: before.at, to: before.at, questionsAnswered: 0, rules: [] },
    failed: before.bot,
  };
}
