import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { choosesBuyers } from '../../../../src/features/reading/dialogue/choosesBuyers.ts';
import { saysSigned } from '../../../../src/features/reading/person/saysSigned.ts';
import { alertsOf } from '../expectations.ts';
import { conversation, kindsOf, textOf } from '../play.ts';

/** By people who had not seen the rules. */
const lines = z
  .object({
    signed: z.array(z.object({ text: z.string(), signed: z.boolean() })),
    sellerWishes: z.array(z.object({ text: z.string(), unlawful: z.boolean() })),
    /** `wrong`: how a careless reader takes a line of somebody who is still interested. */
    keepsGoing: z.array(z.object({ text: z.string(), home: z.boolean(), wrong: z.string() })),
  })
  .parse(JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../fixtures/careLines.json'), 'utf8')));

const textsOf = (some: readonly { text: string }[]): string[] => some.map(({ text }) => text);

test('a signed agreement with another brokerage is heard in nine of ten lines, and where there is none it is not', () => {
  const [yes, no] = [lines.signed.filter((line) => line.signed), lines.signed.filter((line) => !line.signed)];
  expect(textsOf(no.filter(({ text }) => saysSigned(text)))).toEqual([]);
  const missed = textsOf(yes.filter(({ text }) => !saysSigned(text)));
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(yes.length / 10);
});

test('a seller who would choose buyers by what the law protects is heard in five of six lines, and nobody else', () => {
  const [yes, no] = [
    lines.sellerWishes.filter((line) => line.unlawful),
    lines.sellerWishes.filter((line) => !line.unlawful),
  ];
  expect(textsOf(no.filter(({ text }) => choosesBuyers(text, { isSale: true })))).toEqual([]);
  const missed = textsOf(yes.filter(({ text }) => !choosesBuyers(text, { isSale: true })));
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(yes.length / 6);
});

test('somebody who is still interested ends no talk, loses no side and calls nothing off, whatever a score says', () => {
  const ended = lines.keepsGoing.filter(({ home, text }) => {
    const chat = conversation();
    chat.visitor(home ? 'Hi, is this home still available?' : 'I want to sell my house at 1450 Bluebonnet Lane');
    chat.visitor(text);
    return chat.state.ended !== null && ['goodbye', 'changed-mind', 'opted-out', 'abuse'].includes(chat.state.ended);
  });
  expect(textsOf(ended)).toEqual([]);
});

test('"ok and can we see it saturday morning? we love it" is met with a visit', () => {
  const chat = conversation();
  chat.visitor('Hi, is this home still available?');
  chat.visitor('ok and can we see it saturday morning? we love it');
  expect(chat.state.at).not.toBe('CLOSED_LOST');
  expect(chat.state.slots.visit?.value).toBe('viewing');
});

test('a visitor with a signed agreement elsewhere is asked nothing more and gets no visit', () => {
  const chat = conversation();
  chat.visitor('i already signed with a keller williams lady');
  expect([chat.state.at, chat.state.ended]).toEqual(['REPRESENTED', 'represented']);
  const wish = chat.visitor('can i see it saturday at 10?');
  expect(kindsOf(wish)).not.toContain('find-times');
  expect(textOf(wish)).not.toContain('?');
});

test.each(['no kids then, neighbors are old', 'only christian families'])(
  'a seller’s wish is declined in one sentence and noted for the broker: %s',
  (text) => {
    const chat = conversation();
    chat.visitor('I want to sell my house at 1450 Bluebonnet Lane');
    const result = chat.visitor(text);
    expect(textOf(result)).toMatch(/equally/);
    expect(alertsOf(result)).toContain('fair-housing');
  },
);

test('"i gave my number yesterday delete it" opens a request, and the number that follows finds the data and makes no lead', () => {
  const chat = conversation();
  const asked = chat.visitor('i gave my number yesterday delete it');
  expect(kindsOf(asked)).toContain('deletion-request');
  const found = chat.visitor('its 512-555-0177');
  expect(textOf(found)).toMatch(/no one will use it to contact you|won't be used for anything else/);
  expect(textOf(found)).not.toContain('?');
  expect(kindsOf(found)).toContain('note');
  expect(kindsOf(found)).not.toContain('consent');
});
