import { composeAppointments } from '../../../src/app/compose/appointments.ts';
import { composeBusyCalendars } from '../../../src/app/compose/busyCalendars.ts';
import type { ConversationParts } from '../../../src/app/compose/conversations.ts';
import { composeHomePhotos } from '../../../src/app/compose/homePhotos.ts';
import { composeInterventions } from '../../../src/app/compose/interventions.ts';
import { composeLog } from '../../../src/app/compose/log.ts';
import { composeNarratives } from '../../../src/app/compose/narratives.ts';
import { composePacks } from '../../../src/app/compose/packs.ts';
import { composePictures } from '../../../src/app/compose/pictures.ts';
import { composeReports } from '../../../src/app/compose/reports.ts';
import { composeTenants } from '../../../src/app/compose/tenants.ts';
import { composeTurns, type TurnParts } from '../../../src/app/compose/turns.ts';
import { composeWebhooks } from '../../../src/app/compose/webhooks.ts';
import { type JobRow, jobRows, runJobsWith } from '../../../src/app/jobKinds.ts';
import { openMemorySignals } from '../../../src/app/signals.ts';
import { openMemoryStores } from '../../../src/app/stores.ts';
import type { Calendar } from '../../../src/features/appointments/ports.ts';
import type { Channel } from '../../../src/features/channels/model.ts';
import { openChat } from '../../../src/features/conversations/openChat.ts';
import type { ConversationStores, EntryStore } from '../../../src/features/conversations/ports.ts';
import type { ClosedNow } from '../../../src/features/conversations/speaker/waitForPerson.ts';
import type { StaffScope, VisitorScope } from '../../../src/features/identity/model.ts';
import type { LanguageModel } from '../../../src/features/llm/ports.ts';
import { austin } from '../../../src/features/packs/austin.ts';
import type { ListingFacts, Pack } from '../../../src/features/packs/model.ts';
import type { Mailer } from '../../../src/features/settings/ports.ts';
import type { StreamLog } from '../../../src/features/streams/ports.ts';
import type { TenantVersions } from '../../../src/features/tenants/tenantVersions.ts';
import type { TurnStore } from '../../../src/features/turns/ports.ts';
import { fromVisitor, receiveMessage } from '../../../src/features/turns/receiveMessage.ts';
import { runTurn } from '../../../src/features/turns/runTurn.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { leaseMs } from '../../../src/kernel/jobs.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { holdClock } from '../../support/heldClock.ts';
import { owedTo } from '../../support/owedTo.ts';

export const visitor: VisitorScope = {
  tenantId: 't1',
  principal: { kind: 'visitor', id: 'v1', leadId: 'l1', siteId: 's1', role: 'visitor' },
};
export const agent: StaffScope = {
  tenantId: 't1',
  principal: { kind: 'staff', id: 'a1', role: 'agent', name: 'Ana' },
};
export const command = () => ({ commandId: newId(), bodyHash: '' });

/** The replacements that a test may give for a part, made from that part. */
export interface Instead {
  conversations?(store: ConversationStores): Partial<ConversationStores>;
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
  closedNow?: ClosedNow;
  /** Jobs for later, beside those of the hub. */
  jobRows?: readonly JobRow[];
  /** By which messages leave, beside the chat of the page. */
  channels?: readonly Channel[];
  /** Sends the e-mails of the hub; none without it. */
  mailer?: Mailer;
  /** Of the page; English without it. */
  language?: string;
}

const silentModel: LanguageModel = {
  basis: 'rules',
  write: async () => ({ status: 'done', basis: 'rules', answer: null, started: false }),
};

/** One conversation of one visitor with Jorge, composed as a hub is, on the memory stores and a clock that stands. */
export async function turnWorld(instead: Instead = {}) {
  const clock = holdClock();
  const signals = openMemorySignals(silentLogger, clock);
  const { wakeups, leases } = signals;
  const memory = openMemoryStores();
  const { conversations, entries, turns: turnStore, jobStore, outcomes, records } = memory;
  const plain = { conversations, entries, turns: turnStore, streamLog: signals.streamLog };
  const stores = {
    ...memory,
    conversations: { ...conversations, ...instead.conversations?.(conversations) },
    entries: { ...entries, ...instead.entries?.(entries) },
    turns: { ...turnStore, ...instead.turns?.(turnStore) },
  };
  const tenant = { id: 't1', name: 'Barton Ridge Realty', timeZone: 'America/Chicago', demo: false, createdAt: 0 };
  await stores.identity.addTenant(tenant);
  await stores.identity.addUser({
    ...{
      id: 'a1',
      tenantId: 't1',
      email: 'ana@example.com',
      name: 'Ana',
      role: 'agent',
      passwordHash: '',
      tokenVersion: 0,
    },
    ...{ active: true, createdAt: 0, presence: { status: 'available', capacity: 5 } },
  });
  await stores.listings.put((instead.listings ?? []).map((facts) => ({ ...facts, tenantId: 't1', importedAt: 0 })));
  const log = composeLog(stores, { wakeups, clock, log: silentLogger, meter: silentMeter });
  const { rows, jobs, written } = log;
  written.listen(({ tenantId, entry }) => rows.onEntry(tenantId, entry));
  const tenants = composeTenants(stores, { wakeups, clock });
  const own: ConversationParts = {
    ...log,
    settingsOf: tenants.tenants.settingsOf,
    closedNow: instead.closedNow ?? (async () => null),
  };
  const { appointments, calendar } = composeAppointments(stores, tenants.tenants, clock);
  const packs = composePacks(stores, tenants, { clock, log: silentLogger });
  const packOf = async (): Promise<Pack> => ({
    ...austin,
    books: instead.books ?? false,
    brokerage: 'Barton Ridge Realty',
    timeZone: 'America/Chicago',
    ...instead.pack?.(),
    ...(instead.listings?.[0] === undefined ? {} : { listing: instead.listings[0] }),
  });
  const parts: TurnParts & Pick<TenantVersions, 'readVersion'> = {
    ...composeTurns(stores, {
      ...tenants,
      conversations: own,
      appointments: { appointments, calendar: { ...calendar, ...instead.calendar } },
      ...{ leases, ...packs, packOf, log: silentLogger, meter: silentMeter },
      streamLog: { ...plain.streamLog, ...instead.streamLog?.(plain.streamLog) },
      model: instead.model ?? silentModel,
    }),
    // The clock of this world stands: nothing else waits for the event loop.
    ownPass: async () => {},
    // The shelf has tests of its own.
    factsFor: async () => [],
    noteUnanswered: async () => {},
    readVersion: async () => {},
  };
  /** With its row as it is once everything that was said is kept. */
  const find: ConversationStores['find'] = async (tenantId, conversationId) => {
    await rows.settle();
    return plain.conversations.find(tenantId, conversationId);
  };
  const { id } = await openChat(parts, visitor, { url: 'https://home.example/', language: instead.language ?? 'en' });

  const busyTimes = composeBusyCalendars(stores, { conversations: own, tenants: tenants.tenants, secret: 'of a test' });
  const narrating = composeNarratives(
    stores,
    { ...tenants, model: instead.model ?? silentModel, conversations: own },
    { rateLimits: signals.rateLimits, secret: 'of a test', log: silentLogger, meter: silentMeter },
  );
  const reporting = composeReports(
    stores,
    { ...tenants, model: instead.model ?? silentModel, conversations: own },
    { rateLimits: signals.rateLimits, mailer: instead.mailer ?? null, publicUrl: 'https://hub.example' },
  );
  const interventions = composeInterventions(stores, {
    ...{ ...tenants, conversations: own, model: instead.model ?? silentModel },
    coaching: { readTalk: async () => null },
  });
  const homePhotos = composeHomePhotos(stores, composePictures().pictures, clock);

  const outgoing = composeWebhooks({ production: true }, stores, {
    conversations: { ...parts, wakeups: signals.wakeups, jobs, clock },
    tenants: tenants.tenants,
    secret: 'of a test',
    log: silentLogger,
    meter: silentMeter,
  });

  /** Whether the log says who speaks: false after a crash in between, until the job for that has looked. */
  async function isSpeakerTold(): Promise<boolean> {
    const line = await plain.entries.newestOf(id, 'conversation-changed');
    const said = line?.type === 'conversation-changed' ? line.data.mode : 'bot';
    return said === (await plain.conversations.find('t1', id))?.mode;
  }

  /** Runs all due jobs on three nodes at once; a failed one stays taken, as after the death of a node. */
  async function runJobs({ redMs = 300_000 } = {}): Promise<void> {
    const jobDeps = {
      ...{
        ...parts,
        leads: stores.leads,
        records,
        tasks: stores.tasks,
        calls: stores.calls,
        busyTimes,
        narrating,
        reporting,
        proposing: interventions.proposing,
        experimenting: { ...parts, experiments: stores.experiments, records },
        homePhotos,
        ...outgoing,
        deliveries: stores.deliveries,
      },
      search: stores.search,
      streamLog: plain.streamLog,
      passwordMails: { ...stores, mailer: null, publicUrl: null, clock },
      channels: instead.channels ?? [],
      identity: stores.identity,
      jobStore,
      waitSlaMsOf: async () => redMs,
    };
    const run = runJobsWith(jobDeps, [...jobRows, ...(instead.jobRows ?? [])]);
    for (const lane of ['scheduled', 'taken'] as const) {
      const due = await jobStore.take({ lane, now: clock.now(), limit: 100, leaseMs, aheadMs: 0 });
      for (const job of due.jobs) {
        const [nextAt = null] = await Promise.all([run(job), run(job), run(job)]);
        jobs.forget(job.key);
        await (nextAt === null ? jobStore.done(job) : jobStore.runAgain(job, nextAt));
      }
    }
  }

  return {
    parts,
    busyTimes,
    narrating,
    reporting,
    homePhotos,
    outgoing,
    interventions,
    botHealth: packs.botHealth,
    plain: { ...plain, conversations: { ...plain.conversations, find } },
    rows,
    records,
    /** What Jorge would know without `instead`. */
    packs,
    outcomes,
    stores,
    tenants: tenants.tenants,
    deps: { ...stores, ...parts.effects, conversations: stores.conversations },
    clock,
    id,
    jobStore,
    jobs,
    runJobs,
    say: (text: string, by = command()) => receiveMessage(parts, fromVisitor(visitor, by, { text })),
    /** Until nothing is due anymore, with the clock going on; the errors that turns throw are noted. */
    async settle(): Promise<unknown[]> {
      const failures: unknown[] = [];
      for (let round = 0; round < 40; round += 1) {
        await clock.pass(1000);
        await runJobs().catch((failure: unknown) => failures.push(failure));
        if ((await owedTo(plain.entries, id)) === null && (await isSpeakerTold())) break;
        await runTurn(parts, 't1', id).catch((failure: unknown) => failures.push(failure));
      }
      return failures;
    },
    run: () => runTurn(parts, 't1', id),
    owed: () => owedTo(plain.entries, id),
    written,
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
