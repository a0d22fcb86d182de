import { parseLogName } from '../../contract/log/logs.ts';
import { findConversation } from '../../features/conversations/findConversation.ts';
import { entryForStaff } from '../../features/conversations/log/entryForStaff.ts';
import { isErased } from '../../features/conversations/log/withoutWords.ts';
import type { ConversationStore, EntryStore } from '../../features/conversations/ports.ts';
import type { StreamLog } from '../../features/streams/ports.ts';
import { syncStream } from '../../features/streams/syncStream.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { CommandTable } from '../handle.ts';
import { readerOf } from '../readerOf.ts';
import { readPage } from '../readPage.ts';
import type { Reads } from '../reads.ts';

export interface LogTableDeps {
  conversations: Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'head' | 'read'>;
  reads: Pick<Reads, 'charge'>;
  streamLog: StreamLog;
}

/** A client that does not take one page is sent no other, so this is most of what waits for it. */
const pageBytes = 128 * 1024;

/** Sends a socket what it missed: entries of a log, and the rest of a stream. */
export const logTable = ({ conversations, entries, reads, streamLog }: LogTableDeps): CommandTable => ({
  'log-fetch': {
    rate: 'read',
    async run(session, { log, fromSeq, toSeq }) {
      const name = parseLogName(log);
      if (name === null) throw new HubError('VALIDATION_FAILED', { field: 'log' });
      if (toSeq !== undefined && toSeq < fromSeq) throw new HubError('VALIDATION_FAILED', { field: 'toSeq' });
      const staff = session.scope.principal.kind !== 'visitor';
      if (name.kind === 'internal' && !staff) throw new HubError('NOT_FOUND');
      await findConversation(conversations, session.scope, name.conversationId);
      const head = await entries.head(name.conversationId, name.kind);
      const range = { ...name, fromSeq: Math.max(1, fromSeq), toSeq: Math.min(toSeq ?? head, head) };
      const page = await readPage(entries, range, pageBytes);
      reads.charge(readerOf(session), page.length);
      return { entries: staff ? page.map(entryForStaff) : page, head };
    },
  },
  'stream-sync': {
    rate: 'read',
    run: (session, request) =>
      syncStream(streamLog, request, async (header) => {
        if (header.tenantId !== session.scope.tenantId) return false;
        const conversation = await conversations.find(header.tenantId, header.conversationId);
        if (conversation === null) return false;
        // A deletion runs in another process and reaches only shared data: this node drops its own copy now.
        if (isErased(conversation)) {
          await streamLog.forget(conversation.id);
          return false;
        }
        if (session.scope.principal.kind !== 'visitor') return true;
        return header.audience === 'public' && conversation.visitorId === session.scope.principal.id;
      }),
  },
});
