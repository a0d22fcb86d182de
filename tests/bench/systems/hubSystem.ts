import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPasswordHasher } from '../../../src/adapters/argon2/passwordHasher.ts';
import { createPromMeter } from '../../../src/adapters/telemetry/promMeter.ts';
import { composeHub } from '../../../src/app/compose/composeHub.ts';
import { readConfig } from '../../../src/app/config.ts';
import { provideDemoTenant } from '../../../src/app/demoTenant.ts';
import { openMemorySignals } from '../../../src/app/signals.ts';
import { openMemoryStores } from '../../../src/app/stores.ts';
import { firstState } from '../../../src/features/bots/state/firstState.ts';
import { runCoach } from '../../../src/features/coaching/runCoach.ts';
import { reply } from '../../../src/features/turns/effects/reply.ts';
import type { Turn } from '../../../src/features/turns/model.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { idFrom } from '../../../src/kernel/ids.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { demoPassword } from '../../support/openHub.ts';
import type { RelaySystem } from '../relaySystem.ts';

/**
 * The hub's own path from the model to the socket, on memory stores: the Anthropic adapter with its watchdog, ledger, budget,
 * fallback and breaker; the check of each sentence and the gate; the stream's log, merging and end with its hash; the feed's cursors; Socket.IO;
 * and the message in the log. Only the bot's decision to answer is left out: `reply` and `runCoach` are called as it and the
 * desk would. A story goes all the way from its request over REST.
 */
export async function openHubSystem(apiUrl: string): Promise<RelaySystem> {
  const log = silentLogger;
  const clock = systemClock;
  const config = readConfig({
    PORT: '0',
    HUB_DEMO_PASSWORD: demoPassword,
    ANTHROPIC_API_KEY: 'bench',
    ANTHROPIC_BASE_URL: apiUrl,
    HUB_LIMIT_WIDGET_SESSIONS: '100000',
    HUB_LIMIT_WIDGET_SOCKETS: '10000',
    HUB_LIMIT_LOGINS: '100000',
    HUB_LIMIT_CALLS_PRINCIPAL: '1000000',
    HUB_LIMIT_CALLS_ADDRESS: '1000000',
    HUB_LIMIT_MODEL_VISITOR: '1000000000',
    HUB_LIMIT_MODEL_ADDRESS: '1000000000',
    HUB_LIMIT_SPEND_TENANT: '1000000',
    HUB_LIMIT_SPEND_HUB: '1000000',
  });
  const stores = openMemoryStores();
  const signals = openMemorySignals(log, clock);
  const { rateLimits } = signals;
  // The bench asks more often than a person of the team may.
  const take: typeof rateLimits.take = async (limit, ...rest) =>
    limit.name === 'model-presses' ? 0 : rateLimits.take(limit, ...rest);
  const { identity } = stores;
  const made = await provideDemoTenant(
    { store: identity, settings: stores.settings, listings: stores.listings, hasher: createPasswordHasher(), clock },
    config,
  );
  const tenantId = made?.tenant.id ?? '';
  const meter = createPromMeter(log);
  const hub = await composeHub(
    config,
    stores,
    { ...signals, rateLimits: { ...rateLimits, take } },
    log,
    meter,
    'dist/client',
  );
  hub.http.listen(0, '127.0.0.1');
  await once(hub.http, 'listening');

  const { packOf, effects } = hub.core.turns;
  const { coaching } = hub.core;

  async function answer(conversationId: string, name: string): Promise<void> {
    const conversation = await stores.conversations.find(tenantId, conversationId);
    if (conversation === null) throw new Error(`no conversation ${conversationId}`);
    const place = { tenantId, conversationId };
    const pack = await packOf(conversation);
    const turn: Turn = {
      id: idFrom('bench', conversationId, name),
      ...place,
      turnNo: 1,
      throughSeq: await stores.entries.head(conversationId, 'public'),
      throughInternalSeq: 0,
      fence: conversation.fence,
      event: { at: '', happened: [] },
      stateAfter: firstState(),
      effects: [],
      done: [],
      versions: { bot: '', pack: pack.version },
      at: clock.now(),
    };
    const offers = [`The question of ${name}.`];
    const brief = { opens: '', closes: '', done: [], offers, mayAsk: [], asks: null, careful: [] };
    const none = { lines: [], writeLines: async () => {}, writeLinesAhead: async () => {} };
    await reply(
      effects,
      { conversation, place, turn, pack, fence: turn.fence, isNew: true, ...none },
      { kind: 'reply', parts: [], acts: [], brief },
      0,
    );
  }

  /** Until so many stories have been told. */
  const toldStories = (count: number): Promise<void> =>
    new Promise((resolve) => {
      let left = count;
      const hear = (request: IncomingMessage, response: ServerResponse): void => {
        if (request.url !== '/api/v1/narratives') return;
        response.once('close', () => {
          left -= 1;
          if (left > 0) return;
          hub.http.off('request', hear);
          resolve();
        });
      };
      // Before Express, which takes parts off the address.
      hub.http.prependListener('request', hear);
    });

  return {
    url: `http://127.0.0.1:${(hub.http.address() as AddressInfo).port}`,
    async stream(targets, firstName, kind) {
      if (kind === 'story') return toldStories(targets.length);
      await Promise.all(
        targets.map(async (conversationId, n) => {
          const name = `bench-${firstName + n}`;
          if (kind === 'reply') return answer(conversationId, name);
          // Pressed, because nobody has said anything that an unasked card could rest on.
          const cause = { principalId: 'bench', commandId: name };
          await (await runCoach(coaching, { tenantId, conversationId, focus: name, cause })).finished;
        }),
      );
    },
  };
}
