/** A label within a sentence: its first letter is small, unless it begins with a name or with capitals, such as "EV charger". */
export const inSentence = (label: string): string =>
  /^(?:Jorge|[A-Z]{2})/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
