import type { IdentityStore } from '../../features/identity/ports.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { Board } from '../board.ts';
import type { CommandTable } from '../handle.ts';
import type { Presence } from '../presence.ts';
import { readerOf } from '../readerOf.ts';
import { staffOf } from '../session.ts';

export interface DeskTableDeps {
  board: Pick<Board, 'watch'>;
  identity: Pick<IdentityStore, 'changeUser'>;
  presence: Pick<Presence, 'changed'>;
}

const defaultRows = 200;

/** The board that a desk shows, and whether whoever sits at it is free. */
export const deskTable = ({ board, identity, presence }: DeskTableDeps): CommandTable => ({
  'board-watch': {
    rate: 'command',
    run: async (session, { filter, limit }) => ({
      rows: await board.watch(readerOf(session), staffOf(session), filter ?? {}, limit ?? defaultRows),
    }),
  },
  'presence-set': {
    rate: 'command',
    async run(session, { status, capacity }) {
      const { principal, tenantId } = staffOf(session);
      if (principal.kind !== 'staff') throw new HubError('FORBIDDEN');
      await identity.changeUser(principal.id, { presence: { status, capacity } });
      presence.changed(tenantId, { userId: principal.id, name: principal.name, status });
      return {};
    },
  },
});
