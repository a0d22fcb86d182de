import type {
  NarrativeAnswer,
  NarrativeBatchAnswer,
  NarrativeLength,
  NarrativeStyle,
} from '../../../contract/rest/narratives.ts';
import type { Language } from '../../reading/model.ts';

/** The request for a narrative. */
export interface NarrativeAsk {
  listingId: string;
  leadId: string | null;
  style: NarrativeStyle;
  length: NarrativeLength;
  language: Language;
}

/** A sentence of a narrative, with the ids of the facts that it rests on. */
export interface TracedSentence {
  text: string;
  facts: readonly string[];
}

/** The words of a narrative, which are kept sealed. */
export type NarrativeWords = Pick<NarrativeAnswer, 'text' | 'sentences' | 'flags'> & { editedText?: string };

/** A narrative as it is kept; its words are sealed. */
export interface KeptNarrative extends NarrativeAsk {
  id: string;
  tenantId: string;
  /** The same for the same home, lead, style, length, language, and instructions as they stood. */
  cacheKey: string;
  basis: NarrativeAnswer['basis'];
  sealed: string;
  createdAt: number;
  /** From then on it may be forgotten. */
  expiresAt: number;
  distance: number | null;
  rating: NarrativeAnswer['rating'] | null;
}

export type BatchItem = NarrativeBatchAnswer['items'][number];

/** Narratives that were ordered together. */
export interface NarrativeBatch {
  id: string;
  tenantId: string;
  /** The ID of the person who ordered them. */
  by: string;
  items: readonly BatchItem[];
  canceled: boolean;
  createdAt: number;
  /** From then on it may be forgotten. */
  expiresAt: number;
}

export const countWords = (text: string): number => text.trim().match(/\S+/g)?.length ?? 0;
