import type { EntryData } from '../../src/contract/log/entry.ts';

/** The words of a message; of one without words the names of its files, which need no translation. */
export const wordsOf = ({ text, attachments = [] }: EntryData<'message-created'>): string =>
  text || attachments.map(({ name }) => name).join(', ');
