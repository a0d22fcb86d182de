import { describe, expect, it } from 'vitest';
import { readClaims } from './claims/readClaims.ts';
import { readAnswers } from './ladder/readAnswers.ts';
import { readParaphrases } from './nlu/paraphrases.ts';
import { acts } from './nlu/rasa.ts';
import { readTalks } from './talks/readTalks.ts';

describe('the evaluation data', () => {
  it('is at least 120 talks, half of them unread, with at least 60 wishes for a person in 40 wordings', () => {
    const { seen, unseen } = readTalks();
    expect(seen.length + unseen.length).toBeGreaterThanOrEqual(120);
    expect(Math.abs(seen.length - unseen.length)).toBeLessThanOrEqual(4);
    const all = [...seen, ...unseen];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const wishes = all.flatMap(({ lines }) =>
      lines.flatMap((line) => ('answer' in line || !line.reading.acts.includes('wants-person') ? [] : [line.text])),
    );
    expect(wishes.length).toBeGreaterThanOrEqual(60);
    expect(new Set(wishes.map((text) => text.toLowerCase())).size).toBeGreaterThanOrEqual(40);
  });

  it('copies each quote of a reading from the line itself', () => {
    const { seen, unseen } = readTalks();
    // By place alone: the words may be of the half that nobody reads.
    const strange = [...seen, ...unseen].flatMap(({ id, lines }) =>
      lines.flatMap((line, at) => {
        if ('answer' in line) return [];
        const { questions, slots } = line.reading;
        const quotes = [...questions, ...slots].flatMap(({ quote }) => quote ?? []);
        return quotes.every((quote) => line.text.includes(quote)) ? [] : [`${id}:${at + 1}`];
      }),
    );
    expect(strange).toEqual([]);
  });

  it('is at least 200 false or hazardous sentences, 30 of each class, and 200 good ones', () => {
    const { seen, unseen } = readClaims();
    const hostile = [...seen.hostile, ...unseen.hostile];
    const classes = [...new Set(hostile.map((one) => one.class))];
    expect(classes).toHaveLength(8);
    for (const name of classes)
      expect([name, hostile.filter((one) => one.class === name).length >= 30]).toEqual([name, true]);
    expect(seen.good.length + unseen.good.length).toBeGreaterThanOrEqual(200);
  });

  it('is at least 20 paraphrases of each intent, no two alike, half of them unread', () => {
    const { seen, unseen } = readParaphrases();
    const all = [...seen, ...unseen];
    for (const intent of Object.keys(acts)) {
      const of = (half: typeof seen) => half.filter((one) => one.intent === intent).length;
      expect([intent, of(all) >= 20, of(seen)]).toEqual([intent, true, of(unseen)]);
    }
    expect(new Set(all.map(({ text }) => text.toLowerCase())).size).toBe(all.length);
  });

  it('is at least 200 answers of models, half of them unread', () => {
    const { seen, unseen } = readAnswers();
    expect(seen.length + unseen.length).toBeGreaterThanOrEqual(200);
    expect(Math.abs(seen.length - unseen.length)).toBeLessThanOrEqual(4);
  });
});
