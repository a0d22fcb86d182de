import { expect, it } from 'vitest';
import { csvLine } from '../../src/kernel/csvLine.ts';
import { readCsv } from '../../src/kernel/readCsv.ts';

it('a line is read again as it was written, whatever its cells hold', () => {
  const cells = ['plain', 'a, b', 'she said "yes"', 'two\nlines', '', 'Núñez'];
  expect(readCsv(csvLine(cells)).rows[0]?.cells).toEqual(cells);
});

it('no spreadsheet takes the words of a stranger for a formula', () => {
  const cells = ['=HYPERLINK("http://x")', '+1 512 555 0100', '-2+3', '@SUM(A1)', '\t=1'];
  for (const cell of readCsv(csvLine(cells)).rows[0]?.cells ?? []) expect(cell).toMatch(/^'/);
});
