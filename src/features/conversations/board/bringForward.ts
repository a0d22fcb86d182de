import type { LogKind } from '../../../contract/log/logs.ts';
import { limits } from '../../../contract/values.ts';
import type { Conversation, RowFields } from '../model.ts';
import type { EntryStore } from '../ports.ts';
import { firstRow, isPressing, rowAfter } from './rowAfter.ts';

type Reads = { entries: Pick<EntryStore, 'read'> };
const logs = ['public', 'internal'] as const satisfies readonly LogKind[];

/** The row with every entry that both logs hold by now: never older than they are, whatever was stored. */
export async function rowNow(deps: Reads, conversation: Conversation): Promise<RowFields> {
  const { board, id } = conversation;
  if (board.through === null) return (await rebuiltRow(deps, conversation)).row;
  let row: RowFields = rowFieldsOf(board);
  for (const log of logs) row = await withEntries(deps, { id, row, log, upTo: Number.MAX_SAFE_INTEGER });
  return row;
}

/** The row after all entries of one log up to and with `upTo` that it does not show yet, in pages. */
export async function withEntries(
  { entries }: Reads,
  { id, row: before, log, upTo }: { id: string; row: RowFields; log: LogKind; upTo: number },
): Promise<RowFields> {
  let row = before;
  for (;;) {
    const through = row.through ?? { public: 0, internal: 0 };
    if (through[log] >= upTo) return row;
    const page = await entries.read(id, log, through[log] + 1, upTo, limits.fetchEntries);
    for (const entry of page) row = rowAfter(row, entry);
    const last = page.at(-1);
    if (last === undefined) return row;
    row = { ...row, through: { ...through, [log]: last.seq } };
    if (page.length < limits.fetchEntries) return row;
  }
}

/**
 * The row from the first entries on, whatever was stored. Where lines of older versions do not tell the flags, those that
 * were stored stay, and so does how much was unread: `read` says of how many messages.
 */
export async function rebuiltRow(deps: Reads, conversation: Conversation): Promise<{ row: RowFields; read: number }> {
  const { board, createdAt, id } = conversation;
  const stored = rowFieldsOf(board);
  let row = firstRow({ createdAt });
  for (const log of logs) row = await withEntries(deps, { id, row, log, upTo: Number.MAX_SAFE_INTEGER });
  if (board.through !== null && !board.migrated) return { row, read: board.read };
  return {
    row: {
      ...row,
      migrated: true,
      shown: row.shown || stored.shown,
      leadName: row.leadName ?? stored.leadName,
      flags: row.flags.length > 0 ? row.flags : stored.flags,
      pressed: row.pressed || stored.pressed || stored.flags.some(({ kind }) => isPressing(kind)),
    },
    read: board.through === null ? row.said - (stored.said - board.read) : board.read,
  };
}

/** The fields of a row that follow from the logs. */
export function rowFieldsOf(board: Conversation['board']): RowFields {
  const { read, markedUnread, listingTitle, vouchedName, visitorLeftAt, followUpBy, device, ...row } = board;
  return row;
}
