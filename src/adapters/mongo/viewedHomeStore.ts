import { type Connection, Schema } from 'mongoose';
import { homesAfter } from '../../features/profiles/homesAfter.ts';
import type { ViewedHome } from '../../features/profiles/model.ts';
import type { ViewedHomeStore } from '../../features/profiles/ports.ts';
import { createInTurn } from '../../kernel/inTurn.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

/** One for each lead, by the lead's id. `version`: how often it was written, so that of two nodes one sees the other. */
interface Row {
  _id: string;
  tenantId: string;
  version: number;
  homes: ViewedHome[];
}

const schema = new Schema<Row>(
  {
    _id: { type: String, required: true },
    tenantId: { type: String, required: true },
    version: { type: Number, required: true },
    homes: { type: Schema.Types.Mixed, required: true },
  },
  strictly,
);
export const viewedHomeModel = modelOf<Row>('viewedHomes', schema);

/** One lead's nodes rarely write at once: more rounds than this are an error. */
const mostRounds = 20;

export function createMongoViewedHomeStore(connection: Connection): ViewedHomeStore {
  const rows = viewedHomeModel(connection);
  const find = (tenantId: string, leadId: string) => rows.findOne({ _id: leadId, tenantId }).lean<Row>();
  const store = guarded<ViewedHomeStore>({
    async note(tenantId, leadId, look) {
      for (let round = 0; round < mostRounds; round += 1) {
        const row = await find(tenantId, leadId);
        const homes = homesAfter(row?.homes ?? [], look);
        if (row === null) {
          if (await inserted(() => rows.create({ _id: leadId, tenantId, version: 0, homes }))) return;
          continue;
        }
        const { version } = row;
        const which = { _id: leadId, tenantId, version };
        const { modifiedCount } = await rows.updateOne(which, { $set: { homes, version: version + 1 } });
        if (modifiedCount === 1) return;
      }
      throw new Error('the homes of a lead could not be noted');
    },
    async ofLead(tenantId, leadId) {
      return (await find(tenantId, leadId))?.homes ?? [];
    },
    async erase(tenantId, leadId) {
      await rows.deleteOne({ _id: leadId, tenantId });
    },
  });
  // Rivals in this process wait for each other: only those of other nodes collide.
  const inTurn = createInTurn();
  return {
    ...store,
    note: (tenantId, leadId, look) => inTurn(`${tenantId} ${leadId}`, () => store.note(tenantId, leadId, look)),
  };
}
