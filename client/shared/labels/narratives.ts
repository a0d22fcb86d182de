import type { NarrativeAnswer, NarrativeLength, NarrativeStyle } from '../../../src/contract/rest/narratives.ts';

export const styleLabels: Readonly<Record<NarrativeStyle, string>> = {
  emotional: 'Emotional',
  professional: 'Professional',
  investment: 'Investment',
  luxury: 'Luxury',
  lifestyle: 'Lifestyle',
};
export const lengthLabels: Readonly<Record<NarrativeLength, string>> = {
  short: 'Short, 100–150 words',
  medium: 'Medium, 200–300 words',
  long: 'Long, 400–500 words',
};

const ruleLabels: Readonly<Record<string, string>> = {
  proxy: 'Schools, safety, or people have no place in it',
  figure: 'The file doesn’t have this figure',
  'figure-of': 'The figure belongs to something else',
  words: 'The file doesn’t say this',
  'no-fact': 'The file doesn’t say this',
  mixed: 'It joins facts that don’t belong together',
  polarity: 'The file says the opposite',
};
/** Why a rule marked a sentence. */
export const ruleLabel = ({ rule }: NarrativeAnswer['flags'][number]): string =>
  ruleLabels[rule] ?? 'The compliance check stopped this';
