import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSayReader } from '../../src/adapters/anthropic/sayReader.ts';

/** The words that stream out of a text in these pieces. */
function streamed(pieces: readonly string[]): string {
  let said = '';
  const reader = createSayReader((text) => {
    expect(text.isWellFormed()).toBe(true);
    said += text;
  });
  for (const piece of pieces) reader.push(piece);
  expect(reader.whole()).toBe(pieces.join(''));
  return said;
}

/** Any text a JSON string can hold, lone surrogates included. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('"', '\\', '\n', '\u0001', '😀', '\ud83d', '\ude00', 'é', '/', 'say', ': "'))
    .map((parts) => parts.join('')),
);

/** The same string as JSON, each character plain where JSON allows it, or escaped. */
const jsonOf = (text: string, isEscaped: (i: number) => boolean): string =>
  `"${[...Array(text.length).keys()]
    .map((i) => {
      const plain = JSON.stringify(text[i] as string).slice(1, -1);
      return isEscaped(i) || plain.startsWith('\\u') ? `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}` : plain;
    })
    .join('')}"`;

const cutAt = (text: string, cuts: readonly number[]): string[] => {
  const at = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b);
  return at.slice(1).map((end, i) => text.slice(at[i], end));
};

describe('the reader of `say`', () => {
  test('streams exactly the text that the whole JSON holds, wherever it is cut', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.boolean(), { minLength: 1 }),
        fc.array(fc.nat(2000)),
        fc.constantFrom('', ' ', '\n  '),
        fc.json(),
        (text, escapes, cuts, space, other) => {
          const say = jsonOf(text, (i) => escapes[i % escapes.length] as boolean);
          const json = `${space}{${space}"first"${space}:${other}${space},"say"${space}:${space}${say}${space},${space}"rest":${other}}`;
          const whole = JSON.parse(json) as { say: string };
          expect(streamed(cutAt(json, cuts))).toBe(whole.say.toWellFormed());
        },
      ),
      { numRuns: 500 },
    );
  });

  test('hands over a character as soon as it is certain', () => {
    const heard: string[] = [];
    const reader = createSayReader((text) => heard.push(text));
    for (const chunk of ['{"sa', 'y":"O', 'ffer', ' \\', 'n\\ud83', 'd\\ude0', '0', '!']) reader.push(chunk);
    expect(heard).toEqual(['O', 'ffer', ' ', '\n', '😀', '!']);
  });

  test.each([
    ['there is none', '{"objection":"say","saying":"no"}'],
    ['it is inside another property', '{"more":{"say":"no"},"last":1}'],
    ['what comes before it is broken', '{"quotes":[nonsense],"say":"no"}'],
    ['say is no string', '{"say":["no"]}'],
    ['it is no object', '["say","no"]'],
    ['it is prose', 'I would say: "no"'],
  ])('streams nothing when %s', (_, json) => {
    expect(streamed([json])).toBe('');
  });

  test('stops at a broken escape', () => {
    expect(streamed(['{"say":"good ', '\\x bad"}'])).toBe('good ');
  });

  test('gives the text before it to the caller who decides, and says nothing against a no', () => {
    const json = '{"quotes":["a \\"b\\"",{"x":["]"]}],"n":-1.5, "say":"Ask."}';
    for (const says of [true, false]) {
      const seen: object[] = [];
      let said = '';
      const reader = createSayReader(
        (text) => {
          said += text;
        },
        (before) => {
          seen.push(before);
          return says;
        },
      );
      for (const char of json) reader.push(char);
      expect(seen).toEqual([{ quotes: ['a "b"', { x: [']'] }], n: -1.5 }]);
      expect(said).toBe(says ? 'Ask.' : '');
    }
  });
});
