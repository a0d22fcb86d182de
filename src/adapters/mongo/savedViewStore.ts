import { type Connection, Schema } from 'mongoose';
import type { SavedView } from '../../features/settings/model.ts';
import type { SavedViewStore } from '../../features/settings/ports.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

type ViewRow = Omit<SavedView, 'id'> & { _id: string };

const text = { type: String, required: true };
/** Empty: any, which `required` would refuse. */
const choice = { type: String, default: '' };
const schema = new Schema<ViewRow>(
  {
    _id: text,
    tenantId: text,
    ownerId: text,
    name: text,
    agent: choice,
    home: choice,
    language: choice,
    stage: choice,
    tag: choice,
    sort: text,
    createdAt: { type: Number, required: true },
  },
  strictly,
);
schema.index({ tenantId: 1, ownerId: 1, createdAt: 1 });

export const savedViewModel = modelOf('savedViews', schema);

const toView = ({ _id, ...rest }: ViewRow): SavedView => ({ id: _id, ...rest });

export function createMongoSavedViewStore(connection: Connection): SavedViewStore {
  const views = savedViewModel(connection);
  return guarded<SavedViewStore>({
    async list(tenantId, ownerId) {
      const rows = await views.find({ tenantId, ownerId }).sort({ createdAt: 1 }).lean<ViewRow[]>();
      return rows.map(toView);
    },
    async put({ id, ...rest }) {
      await views.replaceOne({ _id: id }, { _id: id, ...rest }, { upsert: true });
    },
    async remove(tenantId, ownerId, viewId) {
      await views.deleteOne({ _id: viewId, tenantId, ownerId });
    },
  });
}
