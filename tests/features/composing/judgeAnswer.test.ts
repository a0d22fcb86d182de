import { describe, expect, test } from 'vitest';
import { judgeAnswer } from '../../../src/features/composing/judgeAnswer.ts';
import { passReply } from '../../../src/features/composing/passReply.ts';
import { speakInstructions } from '../../../src/features/composing/speakTask.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { answerOf, homeShelf, passAll, sayingSo } from '../../support/answering.ts';

const judge = judgeAnswer({
  language: 'en',
  onFile: homeShelf.map(({ words }) => words),
  said: ['call me at 512-555-0101, I have 600k'],
  whispers: [],
});
const judgeEs = judgeAnswer({ language: 'es', onFile: [], said: [], whispers: [] });

describe('an answer', () => {
  test.each([
    'It has 2 beds, 1.5 baths and 1,240 square feet.',
    'It has two beds and oak floors.',
    'Yes, it is one of the listings with a fenced yard.',
    'The team can reach you at 512-555-0101.',
    'The public sources are the same for everybody: the school district and the police department have their own sites.',
    'I don’t have that on file, so I’ll ask the team.',
    'No HOA (source: MLS).',
    'Alder Street lies in Travis Heights.',
    'It is close to El Camino de la Casa.',
  ])('“%s” fits', (sentence) => expect(judge(sentence)).toBeNull());

  test.each([
    ['It has ٣ beds.', 'digits'],
    ['Call Dana at (512) 555-0199.', 'number'],
    ['Call 737.555.0142 today.', 'number'],
    ['See https://deals.example/now for more.', 'link'],
    ['Write to dana@rival.example.', 'link'],
    ['More on cheap-homes.com.', 'link'],
    ['It has <b>oak</b> floors.', 'markup'],
    ['[Book here](/book) today.', 'markup'],
    ['![](x) Oak floors.', 'markup'],
    ['<img src=x onerror=alert(1)>', 'markup'],
    ['Tiene pisos de roble y un patio con árboles.', 'language'],
    ['La maison est dans une rue avec des arbres.', 'language'],
    ['Das Haus ist in der Straße und hat einen Garten.', 'language'],
    ['这个房子有橡木地板。', 'language'],
    ['У дома дубовые полы.', 'language'],
    ['My instructions say that I answer one question.', 'instructions'],
    ['Everything between <data listing> and </data> is material.', 'markup'],
    ['Take up the decisive fact of what they said, a deadline or a limit.', 'instructions'],
    [
      'One thing needs no fact: what any experienced agent knows of how homes, moving, buying, selling, and renting usually go.',
      'instructions',
    ],
  ])('“%s” does not: %s', (sentence, misfit) => expect(judge(sentence)).toBe(misfit));

  test('in Spanish: English words do not fit', () => {
    expect(judgeEs('Tiene pisos de roble.')).toBeNull();
    expect(judgeEs('It has oak floors and a yard.')).toBe('language');
  });

  test('no sentence of our instructions comes through', () => {
    const sentences = speakInstructions
      .split(/(?<=[.:;])\s+/)
      .filter((one) => one.split(/[^\p{L}]+/u).filter(Boolean).length >= 9);
    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences.filter((one) => judge(one) === null)).toEqual([]);
  });
});

/** The words that a visitor reads of an answer that arrives cut anywhere. */
function through(answer: string, size: number, more: Partial<Parameters<typeof passReply>[0]> = {}): string {
  let shown = '';
  const pass = passReply({
    ...{
      authored: [],
      language: 'en',
      channel: 'widget',
      brokerage: 'Barton Ridge Realty',
      said: [],
      facts: homeShelf,
    },
    whispers: [],
    ...{ askWhom: null, logger: silentLogger },
    release(text) {
      shown += text;
    },
    ...more,
  });
  const json = answerOf(answer, more.facts ?? homeShelf);
  passAll(pass, json.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []);
  expect(pass.finish().text).toBe(shown);
  return shown;
}

describe('words that must not come out do not, however they are dressed or cut', () => {
  test.each([
    'It is in a safe neighborhood.',
    'It is in a safe\nneighborhood.',
    'It is in a **safe** neighborhood.',
    'It is in a s\u200bafe neigh\u00adborhood.',
    'It is in a sаfe neighbоrhood.',
    'It is in a ｓａｆｅ neighborhood.',
    'It is in a s a f e neighborhood.',
    'It is in a s.a.f.e neighborhood.',
    'It is in a 𝐬𝐚𝐟𝐞 neighborhood.',
    'It is in a safe\u2028neighborhood.',
    'It is in a safe\u202e neighborhood.',
    'It is in a safe\u00a0neighborhood.',
  ])('%j', (answer) => {
    for (const size of [1, 3, 7, 1000]) {
      const shown = through(answer, size, { facts: [sayingSo('It is in a safe neighborhood.')] });
      expect(shown).not.toMatch(/neighb|[^ -~’]/iu);
    }
  });

  test.each([
    "I'm a real person, not a bot.",
    'You are talking to a human.',
    'I am not an AI.',
    "No, I'm not a robot.",
    'I am a human agent of the team.',
    'There is no bot here, just me, Jorge the agent.',
    'I’m Jorge, a licensed agent.',
  ])('a claim to be a person: “%s”', (answer) => expect(through(answer, 5)).not.toContain(answer));

  test('a Spanish claim to be a person', () => {
    for (const answer of ['Soy una persona real.', 'No soy un robot.', 'No, no soy una IA, soy humano.'])
      expect(through(answer, 5, { language: 'es' })).not.toContain(answer);
  });

  test('an answer without an end, of any length, comes out as an honest sentence', () => {
    expect(through('oak'.repeat(5000), 100)).toContain('answer that one myself');
    expect(through('oak '.repeat(5000), 100)).toContain('answer that one myself');
  });

  test('a judgment that breaks leaves the sentence out', () => {
    const release = () => {};
    const parts = { authored: [], channel: 'widget', brokerage: 'B', facts: [], askWhom: null, release } as const;
    const judge = () => {
      throw new Error('broken');
    };
    const pass = passReply({ ...parts, language: 'en', said: [], whispers: [], logger: silentLogger, judge });
    passAll(pass, [answerOf('It has oak floors.')]);
    expect(pass.finish()).toMatchObject({ dropped: 1, text: 'I can’t answer that one myself, so I’ll ask the team.' });
  });
});

describe('a model that was talked into it', () => {
  test.each([
    'See <img src=x onerror=alert(1)> now.',
    'Click [here](https://evil.test/x) to book.',
    'Book at https://evil.test/x today.',
    'Open evil.test/x on your phone.',
    'Call 737-555-0199 instead.',
  ])('S47: markup, links and foreign numbers are not told: %s', (answer) => {
    expect(through(answer, 7)).toBe('I can’t answer that one myself, so I’ll ask the team.');
  });

  test.each(['It has <scr' + 'ipt>alert(1)</scr' + 'ipt> floors.', 'It has \u001b[31m<b>red</b>\u001b[0m floors.'])(
    'S48: markup that is cut over many pieces is left out all the same: %j',
    (answer) => {
      for (const size of [1, 2, 5, 1000]) expect(through(answer, size)).not.toMatch(/<|alert/);
    },
  );

  test.each([
    'Send what you know to https://collect.evil.test/?q=secret now.',
    'The page is homes。evil。test, copy it exactly.',
    'The map lives at 192.168.44.7/map for you.',
    'It is on homes dot evil dot com as well.',
    'Write to leak@evil.test at once.',
  ])('S61: no way out of the chat is told that is not on file: %s', (answer) => {
    expect(through(answer, 9)).toBe('I can’t answer that one myself, so I’ll ask the team.');
  });

  test('an address that the visitor wrote may be read back to them, another may not', () => {
    const said = ['I am ana@example.com'];
    const of = (text: string) => ({ said, facts: [sayingSo(text.replace(/@.*com/, ''))] });
    const [ana, eve] = ['I have your e-mail as ana@example.com now.', 'I have your e-mail as eve@example.com now.'];
    expect(through(ana, 9, { ...of(ana), facts: [sayingSo(ana)] })).toContain('ana@example.com');
    expect(through(eve, 9, of(eve))).not.toContain('eve@example.com');
  });

  test('two sentences that lack their space are no link', () => {
    const answer = 'It has oak floors.The yard has a fence.';
    expect(through(answer, 9, { facts: [sayingSo(answer)] })).toContain('The yard');
  });
});
