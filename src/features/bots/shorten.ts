/** Text within `most` characters: whole, or up to its last sentence beyond the half, or cut at a word, or cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most + 1);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? '));
  if (sentence + 1 > most / 2) return head.slice(0, sentence + 1);
  const word = head.lastIndexOf(' ');
  return (word > most / 2 ? head.slice(0, word) : head.slice(0, most)).trimEnd();
}
