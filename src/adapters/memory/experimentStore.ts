import type { Experiment, Exposure } from '../../features/experiments/model.ts';
import { type ExperimentStore, exposuresPage } from '../../features/experiments/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Experiments in this process only: gone with it. */
export function createMemoryExperimentStore(): ExperimentStore {
  const experiments = new Map<string, Experiment>();
  const exposures = new Map<string, Exposure>();
  const newestFirst = (tenantId: string): Experiment[] =>
    [...experiments.values()]
      .filter((one) => one.tenantId === tenantId)
      .sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1));
  const runningAt = (tenantId: string, at: number): Experiment | undefined =>
    newestFirst(tenantId).find(({ stoppedAt, endsAt }) => stoppedAt === null && endsAt > at);
  const of = (experimentId: string): Exposure[] =>
    [...exposures.values()].filter((one) => one.experimentId === experimentId);
  return {
    async start(experiment, most) {
      const { id, tenantId, startedAt } = experiment;
      if (runningAt(tenantId, startedAt) !== undefined) return false;
      experiments.set(id, jsonCopy(experiment));
      for (const old of newestFirst(tenantId).slice(most)) {
        experiments.delete(old.id);
        for (const exposure of of(old.id)) exposures.delete(exposure.id);
      }
      return true;
    },
    async find(tenantId, experimentId) {
      const found = experiments.get(experimentId);
      return found?.tenantId === tenantId ? jsonCopy(found) : null;
    },
    async findStarted(tenantId) {
      const [newest] = newestFirst(tenantId);
      return newest === undefined || newest.stoppedAt !== null ? null : jsonCopy(newest);
    },
    async list(tenantId) {
      return jsonCopy(newestFirst(tenantId));
    },
    async stop(tenantId, experimentId, at) {
      const found = runningAt(tenantId, at);
      if (found?.id !== experimentId) return false;
      found.stoppedAt = at;
      return true;
    },
    async expose(exposure, most) {
      if (exposures.has(exposure.id) || of(exposure.experimentId).length >= most) return;
      exposures.set(exposure.id, jsonCopy(exposure));
    },
    async exposures(tenantId, experimentId, after = '') {
      const found = of(experimentId).filter((one) => one.tenantId === tenantId && one.id > after);
      return jsonCopy(found.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, exposuresPage));
    },
    async noteCounted(tenantId, noted) {
      for (const { id, counted } of noted) {
        const found = exposures.get(id);
        if (found?.tenantId === tenantId) found.counted = jsonCopy(counted);
      }
    },
    async erase(tenantId, conversationId) {
      for (const one of [...exposures.values()])
        if (one.tenantId === tenantId && one.conversationId === conversationId) exposures.delete(one.id);
    },
  };
}
