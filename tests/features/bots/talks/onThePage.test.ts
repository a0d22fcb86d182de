/** Without a model, a few words on the page of a home mean what they ask. Costs: about two seconds. */
import { describe, expect, test } from 'vitest';
import { home } from '../../../support/talk.ts';
import { said } from '../booking/buyers.ts';
import { bookingPack, withCalendar } from '../withCalendar.ts';

const onPage = () => withCalendar({}, { ...bookingPack, listing: { ...home, features: ['separate meters'] } });

describe('on the page of a home', () => {
  test('a word of its file asks what the file says of it', () =>
    expect(said(onPage().says('meters'))).toContain('[meters]'));

  test('a word that its file does not hold asks nothing of it', () =>
    expect(said(onPage().says('blorp zint'))).not.toContain('[blorp'));

  test('a day and an hour with a number are a visit, and no call', () => {
    const chat = onPage();
    chat.says('how many bedrooms?');
    expect(said(chat.says('sat 2. 512-555-0190'))).toMatch(/Texas law/);
    expect(chat.state.slots.visit?.value).toBe('viewing');
  });

  test('a state that they compare with is no place they look in', () =>
    expect(said(onPage().says('In Ohio the buyer gets the keys at closing, is that the same in Texas?'))).not.toMatch(
      /outside the areas/,
    ));

  test('somebody with an agent is asked about the agreement, and not passed on', () => {
    const words = 'Hi, I already have an agent (Compass) but I had a couple of questions on Alder before I bother her';
    expect(said(onPage().says(words))).toMatch(/signed|agreement/);
  });

  test('“don’t have anybody call me” stops calls', () =>
    expect(said(onPage().says("thanks. pls don't have anybody call me, I'll reach out when I can"))).toMatch(
      /no one will call you/i,
    ));

  test('of a longer message that is half understood, the rest goes to the team and is said so', () => {
    const words =
      'also we want them to leave the fridge and the pool equipment checked. my oldest has asthma so we’d like a mold test';
    expect(said(onPage().says(words))).toMatch(/(?:rest of|with the team)/);
  });

  test.each([
    ['is the area gay friendly? we got stared at in our last place', /who lives where/],
    ['how big is the rainwater tank', /\[how big is the rainwater tank\]/],
  ])('“%s” is heard as what it asks', (words, answer) => expect(said(onPage().says(words))).toMatch(answer));

  test('a canceled visit is said to be off beside anything else, and no form follows', () => {
    const chat = onPage();
    chat.says('can I see it Saturday at 11?');
    const words = said(chat.says('cancel saturday for now, my girlfriend wants to see it too'));
    expect(words).toMatch(/cancel|nothing booked/i);
    expect(words).not.toContain('?');
  });
});

describe('a stranger who presses', () => {
  test.each([
    [
      'hello',
      'someone on facebook wants the deposit by zelle before i can see it',
      'oh. i sort of already sent 200',
      /call your bank/,
    ],
    ['hola, buenas tardes', 'me pide el deposito por zelle antes de ver la casa', 'ay ya le mandé 200', /banco/],
  ])('after “%s … %s”, money that has gone is for the bank at once', (hello, asks, gone, bank) => {
    const chat = withCalendar();
    for (const words of [hello, asks]) chat.says(words);
    expect(said(chat.says(gone))).toMatch(bank);
  });

  test.each(['un señor me ofrecio 160 cash y q firme hoy mismo', 'an investor wants me to sign today, 150 cash'])(
    '“%s” is told to sign nothing yet',
    (words) => {
      const chat = withCalendar();
      chat.says(words.startsWith('un') ? 'hola, buenas tardes' : 'hello');
      expect(said(chat.says(words))).toMatch(/HUD/);
    },
  );

  test.each([
    'do I have to sign something today to see it?',
    "I'm a cash buyer, ready to sign today",
    'tengo el efectivo y puedo firmar hoy',
    'do they want us to sign something before the tour today?',
  ])('“%s” is no reason to warn', (words) => {
    const chat = onPage();
    chat.says('hello');
    expect(said(chat.says(words))).not.toMatch(/HUD/);
  });
});

test.each(['son starts UT next year, condo near campus?', 'see ya', 'hey Al here'])(
  '“%s” is answered in English',
  (words) => expect(said(withCalendar().says(words))).not.toMatch(/^Hola/),
);

test('a couple that tells of itself is helped to find a home', () =>
  expect(said(withCalendar().says("We're a gay couple looking for a 3 bedroom in Hyde Park, around 500k"))).toMatch(
    /\$500,000/,
  ));

test('a question beside a time that works goes to the team', () => {
  const chat = onPage();
  chat.says('can I see it Saturday at 11?');
  expect(said(chat.says('Saturday works. Do you guys also help people move stuff into storage?'))).toMatch(/team/);
});

test('praise asks nothing, and a place is no name', () => {
  expect(said(onPage().says('Love the deck!'))).not.toContain('[Love');
  expect(said(onPage().says('Saw it on Zillow. 512-555-0190, call me'))).not.toContain('Nice to meet you');
});

test('a first message in Spanish without accents is answered in Spanish, and so is what they owe', () => {
  const chat = withCalendar();
  expect(said(chat.says('disculpe ustedes compran casas o nomas venden'))).toMatch(/^Hola/);
  expect(said(chat.says('es q devo 4 meses de la casa y me llego una carta del banco'))).toMatch(
    /HUD|consejero|equipo/,
  );
});
