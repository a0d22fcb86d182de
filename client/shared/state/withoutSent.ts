/** The text of a field after its words were sent: the sent words go, and what was written after them stays. */
export const withoutSent = (now: string, sent: string): string =>
  now.startsWith(sent) ? now.slice(sent.length).trimStart() : now;
