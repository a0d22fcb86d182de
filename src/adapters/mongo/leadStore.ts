import { type Connection, Schema } from 'mongoose';
import type { Lead } from '../../features/profiles/model.ts';
import type { LeadStore } from '../../features/profiles/ports.ts';
import { HubError } from '../../kernel/hubError.ts';
import { jsonCopy } from '../memory/jsonCopy.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

type LeadRow = Omit<Lead, 'id'> & { _id: string };

const schema = new Schema<LeadRow>(
  {
    _id: { type: String, required: true },
    tenantId: { type: String, required: true },
    visitorId: { type: String, required: true },
    name: { type: String, default: null },
    createdAt: { type: Number, required: true },
    fields: { type: Schema.Types.Mixed, required: true },
    suppressedAt: { type: Number, default: null },
  },
  strictly,
);
schema.index({ tenantId: 1, visitorId: 1 }, { unique: true });

export const leadModel = modelOf('leads', schema);

const toLead = ({ _id, ...rest }: LeadRow): Lead => ({ id: _id, ...rest });

export function createMongoLeadStore(connection: Connection): LeadStore {
  const leads = leadModel(connection);

  return guarded<LeadStore>({
    async openFor(seed) {
      const { id, ...rest } = jsonCopy(seed);
      const known = { tenantId: seed.tenantId, visitorId: seed.visitorId };
      const found = await leads.findOne(known).lean<LeadRow>();
      if (found) return toLead(found);
      if (await inserted(() => leads.create({ _id: id, ...rest }))) return { id, ...rest };
      const rival = await leads.findOne(known).lean<LeadRow>();
      // Another visitor's lead has this id: nothing that a caller can mend.
      if (!rival) throw new HubError('CONFLICT');
      return toLead(rival);
    },
    async find(tenantId, leadId) {
      const row = await leads.findOne({ _id: leadId, tenantId }).lean<LeadRow>();
      return row && toLead(row);
    },
    async change(tenantId, leadId, { fields, name, suppressedAt }) {
      // Merged by the database, and literally, because a field's name may hold a dot or begin with a dollar sign.
      const set = {
        ...(fields ? { fields: { $mergeObjects: ['$fields', { $literal: jsonCopy(fields) }] } } : {}),
        ...(name === undefined ? {} : { name: { $literal: name } }),
        ...(suppressedAt === undefined ? {} : { suppressedAt }),
      };
      if (Object.keys(set).length === 0) return;
      await leads.updateOne({ _id: leadId, tenantId }, [{ $set: set }], { updatePipeline: true });
    },
  });
}
