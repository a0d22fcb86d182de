import { bareLetters } from '../../../kernel/bareLetters.ts';
import { plainText } from './plainText.ts';

/** One spelling of what people type in many. */
const spelledOut: Readonly<Record<string, string>> = {
  ...{ gonna: 'going to', gona: 'going to', wanna: 'want to', wana: 'want to', gotta: 'got to', tonite: 'tonight' },
  ...{ bc: 'because', cuz: 'because', cause: 'because', coz: 'because', becuase: 'because', u: 'you', ppl: 'people' },
  ...{
    'can not': 'cant',
    cannot: 'cant',
    'do not': 'dont',
    'does not': 'doesnt',
    'will not': 'wont',
    'i am': 'im',
    'i will': 'ill',
  },
  ...{ 'any more': 'anymore', 'no body': 'nobody', 'no one': 'nobody', w: 'with', agaisnt: 'against' },
  ...{ q: 'que', k: 'que', ke: 'que', kiero: 'quiero', xq: 'porque', pq: 'porque', porq: 'porque' },
};
const otherSpellings = new RegExp(`\\b(?:${Object.keys(spelledOut).join('|')})\\b`, 'g');

/**
 * The words alone: lower case, no accents, no apostrophes, no letter drawn out, and the common short forms spelled out, so that
 * "I'm gonna", "im gonna" and "I am going to" are one.
 */
export const bareWords = (text: string): string =>
  bareLetters(plainText(text))
    .replace(/(?<=[a-z])'(?=[a-z])/g, '')
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/[ \t\n\r]+/g, ' ')
    .replace(otherSpellings, (found) => spelledOut[found] ?? found);
