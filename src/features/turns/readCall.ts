import { limits } from '../../contract/values.ts';
import { linesOf, type TranscriptLine } from '../coaching/coachContext.ts';
import type { EntryStore } from '../conversations/ports.ts';

/** Of a call that took hours, the newest. */
const mostLines = 400;

/** What was written of a call, oldest first; nothing of what was erased. */
export async function readCall(
  entries: Pick<EntryStore, 'read' | 'head'>,
  conversationId: string,
  callId: string,
): Promise<TranscriptLine[]> {
  let lines: TranscriptLine[] = [];
  let began = false;
  for (let to = await entries.head(conversationId, 'internal'); to > 0 && !began; to -= limits.fetchEntries) {
    const from = Math.max(1, to - limits.fetchEntries + 1);
    const page = await entries.read(conversationId, 'internal', from, to, limits.fetchEntries);
    began = page.some(({ type, data }) => type === 'call-started' && data.callId === callId);
    const spoken = page.filter(({ type, data }) => type === 'call-segment' && data.callId === callId);
    lines = [...linesOf(spoken), ...lines];
    if (lines.length >= mostLines) break;
  }
  return lines.slice(-mostLines);
}
