import { describe, expect, test } from 'vitest';
import { homeFieldLabel } from '../../client/desk/homes/homeFields.ts';
import { lastWords, rowReason } from '../../client/desk/inbox/rowReason.ts';
import { servicesNoticeHint } from '../../client/desk/settings/servicesNoticeHint.ts';
import { withSuggestion } from '../../client/shared/components/composer/drafts.ts';
import { noCallsLabel } from '../../client/shared/components/lead/noCallsLabel.ts';
import { readAmounts, slotInputOf } from '../../client/shared/components/lead/slotInput.ts';
import { teamLine, timelineLine } from '../../client/shared/labels/entryLines.ts';
import { armsWords, comparisonWords, didWords, rangeWords } from '../../client/shared/labels/experiments.ts';
import { whoIs } from '../../client/shared/labels/names.ts';
import { reasonLabel } from '../../client/shared/labels/reasons.ts';
import { scheduleWords } from '../../client/shared/labels/reports.ts';
import { asks, slotLabel } from '../../client/shared/labels/slots.ts';
import { stageLabel } from '../../client/shared/labels/stages.ts';
import { dayIn, exactTime, readClockAs, shortTime, urgencyOf, waitWords } from '../../client/shared/labels/times.ts';
import { valueWordsOf } from '../../client/shared/labels/values.ts';
import { durationWords } from '../../client/wall/durationWords.ts';
import type { Entry } from '../../src/contract/log/entry.ts';
import { type Weekday, weekdays } from '../../src/contract/rest/settingsLimits.ts';
import type { BoardRow } from '../../src/contract/socket/board.ts';
import type { RecordName, Stage } from '../../src/contract/vocabulary.ts';
import { machineOf } from '../../src/features/bots/flows/machines.ts';

describe('words for people', () => {
  test('a schedule of reports says what is made, on which days, and when', () => {
    readClockAs('h12');
    const words = (days: Weekday[], time = '08:00') =>
      scheduleWords({ kind: 'weekly', weekdays: days, time }).replaceAll('\u202f', ' ');
    expect(words(['monday'])).toBe('Weekly team report, Mondays at 8:00 AM');
    expect(words(['monday', 'friday'], '16:45')).toBe('Weekly team report, Mondays and Fridays at 4:45 PM');
    expect(words(weekdays.slice(0, 5))).toBe('Weekly team report, Mondays to Fridays at 8:00 AM');
    expect(words([...weekdays], '00:00')).toBe('Weekly team report, every day at 12:00 AM');
    readClockAs('h23');
    expect(words(['sunday'])).toBe('Weekly team report, Sundays at 08:00');
    readClockAs(undefined);
  });

  test('a name of the hub is never shown as it is', () => {
    expect(slotLabel('preApproval')).toBe('Pre-approval');
    expect(stageLabel('ASK_TIMELINE')).toBe('Timeline');
    expect(stageLabel('QUALIFY')).toBe('Qualifying');
    expect(stageLabel('EXHAUSTED')).toBe('Jorge is stuck');
    expect(reasonLabel('just-looking')).toBe('Just looking');
    expect(asks('contact')).toBe('asks for a phone number or email');
  });

  test('a name stored by an older build is spelled out', () => {
    expect(stageLabel('VERY_OLD_STAGE' as Stage)).toBe('Very old stage');
    expect(slotLabel('somethingElse' as RecordName)).toBe('Something else');
    expect(reasonLabel('gone-fishing')).toBe('Gone fishing');
    expect(reasonLabel('Called back, no answer')).toBe('Called back, no answer');
  });

  test('a question is told as one says it, whatever it asks', () => {
    expect(asks('visit')).toBe('asks whether they want an appointment');
    for (const question of (['lead', 'buyer', 'seller'] as const).flatMap((bot) => machineOf(bot).slots))
      expect(asks(question)).not.toMatch(
        /asks (?:for|about) (?:wants|has|agrees|how|whether|who|what|which|\w+s to)\b/,
      );
  });

  test('a day is the day of the brokerage, whatever it is in London', () => {
    expect(dayIn('America/Chicago', '2027-01-05T00:30:00Z')).toBe('2027-01-04');
    expect(dayIn('America/Chicago', '2027-01-05T06:00:00Z')).toBe('2027-01-05');
  });

  test('a number that may not be called says so beside it, with the day', () => {
    const said = {
      at: '2026-11-22T18:00:00Z',
      conversationId: 'c',
      said: 'no calls please',
      evidence: { log: 'public:c', seq: 1, start: 0, end: 8 },
    };
    const noCalls = { ...said, channels: ['call' as const], reason: 'wants no calls' };
    expect(noCallsLabel({ suppressed: ['call'], suppressions: [noCalls] })).toBe(
      'No calls: asked us to stop on Nov 22',
    );
    expect(noCallsLabel({ suppressed: ['email'], suppressions: [{ ...noCalls, channels: ['email'] }] })).toBeNull();
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
    ['features', ['pool', 'charger'], 'Pool, EV charger'],
    ['features', [], null],
    ['showing', 'unrepresented', 'Without representation'],
    ['servicesNotice', 'link-in-chat', 'Link shown in the chat; still needs to be emailed or delivered in person'],
    ['servicesNotice', 'handed-over', 'Delivered in person'],
    ['area', null, null],
  ])('%s %o reads as %s', (slot, value, words) => {
    expect(valueWordsOf(slot, value)).toBe(words);
  });

  test('someone without a name is a visitor of the home they look at', () => {
    expect(whoIs({ lead: { id: 'x' }, listingTitle: '508 Pecan Bend' })).toBe('Visitor · 508 Pecan Bend');
    expect(whoIs({ lead: { id: 'x' } })).toBe('Website visitor');
    const startedAt = new Date().toISOString();
    expect(whoIs({ lead: { id: 'x' }, listingTitle: '508 Pecan Bend', startedAt })).toMatch(
      /^Visitor \d.* · 508 Pecan Bend$/,
    );
    expect(whoIs({ lead: { id: 'x' }, wants: { wish: 'sell' }, startedAt })).toMatch(/^Seller \d/);
  });

  test.each([
    [{ wish: 'buy', beds: 3, maxCents: 50_000_000, area: 'Round Rock' }, 'Buyer · 3 bd ≤ $500k · Round Rock'],
    [{ wish: 'sell', area: 'Pflugerville' }, 'Seller · Pflugerville'],
    [{ wish: 'rent', beds: 0, minCents: 150_000 }, 'Renter · Studio ≥ $1.5k'],
    [{ minCents: 65_000_000, maxCents: 70_000_000 }, 'Visitor · $650k–$700k'],
    [{ minCents: 125_000_000, maxCents: 125_000_000 }, 'Visitor · $1.25M'],
  ] as const)('who gave no name is called by what they want: %o', (wants, words) => {
    expect(whoIs({ lead: { id: 'x' }, wants, listingTitle: '508 Pecan Bend' })).toBe(words);
    expect(whoIs({ lead: { id: 'x', name: 'Ana Reyes' }, wants })).toBe('Ana Reyes');
  });

  test('a row has one reason: work to do in amber, and facts plainly', () => {
    const at = '2026-05-04T11:00:00Z';
    const now = Date.parse('2026-05-04T11:10:00Z');
    const row = (more: Partial<BoardRow>): BoardRow => ({
      conversationId: 'c',
      lead: { id: 'l' },
      channel: 'widget',
      stage: 'QUALIFY',
      mode: 'bot',
      unread: 0,
      lastText: 'Good day',
      lastAt: at,
      flags: [],
      language: 'en',
      ...more,
    });
    const reasonOf = (more: Partial<BoardRow>) => rowReason(row(more), 'me', now);
    const waits = { mode: 'waiting', owed: { kind: 'now', since: at, reason: 'asked-for-person' } } as const;
    const flags = [{ kind: 'asked-for-person', reason: 'asked-for-person' }] as const;
    const booked = [{ kind: 'appointment-booked', reason: 'Showing Sat 10:30' }] as const;
    expect(reasonOf({ ...waits, flags: [...flags] })).toEqual({ words: 'Asked for a person', tone: 'todo' });
    const offered = { id: 'me', name: 'Maya' };
    expect(reasonOf({ ...waits, flags: [...flags], offered })).toEqual({ words: 'Offered to you', tone: 'todo' });
    expect(reasonOf({ flags: [...booked] })).toEqual({ words: 'Showing Sat 10:30', tone: 'fact' });
    expect(reasonOf({ mode: 'waiting', owed: { kind: 'none', reason: 'goodbye' } })).toEqual({
      words: 'Said goodbye',
      tone: 'fact',
    });
    expect(reasonOf({ temperature: 'hot' })).toEqual({ words: 'Hot', tone: 'hot' });
    expect(reasonOf({})).toEqual({ words: 'Qualifying', tone: 'plain' });
    const said = [
      { by: 'visitor', text: 'Is it sold?' },
      { by: 'bot', text: 'Hi, I am Jorge.' },
    ] as const;
    expect(lastWords(row({ lastLines: [...said] }), 'me')).toBe('Is it sold?');
    const answered = [...said, { by: 'person' as const, text: 'It is not.' }];
    expect(lastWords(row({ lastLines: answered, owner: offered }), 'me')).toBe('You: It is not.');
    expect(lastWords(row({ lastLines: answered, owner: offered }), 'other')).toBe('Team: It is not.');
  });

  test('a wait is gray, then amber from two minutes, then red from five', () => {
    const limits = { amberMinutes: 2, redMinutes: 5 };
    expect([119_999, 120_000, 300_000].map((ms) => urgencyOf(ms, limits))).toEqual(['calm', 'soon', 'late']);
    expect([-5, 40_000, 180_000, 4_800_000].map(waitWords)).toEqual(['0 sec', '40 sec', '3 min', '1 hr 20 min']);
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

  test.each([
    ['charger', 'EV charger'],
    ['solar', 'Solar panels'],
    ['main-downstairs', 'Main bedroom downstairs'],
  ])('the feature %s is kept as such when its words are typed', (name, words) => {
    const input = slotInputOf('features');
    expect(input.kind === 'text' && input.read(`Pool, ${words}`)).toEqual(['pool', name]);
  });

  test('text that is no such value is refused, not sent', () => {
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
    ['requested', 'lead', 'human', 'asked-for-person', 'Person requested'],
    ['requested', 'lead', 'human', 'not-served', 'Person requested: outside what the team handles'],
    ['in_takeover', 'lead', 'human', 'in_takeover', 'A person took over'],
    ['released', 'human', 'lead', 'released', 'Back with Jorge'],
    ['closed', 'human', 'lead', 'closed', 'A person is no longer needed'],
    ['transferred', 'lead', 'buyer', 'said so', 'Handed over from the lead bot to the buyer bot: said so'],
  ])('%s', (state, from, to, reason, words) => {
    const entry = { type: 'handoff-changed', actor: { kind: 'bot' }, data: { state, from, to, reason } } as Entry;
    expect(teamLine(entry)).toBe(words);
  });
});

test('a timeline names the day of an appointment, which lies ahead when it is booked', () => {
  const startsAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const data = { appointmentId: 'a', state: 'booked', kind: 'viewing', startsAt, zone: 'America/Chicago' };
  const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'America/Chicago' });
  const line = timelineLine({ type: 'appointment-changed', data } as unknown as Entry);
  expect(line).toMatch(/^Showing booked: /);
  expect(line).toContain(day.format(new Date(startsAt)));
});

test('settings without the Texas notice say that Texas wants one, and with it that its link is no delivery', () => {
  expect(servicesNoticeHint('')).toMatch(/^Not set\. Texas requires it/);
  expect(servicesNoticeHint('https://a.example/iabs')).toMatch(/doesn’t count as delivery: also email/);
});

test('the fields that an answer comes from are called as in the home’s form', () => {
  expect(['hoaCentsPerMonth', 'amenities.garage'].map(homeFieldLabel)).toEqual(['HOA per month', 'Garage']);
});

test('the groups of an experiment are told apart in words that claim no more than chance allows', () => {
  const pair = { strategy: 'empathetic', other: 'analytical', p: 0.01, significant: true } as const;
  expect(comparisonWords({ ...pair, difference: 0.116, adjustedP: 0.0009 })).toBe(
    'Empathetic is 12 points ahead of Analytical. Chance alone makes such a difference in fewer than 1 of 1,000 experiments.',
  );
  expect(comparisonWords({ ...pair, difference: -0.05, adjustedP: 0.03 })).toMatch(
    /^Analytical is 5 points ahead of Empathetic\. .* about 3 of 100 experiments\.$/,
  );
  expect(comparisonWords({ ...pair, difference: 0.01, adjustedP: 0.8, significant: false })).toBe(
    'Empathetic is 1 point ahead of Analytical, which may well be chance.',
  );
  expect(comparisonWords({ ...pair, difference: 0.001, adjustedP: 1, significant: false })).toBe(
    'Empathetic and Analytical did alike.',
  );
  const arm = { strategy: 'assertive', weight: 0.5, exposed: 12, outcomes: 4, optOuts: 0, complaints: 0 } as const;
  const rate = { share: 1 / 3, from: 0.138, to: 0.609 };
  expect(didWords({ ...arm, rate }, 'appointment')).toBe('4 of 12 booked an appointment');
  expect(rangeWords({ ...arm, rate })).toBe('likely between 14% and 61%');
  expect(didWords({ ...arm, exposed: 0, outcomes: 0, rate: null }, 'replied')).toBe('No leads yet');
  expect(armsWords([arm, { strategy: 'relationship' }])).toBe('Assertive and Relationship');
});

test.each([
  [40_000, '40 sec'],
  [72_400, '1 min 12 sec'],
  [7_190_000, '2 hr 0 min'],
  [7_500_000, '2 hr 5 min'],
])('a duration of %d ms is read as "%s"', (ms, words) => {
  expect(durationWords(ms)).toBe(words);
});
