import { type Connection, Schema } from 'mongoose';
import type { PhoneConnection } from '../../features/calls/provider/model.ts';
import type { PhoneConnectionStore } from '../../features/calls/provider/ports.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

type PhoneRow = Omit<PhoneConnection, 'id'> & { _id: string };

const text = { type: String, required: true };
const schema = new Schema<PhoneRow>(
  {
    ...{ _id: text, tenantId: text, accountSid: text, sealedToken: text, forwardTo: text },
    sealedSpeechKey: { type: String, default: null },
    language: { type: String, default: 'en' },
    createdAt: { type: Number, required: true },
    heardAt: { type: Number, default: null },
  },
  strictly,
);
schema.index({ tenantId: 1 });
export const phoneConnectionModel = modelOf('phoneConnections', schema);

/** An account of an older build has no language. */
const toConnection = ({ _id, language = 'en', ...row }: PhoneRow): PhoneConnection => ({ id: _id, language, ...row });

export function createMongoPhoneConnectionStore(connection: Connection): PhoneConnectionStore {
  const phones = phoneConnectionModel(connection);
  return guarded<PhoneConnectionStore>({
    async add({ id, ...row }) {
      await phones.create({ _id: id, ...row });
    },
    async find(connectionId) {
      const row = await phones.findById(connectionId).lean<PhoneRow>();
      return row && toConnection(row);
    },
    async ofTenant(tenantId) {
      const rows = await phones.find({ tenantId }).sort({ createdAt: 1 }).lean<PhoneRow[]>();
      return rows.map(toConnection);
    },
    async noteHeard(connectionId, at) {
      await phones.updateOne({ _id: connectionId }, { $set: { heardAt: at } });
    },
    async reseal(connectionId, { sealedToken, sealedSpeechKey }) {
      await phones.updateOne({ _id: connectionId }, { $set: { sealedToken, sealedSpeechKey } });
    },
    async remove(tenantId, connectionId) {
      const row = await phones.findOneAndDelete({ _id: connectionId, tenantId }).lean<PhoneRow>();
      return row && toConnection(row);
    },
  });
}
