import type { Request, Response } from 'express';
import { fileLimits } from '../../contract/fileLimits.ts';
import type { Attachment } from '../../contract/files.ts';
import type { FileSize } from '../../contract/rest/files.ts';
import type { BlockDeps } from '../../features/blocks/manageBlocks.ts';
import type { NameAddress } from '../../features/blocks/nameAddress.ts';
import { refuseBlocked } from '../../features/blocks/refuseBlocked.ts';
import { findConversation } from '../../features/conversations/findConversation.ts';
import type { ConversationStore } from '../../features/conversations/ports.ts';
import { filesInChatsSays } from '../../features/conversations/speaker/sendAsStaff.ts';
import { type FilePlace, type KeepFileDeps, keepFile } from '../../features/files/keepFile.ts';
import type { FileStore } from '../../features/files/ports.ts';
import type { Scope } from '../../features/identity/model.ts';
import type { IdentityDeps } from '../../features/identity/ports.ts';
import { HubError } from '../../kernel/hubError.ts';
import { type Limit, refuseFor } from '../../kernel/rateLimits.ts';
import { addressOf, type Route, staffRoute, visitorRoute } from '../handle.ts';
import { beforeReading, readUpload } from '../readUpload.ts';
import { createUploadGate } from '../uploadGate.ts';

export interface FileRouteDeps extends KeepFileDeps {
  files: FileStore;
  conversations: Pick<ConversationStore, 'find' | 'findOpen'>;
  identity: IdentityDeps;
  blocks: BlockDeps;
  nameAddress: NameAddress;
}

const tenMinutes = 600_000;
const uploadsPerSender: Limit = { name: 'uploads-sender', points: 40, perMs: tenMinutes };
/** A stranger becomes as many visitors as they like. */
const uploadsPerAddress: Limit = { name: 'uploads-address', points: 120, perMs: tenMinutes };

/** Files of conversations: up as plain bytes, and down to those who may read the conversation, each time by their token. */
export function fileRoutes(deps: FileRouteDeps): Route[] {
  const { rateLimits } = deps.identity;
  const gate = createUploadGate();

  const takeUpload = (place: FilePlace, req: Request, res: Response, name: string | undefined): Promise<Attachment> =>
    gate(place.by, async () => keepFile(deps, place, { bytes: await readUpload(req, res, fileLimits.bytes), name }));

  return [
    visitorRoute('POST /widget/files', {
      summary: 'Upload a photo or PDF to the visitor’s open chat: the body is the file. Send it with `chat-send`.',
      bytes: 'body',
      async run({ query, session: { scope }, req, res }) {
        const place = await beforeReading(req, res, async () => {
          const { tenantId, principal } = scope;
          await refuseBlocked(deps.blocks.blocklist, scope, deps.nameAddress(tenantId, addressOf(req)).key);
          refuseFor(await rateLimits.take(uploadsPerSender, principal.id));
          refuseFor(await rateLimits.take(uploadsPerAddress, addressOf(req)));
          const open = await deps.conversations.findOpen(tenantId, principal.id);
          if (open === null) throw new HubError('CONFLICT');
          return { tenantId, conversationId: open.id, by: principal.id };
        });
        return takeUpload(place, req, res, query.name);
      },
    }),
    visitorRoute('GET /widget/files/:id', {
      summary: 'Get a file from the visitor’s own chat.',
      bytes: 'answer',
      run: ({ params, query, session, res }) => serve(deps, session.scope, params.id, query.size, res),
    }),
    staffRoute('POST /files', {
      summary: 'Upload a photo or PDF to a chat: the body is the file. Send it with `message-send`.',
      from: 'hub',
      bytes: 'body',
      async run({ query, session: { scope }, req, res }) {
        const place = await beforeReading(req, res, async () => {
          const { tenantId, principal } = scope;
          refuseFor(await rateLimits.take(uploadsPerSender, principal.id));
          const { id, channel, mode } = await findConversation(deps.conversations, scope, query.conversationId);
          if (mode === 'closed') throw new HubError('CONFLICT');
          if (channel !== 'widget') throw new HubError('NOT_CONFIGURED', { says: filesInChatsSays });
          return { tenantId, conversationId: id, by: principal.id };
        });
        return takeUpload(place, req, res, query.name);
      },
    }),
    staffRoute('GET /files/:id', {
      summary: 'Get a file from a conversation.',
      from: 'hub',
      bytes: 'answer',
      run: ({ params, query, session, res }) => serve(deps, session.scope, params.id, query.size, res),
    }),
  ];
}

/** The bytes, for people who may read the conversation; of an unsent file, for its sender alone. `NOT_FOUND` in all other cases. */
async function serve(
  { files, conversations }: Pick<FileRouteDeps, 'files' | 'conversations'>,
  scope: Scope,
  fileId: string,
  size: FileSize,
  res: Response,
): Promise<Buffer> {
  const file = await files.find(scope.tenantId, fileId);
  if (file === null || (file.usedBy === null && file.by !== scope.principal.id)) throw new HubError('NOT_FOUND');
  await findConversation(conversations, scope, file.conversationId);
  const bytes = await files.read(file, size);
  if (bytes === null) throw new HubError('NOT_FOUND');
  const shown = file.type === 'application/pdf' ? 'attachment' : 'inline';
  // Should it ever be opened as a page: nothing in it runs, loads or reaches the hub's origin.
  res.setHeader('content-security-policy', "default-src 'none'; sandbox");
  res.setHeader('cache-control', 'private, max-age=3600');
  res.vary('authorization');
  res.setHeader('content-disposition', `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  res.type(file.type);
  return bytes;
}
