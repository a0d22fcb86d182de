import { reviewWords } from '../compliance/reviewWords.ts';
import { systemActor } from '../conversations/actors.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import type { Language } from '../reading/model.ts';
import { factOf } from './findCards.ts';
import type { OwnCard, Unanswered } from './model.ts';
import { cardOfOwn } from './ownCards.ts';

export interface AskerDeps {
  conversations: Pick<ConversationStore, 'find'>;
  appender: Pick<Appender, 'appendUnder'>;
}

const quotedChars = 90;

/**
 * Gives the answer to the conversation where the question was asked last, once: Jorge's next turn says it, and a visitor who is
 * away finds it when they come back. Does nothing where a person of the team speaks, where the talk is over, or where the card is
 * for the team alone.
 */
export async function tellAsker(
  deps: AskerDeps,
  { tenantId, id, at, conversationId, question }: Unanswered,
  card: OwnCard,
  brokerage: string,
): Promise<void> {
  if (card.audience === 'staff') return;
  const conversation = await deps.conversations.find(tenantId, conversationId);
  if (conversation?.channel !== 'widget') return;
  const language: Language = conversation.language.startsWith('es') ? 'es' : 'en';
  const { words } = factOf(cardOfOwn(card), brokerage, language);
  const quoted = inShort(question);
  // Jorge does not repeat words that he may not say himself.
  const mayRepeat = reviewWords(quoted, { audience: 'public', brokerage, language }).action === 'pass';
  await deps.appender.appendUnder(
    { tenantId, conversationId },
    {
      type: 'question-answered',
      data: { cardId: card.id, words, ...(mayRepeat ? { question: quoted } : {}) },
      actor: systemActor,
      onceKey: `question-answered:${id}:${at}`,
    },
    conversation.fence,
  );
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
