/** What stands in a field once its words were sent: those go, and what was written after them meanwhile stays. */
export const withoutSent = (now: string, sent: string): string =>
  now.startsWith(sent) ? now.slice(sent.length).trimStart() : now;
