import { z } from 'zod';
import {
  conversationAnswer,
  conversationsAnswer,
  conversationsQuery,
  revealAnswer,
  transcriptAnswer,
  transcriptQuery,
} from '../../contract/rest.ts';
import { misreadRequest, turnsAnswer, turnsQuery } from '../../contract/turns.ts';
import { id } from '../../contract/values.ts';
import { listConversations } from '../../features/conversations/listConversations.ts';
import { readConversation } from '../../features/conversations/readConversation.ts';
import { readTranscript, transcriptText } from '../../features/conversations/readTranscript.ts';
import { type RevealDeps, revealNumbers } from '../../features/conversations/revealNumbers.ts';
import { type MisreadParts, markMisread } from '../../features/turns/markMisread.ts';
import { readTurns, type TurnReadingParts } from '../../features/turns/readTurns.ts';
import { type Route, staffRoute } from '../handle.ts';

export type ConversationRouteDeps = RevealDeps & TurnReadingParts & MisreadParts;
const byId = z.strictObject({ id });
const bySeq = z.strictObject({ id, seq: z.coerce.number().int().min(1) });

export const conversationRoutes = (deps: ConversationRouteDeps): Route[] => [
  staffRoute({
    method: 'get',
    path: '/conversations',
    summary: 'The conversations of the tenant, newest first, as rows of the board.',
    from: 'hub',
    query: conversationsQuery,
    answer: conversationsAnswer,
    run: ({ session, query }) => listConversations(deps, session.scope, query),
  }),
  staffRoute({
    method: 'get',
    path: '/conversations/:id',
    summary: 'Where one conversation stands, with its qualification and score.',
    from: 'hub',
    params: byId,
    answer: conversationAnswer,
    run: ({ session, params }) => readConversation(deps, session.scope, params.id),
  }),
  staffRoute({
    method: 'post',
    path: '/conversations/:id/messages/:seq/reveal',
    summary: 'A message with the identity numbers that staff see as dots. Who looked is on record.',
    from: 'hub',
    params: bySeq,
    answer: revealAnswer,
    run: ({ session, params }) => revealNumbers(deps, session.scope, params.id, params.seq),
  }),
  staffRoute({
    method: 'post',
    path: '/conversations/:id/messages/:seq/misread',
    summary:
      'Jorge’s message rests on words that he got wrong: what they were. Kept with the turn for those who teach him.',
    from: 'hub',
    params: bySeq,
    body: misreadRequest,
    answer: null,
    run: ({ session, params, body }) => markMisread(deps, session.scope, params.id, params.seq, body),
  }),
  staffRoute({
    method: 'get',
    path: '/conversations/:id/turns',
    summary:
      'How Jorge came to his answers, turn by turn: what was read, which rules, acts and versions. For supervisors.',
    from: 'hub',
    params: byId,
    query: turnsQuery,
    answer: turnsAnswer,
    run: ({ session, params, query }) => readTurns(deps, session.scope, params.id, query),
  }),
  staffRoute({
    method: 'get',
    path: '/conversations/:id/transcript',
    summary: 'A whole log: what the visitor saw, or with log=internal what only staff see.',
    from: 'hub',
    params: byId,
    query: transcriptQuery,
    answer: transcriptAnswer,
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
