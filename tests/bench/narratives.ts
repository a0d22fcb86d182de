import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPlaybook } from '../../src/adapters/playbook/createPlaybook.ts';
import { composeTenants } from '../../src/app/compose/tenants.ts';
import { demoTenantId } from '../../src/app/demoTenant.ts';
import { openMemorySignals } from '../../src/app/signals.ts';
import { openMongoStores, type Stores } from '../../src/app/stores.ts';
import {
  type NarrativeBatchAnswer,
  type NarrativeRequest,
  narrativeLengths,
  narrativeStyles,
} from '../../src/contract/rest/narratives.ts';
import { narrateTask } from '../../src/features/composing/narratives/narrateTask.ts';
import {
  type NarrativeDeps,
  narrativeSeal,
  writeNarrative,
} from '../../src/features/composing/narratives/writeNarrative.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { newId } from '../../src/kernel/ids.ts';
import { silentLogger, silentMeter } from '../../src/kernel/observe.ts';
import { type Script, say, startFakeAnthropic, stop } from '../support/fakeAnthropic.ts';
import { signIn } from '../support/hubClient.ts';
import { startHubProcess } from '../support/hubProcess.ts';
import { demoPassword } from '../support/openHub.ts';
import { startDatabase, uniqueDatabaseUrl } from '../support/servers.ts';
import { percentile, printTable, rounded } from './figures.ts';
import { measureRelay, relayGoals, storyLoad, toWriter } from './relay.ts';

/** At the 99th percentile, and a whole batch. */
const goals = { cachedMs: 5, cachedRestMs: 20, freshMs: 20, batchSeconds: 25 } as const;
const rounds = 500;
const warmUp = 60;
const batchItems = 50;
const modelMs = 2_000;
const streamRounds = 3;

/**
 * The cost of a story: a stored one, one that the rules write, fifty by a model that takes two seconds for each, and each token of one that
 * streams to an agent, beside a bare relay of a model's tokens.
 */
export async function benchNarratives(): Promise<boolean> {
  const server = await startDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'hub-bench-'));
  const claude = await startFakeAnthropic(slowClaude);
  const open = { HUB_DATA_DIR: dataDir, HUB_LIMIT_CALLS_PRINCIPAL: '1000000', HUB_LIMIT_CALLS_ADDRESS: '1000000' };
  try {
    const offline = await measureOffline(uniqueDatabaseUrl(server.url), open);
    const batch = await measureBatch(uniqueDatabaseUrl(server.url), {
      ...open,
      ...{ ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: claude.url },
    });
    const lines = Object.entries(offline).map(([name, { goalMs, tookMs }]) => {
      const [p50Ms, p99Ms] = [rounded(percentile(tookMs, 0.5)), rounded(percentile(tookMs, 0.99))];
      return { name, count: tookMs.length, p50Ms, p99Ms, goalMs, isReached: p99Ms <= goalMs };
    });
    printTable(
      ['a story', 'count', 'p50 ms', 'p99 ms', 'goal p99', 'reached'],
      lines.map(({ isReached, ...line }) => [...Object.values(line), isReached ? 'yes' : 'no']),
    );
    const isBatchReached = batch.seconds <= goals.batchSeconds && batch.byModel === batchItems;
    console.log(
      `A batch of ${batchItems}, a model that takes ${modelMs / 1000} s a story: ${batch.seconds} s (goal ${goals.batchSeconds} s), ${batch.byModel} by the model.`,
    );
    const streamed = await measureRelay({ rounds: streamRounds, only: storyLoad, systems: null });
    printTable(
      ['each token of a story', 'CPU µs', '× ws', 'added p50', 'p99 ms'],
      streamed.map((one) => [one.system, one.cpuMicrosPerToken, one.toWs, one.addedMsP50, one.addedMsP99]),
    );
    const toWs = streamed.find(({ system }) => system === toWriter.name)?.toWs ?? Number.POSITIVE_INFINITY;
    const mostToWs = relayGoals[`${toWriter.name} ${storyLoad}`] ?? 0;
    console.log(
      `A hundred at 50 tokens a second: ${toWs} times a bare relay’s CPU (goal ${mostToWs}), all of the writing included.`,
    );
    console.log(`Database: ${server.engine}. One story at a time; the batch is the hub's own job.`);
    console.log(JSON.stringify({ bench: 'narratives', figures: lines, batch, streamed }));
    return isBatchReached && toWs <= mostToWs && lines.every(({ isReached }) => isReached);
  } finally {
    await claude.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Timed = Record<string, { goalMs: number; tookMs: number[] }>;

async function measureOffline(url: string, env: NodeJS.ProcessEnv): Promise<Timed> {
  const hub = await startHubProcess({ ...env, MONGODB_URL: url });
  const stores = await openMongoStores(url, silentLogger);
  try {
    const asks = await asksOf(stores);
    const deps = depsOn(stores);
    const inProcess = (ask: NarrativeRequest) =>
      writeNarrative(deps, { tenantId: demoTenantId, principal: { id: 'bench' } }, ask);
    const call = await callerOf(hub.url);
    const overRest = (ask: NarrativeRequest) => call('POST', '/narratives', ask);
    // The deployment's secret seals what the hub keeps: each side keeps stories of its own.
    const half = Math.floor(asks.length / 2);
    const own = { here: asks.slice(0, half), there: asks.slice(half) };
    const fresh = (ask: NarrativeRequest): NarrativeRequest => ({ ...ask, fresh: true });
    return {
      'kept, in process': { goalMs: goals.cachedMs, tookMs: await timesOf(own.here, inProcess) },
      'kept, over REST': { goalMs: goals.cachedRestMs, tookMs: await timesOf(own.there, overRest) },
      'new by the rules, in process': { goalMs: goals.freshMs, tookMs: await timesOf(own.here.map(fresh), inProcess) },
      'new by the rules, over REST': { goalMs: goals.freshMs, tookMs: await timesOf(own.there.map(fresh), overRest) },
    };
  } finally {
    await stores.close();
    await hub.stop();
  }
}

/** Every ask once, so that its story is kept, then in turns. */
async function timesOf(asks: readonly NarrativeRequest[], act: (ask: NarrativeRequest) => Promise<unknown>) {
  for (const ask of asks.slice(0, warmUp)) await act(ask);
  const tookMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ask = asks[round % Math.min(asks.length, warmUp)] as NarrativeRequest;
    const startedAt = performance.now();
    await act(ask);
    tookMs.push(performance.now() - startedAt);
  }
  return tookMs;
}

/** Stories of the demo's homes that their files are long enough for. */
async function asksOf(stores: Stores): Promise<NarrativeRequest[]> {
  const homes = await stores.listings.page(demoTenantId, 100);
  return homes
    .filter(({ status, features, yearBuilt }) => status === 'active' && features.length >= 3 && yearBuilt !== undefined)
    .flatMap(({ listingId }) =>
      narrativeStyles.flatMap((style) =>
        narrativeLengths.filter((length) => length !== 'long').map((length) => ({ listingId, style, length })),
      ),
    );
}

/** The writer of a node without a model, on its database. */
function depsOn(stores: Stores): NarrativeDeps {
  const { wakeups } = openMemorySignals(silentLogger, systemClock);
  const { tenants, homes } = composeTenants(stores, { wakeups, clock: systemClock });
  return {
    ...{ newId, clock: systemClock, logger: silentLogger, meter: silentMeter, settingsOf: tenants.settingsOf, homes },
    narratives: stores.narratives,
    leads: stores.leads,
    conversations: stores.conversations,
    entries: stores.entries,
    model: createPlaybook({ clock: systemClock }),
    seal: narrativeSeal('a secret of the bench'),
    admit: async () => {},
  };
}

async function measureBatch(url: string, env: NodeJS.ProcessEnv): Promise<{ seconds: number; byModel: number }> {
  const hub = await startHubProcess({ ...env, MONGODB_URL: url });
  const stores = await openMongoStores(url, silentLogger);
  try {
    const call = await callerOf(hub.url);
    const asks = (await asksOf(stores)).filter(({ length }) => length === 'short').slice(0, batchItems);
    const startedAt = performance.now();
    const { batchId } = (await call('POST', '/narratives/batch', { items: asks })) as { batchId: string };
    for (;;) {
      const batch = (await call('GET', `/narratives/batch/${batchId}`)) as NarrativeBatchAnswer;
      if (batch.done + batch.failed === batch.total) {
        const seconds = rounded((performance.now() - startedAt) / 1000, 1);
        const written = batch.items.flatMap(({ narrativeId }) => narrativeId ?? []);
        const answers = await Promise.all(written.map((id) => call('GET', `/narratives/${id}`)));
        return { seconds, byModel: answers.filter((one) => (one as { basis: string }).basis === 'model').length };
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await stores.close();
    await hub.stop();
  }
}

async function callerOf(url: string): Promise<(method: string, path: string, body?: unknown) => Promise<unknown>> {
  const { accessToken } = await signIn(url, 'agent@demo.example', demoPassword);
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  return async (method, path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}

/** Two seconds for a story of eight sentences; it answers questions about its own sentences at once. */
const slowClaude: Script = ({ body }) => {
  if (JSON.stringify(body.system).includes(narrateTask.system.slice(0, 40))) {
    const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
    const sentences = ordinals.map((nth) => ({
      text: `You can look at each of the rooms for as long as you like on the ${nth} visit.`,
      facts: [],
    }));
    return [{ do: 'wait', ms: modelMs }, say(JSON.stringify({ sentences })), stop()];
  }
  const asked = JSON.stringify(body.messages).match(/\\"n\\":\d+/g) ?? [];
  const verdicts = asked.map((_, at) => ({ n: at + 1, why: 'fine', ok: true }));
  return [say(JSON.stringify({ verdicts })), stop()];
};
