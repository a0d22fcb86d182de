import { z } from 'zod';
import {
  cardImport,
  cardImportAnswer,
  cardRequest,
  cardsAnswer,
  knowledgeCard,
  knowledgeTrial,
  newCardRequest,
  trialAnswer,
  unansweredAnswer,
  visitorAnswer,
  visitorQuestion,
} from '../../contract/knowledge.ts';
import { settingsLimits } from '../../contract/settingsLimits.ts';
import { id } from '../../contract/values.ts';
import { findFacts } from '../../features/knowledge/findCards.ts';
import {
  addCard,
  changeCard,
  importCards,
  type KnowledgeParts,
  listCards,
  removeCard,
} from '../../features/knowledge/keepCards.ts';
import { listUnanswered, removeUnanswered } from '../../features/knowledge/keepUnanswered.ts';
import { type TrialParts, tryShelf } from '../../features/turns/tryShelf.ts';
import { type Route, staffRoute } from '../handle.ts';

const byId = z.strictObject({ id });

export const knowledgeRoutes = (parts: KnowledgeParts & TrialParts): Route[] => [
  staffRoute({
    method: 'get',
    path: '/knowledge',
    summary: 'The cards that the brokerage added itself: questions with what Jorge tells.',
    from: 'hub',
    answer: cardsAnswer,
    run: async ({ session }) => ({ items: await listCards(parts, session.scope) }),
  }),
  staffRoute({
    method: 'post',
    path: '/knowledge',
    summary:
      'Add a card (supervisor, admin). POLICY_BLOCKED, with the reason: visitors may not be told this. `audience: staff`: for the team alone. `answers`: who asked it is told.',
    from: 'hub',
    body: newCardRequest,
    answer: knowledgeCard,
    run: ({ session, body: { answers, ...words } }) => addCard(parts, session.scope, words, answers),
  }),
  staffRoute({
    method: 'put',
    path: '/knowledge/:id',
    summary: 'Change a card (supervisor, admin).',
    from: 'hub',
    params: byId,
    body: cardRequest,
    answer: knowledgeCard,
    run: ({ session, params, body }) => changeCard(parts, session.scope, params.id, body),
  }),
  staffRoute({
    method: 'delete',
    path: '/knowledge/:id',
    summary: 'Delete a card (supervisor, admin).',
    from: 'hub',
    params: byId,
    answer: null,
    run: ({ session, params }) => removeCard(parts, session.scope, params.id),
  }),
  staffRoute({
    method: 'post',
    path: '/knowledge/import',
    summary: 'Add cards from Markdown, CSV or a pasted text: all, or with a problem none (supervisor, admin).',
    from: 'hub',
    body: cardImport,
    bodyBytes: 4 * settingsLimits.cardImportChars,
    answer: cardImportAnswer,
    run: ({ session, body }) => importCards(parts, session.scope, body),
  }),
  staffRoute({
    method: 'post',
    path: '/knowledge/ask',
    summary: 'What a visitor who asks this is told beyond the homes, and whence.',
    from: 'hub',
    body: visitorQuestion,
    answer: visitorAnswer,
    run: async ({ session, body: { text, language } }) => {
      const shelf = await parts.shelves.shelfOf(session.scope.tenantId);
      return { cards: findFacts(shelf, { text, about: null }, language, 'visitor') };
    },
  }),
  staffRoute({
    method: 'post',
    path: '/knowledge/try',
    summary: 'Which answers in the last 50 talks a change would alter. Nothing is kept (supervisor, admin).',
    from: 'hub',
    body: knowledgeTrial,
    bodyBytes: 65_536,
    answer: trialAnswer,
    run: ({ session, body }) => tryShelf(parts, session.scope, body),
  }),
  staffRoute({
    method: 'get',
    path: '/knowledge/unanswered',
    summary: 'Questions that nobody could answer, those asked most often first.',
    from: 'hub',
    answer: unansweredAnswer,
    run: async ({ session }) => ({ items: await listUnanswered(parts, session.scope) }),
  }),
  staffRoute({
    method: 'delete',
    path: '/knowledge/unanswered/:id',
    summary: 'Take a question from that list (supervisor, admin).',
    from: 'hub',
    params: byId,
    answer: null,
    run: ({ session, params }) => removeUnanswered(parts, session.scope, params.id),
  }),
];
