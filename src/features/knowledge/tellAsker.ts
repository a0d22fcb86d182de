import { reviewWords } from '../compliance/reviewWords.ts';
import { systemActor } from '../conversations/actors.ts';
import type { Appender } from '../conversations/appendEntry.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import type { Language } from '../reading/model.ts';
import { factOf } from './findCards.ts';
import type { OwnCard, Unanswered } from './model.ts';
import { cardOfOwn } from './ownCards.ts';

export interface AskerParts {
  conversations: Pick<ConversationStore, 'find'>;
  appender: Pick<Appender, 'append'>;
  /** Has Jorge read what was just written to a conversation's log. */
  tellBot(tenantId: string, conversationId: string): Promise<void>;
}

const quotedChars = 90;

/**
 * Puts the answer where the question was asked last, once: Jorge's next turn says it, and who is away finds it when they come back.
 * Nothing where a person of the team speaks, where the talk is over, or where the card is for the team alone.
 */
export async function tellAsker(
  parts: AskerParts,
  { tenantId, id, at, conversationId, question }: Unanswered,
  card: OwnCard,
  brokerage: string,
): Promise<void> {
  if (card.audience === 'staff') return;
  const conversation = await parts.conversations.find(tenantId, conversationId);
  if (conversation?.channel !== 'widget') return;
  const language: Language = conversation.board.language.startsWith('es') ? 'es' : 'en';
  const { words } = factOf(cardOfOwn(card), brokerage, language);
  const quoted = inShort(question);
  // Jorge repeats no words that he may not say, whoever wrote them.
  const mayRepeat = reviewWords(quoted, { audience: 'public', brokerage, language }).action === 'pass';
  const line = await parts.appender.append(
    { tenantId, conversationId },
    {
      type: 'question-answered',
      data: { cardId: card.id, words, ...(mayRepeat ? { question: quoted } : {}) },
      actor: systemActor,
      onceKey: `question-answered:${id}:${at}`,
    },
    { fence: conversation.fence },
  );
  if (line !== null) await parts.tellBot(tenantId, conversationId);
}

/** The question in one line, cut between words, with a mark at its end. */
function inShort(question: string): string {
  const line = question.replace(/["“”\s]+/g, ' ').trim();
  if (line.length > quotedChars)
    return `${line
      .slice(0, quotedChars)
      .replace(/\s+\S*$/, '')
      .toWellFormed()} …`;
  return /[.?!…]$/.test(line) ? line : `${line}?`;
}
