import { expect, test } from 'vitest';
import { saysAbout } from './saysAbout.ts';

test('"around" and "or so" make a value approximate', () => {
  const about = (text: string, value: string) =>
    saysAbout(text, { start: text.indexOf(value), end: text.indexOf(value) + value.length });
  expect(about('a home around $450k', '$450k')).toBe(true);
  expect(about('450k or so', '450k')).toBe(true);
  expect(about('at most 450k', '450k')).toBe(false);
});
