import { type Connection, Schema } from 'mongoose';
import type { HandoffOutcomeStore } from '../../features/turns/ports.ts';
import { type NotedOutcome, outcomesAfter, sumOf } from '../../features/turns/routeOutcomes.ts';
import { HubError } from '../../kernel/hubError.ts';
import { createInTurn } from '../../kernel/inTurn.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

/** One row per tenant and route, bounded: it is read and replaced as a whole. */
interface OutcomeRow {
  _id: string;
  tenantId: string;
  route: string;
  /** Raised with every change: a change is made only to what was read. */
  version: number;
  newest: NotedOutcome[];
}

const text = { type: String, required: true };
const schema = new Schema<OutcomeRow>(
  {
    _id: text,
    tenantId: text,
    route: text,
    version: { type: Number, required: true },
    newest: [Schema.Types.Mixed],
  },
  strictly,
);
schema.index({ tenantId: 1 });

export const handoffOutcomeModel = modelOf('handoffOutcomes', schema);

export function createMongoHandoffOutcomeStore(connection: Connection): HandoffOutcomeStore {
  const rows = handoffOutcomeModel(connection);
  const store = guarded<HandoffOutcomeStore>({
    async note(tenantId, route, { id, outcome }) {
      const _id = `${tenantId}:${route}`;
      // Again only when another hand-over of the route was noted between the read and the write.
      for (let round = 0; round < 100; round++) {
        const kept = await rows.findById(_id).lean<OutcomeRow>();
        const newest = outcomesAfter(kept?.newest ?? [], { id, outcome });
        if (kept === null) {
          if (await inserted(() => rows.create({ _id, tenantId, route, version: 1, newest }))) return;
          continue;
        }
        const { version } = kept;
        const { matchedCount } = await rows.updateOne({ _id, version }, { $set: { newest, version: version + 1 } });
        if (matchedCount === 1) return;
      }
      throw new HubError('CONFLICT');
    },
    async of(tenantId) {
      const found = await rows.find({ tenantId }).lean<OutcomeRow[]>();
      return Object.fromEntries(found.map(({ route, newest }) => [route, sumOf(newest)]));
    },
  });
  // Rivals in this process wait for each other: only those of other nodes collide.
  const inTurn = createInTurn();
  return {
    ...store,
    note: (tenantId, route, one) => inTurn(`${tenantId}:${route}`, () => store.note(tenantId, route, one)),
  };
}
