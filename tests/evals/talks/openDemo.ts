import { createMemoryLeases } from '../../../src/adapters/memory/leases.ts';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import { createPlaybook } from '../../../src/adapters/playbook/createPlaybook.ts';
import { demoTenantId, provideDemoTenant } from '../../../src/app/demoTenant.ts';
import { loadReader } from '../../../src/app/loadReader.ts';
import { createPacks } from '../../../src/app/packOf.ts';
import { openMemoryStores, type Stores } from '../../../src/app/stores.ts';
import { createEmbeddedCalendar } from '../../../src/features/appointments/embeddedCalendar.ts';
import { firstState, step } from '../../../src/features/bots/step.ts';
import { createAppender } from '../../../src/features/conversations/appendEntry.ts';
import type { VisitorScope } from '../../../src/features/identity/model.ts';
import { findFacts } from '../../../src/features/knowledge/findCards.ts';
import { createShelves } from '../../../src/features/knowledge/shelves.ts';
import type { LanguageModel } from '../../../src/features/llm/ports.ts';
import { recallPerson } from '../../../src/features/profiles/recallPerson.ts';
import { readClosed } from '../../../src/features/settings/readClosed.ts';
import { readSettings } from '../../../src/features/settings/readSettings.ts';
import { createModelReadings } from '../../../src/features/turns/modelReadings.ts';
import { runEffects } from '../../../src/features/turns/runEffects.ts';
import type { TurnParts } from '../../../src/features/turns/runTurn.ts';
import { watchBots } from '../../../src/features/turns/watchBots.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { type HeldClock, holdClock } from '../../support/heldClock.ts';

/** Tuesday, November 17, 2026, 10:00 in Austin: the office is open, and every talk begins at this time. */
export const talksAt = '2026-11-17T16:00:00.000Z';

export const visitor: VisitorScope = {
  tenantId: demoTenantId,
  principal: { kind: 'visitor', id: 'v1', leadId: 'l1', siteId: 'demo-site', role: 'visitor' },
};

const reader = loadReader();

export interface Demo {
  clock: HeldClock;
  stores: Stores;
  parts: TurnParts;
  listingTitleOf(listingId: string): Promise<string | null>;
}

/**
 * The demo tenant for one talk, with its homes, people, hours and settings, in memory, on a clock that stands: the parts that
 * `app/compose.ts` makes, without sockets. A calendar of its own, so that no talk books another's times. `model`: in place of none.
 */
export async function openDemo(model?: LanguageModel): Promise<Demo> {
  const clock = holdClock(Date.parse(talksAt));
  const stores = openMemoryStores();
  // Nobody signs in here, and a real hash is slow on purpose.
  const hasher = { hash: async () => 'unused', verify: async () => true };
  await provideDemoTenant(
    { store: stores.identity, listings: stores.listings, settings: stores.settings, hasher, clock },
    { production: false, demoPassword: null },
  );
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const conversationParts = {
    conversations: stores.conversations,
    entries: stores.entries,
    appender: createAppender({ ...stores, wakeups, clock, meter: silentMeter }),
    wakeups,
    clock,
    closedNow: (tenantId: string) => readClosed({ ...stores, clock, atDesk: () => new Set() }, tenantId),
  };
  const calendar = createEmbeddedCalendar({
    appointments: stores.appointments,
    clock,
    people: async (tenantId) =>
      (await stores.identity.listUsers(tenantId)).filter(({ active, role }) => active && role === 'agent'),
    async openingHours(tenantId) {
      const { settings } = await readSettings({ settings: stores.settings, identity: stores.identity }, tenantId);
      return { hours: settings.hours, holidays: settings.holidays, zone: settings.timeZone };
    },
  });
  const shelves = createShelves({ ...stores, clock });
  const botWatch = watchBots({ clock, log: silentLogger });
  const packs = createPacks({ ...stores, botWatch, clock });
  const effectParts = {
    ...conversationParts,
    ...stores,
    calendar,
    streamLog: createMemoryStreamLog(clock),
    model: model ?? createPlaybook({ clock }),
    listingsOf: packs.listingsOf,
    log: silentLogger,
  };
  const parts: TurnParts = {
    ...effectParts,
    botWatch,
    leases: createMemoryLeases(clock),
    step,
    firstState,
    packOf: packs.packOf,
    recall: (conversation) => recallPerson({ ...stores, clock, log: silentLogger }, conversation),
    runEffects: (conversation, turn, pack) => runEffects(effectParts, conversation, turn, pack),
    meter: silentMeter,
    reader,
    modelReadings: createModelReadings({ ...effectParts, firstState, packOf: packs.packOf }),
    factsFor: async (tenantId, ...asked) => findFacts(await shelves.shelfOf(tenantId), ...asked),
    noteUnanswered: async () => {},
  };
  return {
    clock,
    stores,
    parts,
    listingTitleOf: async (listingId) => (await packs.listingOf(demoTenantId, listingId))?.title ?? null,
  };
}
