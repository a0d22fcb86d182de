/** A label within a sentence: its first letter is small, unless it begins with a name. */
export const inSentence = (label: string): string =>
  label.startsWith('Jorge') ? label : label.charAt(0).toLowerCase() + label.slice(1);
