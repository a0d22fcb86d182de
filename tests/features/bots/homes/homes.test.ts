import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../../src/contract/readings.ts';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import type { ShownHome } from '../../../../src/features/bots/state/protocol.ts';
import { austin } from '../../../../src/features/packs/austin.ts';
import type { ListingFacts, Pack } from '../../../../src/features/packs/model.ts';
import { home } from '../../../support/talk.ts';
import { slotStates, usd, watched } from '../expectations.ts';
import { answerIn, replyOf, textOf } from '../play.ts';

const market: Pack = { ...austin, brokerage: 'Barton Ridge Realty', timeZone: 'America/Chicago' };
const onPage = (listing: Partial<ListingFacts>): Pack => ({ ...market, listing: { ...home, ...listing } });
const start = (pack: Pack = market) => watched(firstState(), pack);
const searchOf = (result: ReturnType<ReturnType<typeof start>['visitor']>) =>
  result.effects.find((effect) => effect.kind === 'listing-cards')?.search ?? null;
const cards: ShownHome[] = [
  { listingId: 'a', title: '4312 Teakwood Row' },
  { listingId: 'b', title: '908 Larkmoor Street' },
];

describe('homes in a talk', () => {
  test('a visitor who asks for homes is shown matching ones at once, and the cards follow the words', () => {
    const result = start().visitor('Do you have any 3 bedroom condos in Mueller or Zilker under 600k with a pool?');
    const search = {
      why: 'wish',
      wish: {
        areas: ['Mueller', 'Zilker'],
        beds: { from: 3, to: null },
        priceCents: { from: null, to: 60_000_000 },
        kinds: ['condo'],
        features: ['pool'],
      },
      without: [],
    };
    expect(searchOf(result)).toEqual(search);
    expect(replyOf(result)?.parts).toContainEqual({ kind: 'homes', search });
    expect(textOf(result)).not.toContain('[Do you have');
  });

  test('what they add to their wish after a search narrows it at once', () => {
    const chat = start();
    expect(searchOf(chat.visitor('looking for 3 beds under 500k in Mueller'))?.wish).not.toHaveProperty('amenities');
    const narrowed = searchOf(chat.visitor('has to have a garage for 2 cars tho'));
    expect(JSON.stringify(narrowed?.wish)).toContain('garage');
  });

  test('a wish that is taken back widens the search, and homes that were shown do not come again', () => {
    const chat = start();
    chat.visitor('we want 4 bedrooms up to 700k in Mueller, with a pool');
    chat.happen({ kind: 'cards-shown', seq: 50, items: cards });
    const text = 'the pool isn’t a must. what else';
    const nothing: Reading = { acts: [], questions: [], slots: [], ruledOut: [], situation: 'none', language: 'en' };
    const reading: Reading = {
      ...nothing,
      acts: ['wants-homes', 'retracts'],
      slots: [{ name: 'features', op: 'clear', value: '', quote: 'the pool isn’t a must' }],
    };
    const search = searchOf(
      chat.happen(
        { kind: 'understood', of: 60, by: 'model', reading, offline: nothing, facts: [] },
        { kind: 'visitor-message', seq: 60, log: 'public', text },
      ),
    );
    expect(search?.wish).not.toHaveProperty('features');
    expect(search?.without).toEqual(['a', 'b']);
  });

  test.each([
    'whats the cheapest thing u have lol',
    'cheapest house with 3 bedrooms?',
    'cual es la casa mas barata que tienen',
  ])('"%s" is a search, and no question for a person', (text) => {
    const result = start().visitor(text);
    expect(searchOf(result)?.why).toBe('wish');
    expect(textOf(result)).not.toMatch(/can.t answer|equipo/);
  });

  test('"can I still look at stuff here" wishes for no visit', () => {
    const result = start(onPage({})).visitor('can i still look at stuff on here w/o giving my info');
    expect(result.effects.map(({ kind }) => kind)).not.toContain('find-times');
  });

  test('a question on fees that names homes looks for none', () => {
    expect(searchOf(start().visitor('ustedes cobran algo por enseñar las casas?'))).toBeNull();
  });

  test('a buyer who said two things of what they want is shown homes once, and again when all is known', () => {
    const chat = start();
    const shown = ["I'm looking to buy in Hyde Park", '500k', 'pre-approved', '3 bedrooms', 'by July', 'mornings'].map(
      (text) => searchOf(chat.visitor(text)) !== null,
    );
    expect(shown).toEqual([false, true, false, true, false, false]);
  });

  test('a visitor who changes a wish is shown homes for the new one', () => {
    const chat = start();
    chat.visitor("I'm looking to buy in Hyde Park");
    chat.visitor('500k');
    expect(searchOf(chat.visitor('actually we can go up to 650k'))?.wish.priceCents).toEqual({
      from: null,
      to: 65_000_000,
    });
  });

  test('"show me more" goes on without those that were shown', () => {
    const chat = start();
    chat.visitor('show me homes in Zilker');
    chat.happen({ kind: 'cards-shown', seq: 50, items: cards });
    const more = chat.visitor('show me more');
    expect(searchOf(more)).toMatchObject({ why: 'more', wish: { areas: ['Zilker'] }, without: ['a', 'b'] });
    expect(textOf(more)).not.toMatch(/didn't|not sure I/);
  });

  test('a card can be asked about, by its place or by its street, and stays meant', () => {
    const chat = start(onPage({}));
    chat.visitor('show me homes in Zilker');
    chat.happen({ kind: 'cards-shown', seq: 50, items: cards });
    const asks = (text: string) => replyOf(chat.visitor(text))?.parts.find((part) => part.kind === 'answer');
    expect(asks('what are the taxes on the second one?')).toMatchObject({ listingId: 'b' });
    expect(asks('and the HOA?')).toMatchObject({ listingId: 'b' });
    expect(asks('is 4312 Teakwood still available?')).toMatchObject({ listingId: 'a' });
    expect(answerIn(chat.state, 'home')).toBe('4312 Teakwood Row');
    expect(asks('how old is this house?')).not.toHaveProperty('listingId');
    expect(asks('is there a bath on the second floor?')).not.toHaveProperty('listingId');
  });

  test.each(['the 2nd one', 'la segunda'])('"%s" means the card, and is no answer to the question below it', (text) => {
    const chat = start();
    for (const line of ["I'm looking to buy in Hyde Park", '500k']) chat.visitor(line);
    chat.happen({ kind: 'cards-shown', seq: 50, items: cards });
    expect(chat.state.asked?.question).toBe('preApproval');
    const result = chat.visitor(text);
    expect(answerIn(chat.state, 'preApproval')).toBeUndefined();
    expect(replyOf(result)?.parts).toContainEqual(expect.objectContaining({ kind: 'answer', listingId: 'b' }));
  });

  test.each(['pending', 'sold', 'removed'] as const)(
    'B16: a home that is %s is answered about, and similar ones come once',
    (status) => {
      const chat = start(onPage({ status, area: 'Mueller', beds: 3, priceCents: 50_000_000 }));
      const result = chat.visitor('Is it still available?');
      expect(textOf(result)).toContain('[Is it still available?] [homes: similar]');
      expect(searchOf(result)).toEqual({
        why: 'similar',
        wish: { areas: ['Mueller'], beds: { from: 3, to: null }, priceCents: { from: 40_000_000, to: 60_000_000 } },
        without: ['l1'],
      });
      expect(searchOf(chat.visitor('how big is it?'))).toBeNull();
    },
  );

  test.each([
    ['Can I see it on Saturday?', 'Is it still for sale?'],
    ['¿Puedo verla el sábado?', '¿Sigue a la venta?'],
  ])('"%s" of a home under contract hears so before any time is asked for', (text, question) => {
    const chat = start(onPage({ status: 'pending' }));
    const result = chat.visitor(text);
    expect(textOf(result)).toContain(`[${question}] [homes: similar]`);
    expect(chat.state.asked).toBeNull();
    expect(textOf(result)).not.toMatch(/set that up|organizo/);
  });

  test('a home for sale brings no others with its answers', () => {
    expect(searchOf(start(onPage({})).visitor('Is it still available? What are the taxes?'))).toBeNull();
  });

  test('naming a protected class makes no difference to the homes that are shown', () => {
    const of = (text: string) => searchOf(start().visitor(text));
    const plain = of('show me 3 bedroom homes in Zilker under 700k');
    for (const who of [
      'We are a Hispanic family. ',
      'I use a wheelchair. ',
      'We have two kids. ',
      'As a single woman: ',
    ])
      expect(of(`${who}show me 3 bedroom homes in Zilker under 700k`)).toEqual(plain);
  });

  test('a seller is shown no homes', () => {
    const chat = start();
    chat.visitor('I want to sell my house in Zilker');
    expect(searchOf(chat.visitor('do you have any similar homes for sale?'))).toBeNull();
  });
});

describe('the wishes that a buyer names', () => {
  test('"Around 650k, up to 700" is 700 at most', () => {
    const chat = start();
    chat.visitor("I'm looking to buy");
    chat.visitor('Around 650k, up to 700');
    expect(answerIn(chat.state, 'budget')).toEqual(usd(null, 70_000_000));
  });

  test.each([
    ['we like south Austin', 'South Austin'],
    ['south Austin or Dripping Springs', 'South Austin, Dripping Springs'],
    ['anywhere but Zilker, maybe Hyde Park', 'Hyde Park'],
  ])('"%s" as the area', (text, area) => {
    const chat = start();
    chat.visitor("I'm looking to buy");
    chat.visitor(text);
    expect(answerIn(chat.state, 'area')).toBe(area);
  });

  test('an area that only the brokerage’s own homes name is known', () => {
    const chat = start({ ...market, areas: [...austin.areas, 'Foxglove Bend'] });
    chat.visitor("I'm looking to buy in Foxglove Bend");
    expect(answerIn(chat.state, 'area')).toBe('Foxglove Bend');
  });

  test('no question of what they want comes more than twice, whatever comes in between', () => {
    const chat = start();
    const asked: (string | undefined)[] = [];
    for (const text of [
      'I want to buy a house',
      '500k',
      'pre-approved',
      'what is the lot size?',
      'thanks',
      'ok',
      'is there a pool?',
      'hello',
      'by July',
      'is it sunny?',
      'hm',
    ])
      asked.push(chat.visitor(text).summary.nextQuestion);
    expect(asked.filter((one) => one === 'beds').length).toBeGreaterThan(0);
    const texts = chat.results
      .map(textOf)
      .filter((text) => /bedrooms (?:do you need|should it have|would work for you)/.test(text));
    expect(texts.length).toBeLessThanOrEqual(2);
    expect(slotStates(chat.state).beds ?? 'unknown').not.toBe('answered');
  });

  test.each([
    ['are there any churches nearby?', /public map/],
    ['do you accept section 8?', /open to everyone/],
    ['¿hay iglesias cerca de la casa?', /mapa público/],
  ])('"%s" is answered alike for everybody and is no wish', (text, words) => {
    const chat = start();
    const before = slotStates(chat.state);
    expect(textOf(chat.visitor(text))).toMatch(words);
    expect(slotStates(chat.state)).toEqual(before);
  });
});

test('a kind of home that is ruled out is left out of the search', () => {
  const chat = start();
  chat.visitor('show me homes up to 850k');
  const text = 'max 850k and not a duplex, no pool';
  const result = chat.happen(
    {
      kind: 'understood',
      of: 90,
      by: 'model',
      reading: {
        acts: ['corrects', 'wants-homes'],
        questions: [],
        slots: [
          { name: 'features', op: 'set', value: 'not a duplex', quote: 'not a duplex' },
          { name: 'features', op: 'set', value: 'no pool', quote: 'no pool' },
        ],
        ruledOut: [],
        situation: 'none',
        language: 'en',
      },
      offline: { acts: [], questions: [], slots: [], ruledOut: [], situation: 'none', language: 'en' },
      facts: [],
    },
    { kind: 'visitor-message', seq: 90, log: 'public', text },
  );
  expect(searchOf(result)?.wish.kinds).toEqual(['single-family', 'townhouse', 'condo', 'manufactured']);
  expect(searchOf(result)?.wish.features).toBeUndefined();
});
