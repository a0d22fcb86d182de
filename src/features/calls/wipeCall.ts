import type { WipeReason } from '../../contract/calls.ts';
import type { Entry, EntryType } from '../../contract/log/entry.ts';
import { limits } from '../../contract/values.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { Folds } from '../conversations/log/folds.ts';
import { withoutWords } from '../conversations/log/withoutWords.ts';
import type { Draft } from '../conversations/model.ts';
import type { EntryStore } from '../conversations/ports.ts';
import { isFindable } from '../search/indexEntry.ts';
import type { SearchStore } from '../search/ports.ts';
import type { StreamLog } from '../streams/ports.ts';
import type { Call } from './model.ts';

export interface WipeDeps {
  entries: Pick<EntryStore, 'read' | 'rewrite'>;
  folds: Pick<Folds, 'forget'>;
  search: Pick<SearchStore, 'eraseLines'>;
  streamLog: Pick<StreamLog, 'forget'>;
  appender: Pick<Appender, 'append'>;
}

const isWordless = (entry: Entry): boolean => JSON.stringify(withoutWords(entry)) === JSON.stringify(entry);

/** The entries that the coach derived from the words: they quote them, so they go too. */
const derived: ReadonlySet<EntryType> = new Set([
  'cue-created',
  'suggestion-created',
  'answer-created',
  'call-drafted',
]);

/**
 * Erases what was written of a call, and what was made of it: its lines keep their numbers without words, no search and no stream has them.
 * Its consent was withdrawn before, so that nothing is written anymore. Again is harmless.
 */
export async function wipeCall(
  deps: WipeDeps,
  { id: callId, tenantId, conversationId }: Call,
  reason: WipeReason,
  origin: Pick<Draft, 'actor' | 'cause' | 'onceKey' | 'bodyHash'>,
): Promise<void> {
  const lines: Entry[] = [];
  let began = false;
  let wipedSeq = 0;
  for (let from = 1; ; from += limits.fetchEntries) {
    const page = await deps.entries.read(
      conversationId,
      'internal',
      from,
      from + limits.fetchEntries - 1,
      limits.fetchEntries,
    );
    for (const entry of page) {
      began ||= entry.type === 'call-started' && entry.data.callId === callId;
      const isWord = entry.type === 'call-segment' && entry.data.callId === callId;
      if (isWord || (began && derived.has(entry.type))) lines.push(entry);
      if (entry.type === 'call-wiped' && entry.data.callId === callId) wipedSeq = entry.seq;
    }
    if (page.length < limits.fetchEntries) break;
  }
  // Nothing of it is left, and everybody was told.
  const left = lines.filter((line) => !isWordless(line));
  if (left.length === 0 && !lines.some(({ type, seq }) => type === 'call-segment' && seq > wipedSeq)) return;
  for (const line of left) await deps.entries.rewrite(withoutWords(line));
  deps.folds.forget(conversationId);
  // Also of those that were rewritten before: a node may have put them into the search after.
  const findable = lines.filter(isFindable);
  await deps.search.eraseLines(
    conversationId,
    findable.map(({ seq }) => ({ log: 'internal', seq })),
  );
  await deps.streamLog.forget(conversationId);
  await deps.appender.append(
    { tenantId, conversationId },
    { type: 'call-wiped', data: { callId, reason }, ...origin, onceKey: `${origin.onceKey}:wiped` },
  );
}
