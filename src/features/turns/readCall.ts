import type { Entry } from '../../contract/log/entry.ts';
import { limits } from '../../contract/values.ts';
import { linesOf, type TranscriptLine } from '../coaching/coachContext.ts';
import { withoutWords } from '../conversations/log/withoutWords.ts';
import type { EntryStore } from '../conversations/ports.ts';

const draftsLookedThrough = 50;

/** Takes the words out of the newest drafts of a call. */
export async function eraseDrafts(
  entries: Pick<EntryStore, 'read' | 'head' | 'rewrite'>,
  conversationId: string,
  callId: string,
): Promise<void> {
  const head = await entries.head(conversationId, 'internal');
  const from = Math.max(1, head - draftsLookedThrough + 1);
  for (const entry of await entries.read(conversationId, 'internal', from, head, draftsLookedThrough))
    if (entry.type === 'call-drafted' && entry.data.callId === callId) await entries.rewrite(withoutWords(entry));
}

/** Of a call that took hours, the newest. */
const mostLines = 400;

/** The written words of a call, oldest first, without those that were erased. */
export async function readCall(
  entries: Pick<EntryStore, 'read' | 'head'>,
  conversationId: string,
  callId: string,
): Promise<TranscriptLine[]> {
  let spoken: Entry[] = [];
  let began = false;
  for (let to = await entries.head(conversationId, 'internal'); to > 0 && !began; to -= limits.fetchEntries) {
    const from = Math.max(1, to - limits.fetchEntries + 1);
    const page = await entries.read(conversationId, 'internal', from, to, limits.fetchEntries);
    began = page.some(({ type, data }) => type === 'call-started' && data.callId === callId);
    spoken = [...page.filter(({ type, data }) => type === 'call-segment' && data.callId === callId), ...spoken];
    if (spoken.length >= mostLines) break;
  }
  return linesOf(spoken, mostLines);
}
