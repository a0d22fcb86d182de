import { describe, expect, test } from 'vitest';
import { buyerQuestions } from '../../../src/features/bots/buyer/questions.ts';
import { buyTimeline, firstQuestion, intentQuestion, sellTimeline } from '../../../src/features/bots/lead/questions.ts';
import * as objections from '../../../src/features/bots/objectionTexts.ts';
import { schedulingQuestions } from '../../../src/features/bots/scheduling.ts';
import { sellerQuestions } from '../../../src/features/bots/seller/questions.ts';
import * as situations from '../../../src/features/bots/situationTexts.ts';
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
  situations.representedQuestion,
];
const authored = [
  ...questions.map(({ wordings }) => wordings),
  ...Object.values(texts),
  ...Object.values(acknowledgements),
  ...Object.values(situations.topicTexts),
  ...Object.values(situations.roleTexts),
  ...Object.values(situations.stallTexts),
  ...Object.values(situations.repairTexts),
  ...Object.values(situations.conductTexts),
  situations.bridge,
  situations.monthlyEstimate,
  ...Object.values(objections.objectionTexts),
  objections.comparisonOffer,
  objections.talkOffer,
  objections.objectionToPerson,
];

// GSM-7: one segment is 160 characters, two are 306; any other character makes it UCS-2 with 70 and 134.
const gsm = /^[A-Za-z0-9 \r\n@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà{}]*$/;
const segmentsOf = (text: string): number => {
  const [one, more] = gsm.test(text) ? [160, 153] : [70, 67];
  return text.length <= one ? 1 : Math.ceil(text.length / more);
};

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

  test('every text is at most one plain segment long, or three where accents make them shorter', () => {
    for (const text of authored.flatMap(({ en }) => [...en])) expect([text, segmentsOf(text)]).toEqual([text, 1]);
    for (const text of authored.flatMap(({ es }) => [...es])) expect(segmentsOf(text), text).toBeLessThanOrEqual(3);
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
