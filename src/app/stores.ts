import { createMemoryAppointmentStore } from '../adapters/memory/appointmentStore.ts';
import { createMemoryAuditStore } from '../adapters/memory/auditStore.ts';
import { createMemoryBlockStore } from '../adapters/memory/blockStore.ts';
import { createMemoryCommandStore } from '../adapters/memory/commandStore.ts';
import { createMemoryConversationStore } from '../adapters/memory/conversationStore.ts';
import { createMemoryEntryStore } from '../adapters/memory/entryStore.ts';
import { createMemoryHandoffOutcomeStore } from '../adapters/memory/handoffOutcomeStore.ts';
import { createMemoryIdentityStore } from '../adapters/memory/identityStore.ts';
import { createMemoryKnowledgeStore } from '../adapters/memory/knowledgeStore.ts';
import { createMemoryLeadStore } from '../adapters/memory/leadStore.ts';
import { createMemoryLedgerStore } from '../adapters/memory/ledgerStore.ts';
import { createMemoryListingStore } from '../adapters/memory/listingStore.ts';
import { createMemoryRecordStore } from '../adapters/memory/recordStore.ts';
import { createMemorySavedReplyStore } from '../adapters/memory/savedReplyStore.ts';
import { createMemorySearchStore } from '../adapters/memory/searchStore.ts';
import { createMemorySettingsStore } from '../adapters/memory/settingsStore.ts';
import { createMemoryTurnStore } from '../adapters/memory/turnStore.ts';
import { createMongoAppointmentStore } from '../adapters/mongo/appointmentStore.ts';
import { createMongoAuditStore } from '../adapters/mongo/auditStore.ts';
import { createMongoBlockStore } from '../adapters/mongo/blockStore.ts';
import { buildIndexes } from '../adapters/mongo/buildIndexes.ts';
import { createMongoCommandStore } from '../adapters/mongo/commandStore.ts';
import { connectMongo } from '../adapters/mongo/connectMongo.ts';
import { createMongoConversationStore } from '../adapters/mongo/conversationStore.ts';
import { createMongoEntryStore } from '../adapters/mongo/entryStore.ts';
import { createMongoHandoffOutcomeStore } from '../adapters/mongo/handoffOutcomeStore.ts';
import { createMongoIdentityStore } from '../adapters/mongo/identityStore.ts';
import { createMongoKnowledgeStore } from '../adapters/mongo/knowledgeStore.ts';
import { createMongoLeadStore } from '../adapters/mongo/leadStore.ts';
import { createMongoLedgerStore } from '../adapters/mongo/ledgerStore.ts';
import { createMongoListingStore } from '../adapters/mongo/listingStore.ts';
import { createMongoRecordStore } from '../adapters/mongo/recordStore.ts';
import { createMongoSavedReplyStore } from '../adapters/mongo/savedReplyStore.ts';
import { createMongoSearchStore } from '../adapters/mongo/searchStore.ts';
import { createMongoSettingsStore } from '../adapters/mongo/settingsStore.ts';
import { createMongoTurnStore } from '../adapters/mongo/turnStore.ts';
import { wrapOldHashes } from '../adapters/mongo/wrapOldHashes.ts';
import type { AppointmentStore } from '../features/appointments/ports.ts';
import type { BlockStore } from '../features/blocks/ports.ts';
import type { AuditStore, CommandStore, ConversationStore, EntryStore } from '../features/conversations/ports.ts';
import type { IdentityStore } from '../features/identity/ports.ts';
import type { KnowledgeStore } from '../features/knowledge/ports.ts';
import type { ListingStore } from '../features/listings/ports.ts';
import type { LedgerStore } from '../features/llm/ledger.ts';
import type { LeadStore, RecordStore } from '../features/profiles/ports.ts';
import type { SearchStore } from '../features/search/ports.ts';
import type { SavedReplyStore, SettingsStore } from '../features/settings/ports.ts';
import type { HandoffOutcomeStore, TurnStore } from '../features/turns/ports.ts';
import type { Logger } from '../kernel/observe.ts';
import { provideContactKey } from './provideSecret.ts';

/** Everything that is kept. */
export interface Stores {
  identity: IdentityStore;
  conversations: ConversationStore;
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
  search: SearchStore;
  appointments: AppointmentStore;
  blocks: BlockStore;
  knowledge: KnowledgeStore;
  ledger: LedgerStore;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export function openMemoryStores(): Stores {
  return {
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
    search: createMemorySearchStore(),
    appointments: createMemoryAppointmentStore(),
    blocks: createMemoryBlockStore(),
    knowledge: createMemoryKnowledgeStore(),
    ledger: createMemoryLedgerStore(),
    ping: async () => {},
    close: async () => {},
  };
}

/** For how long nodes of the version before may still run beside this one, when nodes are replaced one by one. */
const besideOldMs = 3_600_000;

export async function openMongoStores(url: string, log: Logger, nodes: 'one' | 'several' = 'one'): Promise<Stores> {
  const mongo = await connectMongo(url, { log });
  await buildIndexes(mongo.connection);
  const identity = createMongoIdentityStore(mongo.connection);
  const contactKey = await provideContactKey(identity);
  const closing = new AbortController();
  const { signal } = closing;
  const wrap = (drop: boolean): Promise<void> =>
    wrapOldHashes(mongo.connection, contactKey, { drop, signal }).catch((err: unknown) =>
      log.warn('old hashes of numbers were not all given a key: the next start goes on', { err }),
    );
  const isOnly = nodes === 'one';
  let wrapping = wrap(isOnly);
  const plainUntil = isOnly ? 0 : Date.now() + besideOldMs;
  const dropOld = (): void => {
    wrapping = wrapping.then(() => wrap(true));
  };
  const dropLater = isOnly ? undefined : setTimeout(dropOld, besideOldMs).unref();
  return {
    identity,
    conversations: createMongoConversationStore(mongo.connection),
    entries: createMongoEntryStore(mongo.connection),
    commands: createMongoCommandStore(mongo.connection),
    audit: createMongoAuditStore(mongo.connection),
    leads: createMongoLeadStore(mongo.connection, { contactKey, plainUntil }),
    records: createMongoRecordStore(mongo.connection),
    turns: createMongoTurnStore(mongo.connection),
    outcomes: createMongoHandoffOutcomeStore(mongo.connection),
    listings: createMongoListingStore(mongo.connection),
    settings: createMongoSettingsStore(mongo.connection),
    replies: createMongoSavedReplyStore(mongo.connection),
    search: createMongoSearchStore(mongo.connection),
    appointments: createMongoAppointmentStore(mongo.connection),
    blocks: createMongoBlockStore(mongo.connection),
    knowledge: createMongoKnowledgeStore(mongo.connection),
    ledger: createMongoLedgerStore(mongo.connection),
    ping: () => mongo.ping(),
    async close() {
      closing.abort();
      clearTimeout(dropLater);
      await wrapping;
      await mongo.close();
    },
  };
}
