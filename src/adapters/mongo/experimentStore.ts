import { type Connection, Schema, trusted } from 'mongoose';
import type { Experiment, Exposure } from '../../features/experiments/model.ts';
import { type ExperimentStore, exposuresPage } from '../../features/experiments/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

/** `place`: of the tenant while it runs, so that no second one starts; until the next one starts also of one that has ended. */
type ExperimentRow = Omit<Experiment, 'id'> & { _id: string; place?: string };
type ExposureRow = Omit<Exposure, 'id'> & { _id: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, required: true };
const schema = new Schema<ExperimentRow>(
  {
    _id: text,
    tenantId: text,
    name: text,
    arms: mixed,
    metric: text,
    plan: mixed,
    minimumPerArm: number,
    salt: text,
    startedAt: number,
    endsAt: number,
    stoppedAt: { type: Number, default: null },
    by: mixed,
    place: String,
  },
  strictly,
);
schema.index({ place: 1 }, { unique: true, sparse: true });
schema.index({ tenantId: 1, startedAt: -1, _id: -1 });
export const experimentModel = modelOf('experiments', schema);

const exposureSchema = new Schema<ExposureRow>(
  {
    _id: text,
    tenantId: text,
    experimentId: text,
    leadId: text,
    conversationId: text,
    strategy: text,
    at: number,
    seq: number,
    counted: mixed,
  },
  strictly,
);
exposureSchema.index({ experimentId: 1, _id: 1 });
exposureSchema.index({ tenantId: 1, conversationId: 1 });
export const exposureModel = modelOf('exposures', exposureSchema);

const toExperiment = ({ _id, place: _, ...rest }: ExperimentRow): Experiment => ({ id: _id, ...rest });
const toExposure = ({ _id, ...rest }: ExposureRow): Exposure => ({ id: _id, ...rest });

export function createMongoExperimentStore(connection: Connection): ExperimentStore {
  const experiments = experimentModel(connection);
  const exposures = exposureModel(connection);
  const newestFirst = { startedAt: -1, _id: -1 } as const;
  return guarded<ExperimentStore>({
    async start(experiment, most) {
      const { id, ...rest } = jsonCopy(experiment);
      const { tenantId, startedAt } = rest;
      await experiments.updateOne(
        { place: tenantId, endsAt: trusted({ $lte: startedAt }) },
        { $unset: { place: true } },
      );
      if (!(await inserted(() => experiments.create({ _id: id, ...rest, place: tenantId })))) return false;
      const old = await experiments.find({ tenantId }, { _id: 1 }).sort(newestFirst).skip(most).lean<ExperimentRow[]>();
      for (const { _id } of old) {
        await exposures.deleteMany({ experimentId: _id });
        await experiments.deleteOne({ _id, tenantId });
      }
      return true;
    },
    async find(tenantId, experimentId) {
      const row = await experiments.findOne({ _id: experimentId, tenantId }).lean<ExperimentRow>();
      return row && toExperiment(row);
    },
    async findStarted(tenantId) {
      const row = await experiments.findOne({ place: tenantId }).lean<ExperimentRow>();
      return row && toExperiment(row);
    },
    async list(tenantId) {
      return (await experiments.find({ tenantId }).sort(newestFirst).lean<ExperimentRow[]>()).map(toExperiment);
    },
    async stop(tenantId, experimentId, at) {
      const { modifiedCount } = await experiments.updateOne(
        { _id: experimentId, place: tenantId, endsAt: trusted({ $gt: at }) },
        { $set: { stoppedAt: at }, $unset: { place: true } },
      );
      return modifiedCount === 1;
    },
    async expose(exposure, most) {
      const { id, ...rest } = jsonCopy(exposure);
      if ((await exposures.findById(id, { _id: 1 }).lean()) !== null) return;
      if ((await exposures.countDocuments({ experimentId: rest.experimentId }).limit(most)) >= most) return;
      await inserted(() => exposures.create({ _id: id, ...rest }));
    },
    async exposures(tenantId, experimentId, after) {
      const past = after === undefined ? {} : { _id: trusted({ $gt: after }) };
      const found = exposures.find({ experimentId, tenantId, ...past }).sort({ _id: 1 });
      return (await found.limit(exposuresPage).lean<ExposureRow[]>()).map(toExposure);
    },
    async noteCounted(tenantId, noted) {
      const writes = noted.map(({ id, counted }) => ({
        updateOne: { filter: { _id: id, tenantId }, update: { $set: { counted: jsonCopy(counted) } } },
      }));
      if (writes.length > 0) await exposures.bulkWrite(writes, { ordered: false });
    },
    async erase(tenantId, conversationId) {
      await exposures.deleteMany({ tenantId, conversationId });
    },
  });
}
