import { describe, expect, it } from 'vitest';
import { createMemoryAppointmentStore } from '../../../src/adapters/memory/appointmentStore.ts';
import { createMemoryAuditStore } from '../../../src/adapters/memory/auditStore.ts';
import { createMemoryBlockStore } from '../../../src/adapters/memory/blockStore.ts';
import { createMemoryCallStore } from '../../../src/adapters/memory/callStore.ts';
import { createMemoryExperimentStore } from '../../../src/adapters/memory/experimentStore.ts';
import { createMemoryFileStore } from '../../../src/adapters/memory/fileStore.ts';
import { createMemoryInterventionStore } from '../../../src/adapters/memory/interventionStore.ts';
import { createMemoryKnowledgeStore } from '../../../src/adapters/memory/knowledgeStore.ts';
import { createMemoryLeases } from '../../../src/adapters/memory/leases.ts';
import { createMemoryNotificationStore } from '../../../src/adapters/memory/notificationStore.ts';
import { createMemoryReportStore } from '../../../src/adapters/memory/reportStore.ts';
import { createMemorySearchStore } from '../../../src/adapters/memory/searchStore.ts';
import { createMemoryTaskStore } from '../../../src/adapters/memory/taskStore.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import type { TurnParts } from '../../../src/app/compose/turns.ts';
import { addNote } from '../../../src/features/conversations/log/addNote.ts';
import { createAppender } from '../../../src/features/conversations/log/appendEntry.ts';
import { createFolds } from '../../../src/features/conversations/log/folds.ts';
import { createWrittenEntries } from '../../../src/features/conversations/log/writtenEntries.ts';
import { takeOver } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { eraseConversation } from '../../../src/features/turns/eraseConversation.ts';
import { keepNewestTurns } from '../../../src/features/turns/newestTurns.ts';
import { fromVisitor, receiveMessage } from '../../../src/features/turns/receiveMessage.ts';
import { runTurn } from '../../../src/features/turns/runTurn.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { settledBy } from '../../../src/reactions/reactions.ts';
import { agent, command, turnWorld, visitor } from './turnWorld.ts';

type World = Awaited<ReturnType<typeof turnWorld>>;

/** Another node on the same stores, of which no hint comes through. */
function otherNode({ parts, plain, clock }: World): TurnParts {
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const folds = createFolds({ ...plain, wakeups, clock });
  const written = createWrittenEntries();
  const appender = createAppender({
    ...plain,
    folds,
    wakeups,
    jobs: parts.jobs,
    clock,
    meter: silentMeter,
    written,
    settledBy,
  });
  const turns = keepNewestTurns(plain.turns);
  return { ...parts, wakeups, folds, appender, turns, leases: createMemoryLeases(clock) };
}

/** As another process does it. */
async function eraseElsewhere(world: World): Promise<void> {
  const erasing = {
    ...world.plain,
    appender: otherNode(world).appender,
    search: createMemorySearchStore(),
    appointments: createMemoryAppointmentStore(),
    blocks: createMemoryBlockStore(),
    audit: createMemoryAuditStore(),
    files: createMemoryFileStore(),
    knowledge: createMemoryKnowledgeStore(),
    tasks: createMemoryTaskStore(),
    calls: createMemoryCallStore(),
    notifications: createMemoryNotificationStore(),
    reports: createMemoryReportStore(),
    experiments: createMemoryExperimentStore(),
    interventions: createMemoryInterventionStore(),
  };
  await eraseConversation(erasing, 't1', world.id);
}

it('a person who takes over on another node while Jorge answers is not spoken over, though no hint of it comes', async () => {
  let takeover: (() => Promise<unknown>) | null = null;
  const world = await turnWorld({
    streamLog: (log) => ({
      async append(...text) {
        const taken = await log.append(...text);
        const act = takeover;
        takeover = null;
        await act?.();
        return taken;
      },
    }),
  });
  await world.say('I want to buy a home');
  await world.settle();
  expect(await world.botMessages()).toHaveLength(1);
  takeover = () => takeOver(otherNode(world), agent, command(), { conversationId: world.id });
  await world.say('around 500k');
  await world.settle();
  expect(takeover).toBeNull();
  expect(await world.botMessages()).toHaveLength(1);
  const log = await world.publicLog();
  expect(log.slice(-2).map(({ type }) => type)).toEqual(['conversation-changed', 'participant-changed']);
  await world.say('anyone there?');
  await world.settle();
  expect(await world.botMessages()).toHaveLength(1);
});

it('messages and turns of another node, of which no hint comes, are each taken up once', async () => {
  const world = await turnWorld();
  const there = otherNode(world);
  await world.say('I want to buy a home');
  await world.settle();
  // Heard and answered there; here the newest turn is still the first.
  await receiveMessage(
    { ...there, readVersion: async () => {} },
    fromVisitor(visitor, command(), { text: 'around 500k' }),
  );
  await world.clock.pass(2000);
  await runTurn(there, 't1', world.id);
  await world.say('in Hyde Park');
  await world.settle();
  // Heard there, answered here.
  await receiveMessage(
    { ...there, readVersion: async () => {} },
    fromVisitor(visitor, command(), { text: 'three bedrooms' }),
  );
  await world.settle();
  expect(await world.botMessages()).toHaveLength(4);
  const turns = await world.plain.turns.list(world.id, 100);
  const heard = turns.flatMap(({ event }) =>
    event.happened.flatMap((one) => (one.kind === 'visitor-message' ? [one.text] : [])),
  );
  expect(heard).toEqual(['I want to buy a home', 'around 500k', 'in Hyde Park', 'three bedrooms']);
  expect(await world.owed()).toBeNull();
});

it('of words that another process deleted nothing comes back', async () => {
  const world = await turnWorld();
  await world.say('My name is Dana and I want to sell my house in Zilker');
  await world.settle();
  await eraseElsewhere(world);
  await world.run();
  await world.settle();
  const kept = JSON.stringify([
    await world.plain.turns.list(world.id, 100),
    await world.publicLog(),
    await world.plain.entries.read(world.id, 'internal', 1, 100, 100),
  ]);
  expect(kept).not.toMatch(/Dana|Zilker/);
  expect(world.parts.folds.headOf(world.id, 'public')).toBeNull();
});

it.each(['before', 'after'] as const)(
  'a turn that is stored just %s the words are deleted leaves no words',
  async (order) => {
    let deletes: (() => Promise<void>) | null = null;
    const world = await turnWorld({
      turns: (store) => ({
        async insert(turn) {
          const act = deletes;
          deletes = null;
          if (order === 'after') await act?.();
          const isInserted = await store.insert(turn);
          if (order === 'before') await act?.();
          return isInserted;
        },
      }),
    });
    await world.say('I want to sell my house');
    await world.settle();
    deletes = () => eraseElsewhere(world);
    await world.say('My name is Dana');
    await world.settle();
    expect(deletes).toBeNull();
    expect(await world.plain.turns.list(world.id, 100)).toEqual([]);
  },
);

describe.each(['before', 'after'] as const)('a line that is stored just %s the words are deleted', (order) => {
  /** A world in which the conversation is deleted elsewhere while a line with these words is being stored. */
  async function caughtWhile(words: string) {
    let deletes: (() => Promise<void>) | null = null;
    const world = await turnWorld({
      entries: (store) => ({
        async insert(record) {
          const act = JSON.stringify(record).includes(words) ? deletes : null;
          if (act !== null) deletes = null;
          if (order === 'after') await act?.();
          const outcome = await store.insert(record);
          if (order === 'before') await act?.();
          return outcome;
        },
      }),
    });
    await world.say('I want to buy a home');
    await world.settle();
    deletes = () => eraseElsewhere(world);
    const kept = async () =>
      JSON.stringify([await world.publicLog(), await world.plain.entries.read(world.id, 'internal', 1, 100, 100)]);
    return { world, kept };
  }

  it('a note is refused, and leaves no words', async () => {
    const { world, kept } = await caughtWhile('Dana');
    const deps = { ...world.parts, peopleOf: async () => [] };
    const noting = addNote(deps, agent, command(), { conversationId: world.id, text: 'Dana brings her mother' });
    await expect(noting).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await world.settle();
    expect(await kept()).not.toContain('Dana');
  });

  it('a visitor’s message leaves no words', async () => {
    const { world, kept } = await caughtWhile('Dana');
    await world.say('My name is Dana');
    await world.settle();
    expect(await kept()).not.toContain('Dana');
  });
});

it('effects whose marks were lost are done once, and nothing is said twice', async () => {
  let losses = 2;
  const shown: string[] = [];
  const world = await turnWorld({
    turns: (store) => ({
      async markDone(...marks) {
        if (losses-- > 0) throw new Error('the process is dead');
        return store.markDone(...marks);
      },
    }),
    streamLog: (log) => ({
      append(streamId, attempt, offset, text) {
        shown.push(text);
        return log.append(streamId, attempt, offset, text);
      },
    }),
  });
  await world.say('My name is Dana and I want to sell my house');
  expect(await world.settle()).toHaveLength(2);
  const [said] = await world.botMessages();
  expect(await world.botMessages()).toHaveLength(1);
  expect(shown.join('')).toBe(said);
  const internal = await world.plain.entries.read(world.id, 'internal', 1, 100, 100);
  const types = internal.map(({ type }) => type);
  expect(types.filter((type) => type === 'bot-turn')).toHaveLength(1);
  expect(types.filter((type) => type === 'qualification-changed')).toHaveLength(1);
  const [turn] = await world.plain.turns.list(world.id, 10);
  expect(turn?.done.length).toBe(turn?.effects.length);
});
