import { describe, expect, it } from 'vitest';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import type { ListingFacts, Pack } from '../../../../src/features/packs/model.ts';
import { texasLaw } from '../../../../src/features/packs/texas.ts';
import { answerIn, conversation, kindsOf, pack, replyOf, textOf } from '../play.ts';
import { bookingPack, withCalendar } from '../withCalendar.ts';

const listing: ListingFacts = {
  listingId: 'l-1',
  title: '2417 Ashby Hollow Drive',
  address: '2417 Ashby Hollow Drive, Austin, TX 78704',
  area: 'Zilker',
  status: 'active',
  priceCents: 68_900_000,
  currency: 'USD',
  beds: 3,
  baths: 2,
  areaSqft: 1640,
  description: '',
  features: [],
  openHouses: ['Saturday, 11 AM to 1 PM'],
  listingAgent: 'Dana Whitfield',
  source: 'Barton Ridge Realty',
  asOf: '2026-11-16',
};
const page: Pack = { ...pack, listing };
const onPage = (more: Partial<Pack> = {}) => conversation(firstState(), { ...page, ...more });
/** On the same page, where showings are booked as the law of Texas wants it. */
const withTimes = () => withCalendar({}, { ...bookingPack, listing });
const questionOf = (result: ReturnType<ReturnType<typeof onPage>['visitor']>) =>
  replyOf(result)?.parts.find((part) => part.kind === 'answer')?.question;

describe('the open house of a home', () => {
  it.each([
    ['is there an open house', 'sunday?'],
    ['when is the open house', 'what about sunday'],
    ['hay casa abierta?', 'y el domingo?'],
  ])('is asked about, and no showing is wished for: %s, %s', (first, then) => {
    const talk = onPage({ law: texasLaw });
    const one = talk.visitor(first);
    expect(questionOf(one)).toBeDefined();
    const two = talk.visitor(then);
    expect(questionOf(two)).toContain(then);
    expect(textOf(one) + textOf(two)).not.toMatch(/set that up|organizo|Texas|see it|verla/);
    expect(answerIn(talk.state, 'visit')).toBeUndefined();
    expect(answerIn(talk.state, 'day')).toBeUndefined();
  });

  it('is asked about in two messages of one turn', () => {
    const talk = onPage();
    expect(questionOf(talk.visitor('is there an open house', 'sunday?'))).toContain('sunday');
    expect(talk.state.asked).toBeNull();
  });

  it('keeps nobody from asking for a showing beside it', () => {
    const talk = onPage();
    talk.visitor('is there an open house? otherwise can I see it on Friday');
    expect(answerIn(talk.state, 'visit')).toBe('viewing');
  });
});

describe('a short question about the home of the page', () => {
  it.each(['who is the listing agent', 'whos the agent for this house', '¿quién es el agente de esta casa?'])(
    'a question about its agent is looked up, and no person is called: %s',
    (text) => {
      const talk = onPage();
      expect(questionOf(talk.visitor(text))).toBeDefined();
      expect(talk.state.told).not.toContain('asked-for-person');
    },
  );

  it.each(['price', 'how much', 'how much is it', 'precio', '¿cuánto cuesta?'])('its price: %s', (text) => {
    expect(questionOf(onPage().visitor(text))).toBe(text);
  });

  it.each(['dogs allowed?', 'can i have a dog', '¿se puede tener perro?'])('its rules on pets: %s', (text) => {
    const talk = onPage();
    const reply = talk.visitor(text);
    expect(questionOf(reply)).toBeDefined();
    expect(textOf(reply)).not.toMatch(/legal|attorney|abogado/);
  });

  it.each(['lowest theyll take', 'is the price negotiable', 'any wiggle room?', '¿cuál es lo menos que aceptan?'])(
    'Jorge leaves the lowest price to the owner, beside the asking price: %s',
    (text) => {
      const said = textOf(onPage().visitor(text));
      expect(said).toContain('$689,000');
      expect(said).toMatch(/owner|dueño/);
    },
  );

  it.each(['can they do 640?', 'would they take 640k', '¿aceptarían 640?'])(
    'a sum put to the owner is passed on in their words: %s',
    (text) => {
      const talk = onPage();
      const reply = talk.visitor(text);
      expect(textOf(reply)).toContain(`“${text}”`);
      expect(reply.effects).toContainEqual(expect.objectContaining({ kind: 'flag', flag: 'offer-made' }));
      expect(answerIn(talk.state, 'budget')).toBeUndefined();
    },
  );

  it.each(['can you do 3 pm?', 'how much work does it need', 'is the rate negotiable at 640 credit?'])(
    'other questions are no offer: %s',
    (text) => {
      const reply = onPage().visitor(text);
      expect(reply.effects.some((effect) => effect.kind === 'flag' && effect.flag === 'offer-made')).toBe(false);
    },
  );
});

describe('a seller on the page of a home', () => {
  it.each([
    ['i want to sell my house', 'how much work will it need? roof is old'],
    ['quiero vender mi casa', '¿cuánto trabajo necesita?'],
  ])('asks of their own: %s, %s', (wish, text) => {
    const talk = onPage();
    talk.visitor(wish);
    const reply = talk.visitor(text);
    expect(questionOf(reply)).toBeUndefined();
    expect(textOf(reply)).toMatch(/passed your question to our team|le pasé su pregunta/);
  });

  it('is told of the one on the page where they name it', () => {
    const talk = onPage();
    talk.visitor('i want to sell my house');
    expect(questionOf(talk.visitor('how old is this house?'))).toBe('how old is this house?');
  });

  it.each([
    'any leaks or foundation problems',
    'is it on piers that moved?',
    '¿alguna gotera o problema de cimientos?',
  ])('tells nothing with a question: %s', (text) => {
    const talk = conversation();
    talk.visitor('i need to sell my house at 12 Oak St');
    const said = textOf(talk.visitor(text));
    expect(said).not.toMatch(/got it|thanks|entendido|gracias/i);
    expect([answerIn(talk.state, 'condition'), answerIn(talk.state, 'repairs')]).toEqual([undefined, undefined]);
  });

  it('tells what ails the home where they say so', () => {
    const talk = conversation();
    talk.visitor('i need to sell my house at 12 Oak St');
    talk.visitor('roof leaks');
    expect([answerIn(talk.state, 'condition'), answerIn(talk.state, 'repairs')]).toEqual(['needs_work', 'roof leaks']);
  });
});

describe('a buyer who comes alone', () => {
  it.each([
    ['can i see it saturday, no agent', 'yes'],
    ['Could I see it Saturday? I don’t have an agent, just want to look', 'yes please'],
    ['quiero verla el sábado, sin agente', 'sí'],
  ])(
    'and says so with the wish is asked back by its name once a time is picked, and a yes settles it: %s, %s',
    (wish, yes) => {
      const talk = withTimes();
      talk.says(wish);
      expect(talk.state.asked?.question).toBe('slot');
      talk.presses(0);
      expect(talk.state.asked?.question).toBe('showingAlone');
      expect(talk.says(yes).flatMap(kindsOf)).toContain('book');
      expect(answerIn(talk.state, 'showing')).toBe('unrepresented');
    },
  );

  it.each([
    'we would see it without representation',
    'sin representación, solo queremos verla',
    'no agent, fine to see it without anyone representing me',
  ])(
    'and names the way of the law while times are on offer is not asked for it again, and is told what it means: %s',
    (text) => {
      const talk = withTimes();
      talk.says('can i see it saturday?');
      const results = talk.says(text);
      expect(results.flatMap(kindsOf)).not.toContain('book');
      expect(answerIn(talk.state, 'showing')).toBe('unrepresented');
      expect(results.map(textOf).join(' ')).toMatch(/size, price, and terms|tamaño, precio y condiciones/);
      expect(talk.presses(0).flatMap(kindsOf)).toContain('book');
    },
  );

  it.each(['no agent, not signing a thing, just looking', 'without', 'no tengo agente'])(
    'and says so while times are on offer is asked back by its name, too: %s',
    (text) => {
      const talk = withTimes();
      talk.says('can i see it saturday?');
      expect(talk.says(text).flatMap(kindsOf)).not.toContain('book');
      talk.presses(0);
      expect(talk.state.asked?.question).toBe('showingAlone');
      expect(answerIn(talk.state, 'showing')).toBeUndefined();
    },
  );

  it('only wishes to see it where no agent is spoken of', () => {
    const talk = withTimes();
    talk.says('i just want to see it saturday');
    talk.presses(0);
    expect(talk.state.asked?.question).toBe('showing');
  });

  it('is never asked for the way a third time', () => {
    const talk = withTimes();
    talk.says('can i see it');
    talk.presses(0);
    for (const text of ['what', 'idk', 'hmm', 'just let me see it', 'idk']) talk.says(text);
    expect(talk.state.said['q:showing']).toBe(2);
  });
});

describe('on a page', () => {
  it('a visit is suggested once, with the second answer, and not after a refusal', () => {
    const talk = onPage();
    const asked = [
      'is there an hoa',
      'how old is it',
      'how big is it',
      'does it have a garage',
      'taxes?',
      'heating?',
    ].map((text) => {
      talk.visitor(text);
      return talk.state.asked?.question ?? null;
    });
    expect(asked.slice(0, 2)).toEqual([null, 'visit']);
    expect(asked.filter((question) => question === 'visit')).toHaveLength(1);
  });

  it.each([
    ['anything cheaper', { priceCents: { from: null, to: 68_800_000 } }],
    ['something bigger', { beds: { from: 4, to: null } }],
    ['algo más barato', { priceCents: { from: null, to: 68_800_000 } }],
    ['tienen algo más grande', { beds: { from: 4, to: null } }],
    ['got a smaller one?', { beds: { from: null, to: 2 } }],
  ])('other homes are searched by how they differ from its own: %s', (text, wish) => {
    const search = replyOf(onPage().visitor(text))?.parts.find((part) => part.kind === 'homes')?.search;
    expect(search).toMatchObject({ why: 'wish', wish, without: ['l-1'] });
  });

  it.each(['is a bigger down payment better?', 'is the lot bigger than 7000 sqft?'])('%s searches nothing', (text) => {
    expect(replyOf(onPage().visitor(text))?.parts.some((part) => part.kind === 'homes')).toBe(false);
  });
});

describe('a time of the year', () => {
  it.each([
    ['i want to buy a 3 bed', 'in march, coming from california', 'no wait, may'],
    ['quiero comprar casa', 'en marzo, venimos de california', 'no espere, en mayo'],
  ])('is heard and put right by itself: %s, %s', (wish, when, right) => {
    const talk = conversation();
    talk.visitor(wish);
    talk.visitor(when);
    talk.visitor(right);
    expect(answerIn(talk.state, 'timeline')).toMatchObject({ minDays: 161 });
  });
});
