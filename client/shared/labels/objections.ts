import { objectionWords } from '../../../src/contract/objectionWords.ts';
import type { Objection } from '../../../src/contract/vocabulary.ts';

/** The lead's concern, after "for a concern about". A coach may name one of its own. */
export const concernOf = (objection: string): string =>
  Object.hasOwn(objectionWords, objection)
    ? objectionWords[objection as Objection]
    : objection.replaceAll('_', ' ').toLowerCase();
