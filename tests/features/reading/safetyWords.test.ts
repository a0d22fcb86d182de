import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRequests } from '../../../src/features/reading/dialogue/readRequests.ts';
import { readTopic } from '../../../src/features/reading/dialogue/readTopic.ts';
import { readChannelWish } from '../../../src/features/reading/optOut/readChannelWish.ts';
import { readOptOut } from '../../../src/features/reading/optOut/readOptOut.ts';

/** Messages as people write them, one a line behind its language. Each list was written before the rules that read it, then kept. */
const said = (name: string): string[] =>
  readFileSync(new URL(`../../fixtures/safety/${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(line.indexOf('\t') + 1));

describe('opting out, in twelve languages', () => {
  test.each(said('optOut'))('"%s" ends the messages', (text) => expect(readOptOut(text)).not.toBeNull());
  test.each(said('noOptOut'))('"%s" does not', (text) => expect(readOptOut(text)).toBeNull());

  test('the evidence of a clause is the clause, and of words with hidden signs the whole message', () => {
    const plain = 'Thanks for everything. Please stop texting me.';
    const { start, end } = readOptOut(plain) ?? { start: 0, end: 0 };
    expect(plain.slice(start, end)).toBe('stop texting');
    const hidden = 'please st\u200bop texting me';
    expect(readOptOut(hidden)).toMatchObject({ start: 0, end: hidden.length });
  });

  test.each([
    ["I don't want to be contacted by phone, chat is fine", 'chat', ['call']],
    ['no me llame por teléfono, por aquí está bien', 'chat', ['call']],
    ["don't call me, send an email", 'email', ['call']],
    ['직장으로 전화하지 마세요, 문자는 괜찮아요', 'text', ['call']],
  ])('"%s" closes only the way it names', (text, by, not) => expect(readChannelWish(text)?.value).toEqual({ by, not }));
  test('"do not call or text me" offers neither', () =>
    expect(readChannelWish('do not call or text me')?.value).toEqual({ by: null, not: ['call', 'text'] }));
});

describe.each([
  ['asks whether it talks to a machine', 'isAi', 'notIsAi', (text: string) => readRequests(text).isAi],
  ['asks for deletion of personal data (C08)', 'deletion', 'noDeletion', (text: string) => readRequests(text).deletion],
  [
    'excludes people whom the law protects (C05)',
    'exclusion',
    'noExclusion',
    (text: string) => readTopic(text) === 'exclusion',
  ],
  ['offers a kickback (C13)', 'kickback', 'noKickback', (text: string) => readTopic(text) === 'kickback'],
  [
    'asks for legal advice (C14)',
    'legalAdvice',
    'noLegalAdvice',
    (text: string) => readRequests(text).legal === 'advice',
  ],
] as const)('who %s', (_, yes, no, reads) => {
  test.each(said(yes))('is heard: "%s"', (text) => expect(reads(text)).toBe(true));
  test.each(said(no))('not in "%s"', (text) => expect(reads(text)).toBe(false));
});
