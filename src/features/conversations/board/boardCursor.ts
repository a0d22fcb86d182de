import { HubError } from '../../../kernel/hubError.ts';
import type { Conversation } from '../model.ts';

/** The end of a page of the board: the next begins below it. */
export interface BoardCursor {
  lastAt: number;
  id: string;
}

export const writeCursor = ({ lastAt, id }: BoardCursor): string =>
  Buffer.from(JSON.stringify([lastAt, id]), 'utf8').toString('base64url');

/** Throws VALIDATION_FAILED for what `writeCursor` never wrote. */
export function readCursor(cursor: string): BoardCursor {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [lastAt, id] = parsed as unknown[];
      if (typeof lastAt === 'number' && Number.isFinite(lastAt) && typeof id === 'string') return { lastAt, id };
    }
  } catch (cause) {
    throw new HubError('VALIDATION_FAILED', { field: 'cursor', cause });
  }
  throw new HubError('VALIDATION_FAILED', { field: 'cursor' });
}

/** Whether a conversation belongs to a later page than the one that ended at `cursor`. */
export const isBelow = ({ id, board: { lastAt } }: Conversation, cursor: BoardCursor | null): boolean =>
  cursor === null || lastAt < cursor.lastAt || (lastAt === cursor.lastAt && id < cursor.id);
