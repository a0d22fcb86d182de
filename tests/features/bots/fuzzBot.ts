import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { BotName } from '../../../src/contract/values.ts';
import { machineOf } from '../../../src/features/bots/flows/machines.ts';
import { firstState } from '../../../src/features/bots/state/firstState.ts';
import type { BotEvent, BotState, StepResult } from '../../../src/features/bots/state/protocol.ts';
import { step } from '../../../src/features/bots/step.ts';
import type { Pack } from '../../../src/features/packs/model.ts';
import { at, pack, replyOf } from './play.ts';
import { numbered, turns } from './randomTalks.ts';
import { answerOfCalendar } from './withCalendar.ts';

const begins: Readonly<Record<BotName, string>> = {
  lead: 'hi',
  buyer: 'I want to buy a house',
  seller: 'I want to sell my house',
};

/**
 * Walks one bot over so many random talks; fast-check throws with the smallest talk that breaks a rule. The rules: a message in
 * mode `bot` is answered or waited for (no dead state); no question twice in a row; nothing sent after an opt-out, in the hands
 * of a person or after the end; hot only with the facts of the side it is said of; the same step again, from a state that went through JSON, is equal.
 * `seed`: the same talks each time.
 */
export function fuzzBot(
  bot: BotName,
  walks: number,
  given: Pack = pack,
  seed?: number,
): { walks: number; steps: number; states: Set<string>; moves: Set<string> } {
  let steps = 0;
  let walked = 0;
  const states = new Set<string>();
  const moves = new Set<string>();
  const opening: BotEvent = { kind: 'visitor-message', seq: 1_000_000, log: 'public:c', text: begins[bot] };
  fc.assert(
    fc.property(turns, (drawn) => {
      walked += 1;
      let state: BotState = step(firstState(), { at, happened: [opening] }, given).state;
      let question = '';
      const offered: Parameters<typeof answerOfCalendar>[2] = new Map();
      const take = (happened: BotEvent[]): StepResult => {
        const result = step(state, { at, happened }, given);
        const stored = JSON.parse(JSON.stringify(state)) as BotState;
        if (!isDeepStrictEqual(step(stored, { at, happened }, given), result)) throw new Error('replays differently');
        question = judge(state, happened, result, question);
        states.add(`${result.state.bot}:${result.state.at}`);
        moves.add(`${state.bot}:${state.at} > ${result.state.bot}:${result.state.at}`);
        state = result.state;
        steps += 1;
        return result;
      };
      for (const [number, happened] of numbered(drawn).entries()) {
        let result = take(happened);
        for (let round = 0; ; round++) {
          const seq = 2_000_000 + number * 100 + round * 10;
          // Now and then nothing is free, or somebody was quicker.
          const day = { now: Date.parse(at), seq, isFull: number % 11 === 10, isTaken: (number + round) % 3 === 2 };
          const answers = result.effects.flatMap((effect) => answerOfCalendar(effect, day, offered) ?? []);
          if (answers.length === 0) break;
          if (round > 8) throw new Error('the bot and the calendar never come to an end');
          result = take(answers);
        }
        const waits = state.mode !== 'bot' || state.unansweredSeq === null;
        if (!waits && !result.effects.some(({ kind }) => kind === 'wait')) throw new Error('never answered');
      }
    }),
    { numRuns: walks, ...(seed === undefined ? {} : { seed }) },
  );
  return { walks: walked, steps, states, moves };
}

/** Whether the visitor did it: a message, or the button for a person. */
export const isOfVisitor = (event: BotEvent): boolean =>
  event.kind === 'visitor-message' || (event.kind === 'mode-changed' && event.by === 'visitor');

/** Throws where a rule is broken; gives the last question asked. */
function judge(before: BotState, happened: BotEvent[], result: StepResult, question: string): string {
  const { state } = result;
  const reply = replyOf(result);
  // After STOP the visitor's words are answered, those that waited in a closed talk too, and nothing is said of our own accord.
  const isOut = before.ended === 'opted-out' && before.unansweredSeq === null && !happened.some(isOfVisitor);
  const isSilenced = isOut || state.mode === 'human' || state.mode === 'closed';
  if (isSilenced && reply) throw new Error(`speaks although ${before.ended ?? state.mode}`);
  const waits = result.effects.some(({ kind }) => kind === 'wait');
  const last = happened.at(-1);
  // The wire lets no blank message through.
  const spoken = last?.kind === 'visitor-message' && last.text.trim() !== '';
  const asksCalendar = result.effects.some(({ kind }) => kind === 'find-times' || kind === 'book');
  if (spoken && state.mode === 'bot' && !reply && !waits && !asksCalendar)
    throw new Error(`a dead state: ${state.bot} ${state.at}`);
  if (state.temperature === 'hot' && machineOf(state.labelOf ?? state.bot).lacksForHot(state).length > 0)
    throw new Error('hot without its facts');
  for (const effect of result.effects) {
    const { held, offer } = before.booking;
    const pressed = happened.find((one) => one.kind === 'appointment-changed' && one.state === 'held') ?? held;
    const meetings = [offer?.meeting, pressed && 'meeting' in pressed ? pressed.meeting : undefined];
    const isShowing = effect.kind === 'book' && meetings.includes('viewing');
    const hasPath = state.slots.showing?.value === 'unrepresented' || state.slots.agreement?.value === true;
    if (isShowing && !hasPath && state.slots.intent?.value !== 'rent') throw new Error('a showing without a path');
    if ((effect.kind === 'book' || effect.kind === 'offer-slots') && isSilenced)
      throw new Error('books although silenced');
  }
  const own = (reply?.parts ?? []).flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join(' ');
  const asked = /[^.?!]*\?$/.exec(own)?.[0]?.trim() ?? '';
  if (asked !== '' && asked === question) throw new Error(`asks twice in a row: ${asked}`);
  return asked || question;
}
