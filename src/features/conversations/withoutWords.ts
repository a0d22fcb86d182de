import type { Actor, Entry } from '../../contract/entries.ts';
import type { Conversation } from './model.ts';

/** What stands where a person's words stood. */
export const erasedWords = '[deleted]';

/** Whether its words were deleted: who closes a conversation otherwise leaves it on the boards it was on. */
export const isErased = ({ mode, board }: Pick<Conversation, 'mode' | 'board'>): boolean =>
  mode === 'closed' && !board.shown;

/**
 * The same line without what anybody said, what was learned from it, and the visitor's name. Its number, its kind and who of the
 * team acted stay. Every type is named here, so that a new one cannot be forgotten.
 */
export const withoutWords = (entry: Entry): Entry =>
  ({ ...entry, actor: nameless(entry.actor), data: left(entry) }) as Entry;

const nameless = (actor: Actor): Actor =>
  actor.kind === 'visitor' || actor.kind === 'lead' ? { kind: actor.kind, id: actor.id } : actor;

function left(entry: Entry): Entry['data'] {
  switch (entry.type) {
    case 'message-created': {
      const { choices: _, choiceId: __, ...data } = entry.data;
      return { ...data, text: erasedWords };
    }
    case 'listing-cards':
      return { items: [] };
    case 'qualification-changed':
      return { slots: {}, answered: 0, total: entry.data.total, missing: [] };
    case 'score-changed': {
      const { basis, calibrated, version } = entry.data;
      const none = { score: null, display10: null, temperature: null, confidence: null, components: {} };
      return { ...none, reasons: [], evidence: [], basis, calibrated, version };
    }
    case 'cue-created':
      return { ...entry.data, text: erasedWords, evidence: [] };
    case 'suggestion-created': {
      const { objection: _, reply: __, nextQuestion: ___, ...data } = entry.data;
      return { ...data, say: erasedWords, evidence: [] };
    }
    case 'answer-created':
      return { ...entry.data, question: erasedWords, text: erasedWords, sources: [] };
    case 'note-created':
      return { text: erasedWords };
    case 'question-answered':
      return { cardId: entry.data.cardId, words: erasedWords };
    case 'whisper-created':
    case 'call-segment':
      return { ...entry.data, text: erasedWords };
    case 'alert-raised':
    case 'handoff-changed':
    case 'assignment-changed':
    case 'message-retracted':
      return { ...entry.data, reason: erasedWords };
    case 'times-found': {
      const { home: _, ...data } = entry.data;
      return { ...data, wish: {} };
    }
    case 'appointment-changed': {
      const { home: _, ...data } = entry.data;
      return data;
    }
    case 'conversation-changed':
    case 'participant-changed':
    case 'slots-offered':
    case 'bot-turn':
    case 'cue-answered':
    case 'suggestion-answered':
    case 'policy-verdict':
    case 'offer-gone':
    case 'reminder-due':
    case 'quiet-noticed':
    case 'review-overdue':
    case 'alert-answered':
      return entry.data;
    default:
      return entry satisfies never;
  }
}
