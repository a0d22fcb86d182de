import { type Connection, Schema, trusted } from 'mongoose';
import type { Proposal } from '../../features/interventions/model.ts';
import {
  type InterventionStore,
  mostListed,
  mostOfPerson,
  mostOpenLeads,
  proposalsPage,
  watchedPage,
} from '../../features/interventions/ports.ts';
import { tierRank } from '../../features/interventions/tierRank.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

/** `rank`: of its tier, for the order. `decidedAt` and `through`: plain fields, for the indexes. */
type ProposalRow = Omit<Proposal, 'id'> & { _id: string; rank: number; decidedAt: number | null; through: number };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, required: true };
const schema = new Schema<ProposalRow>(
  {
    _id: text,
    tenantId: text,
    leadId: text,
    leadIds: { type: [String], required: true },
    conversationId: text,
    name: { type: String, default: null },
    step: number,
    silentSince: number,
    risk: { type: Number, default: null },
    tier: text,
    tierBy: text,
    evidence: mixed,
    way: text,
    draft: mixed,
    state: text,
    createdAt: number,
    decided: { type: Schema.Types.Mixed, default: null },
    outcome: mixed,
    rank: number,
    decidedAt: { type: Number, default: null },
    through: number,
  },
  strictly,
);
schema.index({ tenantId: 1, state: 1, rank: 1, silentSince: 1, _id: 1 });
schema.index({ tenantId: 1, state: 1, through: 1 });
schema.index({ tenantId: 1, leadIds: 1, createdAt: -1 });
schema.index({ tenantId: 1, leadId: 1, _id: 1 });
schema.index({ tenantId: 1, conversationId: 1 });
export const interventionModel = modelOf('interventions', schema);

/** The states of those that are not carried out, and may be. */
const undone: readonly Proposal['state'][] = ['open', 'approving'];

const toProposal = ({ _id, rank: _, decidedAt: __, through: ___, ...rest }: ProposalRow): Proposal => ({
  id: _id,
  ...rest,
});

export function createMongoInterventionStore(connection: Connection): InterventionStore {
  const proposals = interventionModel(connection);
  return guarded<InterventionStore>({
    async add(proposal) {
      const { id, ...rest } = jsonCopy(proposal);
      const { tier, decided, outcome } = rest;
      const derived = { rank: tierRank[tier], decidedAt: decided?.at ?? null, through: outcome.through };
      return inserted(() => proposals.create({ _id: id, ...rest, ...derived }));
    },
    async find(tenantId, id) {
      const row = await proposals.findOne({ _id: id, tenantId }).lean<ProposalRow>();
      return row && toProposal(row);
    },
    async ofPerson(tenantId, leadIds) {
      const found = proposals.find({ tenantId, leadIds: trusted({ $in: [...leadIds] }) });
      const rows = await found.sort({ createdAt: -1, _id: 1 }).limit(mostOfPerson).lean<ProposalRow[]>();
      return rows.map(toProposal);
    },
    async pageOfLead(tenantId, leadId, after) {
      const past = after === undefined ? {} : { _id: trusted({ $gt: after }) };
      const found = proposals.find({ tenantId, leadId, ...past }).sort({ _id: 1 });
      return (await found.limit(proposalsPage).lean<ProposalRow[]>()).map(toProposal);
    },
    async listOpen(tenantId) {
      const found = proposals.find({ tenantId, state: trusted({ $in: [...undone] }) });
      const rows = await found.sort({ rank: 1, silentSince: 1, _id: 1 }).limit(mostListed).lean<ProposalRow[]>();
      return rows.map(toProposal);
    },
    async openLeads(tenantId) {
      const found = proposals.find({ tenantId, state: 'open' }, { leadIds: 1 }).limit(mostOpenLeads);
      const rows = await found.lean<Pick<ProposalRow, 'leadIds'>[]>();
      return [...new Set(rows.flatMap(({ leadIds }) => leadIds))].slice(0, mostOpenLeads);
    },
    async openSince(tenantId, at) {
      const found = proposals.find({
        tenantId,
        state: trusted({ $in: [...undone] }),
        createdAt: trusted({ $lte: at }),
      });
      const rows = await found.sort({ createdAt: 1, _id: 1 }).limit(watchedPage).lean<ProposalRow[]>();
      return rows.map(toProposal);
    },
    async change(tenantId, id, { from, to, decided, draft }) {
      const { modifiedCount } = await proposals.updateOne(
        { _id: id, tenantId, state: trusted({ $in: [...from] }) },
        {
          $set: {
            state: to,
            ...(decided === undefined ? {} : { decided: jsonCopy(decided), decidedAt: decided?.at ?? null }),
            ...(draft === undefined ? {} : { draft: jsonCopy(draft) }),
          },
        },
      );
      return modifiedCount === 1;
    },
    async withdraw(tenantId, leadId) {
      const { modifiedCount } = await proposals.updateMany(
        { tenantId, leadIds: leadId, state: 'open' },
        { $set: { state: 'withdrawn' } },
      );
      return modifiedCount;
    },
    async watched(tenantId, decidedAfter, seenBefore) {
      const found = proposals.find({
        ...{ tenantId, state: trusted({ $in: ['sent', 'tasked'] }) },
        ...{ through: trusted({ $lt: seenBefore }), decidedAt: trusted({ $gt: decidedAfter }) },
      });
      const rows = await found.sort({ through: 1, _id: 1 }).limit(watchedPage).lean<ProposalRow[]>();
      return rows.map(toProposal);
    },
    async noteOutcome(tenantId, id, outcome) {
      await proposals.updateOne(
        { _id: id, tenantId },
        { $set: { outcome: jsonCopy(outcome), through: outcome.through } },
      );
    },
    async erase(tenantId, conversationId) {
      await proposals.deleteMany({ tenantId, conversationId });
    },
  });
}
