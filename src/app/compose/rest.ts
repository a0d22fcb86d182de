import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Channel } from '../../features/channels/model.ts';
import { boardRowOf } from '../../features/conversations/board/boardRowOf.ts';
import { handOnConversations } from '../../features/conversations/speaker/handOnConversations.ts';
import { endSessions } from '../../features/identity/endSessions.ts';
import { createDayReader } from '../../features/insight/readDay.ts';
import { eachProposal } from '../../features/interventions/listProposals.ts';
import { talksOfPerson } from '../../features/profiles/readLead.ts';
import { recogniseVisitor } from '../../features/profiles/recogniseVisitor.ts';
import { eachTurn } from '../../features/turns/readTurns.ts';
import { statesOfPerson } from '../../features/turns/statesOfPerson.ts';
import { newId } from '../../kernel/ids.ts';
import { createHttpServer } from '../../rest/httpServer.ts';
import { createRestApp, type RestDeps } from '../../rest/restApp.ts';
import type { Config } from '../config.ts';
import { projectRoot } from '../embedded/projectRoot.ts';
import type { Stores } from '../stores.ts';
import type { AdmissionParts } from './admission.ts';
import { channelWebhooksOf } from './channels.ts';
import type { Core } from './core.ts';
import type { PhoneParts } from './phone.ts';
import type { Pictures } from './pictures.ts';

interface Given
  extends Pictures,
    Pick<PhoneParts, 'phone' | 'phoneHooks'>,
    Pick<
      RestDeps,
      | 'log'
      | 'meter'
      | 'clientDir'
      | 'health'
      | 'busyTimes'
      | 'narrating'
      | 'reports'
      | 'mailer'
      | 'webhooks'
      | 'interventions'
    > {
  core: Pick<Core, 'conversations' | 'tenants' | 'homes' | 'shelves' | 'spending' | 'turns' | 'model' | 'coaching'>;
  admission: AdmissionParts;
  /** Those whose providers may post to it. */
  channels?: readonly Channel[];
  demoAccounts?: RestDeps['demoAccounts'];
}

/** The parts that the REST edge works with. */
export function composeRest(config: Config, stores: Stores, given: Given): RestDeps {
  const { core, admission, pictures, portraits, channels = [], demoAccounts = [], ...rest } = given;
  const { conversations, tenants, homes, shelves, spending, turns, model, coaching } = core;
  const { identity, verifier, origins, blocklist, nameAddress } = admission;
  const { wakeups, clock } = conversations;
  const rowOf = async (tenantId: string, conversationId: string) => {
    const conversation = await stores.conversations.find(tenantId, conversationId);
    return conversation && boardRowOf(conversation);
  };
  const statesOf = (tenantId: string, leadId: string) => statesOfPerson(stores, tenantId, leadId);
  return {
    ...rest,
    demoAccounts,
    hasModel: config.anthropic.apiKey !== null,
    ...{ identity, verifier, origins, nameAddress },
    conversations: stores.conversations,
    entries: stores.entries,
    commands: stores.commands,
    turns: stores.turns,
    audit: stores.audit,
    appender: conversations.appender,
    leads: stores.leads,
    records: stores.records,
    viewedHomes: stores.viewedHomes,
    tasks: stores.tasks,
    notifications: stores.notifications,
    wakeups,
    jobs: conversations.jobs,
    listings: stores.listings,
    appointments: turns.appointments,
    calendar: turns.calendar,
    timeZoneOf: tenants.timeZoneOf,
    settingsOf: tenants.settingsOf,
    rowOf,
    talksOf: (tenantId, leadId) => talksOfPerson(stores, tenantId, leadId),
    homePhotos: stores.homePhotos,
    files: stores.files,
    pictures,
    calendarFeeds: {
      feeds: stores.feeds,
      appointments: stores.appointments,
      findUser: (userId) => stores.identity.findUser(userId),
      rowOf,
      brokerageOf: async (tenantId) => (await tenants.settingsOf(tenantId)).settings.brokerage,
      clock,
    },
    settings: {
      identity: stores.identity,
      hasher: identity.hasher,
      settings: stores.settings,
      replies: stores.replies,
      views: stores.views,
      peopleViews: stores.peopleViews,
      photos: stores.photos,
      portraits,
      ownHours: stores.appointments,
      clock,
      countHomes: async (tenantId) => (await stores.listings.summary(tenantId)).total,
      hasTalk: async (tenantId) =>
        (await stores.conversations.list(tenantId, { limit: 1, now: clock.now() })).items.length > 0,
      handOn: (scope, userId) => handOnConversations(conversations, scope, userId),
    },
    blocks: { ...conversations, blocks: stores.blocks, blocklist, settings: stores.settings },
    knowledge: { ...stores, ...conversations, shelves },
    scripts: {
      ...{ conversations: stores.conversations, leads: stores.leads, records: stores.records, clock, newId, model },
      appointments: turns.appointments,
      settingsOf: tenants.settingsOf,
      readTalk: coaching.readTalk,
      admit: coaching.admit,
    },
    preferences: {
      ...{ conversations: stores.conversations, leads: stores.leads, audit: stores.audit, clock },
      settingsOf: tenants.settingsOf,
      readTalk: coaching.readTalk,
    },
    search: stores.search,
    statesOf,
    lookOf: tenants.lookOf,
    insight: {
      ...{ entries: stores.entries, clock },
      readDay: createDayReader({
        ...conversations,
        timeZoneOf: tenants.timeZoneOf,
        spendingOf: (tenantId) => (config.anthropic.apiKey === null ? Promise.resolve(null) : spending.now(tenantId)),
      }),
    },
    experimenting: { ...stores, jobs: conversations.jobs, clock, newId },
    personExport: {
      ...stores,
      ...{ seal: rest.narrating.seal, rateLimits: identity.rateLimits, clock },
      statesOf,
      interventionsOf: (tenantId, leadId) => eachProposal({ ...stores, clock }, tenantId, leadId),
      turnsOf: (conversationId) => eachTurn(stores, conversationId),
    },
    clock,
    limits: config.limits,
    channelWebhooks: channelWebhooksOf(channels, { ...conversations, ...tenants, blocklist, leads: stores.leads }),
    endSessions: (familyIds) => endSessions({ store: stores.identity, wakeups }, familyIds),
    trustProxyHops: config.trustProxyHops,
    publicUrl: config.publicUrl,
    protocolFile: join(projectRoot(), 'docs/protocol.md'),
    recognise: (scope, who) => recogniseVisitor({ ...conversations, leads: stores.leads }, scope, who),
    async findListing(tenantId, listingId) {
      const listing = await homes.homeOf(tenantId, listingId);
      if (listing === null) return null;
      const { title, priceCents, currency } = listing;
      return { listingId, title, priceCents, currency };
    },
  };
}

/** The REST edge, on no port yet. */
export const serveRest = (deps: RestDeps): Server => createHttpServer(createRestApp(deps));
