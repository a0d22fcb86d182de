const mostEnds = 40;

/**
 * The same words as the n-th different text, by the marks at its end. A reader that remembers the last texts does not know it, as it
 * would not know the words of another visitor: it remembers fewer than all lines of a bench in their forty forms.
 */
export const endedAnew = (text: string, n: number): string =>
  text + (text.endsWith('?') ? '?' : '.').repeat(n % mostEnds);
