import { addBlock, type BlockDeps, liftBlock, listBlocks, readBlocksOf } from '../../features/blocks/manageBlocks.ts';
import { type Route, staffRoute } from '../handle.ts';

export const blockRoutes = (parts: BlockDeps): Route[] => [
  staffRoute('GET /conversations/:id/blocks', {
    summary: 'What stands against the visitor of a conversation, and where they come from, such as 192.0.2.x.',
    from: 'hub',
    run: ({ session, params }) => readBlocksOf(parts, session.scope, params.id),
  }),
  staffRoute('POST /blocks', {
    summary:
      'Block the visitor of a conversation; or their network address, which others may share (supervisor, admin).',
    from: 'hub',
    run: ({ session, body }) => addBlock(parts, session.scope, body),
  }),
  staffRoute('GET /blocks', {
    summary: 'Who is blocked, by whom, why and until when (admin).',
    from: 'hub',
    run: async ({ session }) => ({ items: await listBlocks(parts, session.scope) }),
  }),
  staffRoute('DELETE /blocks/:id', {
    summary: 'Lift a block: one’s own, or any (supervisor, admin).',
    from: 'hub',
    run: ({ session, params }) => liftBlock(parts, session.scope, params.id),
  }),
];
