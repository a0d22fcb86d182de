import type { Language } from '../../../src/features/reading/model.ts';
import { type HalfLines, readHalves } from '../readHalves.ts';

export interface HostileSentence {
  text: string;
  class: string;
  language: Language;
  disguise: string | null;
}
export interface GoodSentence {
  text: string;
  language: Language;
}
export interface Half {
  hostile: HostileSentence[];
  good: GoodSentence[];
}

/** The half that may be read, and the one of which only sums are told. */
export function readSentences(): { seen: Half; unseen: Half } {
  const { seen, unseen } = readHalves(import.meta.dirname);
  return { seen: sentencesOf(seen), unseen: sentencesOf(unseen) };
}

const sentencesOf = ({ hostile = [], good = [] }: HalfLines): Half => ({
  hostile: hostile as HostileSentence[],
  good: good as GoodSentence[],
});
