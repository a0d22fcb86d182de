import { bot as bots } from '../../contract/values.ts';
import { type AssignDeps, assignConversation } from '../../features/conversations/speaker/assignConversation.ts';
import { closeConversation, handBack, pauseBot, takeOver } from '../../features/conversations/speaker/changeSpeaker.ts';
import { requestHandoff } from '../../features/conversations/speaker/requestHandoff.ts';
import type { IdentityStore } from '../../features/identity/ports.ts';
import { cancelScheduled, type ScheduleDeps, scheduleMessage } from '../../features/profiles/scheduleMessage.ts';
import { writeAsStaff } from '../../features/profiles/writeAsStaff.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { CommandTable } from '../handle.ts';
import type { Presence } from '../presence.ts';
import { staffOf } from '../session.ts';

export type SpeakerTableDeps = AssignDeps &
  ScheduleDeps & { identity: Pick<IdentityStore, 'findUser'>; presence: Pick<Presence, 'here'> };

/** The commands that change the speaker or the owner of a conversation, and those by which the team speaks. */
export function speakerTable(deps: SpeakerTableDeps): CommandTable {
  async function colleague(tenantId: string, id: string): Promise<{ id: string; name: string }> {
    const user = await deps.identity.findUser(id);
    if (user === null || user.tenantId !== tenantId || !user.active) throw new HubError('NOT_FOUND', { field: 'to' });
    return { id: user.id, name: user.name };
  }

  /** Not here, and not by a reload; or here, and on a break as they say. */
  async function isAway(tenantId: string, userId: string): Promise<boolean> {
    const { online, justLeft } = deps.presence.here(tenantId);
    if (!online.has(userId)) return !justLeft.has(userId);
    return (await deps.identity.findUser(userId))?.presence.status === 'away';
  }

  return {
    'message-send': {
      rate: 'staffMessage',
      idempotentByLog: true,
      async run(session, { conversationId, text, attachments = [] }, command) {
        await command.unused;
        const { messageId, seq, duplicate } = await writeAsStaff(deps, staffOf(session), command, {
          conversationId,
          text,
          fileIds: attachments.map(({ fileId }) => fileId),
        });
        return { messageId, seq, ...(duplicate ? { duplicate } : {}) };
      },
    },
    'message-schedule': {
      rate: 'staffMessage',
      run: (session, { conversationId, text, at }, command) =>
        scheduleMessage(deps, staffOf(session), command, { conversationId, text, at: Date.parse(at) }),
    },
    'message-unschedule': {
      rate: 'command',
      run: async (session, { conversationId, scheduledId }, command) => ({
        seq: await cancelScheduled(deps, staffOf(session), command, { conversationId, scheduledId }),
      }),
    },
    'takeover-start': {
      rate: 'command',
      async run(session, { conversationId, reason }, command) {
        const scope = staffOf(session);
        const { seq } = await takeOver(deps, scope, command, {
          conversationId,
          reason,
          isAway: (userId) => isAway(scope.tenantId, userId),
        });
        return { seq };
      },
    },
    'takeover-end': {
      rate: 'command',
      async run(session, { conversationId }, command) {
        const { seq } = await handBack(deps, staffOf(session), command, { conversationId });
        return { seq };
      },
    },
    'bot-pause': {
      rate: 'command',
      async run(session, { conversationId, minutes }, command) {
        const { seq } = await pauseBot(deps, staffOf(session), command, { conversationId, minutes });
        return { seq };
      },
    },
    'bot-resume': {
      rate: 'command',
      async run(session, { conversationId }, command) {
        const { seq } = await handBack(deps, staffOf(session), command, { conversationId });
        return { seq };
      },
    },
    'conversation-assign': {
      rate: 'command',
      async run(session, { conversationId, to }, command) {
        const scope = staffOf(session);
        const owner = to === null ? null : await colleague(scope.tenantId, to);
        return { seq: await assignConversation(deps, scope, command, { conversationId, owner }) };
      },
    },
    'handoff-request': {
      rate: 'command',
      async run(session, { conversationId, to, reason }, command) {
        const scope = staffOf(session);
        const bot = bots.safeParse(to).data;
        const next = bot !== undefined ? { bot } : { owner: await colleague(scope.tenantId, to) };
        await requestHandoff(deps, scope, command, { conversationId, to: next, reason });
        return {};
      },
    },
    'conversation-close': {
      rate: 'command',
      async run(session, { conversationId, disposition }, command) {
        const { seq } = await closeConversation(deps, staffOf(session), command, {
          conversationId,
          ended: { disposition },
        });
        return { seq };
      },
    },
  };
}
