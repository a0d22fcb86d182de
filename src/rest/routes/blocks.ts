import { addBlock, type BlockDeps, liftBlock, listBlocks, readBlocksOf } from '../../features/blocks/manageBlocks.ts';
import { type Route, staffRoute } from '../handle.ts';

export const blockRoutes = (parts: BlockDeps): Route[] => [
  staffRoute('GET /conversations/:id/blocks', {
    summary: 'List the blocks on a conversation’s visitor, with their network address, such as 192.0.2.x.',
    from: 'hub',
    run: ({ session, params }) => readBlocksOf(parts, session.scope, params.id),
  }),
  staffRoute('POST /blocks', {
    summary: 'Block a conversation’s visitor, or their network address, which others may share (supervisor, admin).',
    from: 'hub',
    run: ({ session, body }) => addBlock(parts, session.scope, body),
  }),
  staffRoute('GET /blocks', {
    summary: 'List who is blocked, by whom, why, and until when (admin).',
    from: 'hub',
    run: async ({ session }) => ({ items: await listBlocks(parts, session.scope) }),
  }),
  staffRoute('DELETE /blocks/:id', {
    summary: 'Lift a block: your own, or any (supervisor, admin).',
    from: 'hub',
    run: ({ session, params }) => liftBlock(parts, session.scope, params.id),
  }),
];
