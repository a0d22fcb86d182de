import { describe, expect, test } from 'vitest';
import { readObjection } from '../../../src/features/reading/dialogue/readObjection.ts';
import { readQuestion } from '../../../src/features/reading/dialogue/readQuestion.ts';
import { readRequests } from '../../../src/features/reading/dialogue/readRequests.ts';
import { readTopic } from '../../../src/features/reading/dialogue/readTopic.ts';
import { readYesNo } from '../../../src/features/reading/dialogue/readYesNo.ts';
import { readHomeSearch } from '../../../src/features/reading/home/readHomeSearch.ts';
import { readPlaceWanted } from '../../../src/features/reading/home/readPlaceWanted.ts';
import { readContact } from '../../../src/features/reading/person/readContact.ts';
import { readFinancing } from '../../../src/features/reading/person/readFinancing.ts';
import { readIntent } from '../../../src/features/reading/person/readIntent.ts';
import { readMotivation } from '../../../src/features/reading/person/readMotivation.ts';
import { readRole } from '../../../src/features/reading/person/readRole.ts';
import { readWhoDecides } from '../../../src/features/reading/person/readWhoDecides.ts';
import { readAddress } from '../../../src/features/reading/place/readAddress.ts';
import { readArea } from '../../../src/features/reading/place/readArea.ts';
import { readDay } from '../../../src/features/reading/time/readDay.ts';
import { readTimeline } from '../../../src/features/reading/time/readTimeline.ts';

const at = '2026-11-21T15:00:00.000Z';
const days = (text: string, asked = true) => {
  const read = readTimeline(text, { at, asked })?.value;
  return read ? [read.minDays, read.maxDays] : null;
};

test.each([
  ["I'm looking at rental properties", null],
  ["I'm looking at several properties", null],
  ["I'm new at the real estate thing", null],
  ['I have a buyer interested already, what do you charge?', null],
  ['I have a buyer for your listing', 'professional'],
  ['we have a client who wants to see it', 'professional'],
  ['I have a buyer who wants to tour your listing', 'professional'],
  ["I'm Sam from Hill Realty", 'professional'],
  ['we find a place and then we sell both and buy a condo', null],
  ['first we move, then we sell mine', null],
  ['we sell everything', null],
  ['we sell solar panels', 'vendor'],
])('"%s" comes from: %s', (text, role) => expect(readRole(text)).toBe(role));

test.each([
  ["Does anyone know if it's still available?", null],
  ['does anyone know if it has a pool?', null],
  ['anyone know what this costs?', null],
  ['can anybody else read this?', 'privacy'],
  ['who else will know about this?', 'privacy'],
  ['can nobody know about this?', 'privacy'],
  ["I'm outside of Austin", null],
  ["we're outside the city limits", null],
  ['let us in on the price', null],
  ["we're outside, let us in", 'for-the-team'],
  ["I'm outside", 'for-the-team'],
])('"%s" is of %s', (text, topic) => expect(readTopic(text)).toBe(topic));

test.each([
  ["I'd like to make a cash offer", 'cash'],
  ['can you make me a cash offer', null],
  ["We'd pay full price for the right one", null],
  ["I don't want to pay full price", null],
])('"%s" is paid with: %s', (text, way) => expect(readFinancing(text)?.value ?? null).toBe(way));

test.each([
  ['We have two kids who need their own rooms', null],
  ['two dogs which need a yard', null],
  ['I have kids who go to Zilker Elementary', null],
  ['we have two dogs, is there a yard', 'we have two dogs, is there a yard'],
])('"%s" asks: %s', (text, asked) => expect(readQuestion(text, () => false)?.value ?? null).toBe(asked));

test.each(['what could we get for ours?', 'what would I get for mine?', 'what would I get if I sold now?'])(
  '"%s" asks for no homes',
  (text) => expect(readHomeSearch(text)).toBeNull(),
);

test.each([
  ['whatsapp 512 555 0101', null],
  ['call anytime 512 555 0101', null],
  ['evenings 512 555 0101', null],
  ['call my wife 512 555 0101', null],
  ['weekends 512 555 0101', null],
  ['call me now 512 555 0101', null],
  ['call me tomorrow', null],
  ['call me Monday', null],
  ['call me thurs', null],
  ['call me any day', null],
])('"%s" names: %s', (text, name) => expect(readContact(text).name?.value ?? null).toBe(name));

test.each([
  ['4521 Maple Dr way too big', '4521 Maple Dr'],
  ['123 Main St run down', '123 Main St'],
  ['12 Quail Run Dr', '12 Quail Run Dr'],
  ['1200 Barton Hills Loop', '1200 Barton Hills Loop'],
  ['77 Oak Trail', '77 Oak Trail'],
  ['9 Bluff Cove', '9 Bluff Cove'],
  ['1600 Cypress Ln Unit 12', '1600 Cypress Ln Unit 12'],
  ['call me at 530 Central', null],
  ['looking at 1500 Sqft', null],
  ['my condo at 1800 Mayfield', '1800 Mayfield'],
  ['my condo at 1800 Amherst', '1800 Amherst'],
  ['my condo at 1800 Augusta', '1800 Augusta'],
])('"%s" is at: %s', (text, address) => expect(readAddress(text)?.value ?? null).toBe(address));

test.each([
  ['up to 787500', null],
  ['I rent in 78745 now', null],
  ['a house in 78745', '78745'],
])('"%s" wants: %s', (text, zip) =>
  expect(readPlaceWanted(text, { cities: [], zipsBegin: ['787'], isOpen: true })?.value ?? null).toBe(zip),
);

test('"No, not with them any more" is a no', () => {
  expect(readYesNo('No, not with them any more')?.value).toBe(false);
  expect(readYesNo('no, not mueller any more')).toBeNull();
});

test.each([
  ['do they want a cash offer?', null],
  ["the carpet is old, we're getting rid of it", null],
  ['the house is old, we are getting rid of it', 'sell'],
])('"%s" intends: %s', (text, intent) => expect(readIntent(text)?.value ?? null).toBe(intent));

describe('words that look like others', () => {
  test('"maybe" and "baby" hold no "by"', () => {
    expect(days('maybe March', false)).toEqual(days('March', false));
    expect(readTimeline('the baby is 3 months old', { at })).toBeNull();
  });
  test('"no need" is no need', () => expect(readMotivation('no need to sell')?.value ?? null).toBeNull());
  test('"may" is no month where it asks', () => {
    expect(readTimeline('may I see it', { at, asked: true })).toBeNull();
    expect(readDay('may I see it')).toBeNull();
  });
  test('an open floor plan is no openness', () => expect(days('an open floor plan')).toBeNull());
  test('"I decide" is alone, "my wife and I decide" is not', () => {
    expect(readWhoDecides('I decide')?.value).toBe('alone');
    expect(readWhoDecides('my wife and I decide')?.value).toBe('shared');
  });
  test('"this summer" and "this year" said ten months before are far off', () => {
    const early = '2026-01-10T15:00:00.000Z';
    expect(readTimeline('this year', { at: early, asked: true })?.value.maxDays).toBe(355);
    expect(readTimeline('this summer', { at: early, asked: true })?.value.minDays).toBeGreaterThan(120);
  });
  test('"within 60 days" counts once', () => expect(days('within 60 days')).toEqual([0, 60]));
});

test.each([
  ["we can't sell at a loss", 'loss_aversion'],
  ['the buyer would not lose much', null],
  ['we put 40k into it', 'improvement_overvalue'],
  ['we put it up last week', null],
  ['prices always go up', 'market_denial'],
  ['we always go up there', null],
  ['that is too low', 'pricing_general'],
  ['the ceiling is low', null],
  ['there are too many options', 'analysis_paralysis'],
  ['are there many options?', null],
  ['we are talking to other agents', 'competition_shopping'],
  ['we are talking to the bank', null],
  ['why should I trust you', 'trust_credibility'],
  ['my family trust owns it', null],
  ['why would I need an agent', 'value_proposition'],
  ['I need an agent', null],
  ["we're not ready to list", 'timing_not_ready'],
  ["we're ready to list", null],
  ['is 200k for a lot in Leander ok?', null],
  ['500k is not too much', null],
  ['500k is too much', 'budget_shock'],
  ['500k for that dump', 'budget_shock'],
])('"%s" holds the objection %s', (text, objection) => expect(readObjection(text)?.value ?? null).toBe(objection));

test.each(['No preference', 'any', 'depende'])('"%s" is any area, where one was asked for', (text) => {
  expect(readArea(text, ['Zilker'], { asked: true })?.value).toBe('any');
  expect(readArea(text, ['Zilker'])).toBeNull();
});

test('a house bought is no change of mind', () => {
  expect(readRequests('We already bought a house, so we can close any time').boughtOne).toBe(true);
  expect(readRequests('We already bought a house').changedMind).toBe(false);
});
