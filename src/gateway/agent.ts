import type { StreamKind } from '../contract/streams.ts';
import { bot as bots } from '../contract/values.ts';
import { answerSuggestion } from '../features/coaching/answerSuggestion.ts';
import { runAsk } from '../features/coaching/runAsk.ts';
import { runCoach } from '../features/coaching/runCoach.ts';
import { runQualify } from '../features/coaching/runQualify.ts';
import { leadRefOf } from '../features/conversations/boardRowOf.ts';
import { closeConversation, handBack, pauseBot, takeOver } from '../features/conversations/changeSpeaker.ts';
import { findConversation } from '../features/conversations/findConversation.ts';
import { holdOf } from '../features/conversations/holdBot.ts';
import { addNote, assignConversation, correctSlot, snoozeConversation } from '../features/conversations/organise.ts';
import { requestHandoff } from '../features/conversations/requestHandoff.ts';
import { writeAsStaff } from '../features/profiles/writeAsStaff.ts';
import { listRunning } from '../features/streams/listRunning.ts';
import { stopStream } from '../features/streams/stopStream.ts';
import { cancelByStaff } from '../features/turns/cancelByStaff.ts';
import { HubError } from '../kernel/hubError.ts';
import type { CommandTable } from './handle.ts';
import { letGo } from './holding.ts';
import type { TableParts } from './parts.ts';
import { readerOf } from './readerOf.ts';
import { type Session, staffOf } from './session.ts';
import { sharedTable } from './shared.ts';
import { follow } from './widget.ts';

const defaultRows = 200;

/** What staff can do, agents and supervisors alike. */
export function agentTable(parts: TableParts): CommandTable {
  const { conversations, coaching, streamLog } = parts;
  const turnNow = (session: Session, conversationId: string): void =>
    parts.turnIsDue(session.scope.tenantId, conversationId, parts.clock.now());
  /** What a person's act makes idle is ended: a stream that nothing follows. */
  const endStreams = async (conversationId: string, kinds: readonly StreamKind[]): Promise<void> => {
    const running = await streamLog.running(conversationId);
    const idle = running.filter((header) => kinds.includes(header.kind));
    await Promise.all(idle.map((header) => stopStream(coaching, header, 'SUPERSEDED')));
  };
  const colleague = async (tenantId: string, id: string): Promise<{ id: string; name: string }> => {
    const user = await parts.identity.findUser(id);
    if (user === null || user.tenantId !== tenantId || !user.active) throw new HubError('NOT_FOUND', { field: 'to' });
    return { id: user.id, name: user.name };
  };
  const requestOf = (session: Session, conversationId: string, commandId: string) => ({
    tenantId: session.scope.tenantId,
    conversationId,
    cause: { principalId: session.scope.principal.id, commandId },
  });

  return {
    ...sharedTable(parts),
    'board-watch': {
      rate: 'command',
      run: async (session, { filter, limit }) => ({
        rows: await parts.board.watch(readerOf(session), staffOf(session), filter ?? {}, limit ?? defaultRows),
      }),
    },
    'conversation-open': {
      rate: 'command',
      async run(session, { conversationId, publicSeq, internalSeq }, command) {
        const opening = { conversationId, left: false };
        session.opening.add(opening);
        try {
          const conversation = await findConversation(conversations, staffOf(session), conversationId);
          parts.feed.leave(readerOf(session), conversationId);
          const [publicHead, internalHead, streams] = await Promise.all([
            parts.entries.head(conversationId, 'public'),
            parts.entries.head(conversationId, 'internal'),
            listRunning(streamLog, conversationId, ['public', 'staff']),
          ]);
          const has = { public: publicSeq ?? 0, internal: internalSeq ?? 0 };
          const hold = holdOf(conversation, parts.clock.now());
          command.afterAck(() => {
            if (opening.left) return;
            parts.ephemeral.joinConversation(session, conversationId);
            follow(parts, session, conversationId, has, streams);
          });
          return {
            publicHead,
            internalHead,
            mode: conversation.mode,
            ...(conversation.owner === null ? {} : { owner: conversation.owner }),
            ...(conversation.board.bot === null ? {} : { bot: conversation.board.bot }),
            lead: leadRefOf(conversation),
            ...(conversation.page.listingId === undefined ? {} : { listingId: conversation.page.listingId }),
            ...(hold === null ? {} : { hold: { by: hold.by, forMs: hold.until - parts.clock.now() } }),
            streams,
          };
        } finally {
          session.opening.delete(opening);
        }
      },
    },
    'conversation-leave': {
      rate: 'command',
      async run(session, { conversationId }) {
        for (const opening of session.opening) if (opening.conversationId === conversationId) opening.left = true;
        await findConversation(conversations, staffOf(session), conversationId);
        parts.feed.leave(readerOf(session), conversationId);
        parts.ephemeral.leaveConversation(session, conversationId);
        if (session.holds === conversationId) await letGo(parts, session);
        return {};
      },
    },
    'message-send': {
      rate: 'staffMessage',
      onceInLog: true,
      async run(session, { conversationId, text }, command) {
        const { messageId, seq, duplicate, tookOver } = await writeAsStaff(
          parts,
          staffOf(session),
          conversationId,
          command,
          text,
        );
        // Whoever answers needs no more advice on it, and whoever takes over ends what Jorge is saying.
        const idle: StreamKind[] = tookOver ? ['coach', 'reply'] : ['coach'];
        if (!duplicate)
          command.afterAck(
            () =>
              void endStreams(conversationId, idle).catch((err: unknown) =>
                parts.log.warn('a stream could not be stopped', { err }),
              ),
          );
        turnNow(session, conversationId);
        return { messageId, seq, ...(duplicate ? { duplicate } : {}) };
      },
    },
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
    'stream-stop': {
      rate: 'command',
      async run(session, { streamId }) {
        const view = await streamLog.read(streamId);
        if (view === null || view.header.tenantId !== session.scope.tenantId) throw new HubError('NOT_FOUND');
        if (view.end !== null) throw new HubError('STREAM_ENDED');
        await stopStream(coaching, view.header);
        return {};
      },
    },
    'suggestion-answer': {
      rate: 'command',
      async run(session, { suggestionId, action, text }, command) {
        return {
          seq: await answerSuggestion(parts, staffOf(session), command, {
            suggestionId,
            action,
            ...(text === undefined ? {} : { text }),
          }),
        };
      },
    },
    'takeover-start': {
      rate: 'command',
      async run(session, { conversationId, reason }, command) {
        const { seq } = await takeOver(parts, staffOf(session), conversationId, command, reason);
        await endStreams(conversationId, ['reply']);
        turnNow(session, conversationId);
        return { seq };
      },
    },
    'takeover-end': {
      rate: 'command',
      async run(session, { conversationId }, command) {
        const { seq } = await handBack(parts, staffOf(session), conversationId, command);
        turnNow(session, conversationId);
        return { seq };
      },
    },
    'bot-pause': {
      rate: 'command',
      async run(session, { conversationId, minutes }, command) {
        const { seq } = await pauseBot(parts, staffOf(session), conversationId, command, minutes);
        await endStreams(conversationId, ['reply']);
        turnNow(session, conversationId);
        return { seq };
      },
    },
    'bot-resume': {
      rate: 'command',
      async run(session, { conversationId }, command) {
        const { seq } = await handBack(parts, staffOf(session), conversationId, command);
        turnNow(session, conversationId);
        return { seq };
      },
    },
    'slot-correct': {
      rate: 'command',
      async run(session, { conversationId, slot, value }, command) {
        const seq = await correctSlot(parts, staffOf(session), conversationId, command, slot, value);
        turnNow(session, conversationId);
        return { seq };
      },
    },
    'appointment-cancel': {
      rate: 'command',
      async run(session, { conversationId, appointmentId }, command) {
        const seq = await cancelByStaff(parts, staffOf(session), command, { conversationId, appointmentId });
        turnNow(session, conversationId);
        return { seq };
      },
    },
    'note-add': {
      rate: 'staffMessage',
      run: async (session, { conversationId, text }, command) => ({
        seq: await addNote(parts, staffOf(session), conversationId, command, text),
      }),
    },
    'conversation-assign': {
      rate: 'command',
      async run(session, { conversationId, to }, command) {
        const scope = staffOf(session);
        const owner = to === null ? null : await colleague(scope.tenantId, to);
        const seq = await assignConversation(parts, scope, conversationId, command, owner);
        turnNow(session, conversationId);
        return { seq };
      },
    },
    'handoff-request': {
      rate: 'command',
      async run(session, { conversationId, to, reason }, command) {
        const scope = staffOf(session);
        const next = bots.safeParse(to).success ? { bot: to } : { owner: await colleague(scope.tenantId, to) };
        await requestHandoff(parts, scope, conversationId, command, next, reason);
        turnNow(session, conversationId);
        return {};
      },
    },
    'conversation-snooze': {
      rate: 'command',
      async run(session, { conversationId, until }) {
        await snoozeConversation(parts, staffOf(session), conversationId, Date.parse(until));
        return {};
      },
    },
    'conversation-close': {
      rate: 'command',
      async run(session, { conversationId, disposition }, command) {
        const { seq } = await closeConversation(parts, staffOf(session), conversationId, command, disposition);
        await endStreams(conversationId, ['reply']);
        turnNow(session, conversationId);
        return { seq };
      },
    },
    'presence-set': {
      rate: 'command',
      async run(session, { status, capacity }) {
        const { principal, tenantId } = staffOf(session);
        if (principal.kind !== 'staff') throw new HubError('FORBIDDEN');
        await parts.identity.changeUser(principal.id, { presence: { status, capacity } });
        parts.presence.changed(tenantId, { userId: principal.id, name: principal.name, status });
        return {};
      },
    },
  };
}
