import { LRUCache } from 'lru-cache';
import type { Entry, EntryData } from '../../contract/log/entry.ts';
import type { Draft } from '../conversations/model.ts';
import { coachActor } from './actor.ts';

export interface SpokenDeps {
  /** Writes an internal entry. */
  append(tenantId: string, conversationId: string, draft: Draft): Promise<void>;
}

export interface SpokenWatch {
  heard(tenantId: string, entry: Entry): Promise<void>;
}

/** Words said later than this after a card were not read from it. */
const spokenWithinMs = 30_000;
/** Share of the sentence's words that has to be heard; speech recognition loses some, and nobody reads word for word. */
const leastShare = 0.6;
const talksHeld = 10_000;

/**
 * Notes on a call that the agent said the sentence of the last card. The card is held in this process: where another node hears the
 * words, nothing is noted.
 */
export function noteSpoken({ append }: SpokenDeps): SpokenWatch {
  const cards = new LRUCache<string, { at: number; data: EntryData<'suggestion-created'> }>({ max: talksHeld });
  return {
    async heard(tenantId, { type, data, at, conversationId }) {
      if (type === 'call-wiped') cards.delete(conversationId);
      if (type === 'suggestion-created') cards.set(conversationId, { at: Date.parse(at), data });
      if (type !== 'call-segment' || data.speaker !== 'agent') return;
      const card = cards.get(conversationId);
      const sentence = card?.data.reply ?? card?.data.nextQuestion;
      if (card === undefined || sentence === undefined || Date.parse(at) - card.at > spokenWithinMs) return;
      const share = shareSaid(sentence, data.text);
      if (share < leastShare) return;
      cards.delete(conversationId);
      const { suggestionId } = card.data;
      await append(tenantId, conversationId, {
        type: 'suggestion-spoken',
        data: { suggestionId, share: Math.round(share * 100) / 100 },
        actor: coachActor,
        onceKey: `spoken:${suggestionId}`,
      });
    },
  };
}

/** Of the words of a sentence, those that were said: from 0 to 1. */
export function shareSaid(sentence: string, said: string): number {
  const wanted = wordsOf(sentence);
  const heard = new Set(wordsOf(said));
  return wanted.length === 0 ? 0 : wanted.filter((word) => heard.has(word)).length / wanted.length;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
