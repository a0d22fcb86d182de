import { type Connection, trusted } from 'mongoose';
import { isPlainHash, keyedHashOf } from './contactHash.ts';
import { type KeyRow, leadKeyModel } from './leadStore.ts';
import { recordModel } from './recordStore.ts';

const atOnce = 500;
/** Of a consent whose words were deleted. */
const plainContact = /^sha256:([0-9a-f]{64})$/;

/**
 * Makes keyed hashes of the plain ones that earlier versions wrote; again is harmless, and cut off it is gone on with by the next.
 * With `drop` the plain keys go: not while a node of an earlier version may look for them.
 */
export async function wrapOldHashes(
  connection: Connection,
  contactKey: string,
  { drop, signal }: { drop: boolean; signal: AbortSignal },
): Promise<void> {
  const keys = leadKeyModel(connection);
  const records = recordModel(connection);
  const keyed = (plain: string): string => keyedHashOf(contactKey, plain);

  const wrapKeys = async (rows: KeyRow[]): Promise<void> => {
    if (rows.length === 0) return;
    await keys.bulkWrite(
      rows.map(({ tenantId, leadId, hash: plain }) => {
        const hash = keyed(plain);
        const filter = { _id: `${leadId}:${hash}` };
        return { updateOne: { filter, update: { $setOnInsert: { tenantId, leadId, hash } }, upsert: true } };
      }),
    );
    if (drop) await keys.deleteMany({ _id: trusted({ $in: rows.map(({ _id }) => _id) }) });
  };
  let rows: KeyRow[] = [];
  for await (const row of keys.find({ hash: isPlainHash }).lean<KeyRow[]>().cursor()) {
    if (signal.aborted) return;
    rows.push(row);
    if (rows.length < atOnce) continue;
    await wrapKeys(rows);
    rows = [];
  }
  await wrapKeys(rows);

  for await (const { _id, record } of records.find({ 'record.to': plainContact }).lean().cursor()) {
    if (signal.aborted) return;
    const [, plain = ''] = plainContact.exec((record as { to?: string }).to ?? '') ?? [];
    await records.updateOne({ _id }, { $set: { 'record.to': keyed(plain) } });
  }
}
