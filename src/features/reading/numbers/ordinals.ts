/** Ordinals from the first to the fourth, as parts of a pattern. */
export const ordinals = [
  'first|1st|primer[ao]?',
  'second|2nd|segund[ao]',
  'third|3rd|tercer[ao]?',
  'fourth|4th|cuart[ao]',
] as const;
