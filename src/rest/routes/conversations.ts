import { type ListDeps, listConversations } from '../../features/conversations/board/listConversations.ts';
import { readTranscript, transcriptText } from '../../features/conversations/log/readTranscript.ts';
import { type RevealDeps, revealNumbers } from '../../features/conversations/log/revealNumbers.ts';
import { type ReadingDeps, readConversation } from '../../features/conversations/readConversation.ts';
import { type MisreadParts, markMisread } from '../../features/turns/markMisread.ts';
import { readTurns, type TurnReadingParts } from '../../features/turns/readTurns.ts';
import { type Route, staffRoute } from '../handle.ts';

export type ConversationRouteDeps = ListDeps & ReadingDeps & RevealDeps & TurnReadingParts & MisreadParts;

export const conversationRoutes = (deps: ConversationRouteDeps): Route[] => [
  staffRoute('GET /conversations', {
    summary: 'The conversations of the tenant, newest first, as rows of the board.',
    from: 'hub',
    run: ({ session, query }) => listConversations(deps, session.scope, query),
  }),
  staffRoute('GET /conversations/:id', {
    summary: 'Where one conversation stands, with its qualification and score.',
    from: 'hub',
    run: ({ session, params }) => readConversation(deps, session.scope, params.id),
  }),
  staffRoute('POST /conversations/:id/messages/:seq/reveal', {
    summary: 'A message with the identity numbers that staff see as dots. Who looked is on record.',
    from: 'hub',
    run: ({ session, params }) => revealNumbers(deps, session.scope, params.id, params.seq),
  }),
  staffRoute('POST /conversations/:id/messages/:seq/misread', {
    summary:
      'Jorge’s message rests on words that he got wrong: what they were. Kept with the turn for those who teach him.',
    from: 'hub',
    run: ({ session, params, body }) => markMisread(deps, session.scope, params.id, params.seq, body),
  }),
  staffRoute('GET /conversations/:id/turns', {
    summary:
      'How Jorge came to his answers, turn by turn: what was read, which rules, acts and versions. For supervisors.',
    from: 'hub',
    run: ({ session, params, query }) => readTurns(deps, session.scope, params.id, query),
  }),
  staffRoute('GET /conversations/:id/transcript', {
    summary: 'A whole log: what the visitor saw, or with log=internal what only staff see.',
    from: 'hub',
    text: true,
    async run({ session, params, query, req, res }) {
      const transcript = await readTranscript(deps, session.scope, params.id, query.log ?? 'public');
      res.vary('accept');
      return req.accepts(['application/json', 'text/plain']) === 'text/plain'
        ? transcriptText(transcript.entries)
        : transcript;
    },
  }),
];
