import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { BotName } from '../../../src/contract/values.ts';
import { machineOf } from '../../../src/features/bots/machines.ts';
import type { BotState, Happening, StepResult } from '../../../src/features/bots/protocol.ts';
import { firstState, step } from '../../../src/features/bots/step.ts';
import { at, pack, replyOf } from './play.ts';
import { numbered, turns } from './randomTalks.ts';

const begins: Readonly<Record<BotName, string>> = {
  lead: 'hi',
  buyer: 'I want to buy a house',
  seller: 'I want to sell my house',
};

/**
 * Walks one bot over so many random talks; fast-check throws with the smallest talk that breaks a rule. The rules: a message in
 * mode `bot` is answered or waited for (no dead state); no question twice in a row; nothing sent after an opt-out, in the hands
 * of a person or after the end; hot only with the facts for it; the same step again, from a state that went through JSON, is equal.
 */
export function walkBot(bot: BotName, walks: number): { walks: number; steps: number; states: Set<string> } {
  let steps = 0;
  let walked = 0;
  const states = new Set<string>();
  const opening: Happening = { kind: 'visitor-message', seq: 1_000_000, log: 'public:c', text: begins[bot] };
  fc.assert(
    fc.property(turns, (drawn) => {
      walked += 1;
      let state: BotState = step(firstState(), { at, happened: [opening] }, pack).state;
      let question = '';
      for (const happened of numbered(drawn)) {
        const result = step(state, { at, happened }, pack);
        const stored = JSON.parse(JSON.stringify(state)) as BotState;
        if (!isDeepStrictEqual(step(stored, { at, happened }, pack), result)) throw new Error('replays differently');
        question = judge(state, happened, result, question);
        states.add(`${result.state.bot}:${result.state.at}`);
        state = result.state;
        steps += 1;
      }
    }),
    { numRuns: walks },
  );
  return { walks: walked, steps, states };
}

/** Throws where a rule is broken; gives the last question asked. */
function judge(before: BotState, happened: Happening[], result: StepResult, question: string): string {
  const { state } = result;
  const reply = replyOf(result);
  const isSilenced = before.ended === 'opted-out' || state.mode === 'human' || state.mode === 'closed';
  if (isSilenced && reply) throw new Error(`speaks although ${before.ended ?? state.mode}`);
  const waits = result.effects.some(({ kind }) => kind === 'wait');
  const last = happened.at(-1);
  // The wire lets no blank message through.
  const spoken = last?.kind === 'visitor-message' && last.text.trim() !== '';
  if (spoken && state.mode === 'bot' && !reply && !waits) throw new Error(`a dead state: ${state.bot} ${state.at}`);
  if (state.temperature === 'hot' && !machineOf(state.bot).isHotEnough(state)) throw new Error('hot without its facts');
  const own = (reply?.parts ?? []).flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join(' ');
  const asked = /[^.?!]*\?$/.exec(own)?.[0]?.trim() ?? '';
  if (asked !== '' && asked === question) throw new Error(`asks twice in a row: ${asked}`);
  return asked || question;
}
