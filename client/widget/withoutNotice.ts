/**
 * A message without the sentence that names the law's notice by its bare address: the sheet has a line of its own for
 * it. The whole text if nothing else would be left, or if there is no such notice.
 */
export function withoutNotice(text: string, noticeUrl: string | null): string {
  const at = noticeUrl === null ? -1 : text.indexOf(noticeUrl);
  if (noticeUrl === null || at < 0) return text;
  const sentence = Math.max(...[...text.slice(0, at).matchAll(/[.!?]\s|\n/g)].map(({ index }) => index + 1), 0);
  const rest = `${text.slice(0, sentence).trimEnd()} ${text.slice(at + noticeUrl.length).trimStart()}`.trim();
  return rest === '' ? text : rest;
}
