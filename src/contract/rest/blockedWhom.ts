import type { BlockAnswer } from './blocks.ts';

/** A network address for people to read: one address of which only the beginning is shown, not a range. */
export const addressShown = (shown: string): string => shown.replace(/x$/, '…');
/** Names the target of a block, for the conversation in which it was set. */
export const blockedWhom = ({ kind, shown }: Pick<BlockAnswer, 'kind' | 'shown'>): string =>
  kind === 'visitor' ? 'this visitor' : `everyone at this visitor’s IP address (${addressShown(shown)})`;
