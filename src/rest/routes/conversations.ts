import {
  type ListChangedConversationsDeps,
  listChangedConversations,
} from '../../features/conversations/board/listChangedConversations.ts';
import { type ListDeps, listConversations } from '../../features/conversations/board/listConversations.ts';
import { readTranscript, transcriptText } from '../../features/conversations/log/readTranscript.ts';
import { type RevealDeps, revealNumbers } from '../../features/conversations/log/revealNumbers.ts';
import { type ReadingDeps, readConversation } from '../../features/conversations/readConversation.ts';
import { type MisreadParts, markMisread } from '../../features/turns/markMisread.ts';
import { readTurns, type TurnReadingParts } from '../../features/turns/readTurns.ts';
import { changesAsked } from '../../kernel/changes.ts';
import { type Route, staffRoute } from '../handle.ts';

export type ConversationRouteDeps = ListDeps &
  ListChangedConversationsDeps &
  ReadingDeps &
  RevealDeps &
  TurnReadingParts &
  MisreadParts;

export const conversationRoutes = (deps: ConversationRouteDeps): Route[] => [
  staffRoute('GET /conversations', {
    summary:
      'List the tenant’s conversations as rows of the board, newest first. With `since`, lists what changed since then, oldest first.',
    from: 'hub',
    run({ session: { scope }, query }) {
      const asked = changesAsked(query);
      return asked ? listChangedConversations(deps, scope, asked) : listConversations(deps, scope, query);
    },
  }),
  staffRoute('GET /conversations/:id', {
    summary: 'Get the state of a conversation, with its qualification and score.',
    from: 'hub',
    run: ({ session, params }) => readConversation(deps, session.scope, params.id),
  }),
  staffRoute('POST /conversations/:id/messages/:seq/reveal', {
    summary: 'Get a message with the identity numbers that staff see as dots. The access is recorded.',
    from: 'hub',
    run: ({ session, params }) => revealNumbers(deps, session.scope, params.id, params.seq),
  }),
  staffRoute('POST /conversations/:id/messages/:seq/misread', {
    summary: 'Report that Jorge misread the words he answered, and what they meant. Kept with the turn for training.',
    from: 'hub',
    run: ({ session, params, body }) => markMisread(deps, session.scope, params.id, params.seq, body),
  }),
  staffRoute('GET /conversations/:id/turns', {
    summary:
      'Get how Jorge arrived at his answers, turn by turn: readings, rules, acts, and versions. For supervisors.',
    from: 'hub',
    run: ({ session, params, query }) => readTurns(deps, session.scope, params.id, query),
  }),
  staffRoute('GET /conversations/:id/transcript', {
    summary: 'Get a whole log: what the visitor saw or, with log=internal, what only staff see.',
    from: 'hub',
    alsoAs: 'text/plain',
    async run({ session, params, query, req, res }) {
      const transcript = await readTranscript(deps, session.scope, params.id, query.log ?? 'public');
      res.vary('accept');
      return req.accepts(['application/json', 'text/plain']) === 'text/plain'
        ? transcriptText(transcript.entries)
        : transcript;
    },
  }),
];
