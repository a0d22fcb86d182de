import type { Audience } from '../../contract/readings.ts';
import type { Matter } from '../../contract/vocabulary.ts';
import type { Language } from '../reading/model.ts';
import type processAsks from './processAsks.json';

/** The source of a card, and where it can be read. */
export interface CardSource {
  name: string;
  where: string;
}

/** One thing that may be told to anybody of its audience who asks it, in both languages. */
export interface Card {
  id: string;
  about: Matter;
  /** The question as people type it; a visitor's question is compared with it. */
  asks: Readonly<Record<Language, readonly string[]>>;
  /** As Jorge says it. `{brokerage}` stands for its name. */
  words: Readonly<Record<Language, string>>;
  source: CardSource;
  /** As of which day it holds, such as 2026-11-22. */
  asOf: string;
  audience: Audience;
  /** The person of the brokerage who answers for it; absent: it is the hub's own. */
  owner?: { id: string; name: string };
}

/** A card of the hub's own, for everybody, whose askings lie with the others'. */
export type ProcessCard = Omit<Card, 'asks' | 'asOf' | 'audience'> & { id: keyof typeof processAsks };

/** Words that a brokerage wrote in the other language only. */
export const inOtherWords: Readonly<Record<Language, (words: string) => string>> = {
  en: (words) => `Our office says, in Spanish: "${words}"`,
  es: (words) => `Nuestra oficina lo dice así, en inglés: "${words}"`,
};

/** A card that a brokerage wrote itself, in the language it was written in. */
export interface OwnCard {
  id: string;
  tenantId: string;
  questions: string[];
  answer: string;
  language: Language;
  audience: Audience;
  by: { id: string; name: string };
  at: number;
}

/** A question that nobody could answer. Its id follows from its words, so that it is counted where it is asked again. */
export interface Unanswered {
  id: string;
  tenantId: string;
  question: string;
  times: number;
  /** Where it was asked last. */
  conversationId: string;
  at: number;
}
