import { describe, expect, test } from 'vitest';
import type { QuestionName } from '../../../src/contract/vocabulary.ts';
import { buyerQuestions } from '../../../src/features/bots/flows/buyer/questions.ts';
import { sellerQuestions } from '../../../src/features/bots/flows/seller/questions.ts';
import { firstState } from '../../../src/features/bots/state/firstState.ts';
import type { BotState } from '../../../src/features/bots/state/protocol.ts';
import { answerIn, conversation, pack } from '../bots/play.ts';
import { otherTimes, owners, putRight, reaching, wanted } from './moreValueLines.ts';
import { homes, type Line, nothing, people, type Standing, sums, times } from './valueLines.ts';

const market: typeof pack = {
  ...pack,
  market: { state: 'TX', cities: ['Austin', 'Round Rock', 'Pflugerville', 'Cedar Park'], zipsBegin: ['787', '786'] },
  areas: [
    'Hyde Park',
    'East Austin',
    'South Austin',
    'North Austin',
    'Mueller',
    'Cedar Park',
    'Round Rock',
    'Pflugerville',
  ],
};
const watched = [
  ...['budget', 'price', 'mortgageBalance', 'rent', 'preApproval', 'beds', 'baths', 'homeBeds', 'homeBaths', 'area'],
  ...['timeline', 'address', 'motivation', 'condition', 'authority', 'propertyType', 'features', 'name', 'phone'],
  ...['email', 'contactBy', 'represented'],
];

/** A talk in which that stands, and of which nothing else is known. */
function stateWhere(standing: Standing): BotState {
  const [side, slot] = standing.split(':') as [string, string | undefined];
  const first = firstState();
  if (side === 'first') return first;
  const talking: BotState = { ...first, visitorMessages: 2, disclosed: true, at: 'QUALIFY' };
  if (side === 'intent') return { ...talking, at: 'ASK_INTENT', asked: { question: 'intent', times: 1, misses: 0 } };
  const given = { value: side, state: 'answered' as const, confidence: null, evidence: [] };
  const question = [...buyerQuestions, ...sellerQuestions].find(({ id }) => id === slot);
  return {
    ...talking,
    bot: side === 'buy' ? 'buyer' : 'seller',
    slots: { intent: given, first: { ...given } },
    lastText: question?.wordings.en[0] ?? '',
    asked: slot === undefined ? null : { question: slot as QuestionName, times: 1, misses: 0 },
  };
}

function valuesAfter([standing, text, slots]: Line): Record<string, unknown> {
  const chat = conversation(stateWhere(standing), market);
  chat.visitor(text);
  const names = 'intent' in slots ? ['intent', ...watched] : watched;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = answerIn(chat.state, name);
      return value === undefined && slots[name] === undefined ? [] : [[name, plainOf(name, value, slots[name])]];
    }),
  );
}

/** Sums in thousands; a time that ends within a month of the expected one counts as that. */
function plainOf(name: string, value: unknown, expected: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if ('maxCents' in value) {
    const { minCents, maxCents } = value as { minCents: number | null; maxCents: number | null };
    const [least, most] = [minCents, maxCents].map((cents) => (cents === null ? null : cents / 100_000));
    return least === null || least === most ? most : most === null ? least : [least, most];
  }
  if (name !== 'timeline') return value;
  const { minDays, maxDays } = value as { minDays: number | null; maxDays: number | null };
  const days = maxDays ?? minDays;
  const isNear =
    typeof expected === 'number' && days !== null && Math.abs(days - expected) <= Math.max(14, expected / 6);
  return isNear ? expected : [minDays, maxDays];
}

// The first message of all compiles what every reader searches for.
conversation().visitor('hello');

describe.each([
  ['sums', sums],
  ['times', times],
  ['homes', homes],
  ['people', people],
  ['nothing', nothing],
  ['reaching', reaching],
  ['owners', owners],
  ['wanted', wanted],
  ['other times', otherTimes],
  ['put right', putRight],
] as const)('of a line just what it says is kept: %s', (_, lines) => {
  test.each(lines.map((line) => [line[0], line[1], line] as const))('%s | %s', (_standing, _text, line) => {
    const said = Object.fromEntries(Object.entries(line[2]).filter(([, value]) => value !== undefined));
    expect(Object.fromEntries(Object.entries(valuesAfter(line)).filter(([, value]) => value !== undefined))).toEqual(
      said,
    );
  });
});
