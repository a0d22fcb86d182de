import { describe, expect, it } from 'vitest';
import { readCardFile } from '../../../src/features/knowledge/readCardFile.ts';

describe('questions and answers that a brokerage brings', () => {
  it('are read from Markdown by its headings of the second rank', () => {
    const text =
      '# Our FAQ\nWelcome.\n\n## Do you rent homes?\nNo, we buy and sell.\n\nAsk us.\n## Parking ##\nBehind the house.\n';
    expect(readCardFile({ text, form: 'markdown' })).toEqual({
      cards: [
        { line: 4, question: 'Do you rent homes?', answer: 'No, we buy and sell.\n\nAsk us.' },
        { line: 8, question: 'Parking', answer: 'Behind the house.' },
      ],
      problems: [],
    });
  });

  it('are read from CSV with or without a heading, quotes and all', () => {
    const rows = 'Do you rent?,"No, we buy, and sell."\nParking,Behind the house\n';
    const cards = [
      { question: 'Do you rent?', answer: 'No, we buy, and sell.' },
      { question: 'Parking', answer: 'Behind the house' },
    ];
    expect(readCardFile({ text: rows, form: 'csv' }).cards).toMatchObject(cards);
    expect(readCardFile({ text: `question,answer\n${rows}`, form: 'csv' }).cards).toMatchObject(cards);
  });

  it('are read from a pasted page by the lines that end with a question mark', () => {
    const text = 'About us\r\nDo you rent homes?\r\nNo.\r\n\r\n¿Hablan español?\r\nSí.\r\n';
    expect(readCardFile({ text, form: 'text' }).cards).toEqual([
      { line: 2, question: 'Do you rent homes?', answer: 'No.' },
      { line: 5, question: '¿Hablan español?', answer: 'Sí.' },
    ]);
  });

  it('are all looked at, and each mistake is told by its line', () => {
    const text = `## One\n\n## ${'x'.repeat(201)}\nYes.\n## Three\n${'y'.repeat(1_201)}`;
    expect(readCardFile({ text, form: 'markdown' }).problems).toEqual([
      { line: 1, problem: 'has no answer' },
      { line: 3, problem: 'has a question longer than 200 characters' },
      { line: 5, problem: 'has an answer longer than 1200 characters' },
    ]);
    expect(readCardFile({ text: 'Nothing here', form: 'text' }).problems).toEqual([
      { line: 1, problem: 'has no line that ends with a question mark' },
    ]);
  });
});
