import { byReading } from '../../../contract/insight.ts';
import type { Entry } from '../../../contract/log/entry.ts';
import type { Actor } from '../../../contract/log/parts.ts';
import type { Conversation } from '../model.ts';

/** The replacement of a person's words. */
export const erasedWords = '[deleted]';

/** Whether its words were deleted: only then nothing is left of the page that it began on. */
export const isErased = ({ mode, page }: Pick<Conversation, 'mode' | 'page'>): boolean =>
  mode === 'closed' && page?.url === '';

/**
 * The same line without what anybody said, what was learned from it, and the visitor's name. Its number, its kind and who of the
 * team acted stay. Every type is named here, so that a new one cannot be forgotten.
 */
export const withoutWords = (entry: Entry): Entry =>
  ({ ...entry, actor: nameless(entry.actor), data: left(entry) }) as Entry;

const nameless = (actor: Actor): Actor =>
  actor.kind === 'visitor' || actor.kind === 'lead' ? { kind: actor.kind, id: actor.id } : actor;

/** The reasons of flags are words. */
function flagless<T extends { flags?: unknown }>({ flags: _, ...data }: T): Omit<T, 'flags'> {
  return data;
}

function left(entry: Entry): Entry['data'] {
  switch (entry.type) {
    case 'message-created': {
      const { choices: _, choiceId: __, attachments: ___, sources: ____, ...data } = entry.data;
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
    case 'insight-changed': {
      const { readings, score } = entry.data;
      const none = { value: null, confidence: 0, factors: [], evidence: [] };
      return {
        readings: byReading((name) => ({ ...readings[name], ...none })),
        stage: null,
        score: { ...score, value: null, confidence: 0, class: null, explain: [], missing: [] },
      };
    }
    case 'help-withheld':
      return { ...entry.data, evidence: [] };
    case 'cue-created':
      return { ...entry.data, text: erasedWords, evidence: [] };
    case 'suggestion-created': {
      const { objection: _, reply: __, nextQuestion: ___, correct: ____, ...data } = entry.data;
      return { ...data, say: erasedWords, evidence: [] };
    }
    case 'answer-created':
      return { ...entry.data, question: erasedWords, text: erasedWords, sources: [] };
    case 'conversation-ended': {
      const { comment, ...data } = entry.data;
      return { ...data, ...(comment === undefined ? {} : { comment: erasedWords }) };
    }
    case 'note-created':
      return { text: erasedWords };
    case 'note-changed': {
      const { text, mentions: _, ...data } = entry.data;
      return { ...data, ...(text === undefined ? {} : { text: erasedWords }) };
    }
    case 'alert-raised':
      return { ...flagless(entry.data), reason: erasedWords };
    case 'bot-turn':
      return flagless(entry.data);
    case 'question-answered':
      return { cardId: entry.data.cardId, words: erasedWords };
    case 'message-translated':
    case 'task-changed':
    case 'whisper-created':
    case 'call-segment':
      return { ...entry.data, text: erasedWords };
    case 'handoff-changed':
    case 'assignment-changed':
    case 'message-retracted':
      return { ...entry.data, reason: erasedWords };
    case 'times-found': {
      const { home: _, ...data } = entry.data;
      return { ...data, wish: {} };
    }
    case 'appointment-noted': {
      const { note, ...data } = entry.data;
      return { ...data, ...(note === undefined ? {} : { note: erasedWords }) };
    }
    case 'message-scheduled': {
      const { text, ...data } = entry.data;
      return { ...data, ...(text === undefined ? {} : { text: erasedWords }) };
    }
    case 'appointment-changed': {
      const { home: _, ...data } = entry.data;
      return data;
    }
    case 'call-drafted': {
      const { nextStep: _, ...data } = entry.data;
      return { ...data, summary: erasedWords, promises: [], evidence: [] };
    }
    case 'call-consent-changed': {
      const { words: _, ...data } = entry.data;
      return data;
    }
    case 'conversation-changed':
    case 'participant-changed':
    case 'tags-changed':
    case 'priority-changed':
    case 'slots-offered':
    case 'call-caller-named':
    case 'cue-answered':
    case 'suggestion-answered':
    case 'suggestion-seen':
    case 'suggestion-spoken':
    case 'policy-verdict':
    case 'offer-gone':
    case 'reminder-due':
    case 'quiet-noticed':
    case 'review-overdue':
    case 'alert-answered':
    case 'call-started':
    case 'call-ended':
    case 'call-wiped':
      return entry.data;
    default:
      return entry satisfies never;
  }
}
