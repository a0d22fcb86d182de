import { createPromMeter } from '../../../src/adapters/telemetry/promMeter.ts';
import { composeHelp } from '../../../src/app/compose/coaching.ts';
import { composeCore } from '../../../src/app/compose/core.ts';
import { composeInterventions } from '../../../src/app/compose/interventions.ts';
import { composeWebhooks } from '../../../src/app/compose/webhooks.ts';
import { startWork } from '../../../src/app/compose/work.ts';
import { readConfig } from '../../../src/app/config.ts';
import { demoStaff, demoTenantId, provideDemoTenant } from '../../../src/app/demoTenant.ts';
import { openMemorySignals } from '../../../src/app/signals.ts';
import { openMemoryStores } from '../../../src/app/stores.ts';
import type { Segment } from '../../../src/features/calls/hearSegment.ts';
import { createFeed } from '../../../src/gateway/feed.ts';
import type { Command } from '../../../src/gateway/handle.ts';
import type { Send } from '../../../src/gateway/reader.ts';
import type { Session } from '../../../src/gateway/session.ts';
import { callTable } from '../../../src/gateway/tables/calls.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { type HeldClock, holdClock } from '../../support/heldClock.ts';
import { talksAt } from '../talks/openDemo.ts';

export interface Desk {
  clock: HeldClock;
  /** Calls somebody, who agrees to it that the call is written down, and opens the conversation at the desk. */
  call(): Promise<{ hear(segment: Segment): Promise<void>; hangUp(): void }>;
}

/**
 * The demo tenant in memory, on a clock that stands, without a model, and an agent on the phone: `send` gets what the hub sends to the
 * agent's screen. The node takes no turns, as one with only sockets: nobody asks a bot here.
 */
export async function openDesk(send: Send): Promise<Desk> {
  const clock = holdClock(Date.parse(talksAt));
  const [stores, log] = [openMemoryStores(), silentLogger];
  const [signals, meter] = [openMemorySignals(log, clock), createPromMeter(log)];
  // Nobody signs in here, and a real hash is slow on purpose.
  const hasher = { hash: async () => 'unused', verify: async () => true };
  const { identity: store, settings, listings } = stores;
  await provideDemoTenant({ store, settings, listings, hasher, clock }, { production: false, demoPassword: null });
  const config = { ...readConfig({}), role: 'gateway' } as const;
  const core = composeCore(config, stores, { signals, clock, log, meter });
  const { conversations, coaching, tenants } = core;
  const feed = createFeed({
    ...{ ...conversations, ...signals, log, send },
    // Staff read as they like.
    reads: { run: (_, read) => read(), charge: () => {} },
  });
  const given: Partial<Parameters<typeof startWork>[0]> = {
    ...{ ...core, ...composeInterventions(stores, core), stores, streamLog: signals.streamLog },
    ...composeWebhooks(config, stores, { conversations, tenants, secret: 'of an eval', log, meter }),
    help: composeHelp(coaching, { folds: conversations.folds, entries: stores.entries }, feed),
  };
  // What is missing are the parts of its jobs, which such a node does not run.
  startWork(given as Parameters<typeof startWork>[0]);
  const commands = callTable({ ...conversations, ...stores, ...signals, coaching, meter });
  const maya = await stores.identity.findUserByEmail(demoStaff[0].email);
  if (maya === null) throw new Error('the demo has no agent');
  const principal = { kind: 'staff', id: maya.id, name: maya.name, role: 'agent' } as const;
  const session = { scope: { tenantId: demoTenantId, principal } } as Session;
  const screen = { id: 'desk', tenantId: demoTenantId, staff: true, isSlow: () => false };
  const command = (commandId: string): Command => ({ commandId, bodyHash: '', afterAck: () => {} });
  return {
    clock,
    async call() {
      const ids = { start: crypto.randomUUID(), consent: crypto.randomUUID() };
      const wish = { commandId: ids.start, direction: 'outbound' } as const;
      const started = await commands['call-start']?.run(session, wish, command(ids.start));
      if (started === undefined) throw new Error('there is no command that starts a call');
      const { callId, conversationId } = started;
      const consent = { commandId: ids.consent, callId, party: 'lead', state: 'given' } as const;
      await commands['call-consent']?.run(session, consent, command(ids.consent));
      await feed.follow(screen, conversationId, {});
      return {
        async hear(segment) {
          const seq = Number(segment.utteranceId) + 1;
          await commands['call-segment']?.run(session, { callId, seq, ...segment }, command(segment.utteranceId));
        },
        hangUp: () => feed.leave(screen, conversationId),
      };
    },
  };
}
