import { silentLogger } from '../../kernel/observe.ts';
import type { BotState, Step } from '../bots/state/protocol.ts';
import { austin } from '../packs/austin.ts';
import type { Market } from '../packs/markets.ts';
import { packsOf } from './knownFacts.ts';
import type { Turn } from './model.ts';
import { takeStep } from './takeStep.ts';

/** The part of a recorded turn that a replay needs. */
export type RecordedTurn = Pick<Turn, 'turnNo' | 'event' | 'knew' | 'stateAfter' | 'effects' | 'versions'>;

/** Where a turn, stepped again, came out differently: a field of the state, a slot, or an effect. */
interface TurnDifference {
  turnNo: number;
  what: string;
  recorded: unknown;
  replayed: unknown;
}

/** The bots that step the turns again. */
interface Replayed {
  step: Step;
  firstState(language: string): BotState;
  market?: Market;
}

/** Turns of before a first turn kept its language: the beginning that fits best is taken for the one it was. */
const languagesBeforeKept = ['en', 'es'];

/**
 * Steps recorded turns again from the first state on and tells where states, slots or effects differ; empty means that
 * this version does the same. Each turn goes on from what the replay came to, as a conversation would have, and knows of
 * the brokerage and the home what it knew then, whatever was imported or set since; the market is the version's own.
 */
export function replayTurns(turns: readonly RecordedTurn[], given: Replayed): TurnDifference[] {
  const language = turns[0]?.event.language;
  const beginnings = language === undefined ? languagesBeforeKept : [language];
  const tries = beginnings.map((one) => replayFrom(given.firstState(one), turns, given));
  return tries.sort((a, b) => a.length - b.length)[0] ?? [];
}

function replayFrom(first: BotState, turns: readonly RecordedTurn[], given: Replayed): TurnDifference[] {
  const differences: TurnDifference[] = [];
  let state = first;
  const packs = packsOf(turns, given.market ?? austin);
  for (const [index, pack] of packs.entries()) {
    const { turnNo, event, stateAfter, effects } = turns[index] as RecordedTurn;
    const result = plain(takeStep({ step: given.step, log: silentLogger }, state, event, pack));
    const asked = effects.filter(({ kind }) => kind !== 'record' && kind !== 'insight');
    const note = (what: string, recorded: unknown, replayed: unknown) => {
      if (!isSame(recorded, replayed)) differences.push({ turnNo, what, recorded, replayed });
    };
    const { slots: slotsBefore, ...rest } = stateAfter;
    const { slots, ...others } = result.state;
    for (const name of namesOf(rest, others)) note(`state.${name}`, valueAt(rest, name), valueAt(others, name));
    for (const name of namesOf(slotsBefore, slots)) note(`slot ${name}`, slotsBefore[name], slots[name]);
    for (let index = 0; index < Math.max(asked.length, result.effects.length); index++)
      note(`effect ${index} ${(asked[index] ?? result.effects[index])?.kind}`, asked[index], result.effects[index]);
    state = result.state;
  }
  return differences;
}

/** As a store gives it back: no undefined fields. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const namesOf = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];
const valueAt = (of: object, name: string): unknown => (of as Record<string, unknown>)[name];

/** The order of an object's fields says nothing: stores may change it. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  return namesOf(a, b).every((name) => isSame(valueAt(a, name), valueAt(b, name)));
}
