import type { BlockAnswer } from './blocks.ts';

/** Where somebody comes from, to be read by people: one address with only its beginning told, not a range of addresses. */
export const addressShown = (shown: string): string => shown.replace(/x$/, '…');
/** Whom a block is against, in the conversation where it was done. */
export const blockedWhom = ({ kind, shown }: Pick<BlockAnswer, 'kind' | 'shown'>): string =>
  kind === 'visitor' ? 'this visitor' : `everybody behind this visitor’s address (${addressShown(shown)})`;
