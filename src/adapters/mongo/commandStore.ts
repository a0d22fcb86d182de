import { type Connection, Schema } from 'mongoose';
import type { CommandStore } from '../../features/conversations/ports.ts';
import { HubError } from '../../kernel/hubError.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { findsById } from './findsById.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

const keepMs = 7 * 24 * 3_600_000;

interface CommandRow {
  _id: string;
  bodyHash: string;
  claimedAt: number;
  done: boolean;
  answer: unknown;
  /** The database drops the row after this. */
  expiresAt: Date;
}

const schema = new Schema<CommandRow>(
  {
    _id: { type: String, required: true },
    bodyHash: { type: String, required: true },
    claimedAt: { type: Number, required: true },
    done: { type: Boolean, required: true },
    answer: { type: Schema.Types.Mixed, default: null },
    expiresAt: { type: Date, required: true },
  },
  strictly,
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const commandModel = modelOf('commands', schema);

export function createMongoCommandStore(connection: Connection): CommandStore {
  const commands = commandModel(connection);
  const findKey = findsById(commands, { _id: 1 });

  return guarded<CommandStore>({
    async has(key) {
      return (await findKey(key)) !== null;
    },
    async claim(key, bodyHash, now) {
      const row = { _id: key, bodyHash, claimedAt: now, done: false, answer: null, expiresAt: new Date(now + keepMs) };
      // Again only when the one in the way was dropped between the two steps.
      for (let round = 0; round < 5; round++) {
        if (await inserted(() => commands.create(row))) return 'claimed';
        const known = await commands.findById(key).lean();
        if (known) {
          return {
            bodyHash: known.bodyHash,
            claimedAt: known.claimedAt,
            answer: known.done ? known.answer : undefined,
          };
        }
      }
      throw new HubError('CONFLICT');
    },
    async reclaim(key, claimedAt, now) {
      const { matchedCount } = await commands.updateOne(
        { _id: key, claimedAt, done: false },
        { $set: { claimedAt: now, expiresAt: new Date(now + keepMs) } },
      );
      return matchedCount === 1;
    },
    async finish(key, answer) {
      await commands.updateOne({ _id: key }, { $set: { done: true, answer: jsonCopy(answer ?? null) } });
    },
    async drop(key) {
      await commands.deleteOne({ _id: key });
    },
  });
}
