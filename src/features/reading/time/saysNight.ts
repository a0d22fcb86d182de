/** "Tonight after 8": which half of the day an hour is of, where it doesn't say so itself. */
export const saysNight = (text: string): boolean =>
  /(?<!\p{L})(?:tonight|(?:this|in the) evening|esta noche|en la noche|por la noche)(?!\p{L})/iu.test(text);
