import { readRequests } from '../dialogue/readRequests.ts';
import { readAskedFacts } from './readAskedFacts.ts';

/** "What's the HOA and can I see it tomorrow?": a fact is asked for beside the wish to see the home. */
export const asksBesideVisit = (sentence: string): boolean =>
  sentence
    .split(/\s*(?:,|\band\b|\by\b)\s+/i)
    .some(
      (part) =>
        /^\W*(?:(?:hi|hello|hola|also)\W+)?(?:what|how|is|are|does|do\b|any|cu[aá]|qu[eé]|hay|tiene)/i.test(part) &&
        !readRequests(part).viewing &&
        readAskedFacts(`${part}?`).length > 0,
    );
