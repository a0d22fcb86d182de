/** What a few words mean on the page of a home, without a model. Costs: about a second. */
import { describe, expect, test } from 'vitest';
import { home } from '../../../support/talk.ts';
import { said } from '../booking/buyers.ts';
import { bookingPack, withCalendar } from '../withCalendar.ts';

const onPage = () => withCalendar({}, { ...bookingPack, listing: { ...home, features: ['separate meters'] } });

describe('on the page of a home', () => {
  test('a word of its file asks what the file says of it', () =>
    expect(said(onPage().says('meters'))).toContain('[meters]'));

  test('a word that is nowhere in it does not', () =>
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

  test('a call that nobody is to make stays unmade', () =>
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
  test.each(['un señor me ofrecio 160 cash y q firme hoy mismo', 'an investor wants me to sign today, 150 cash'])(
    '“%s” is told to sign nothing yet',
    (words) => {
      const chat = withCalendar();
      chat.says(words.startsWith('un') ? 'hola, buenas tardes' : 'hello');
      expect(said(chat.says(words))).toMatch(/HUD/);
    },
  );

  test('a question of what is signed today is none', () =>
    expect(said(onPage().says('do I have to sign something today to see it?'))).not.toMatch(/HUD/));
});

test('a first message in Spanish without accents is answered in Spanish, and so is what they owe', () => {
  const chat = withCalendar();
  expect(said(chat.says('disculpe ustedes compran casas o nomas venden'))).toMatch(/^Hola/);
  expect(said(chat.says('es q devo 4 meses de la casa y me llego una carta del banco'))).toMatch(
    /HUD|consejero|equipo/,
  );
});
