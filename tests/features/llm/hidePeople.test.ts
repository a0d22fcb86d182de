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

  test('whatever was hidden comes back letter by letter, also what looked like a placeholder before', () => {
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
});
