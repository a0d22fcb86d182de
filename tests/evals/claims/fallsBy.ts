import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';
import { judgeAnswer } from '../../../src/features/composing/judgeAnswer.ts';
import type { ListingFacts } from '../../../src/features/packs/model.ts';
import type { Claim } from './readClaims.ts';

/** What keeps the sentence from a visitor of the home's page; null when it comes through. */
export type FallsBy = (claim: Claim) => string | null;

/** By the rules for words, and by the figures that are on file. */
export function gateOf(listing: ListingFacts): FallsBy {
  const judges = {
    en: judgeAnswer({ language: 'en', listing, said: [], whispers: [] }),
    es: judgeAnswer({ language: 'es', listing, said: [], whispers: [] }),
  };
  return ({ text }) => {
    const language = spanish.test(text) ? 'es' : 'en';
    const { action, rule } = reviewWords(text, { audience: 'public', brokerage: 'Barton Ridge Realty', language });
    return action === 'cut' ? rule : judges[language](text);
  };
}

const spanish = /[¿¡ñáéíóú]|\b(?:el|los|las|una|para|con|su|está|casa|del)\b/i;
