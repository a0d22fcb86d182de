import { findConversation } from '../features/conversations/findConversation.ts';
import { whisper } from '../features/conversations/organise.ts';
import { answerAlert } from '../features/conversations/raiseAlert.ts';
import { HubError } from '../kernel/hubError.ts';
import { agentTable } from './agent.ts';
import type { CommandTable } from './handle.ts';
import type { TableParts } from './parts.ts';
import { type Session, staffOf } from './session.ts';

/** What supervisors and admins can do beside what every agent can. */
export function supervisorTable(parts: TableParts): CommandTable {
  async function noteMonitoring(
    session: Session,
    action: string,
    conversationId: string,
    reason: string | null,
  ): Promise<void> {
    const { tenantId, principal } = staffOf(session);
    await findConversation(parts.conversations, session.scope, conversationId);
    await parts.audit.add({
      tenantId,
      at: parts.clock.now(),
      principalId: principal.id,
      action,
      conversationId,
      reason,
    });
  }

  return {
    ...agentTable(parts),
    'monitor-start': {
      rate: 'command',
      async run(session, { conversationId, mode, reason }) {
        await noteMonitoring(session, `monitor-${mode}`, conversationId, reason);
        return {};
      },
    },
    'monitor-stop': {
      rate: 'command',
      async run(session, { conversationId }) {
        await noteMonitoring(session, 'monitor-stop', conversationId, null);
        return {};
      },
    },
    'whisper-send': {
      rate: 'staffMessage',
      async run(session, { conversationId, ...words }, command) {
        // The playbook's answers are written beforehand: words to it would change nothing.
        if (words.to === 'bot' && parts.coaching.model.basis === 'rules')
          throw new HubError('NOT_CONFIGURED', {
            says: 'Jorge answers from the playbook here, which takes no whispers.',
          });
        return { seq: await whisper(parts, staffOf(session), conversationId, command, words) };
      },
    },
    'alert-answer': {
      rate: 'command',
      async run(session, { alertId }, command) {
        await answerAlert(parts, staffOf(session), command, alertId);
        return {};
      },
    },
  };
}
