import { createHash, randomBytes } from 'node:crypto';

/** An opaque id of 22 characters, 128 random bits: never sequential, not to be guessed. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** SHA-256 of a text in UTF-8, as hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The same id for the same words, so that a repeated effect names the same thing. */
export const idFrom = (...parts: (string | number)[]): string =>
  createHash('sha256').update(parts.join('\u0000'), 'utf8').digest('base64url').slice(0, 22);
