import type { Span } from '../model.ts';

/** The text with blanks where these spans stand, so that every other word keeps its place. */
export const withBlanks = (text: string, spans: readonly Span[]): string =>
  spans.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + left.slice(end),
    text,
  );
