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

const isUndone = ({ state }: Proposal): boolean => state === 'open' || state === 'approving';

/** Proposals to follow up, in this process only: gone with it. */
export function createMemoryInterventionStore(): InterventionStore {
  const proposals = new Map<string, Proposal>();
  const of = (tenantId: string, isAsked: (one: Proposal) => boolean): Proposal[] =>
    [...proposals.values()].filter((one) => one.tenantId === tenantId && isAsked(one));
  const byId = (a: Proposal, b: Proposal): number => (a.id < b.id ? -1 : 1);
  const found = (tenantId: string, id: string): Proposal | undefined => {
    const one = proposals.get(id);
    return one?.tenantId === tenantId ? one : undefined;
  };
  return {
    async add(proposal) {
      if (proposals.has(proposal.id)) return false;
      proposals.set(proposal.id, jsonCopy(proposal));
      return true;
    },
    async find(tenantId, id) {
      return jsonCopy(found(tenantId, id) ?? null);
    },
    async ofPerson(tenantId, leadIds) {
      const theirs = of(tenantId, (one) => one.leadIds.some((id) => leadIds.includes(id)));
      return jsonCopy(theirs.sort((a, b) => b.createdAt - a.createdAt || byId(a, b)).slice(0, mostOfPerson));
    },
    async pageOfLead(tenantId, leadId, after = '') {
      const theirs = of(tenantId, (one) => one.leadId === leadId && one.id > after);
      return jsonCopy(theirs.sort(byId).slice(0, proposalsPage));
    },
    async listOpen(tenantId) {
      const open = of(tenantId, isUndone);
      const riskiest = open.sort(
        (a, b) => tierRank[a.tier] - tierRank[b.tier] || a.silentSince - b.silentSince || byId(a, b),
      );
      return jsonCopy(riskiest.slice(0, mostListed));
    },
    async openLeads(tenantId) {
      const open = of(tenantId, ({ state }) => state === 'open');
      return [...new Set(open.flatMap(({ leadIds }) => leadIds))].slice(0, mostOpenLeads);
    },
    async openSince(tenantId, at) {
      const old = of(tenantId, (one) => isUndone(one) && one.createdAt <= at);
      return jsonCopy(old.sort((a, b) => a.createdAt - b.createdAt || byId(a, b)).slice(0, watchedPage));
    },
    async change(tenantId, id, { from, to, decided, draft }) {
      const one = found(tenantId, id);
      if (one === undefined || !from.includes(one.state)) return false;
      one.state = to;
      if (decided !== undefined) one.decided = jsonCopy(decided);
      if (draft !== undefined) one.draft = jsonCopy(draft);
      return true;
    },
    async withdraw(tenantId, leadId) {
      const open = of(tenantId, ({ state, leadIds }) => state === 'open' && leadIds.includes(leadId));
      for (const one of open) one.state = 'withdrawn';
      return open.length;
    },
    async watched(tenantId, decidedAfter, seenBefore) {
      const due = of(
        tenantId,
        ({ state, decided, outcome }) =>
          (state === 'sent' || state === 'tasked') &&
          decided !== null &&
          decided.at > decidedAfter &&
          outcome.through < seenBefore,
      );
      return jsonCopy(due.sort((a, b) => a.outcome.through - b.outcome.through || byId(a, b)).slice(0, watchedPage));
    },
    async noteOutcome(tenantId, id, outcome) {
      const one = found(tenantId, id);
      if (one !== undefined) one.outcome = jsonCopy(outcome);
    },
    async erase(tenantId, conversationId) {
      for (const one of of(tenantId, (each) => each.conversationId === conversationId)) proposals.delete(one.id);
    },
  };
}
