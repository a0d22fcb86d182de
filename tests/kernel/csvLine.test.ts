import { expect, it } from 'vitest';
import { csvLine } from '../../src/kernel/csvLine.ts';
import { readCsv } from '../../src/kernel/readCsv.ts';

it('a line is read again as it was written, whatever its cells hold', () => {
  const cells = ['plain', 'a, b', 'she said "yes"', 'two\nlines', '', 'Núñez', '+1 512 555 0100', 'a; b'];
  expect(readCsv(csvLine(cells)).rows[0]?.cells).toEqual(cells);
});

it.each([
  ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "\t'=1"],
  ['\n=1', "\n'=1"],
  ['＝1+1', "'＝1+1"],
  ['x;=HYPERLINK("http://x")', `x;'=HYPERLINK("http://x")`],
  ['+1-cmd', "'+1-cmd"],
])('no spreadsheet takes the words of a stranger for a formula: %j', (cell, written) => {
  // The heads say what the columns are divided by.
  expect(readCsv(csvLine(['a', 'b']) + csvLine([cell, 'next'])).rows[1]?.cells).toEqual([written, 'next']);
});
