import { createMemoryAppointmentStore } from '../adapters/memory/appointmentStore.ts';
import { createMemoryAuditStore } from '../adapters/memory/auditStore.ts';
import { createMemoryBlockStore } from '../adapters/memory/blockStore.ts';
import { createMemoryBusyCalendarStore } from '../adapters/memory/busyCalendarStore.ts';
import { createMemoryCallStore } from '../adapters/memory/callStore.ts';
import { createMemoryCommandStore } from '../adapters/memory/commandStore.ts';
import { createMemoryConversationStore } from '../adapters/memory/conversationStore.ts';
import { createMemoryDeliveryStore } from '../adapters/memory/deliveryStore.ts';
import { createMemoryEntryStore } from '../adapters/memory/entryStore.ts';
import { createMemoryExperimentStore } from '../adapters/memory/experimentStore.ts';
import { createMemoryFeedStore } from '../adapters/memory/feedStore.ts';
import { createMemoryFileStore } from '../adapters/memory/fileStore.ts';
import { createMemoryHandoffOutcomeStore } from '../adapters/memory/handoffOutcomeStore.ts';
import { createMemoryHomePhotoStore } from '../adapters/memory/homePhotoStore.ts';
import { createMemoryIdentityStore } from '../adapters/memory/identityStore.ts';
import { createMemoryInterventionStore } from '../adapters/memory/interventionStore.ts';
import { createMemoryJobStore } from '../adapters/memory/jobStore.ts';
import { createMemoryKnowledgeStore } from '../adapters/memory/knowledgeStore.ts';
import { createMemoryLeadStore } from '../adapters/memory/leadStore.ts';
import { createMemoryLedgerStore } from '../adapters/memory/ledgerStore.ts';
import { createMemoryListingStore } from '../adapters/memory/listingStore.ts';
import { createMemoryNarrativeStore } from '../adapters/memory/narrativeStore.ts';
import { createMemoryNotificationStore } from '../adapters/memory/notificationStore.ts';
import { createMemoryPhoneConnectionStore } from '../adapters/memory/phoneConnectionStore.ts';
import { createMemoryPhotoStore } from '../adapters/memory/photoStore.ts';
import { createMemoryRecordStore } from '../adapters/memory/recordStore.ts';
import { createMemoryReportScheduleStore } from '../adapters/memory/reportScheduleStore.ts';
import { createMemoryReportStore } from '../adapters/memory/reportStore.ts';
import { createMemoryRowKeeperStore } from '../adapters/memory/rowKeeperStore.ts';
import { createMemorySavedReplyStore } from '../adapters/memory/savedReplyStore.ts';
import { createMemorySavedViewStore } from '../adapters/memory/savedViewStore.ts';
import { createMemorySearchStore } from '../adapters/memory/searchStore.ts';
import { createMemorySettingsStore } from '../adapters/memory/settingsStore.ts';
import { createMemoryTaskStore } from '../adapters/memory/taskStore.ts';
import { createMemoryTenantVersionStore } from '../adapters/memory/tenantVersionStore.ts';
import { createMemoryTurnStore } from '../adapters/memory/turnStore.ts';
import { createMemoryViewedHomeStore } from '../adapters/memory/viewedHomeStore.ts';
import { createMemoryWebhookStore } from '../adapters/memory/webhookStore.ts';
import { adoptOldTimes } from '../adapters/mongo/adoptOldTimes.ts';
import { createMongoAppointmentStore } from '../adapters/mongo/appointmentStore.ts';
import { createMongoAuditStore } from '../adapters/mongo/auditStore.ts';
import { createMongoBlockStore } from '../adapters/mongo/blockStore.ts';
import { buildIndexes } from '../adapters/mongo/buildIndexes.ts';
import { createMongoBusyCalendarStore } from '../adapters/mongo/busyCalendarStore.ts';
import { createMongoCallStore } from '../adapters/mongo/callStore.ts';
import { carryOverDueMarks } from '../adapters/mongo/carryOverDueMarks.ts';
import { createMongoCommandStore } from '../adapters/mongo/commandStore.ts';
import { connectMongo, type Mongo } from '../adapters/mongo/connectMongo.ts';
import { createMongoConversationStore } from '../adapters/mongo/conversationStore.ts';
import { createMongoDeliveryStore } from '../adapters/mongo/deliveryStore.ts';
import { dropOldIndexes } from '../adapters/mongo/dropOldIndexes.ts';
import { createMongoEntryStore } from '../adapters/mongo/entryStore.ts';
import { createMongoExperimentStore } from '../adapters/mongo/experimentStore.ts';
import { createMongoFeedStore } from '../adapters/mongo/feedStore.ts';
import { createMongoFileStore } from '../adapters/mongo/fileStore.ts';
import { createMongoHandoffOutcomeStore } from '../adapters/mongo/handoffOutcomeStore.ts';
import { createMongoHomePhotoStore } from '../adapters/mongo/homePhotoStore.ts';
import { createMongoIdentityStore } from '../adapters/mongo/identityStore.ts';
import { createMongoInterventionStore } from '../adapters/mongo/interventionStore.ts';
import { createMongoJobStore } from '../adapters/mongo/jobStore.ts';
import { createMongoKnowledgeStore } from '../adapters/mongo/knowledgeStore.ts';
import { createMongoLeadStore } from '../adapters/mongo/leadStore.ts';
import { createMongoLedgerStore } from '../adapters/mongo/ledgerStore.ts';
import { createMongoListingStore, keyListings } from '../adapters/mongo/listingStore.ts';
import { createMongoNarrativeStore } from '../adapters/mongo/narrativeStore.ts';
import { createMongoNotificationStore } from '../adapters/mongo/notificationStore.ts';
import { createMongoPhoneConnectionStore } from '../adapters/mongo/phoneConnectionStore.ts';
import { createMongoPhotoStore } from '../adapters/mongo/photoStore.ts';
import { createMongoRecordStore } from '../adapters/mongo/recordStore.ts';
import { createMongoReportScheduleStore } from '../adapters/mongo/reportScheduleStore.ts';
import { createMongoReportStore } from '../adapters/mongo/reportStore.ts';
import { createMongoRowKeeperStore } from '../adapters/mongo/rowKeeperStore.ts';
import { createMongoSavedReplyStore } from '../adapters/mongo/savedReplyStore.ts';
import { createMongoPeopleViewStore, createMongoSavedViewStore } from '../adapters/mongo/savedViewStore.ts';
import { createMongoSearchStore } from '../adapters/mongo/searchStore.ts';
import { createMongoSettingsStore } from '../adapters/mongo/settingsStore.ts';
import { createMongoTaskStore } from '../adapters/mongo/taskStore.ts';
import { createMongoTenantVersionStore } from '../adapters/mongo/tenantVersionStore.ts';
import { createMongoTurnStore } from '../adapters/mongo/turnStore.ts';
import { createMongoViewedHomeStore } from '../adapters/mongo/viewedHomeStore.ts';
import { createMongoWebhookStore } from '../adapters/mongo/webhookStore.ts';
import { wrapOldHashes } from '../adapters/mongo/wrapOldHashes.ts';
import type { AppointmentStore, BusyCalendarStore, FeedStore } from '../features/appointments/ports.ts';
import type { BlockStore } from '../features/blocks/ports.ts';
import type { CallStore } from '../features/calls/ports.ts';
import type { PhoneConnectionStore } from '../features/calls/provider/ports.ts';
import type { NarrativeStore } from '../features/composing/narratives/ports.ts';
import type { ReportScheduleStore, ReportStore } from '../features/composing/reports/ports.ts';
import type { RowKeeperStore } from '../features/conversations/board/ports.ts';
import type { AuditStore, CommandStore, ConversationStores, EntryStore } from '../features/conversations/ports.ts';
import type { ExperimentStore } from '../features/experiments/ports.ts';
import type { FileStore } from '../features/files/ports.ts';
import type { IdentityStore } from '../features/identity/ports.ts';
import type { InterventionStore } from '../features/interventions/ports.ts';
import type { KnowledgeStore } from '../features/knowledge/ports.ts';
import type { HomePhotoStore, ListingStore } from '../features/listings/ports.ts';
import type { LedgerStore } from '../features/llm/ledger.ts';
import type { NotificationStore } from '../features/notifications/ports.ts';
import type { LeadStore, RecordStore, ViewedHomeStore } from '../features/profiles/ports.ts';
import type { SearchStore } from '../features/search/ports.ts';
import type { SavedPeopleView } from '../features/settings/model.ts';
import type { PhotoStore, SavedReplyStore, SavedViewStore, SettingsStore } from '../features/settings/ports.ts';
import type { TaskStore } from '../features/tasks/ports.ts';
import type { ToldVersions } from '../features/tenants/ports.ts';
import { toldVersions } from '../features/tenants/raiseVersions.ts';
import type { HandoffOutcomeStore, TurnStore } from '../features/turns/ports.ts';
import type { DeliveryStore, WebhookStore } from '../features/webhooks/ports.ts';
import type { JobStore } from '../kernel/jobs.ts';
import type { Logger } from '../kernel/observe.ts';
import { provideContactKey } from './provideSecret.ts';
import { withVersions } from './versionedStores.ts';

/** Everything that is kept. */
export interface Stores {
  identity: IdentityStore;
  conversations: ConversationStores;
  entries: EntryStore;
  commands: CommandStore;
  audit: AuditStore;
  leads: LeadStore;
  records: RecordStore;
  turns: TurnStore;
  outcomes: HandoffOutcomeStore;
  listings: ListingStore;
  settings: SettingsStore;
  replies: SavedReplyStore;
  views: SavedViewStore;
  peopleViews: SavedViewStore<SavedPeopleView>;
  search: SearchStore;
  appointments: AppointmentStore;
  feeds: FeedStore;
  busyCalendars: BusyCalendarStore;
  tasks: TaskStore;
  calls: CallStore;
  phones: PhoneConnectionStore;
  webhooks: WebhookStore;
  deliveries: DeliveryStore;
  notifications: NotificationStore;
  files: FileStore;
  homePhotos: HomePhotoStore;
  photos: PhotoStore;
  blocks: BlockStore;
  knowledge: KnowledgeStore;
  narratives: NarrativeStore;
  viewedHomes: ViewedHomeStore;
  reports: ReportStore;
  reportSchedules: ReportScheduleStore;
  experiments: ExperimentStore;
  interventions: InterventionStore;
  ledger: LedgerStore;
  versions: ToldVersions;
  keepers: RowKeeperStore;
  jobStore: JobStore;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export function openMemoryStores(): Stores {
  const versions = toldVersions(createMemoryTenantVersionStore());
  const stores: Stores = {
    versions,
    identity: createMemoryIdentityStore(),
    conversations: createMemoryConversationStore(),
    entries: createMemoryEntryStore(),
    commands: createMemoryCommandStore(),
    audit: createMemoryAuditStore(),
    leads: createMemoryLeadStore(),
    records: createMemoryRecordStore(),
    turns: createMemoryTurnStore(),
    outcomes: createMemoryHandoffOutcomeStore(),
    listings: createMemoryListingStore(),
    settings: createMemorySettingsStore(),
    replies: createMemorySavedReplyStore(),
    views: createMemorySavedViewStore(),
    peopleViews: createMemorySavedViewStore(),
    search: createMemorySearchStore(),
    appointments: createMemoryAppointmentStore(),
    feeds: createMemoryFeedStore(),
    busyCalendars: createMemoryBusyCalendarStore(),
    tasks: createMemoryTaskStore(),
    calls: createMemoryCallStore(),
    phones: createMemoryPhoneConnectionStore(),
    webhooks: createMemoryWebhookStore(),
    deliveries: createMemoryDeliveryStore(),
    notifications: createMemoryNotificationStore(),
    files: createMemoryFileStore(),
    homePhotos: createMemoryHomePhotoStore(),
    photos: createMemoryPhotoStore(),
    blocks: createMemoryBlockStore(),
    knowledge: createMemoryKnowledgeStore(),
    narratives: createMemoryNarrativeStore(),
    viewedHomes: createMemoryViewedHomeStore(),
    reports: createMemoryReportStore(),
    reportSchedules: createMemoryReportScheduleStore(),
    experiments: createMemoryExperimentStore(),
    interventions: createMemoryInterventionStore(),
    ledger: createMemoryLedgerStore(),
    keepers: createMemoryRowKeeperStore(),
    jobStore: createMemoryJobStore(),
    ping: async () => {},
    close: async () => {},
  };
  return withVersions(stores, versions);
}

/** For how long nodes of the version before may still run beside this one, when nodes are replaced one by one. */
const besideOldMs = 3_600_000;
/** How often what they wrote meanwhile is looked at. */
const besideOldEveryMs = 30_000;

/** The stores of a database on which a hub may run beside: nothing that versions of before left is touched. */
export const joinMongoStores = async (url: string, log: Logger): Promise<Stores> => (await connected(url, log)).stores;

export async function openMongoStores(url: string, log: Logger, nodes: 'one' | 'several' = 'one'): Promise<Stores> {
  const isOnly = nodes === 'one';
  const plainUntil = isOnly ? 0 : Date.now() + besideOldMs;
  const { mongo, contactKey, stores } = await connected(url, log, plainUntil);
  const closing = new AbortController();
  const { signal } = closing;
  const wrap = (drop: boolean): Promise<void> =>
    wrapOldHashes(mongo.connection, contactKey, { drop, signal }).catch((err: unknown) =>
      log.warn('not all old number hashes were given a key: the next start continues', { err }),
    );
  const carryOver = (drop: boolean): Promise<unknown> =>
    carryOverDueMarks(mongo.connection, Date.now(), { drop, signal }).catch((err: unknown) =>
      log.warn('not all answers owed by an earlier version were taken over: the next check continues', { err }),
    );
  const adopt = (drop: boolean): Promise<unknown> =>
    adoptOldTimes(mongo.connection, { drop, signal }).catch((err: unknown) =>
      log.warn('not all due times of an earlier version became jobs: the next check continues', { err }),
    );
  const dropIndexes = (): Promise<void> =>
    dropOldIndexes(mongo.connection).catch((err: unknown) =>
      log.warn('not all indexes of an earlier version were dropped: the next start continues', { err }),
    );
  const key = (): Promise<void> =>
    keyListings(mongo.connection, signal).catch((err: unknown) =>
      log.warn('not every home can be found by search yet: the next check continues', { err }),
    );
  let moving: Promise<unknown> = Promise.all([
    wrap(isOnly),
    adopt(isOnly),
    carryOver(isOnly),
    ...(isOnly ? [dropIndexes()] : []),
  ]);
  const dropOld = (): void => {
    clearInterval(adoptAgain);
    moving = moving.then(() => Promise.all([wrap(true), adopt(true), carryOver(true), dropIndexes()]));
  };
  const dropLater = isOnly ? undefined : setTimeout(dropOld, besideOldMs).unref();
  // Nodes of the version before go on setting times, cannot run the jobs, and write homes without what these are found by.
  const adoptMore = (): void => {
    moving = moving.then(() => Promise.all([adopt(false), carryOver(false), keying.then(key)]));
  };
  const adoptAgain = isOnly ? undefined : setInterval(adoptMore, besideOldEveryMs).unref();
  // Of a large brokerage this takes minutes, once: homes are found as far as it has come.
  const keying = key();
  return {
    ...stores,
    async close() {
      closing.abort();
      clearTimeout(dropLater);
      clearInterval(adoptAgain);
      await Promise.all([moving, keying]);
      await stores.close();
    },
  };
}

async function connected(url: string, log: Logger, plainUntil = 0) {
  const mongo = await connectMongo(url, { log });
  try {
    await buildIndexes(mongo.connection);
    const identity = createMongoIdentityStore(mongo.connection);
    const contactKey = await provideContactKey(identity);
    return { mongo, contactKey, stores: storesOn(mongo, { identity, contactKey, plainUntil }) };
  } catch (error) {
    // A connection that is left open keeps a command from ending.
    await mongo.close();
    throw error;
  }
}

function storesOn(mongo: Mongo, given: { identity: IdentityStore; contactKey: string; plainUntil: number }): Stores {
  const { connection } = mongo;
  const { identity, ...hashing } = given;
  const versions = toldVersions(createMongoTenantVersionStore(connection));
  const search = createMongoSearchStore(connection);
  const stores: Stores = {
    versions,
    identity,
    conversations: createMongoConversationStore(connection),
    entries: createMongoEntryStore(connection),
    commands: createMongoCommandStore(connection),
    audit: createMongoAuditStore(connection),
    leads: createMongoLeadStore(connection, hashing),
    records: createMongoRecordStore(connection),
    turns: createMongoTurnStore(connection),
    outcomes: createMongoHandoffOutcomeStore(connection),
    listings: createMongoListingStore(connection),
    settings: createMongoSettingsStore(connection),
    replies: createMongoSavedReplyStore(connection),
    views: createMongoSavedViewStore(connection),
    peopleViews: createMongoPeopleViewStore(connection),
    search,
    appointments: createMongoAppointmentStore(connection),
    feeds: createMongoFeedStore(connection),
    busyCalendars: createMongoBusyCalendarStore(connection),
    tasks: createMongoTaskStore(connection),
    calls: createMongoCallStore(connection),
    phones: createMongoPhoneConnectionStore(connection),
    webhooks: createMongoWebhookStore(connection),
    deliveries: createMongoDeliveryStore(connection),
    notifications: createMongoNotificationStore(connection),
    files: createMongoFileStore(connection),
    homePhotos: createMongoHomePhotoStore(connection),
    photos: createMongoPhotoStore(connection),
    blocks: createMongoBlockStore(connection),
    knowledge: createMongoKnowledgeStore(connection),
    narratives: createMongoNarrativeStore(connection),
    viewedHomes: createMongoViewedHomeStore(connection),
    reports: createMongoReportStore(connection),
    reportSchedules: createMongoReportScheduleStore(connection),
    experiments: createMongoExperimentStore(connection),
    interventions: createMongoInterventionStore(connection),
    ledger: createMongoLedgerStore(connection),
    keepers: createMongoRowKeeperStore(connection),
    jobStore: createMongoJobStore(connection),
    ping: () => mongo.ping(),
    async close() {
      await search.settle();
      await mongo.close();
    },
  };
  return withVersions(stores, versions);
}
