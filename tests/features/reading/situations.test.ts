import { describe, expect, test } from 'vitest';
import { readObjection, readStall } from '../../../src/features/reading/dialogue/readObjection.ts';
import { readTopic } from '../../../src/features/reading/dialogue/readTopic.ts';
import { readIntent } from '../../../src/features/reading/person/readIntent.ts';
import { readMarks, readPersonaWords } from '../../../src/features/reading/person/readMarks.ts';
import { isAbuse, readRole } from '../../../src/features/reading/person/readRole.ts';
import { answersSigned } from '../../../src/features/reading/person/saysSigned.ts';
import { readTimeline } from '../../../src/features/reading/time/readTimeline.ts';
import { growthOf } from '../../support/growthOf.ts';

describe('the topic of a message besides facts', () => {
  test.each([
    ['no families please', 'exclusion'],
    ["I don't want kids in there", 'exclusion'],
    ['no serious buyers yet', null],
    ["don't want lowball offers", null],
    ['is it a safe area?', 'safety'],
    ['is the deposit safe deposit?', null],
    ['are there good schools?', 'schools'],
    ['which school district is it in?', null],
    ['what commission do you take?', 'commission'],
    ['is there an HOA fee?', null],
    ['should I wait to sell?', 'market-advice'],
    ['is this a good deal?', 'offer-advice'],
    ['what are the next steps?', 'next-steps'],
    ['the next street over', null],
    ['¿cuánto cobran?', 'commission'],
    ['a single-family home', null],
    ['do you lease office space?', 'commercial'],
    ['it has an office space', null],
    ['make me an offer', 'wants-offer'],
    ['do they have an offer on the house', null],
    ['this is useless', 'frustrated'],
    ['the heater, it is useless', null],
    ['esto no sirve', 'frustrated'],
    ['el aire no sirve', null],
  ])('"%s" is of %s', (text, topic) => expect(readTopic(text)).toBe(topic));

  test.each([
    ["I'm a realtor", 'professional'],
    ['my client wants to see it', 'professional'],
    ['I am counsel for the estate, please send the disclosure', 'lawyer'],
    ["I'm the attorney for the seller, where do I send the papers?", 'lawyer'],
    ['This is Dana Reyes, attorney for the heirs', 'lawyer'],
    ['Our firm represents the estate of Mr. Hall', 'lawyer'],
    ['I am writing on behalf of my client', 'lawyer'],
    ['Soy el abogado de la sucesión, envíe la divulgación por favor', 'lawyer'],
    ['Represento a los herederos', 'lawyer'],
    ["I'm an attorney for the city looking for a home", null],
    ["I'm a lawyer and I want to buy a house", null],
    ['my lawyer handles the estate', null],
    ['I am the executor of my mother’s estate and want to sell', null],
    ['soy abogada y busco casa', null],
    ['are you hiring?', 'job-seeker'],
    ['we offer SEO services', 'vendor'],
    ['I already have a realtor', 'represented'],
    ["we're working with an agent at Compass", 'represented'],
    ['ya tengo un agente', 'represented'],
    ['can I talk to an agent?', null],
    ["I'm looking for a home", null],
    ['I have a new job in Austin', null],
  ])('"%s" comes from: %s', (text, role) => expect(readRole(text)).toBe(role));

  test.each([
    ['my neighbor got 800k', 'neighbor_comp'],
    ['zillow says more', 'anchoring'],
    ['my husband needs to agree', 'authority_decision_maker'],
    ['that is too expensive, way too expensive', 'budget_shock'],
    ['my wife and I like it', null],
    ['the price is 500k', null],
  ])('"%s" holds the objection %s', (text, objection) => expect(readObjection(text)?.value ?? null).toBe(objection));

  test.each([
    ["I'm thinking about it", 'thinking'],
    ["I'm thinking about selling", null],
    ["I'll get back to you", 'get_back'],
    ['is there another time available?', null],
    ['just curious', 'just_looking'],
  ])('"%s" puts off: %s', (text, stall) => expect(readStall(text)).toBe(stall));

  test('signed, insulted, marks and persona words', () => {
    expect([answersSigned('yes, we signed'), answersSigned('I design houses')]).toEqual([true, false]);
    expect([isAbuse('you idiot'), isAbuse('the kitchen is stupid small')]).toEqual([true, false]);
    expect(readMarks('must sell asap, it needs work')).toEqual({
      motivation: 'high',
      timeline: 'high',
      condition: 'high',
      price: null,
    });
    expect(readMarks('hello')).toEqual({ motivation: null, timeline: null, condition: null, price: null });
    expect(readPersonaWords('a rental, 1031')).toEqual({ investor: ['rental', '1031'], distressed: [] });
  });

  test.each([readTopic, readRole, readObjection, readStall, readMarks])(
    'the cost of %o grows with the length of a message, not with its square',
    (read) => {
      const long = 'don’t want my wife to talk with the people like '.repeat(80);
      expect(growthOf(read, long, 8)).toBeLessThan(24);
    },
  );
});

describe('questions of the surroundings and of payment are read alike for everybody', () => {
  test.each([
    ['are there any churches nearby?', 'worship'],
    ['is there a mosque close by', 'worship'],
    ['¿hay iglesias cerca?', 'worship'],
    ['it is on Church Street', null],
    ['do you accept section 8?', 'vouchers'],
    ['can I use a housing voucher', 'vouchers'],
    ['¿aceptan la sección 8?', 'vouchers'],
    ["I don't want section 8 people, no section 8 buyers", 'exclusion'],
  ])('%s', (text, topic) => expect(readTopic(text)).toBe(topic));
});

test.each(['just looking', 'only browsing', 'we are just curious', 'window-shopping', 'solo estoy mirando'])(
  '"%s" is one thing for the intent, the score and the talk',
  (text) => {
    expect([readIntent(text)?.value, readMarks(text).motivation, readStall(text)]).toEqual([
      'browse',
      'low',
      'just_looking',
    ]);
  },
);

test.each(['just looking for a 3 bed under 500k', 'we are only looking to buy in Hyde Park'])(
  '"%s" is a wish, and no looking around',
  (text) => {
    expect([readMarks(text).motivation, readStall(text)]).toEqual([null, null]);
  },
);

test.each([
  ['asap', 'high', [0, 30]],
  ['cuanto antes', 'high', [0, 30]],
  ['no rush', 'low', [null, null]],
  ['algún día', 'low', [null, null]],
] as const)('"%s" is one thing for the score and the timeline', (text, level, days) => {
  const timeline = readTimeline(text, { at: '2026-11-21T15:00:00.000Z', asked: true })?.value;
  expect([readMarks(text).timeline, [timeline?.minDays, timeline?.maxDays]]).toEqual([level, days]);
});
