import fc from 'fast-check';
import type { Slot } from '../../../src/contract/log/parts.ts';
import type { BotEvent } from '../../../src/features/bots/state/protocol.ts';

const phrases = [
  'hi',
  'buy',
  'sell',
  'I want to sell my house',
  'I want to buy in Hyde Park',
  'just looking',
  '500k',
  'between 450 and 500',
  'yes',
  'no',
  'not yet',
  'ok',
  'great',
  "I don't know",
  'rather not say',
  '3/2',
  'three bedrooms',
  'in six weeks',
  'next year',
  'asap',
  'morning',
  'Friday',
  'next Tuesday at 2 pm',
  'cancel',
  'I have to change it',
  '512-555-0101',
  'ana@example.com',
  "I'm Ana",
  'how old is the roof?',
  'is it still available?',
  'are you a bot?',
  'can I talk to a person?',
  'thanks',
  'bye',
  'no thanks',
  'STOP',
  'START',
  'UNSTOP',
  'start',
  "don't call me, e-mail only",
  'text me',
  'best time is after 5',
  'my number is 512-555-0101, I agree',
  'call me on +52 55 1234 5678',
  'email ana@example.com or call 512.555.0101',
  "that's not my number",
  'this is Ana, you have me already',
  'stop by Tuesday',
  'can I see it Saturday?',
  'my late father’s house',
  'needs work',
  '12 Oak Street',
  'hola, quiero vender',
  'sí',
  '600 mil',
  '🙂🙂',
  'SELECT * FROM users; --',
  '<b>hi</b>',
  '{"a":1}',
  'asdf qwer',
  'foreclosure, can I stop it?',
  'delete my data',
  'both',
  'Can you call me?',
  "I'm thinking about it",
  'zillow says it is worth more',
  'my wife must agree',
  'I already have a realtor',
  'yes, we signed',
  'what commission do you take?',
  'should I wait?',
  'what happens next?',
  'I want to buy a house in Dallas',
  'then in Round Rock',
  'in 2 years',
  'earn money online, click here',
  'are there good schools?',
  'no immigrants please',
  'you idiot',
  'that is not what I said',
  'I want to sell three properties',
  "we don't want to buy, we want to sell our house",
  'relocating for work, yes 30 days, turnkey, 700k',
  'pre-approved',
  'Hyde Park',
  'I would like to see this home',
  'without representation',
  'agreement first',
  'the second one',
  '2',
  '5',
  'Thursday afternoon',
  'anything sooner?',
  'later in the day',
  'none of these',
  'can we move it to Friday?',
  "I can't make it",
  'never mind, keep it',
  'el segundo',
  'mañana por la tarde',
];
/** Its evidence is a line that no drawn talk has: seq 0. */
function readByModel(value: unknown): Slot {
  return { value, state: 'answered', confidence: null, evidence: [{ log: 'public:c', seq: 0, start: 0, end: 1 }] };
}
const message = fc.record({
  kind: fc.constant('visitor-message' as const),
  text: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...phrases) },
    { weight: 1, arbitrary: fc.string({ minLength: 1, unit: 'grapheme', maxLength: 60 }) },
  ),
  choiceId: fc.option(
    fc.constantFrom('buy', 'sell', 'browse', 'yes', 'no', 'morning', 'cash', 'unrepresented', 'agreement'),
    {
      nil: undefined,
      freq: 6,
    },
  ),
});
const other = fc.oneof(
  fc.record({ kind: fc.constant('agent-message' as const), text: fc.constantFrom('Hello', 'I will call you') }),
  fc.record({
    kind: fc.constant('mode-changed' as const),
    mode: fc.constantFrom('bot' as const, 'human' as const, 'waiting' as const, 'closed' as const),
    by: fc.constantFrom('visitor' as const, 'staff' as const, 'bot' as const, 'system' as const),
  }),
  fc.record({ kind: fc.constantFrom('quiet' as const, 'review-late' as const) }),
  fc.record({
    kind: fc.constant('question-answered' as const),
    question: fc.constantFrom(null, 'do you manage rentals?'),
    words: fc.constant('A sister company of ours does.'),
  }),
  fc.record({
    kind: fc.constant('slot-corrected' as const),
    slot: fc.constantFrom('budget', 'timeline', 'intent', 'day'),
    value: fc.constantFrom(null, 'buy', { minDays: 0, maxDays: 30 }),
  }),
  fc.record({
    kind: fc.constant('bot-chosen' as const),
    bot: fc.constantFrom('lead' as const, 'buyer' as const, 'seller' as const),
    reason: fc.constant('knows this better'),
  }),
  fc.record({
    kind: fc.constant('slots-read' as const),
    slots: fc.constantFrom<Record<string, Slot>>(
      { budget: readByModel({ minCents: null, maxCents: 45_000_000, currency: 'USD' }), beds: readByModel(3) },
      { timeline: readByModel({ minDays: 0, maxDays: 30 }), motivation: readByModel('relocation') },
      { intent: readByModel('sell') },
    ),
  }),
);
export const turns = fc.array(
  fc.array(fc.oneof({ weight: 8, arbitrary: message }, { weight: 1, arbitrary: other }), {
    minLength: 1,
    maxLength: 3,
  }),
  {
    minLength: 1,
    maxLength: 25,
  },
);
export type Drawn = typeof turns extends fc.Arbitrary<infer T> ? T : never;

/** Drawn events with their sequence numbers, as the log would give them. */
export function numbered(drawn: Drawn): BotEvent[][] {
  let seq = 0;
  return drawn.map((turn) =>
    turn.map((one): BotEvent => {
      seq += 1;
      if (one.kind !== 'visitor-message') return { ...one, seq } as BotEvent;
      const { choiceId, ...rest } = one;
      return { ...rest, seq, log: 'public:c', ...(choiceId === undefined ? {} : { choiceId }) };
    }),
  );
}
