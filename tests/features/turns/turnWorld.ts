import { createMemoryAppointmentStore } from '../../../src/adapters/memory/appointmentStore.ts';
import { createMemoryConversationStore } from '../../../src/adapters/memory/conversationStore.ts';
import { createMemoryEntryStore } from '../../../src/adapters/memory/entryStore.ts';
import { createMemoryHandoffOutcomeStore } from '../../../src/adapters/memory/handoffOutcomeStore.ts';
import { createMemoryLeadStore } from '../../../src/adapters/memory/leadStore.ts';
import { createMemoryLeases } from '../../../src/adapters/memory/leases.ts';
import { createMemoryRecordStore } from '../../../src/adapters/memory/recordStore.ts';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { createMemoryTurnStore } from '../../../src/adapters/memory/turnStore.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import { loadReader } from '../../../src/app/loadReader.ts';
import { createEmbeddedCalendar } from '../../../src/features/appointments/embeddedCalendar.ts';
import type { Calendar } from '../../../src/features/appointments/ports.ts';
import { firstState, step } from '../../../src/features/bots/step.ts';
import { createAppender } from '../../../src/features/conversations/appendEntry.ts';
import { openChat } from '../../../src/features/conversations/openChat.ts';
import type { ConversationParts } from '../../../src/features/conversations/parts.ts';
import type { ConversationStore, EntryStore } from '../../../src/features/conversations/ports.ts';
import type { StaffScope, VisitorScope } from '../../../src/features/identity/model.ts';
import type { LanguageModel } from '../../../src/features/llm/ports.ts';
import { austin } from '../../../src/features/packs/austin.ts';
import type { ListingFacts, Pack } from '../../../src/features/packs/model.ts';
import { recallPerson } from '../../../src/features/profiles/recallPerson.ts';
import { firstSettings } from '../../../src/features/settings/rules.ts';
import type { StreamLog } from '../../../src/features/streams/ports.ts';
import { createModelReadings } from '../../../src/features/turns/modelReadings.ts';
import type { TurnStore } from '../../../src/features/turns/ports.ts';
import { receiveMessage } from '../../../src/features/turns/receiveMessage.ts';
import { runEffects } from '../../../src/features/turns/runEffects.ts';
import { runTurn, type TurnParts } from '../../../src/features/turns/runTurn.ts';
import { watchBots } from '../../../src/features/turns/watchBots.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { holdClock } from '../../support/heldClock.ts';

export const visitor: VisitorScope = {
  tenantId: 't1',
  principal: { kind: 'visitor', id: 'v1', leadId: 'l1', siteId: 's1', role: 'visitor' },
};
export const agent: StaffScope = {
  tenantId: 't1',
  principal: { kind: 'staff', id: 'a1', role: 'agent', name: 'Ana' },
};
export const command = () => ({ commandId: newId(), bodyHash: '' });

/** What a test may put in place of a part, given the part. */
export interface Instead {
  conversations?(store: ConversationStore): Partial<ConversationStore>;
  entries?(store: EntryStore): Partial<EntryStore>;
  turns?(store: TurnStore): Partial<TurnStore>;
  streamLog?(log: StreamLog): Partial<StreamLog>;
  model?: LanguageModel;
  /** The tenant's homes; the first is the one of the page. */
  listings?: readonly ListingFacts[];
  calendar?: Partial<Calendar>;
  /** Jorge may book. */
  books?: boolean;
  /** What Jorge knows besides. */
  pack?(): Partial<Pack>;
  closedNow?: ConversationParts['closedNow'];
}

const silentModel: LanguageModel = {
  basis: 'rules',
  write: async () => ({ status: 'done', basis: 'rules', answer: null, started: false }),
};

/** One conversation of one visitor with Jorge, on the memory stores and a clock that stands. */
export async function turnWorld(instead: Instead = {}) {
  const clock = holdClock();
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const plain = {
    conversations: createMemoryConversationStore(),
    entries: createMemoryEntryStore(),
    turns: createMemoryTurnStore(),
    streamLog: createMemoryStreamLog(clock),
  };
  const conversations = { ...plain.conversations, ...instead.conversations?.(plain.conversations) };
  const entries = { ...plain.entries, ...instead.entries?.(plain.entries) };
  const turns = { ...plain.turns, ...instead.turns?.(plain.turns) };
  const streamLog = { ...plain.streamLog, ...instead.streamLog?.(plain.streamLog) };
  const appender = createAppender({ entries, conversations, wakeups, clock, meter: silentMeter });
  const closedNow = instead.closedNow ?? (async () => null);
  const appointments = createMemoryAppointmentStore();
  const calendar = createEmbeddedCalendar({
    appointments,
    clock,
    people: async () => [{ id: 'a1', name: 'Ana' }],
    openingHours: async () => ({
      zone: 'America/Chicago',
      ...firstSettings({ id: 't1', name: '', timeZone: 'America/Chicago', demo: false, createdAt: 0 }),
    }),
  });
  const outcomes = createMemoryHandoffOutcomeStore();
  const shared = {
    appointments,
    calendar: { ...calendar, ...instead.calendar },
    conversations,
    entries,
    appender,
    wakeups,
    clock,
    closedNow,
    turns,
    outcomes,
    log: silentLogger,
  };
  const botWatch = watchBots({ clock, log: silentLogger });
  const effectParts = {
    ...shared,
    leads: createMemoryLeadStore(),
    records: createMemoryRecordStore(),
    streamLog,
    model: instead.model ?? silentModel,
    listingsOf: async () => instead.listings ?? [],
  };
  const packOf = async (): Promise<Pack> => ({
    ...austin,
    books: instead.books ?? false,
    brokerage: 'Barton Ridge Realty',
    timeZone: 'America/Chicago',
    ...instead.pack?.(),
    ...(instead.listings?.[0] === undefined ? {} : { listing: instead.listings[0] }),
  });
  const parts: TurnParts = {
    ...shared,
    leases: createMemoryLeases(clock),
    botWatch,
    step,
    firstState,
    reader: loadReader(),
    modelReadings: createModelReadings({ ...effectParts, conversations, firstState, packOf }),
    factsFor: async () => [],
    noteUnanswered: async () => {},
    recall: (conversation) => recallPerson({ ...effectParts, conversations }, conversation),
    packOf,
    runEffects: (conversation, turn, pack) => runEffects(effectParts, conversation, turn, pack),
    meter: silentMeter,
  };
  const { id } = await openChat(parts, visitor, { url: 'https://home.example/', language: 'en' });

  return {
    parts,
    plain,
    records: effectParts.records,
    botWatch,
    outcomes,
    deps: { ...effectParts, conversations },
    clock,
    id,
    say: (text: string, by = command()) => receiveMessage(parts, visitor, by, text),
    /** Until nothing is due any more, with the clock going on; what a turn throws is noted. */
    async settle(): Promise<unknown[]> {
      const failures: unknown[] = [];
      for (let round = 0; round < 40; round += 1) {
        await clock.pass(1000);
        if ((await plain.conversations.find('t1', id))?.due === null) break;
        await runTurn(parts, 't1', id).catch((failure: unknown) => failures.push(failure));
      }
      return failures;
    },
    run: () => runTurn(parts, 't1', id),
    due: async () => (await plain.conversations.find('t1', id))?.due ?? null,
    async publicLog() {
      return plain.entries.read(id, 'public', 1, 1000, 1000);
    },
    async botMessages(): Promise<string[]> {
      const log = await plain.entries.read(id, 'public', 1, 1000, 1000);
      return log.flatMap((entry) =>
        entry.type === 'message-created' && entry.actor.kind === 'bot' ? [entry.data.text] : [],
      );
    },
  };
}
