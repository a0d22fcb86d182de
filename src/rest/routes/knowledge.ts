import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import { findFacts } from '../../features/knowledge/findCards.ts';
import {
  addCard,
  changeCard,
  importCards,
  type KnowledgeDeps,
  listCards,
  removeCard,
} from '../../features/knowledge/manageCards.ts';
import { listUnanswered, removeUnanswered } from '../../features/knowledge/manageUnanswered.ts';
import { type TrialParts, tryShelf } from '../../features/turns/tryShelf.ts';
import { type Route, staffRoute } from '../handle.ts';

export const knowledgeRoutes = (parts: KnowledgeDeps & TrialParts): Route[] => [
  staffRoute('GET /knowledge', {
    summary: 'List the cards that the brokerage added: questions and Jorge’s answers.',
    from: 'hub',
    run: async ({ session }) => ({ items: await listCards(parts, session.scope) }),
  }),
  staffRoute('POST /knowledge', {
    summary:
      'Add a card (supervisor, admin). POLICY_BLOCKED, with the reason: visitors may not be told this. `audience: staff`: for the team only. `answers`: visitors who asked this get the answer.',
    from: 'hub',
    run: ({ session, body: { answers, ...words } }) => addCard(parts, session.scope, words, answers),
  }),
  staffRoute('PUT /knowledge/:id', {
    summary: 'Change a card (supervisor, admin).',
    from: 'hub',
    run: ({ session, params, body }) => changeCard(parts, session.scope, params.id, body),
  }),
  staffRoute('DELETE /knowledge/:id', {
    summary: 'Delete a card (supervisor, admin).',
    from: 'hub',
    run: ({ session, params }) => removeCard(parts, session.scope, params.id),
  }),
  staffRoute('POST /knowledge/import', {
    summary:
      'Add cards from Markdown, CSV, or pasted text: all of them or, if there is a problem, none (supervisor, admin).',
    from: 'hub',
    bodyBytes: 4 * settingsLimits.cardImportChars,
    run: ({ session, body }) => importCards(parts, session.scope, body),
  }),
  staffRoute('POST /knowledge/ask', {
    summary: 'Get what a visitor who asks this is told, apart from homes, and the source.',
    from: 'hub',
    run: async ({ session, body: { text, language } }) => {
      const shelf = await parts.shelves.shelfOf(session.scope.tenantId);
      return { cards: findFacts(shelf, text, language, 'visitor') };
    },
  }),
  staffRoute('POST /knowledge/try', {
    summary:
      'List which answers in the last 50 conversations a change would alter. Nothing is saved (supervisor, admin).',
    from: 'hub',
    bodyBytes: 65_536,
    run: ({ session, body }) => tryShelf(parts, session.scope, body),
  }),
  staffRoute('GET /knowledge/unanswered', {
    summary: 'List the questions that could not be answered, most frequent first.',
    from: 'hub',
    run: async ({ session }) => ({ items: await listUnanswered(parts, session.scope) }),
  }),
  staffRoute('DELETE /knowledge/unanswered/:id', {
    summary: 'Remove a question from that list (supervisor, admin).',
    from: 'hub',
    run: ({ session, params }) => removeUnanswered(parts, session.scope, params.id),
  }),
];
