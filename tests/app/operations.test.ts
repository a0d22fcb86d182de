import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createPromMeter } from '../../src/adapters/telemetry/promMeter.ts';
import { composeCore } from '../../src/app/compose/core.ts';
import { composeInterventions } from '../../src/app/compose/interventions.ts';
import { composeWebhooks } from '../../src/app/compose/webhooks.ts';
import { readConfig } from '../../src/app/config.ts';
import { openMemorySignals } from '../../src/app/signals.ts';
import { openMemoryStores, type Stores } from '../../src/app/stores.ts';
import { openChat } from '../../src/features/conversations/openChat.ts';
import { createTenant } from '../../src/features/identity/createTenant.ts';
import type { VisitorScope } from '../../src/features/identity/model.ts';
import { fromVisitor, receiveMessage } from '../../src/features/turns/receiveMessage.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { startReactions } from '../../src/reactions/startReactions.ts';
import { holdClock } from '../support/heldClock.ts';

/** The same stores, with each call of theirs told by its name, such as `entries.insert`. */
function told(stores: Stores, onCall: (name: string) => void): Stores {
  const telling = (name: string, store: object): object =>
    new Proxy(store, {
      get(of, method) {
        const act = Reflect.get(of, method) as unknown;
        if (typeof act !== 'function') return act;
        return (...given: unknown[]) => {
          onCall(`${name}.${String(method)}`);
          return (act as (...all: unknown[]) => unknown).apply(of, given);
        };
      },
    });
  const all = Object.entries(stores).map(([name, store]) => [
    name,
    typeof store === 'object' && store !== null ? telling(name, store) : store,
  ]);
  return Object.fromEntries(all) as Stores;
}

/** One visitor on a hub without edges, all on a clock that stands, so that one message makes the same store calls each time. */
async function countedTalk() {
  const log = silentLogger;
  const clock = holdClock(Date.parse('2026-11-18T16:00:00Z'));
  const meter = createPromMeter(log);
  let calls: string[] = [];
  const stores = told(openMemoryStores(), (name) => void calls.push(name));
  const signals = openMemorySignals(log, clock);
  const core = composeCore(readConfig({}), stores, { signals, clock, log, meter });
  const { conversations, presence, tenants, turnNode } = core;
  startReactions({
    ...core.turns,
    ...{ conversations, turns: turnNode.requests, modelReadings: null },
    ...{ leads: stores.leads, records: stores.records, search: stores.search },
    quietCoach: { leadSpoke: () => {} },
    cues: { heard: async () => {} },
    spoken: { heard: async () => {} },
    ...composeWebhooks({ production: true }, stores, { conversations, tenants, secret: 'of a test', log, meter }),
    notifying: { notifications: stores.notifications, wakeups: signals.wakeups },
    silence: composeInterventions(stores, core).silence,
    exposing: { experiments: stores.experiments, conversations: stores.conversations },
    streams: { log: signals.streamLog, wakeups: signals.wakeups, clock },
  });
  const tenant = await createTenant({ store: stores.identity, clock }, { name: 'Barton', timeZone: 'America/Chicago' });
  const scope: VisitorScope = {
    tenantId: tenant.id,
    principal: { kind: 'visitor', id: 'v', leadId: 'l', siteId: 's', role: 'visitor' },
  };
  const { id } = await openChat(conversations, scope, { url: 'https://home.example/', language: 'en' });
  let sent = 0;
  return {
    /** The store calls for it and for its answer, until no work is left. */
    async say(text: string): Promise<string[]> {
      calls = [];
      sent += 1;
      const command = { commandId: `c${sent}`, bodyHash: '' };
      await receiveMessage({ ...conversations, ...tenants }, fromVisitor(scope, command, { text }));
      await clock.pass(2_000);
      // The turn is due, and waits for its own pass of the loop.
      await setImmediate();
      await setImmediate();
      await clock.pass(6_000);
      return calls.toSorted();
    },
    async answers(): Promise<number> {
      const entries = await stores.entries.read(id, 'public', 1, 100, 100);
      return entries.filter(({ type, actor }) => type === 'message-created' && actor.kind === 'bot').length;
    },
    async close() {
      presence.stop();
      await turnNode.queue?.stop(0);
    },
  };
}

/**
 * A change that adds a read or a write to every message raises its number here. The second message starts a search for
 * homes, of which there are none. Each message is searched for a home that it names (`listings.named`).
 */
const mostCalls = { 'yes, we are pre-approved': 22, '3 bedrooms': 29 };

it('the number of store calls for one answered message does not grow', async () => {
  const talk = await countedTalk();
  // The first bring the greeting, the other bot, and what is held from then on.
  await talk.say('I want to buy a home');
  await talk.say('around 500k');
  for (const [text, most] of Object.entries(mostCalls)) {
    const calls = await talk.say(text);
    expect.soft(calls.length, `${text}: ${calls.join(' ')}`).toBeLessThanOrEqual(most);
  }
  const calls = await talk.say('a condo with a pool in Mueller with 9 bedrooms and 7 baths up to 20k');
  expect(calls.filter((name) => name === 'listings.search').length).toBeLessThanOrEqual(3);
  expect(await talk.answers()).toBe(3 + Object.keys(mostCalls).length);
  await talk.close();
});
