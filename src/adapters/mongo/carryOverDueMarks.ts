import { type Connection, trusted } from 'mongoose';
import { conversationModel } from './conversationRow.ts';
import { entryModel } from './entryStore.ts';

/** As earlier versions kept it: on the conversation, not on the entry that called for a turn. */
const marked = { hasDue: true };

/**
 * Hands what earlier versions left to be answered to this one: the newest public line of each conversation with a due mark gets the
 * mark. Again is harmless. With `drop` the old marks go: not while a node of an earlier version may count on them.
 */
export async function carryOverDueMarks(
  connection: Connection,
  now: number,
  { drop, signal }: { drop: boolean; signal: AbortSignal },
): Promise<void> {
  const conversations = conversationModel(connection).collection;
  const entries = entryModel(connection);
  for await (const { _id } of conversations.find<{ _id: string }>(marked as object, { projection: { _id: 1 } })) {
    if (signal.aborted) return;
    const newest = await entries
      .findOne({ conversationId: _id, kind: 'public', seq: trusted({ $gte: 1 }) })
      .sort({ seq: -1 })
      .lean<{ _id: string }>();
    if (newest !== null)
      await entries.updateOne({ _id: newest._id }, { $set: { owed: true, owedIn: _id, owedAt: now } });
    if (drop) await conversations.updateOne({ _id } as object, { $unset: { due: 1, dueCount: 1, hasDue: 1 } });
  }
}
