import { join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../../../src/features/reading/model.ts';
import { readLanguage } from '../../../src/features/reading/text/readLanguage.ts';
import { readHalves } from '../readHalves.ts';
import { type Share, shareOf } from '../share.ts';
import { readTalks } from '../talks/readTalks.ts';
import { readParaphrases } from './paraphrases.ts';

const known = z.object({ text: z.string(), language: z.enum(['en', 'es']) });
type Known = z.infer<typeof known>;

/** Every text whose language somebody wrote down: both halves of the paraphrases, and the seen halves of lines, talks and sentences. */
function knownTexts(): { messages: Known[]; sentences: Known[] } {
  const seenOf = (folder: string): Known[] =>
    Object.values(readHalves(join(import.meta.dirname, '..', folder)).seen)
      .flat()
      .map((line) => known.parse(line));
  const { seen, unseen } = readParaphrases();
  const paraphrases = [...seen, ...unseen].flatMap(({ text, language }) =>
    language === undefined ? [] : [{ text, language }],
  );
  const said = readTalks().seen.flatMap(({ lines }) =>
    lines.flatMap((line) => ('answer' in line ? [] : [{ text: line.text, language: line.reading.language }])),
  );
  return { messages: [...paraphrases, ...seenOf('lines'), ...said], sentences: seenOf('gate') };
}

/**
 * Whether each text, were it the first of a talk, is answered in its own language. `all`: from a browser set to English, which is what a
 * page that tells nothing counts as. As that flatters English, the languages are told apart too, and what a browser set to the other one does.
 */
export function measureLanguages(): { all: Share } & Record<string, Share> {
  const { messages, sentences } = knownTexts();
  const texts = [...messages, ...sentences];
  const right = (among: readonly Known[], browser: Language): Share =>
    shareOf(among, ({ text, language }) => readLanguage(text, browser, true) === language);
  const of = (among: readonly Known[], language: Language): Known[] => among.filter((one) => one.language === language);
  return {
    all: right(texts, 'en'),
    'messages of people alone': right(messages, 'en'),
    'Spanish, browser in English': right(of(texts, 'es'), 'en'),
    'English, browser in English': right(of(texts, 'en'), 'en'),
    'Spanish, browser in Spanish': right(of(texts, 'es'), 'es'),
    'English, browser in Spanish': right(of(texts, 'en'), 'es'),
  };
}
