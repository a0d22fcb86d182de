import { randomInt } from 'node:crypto';

// Without the letters that look alike, because somebody will type it.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password of four groups of four letters and digits: 79 random bits. */
export const makePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join(
    '-',
  );
