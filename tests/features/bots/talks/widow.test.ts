import { expect, test } from 'vitest';
import { conversation, textOf } from '../play.ts';

test.each([
  ['my husband just died and i cant afford this house by myself', '512-555-0147'],
  ['my wife passed away last month', '512-555-0147'],
  ['mi esposo murió y no puedo con los pagos', '512-555-0147'],
])('"%s": a number that is left is thanked for, and no time is picked from a list', (text, number) => {
  const talk = conversation();
  talk.visitor(text);
  expect(talk.state.slots.motivation?.value).not.toBe('inherited');
  expect(talk.state.slots.intent?.value).not.toBe('buy');
  const reply = textOf(talk.visitor(number));
  expect(reply).toMatch(/the team has your number|el equipo ya tiene su número/);
  expect(reply).not.toContain('?');
  expect(textOf(talk.visitor('Ana'))).toMatch(/Ana/);
  expect(talk.state.slots.name?.value).toBe('Ana');
});
