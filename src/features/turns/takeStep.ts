import type { Logger } from '../../kernel/observe.ts';
import type { BotEvent, BotState, Effect, Step, StepResult } from '../bots/protocol.ts';
import type { Pack } from '../packs/model.ts';
import type { Turn } from './model.ts';

interface StepParts {
  step: Step;
  firstState(language: string): BotState;
  log: Logger;
}

/** The state to go on from. What an older version did not keep yet begins as in a new conversation. */
export function stateBefore(parts: StepParts, last: Turn | null, language: string): BotState {
  const first = parts.firstState(language);
  return last === null ? first : { ...first, ...last.stateAfter, version: first.version };
}

/**
 * The bot's step. One that throws would throw again on the same words for ever, and nobody would answer: the conversation
 * then waits for a person, and the team is told.
 */
export function takeStep(
  parts: Pick<StepParts, 'step' | 'log'>,
  before: BotState,
  event: BotEvent,
  pack: Pack,
): StepResult {
  try {
    return parts.step(before, event, pack);
  } catch (err) {
    parts.log.error('a bot failed on what was said', { err, bot: before.bot, at: before.at });
    const changes = event.happened.filter((one) => one.kind === 'mode-changed');
    const mode = changes.at(-1)?.mode ?? before.mode;
    const effects: Effect[] =
      mode !== 'bot'
        ? []
        : [
            { kind: 'wait', reason: 'bot-failed' },
            { kind: 'alert', alert: 'bot-failed', reason: 'Jorge could not go on with this conversation', priority: 1 },
            { kind: 'flag', flag: 'bot-failed', reason: 'Jorge could not go on' },
          ];
    return {
      state: { ...before, mode: mode === 'bot' ? 'waiting' : mode },
      effects,
      summary: { from: before.at, to: before.at, questionsAnswered: 0, temperature: before.temperature },
    };
  }
}
