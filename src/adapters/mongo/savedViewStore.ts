import { type Connection, type Model, Schema } from 'mongoose';
import type { Kept, SavedPeopleView, SavedView } from '../../features/settings/model.ts';
import type { SavedViewStore } from '../../features/settings/ports.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

type Row<View> = Omit<View, 'id'> & { _id: string };

const text = { type: String, required: true };
/** Empty: any, which `required` would refuse. */
const choice = { type: String, default: '' };
const kept = { _id: text, tenantId: text, ownerId: text, name: text, createdAt: { type: Number, required: true } };
const inInbox = new Schema<Row<SavedView>>(
  { ...kept, agent: choice, home: choice, language: choice, stage: choice, tag: choice, sort: text },
  strictly,
);
const ofPeople = new Schema<Row<SavedPeopleView>>(
  { ...kept, temperature: String, quietDays: Number, mine: String, tag: String, sort: String },
  strictly,
);
for (const schema of [inInbox, ofPeople]) schema.index({ tenantId: 1, ownerId: 1, createdAt: 1 });

export const savedViewModel = modelOf('savedViews', inInbox);
export const peopleViewModel = modelOf('peopleViews', ofPeople);

export const createMongoSavedViewStore = (connection: Connection): SavedViewStore =>
  storeOf<SavedView>(savedViewModel(connection));
export const createMongoPeopleViewStore = (connection: Connection): SavedViewStore<SavedPeopleView> =>
  storeOf<SavedPeopleView>(peopleViewModel(connection));

function storeOf<View extends Kept>(views: Model<Row<View>>): SavedViewStore<View> {
  return guarded<SavedViewStore<View>>({
    async list(tenantId, ownerId) {
      const rows = await views.find({ tenantId, ownerId }).sort({ createdAt: 1 }).lean<Row<View>[]>();
      return rows.map(({ _id: id, ...rest }) => ({ id, ...rest }) as unknown as View);
    },
    async put({ id, ...rest }) {
      await views.replaceOne({ _id: id }, { _id: id, ...rest }, { upsert: true });
    },
    async remove(tenantId, ownerId, viewId) {
      await views.deleteOne({ _id: viewId, tenantId, ownerId });
    },
  });
}
