import { parseLogName } from '../contract/entries.ts';
import { entryForStaff } from '../features/conversations/entryForStaff.ts';
import { findConversation } from '../features/conversations/findConversation.ts';
import { markRead } from '../features/conversations/organise.ts';
import { isErased } from '../features/conversations/withoutWords.ts';
import { syncStream } from '../features/streams/syncStream.ts';
import { isoOf } from '../kernel/clock.ts';
import { HubError } from '../kernel/hubError.ts';
import { mayEnter } from './admit.ts';
import type { CommandTable } from './handle.ts';
import { holdWhileWriting } from './holding.ts';
import type { TableParts } from './parts.ts';
import { readerOf } from './readerOf.ts';
import { readPage } from './readPage.ts';
import { type Session, staffOf } from './session.ts';

/** Who takes nothing of one page is given no other, so that this is most of what waits for them. */
const pageBytes = 128 * 1024;

/** The conversation a command is about: the one it names, or the one that is open on a visitor's socket. */
function conversationMeant(session: Session, named: string | undefined): string {
  const conversationId = named ?? session.conversationId;
  if (conversationId === null) throw new HubError('VALIDATION_FAILED', { field: 'conversationId' });
  return conversationId;
}

/** What every namespace offers. */
export function sharedTable(parts: TableParts): CommandTable {
  return {
    'log-fetch': {
      rate: 'read',
      async run(session, { log, fromSeq, toSeq }) {
        const name = parseLogName(log);
        if (name === null) throw new HubError('VALIDATION_FAILED', { field: 'log' });
        if (toSeq !== undefined && toSeq < fromSeq) throw new HubError('VALIDATION_FAILED', { field: 'toSeq' });
        const staff = session.scope.principal.kind !== 'visitor';
        if (name.kind === 'internal' && !staff) throw new HubError('NOT_FOUND');
        await findConversation(parts.conversations, session.scope, name.conversationId);
        const head = await parts.entries.head(name.conversationId, name.kind);
        const range = { ...name, fromSeq: Math.max(1, fromSeq), toSeq: Math.min(toSeq ?? head, head) };
        const entries = await readPage(parts.entries, range, pageBytes);
        parts.reads.charge(readerOf(session), entries.length);
        return { entries: staff ? entries.map(entryForStaff) : entries, head };
      },
    },
    'stream-sync': {
      rate: 'read',
      run: (session, request) =>
        syncStream(parts.streamLog, request, async (header) => {
          if (header.tenantId !== session.scope.tenantId) return false;
          const conversation = await parts.conversations.find(header.tenantId, header.conversationId);
          if (conversation === null) return false;
          // A deletion runs in another process and reaches only what nodes share: what this node holds itself goes now.
          if (isErased(conversation)) {
            await parts.streamLog.forget(conversation.id);
            return false;
          }
          if (session.scope.principal.kind !== 'visitor') return true;
          return header.audience === 'public' && conversation.visitorId === session.scope.principal.id;
        }),
    },
    'auth-refresh': {
      rate: 'command',
      async run(session, { token }) {
        const { verifier } = parts;
        const verified =
          session.namespace === '/widget' ? await verifier.verifyVisitor(token) : await verifier.verifyStaff(token);
        const before = session.scope.principal;
        const { principal, tenantId } = verified.scope;
        const rank = { visitor: 0, agent: 1, supervisor: 2, admin: 3 } as const;
        const same =
          principal.id === before.id && principal.kind === before.kind && tenantId === session.scope.tenantId;
        if (!same || rank[principal.role] > rank[before.role]) throw new HubError('FORBIDDEN');
        if (!mayEnter(session.namespace, verified.scope)) throw new HubError('FORBIDDEN');
        session.verified = verified;
        // Also the rights that go with it: who was given fewer keeps none of before.
        session.scope = verified.scope;
        session.warnedOfExpiry = false;
        return { expiresAt: isoOf(verified.expiresAt) };
      },
    },
    'typing-set': {
      rate: 'command',
      async run(session, { conversationId, on }) {
        const meant = conversationMeant(session, conversationId);
        const conversation = await findConversation(parts.conversations, session.scope, meant);
        parts.ephemeral.typing(session, meant, on);
        if (session.scope.principal.kind !== 'visitor') await holdWhileWriting(parts, session, conversation, on);
        return {};
      },
    },
    'read-mark': {
      rate: 'command',
      async run(session, { conversationId, seq }) {
        const meant = conversationMeant(session, conversationId);
        if (session.scope.principal.kind === 'visitor')
          await findConversation(parts.conversations, session.scope, meant);
        else await markRead(parts, staffOf(session), meant, seq);
        return {};
      },
    },
  };
}
