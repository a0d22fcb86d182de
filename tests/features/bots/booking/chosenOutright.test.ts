import { describe, expect, test } from 'vitest';
import type { StepResult } from '../../../../src/features/bots/state/protocol.ts';
import { austin } from '../../../../src/features/packs/austin.ts';
import { readTimeChoice } from '../../../../src/features/reading/time/readTimeChoice.ts';
import { readTimeOfDay } from '../../../../src/features/reading/time/readTimeOfDay.ts';
import { home } from '../../../support/talk.ts';
import { answerIn, kindsOf, replyOf, textOf } from '../play.ts';
import { bookingPack, withCalendar } from '../withCalendar.ts';

const said = (results: StepResult[]): string => results.map(textOf).join(' | ');
const kinds = (results: StepResult[]): string[] => results.flatMap(kindsOf);
const choicesIn = (results: StepResult[]): string[] =>
  results.flatMap((result) => replyOf(result)?.choices?.map(({ label }) => label) ?? []);
const notes = (results: StepResult[]): string =>
  results.flatMap(({ effects }) => effects.flatMap((one) => (one.kind === 'note' ? [one.text] : []))).join(' ');

const pageHome = {
  ...home,
  listingId: 'page',
  title: '2417 Ashby Hollow Drive',
  address: '2417 Ashby Hollow Drive, Austin, TX 78704',
};
const market = { ...austin, ...bookingPack, areas: austin.areas, listing: pageHome };
const cards = [
  { listingId: 'a', title: '2511 Sorrel Gate Drive', address: '2511 Sorrel Gate Drive, Round Rock, TX 78664' },
  { listingId: 'b', title: '908 Larkmoor Street', address: '908 Larkmoor Street, Austin, TX 78704' },
];

/** A seller who gave a number, with times for a call on the screen. */
function callOnOffer() {
  const chat = withCalendar({}, market);
  chat.says('I want to sell my house, call me at 512 555 0143');
  return { chat, last: chat.says('can we schedule a call?') };
}

describe('only plain words for a time, or the button, book it', () => {
  const offered = ['2026-11-23T15:00:00.000Z', '2026-11-23T20:00:00.000Z', '2026-11-24T17:00:00.000Z'].map(
    (startsAt) => ({ startsAt }),
  );
  const given = { at: '2026-11-21T15:00:00.000Z', zone: 'America/Chicago' };

  test.each([
    'tell me about the first one',
    'what about the first one?',
    'is the first one still for sale',
    'I first need to ask my wife',
    'not the first one',
    'the second bedroom is small',
    "I'll be in town on Tuesday with the kids",
    'how many baths does the second one have',
    '¿qué tal la primera casa?',
  ])('"%s" chooses none of the times', (text) => {
    expect(readTimeChoice(text, offered, given)?.kind).not.toBe('slot');
    const { chat } = callOnOffer();
    expect(kinds(chat.says(text))).not.toContain('book');
    expect(chat.state.booking.appointment).toBeNull();
  });

  test.each([
    ['the first one', 0],
    ['ok, the second one please', 1],
    ['can we do the second one?', 1],
    ['Tuesday works great for us', 2],
    ['The second one works. Is there parking?', 1],
    ['la segunda, por favor', 1],
    ['11 works', 2],
    ["let's do 11", 2],
    ['las 11 está bien', 2],
    ['11 or whatever is closest', 2],
    ['10:30 or the closest', 2],
    ['2:30 or closest is fine', 1],
    ['the last one you have', 2],
    ['the first slot you have is good', 0],
    ['my sister says 11 is good for her', 2],
    ['1100 if u have it', 2],
    ["my sister says 11 o'clock is good", 2],
    ['i told you 2 but 11 is better for her', 2],
    ['the earliest one after 10', 1],
    ['si a las 2 o lo más cerca que tengan', 1],
  ])('"%s" does', (text, index) => {
    expect(readTimeChoice(text, offered, given)).toEqual({ kind: 'slot', index });
  });

  test.each(['the first or the second', 'Sunday at 11 or closest', '11 or whatever', 'closest to downtown'])(
    '"%s" leaves it open',
    (text) => expect(readTimeChoice(text, offered, given)?.kind).not.toBe('slot'),
  );

  test.each([
    "11 doesn't work for me",
    '11 Oak Street',
    'I meant 2 Elm Court, Austin',
    'not 11',
    'either 9 or 11',
    '11 people are coming',
    'is 11 too late?',
  ])('an hour in "%s" takes none of them', (text) =>
    expect(readTimeChoice(text, offered, given)?.kind).not.toBe('slot'),
  );

  test('the closest is one that can still be had', () => {
    const passed = offered.map((one) => ({ ...one, closesAt: '2026-11-21T14:00:00.000Z' }));
    expect(readTimeChoice('10:30 or the closest', passed, given)?.kind).not.toBe('slot');
  });

  test.each(['ok thanks', 'thanks!', 'ok thank you', "ok I'll think about it", 'great, thanks so much', 'ok, gracias'])(
    'of the only time there is, "%s" takes nothing; a plain yes does',
    (text) => {
      const [only] = offered;
      if (only === undefined) throw new Error('no time');
      expect(readTimeChoice(text, [only], given)).toBeNull();
      expect(readTimeChoice('yes, that works for me', [only], given)).toEqual({ kind: 'slot', index: 0 });
    },
  );

  test.each([
    'what about 3 or 4 bedrooms',
    'around 3 beds',
    'about 2 to 3 baths',
    'around 4k a month',
    'about 10 acres',
    'about 3 miles away',
    'around 5 of us',
    'unas casas de a las 4 recámaras',
  ])('"%s" names no time of the day, and asks the calendar for none', (text) => {
    expect(readTimeOfDay(text)).toBeNull();
    const { chat } = callOnOffer();
    expect(kinds(chat.says(text))).not.toContain('find-times');
    expect(answerIn(chat.state, 'timeOfDay')).toBeUndefined();
  });

  test('with homes beside the times, "the first one" may be a home and books nothing; the day still chooses', () => {
    const { chat } = callOnOffer();
    chat.happens({ kind: 'cards-shown', seq: 50, items: cards });
    expect(kinds(chat.says('the first one'))).not.toContain('book');
    expect(kinds(chat.says('the second time please'))).toContain('book');
  });
});

test('"2 works" is asked about again where the second time is not the one at two', () => {
  const offered = ['2026-11-23T20:00:00.000Z', '2026-11-23T22:00:00.000Z'].map((startsAt) => ({ startsAt }));
  const given = { at: '2026-11-21T15:00:00.000Z', zone: 'America/Chicago' };
  expect(readTimeChoice('2 works', offered, given)).toBeNull();
  expect(readTimeChoice('4 works', offered, given)).toEqual({ kind: 'slot', index: 1 });
});

describe('the home that a showing is of is known, and named', () => {
  const shown = () => {
    const chat = withCalendar({}, market);
    chat.says('Looking for a 3 bedroom house under 500k in Round Rock or Pflugerville');
    chat.happens({ kind: 'cards-shown', seq: 50, items: cards });
    return chat;
  };

  test('with other homes on the screen it is asked which one, with a button for each', () => {
    const chat = shown();
    const asked = chat.says('can we tour on Dec 5th');
    expect(kinds(asked)).not.toContain('find-times');
    expect(said(asked)).toMatch(/which (?:home|of these|one)/i);
    expect(choicesIn(asked)).toEqual(['2511 Sorrel Gate Drive', '908 Larkmoor Street', '2417 Ashby Hollow Drive']);
    const offer = chat.chooses('a', '2511 Sorrel Gate Drive');
    expect(said(offer)).toContain('2511 Sorrel Gate Drive, Round Rock, TX 78664');
    expect(chat.state.booking.offer?.home).toEqual(cards[0]);
    expect(said(chat.says('the first one'))).toMatch(/Texas law/);
    const done = chat.chooses('unrepresented', 'Without representation');
    expect(said(done)).toMatch(/showing.*2511 Sorrel Gate Drive, Round Rock, TX 78664/i);
    expect(said(done)).not.toContain('Ashby');
    expect(notes(done)).toContain('2511 Sorrel Gate Drive');
    expect(notes(done)).not.toContain('Ashby');
    expect(chat.state.booking.appointment?.home).toEqual(cards[0]);
  });

  test.each([
    ['the second one', 'b'],
    ['Sorrel Gate', 'a'],
    ['the last one', 'page'],
    ['2417 Ashby Hollow', 'page'],
  ])('the answer "%s" names it', (text, listingId) => {
    const chat = shown();
    chat.says('can we tour on Dec 5th');
    chat.says(text);
    expect(chat.state.booking.offer?.home?.listingId).toBe(listingId);
    chat.presses(0);
    chat.chooses('unrepresented', 'Without representation');
    expect(chat.state.booking.appointment?.home?.listingId).toBe(listingId);
  });

  test.each([
    ['can I see the second one on Saturday?', 'b'],
    ['can I see this house on Saturday?', 'page'],
    ['can we tour 908 Larkmoor on Saturday?', 'b'],
  ])('"%s" names it already: nothing is asked', (text, listingId) => {
    const chat = shown();
    chat.says(text);
    expect(chat.state.booking.offer?.home?.listingId).toBe(listingId);
    chat.presses(0);
    chat.chooses('unrepresented', 'Without representation');
    expect(chat.state.booking.appointment?.home?.listingId).toBe(listingId);
  });

  test('a visit is to the page’s home, by its address, when no other home is in talk', () => {
    const chat = withCalendar({}, market);
    expect(said(chat.says('Can I see it on Saturday?'))).toContain(pageHome.address);
    chat.presses(0);
    expect(said(chat.chooses('unrepresented', 'Without representation'))).toContain(pageHome.address);
  });

  test('a buyer who never says which home is left to the team, not asked forever', () => {
    const chat = shown();
    chat.says('can we tour on Dec 5th');
    chat.says('hm');
    const last = [...chat.says('hm hm'), ...chat.says('hmm')];
    expect(kinds(last)).not.toContain('find-times');
    expect(chat.state.booking.byTeam).toBe(true);
  });
});

describe('a legal choice is made with the button or by its name', () => {
  /** A buyer who picked a time and was asked how they come. */
  const asked = () => {
    const chat = withCalendar({}, market);
    chat.says('Can I see it on Saturday?');
    chat.says('the first one');
    expect(chat.state.asked?.question).toBe('showing');
    return chat;
  };

  test.each([
    'qué quiere decir sin representación',
    'what does without representation mean',
    'is without representation better?',
    "I don't want to be without representation",
    'the third one',
  ])('"%s" chooses nothing: it is explained, and the choice stands', (text) => {
    const chat = asked();
    const results = chat.says(text);
    expect(kinds(results)).not.toContain('book');
    expect(chat.state.slots.showing?.state ?? 'unknown').toBe('unknown');
    expect(said(results)).toMatch(/agreement|acuerdo/i);
    expect(said(results)).not.toMatch(/\[|(?:Got it|Okay), without|(?:Entendido|De acuerdo), sin/);
    expect(chat.state.asked?.question).toBe('showing');
    expect(choicesIn(results)).toHaveLength(3);
  });

  test.each([
    'no agent, i dont want to sign anything',
    'I dont want an agent, I just want to look',
    'no agreement please',
  ])('"%s" is asked back by its name, and a plain yes to that chooses it', (text) => {
    const chat = asked();
    const results = chat.says(text);
    expect(kinds(results)).not.toContain('book');
    expect(chat.state.slots.showing?.state ?? 'unknown').toBe('unknown');
    expect(said(results)).toMatch(/without representation/i);
    expect(choicesIn(results)).toHaveLength(3);
    expect(kinds(chat.says('yes'))).toContain('book');
    expect(chat.state.slots.showing?.value).toBe('unrepresented');
  });

  test('a no to it asks for the three ways again', () => {
    const chat = asked();
    chat.says('no agent, i dont want to sign anything');
    const results = chat.says('no, not like that');
    expect(chat.state.slots.showing?.state ?? 'unknown').toBe('unknown');
    expect(said(results)).toMatch(/buyer agreement/i);
  });

  test.each([
    ['without representation please', 'unrepresented'],
    ['Without', 'unrepresented'],
    ['sin representación', 'unrepresented'],
    ['the buyer agreement', 'agreement'],
  ])('"%s" chooses', (text, path) => {
    const chat = asked();
    chat.says(text);
    expect(answerIn(chat.state, 'showing')).toBe(path);
  });
});

describe('a call takes a number', () => {
  const wanted = () => {
    const chat = withCalendar({}, market);
    chat.says('I want to sell my house');
    chat.says('can we schedule a call?');
    return chat;
  };

  test('"can someone call me", no number, and a thank-you book nothing', () => {
    const chat = withCalendar({}, market);
    const all = [
      'I want to sell my house',
      'can someone call me Monday 2pm',
      "no I'd rather not give my phone",
      'ok thanks',
    ].flatMap((text) => chat.says(text));
    expect(kinds(all)).not.toContain('book');
    expect(said(all)).toMatch(/email/);
  });

  test('a lead who keeps their number to themselves gets no call and hears the other ways', () => {
    const chat = wanted();
    const results = chat.says("no I'd rather not give my phone");
    expect(said(results)).toMatch(/email/);
    expect(said(results)).toMatch(/chat/);
    expect(kinds([...results, ...chat.says('ok thanks')])).not.toContain('book');
    expect(chat.state.booking.appointment).toBeNull();
    expect(chat.state.booking.offer).toBeNull();
  });

  test('the time that was chosen waits for the number, and is booked with it', () => {
    const chat = wanted();
    const asked = chat.says('the first one');
    expect(kinds(asked)).not.toContain('book');
    expect(said(asked)).toMatch(/number/);
    expect(choicesIn(asked)).toEqual(['Email instead', 'Stay in this chat']);
    const startsAt = chat.state.booking.offer?.slots[0]?.startsAt;
    const done = chat.says('512 555 0143');
    expect(said(done)).toMatch(/booked/i);
    expect(chat.state.booking.appointment?.startsAt).toBe(startsAt);
    expect(done.flatMap(({ effects }) => effects)).toContainEqual(expect.objectContaining({ kind: 'consent' }));
  });

  test('a pressed time is kept free meanwhile; let go where no number comes', () => {
    for (const [text, cancels] of [
      ['512 555 0143', false],
      ['no thanks', true],
      ['me@home.example', true],
    ] as const) {
      const chat = wanted();
      expect(said(chat.presses(0))).toMatch(/number/);
      const done = chat.says(text);
      expect(kinds(done).includes('cancel-appointment')).toBe(cancels);
      expect(chat.state.booking.appointment === null).toBe(cancels);
      expect(chat.state.booking.held).toBeNull();
    }
  });

  test.each([
    ['email', 'Email instead', /email/],
    ['chat', 'Stay in this chat', /chat/],
  ])('the button "%s" lets the call go', (id, label, words) => {
    const chat = wanted();
    chat.says('the first one');
    const done = chat.chooses(id, label);
    expect(said(done)).toMatch(words);
    expect(kinds(done)).not.toContain('book');
    expect(chat.state.booking).toMatchObject({ appointment: null, offer: null });
    expect(kinds(chat.says('ok thanks'))).not.toContain('book');
  });

  test('a seller’s call is about their home, not about the one of the page', () => {
    const chat = withCalendar({}, market);
    chat.says('I want to sell my house at 8412 Brodie Lane, my number is 512 555 0143');
    chat.says('can we schedule a call?');
    const done = chat.says('the first one');
    expect(notes(done)).toContain('8412 Brodie Lane');
    expect(notes(done)).not.toContain('Ashby');
  });
});

describe('a reply is whole', () => {
  test('an estimate in the first message ends with its brackets and what it rests on', () => {
    const mortgage = {
      yearlyRate: 0.065,
      years: 30,
      downShare: 0.2,
      yearlyTaxShare: 0.018,
      yearlyInsuranceCents: 240_000,
      source: 'Hill Country Lending',
      asOf: '2026-11-16',
    };
    const url = `https://www.bartonridge.example/texas-law/information-about-brokerage-services-${'x'.repeat(60)}`;
    const chat = withCalendar({}, { ...market, mortgage, brokerageServicesUrl: url });
    const text = said(chat.says('what would my monthly payment be with 10% down?'));
    expect(text).toMatch(/Estimate: .*\(.*with tax and insurance; Hill Country Lending, 2026-11-16\)\./);
    expect(text).toContain(url);
  });
});
