import { type Connection, Schema } from 'mongoose';
import type { Call, CallChange } from '../../features/calls/model.ts';
import type { CallStore } from '../../features/calls/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

/** `liveKey`: the conversation while the call goes on, so that it has one; else the call's own id. `agentId`: for compare-and-set. */
type CallRow = Omit<Call, 'id'> & { _id: string; liveKey: string; agentId: string | null };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema<CallRow>(
  {
    _id: text,
    ...{ tenantId: text, conversationId: text, leadId: text },
    agent: { type: Schema.Types.Mixed, default: null },
    agentId: { type: String, default: null },
    ...{ direction: text, source: text, rule: text },
    consent: { type: Schema.Types.Mixed, required: true },
    startedAt: number,
    endedAt: { type: Number, default: null },
    liveKey: text,
  },
  strictly,
);
schema.index({ liveKey: 1 }, { unique: true });
schema.index({ tenantId: 1, conversationId: 1 });
export const callModel = modelOf('calls', schema);

const toCall = ({ _id, liveKey, agentId, ...call }: CallRow): Call => ({ id: _id, ...call });

export function createMongoCallStore(connection: Connection): CallStore {
  const calls = callModel(connection);
  const find: CallStore['find'] = async (tenantId, callId) => {
    const row = await calls.findById(callId).lean<CallRow>();
    return row?.tenantId === tenantId ? toCall(row) : null;
  };
  return guarded<CallStore>({
    async add(call) {
      const { id, ...row } = jsonCopy(call);
      const liveKey = call.endedAt === null ? call.conversationId : id;
      const added = await inserted(() => calls.create({ _id: id, ...row, liveKey, agentId: call.agent?.id ?? null }));
      return added || (await find(call.tenantId, id)) !== null;
    },
    find,
    async findLive(tenantId, conversationId) {
      const row = await calls.findOne({ liveKey: conversationId }).lean<CallRow>();
      return row?.tenantId === tenantId ? toCall(row) : null;
    },
    async change(tenantId, callId, change, from) {
      const $set = {
        ...jsonCopy(change),
        ...(change.agent === undefined ? {} : { agentId: change.agent?.id ?? null }),
        ...(change.endedAt == null ? {} : { liveKey: callId }),
      };
      const row = await calls
        .findOneAndUpdate({ _id: callId, tenantId, ...asIn(from) }, { $set }, { returnDocument: 'after' })
        .lean<CallRow>();
      return row && toCall(row);
    },
    async erase(tenantId, conversationId) {
      await calls.deleteMany({ tenantId, conversationId });
    },
  });
}

const asIn = ({ agent, consent, endedAt }: CallChange): object => ({
  ...(agent === undefined ? {} : { agentId: agent?.id ?? null }),
  ...(consent === undefined ? {} : { 'consent.lead': consent.lead, 'consent.agent': consent.agent }),
  ...(endedAt === undefined ? {} : { endedAt }),
});
