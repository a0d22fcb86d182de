import { describe, expect, test } from 'vitest';
import { texasLaw } from '../../../../src/features/packs/texas.ts';
import { home } from '../../../support/talk.ts';
import { usd, watched } from '../expectations.ts';
import { answerIn, kindsOf, pack, textOf } from '../play.ts';
import { withCalendar } from '../withCalendar.ts';

const hearing = (...texts: string[]) => {
  const chat = watched();
  let last = '';
  for (const text of texts) last = textOf(chat.visitor(text));
  return { chat, last };
};

describe('one fact that only a buyer or a seller tells says who they are', () => {
  test.each([
    ["my house is at 1204 Willow Creek Dr and it's falling apart", 'condition', 'major_repairs'],
    ['i might lose my house', 'motivation', 'financial'],
    ['we have 3 rentals we might unload', 'intent', 'sell'],
  ])('"%s" goes to the seller bot at once', (text, slot, value) => {
    const { chat, last } = hearing(text);
    expect(chat.state.bot).toBe('seller');
    expect(answerIn(chat.state, slot)).toBe(value);
    expect(last).not.toMatch(/buying or selling|buy a home or to sell/);
  });

  test.each([
    ['we are behind on our mortgage', 'financial'],
    ["I inherited my aunt's place and have no idea what to do with it", 'inherited'],
    ['la casa de mi madre es de la herencia', 'inherited'],
  ])('"%s" is met with sympathy, kept as what it says, and asked nothing', (text, value) => {
    const { chat, last } = hearing(text);
    expect([answerIn(chat.state, 'intent'), answerIn(chat.state, 'motivation')]).toEqual(['sell', value]);
    expect(last).not.toMatch(/\?/);
    expect(chat.results.flatMap(kindsOf)).toContain('handoff');
  });

  test.each(['make me an offer', 'the house is too much for us', '88 Riverbend Ct', 'it needs a new roof'])(
    'asked whether they buy or sell, "%s" is a seller\'s answer',
    (text) => {
      expect(hearing('hello', text).chat.state.bot).toBe('seller');
    },
  );

  test.each([
    'up to 1.2M total',
    'something with a pool',
    'we rent now and our lease is up in March',
    'around 450k',
    '700 tops',
    'like 550 maybe 575',
    "he's got a va loan",
    'around 500, 525 max, we sold our place so its cash',
  ])('asked whether they buy or sell, "%s" is a buyer\'s answer', (text) => {
    expect(hearing('hello', text).chat.state.bot).toBe('buyer');
  });

  test('a visitor who only looks around is shown homes as soon as they say what they would like', () => {
    const { chat } = hearing('hey', 'just looking', 'no really, just looking', 'ok maybe something with a pool');
    const result = chat.visitor('under 500');
    expect(kindsOf(result)).toContain('listing-cards');
    expect(answerIn(chat.state, 'budget')).toEqual(usd(null, 500_000_00));
    expect(answerIn(chat.state, 'features')).toEqual(['pool']);
    expect(chat.state.ended).toBeNull();
  });

  test("the address of the page, its price and its roof are not the visitor's own home", () => {
    const listing = { listingId: 'l1', title: '4312 Teakwood Dr', area: 'East Austin', priceCents: 525_000_00 };
    const file = { ...home, ...listing, address: undefined, beds: 3 };
    const given = { ...pack, listing: file } as unknown as typeof pack;
    for (const text of ['4312 Teakwood Dr', 'it needs a new roof', 'what is 4312 Teakwood Dr worth?']) {
      const chat = watched(undefined, given);
      chat.visitor('hello');
      chat.visitor(text);
      expect(chat.state.bot, text).toBe('lead');
    }
  });

  test('an address that only begins like the one of the page is their own', () => {
    const listing = { listingId: 'l1', title: '43120 Teakwood Dr', area: 'East Austin', priceCents: 525_000_00 };
    const file = { ...home, ...listing, address: undefined, beds: 3 };
    const given = { ...pack, listing: file } as unknown as typeof pack;
    const chat = watched(undefined, given);
    for (const text of ['hello', '4312 Teakwood Dr']) chat.visitor(text);
    expect(chat.state.bot).toBe('seller');
  });

  test('the number on a door is no sum', () => {
    expect(hearing('hello', 'unit 405').chat.state.bot).toBe('lead');
  });

  test('a visitor who has to sell before they can buy is not asked which comes first', () => {
    const { chat } = hearing('I need to sell my house before I can buy a new one');
    expect(chat.state.bot).toBe('seller');
    expect(answerIn(chat.state, 'intent')).toBe('both');
  });
});

/** A buyer who picked Saturday at nine, and was asked how they come. */
function withPick() {
  const chat = withCalendar();
  chat.says('can I see it on Saturday?');
  chat.presses(0);
  return chat;
}
const said = (results: Parameters<typeof textOf>[0][]): string => results.map(textOf).join(' ');

describe('remarks beside the questions', () => {
  test('a seller who wants an offer is told who makes one, and the team knows', () => {
    const { chat } = hearing('I want to sell my house', '504 Elm Street');
    const result = chat.visitor('can you buy it?');
    expect(textOf(result)).toMatch(/has to come from a person/);
    expect(kindsOf(result)).toContain('alert');
  });

  test('"can my wife come too" is welcome, and the question stands', () => {
    const chat = withPick();
    expect(said(chat.says('can my wife come too'))).toMatch(/^Of course, bring anyone else who should see it\./);
    expect(chat.state.asked?.question).toBe('showing');
  });

  test('a visitor who loses patience is told that a person can take over, and the team knows', () => {
    const chat = watched();
    chat.visitor('hello');
    const result = chat.visitor('this is useless');
    expect(textOf(result)).toMatch(/person/);
    expect(result.effects).toContainEqual(expect.objectContaining({ kind: 'alert', alert: 'frustrated' }));
    expect(textOf(chat.visitor('hmm'))).not.toMatch(/rough idea/);
  });

  test.each([
    ['i asked about the roof', /\[i asked about the roof\]/],
    ['do you think theyd go lower', /^(?!.*\[).*help you decide what to offer/],
    ['what would you list it at', /^(?!.*\[).*compares recent sales/],
  ])('"%s" has its answer', (text, answer) => {
    const chat = watched();
    chat.visitor('hello');
    expect(textOf(chat.visitor(text))).toMatch(answer);
  });

  test.each([
    ['without', 'unrepresented'],
    ['with an agreement', 'agreement'],
  ])('asked how they want to be shown a home, "%s" is %s', (text, path) => {
    const chat = withPick();
    chat.says(text);
    expect(answerIn(chat.state, 'showing')).toBe(path);
  });

  test("a buyer who leaves the law's question open is not asked it a third time: the team sees to it", () => {
    const chat = withPick();
    expect(said(chat.says('Tom 512 555 0123'))).toMatch(/Texas law/);
    const last = said(chat.says('my mail is tom@home.example'));
    expect(last).not.toMatch(/Texas law/);
    expect(last).toContain('Saturday, November 28, 9:00 AM');
    expect(chat.state.booking.appointment).toBeNull();
  });

  test('"let\'s do a call" is heard', () => {
    const chat = watched(undefined, { ...pack, books: true, law: texasLaw });
    chat.visitor('I want to sell my house');
    chat.visitor("let's do a call");
    expect(answerIn(chat.state, 'visit')).toBe('call');
  });

  test('words that Jorge does not understand go to a person, not to a goodbye, from a visitor who looks around', () => {
    const { chat } = hearing('hey', 'just looking', 'hm', 'the light in the evening', 'and the wind');
    expect(chat.state.ended).toBeNull();
    expect(chat.results.flatMap(kindsOf)).toContain('handoff');
  });

  test('the second of three times is not the second of the month', () => {
    const chat = withCalendar();
    chat.says('can I see it on Saturday?');
    chat.says('2nd');
    chat.says('without');
    expect(chat.state.booking.appointment).not.toBeNull();
    expect(answerIn(chat.state, 'day')).toBe('Saturday');
  });

  test('"my husband works from home, so we need an office" is a buyer\'s wish, "ok can you text me pics" a question, "pat" is Pat', () => {
    expect(hearing('hello', 'my husband works from home so we need an office').chat.state.bot).toBe('buyer');
    expect(hearing('hello', 'ok can you text me pics').last).toContain('[');
    expect(hearing('I want to sell my house', 'talk to a person please', '512 555 0148', 'pat').last).toContain('Pat');
  });

  test('"no agent, just me" is understood, and asked back by the name that the law gives it', () => {
    const chat = withPick();
    expect(said(chat.says('no agent just me'))).toMatch(/^So you'd see it without representation/);
  });

  test('commercial space is left to the team, honestly', () => {
    expect(hearing('can you help with commercial space?').last).toMatch(/they know you asked/);
  });

  test('"$500k cash, close in 2 weeks" says the price, how it is paid and when', () => {
    const { chat } = hearing('I want to buy a house', '$500k cash, close in 2 weeks');
    expect(answerIn(chat.state, 'budget')).toEqual(usd(null, 500_000_00));
    expect(answerIn(chat.state, 'preApproval')).toBe('cash');
    expect(answerIn(chat.state, 'timeline')).toMatchObject({ maxDays: 14 });
  });

  test('a wish to rent is noted for the team', () => {
    const { chat } = hearing('hello', 'I am looking to rent', '2 bed, 2000 a month, Hyde Park');
    expect(answerIn(chat.state, 'beds')).toBe(2);
    expect(answerIn(chat.state, 'area')).toBe('Hyde Park');
    expect(answerIn(chat.state, 'rent')).toEqual(usd(200_000, 200_000));
    expect(chat.state.bot).toBe('lead');
  });

  test('"stop calling me, chat is fine" rules out calls and goes on', () => {
    const { chat } = hearing('I want to buy a house', 'please stop calling me, chat is fine');
    expect(chat.state.ended).toBeNull();
    expect(answerIn(chat.state, 'contactBy')).toBe('chat');
  });

  test('asked for a price, "austin, maybe 350ish?" is a guess and no question of theirs', () => {
    const { last } = hearing('I want to buy a house', 'austin, maybe 350ish?');
    expect(last).not.toContain('[');
    expect(last).toContain('$350,000');
  });

  test('on a page without a home nobody is told of "this home"', () => {
    expect(hearing('hello', 'just looking').last).not.toMatch(/this home/);
  });

  test('a lead who would rather be texted is asked for a number, not for a time to be called, and agrees to texts alone', () => {
    const chat = watched();
    chat.visitor('I want to sell my house at 504 Elm Street, we relocate, in 6 months, great condition, 600k');
    const asked = textOf(chat.visitor('no call please, just text me'));
    expect(asked).not.toMatch(/morning|afternoon/);
    expect(asked).toMatch(/reach you/);
    const consents = chat.visitor('512 555 0148').effects.filter((effect) => effect.kind === 'consent');
    expect(consents.map(({ channels }) => channels)).toEqual([['text']]);
  });

  test('"como 380 mil" is a sum and no question', () => {
    const { chat } = hearing('Quiero vender mi casa', 'como 380 mil');
    expect(answerIn(chat.state, 'price')).toEqual(usd(380_000_00, 380_000_00));
    expect(chat.results.at(-1) && textOf(chat.results.at(-1) as never)).not.toContain('[');
  });
});
