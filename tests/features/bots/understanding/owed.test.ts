import { expect, test } from 'vitest';
import { alertsOf, usd, watched } from '../expectations.ts';
import { answerIn } from '../play.ts';

test('S23: a loan on the home is kept as what is owed, never as the price, and being underwater is told to the team before any question', () => {
  const chat = watched();
  for (const text of ['I want to sell my house', '12 Oak Street']) chat.visitor(text);
  const result = chat.visitor('honestly we owe 300k, more than it is worth');
  expect(answerIn(chat.state, 'mortgageBalance')).toEqual(usd(30_000_000, 30_000_000));
  expect(answerIn(chat.state, 'price')).toBeUndefined();
  expect(answerIn(chat.state, 'motivation')).toBe('financial');
  expect(alertsOf(result)).toEqual(['legal-sensitive', 'distress:money-trouble']);
  expect([chat.state.mode, chat.state.asked]).toEqual(['bot', null]);
  for (const text of ['yes', 'great condition', 'we still owe 290k, and want 350k']) chat.visitor(text);
  expect(answerIn(chat.state, 'price')).toEqual(usd(35_000_000, 35_000_000));
  expect(answerIn(chat.state, 'mortgageBalance')).toEqual(usd(29_000_000, 29_000_000));
});
