import { type AnswerAlertDeps, answerAlert } from '../../features/conversations/board/raiseAlert.ts';
import { findConversation, findToWrite } from '../../features/conversations/findConversation.ts';
import type { NoteDeps } from '../../features/conversations/log/addNote.ts';
import { whisper } from '../../features/conversations/log/whisper.ts';
import type { AuditStore } from '../../features/conversations/ports.ts';
import type { LanguageModel } from '../../features/llm/ports.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { CommandTable } from '../handle.ts';
import { type Session, staffOf } from '../session.ts';

export interface SuperviseTableDeps extends NoteDeps, AnswerAlertDeps {
  audit: Pick<AuditStore, 'add'>;
  coaching: { model: Pick<LanguageModel, 'basis'> };
  clock: Clock;
}

/** The commands of supervisors and admins beside those of every agent. */
export function superviseTable(deps: SuperviseTableDeps): CommandTable {
  async function noteMonitoring(
    session: Session,
    action: string,
    { conversationId, reason }: { conversationId: string; reason: string | null },
  ): Promise<void> {
    const { tenantId, principal } = staffOf(session);
    const find = reason === null ? findConversation : findToWrite;
    await find(deps.conversations, session.scope, conversationId);
    const at = deps.clock.now();
    await deps.audit.add({ tenantId, at, principalId: principal.id, action, conversationId, reason });
  }

  return {
    'monitor-start': {
      rate: 'command',
      async run(session, { conversationId, mode, reason }) {
        await noteMonitoring(session, `monitor-${mode}`, { conversationId, reason });
        return {};
      },
    },
    'monitor-stop': {
      rate: 'command',
      async run(session, { conversationId }) {
        await noteMonitoring(session, 'monitor-stop', { conversationId, reason: null });
        return {};
      },
    },
    'whisper-send': {
      rate: 'staffMessage',
      async run(session, { conversationId, to, text, expiresInMs }, command) {
        // The playbook's answers are written beforehand: words to it would change nothing.
        if (to === 'bot' && deps.coaching.model.basis === 'rules')
          throw new HubError('NOT_CONFIGURED', {
            says: 'Jorge is answering from the playbook here, which can’t take whispers.',
          });
        return { seq: await whisper(deps, staffOf(session), command, { conversationId, to, text, expiresInMs }) };
      },
    },
    'alert-answer': {
      rate: 'command',
      async run(session, { alertId }, command) {
        await answerAlert(deps, staffOf(session), command, alertId);
        return {};
      },
    },
  };
}
