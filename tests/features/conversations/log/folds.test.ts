import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryConversationStore } from '../../../../src/adapters/memory/conversationStore.ts';
import { createMemoryEntryStore } from '../../../../src/adapters/memory/entryStore.ts';
import { createMemoryFileStore } from '../../../../src/adapters/memory/fileStore.ts';
import { createMemoryJobStore } from '../../../../src/adapters/memory/jobStore.ts';
import { createMemoryWakeups } from '../../../../src/adapters/memory/wakeups.ts';
import type { ConversationParts } from '../../../../src/app/compose/conversations.ts';
import { composeLog } from '../../../../src/app/compose/log.ts';
import { type Appender, createAppender } from '../../../../src/features/conversations/log/appendEntry.ts';
import type { Folds } from '../../../../src/features/conversations/log/folds.ts';
import { nothingFollows } from '../../../../src/features/conversations/log/writtenEntries.ts';
import type { Draft } from '../../../../src/features/conversations/model.ts';
import { openChat } from '../../../../src/features/conversations/openChat.ts';
import { closeConversation, takeOver } from '../../../../src/features/conversations/speaker/changeSpeaker.ts';
import type { StaffScope, VisitorScope } from '../../../../src/features/identity/model.ts';
import { newId } from '../../../../src/kernel/ids.ts';
import { silentLogger, silentMeter } from '../../../../src/kernel/observe.ts';
import type { Wakeups } from '../../../../src/kernel/wakeups.ts';
import { holdClock } from '../../../support/heldClock.ts';

const visitor: VisitorScope = {
  tenantId: 't1',
  principal: { kind: 'visitor', id: 'v1', leadId: 'l1', siteId: 's1', role: 'visitor' },
};
const agent: StaffScope = { tenantId: 't1', principal: { kind: 'staff', id: 'a1', role: 'agent', name: 'Ana' } };
const command = () => ({ commandId: newId(), bodyHash: '' });

interface Node {
  parts: ConversationParts;
  folds: Folds;
  appender: Appender;
}

let reads: string[];
let nodes: (wakeups?: Wakeups) => Node;
let id: string;
let clock: ReturnType<typeof holdClock>;
let stores: Pick<ConversationParts, 'conversations' | 'entries'>;
const place = () => ({ tenantId: 't1', conversationId: id });
const shared = () => createMemoryWakeups({ log: silentLogger });

beforeEach(async () => {
  reads = [];
  clock = holdClock();
  const conversations = createMemoryConversationStore();
  const entries = createMemoryEntryStore();
  stores = { conversations, entries };
  const counted = {
    conversations: {
      ...conversations,
      find: (...which: Parameters<typeof conversations.find>) => {
        reads.push('conversation');
        return conversations.find(...which);
      },
    },
    entries: {
      ...entries,
      head: (...which: Parameters<typeof entries.head>) => {
        reads.push('head');
        return entries.head(...which);
      },
      read: (...which: Parameters<typeof entries.read>) => {
        reads.push('lines');
        return entries.read(...which);
      },
      newestOf: (...which: Parameters<typeof entries.newestOf>) => {
        reads.push('newest');
        return entries.newestOf(...which);
      },
    },
  };
  // Without the same wakeups two nodes lose each other's hints.
  nodes = (wakeups = shared()) => {
    const given = { wakeups, clock, log: silentLogger, meter: silentMeter };
    const parts = composeLog(
      { ...counted, files: createMemoryFileStore(), jobStore: createMemoryJobStore() },
      given,
      nothingFollows,
    );
    return {
      ...parts,
      parts: { ...parts, closedNow: async () => null, settingsOf: () => Promise.reject(new Error('no settings here')) },
    };
  };
  const { parts } = nodes();
  id = (await openChat(parts, visitor, { url: 'https://home.example/', language: 'en' })).id;
});

const message = (text: string, by: 'visitor' | 'bot' = 'visitor'): Draft<'message-created'> => ({
  type: 'message-created',
  data: { messageId: newId(), text, channel: 'widget', language: 'en' },
  actor: { kind: by, id: by },
  onceKey: newId(),
});
const log = () => stores.entries.read(id, 'public', 1, 1000, 1000);
const textsOf = (lines: Awaited<ReturnType<typeof log>>) =>
  lines.flatMap((entry) => (entry.type === 'message-created' ? [entry.data.text] : [entry.type]));
const settle = () => clock.pass(0);

describe('the copy of a conversation that a node holds', () => {
  it('a node reads the conversation and the lines that it appended itself once', async () => {
    const { folds, appender } = nodes();
    await appender.append(place(), message('one'));
    await appender.append(place(), message('two'));
    await folds.find('t1', id);
    reads = [];
    const lines = await folds.entries.read(id, 'public', 1, Number.MAX_SAFE_INTEGER, 200);
    expect(textsOf(lines)).toEqual(['one', 'two']);
    expect(lines).toEqual(await log());
    expect(await folds.entries.head(id, 'public')).toBe(2);
    expect((await folds.entries.newestOf(id, 'message-created'))?.seq).toBe(2);
    expect(await folds.entries.newestOf(id, 'conversation-changed')).toBeNull();
    expect((await folds.find('t1', id))?.fence).toBe(1);
    expect(await appender.appendUnder(place(), message('three', 'bot'), 1)).not.toBeNull();
    expect(reads).toEqual([]);
    expect(await folds.find('t2', id)).toBeNull();
  });

  it('lines appended by another node come with its hint', async () => {
    const wakeups = shared();
    const [here, there] = [nodes(wakeups), nodes(wakeups)];
    await here.appender.append(place(), message('one'));
    await there.appender.append(place(), message('two'));
    await settle();
    reads = [];
    expect(textsOf(await here.folds.entries.read(id, 'public', 1, 9, 9))).toEqual(['one', 'two']);
    expect(reads).toEqual([]);
  });

  it('after lost hints the log is read from where it is known, and not where what must be seen is known', async () => {
    const [here, there] = [nodes(), nodes()];
    await here.appender.append(place(), message('one'));
    for (const text of ['two', 'three']) await there.appender.append(place(), message(text));
    reads = [];
    await here.folds.catchUp(id, { public: 1, internal: 0 });
    expect(reads).toEqual([]);
    await here.folds.catchUp(id, { public: 2 });
    expect(reads).toEqual(['lines']);
    expect(textsOf(await here.folds.entries.read(id, 'public', 1, 9, 9))).toEqual(['one', 'two', 'three']);
    await here.folds.catchUp(id);
    expect(reads).toEqual(['lines', 'lines']);
  });

  it('lines whose hints were lost are read from the store', async () => {
    const wakeups = shared();
    const [here, there, silent] = [nodes(wakeups), nodes(wakeups), nodes()];
    await here.appender.append(place(), message('one'));
    for (const text of ['two', 'three']) await silent.appender.append(place(), message(text));
    await there.appender.append(place(), message('four'));
    await settle();
    expect(here.folds.headOf(id, 'public')).toBe(4);
    expect(textsOf(await here.folds.entries.read(id, 'public', 1, 9, 9))).toEqual(['one', 'two', 'three', 'four']);
    expect(textsOf(await here.folds.entries.read(id, 'public', 2, 3, 1))).toEqual(['two']);
  });

  it('two nodes that append at once, with and without hints, leave no gap and lose nothing', async () => {
    const wakeups = shared();
    const [one, two, three] = [nodes(wakeups), nodes(wakeups), nodes()];
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => [one, two, three][n % 3]?.appender.append(place(), message(`${n}`))),
    );
    const lines = await log();
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    for (const { folds } of [one, two, three]) {
      await folds.catchUp(id);
      expect(await folds.entries.read(id, 'public', 1, 99, 99)).toEqual(lines);
    }
  });

  it('several lines go in with one write, and go on where another node was quicker or one is there already', async () => {
    const [here, there] = [nodes(), nodes()];
    const note = (text: string, onceKey = newId()): Draft<'note-created'> => ({
      type: 'note-created',
      data: { text },
      actor: { kind: 'bot', id: 'bot' },
      onceKey,
    });
    await here.appender.append(place(), note('one', 'k1'));
    await there.appender.append(place(), note('two'));
    const told: unknown[] = [];
    const tells = createAppender({
      ...here.parts,
      meter: silentMeter,
      folds: here.folds,
      written: { tell: ({ entry }) => told.push([entry.seq, (entry.data as { text: string }).text]) },
      settledBy: ({ data }) => ((data as { text: string }).text === 'four' ? 'turn' : null),
    });
    await tells.appendAll(place(), [note('three'), note('one again', 'k1'), note('four')]);
    expect(told).toEqual([
      [3, 'three'],
      [4, 'four'],
    ]);
    const owed = await stores.entries.listOwed(clock.now() + 60_000, 9);
    expect(owed.map(({ entry }) => entry.seq)).toEqual([4]);
    const internal = await stores.entries.read(id, 'internal', 1, 99, 99);
    expect(internal.map(({ seq, data }) => [seq, (data as { text: string }).text])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
      [4, 'four'],
    ]);
  });

  it('keeps the newest of a long log, and reads the rest', async () => {
    const { folds, appender } = nodes();
    for (let n = 1; n <= 450; n += 1) await appender.append(place(), message(`${n}`));
    reads = [];
    expect(await folds.entries.read(id, 'public', 100, 449, 999)).toHaveLength(350);
    expect(reads).toHaveLength(0);
    const all = await folds.entries.read(id, 'public', 1, 999, 999);
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 450 }, (_, n) => n + 1));
    expect(reads).toEqual(['lines']);
  });
});

describe('a takeover that this node has not heard of', () => {
  const fence = 1;

  it('stops the bot’s next line: the numbers collide, and the fence is read again', async () => {
    const [speaks, sits] = [nodes(), nodes()];
    await speaks.appender.append(place(), message('hello'));
    await speaks.appender.appendUnder(place(), message('one', 'bot'), fence);
    await takeOver(sits.parts, agent, command(), { conversationId: id });
    expect((await speaks.folds.find('t1', id))?.mode).toBe('bot');
    expect(await speaks.appender.appendUnder(place(), message('two', 'bot'), fence)).toBeNull();
    expect((await speaks.folds.find('t1', id))?.mode).toBe('human');
    expect(textsOf(await log())).toEqual(['hello', 'one', 'conversation-changed', 'participant-changed']);
  });

  it('lets through only what comes before the line that says so', async () => {
    const [speaks, sits] = [nodes(), nodes()];
    await speaks.appender.append(place(), message('hello'));
    await speaks.appender.appendUnder(place(), message('one', 'bot'), fence);
    const { insert } = stores.entries;
    let between: (() => Promise<unknown>) | null = () =>
      speaks.appender.appendUnder(place(), message('between', 'bot'), fence);
    sits.parts.appender = createAppender({
      ...sits.parts,
      ...nothingFollows,
      folds: sits.folds,
      meter: silentMeter,
      entries: {
        ...stores.entries,
        async insert(record) {
          const act = between;
          between = null;
          await act?.();
          return insert(record);
        },
      },
    });
    await takeOver(sits.parts, agent, command(), { conversationId: id });
    expect(await speaks.appender.appendUnder(place(), message('after', 'bot'), fence)).toBeNull();
    expect(textsOf(await log()).slice(0, 4)).toEqual(['hello', 'one', 'between', 'conversation-changed']);
  });

  it('is seen by fifty lines of the bot that race it: none follows the line that says so', async () => {
    for (const wakeups of [undefined, shared()]) {
      const [speaks, sits] = [nodes(wakeups), nodes(wakeups)];
      await speaks.appender.append(place(), message('hello'));
      const { fence } = (await speaks.folds.read('t1', id)) ?? { fence: 0 };
      await Promise.all([
        ...Array.from({ length: 25 }, (_, n) => speaks.appender.appendUnder(place(), message(`a${n}`, 'bot'), fence)),
        takeOver(sits.parts, agent, command(), { conversationId: id }),
        ...Array.from({ length: 25 }, (_, n) => speaks.appender.appendUnder(place(), message(`b${n}`, 'bot'), fence)),
      ]);
      const lines = await log();
      const changed = lines.findLast(({ type }) => type === 'conversation-changed')?.seq ?? 0;
      expect(changed).toBeGreaterThan(0);
      expect(lines.filter(({ seq, actor }) => seq > changed && actor.kind === 'bot')).toEqual([]);
      await stores.conversations.changeSpeaker('t1', id, { mode: 'bot', owner: null, pausedUntil: null }, {});
    }
  });

  it('is known at once where its hint came', async () => {
    const wakeups = shared();
    const [speaks, sits] = [nodes(wakeups), nodes(wakeups)];
    await speaks.appender.append(place(), message('hello'));
    await speaks.folds.find('t1', id);
    await takeOver(sits.parts, agent, command(), { conversationId: id });
    await settle();
    expect((await speaks.folds.find('t1', id))?.owner?.name).toBe('Ana');
  });

  it('is known a minute later where no line told of it', async () => {
    const { folds, appender } = nodes();
    await appender.append(place(), message('hello'));
    await folds.find('t1', id);
    await stores.conversations.changeSpeaker('t1', id, { mode: 'human', pausedUntil: null }, {});
    expect((await folds.find('t1', id))?.mode).toBe('bot');
    await clock.pass(60_000);
    expect((await folds.find('t1', id))?.mode).toBe('human');
  });
});

describe('a conversation that is over', () => {
  it('is held by no node that hears of it, nor by one that reads that it is', async () => {
    const wakeups = shared();
    const [here, there, deaf] = [nodes(wakeups), nodes(wakeups), nodes()];
    for (const { folds } of [here, there, deaf]) {
      await folds.read('t1', id);
      await folds.entries.head(id, 'public');
    }
    await here.appender.append(place(), message('my number is 512 555 0100'));
    await deaf.folds.catchUp(id);
    expect(deaf.folds.headOf(id, 'public')).toBe(1);
    await closeConversation(here.parts, visitor, command(), { conversationId: id });
    await settle();
    expect([here, there, deaf].map(({ folds }) => folds.headOf(id, 'public'))).toEqual([null, null, 1]);
    expect((await deaf.folds.read('t1', id))?.mode).toBe('closed');
    expect(deaf.folds.headOf(id, 'public')).toBeNull();
    // Lines read now are not kept either: their words may be deleted any time.
    for (const { folds } of [here, deaf]) {
      await folds.find('t1', id);
      await folds.entries.read(id, 'public', 1, Number.MAX_SAFE_INTEGER, 200);
      expect(folds.headOf(id, 'public')).toBeNull();
    }
  });

  it('of one in which nothing happens nothing is held after five minutes', async () => {
    const { folds, appender } = nodes();
    await appender.append(place(), message('hello'));
    await clock.pass(300_001);
    expect(folds.headOf(id, 'public')).toBeNull();
  });
});
