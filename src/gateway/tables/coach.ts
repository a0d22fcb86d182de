import { type AnswerDeps, answerSuggestion, noteSeen } from '../../features/coaching/answerSuggestion.ts';
import { answerCue } from '../../features/coaching/cues/answerCue.ts';
import type { CoachingDeps } from '../../features/coaching/deps.ts';
import { runAsk } from '../../features/coaching/runAsk.ts';
import { runCoach } from '../../features/coaching/runCoach.ts';
import { runQualify } from '../../features/coaching/runQualify.ts';
import { runTranslation } from '../../features/coaching/runTranslation.ts';
import type { StreamLog } from '../../features/streams/ports.ts';
import { stopStream } from '../../features/streams/stopStream.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { CommandTable } from '../handle.ts';
import { type Session, staffOf } from '../session.ts';

export interface CoachTableDeps extends AnswerDeps {
  coaching: CoachingDeps;
  streamLog: Pick<StreamLog, 'read'>;
}

/** Texts for the team, on demand: suggestions, the qualification, answers to questions. */
export function coachTable(deps: CoachTableDeps): CommandTable {
  const { coaching } = deps;
  const requestOf = (session: Session, conversationId: string, commandId: string) => ({
    tenantId: session.scope.tenantId,
    conversationId,
    cause: { principalId: session.scope.principal.id, commandId },
  });

  return {
    'coach-start': {
      rate: 'model',
      async run(session, { conversationId, commandId, focus }) {
        const { streamId } = await runCoach(coaching, {
          ...requestOf(session, conversationId, commandId),
          ...(focus === undefined ? {} : { focus }),
        });
        return { streamId };
      },
    },
    'qualify-start': {
      rate: 'model',
      run: async (session, { conversationId, commandId }) => ({
        streamId: (await runQualify(coaching, requestOf(session, conversationId, commandId))).streamId,
      }),
    },
    'ask-start': {
      rate: 'model',
      async run(session, { conversationId, commandId, question }) {
        const { streamId } = await runAsk(coaching, {
          ...requestOf(session, conversationId, commandId),
          principalId: session.scope.principal.id,
          question,
        });
        return { streamId };
      },
    },
    'translate-start': {
      rate: 'model',
      run: async (session, { conversationId, commandId, seq }) => ({
        streamId: (await runTranslation(coaching, { ...requestOf(session, conversationId, commandId), seq })).streamId,
      }),
    },
    'stream-stop': {
      rate: 'command',
      async run(session, { streamId }) {
        const view = await deps.streamLog.read(streamId);
        if (view === null || view.header.tenantId !== session.scope.tenantId) throw new HubError('NOT_FOUND');
        if (view.end !== null) throw new HubError('STREAM_ENDED');
        await stopStream(coaching, view.header);
        return {};
      },
    },
    'cue-answer': {
      rate: 'command',
      async run(session, { cueId, action }, command) {
        await answerCue(deps, staffOf(session), command, { cueId, action });
        return {};
      },
    },
    'suggestion-seen': {
      rate: 'command',
      async run(session, { suggestionId }) {
        await noteSeen(deps, staffOf(session), suggestionId);
        return {};
      },
    },
    'suggestion-answer': {
      rate: 'command',
      async run(session, { suggestionId, action, text }, command) {
        const answer = { suggestionId, action, ...(text === undefined ? {} : { text }) };
        return { seq: await answerSuggestion(deps, staffOf(session), command, answer) };
      },
    },
  };
}
