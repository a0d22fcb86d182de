import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import { isoOf } from '../../kernel/clock.ts';
import type { Language } from '../reading/model.ts';
import { type Card, inOtherWords, type OwnCard } from './model.ts';

/** Makes a card of what a brokerage wrote itself; in the other language it is quoted, for a translation would not be theirs. */
export function cardOfOwn({ id, questions, answer, language, audience, by, at }: OwnCard): Card {
  const other: Language = language === 'en' ? 'es' : 'en';
  const quoted = inOtherWords[other](answer);
  const said = quoted.length <= settingsLimits.cardChars ? quoted : answer;
  return {
    id,
    about: 'brokerage',
    asks: language === 'en' ? { en: questions, es: [] } : { en: [], es: questions },
    words: language === 'en' ? { en: answer, es: said } : { en: said, es: answer },
    source: { name: '{brokerage}', where: 'its team' },
    asOf: isoOf(at).slice(0, 10),
    audience,
    owner: by,
  };
}
