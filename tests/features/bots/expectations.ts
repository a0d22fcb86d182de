import { expect, onTestFinished } from 'vitest';
import { firstState } from '../../../src/features/bots/state/firstState.ts';
import type { BotState, StepResult } from '../../../src/features/bots/state/protocol.ts';
import { step } from '../../../src/features/bots/step.ts';
import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';
import type { Pack } from '../../../src/features/packs/model.ts';
import { dayRangeOf } from '../../../src/features/reading/time/timeWish.ts';
import { replayTurns } from '../../../src/features/turns/replayTurns.ts';
import { dayLabel, timeLabel } from '../../../src/kernel/timeLabel.ts';
import { wallTimeAt } from '../../../src/kernel/zonedTime.ts';
import { conversation, pack, replyOf, textOf } from './play.ts';

/** A conversation that is stepped again at the end of its test, and has to come out the same. */
export function replayed(...given: Parameters<typeof conversation>) {
  const chat = conversation(...given);
  const [start = firstState(), own = pack] = given;
  onTestFinished(() => expect(replayTurns(chat.recorded, { step, firstState: () => start, market: own })).toEqual([]));
  return chat;
}

const numbersIn = (text: string): number[] =>
  (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((digits) => Number(digits.replaceAll(',', '')));

/** Of the spec's own wording, the numbers of HUD’s counselors and of the National Domestic Violence Hotline, and worked out of the pack's figures by a test of its own. */
const sourced = /\b30 (?:to|a) 45\b|\b888-995-4673\b|\b1-800-799-7233\b|(?:Estimate|Estimado):.*?\)\./g;

/** The times that a turn offered or booked, the day that was wished for, and the days by which a request is answered. */
function namedIn({ state, effects }: StepResult, { timeZone }: Pack, at: string): string[] {
  const { offer, appointment } = state.booking;
  const times = [...(offer?.slots ?? []), ...(appointment === null ? [] : [appointment])];
  const days = effects.flatMap((effect) =>
    effect.kind === 'deletion-request' ? [effect.confirmBy, effect.answerBy] : [],
  );
  const wished = state.slots.day?.value;
  const day = typeof wished === 'string' ? dayRangeOf(wished, wallTimeAt(Date.parse(at), timeZone)) : null;
  return [
    ...(day === null ? [] : [dayLabel(day.from, 'en')]),
    ...times.map(({ startsAt }) => timeLabel(Date.parse(startsAt), timeZone, 'en')),
    ...days.map((day) => day.replaceAll('-', ' ')),
  ];
}

const spanish = /[¿¡ñ]|\b(?:usted|equipo|gracias|casa)\b/iu;
const english = /\b(?:the|would|your|you|team|thanks?)\b/iu;

/** A conversation that checks every reply for what holds of all of them, and that replays alike at the end. */
export function watched(...given: Parameters<typeof conversation>) {
  const chat = replayed(...given);
  const market = given[1] ?? pack;
  /** All that a reply may take a figure from: the visitor's words, times on offer, days promised. */
  const named: string[] = [];
  let last = '';
  let isOut = false;
  const check = (result: StepResult, isAnswer = false): StepResult => {
    const reply = replyOf(result);
    named.push(...namedIn(result, market, chat.recorded.at(-1)?.event.at ?? ''));
    expect(isOut && !isAnswer && reply !== undefined, 'speaks of its own accord after an opt-out').toBe(false);
    isOut = result.state.ended === 'opted-out';
    if (!reply) return result;
    const own = reply.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join(' ');
    expect(own.length, own).toBeLessThanOrEqual(1000);
    expect(own.match(/\(/g)?.length, own).toBe(own.match(/\)/g)?.length);
    expect(own.match(/\?/g)?.length ?? 0, own).toBeLessThanOrEqual(1);
    expect(own).not.toMatch(/\p{Extended_Pictographic}| - |[*_#`{}]|\b(?:undefined|null|NaN|error)\b/u);
    expect(own).not.toMatch(result.state.language === 'es' ? english : spanish);
    const { slots, homes, booking } = result.state;
    const facts = [...named, JSON.stringify([slots, homes, booking, market])].join(' ');
    // Amounts are kept in cents.
    const known = new Set(numbersIn(facts).flatMap((number) => [number, number / 100]));
    expect(
      numbersIn(own.replace(sourced, '')).filter((number) => !known.has(number)),
      own,
    ).toEqual([]);
    expect(textOf(result)).not.toBe(last);
    expect(reviewWords(own, { audience: 'public', brokerage: 'Barton Ridge Realty' }).action, own).toBe('pass');
    last = textOf(result);
    return result;
  };
  return {
    visitor: (...texts: string[]) => {
      named.push(...texts);
      return check(chat.visitor(...texts), true);
    },
    choose: (choiceId: string, text: string) => check(chat.choose(choiceId, text), true),
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
