import { expect, onTestFinished } from 'vitest';
import type { BotState, StepResult } from '../../../src/features/bots/protocol.ts';
import { firstState, step } from '../../../src/features/bots/step.ts';
import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';
import { replayTurns } from '../../../src/features/turns/replayTurns.ts';
import { conversation, pack, replyOf, textOf } from './play.ts';

/** A conversation that is stepped again at the end of its test, and has to come out the same. */
export function replayed(...given: Parameters<typeof conversation>) {
  const chat = conversation(...given);
  const [start = firstState(), own = pack] = given;
  onTestFinished(() => expect(replayTurns(chat.recorded, { step, firstState: start, market: own })).toEqual([]));
  return chat;
}

/** A conversation that checks every reply for what holds of all of them (domain page §25), and that replays alike at the end. */
export function watched(...given: Parameters<typeof conversation>) {
  const chat = replayed(...given);
  let last = '';
  const check = (result: StepResult): StepResult => {
    const reply = replyOf(result);
    if (!reply) return result;
    const own = reply.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join(' ');
    expect(own.length, own).toBeLessThanOrEqual(320);
    expect(own.match(/\?/g)?.length ?? 0, own).toBeLessThanOrEqual(1);
    expect(own).not.toMatch(/\p{Extended_Pictographic}| - |[*_#`{}]|\b(?:undefined|null|NaN|error)\b/u);
    expect(textOf(result)).not.toBe(last);
    expect(reviewWords(own, { audience: 'public', brokerage: 'Barton Ridge Realty' }).action, own).toBe('pass');
    last = textOf(result);
    return result;
  };
  return {
    visitor: (...texts: string[]) => check(chat.visitor(...texts)),
    choose: (choiceId: string, text: string) => check(chat.choose(choiceId, text)),
    agent: chat.agent,
    mode: (...args: Parameters<typeof chat.mode>) => check(chat.mode(...args)),
    happen: (...args: Parameters<typeof chat.happen>) => check(chat.happen(...args)),
    later: chat.later,
    get state(): BotState {
      return chat.state;
    },
    results: chat.results,
  };
}

export const tagsOf = (result: StepResult): { add: string[]; remove: string[] } => {
  const tags = result.effects.filter((effect) => effect.kind === 'tag');
  return { add: tags.flatMap(({ add }) => add), remove: tags.flatMap(({ remove }) => remove) };
};
export const alertsOf = (result: StepResult): string[] =>
  result.effects.flatMap((effect) => (effect.kind === 'alert' ? [effect.alert] : []));
export const slotStates = (state: BotState): Record<string, unknown> =>
  Object.fromEntries(Object.entries(state.slots).map(([name, slot]) => [name, slot.state]));
export const usd = (minCents: number | null, maxCents: number | null) => ({ minCents, maxCents, currency: 'USD' });
