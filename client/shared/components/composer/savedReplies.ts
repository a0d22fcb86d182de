import type { SavedReplyAnswer } from '../../../../src/contract/rest/savedReplies.ts';
import type { ReplyVariable } from '../../../../src/contract/rest/settingsLimits.ts';

export type ReplyValues = Record<ReplyVariable, string>;

/** The text with its variables filled in. Other words in braces stay as they are. */
export const fillReply = (text: string, values: ReplyValues): string =>
  text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as keyof ReplyValues] : whole,
  );

/** The search words of a reply that begins with a slash; null when it does not, or goes on over a line. */
export const askedReply = (draft: string): string | null => /^\/([^\n]{0,80})$/.exec(draft)?.[1] ?? null;

/** Replies with every word asked for in their title or text; those with the words in the title first. */
export function repliesFor(replies: readonly SavedReplyAnswer[], asked: string): SavedReplyAnswer[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const inTitle = replies.filter((reply) => has(reply.title));
  const inText = replies.filter((reply) => !has(reply.title) && has(`${reply.title} ${reply.text}`));
  return [...inTitle, ...inText].slice(0, 8);
}
