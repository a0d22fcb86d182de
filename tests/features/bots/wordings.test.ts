import { describe, expect, test } from 'vitest';
import { buyerQuestions } from '../../../src/features/bots/buyer/questions.ts';
import { buyTimeline, firstQuestion, intentQuestion, sellTimeline } from '../../../src/features/bots/lead/questions.ts';
import { schedulingQuestions } from '../../../src/features/bots/scheduling.ts';
import { sellerQuestions } from '../../../src/features/bots/seller/questions.ts';
import { acknowledgements, texts } from '../../../src/features/bots/texts.ts';
import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';

const questions = [
  intentQuestion,
  firstQuestion,
  buyTimeline,
  sellTimeline,
  ...buyerQuestions,
  ...sellerQuestions,
  ...Object.values(schedulingQuestions),
];
const authored = [
  ...questions.map(({ wordings }) => wordings),
  ...Object.values(texts),
  ...Object.values(acknowledgements),
];

describe('authored texts', () => {
  test('each question has at least three wordings in both languages, one question mark each, within one segment', () => {
    for (const { id, wordings } of questions) {
      for (const list of [wordings.en, wordings.es]) {
        expect(new Set(list).size, id).toBeGreaterThanOrEqual(3);
        for (const text of list) {
          expect(text.length, text).toBeLessThanOrEqual(160);
          expect(text.match(/\?|[.]$/g)?.length, text).toBeGreaterThanOrEqual(1);
          expect(text.match(/\?/g)?.length ?? 0, text).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  test('no text has an emoji, a spaced hyphen, markdown or a number, apart from the 30 to 45 days', () => {
    for (const text of authored.flatMap(({ en, es }) => [...en, ...es])) {
      expect(text).not.toMatch(/\p{Extended_Pictographic}| - |[*_#`]|https?:/u);
      expect(text.replace(/30 (?:to|a) 45/, '')).not.toMatch(/\d/);
      expect(text.length).toBeLessThanOrEqual(160);
    }
  });

  test('every text has other words to change to', () => {
    for (const { en, es } of authored) {
      expect(new Set(en).size).toBeGreaterThanOrEqual(2);
      expect(new Set(es).size).toBeGreaterThanOrEqual(2);
    }
  });

  test('every text passes the gate', () => {
    for (const text of authored.flatMap(({ en, es }) => [...en, ...es])) {
      expect([text, reviewWords(text, { audience: 'public', brokerage: 'Barton Ridge Realty' }).action]).toEqual([
        text,
        'pass',
      ]);
    }
  });
});
