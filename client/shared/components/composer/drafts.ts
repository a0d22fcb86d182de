/** A reply or note that somebody is writing: kept over reloads, until it is sent. */
export interface Draft {
  reply: string;
  note: string;
}

const keyOf = (userId: string, conversationId: string): string => `jorge-hub.draft.${userId}.${conversationId}`;
const empty: Draft = { reply: '', note: '' };

export function readDraft(storage: Storage, userId: string, conversationId: string): Draft {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(userId, conversationId)) ?? '{}') as Partial<Draft>;
    return {
      reply: typeof kept.reply === 'string' ? kept.reply : '',
      note: typeof kept.note === 'string' ? kept.note : '',
    };
  } catch (error) {
    if (error instanceof SyntaxError) return empty;
    throw error;
  }
}

export function keepDraft(storage: Storage, userId: string, conversationId: string, draft: Draft): void {
  const key = keyOf(userId, conversationId);
  if (draft.reply === '' && draft.note === '') storage.removeItem(key);
  else {
    try {
      storage.setItem(key, JSON.stringify(draft));
    } catch (error) {
      // A full storage costs surviving a reload, not the draft on the screen.
      if (!(error instanceof DOMException)) throw error;
    }
  }
}

/** A suggestion goes below what someone has written, never over it. */
export const withSuggestion = (own: string, suggested: string): string =>
  own.trim() === '' ? suggested : `${own.trimEnd()}\n${suggested}`;
