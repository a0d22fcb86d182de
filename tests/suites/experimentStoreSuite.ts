import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Experiment, Exposure } from '../../src/features/experiments/model.ts';
import { type ExperimentStore, exposuresPage } from '../../src/features/experiments/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const anExperiment = (over: Partial<Experiment> = {}): Experiment => ({
  ...{ id: newId(), tenantId: newId(), name: 'Facts or feelings', metric: 'replied', minimumPerArm: 291, salt: 's' },
  arms: [
    { strategy: 'empathetic', weight: 0.5 },
    { strategy: 'analytical', weight: 0.5 },
  ],
  plan: { baseRate: 0.2, lift: 0.1 },
  ...{ startedAt: 100, endsAt: 200, stoppedAt: null, by: { id: 'p', name: 'Maya' } },
  ...over,
});
const counted = { through: 100, outcomeAt: null, optedOutAt: null, complainedAt: null };
const anExposure = (of: Experiment, over: Partial<Exposure> = {}): Exposure => ({
  ...{ id: newId(), tenantId: of.tenantId, experimentId: of.id, leadId: newId(), conversationId: newId() },
  ...{ strategy: 'analytical', at: 120, seq: 3, counted },
  ...over,
});

/** The promises that every ExperimentStore keeps. `open` gives an empty one. */
export function experimentStoreSuite(
  name: string,
  open: () => Promise<{ store: ExperimentStore; close(): Promise<void> }>,
): void {
  describe(`experiments, ${name}`, () => {
    let store: ExperimentStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());
    const started = async (over: Partial<Experiment> = {}) => {
      const experiment = anExperiment(over);
      expect(await store.start(experiment, 100)).toBe(true);
      return experiment;
    };

    it('finds and lists those of its tenant alone, the newest first', async () => {
      const first = await started();
      const { tenantId } = first;
      const second = await started({ tenantId, startedAt: 200, endsAt: 300 });
      await started();
      expect(await store.list(tenantId)).toEqual([second, first]);
      expect(await store.find(tenantId, first.id)).toEqual(first);
      expect(await store.find(newId(), first.id)).toBeNull();
      expect(await store.findStarted(tenantId)).toEqual(second);
      expect(await store.findStarted(newId())).toBeNull();
    });

    it('starts one at a time of a tenant, of any number at once, and the next when it ended or was stopped', async () => {
      const tenantId = newId();
      const rivals = Array.from({ length: 8 }, () => anExperiment({ tenantId }));
      const began = await Promise.all(rivals.map((one) => store.start(one, 100)));
      expect(began.filter(Boolean)).toHaveLength(1);
      const [running] = await store.list(tenantId);
      expect(await store.start(anExperiment({ tenantId, startedAt: 199 }), 100)).toBe(false);
      expect(await store.stop(newId(), running?.id ?? '', 150)).toBe(false);
      expect(await store.stop(tenantId, newId(), 150)).toBe(false);
      expect(await store.stop(tenantId, running?.id ?? '', 150)).toBe(true);
      expect(await store.stop(tenantId, running?.id ?? '', 151)).toBe(false);
      expect(await store.findStarted(tenantId)).toBeNull();
      expect(await store.find(tenantId, running?.id ?? '')).toMatchObject({ stoppedAt: 150 });
      const next = await started({ tenantId, startedAt: 160, endsAt: 260 });
      expect(await store.stop(tenantId, next.id, 260)).toBe(false);
      expect(await store.start(anExperiment({ tenantId, startedAt: 260, endsAt: 360 }), 100)).toBe(true);
    });

    it('keeps as many as it may of a tenant: the oldest go, with their exposures', async () => {
      const tenantId = newId();
      const [old, kept] = [
        await started({ tenantId, startedAt: 0, endsAt: 1 }),
        await started({ tenantId, endsAt: 101 }),
      ];
      await store.expose(anExposure(old), 10);
      await store.expose(anExposure(kept), 10);
      const newest = anExperiment({ tenantId, startedAt: 200, endsAt: 300 });
      await store.start(newest, 2);
      expect((await store.list(tenantId)).map(({ id }) => id)).toEqual([newest.id, kept.id]);
      expect(await store.exposures(tenantId, old.id)).toEqual([]);
      expect(await store.exposures(tenantId, kept.id)).toHaveLength(1);
    });

    it('keeps an exposure once, gives them page by page, and keeps what was counted of them', async () => {
      const experiment = await started();
      const { tenantId } = experiment;
      const all = Array.from({ length: exposuresPage + 1 }, () => anExposure(experiment));
      for (const one of all) await store.expose(one, 1_000);
      const [first = anExposure(experiment)] = all;
      await store.expose({ ...first, strategy: 'empathetic', at: 999 }, 1_000);
      const page = await store.exposures(tenantId, experiment.id);
      expect(page).toHaveLength(exposuresPage);
      const rest = await store.exposures(tenantId, experiment.id, page.at(-1)?.id);
      const byId = (a: Exposure, b: Exposure) => (a.id < b.id ? -1 : 1);
      expect([...page, ...rest]).toEqual(all.sort(byId));
      expect(await store.exposures(newId(), experiment.id)).toEqual([]);
      const read = { ...counted, through: 150, outcomeAt: 140 };
      await store.noteCounted(newId(), [{ id: first.id, counted: { ...read, outcomeAt: 1 } }]);
      await store.noteCounted(tenantId, []);
      await store.noteCounted(
        tenantId,
        [first.id, 'gone'].map((id) => ({ id, counted: read })),
      );
      const again = [...page, ...rest].map((one) => (one.id === first.id ? { ...one, counted: read } : one));
      const now = await store.exposures(tenantId, experiment.id);
      expect(now).toEqual(again.slice(0, exposuresPage));
    });

    it('takes no more exposures than it may', async () => {
      const experiment = await started();
      for (let count = 0; count < 3; count += 1) await store.expose(anExposure(experiment), 2);
      expect(await store.exposures(experiment.tenantId, experiment.id)).toHaveLength(2);
    });

    it('removes the exposures of a conversation, and no others', async () => {
      const experiment = await started();
      const [gone, stays] = [anExposure(experiment), anExposure(experiment)];
      for (const one of [gone, stays]) await store.expose(one, 10);
      await store.erase(newId(), gone.conversationId);
      await store.erase(experiment.tenantId, gone.conversationId);
      expect(await store.exposures(experiment.tenantId, experiment.id)).toEqual([stays]);
    });
  });
}
