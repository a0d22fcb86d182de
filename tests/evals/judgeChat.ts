import type { PlayedChat, SeenEntry } from './playVisitor.ts';

export interface ChatFaults {
  duplicates: string[];
  gaps: string[];
  /** Two bot messages in a row with one and the same question in them. */
  repeatedQuestions: string[];
  /** Two bot messages in a row that are the same. */
  repeatedMessages: string[];
}

/** The faults in one visitor's view of the chat. */
export function judgeChat({ entries }: PlayedChat): ChatFaults {
  const faults: ChatFaults = { duplicates: [], gaps: [], repeatedQuestions: [], repeatedMessages: [] };
  const seqs = new Set<number>();
  const messageIds = new Set<string>();
  let head = 0;
  let before: string | null = null;
  for (const entry of entries) {
    if (seqs.has(entry.seq)) faults.duplicates.push(`seq ${entry.seq} came twice`);
    else if (entry.seq !== head + 1) faults.gaps.push(`seq ${entry.seq} came after ${head}`);
    seqs.add(entry.seq);
    head = Math.max(head, entry.seq);
    const { messageId, text = '' } = entry.data;
    if (messageId !== undefined) {
      if (messageIds.has(messageId)) faults.duplicates.push(`message ${messageId} came twice`);
      messageIds.add(messageId);
    }
    if (!isBotMessage(entry)) continue;
    if (before !== null) {
      if (before === text) faults.repeatedMessages.push(text);
      const asked = new Set(questionsOf(before));
      faults.repeatedQuestions.push(...questionsOf(text).filter((question) => asked.has(question)));
    }
    before = text;
  }
  return faults;
}

const isBotMessage = (entry: SeenEntry): boolean => entry.type === 'message-created' && entry.actor.kind === 'bot';

/** The sentences that ask, in plain words. */
export function questionsOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…\n])\s+/)
    .map((sentence) => sentence.trim().toLowerCase().replace(/\s+/g, ' '))
    .filter((sentence) => sentence.endsWith('?'));
}
