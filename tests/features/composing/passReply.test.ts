import { describe, expect, test } from 'vitest';
import { capChars, passReply } from '../../../src/features/composing/passReply.ts';
import { readSentences } from '../../../src/features/composing/sentences.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { answerOf, homeShelf, passAll } from '../../support/answering.ts';

type Parts = Parameters<typeof passReply>[0];

function open(more: Partial<Parts> = {}) {
  let shown = '';
  const pass = passReply({
    authored: [],
    language: 'en',
    channel: 'widget',
    brokerage: 'Barton Ridge Realty',
    facts: homeShelf,
    said: [],
    whispers: [],
    askWhom: null,
    logger: silentLogger,
    release(text) {
      shown += text;
    },
    ...more,
  });
  return { pass, shown: () => shown };
}

/** The words that a visitor reads of an answer that arrives in small pieces. */
function through(answer: string, more: Partial<Parts> = {}): string {
  const { pass, shown } = open(more);
  passAll(pass, answerOf(answer).match(/[\s\S]{1,5}/g) ?? []);
  expect(pass.finish().text).toBe(shown());
  return shown();
}

describe('facts', () => {
  test.each([
    'It has 2 beds, 1.5 baths and 1,240 square feet.',
    'The asking price is $549,000.',
    'It is listed at 549k and was built in 1948.',
    'The dues are $45.50 a month.',
    'It stands at 1208 Alder Street.',
    'It has oak floors.',
  ])('“%s” stands on file', (answer) => {
    expect(through(answer)).toBe(answer);
  });

  test('marks of emphasis are taken out, and the sign of a product stays', () => {
    const fact = { id: 'card:sum', words: 'That is 2*10 of them.', source: '', audience: 'visitor' as const };
    const { pass, shown } = open({ facts: [fact] });
    pass.pass({ text: 'That is **2*10** of them.', facts: ['card:sum'] });
    pass.finish();
    expect(shown()).toBe('That is 2*10 of them.');
  });

  test('a sentence with a figure from nowhere is dropped, the others stay', () => {
    expect(through('It has 2 beds. Taxes run about $9,800 a year. It has oak floors.')).toBe(
      'It has 2 beds. It has oak floors.',
    );
  });

  test('an answer of which nothing is left says that it is not on file, in the visitor’s language', () => {
    expect(through('Payments start at $3,100.')).toContain('answer that one myself');
    expect(through('Los pagos empiezan en $3,100.', { language: 'es' })).toBe(
      'Eso no lo puedo responder yo, así que se lo pregunto al equipo.',
    );
  });

  test('a sentence that was not written to its end is not said', () => {
    const { pass, shown } = open();
    const whole = answerOf('It has 2 beds.');
    passAll(pass, [whole.slice(0, -1), ',{"text":"It has oak floors.","facts":["home.feature-1"']);
    pass.finish();
    expect(shown().trim()).toBe('It has 2 beds.');
  });

  test('a sentence is released as soon as it is complete, while the next is still being written', () => {
    const { pass, shown } = open();
    const reader = readSentences((one) => pass.pass(one));
    reader.push('{"asked":null,"sentences":[{"text":"It has 2 beds.","facts":["home.beds"]');
    expect(shown()).toBe('');
    reader.push('},{"text":"It has o');
    expect(shown().trim()).toBe('It has 2 beds.');
  });

  test('the same sentence is not said twice in one reply', () => {
    const { pass, shown } = open();
    for (let one = 0; one < 2; one++) pass.pass({ text: 'It has 2 beds.', facts: ['home.beds'] });
    pass.finish();
    expect(shown()).toBe('It has 2 beds.');
  });

  test('a fact that is not on the shelf is none', () => {
    const { pass, shown } = open();
    pass.pass({ text: 'It has 2 beds.', facts: ['home.invented'] });
    expect(pass.passed()).toBe('');
    pass.sayCannotAnswer();
    expect(pass.finish().mostHeldBack).toBe(true);
    expect(shown()).toContain('answer that one myself');
  });
});

describe('channel', () => {
  const ask = 'When would you like to move?';

  test.each(['widget', 'sms', 'email', 'call'] as const)(
    'an endless answer stays within %s, and the question after it is whole',
    (channel) => {
      const { pass, shown } = open({ channel, authored: [ask] });
      for (let one = 0; one < 400; one++)
        pass.pass({
          text: `It has ${'really '.repeat(one % 20)}oak floors and ${'really '.repeat(Math.floor(one / 20))}a covered deck.`,
          facts: ['home.feature-1', 'home.feature-2', 'home.feature-3', 'home.feature-4'],
        });
      pass.say(` ${ask}`);
      const { dropped } = pass.finish();
      expect(dropped).toBeGreaterThan(0);
      expect(shown().length).toBeLessThanOrEqual(capChars[channel]);
      expect(shown()).toMatch(/deck\. When would you like to move\?$/);
    },
  );
});

describe('compliance', () => {
  test('authored words that a rule cuts give way to its safe text, in the visitor’s language', () => {
    const { pass, shown } = open({ language: 'es' });
    pass.say('Great schools!');
    pass.finish();
    expect(shown()).toMatch(/^No puedo calificar escuelas/);
  });

  test('a sentence that a rule cuts is left out, and the rest of the answer stands', () => {
    expect(through('It has oak floors. The schools are excellent.')).toBe('It has oak floors.');
  });

  test('a sentence that goes on from a refused one is refused too', () => {
    expect(through('It has 2 beds. Taxes run about $9,800 a year. That comes to $817 a month.')).toBe('It has 2 beds.');
  });

  test('a quote with marks in it is said whole or not at all', () => {
    const words = 'I’ve told the team in your words: “close in 30 days. no option. leaseback ok?”';
    const { pass, shown } = open();
    pass.pass({ text: words, facts: ['tell'] }, [{ id: 'tell', words: `I've told the team: ${words}` }]);
    pass.finish();
    expect(shown()).toBe(words);
  });
});

describe('disclosure', () => {
  test('an authored disclosure that the gate took away is said again', () => {
    const words = "I'm Jorge, the AI assistant: the schools are excellent.";
    const { pass, shown } = open({ authored: [words] });
    pass.say(words);
    pass.finish();
    expect(shown()).toMatch(/I'm an AI assistant, not a person\.$/);
  });

  test('words without a disclosure get none', () => {
    const { pass, shown } = open({ authored: ['How many bedrooms do you need?'] });
    pass.say('How many bedrooms do you need?');
    pass.finish();
    expect(shown()).toBe('How many bedrooms do you need?');
  });
});

test.each([
  ['en', 'I’d rather leave that to a person on the team. I’ve passed your question to them.'],
  ['es', 'Eso prefiero dejárselo a una persona del equipo, así que se lo paso.'],
] as const)('nothing at all to say is an honest sentence in %s', (language, words) => {
  const { pass, shown } = open({ language });
  expect(pass.finish().text).toBe(words);
  expect(shown()).toBe(words);
});
