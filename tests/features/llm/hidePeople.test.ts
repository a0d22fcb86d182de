import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bringAllBack, bringBack, bringBackAsItComes, hidePeople } from '../../../src/features/llm/hidePeople.ts';
import type { LanguageModel, WritingOrder } from '../../../src/features/llm/ports.ts';
import { withHiddenPeople } from '../../../src/features/llm/withHiddenPeople.ts';
import { orderOf } from '../../support/taskOf.ts';

const names = ['María López', 'Will Chase'];
const hidden = (text: string): string => hidePeople(text, { names }).text;

describe('people in what a model reads', () => {
  test.each([
    ['call me at 512-555-0142', 'call me at [phone 1]'],
    ['(512) 555 0142 or 5125550142', '[phone 1] or [phone 2]'],
    ['+52 55 1234 5678 por favor', '[phone 1] por favor'],
    ['+1 (512) 555-0142.', '[phone 1].'],
    ['ana.ruiz+homes@example.co.uk please', '[email 1] please'],
    ['my place is 1204 Maple Hollow Dr, Austin', 'my place is [address 1], Austin'],
    ['12 w 5th st apt 4b', '[address 1]'],
    ['it is 1204 Maple Hollow Drive. It counts', 'it is [address 1]. It counts'],
    ['I am maría lópez, Maria is my aunt; López too', 'I am [person 1], Maria is my aunt; [person 2] too'],
    ['will chase will chase you in May', '[person 1] [person 1] you in May'],
  ])('%j leaves as %j', (text, expected) => {
    expect(hidden(text)).toBe(expected);
  });

  test.each([
    'our budget is $450,000 to $1,250,000',
    '3 months down the road',
    'we have 2 kids and 3 bedrooms on the way',
    '1,640 sq ft on 7,405 sqft, built 1951',
    '2500 a month, 6.5 % on 400000',
    'will you call in may? that would be my hope',
    '2026-11-22 at 15:30, 10/12/2026',
    '{"priceCents":68900000,"asOf":"2026-11-22T10:00:00.000Z"}',
    '5 people live on the street',
  ])('%j names nobody', (text) => {
    expect(hidden(text)).toBe(text);
  });

  test('JSON stays JSON, also around an escape', () => {
    const talk = [
      'write\nbob@example.com',
      'I said "María López"\t512-555-0142',
      'C:\\new 12 Oak Hill Lane',
      '<5125550142>',
    ];
    const { text, back } = hidePeople(JSON.stringify(talk).replaceAll('<', '\\u003c'), { names });
    expect(text).not.toMatch(/bob@|López|0142|Oak/);
    expect(bringAllBack(JSON.parse(text), { back })).toEqual(talk);
  });

  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '512-555-0142',
      '5125550142',
      'a@b.co',
      '12 Oak Hill Ln',
      'María López',
      'will chase',
      '[phone 1]',
      '[person 2]',
      '[phone',
      ' ',
      '\\',
      '\n',
    ),
  );
  const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

  test('hidden words come back letter for letter, even words that looked like a placeholder before', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const left = hidePeople(whole, { names });
        expect(bringBack(left.text, left)).toBe(whole);
      }),
    );
  });

  test('it comes back wherever the stream is cut', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(6)), (whole, cuts) => {
        const left = hidePeople(whole, { names });
        let got = '';
        const stream = bringBackAsItComes(left, (words) => {
          got += words;
        });
        let at = 0;
        for (const cut of cuts) {
          stream.push(left.text.slice(at, at + cut));
          at += cut;
        }
        stream.push(left.text.slice(at));
        stream.end();
        expect(got).toBe(whole);
      }),
    );
  });

  test('a bracket that opens nothing is not held back for long', () => {
    const got: string[] = [];
    const stream = bringBackAsItComes({ back: new Map([['[phone 1]', 'x']]) }, (words) => got.push(words));
    for (const one of ['Call [pho', 'ne 1', '] or', ' [not', ' a', ' mark] [']) stream.push(one);
    stream.end();
    expect(got).toEqual(['Call ', 'x or', ' ', '[not a', ' mark] ', '[']);
  });

  test('a flood of digits and brackets ends', () => {
    for (const flood of ['1 ', '12 oak ', '(512) ', '+1', 'a.', '[phone '])
      expect(hidePeople(flood.repeat(20_000), { names }).text.length).toBeGreaterThan(0);
  }, 5_000);
});

describe('a model that reads of nobody', () => {
  test('gets placeholders in the prompt and in the turns, and its answer has everybody back, quotes too', async () => {
    let read: WritingOrder | null = null;
    const model: LanguageModel = {
      basis: 'model',
      async write(order, out) {
        read = order;
        for (const one of ['Text [pho', 'ne 1]', ' to [person 1].']) out.onText(one);
        const answer = { say: 'Text [phone 1] to [person 1].', quotes: ['it is [phone 1]'] };
        return { status: 'done', basis: 'model', answer, started: true };
      },
    };
    let said = '';
    const result = await withHiddenPeople(model).write(
      orderOf(
        {},
        {
          turns: [{ from: 'visitor', text: 'it is 512-555-0142' }],
          prompt: '512-555-0142, says María López',
          people: names,
        },
      ),
      {
        onText(words) {
          said += words;
        },
        signal: new AbortController().signal,
      },
    );
    expect(read).toMatchObject({ turns: [{ text: 'it is [phone 1]' }], prompt: '[phone 1], says [person 1]' });
    expect(said).toBe('Text 512-555-0142 to María López.');
    expect(result.answer).toEqual({ say: said, quotes: ['it is 512-555-0142'] });
  });

  /** The order as a model reads it. */
  async function readOf(over: Partial<WritingOrder>): Promise<WritingOrder> {
    let read: WritingOrder | null = null;
    const model: LanguageModel = {
      basis: 'model',
      async write(order) {
        read = order;
        return { status: 'done', basis: 'model', answer: { say: '[phone 1]' }, started: true };
      },
    };
    const out = { onText() {}, signal: new AbortController().signal };
    await withHiddenPeople(model).write(orderOf({}, { people: names, ...over }), out);
    return read as unknown as WritingOrder;
  }

  test('reads the phone numbers, emails, and addresses of what is stable everywhere, and no name', async () => {
    const read = await readOf({
      stable: ['Call 512-555-0100 or a@b.co', '{"address":"1208 Alder Street","agent":"María López"}'],
      turns: [{ from: 'visitor', text: 'María López gave me 512-555-0100, mine is 512-555-0142' }],
      prompt: 'a@b.co of María López',
    });
    expect(read).toMatchObject({
      stable: ['Call 512-555-0100 or a@b.co', '{"address":"1208 Alder Street","agent":"[person 1]"}'],
      turns: [{ text: '[person 1] gave me 512-555-0100, mine is [phone 1]' }],
      prompt: 'a@b.co of [person 1]',
    });
  });

  test('a home for sale is read by its name, and where the visitor lives is not', async () => {
    const read = await readOf({
      homes: ['7703 Wren Meadow Lane'],
      prompt: '{"called":"7703 Wren Meadow Lane"} i live at 9 Elm Court',
    });
    expect(read.prompt).toBe('{"called":"7703 Wren Meadow Lane"} i live at [address 1]');
  });

  test('reads the stable parts the same, whatever was said', async () => {
    const stable = ['512-555-0100, 1208 Alder Street'];
    const quiet = await readOf({ stable, prompt: 'hi' });
    const turns = [{ from: 'visitor' as const, text: '512-555-0142, I live at 9 Elm Court' }];
    expect((await readOf({ stable, turns, prompt: 'and 512-555-0143' })).stable).toEqual(quiet.stable);
  });

  test.each([
    ['is 1208 Alder Street still for sale?', 'is 1208 Alder Street still for sale?'],
    ['1208 alder st.', '1208 alder st.'],
    ['1208 Alder St Unit 3', '[address 1]'],
    ['1209 Alder Street', '[address 1]'],
    ['44 N Steeple Ln #4B, or 44 north steeple lane', '44 N Steeple Ln #4B, or 44 north steeple lane'],
    ['44 N Steeple Ln apt 5', '[address 1]'],
    ['I live at 9 Elm Court, not 1208 Alder Street', 'I live at [address 1], not 1208 Alder Street'],
  ])('of %j reads %j, where homes of that street are on file', async (text, expected) => {
    const stable = ['{"title":"1208 Alder Street, Austin"}', 'Also 44 North Steeple Lane Apt 4b.'];
    const read = await readOf({ stable, turns: [{ from: 'visitor', text }], prompt: text });
    expect(read).toMatchObject({ stable, turns: [{ text: expected }], prompt: expected });
  });

  test('hides a name in what is stable also where others have read the same text before', async () => {
    const stable = ['{"address":"77 Alder Street","words":"López built it"}'];
    expect((await readOf({ stable, people: [], prompt: 'hi' })).stable).toEqual(stable);
    expect((await readOf({ stable, prompt: 'hi' })).stable).toEqual([stable[0]?.replace('López', '[person 1]')]);
    expect((await readOf({ stable, people: [], prompt: 'hi' })).stable).toEqual(stable);
  });

  test('takes no word of the cards for a name', async () => {
    const stable = ['An agent can show you the home.'];
    const read = await readOf({ stable, people: ['agent', 'Agent Ruiz'], prompt: 'agent Ruiz, says the agent' });
    expect(read).toMatchObject({ stable, prompt: '[person 1], says the agent' });
  });

  test('hides every address where nothing is stable, and adds no blocks of its own', async () => {
    const read = await readOf({ prompt: '1208 Alder Street' });
    expect(read.prompt).toBe('[address 1]');
    expect(read).not.toHaveProperty('stable');
  });

  test('keeps each text apart, whatever signs it holds', async () => {
    const turns = [{ from: 'visitor' as const, text: 'a\u0000b\\' }];
    expect(await readOf({ stable: ['\u0000', 'x\\'], turns, prompt: '512' })).toMatchObject({
      ...{ stable: ['\u0000', 'x\\'], turns, prompt: '512' },
    });
  });
});
