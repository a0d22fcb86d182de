import { ordinals } from '../numbers/ordinals.ts';

const places: readonly RegExp[] = ordinals.map(
  (words) =>
    new RegExp(`^\\W*(?:(?:the|el|la|option|opci[oó]n) )?(?:${words})(?: (?:one|option|opci[oó]n))?\\W*$`, 'iu'),
);

/** "The first one", "el segundo", and nothing else: which of a few is meant, from 0; -1 for other words. */
export const optionIndex = (text: string): number => places.findIndex((pattern) => pattern.test(text));
