import { describe, expect, test } from 'vitest';
import { servicesNoticeHint } from '../../client/desk/settings/servicesNoticeHint.ts';
import { withSuggestion } from '../../client/shared/ui/composer/drafts.ts';
import { noCallsWords } from '../../client/shared/ui/lead/noCallsWords.ts';
import { readAmounts, slotInputOf } from '../../client/shared/ui/lead/slotInput.ts';
import { asks, teamLine } from '../../client/shared/ui/teamWords.ts';
import { exactTime, readClockAs, shortTime, urgencyOf, waitWords } from '../../client/shared/ui/times.ts';
import { slotName, stageName, valueWordsOf, whoIs } from '../../client/shared/ui/words.ts';
import type { Entry } from '../../src/contract/entries.ts';
import { machineOf } from '../../src/features/bots/machines.ts';

describe('words for people', () => {
  test('a name of the hub is never shown as it is', () => {
    expect(slotName('preApproval')).toBe('Pre-approval');
    expect(slotName('somethingNew')).toBe('Something new');
    expect(stageName('ASK_TIMELINE')).toBe('Timeline');
    expect(stageName('QUALIFY')).toBe('Qualifying');
    expect(stageName('VERY_NEW_STAGE')).toBe('Very new stage');
  });

  test('a question is told as one says it, whatever it asks', () => {
    expect(asks('visit')).toBe('asks whether they want a visit');
    for (const question of (['lead', 'buyer', 'seller'] as const).flatMap((bot) => machineOf(bot).slots))
      expect(asks(question)).not.toMatch(/asks for (?:wants|has|agrees|how|whether|who|what|which|\w+s to)\b/);
  });

  test('a number that may not be called says so beside it, with the day', () => {
    const said = {
      at: '2026-11-22T18:00:00Z',
      conversationId: 'c',
      said: 'no calls please',
      evidence: { log: 'public:c', seq: 1, start: 0, end: 8 },
    };
    const noCalls = { ...said, channels: ['call' as const], reason: 'wants no calls' };
    expect(noCallsWords({ suppressed: ['call'], suppressions: [noCalls] })).toBe('No calls: said so on Nov 22');
    expect(noCallsWords({ suppressed: ['email'], suppressions: [{ ...noCalls, channels: ['email'] }] })).toBeNull();
  });

  test.each([
    ['budget', { minCents: null, maxCents: 48_000_000, currency: 'USD' }, 'Up to $480,000'],
    ['price', { minCents: 65_000_000, maxCents: 65_000_000, currency: 'USD' }, '$650,000'],
    ['budget', { minCents: 40_000_000, maxCents: 50_000_000 }, '$400,000 to $500,000'],
    ['timeline', { minDays: null, maxDays: 30 }, 'Within 30 days'],
    ['timeline', { minDays: 30, maxDays: 45, accepted: true }, '30 to 45 days'],
    ['timeline', { minDays: 90, maxDays: 180 }, '3 to 6 months'],
    ['timeline', { minDays: null, maxDays: null, accepted: false }, 'Not within 45 days'],
    ['preApproval', 'pre-approved', 'Pre-approved'],
    ['condition', 'move_in_ready', 'Move-in ready'],
    ['area', 'Zilker', 'Zilker'],
    ['beds', 0, 'Studio'],
    ['visit', true, 'Yes'],
    ['home', '2104 Maple Trace Lane', '2104 Maple Trace Lane'],
    ['propertyType', 'single-family', 'Single-family'],
    ['propertyType', 'land', 'Lot'],
    ['features', ['pool', 'wood-floors', 'main-downstairs'], 'Pool, wood floors, main bedroom downstairs'],
    ['features', [], null],
    ['showing', 'unrepresented', 'Without representation'],
    ['servicesNotice', 'link-in-chat', 'Link shown in the chat; still to e-mail or hand over'],
    ['servicesNotice', 'handed-over', 'Handed over'],
    ['area', null, null],
  ])('%s %o reads as %s', (slot, value, words) => {
    expect(valueWordsOf(slot, value)).toBe(words);
  });

  test('someone without a name is a visitor of the home they look at', () => {
    expect(whoIs({ lead: { id: 'x' }, listingTitle: '508 Pecan Bend' })).toBe('Visitor from 508 Pecan Bend');
    expect(whoIs({ lead: { id: 'x' } })).toBe('Website visitor');
  });

  test('a wait is grey, then amber from two minutes, then red from five', () => {
    const limits = { amberMinutes: 2, redMinutes: 5 };
    expect([119_999, 120_000, 300_000].map((ms) => urgencyOf(ms, limits))).toEqual(['calm', 'soon', 'late']);
    expect([-5, 40_000, 180_000, 4_800_000].map(waitWords)).toEqual(['0 s', '40 s', '3 min', '1 h 20']);
  });

  test('today is a clock time, this week has its day', () => {
    const now = new Date(2026, 4, 7, 15, 0).getTime();
    readClockAs('h12');
    expect(shortTime(new Date(2026, 4, 7, 14, 32).getTime(), now)).toBe('2:32 PM');
    expect(shortTime(new Date(2026, 4, 5, 14, 32).getTime(), now)).toMatch(/^\S+ 2:32 PM$/);
    expect(exactTime(new Date(2026, 4, 5, 14, 32).getTime())).toMatch(/2:32:00 PM/);
    readClockAs('h23');
    expect(shortTime(new Date(2026, 4, 7, 14, 32).getTime(), now)).toBe('14:32');
    expect(exactTime(new Date(2026, 4, 5, 14, 32).getTime())).toMatch(/14:32:00/);
  });
});

describe('a correction by hand', () => {
  test.each([
    ['450k', [45_000_000]],
    ['$400,000 to 500,000', [40_000_000, 50_000_000]],
    ['400-500k', [40_000_000, 50_000_000]],
    ['1.2m', [120_000_000]],
    ['650', [65_000_000]],
    ['no idea', null],
  ])('"%s" is read as an amount of money', (words, cents) => {
    expect(readAmounts(words)).toEqual(cents);
  });

  test('what holds no such value is refused, not sent as text', () => {
    const input = slotInputOf('beds');
    expect(input.kind === 'text' && [input.read('3'), input.read('three-ish')]).toEqual([3, null]);
  });
});

test('a suggestion never overwrites what an agent has begun to write', () => {
  expect(withSuggestion('', 'Would Thursday suit you?')).toBe('Would Thursday suit you?');
  expect(withSuggestion('Let me look. ', 'Would Thursday suit you?')).toBe('Let me look.\nWould Thursday suit you?');
});

describe('a hand-over is told in words, not in the names of states', () => {
  test.each([
    ['requested', 'lead', 'human', 'asked-for-person', 'A person is wanted: asked for a person'],
    ['in_takeover', 'lead', 'human', 'in_takeover', 'A person took it up'],
    ['released', 'human', 'lead', 'released', 'Back with Jorge'],
    ['closed', 'human', 'lead', 'closed', 'No person is wanted any more'],
    ['transferred', 'lead', 'buyer', 'said so', 'Handed over from the lead bot to the buyer bot: said so'],
  ])('%s', (state, from, to, reason, words) => {
    const entry = { type: 'handoff-changed', actor: { kind: 'bot' }, data: { state, from, to, reason } } as Entry;
    expect(teamLine(entry)).toBe(words);
  });
});

test('settings without the Texas notice say that Texas wants one, and with it that its link is no delivery', () => {
  expect(servicesNoticeHint('')).toMatch(/^Not set\. In Texas it is owed/);
  expect(servicesNoticeHint('https://a.example/iabs')).toMatch(/no delivery: e-mail/);
});
