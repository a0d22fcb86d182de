/**
 * The meaning of each command, event and entry, by its name: the rows of the tables of `docs/protocol.md`, whose first
 * cell has the names and whose last has the words, in Markdown.
 */
export function readProtocolWords(markdown: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const line of markdown.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, names = ''] = cells;
    if (cells.length < 4 || !/^`[\w.-]+`(?:, `[\w.-]+`)*$/.test(names)) continue;
    for (const [, name = ''] of names.matchAll(/`([\w.-]+)`/g)) words.set(name, cells.at(-2) ?? '');
  }
  return words;
}

/** The code in `docs/protocol.md` by which a receiver checks a webhook. */
export const readWebhookExample = (markdown: string): string =>
  /## Webhooks\n.*?```js\n(.*?)\n```/s.exec(markdown)?.[1] ?? '';
