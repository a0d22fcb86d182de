import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { botVersion, firstState } from '../../../src/features/bots/state/firstState.ts';
import type { BotState, Step, StepInput } from '../../../src/features/bots/state/protocol.ts';
import { step } from '../../../src/features/bots/step.ts';
import { knownFrom } from '../../../src/features/turns/knownFacts.ts';
import { type RecordedTurn, replayTurns } from '../../../src/features/turns/replayTurns.ts';
import { at, pack } from '../bots/play.ts';

/** Whole talks of each bot, in both languages, with what else may come between. */
const journeys: readonly (readonly string[])[] = [
  ['hi', 'sell', 'a few months', 'afternoon', 'next Tuesday', '512-555-0101', 'thanks'],
  ["I'm looking to buy in Hyde Park", '500k', 'pre-approved', '3/2', 'by July', 'mornings', 'Saturday', 'a@b.example'],
  ['I want to sell my house', '12 Oak Street', 'relocating', 'yes', 'great condition', '650k', 'mornings', 'Monday'],
  ['hola, quiero vender mi casa', 'Calle Roble 12', 'nos mudamos', 'sí', 'está en buen estado', '600 mil'],
  [
    'I want to sell my house and buy another one',
    'sell first',
    '12 Oak Street',
    'downsizing',
    'no',
    'needs work',
    '400k',
  ],
  ['hi', "I don't know", 'no idea', 'not sure', "don't know", 'dunno', 'hello'],
  ['Can I see it on Saturday at 2 pm?', 'cancel', 'thanks', 'bye'],
  ['I want to sell my house', 'zillow says more', 'zillow says more', 'zillow says more', 'what commission?'],
  ['hi', 'are you a bot?', 'let me talk to a person', 'my budget is 400k', 'STOP', 'hello?'],
  ['I already have a realtor', 'yes, signed', 'how old is the roof?'],
];

const eventsOf = (texts: readonly string[]): StepInput[] =>
  texts.map((text, index) => ({ at, happened: [{ kind: 'visitor-message', seq: index + 1, log: 'public:c', text }] }));

/** Turns as a store would give them back. */
function record(events: readonly StepInput[]): RecordedTurn[] {
  let state: BotState = firstState();
  return events.map((event, index) => {
    const result = step(state, event, pack);
    state = result.state;
    const knew = knownFrom(pack, undefined);
    const versions = { bot: botVersion, pack: pack.version };
    const turn: RecordedTurn = { turnNo: index + 1, event, knew, stateAfter: state, effects: result.effects, versions };
    return JSON.parse(JSON.stringify(turn)) as RecordedTurn;
  });
}

describe('replay', () => {
  test.each(journeys.map((texts) => [texts[0], texts] as const))(
    'the talk that begins "%s" comes out the same on the same version',
    (_, texts) => {
      expect(replayTurns(record(eventsOf(texts)), { step, firstState, market: pack })).toEqual([]);
    },
  );

  test('any talk over those words comes out the same', () => {
    const words = fc.array(fc.constantFrom(...journeys.flat()), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, (texts) => {
        expect(replayTurns(record(eventsOf(texts)), { step, firstState, market: pack })).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('another version is told apart by state, slot and effect, at the turn where it differs', () => {
    const turns = record(eventsOf(['hi', 'sell', 'a few months']));
    const other: Step = (state, event, given) => {
      const result = step(state, event, given);
      if (!('timeline' in result.state.slots)) return result;
      const { timeline: _, ...slots } = result.state.slots;
      return { ...result, state: { ...result.state, at: 'MUTED', slots }, effects: result.effects.slice(1) };
    };
    const differences = replayTurns(turns, { step: other, firstState, market: pack });
    expect(new Set(differences.map(({ turnNo }) => turnNo))).toEqual(new Set([3]));
    expect(differences.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['state.at', 'slot timeline', 'effect 0 reply']),
    );
  });
});
