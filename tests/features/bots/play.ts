import { loadReader } from '../../../src/app/loadReader.ts';
import { firstState } from '../../../src/features/bots/state/firstState.ts';
import type { BotEvent, BotState, Effect, StepResult } from '../../../src/features/bots/state/protocol.ts';
import { step } from '../../../src/features/bots/step.ts';
import type { Pack } from '../../../src/features/packs/model.ts';
import { texasLaw } from '../../../src/features/packs/texas.ts';
import { knownFrom } from '../../../src/features/turns/knownFacts.ts';
import type { RecordedTurn } from '../../../src/features/turns/replayTurns.ts';

const read = loadReader();

export const at = '2026-11-21T15:00:00.000Z';
const { showing: _, ...law } = texasLaw;
export const pack: Pack = {
  version: 'test-1',
  brokerage: 'Barton Ridge Realty',
  assistant: 'Jorge',
  timeZone: 'America/Chicago',
  areas: ['Hyde Park', 'East Austin', 'RC'],
  // Of a market without a law of showings: that has tests of its own.
  law,
};

/** A conversation played against `step`, each state through JSON, as the store would keep it. */
export function conversation(start: BotState = firstState(), given: Pack = pack) {
  let state = start;
  let nowMs = Date.parse(at);
  let seq = 0;
  const results: StepResult[] = [];
  const recorded: RecordedTurn[] = [];
  const happen = (...happened: BotEvent[]): StepResult => {
    const first = results.length === 0 ? { language: state.language } : {};
    const event = { at: new Date(nowMs).toISOString(), ...first, happened };
    const result = step(state, event, given);
    state = JSON.parse(JSON.stringify(result.state)) as BotState;
    results.push(result);
    recorded.push(
      JSON.parse(
        JSON.stringify({
          turnNo: results.length,
          event,
          knew: knownFrom(given, recorded.at(-1)?.knew),
          stateAfter: state,
          effects: result.effects,
          versions: { bot: state.version, pack: given.version },
        }),
      ) as RecordedTurn,
    );
    return result;
  };
  /** A message as a turn hands it on, after the reading that the offline reader makes of it. */
  const message = (said: { text: string; choiceId?: string }): BotEvent[] => {
    seq += 1;
    const language = state.language.startsWith('es') ? 'es' : 'en';
    const reading = read(said, { asked: state.asked?.question ?? null, language });
    return [
      { kind: 'understood', of: seq, by: 'offline', reading, facts: [] },
      { kind: 'visitor-message', seq, log: 'public:c', ...said },
    ];
  };
  return {
    happen,
    /** Lets time pass. */
    later: (ms: number) => {
      nowMs += ms;
    },
    visitor: (...texts: string[]) => happen(...texts.flatMap((text) => message({ text }))),
    choose: (choiceId: string, text: string) => happen(...message({ text, choiceId })),
    agent: (text: string) => happen({ kind: 'agent-message', seq: ++seq, text }),
    mode: (mode: BotState['mode'], by: 'visitor' | 'staff' | 'bot' | 'system') =>
      happen({ kind: 'mode-changed', seq: ++seq, mode, by }),
    get state() {
      return state;
    },
    results,
    /** Its turns as a store would give them back. */
    recorded,
  };
}

export const replyOf = (result: StepResult): Extract<Effect, { kind: 'reply' }> | undefined =>
  result.effects.find((effect) => effect.kind === 'reply');
export const textOf = (result: StepResult): string =>
  (replyOf(result)?.parts ?? [])
    .map((part) =>
      part.kind === 'text' ? part.text : part.kind === 'homes' ? `[homes: ${part.search.why}]` : `[${part.question}]`,
    )
    .join(' ');
export const kindsOf = (result: StepResult): string[] => result.effects.map(({ kind }) => kind);
export const answerIn = (state: BotState, slot: string): unknown =>
  state.slots[slot]?.state === 'answered' ? state.slots[slot]?.value : undefined;
