import type { Mail } from './ports.ts';

/** A mail of a few lines around one link, as plain text and as simple HTML. */
export function mailWithLink(given: {
  to: string;
  subject: string;
  before: readonly string[];
  link: { url: string; words: string };
  after: readonly string[];
}): Mail {
  const { to, subject, before, link, after } = given;
  const paragraph = (line: string): string => `<p>${escaped(line)}</p>`;
  const html = [
    ...before.map(paragraph),
    `<p><a href="${escaped(link.url)}">${escaped(link.words)}</a></p>`,
    ...after.map(paragraph),
  ];
  return {
    to,
    subject,
    text: `${[...before, link.url, ...after].join('\n\n')}\n`,
    html: `<!doctype html><html lang="en"><body>${html.join('')}</body></html>`,
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
