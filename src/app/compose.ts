import type { Server as HttpServer } from 'node:http';
import { hostname } from 'node:os';
import { createAnthropicModel } from '../adapters/anthropic/createAnthropicModel.ts';
import { defaultModels, type ModelSettings } from '../adapters/anthropic/defaultModels.ts';
import { createPasswordHasher } from '../adapters/argon2/passwordHasher.ts';
import { createPlaybook } from '../adapters/playbook/createPlaybook.ts';
import type { PromMeter } from '../adapters/telemetry/promMeter.ts';
import { createEmbeddedCalendar } from '../features/appointments/embeddedCalendar.ts';
import { createBlocklist } from '../features/blocks/blocklist.ts';
import { createAddressNamer } from '../features/blocks/nameAddress.ts';
import { firstState, step } from '../features/bots/step.ts';
import { coachWhenQuiet } from '../features/coaching/coachWhenQuiet.ts';
import type { CoachingParts } from '../features/coaching/parts.ts';
import { runCoach } from '../features/coaching/runCoach.ts';
import { runQualify } from '../features/coaching/runQualify.ts';
import { reviewWords } from '../features/compliance/reviewWords.ts';
import { createAppender } from '../features/conversations/appendEntry.ts';
import { handOnConversations } from '../features/conversations/handOnConversations.ts';
import type { ConversationParts } from '../features/conversations/parts.ts';
import { noteUnowned } from '../features/conversations/raiseAlert.ts';
import { createDeviceMarks } from '../features/identity/deviceMarks.ts';
import { endSessions } from '../features/identity/endSessions.ts';
import { createOriginJudge } from '../features/identity/judgeOrigin.ts';
import type { IdentityDeps } from '../features/identity/ports.ts';
import { createTokens } from '../features/identity/tokens.ts';
import { createTokenVerifier } from '../features/identity/verifyToken.ts';
import { createDayReader } from '../features/insight/readDay.ts';
import { findFacts } from '../features/knowledge/findCards.ts';
import { noteUnanswered } from '../features/knowledge/keepUnanswered.ts';
import { createShelves } from '../features/knowledge/shelves.ts';
import { admitPress } from '../features/llm/admitPress.ts';
import { keepLedger, withLedger } from '../features/llm/ledger.ts';
import type { LanguageModel } from '../features/llm/ports.ts';
import { countSpending } from '../features/llm/spending.ts';
import { watchModel } from '../features/llm/watchModel.ts';
import { withBudget } from '../features/llm/withBudget.ts';
import { withFallback } from '../features/llm/withFallback.ts';
import { withHiddenPeople } from '../features/llm/withHiddenPeople.ts';
import { withSecondModel } from '../features/llm/withSecondModel.ts';
import { recallPerson } from '../features/profiles/recallPerson.ts';
import { recogniseVisitor } from '../features/profiles/recogniseVisitor.ts';
import { indexEntry } from '../features/search/indexEntry.ts';
import { readClosed } from '../features/settings/readClosed.ts';
import { readSettings } from '../features/settings/readSettings.ts';
import { createRedMsOf } from '../features/settings/redMsOf.ts';
import { bringTurn } from '../features/turns/bringTurn.ts';
import { createModelReadings } from '../features/turns/modelReadings.ts';
import { factsDiscussed, readTalk } from '../features/turns/readTalk.ts';
import { runEffects } from '../features/turns/runEffects.ts';
import type { TurnParts } from '../features/turns/runTurn.ts';
import { watchBots } from '../features/turns/watchBots.ts';
import { createRateKeeper, ratesFrom } from '../gateway/limits.ts';
import { createGateway, type Gateway } from '../gateway/server.ts';
import { systemClock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import type { Logger } from '../kernel/observe.ts';
import type { Hint } from '../kernel/wakeups.ts';
import { createHttpServer } from '../rest/httpServer.ts';
import { createRestApp } from '../rest/restApp.ts';
import { type Config, ownAddressOf } from './config.ts';
import { type Dispatcher, startDispatcher } from './dispatcher.ts';
import { loadReader } from './loadReader.ts';
import { createPacks } from './packOf.ts';
import { provideSecret } from './provideSecret.ts';
import type { Signals } from './signals.ts';
import type { Stores } from './stores.ts';
import { tellBudgetUsedUp, tellSpending } from './tellBudgetUsedUp.ts';
import { startTurnWorker } from './turnWorker.ts';
import { watchHealth } from './watchHealth.ts';

export interface Hub {
  http: HttpServer;
  gateway: Gateway;
  /** Says no to `/readyz`, sends everyone elsewhere, finishes the turns that run. */
  drain(withinMs: number): Promise<void>;
}

/** Nodes with only sockets hand their turns to nodes that take them. */
const turnsTopic = 'turns';

/** All wiring, by hand, in one place. */
export async function composeHub(
  config: Config,
  stores: Stores,
  signals: Signals,
  log: Logger,
  meter: PromMeter,
  clientDir: string,
): Promise<Hub> {
  const clock = systemClock;
  const { wakeups, leases, streamLog } = signals;
  const secret = await provideSecret(config, stores.identity);
  const tokens = createTokens(secret, clock);
  const identity: IdentityDeps = {
    store: stores.identity,
    hasher: createPasswordHasher(),
    tokens,
    deviceMarks: createDeviceMarks(secret),
    clock,
    rateLimits: signals.rateLimits,
    limits: config.limits,
  };
  const nameAddress = createAddressNamer(secret);
  const blocklist = createBlocklist({ store: stores.blocks, wakeups, clock });
  const verifier = createTokenVerifier({ store: stores.identity, tokens, clock });
  const appender = createAppender({
    entries: stores.entries,
    conversations: stores.conversations,
    wakeups,
    clock,
    meter,
    onAppended(tenantId, entry) {
      // What is lost here is only not found: `npm run admin -- search-reindex` mends it.
      indexEntry(stores.search, tenantId, entry).catch((err: unknown) =>
        log.warn('an entry was not indexed', { err, conversationId: entry.conversationId }),
      );
      const { conversationId } = entry;
      noteUnowned(conversationParts, { tenantId, conversationId }, entry).catch((err: unknown) =>
        log.warn('an unowned lead was not judged', { err, conversationId }),
      );
    },
  });
  const conversationParts: ConversationParts = {
    conversations: stores.conversations,
    entries: stores.entries,
    appender,
    wakeups,
    clock,
    closedNow: (id) => readClosed({ ...stores, clock, atDesk: () => gateway.presence.here(id).atDesk }, id),
  };
  const calendar = createEmbeddedCalendar({
    appointments: stores.appointments,
    clock,
    async people(tenantId) {
      const everyone = (await stores.identity.listUsers(tenantId)).filter(({ active }) => active);
      const agents = everyone.filter(({ role }) => role === 'agent');
      return agents.length > 0 ? agents : everyone;
    },
    async openingHours(tenantId) {
      const { settings } = await readSettings({ settings: stores.settings, identity: stores.identity }, tenantId);
      return { hours: settings.hours, holidays: settings.holidays, zone: settings.timeZone };
    },
  });
  const appointmentParts = { appointments: stores.appointments, calendar };
  const botWatch = watchBots({ clock, log });
  const packs = createPacks({ ...stores, botWatch, clock });
  const shelves = createShelves({ ...stores, clock });
  const playbook = createPlaybook({ clock });
  const spending = countSpending({ rateLimits: signals.rateLimits, limits: config.limits });
  const ledger = keepLedger({ store: stores.ledger, clock, log });
  const noted = { ledger, clock, newId, charge: spending.charge };
  const watched = watchModel(modelFrom(config, playbook, { log, meter, ...noted }), clock);
  const model = withBudget(watched, playbook, {
    rateLimits: signals.rateLimits,
    limits: config.limits,
    spending,
    off: new Set(config.tasksOff),
    onUsedUp: (scope, cause) => tellBudgetUsedUp({ ...conversationParts, log }, scope, cause),
    onSpending: (state, place) => tellSpending({ ...conversationParts, log }, state, place),
  });
  const health = watchHealth({
    node: newId(),
    clock,
    wakeups,
    checks: { database: stores.ping, redis: signals.ping },
    modelState: watched.state,
  });
  const redMsOf = createRedMsOf({ settings: stores.settings, clock });

  const coaching: CoachingParts = {
    log: streamLog,
    wakeups,
    clock,
    model,
    leases,
    logger: log,
    newId,
    admit: admitPress({ rateLimits: signals.rateLimits, model }),
    readTalk: (tenantId, conversationId) => readTalk(turnParts, tenantId, conversationId),
    factsFor: (...discussed) => factsDiscussed(turnParts, ...discussed),
    append: async (tenantId, conversationId, draft) =>
      void (await appender.append({ tenantId, conversationId }, draft)),
    tellBot: (tenantId, conversationId) => bringTurn(conversationParts, tenantId, conversationId),
  };
  const quietCoach = coachWhenQuiet({
    clock,
    leases,
    logger: log,
    async isRead(tenantId, conversationId) {
      if (gateway.feed.isReadByStaff(conversationId)) return true;
      const conversation = await stores.conversations.find(tenantId, conversationId);
      return conversation !== null && conversation.owner !== null && conversation.mode !== 'closed';
    },
    async coach(tenantId, conversationId) {
      // Where nobody has it, the conversation has an hour's coaching of its own.
      const agentId = (await stores.conversations.find(tenantId, conversationId))?.owner?.id ?? conversationId;
      const request = { tenantId, conversationId, agentId };
      await Promise.all([runCoach(coaching, request), runQualify(coaching, request)]);
    },
  });

  const modelReadings = createModelReadings({
    ...conversationParts,
    ...packs,
    turns: stores.turns,
    model,
    firstState,
    log,
  });
  const turnParts: TurnParts = {
    ...conversationParts,
    ...appointmentParts,
    turns: stores.turns,
    outcomes: stores.outcomes,
    botWatch,
    leases,
    step,
    firstState,
    reader: loadReader(),
    modelReadings,
    factsFor: async (tenantId, ...asked) => findFacts(await shelves.shelfOf(tenantId), ...asked),
    noteUnanswered: (tenantId, conversationId, question) =>
      noteUnanswered({ ...stores, clock }, tenantId, conversationId, question),
    packOf: packs.packOf,
    recall: (conversation) => recallPerson({ ...stores, clock, log }, conversation),
    runEffects: (conversation, turn, pack) =>
      runEffects(
        {
          ...conversationParts,
          ...appointmentParts,
          turns: stores.turns,
          outcomes: stores.outcomes,
          leads: stores.leads,
          records: stores.records,
          streamLog,
          model,
          listingsOf: packs.listingsOf,
          log,
        },
        conversation,
        turn,
        pack,
      ),
    log,
    meter,
  };
  const worker = config.role === 'gateway' ? null : startTurnWorker({ ...turnParts, streamLog, redMsOf });
  const stopListening =
    config.role === 'worker'
      ? wakeups.subscribe(turnsTopic, (hint) => {
          const { tenantId, conversationId, dueAt } = hint as Hint & {
            tenantId: string;
            conversationId: string;
            dueAt: number;
          };
          worker?.isDue(tenantId, conversationId, dueAt);
        })
      : () => {};

  let draining = false;
  const checks: Record<string, () => Promise<void>> = {
    database: stores.ping,
    ...(signals.ping === null ? {} : { redis: signals.ping }),
  };
  const origins = createOriginJudge(ownAddressOf(config, hostname()), { clock, log });
  // The rules are compiled by their first use, which takes most of a second: not while a visitor waits.
  reviewWords('No words yet.', { audience: 'public' });
  const app = createRestApp({
    identity,
    verifier,
    conversations: stores.conversations,
    entries: stores.entries,
    turns: stores.turns,
    audit: stores.audit,
    appender: conversationParts.appender,
    leads: stores.leads,
    records: stores.records,
    listings: stores.listings,
    settings: {
      identity: stores.identity,
      hasher: identity.hasher,
      settings: stores.settings,
      replies: stores.replies,
      ownHours: stores.appointments,
      clock,
      handOn: (scope, userId) => handOnConversations(conversationParts, scope, userId),
    },
    blocks: { ...conversationParts, blocks: stores.blocks, blocklist, settings: stores.settings },
    knowledge: { ...stores, ...conversationParts, shelves, tellBot: coaching.tellBot },
    nameAddress,
    search: stores.search,
    readDay: createDayReader({
      ...conversationParts,
      timeZoneOf: async (tenantId) => (await readSettings(stores, tenantId)).settings.timeZone,
      spendingOf: (tenantId) => (config.anthropic.apiKey === null ? Promise.resolve(null) : spending.now(tenantId)),
    }),
    clock,
    log,
    meter,
    limits: config.limits,
    origins,
    endSessions: (familyIds) => endSessions({ store: stores.identity, wakeups }, familyIds),
    health: { isDraining: () => draining, checks, readMetrics: meter.read },
    trustProxyHops: config.trustProxyHops,
    clientDir,
    publicUrl: config.publicUrl,
    recognise: (scope, who) => recogniseVisitor({ ...conversationParts, leads: stores.leads }, scope, who),
    async findListing(tenantId, listingId) {
      const listing = await packs.listingOf(tenantId, listingId);
      if (listing === null) return null;
      const { title, priceCents, currency } = listing;
      return { listingId, title, priceCents, currency };
    },
  });
  const http = createHttpServer(app);
  let dispatcher: Dispatcher | null = null;
  const gateway = createGateway(
    {
      ...conversationParts,
      ...appointmentParts,
      identity: stores.identity,
      verifier,
      commands: stores.commands,
      audit: stores.audit,
      leads: stores.leads,
      records: stores.records,
      streamLog,
      coaching,
      blocklist,
      nameAddress,
      rates: createRateKeeper(ratesFrom(config.limits)),
      log,
      meter,
      origins,
      rateLimits: signals.rateLimits,
      callsPerAddress: config.limits.callsPerAddress,
      widgetSocketsPerAddress: config.limits.widgetSocketsPerAddress,
      messagesPerMinute: config.limits.messagesPerMinute,
      trustedProxies: config.trustProxyHops,
      node: `${hostname()}:${process.pid}`,
      health,
      listingTitleOf: async (tenantId, listingId) => (await packs.listingOf(tenantId, listingId))?.title ?? null,
      leadSpoke: quietCoach.leadSpoke,
      turnIsDue(tenantId, conversationId, dueAt) {
        if (worker !== null) {
          worker.isDue(tenantId, conversationId, dueAt);
          // Not on a fleet of workers: each of them would ask the model, and only one takes the turn.
          if (dueAt > clock.now()) void modelReadings.begin(tenantId, conversationId);
        } else wakeups.publish(turnsTopic, { kind: 'turn-due', tenantId, conversationId, dueAt });
      },
      teamChanged: (tenantId) => dispatcher?.look(tenantId),
    },
    http,
  );
  dispatcher = startDispatcher({
    ...conversationParts,
    identity: stores.identity,
    leases,
    log,
    here: gateway.presence.here,
  });
  if (signals.socketAdapter !== null) gateway.io.adapter(signals.socketAdapter);

  return {
    http,
    gateway,
    async drain(withinMs) {
      draining = true;
      health.stop();
      quietCoach.stop();
      stopListening();
      dispatcher.stop();
      await gateway.drain(Math.min(2000, withinMs));
      await worker?.stop(Math.max(0, withinMs - 2500));
      await ledger.stop();
    },
  };
}

/** The one door to Claude: it reads of nobody, each call is in the ledger, the small model and then the playbook stand behind it. */
function modelFrom(
  config: Config,
  playbook: LanguageModel,
  parts: { clock: typeof systemClock; log: Logger; meter: PromMeter } & Parameters<typeof withLedger>[1],
): LanguageModel {
  if (config.anthropic.apiKey === null) return playbook;
  const settings: ModelSettings = {
    tiers: defaultModels.tiers,
    models: { ...defaultModels.models, ...config.models },
    efforts: { ...defaultModels.efforts, ...config.efforts },
    prices: { ...defaultModels.prices, ...config.prices },
  };
  const claude = createAnthropicModel({
    ...settings,
    ...parts,
    apiKey: config.anthropic.apiKey,
    ...(config.anthropic.baseUrl === null ? {} : { baseUrl: config.anthropic.baseUrl }),
  });
  return withFallback(withSecondModel(withLedger(withHiddenPeople(claude), parts)), playbook, parts);
}
