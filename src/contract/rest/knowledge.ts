import { z } from 'zod';
import { audience, fact } from '../readings.ts';
import { id, isoTime, personText } from '../values.ts';
import { brokerageCard } from './settings.ts';
import { settingsLimits } from './settingsLimits.ts';

const cardLanguage = z.enum(['en', 'es']);
/** Jorge's answer to any of the questions, as the brokerage wrote it. */
export const cardRequest = z.strictObject({
  questions: z.array(personText(settingsLimits.cardQuestionChars)).min(1).max(settingsLimits.cardQuestions),
  answer: personText(settingsLimits.cardChars),
  language: cardLanguage,
  /** `staff`: for the coach and the answers to agents, never for a visitor. */
  audience: audience.default('visitor'),
});
export type CardRequest = z.infer<typeof cardRequest>;
/** `answers`: the open question that it was made of. It leaves the list, and Jorge answers the visitor who asked it last. */
export const newCardRequest = z.strictObject({ ...cardRequest.shape, answers: id.optional() });
export const knowledgeCard = z
  .object({
    id,
    questions: z.array(z.string()),
    answer: z.string(),
    language: cardLanguage,
    audience,
    /** Its author, and when it was last changed. */
    by: z.object({ id, name: z.string() }),
    at: isoTime,
  })
  .meta({ id: 'KnowledgeCard' });
export type KnowledgeCard = z.infer<typeof knowledgeCard>;
export const cardsAnswer = z.object({ items: z.array(knowledgeCard) });

/**
 * Several cards at once. `markdown`: each heading `## …` is a question, what follows is its answer. `csv`: question, answer. `text`: a
 * line that ends with a question mark, then its answer.
 */
export const cardImport = z.strictObject({
  text: z.string().min(1).max(settingsLimits.cardImportChars),
  form: z.enum(['markdown', 'csv', 'text']),
  language: cardLanguage,
});
export type CardImport = z.infer<typeof cardImport>;
export const cardImportAnswer = z.object({
  /** 0 when there is a problem: all cards are taken, or none. */
  added: z.number().int(),
  problems: z.array(z.object({ line: z.number().int(), problem: z.string() })),
});
export type CardImportAnswer = z.infer<typeof cardImportAnswer>;

export const unansweredQuestion = z
  .object({
    id,
    question: z.string(),
    /** How often it was asked. */
    times: z.number().int(),
    /** The conversation in which it was last asked. */
    conversationId: id,
    at: isoTime,
  })
  .meta({ id: 'UnansweredQuestion' });
export type UnansweredQuestion = z.infer<typeof unansweredQuestion>;
export const unansweredAnswer = z.object({ items: z.array(unansweredQuestion) });

export const visitorQuestion = z.strictObject({ text: personText(1_000), language: cardLanguage });
/** Jorge's answer to a visitor who would ask this, with sources; empty: he would pass it on to the team. */
export const visitorAnswer = z.object({ cards: z.array(fact) });

/** A change that is not made yet: a card, in place of the one with the id `replaces` or a new one, or what you tell of yourselves. */
export const knowledgeTrial = z.strictObject({
  card: cardRequest.optional(),
  replaces: id.optional(),
  about: brokerageCard.optional(),
});
export type KnowledgeTrial = z.infer<typeof knowledgeTrial>;
/** Which answers in the newest talks it would alter. */
export const trialAnswer = z.object({
  talks: z.number().int(),
  /** Messages of visitors that ask something. */
  questions: z.number().int(),
  changes: z.array(
    z.object({
      conversationId: id,
      at: isoTime,
      question: z.string(),
      /** The cards that were told then; none: Jorge looked at the home, or passed it on. */
      before: z.array(fact),
      after: z.array(fact),
    }),
  ),
  /** False where it took too long, or more would change than is shown. */
  complete: z.boolean(),
});
export type TrialAnswer = z.infer<typeof trialAnswer>;
