import { z } from 'zod';
import { block, blockRequest, blocksAnswer, conversationBlocks } from '../../contract/blocks.ts';
import { id } from '../../contract/values.ts';
import { addBlock, type BlockParts, liftBlock, listBlocks, readBlocksOf } from '../../features/blocks/keepBlocks.ts';
import { type Route, staffRoute } from '../handle.ts';

const byId = z.strictObject({ id });

export const blockRoutes = (parts: BlockParts): Route[] => [
  staffRoute({
    method: 'get',
    path: '/conversations/:id/blocks',
    summary: 'What stands against the visitor of a conversation, and where they come from, such as 192.0.2.x.',
    from: 'hub',
    params: byId,
    answer: conversationBlocks,
    run: ({ session, params }) => readBlocksOf(parts, session.scope, params.id),
  }),
  staffRoute({
    method: 'post',
    path: '/blocks',
    summary:
      'Block the visitor of a conversation; or their network address, which others may share (supervisor, admin).',
    from: 'hub',
    body: blockRequest,
    answer: block,
    run: ({ session, body }) => addBlock(parts, session.scope, body),
  }),
  staffRoute({
    method: 'get',
    path: '/blocks',
    summary: 'Who is blocked, by whom, why and until when (admin).',
    from: 'hub',
    answer: blocksAnswer,
    run: async ({ session }) => ({ items: await listBlocks(parts, session.scope) }),
  }),
  staffRoute({
    method: 'delete',
    path: '/blocks/:id',
    summary: 'Lift a block: one’s own, or any (supervisor, admin).',
    from: 'hub',
    params: byId,
    answer: null,
    run: ({ session, params }) => liftBlock(parts, session.scope, params.id),
  }),
];
