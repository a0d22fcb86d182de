import { expect, it, test } from 'vitest';
import type { EntryType } from '../../../src/contract/log/entry.ts';
import { callsForOwner } from '../../../src/features/conversations/board/raiseAlert.ts';
import { assignConversation } from '../../../src/features/conversations/speaker/assignConversation.ts';
import {
  closeConversation,
  handBack,
  requestHuman,
  takeOver,
} from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import type { StaffScope } from '../../../src/features/identity/model.ts';
import { mendSpeaker } from '../../../src/features/turns/mendSpeaker.ts';
import { agent, command, type Instead, turnWorld, visitor } from './turnWorld.ts';

const supervisor: StaffScope = {
  tenantId: 't1',
  principal: { kind: 'staff', id: 's1', role: 'supervisor', name: 'Sue' },
};

/** A world in which the process dies before it writes the next line of a type. */
async function dyingWorld(instead: Instead = {}) {
  let dies: EntryType | null = null;
  const world = await turnWorld({
    ...instead,
    entries: (store) => ({
      async insert(record) {
        if (dies !== null && record.entry.type === dies) throw new Error('the process died');
        return store.insert(record);
      },
    }),
  });
  await world.say('hello');
  await world.settle();
  const read = async (log: 'public' | 'internal') => world.plain.entries.read(world.id, log, 1, 1000, 1000);
  return {
    world,
    async diesBefore(line: EntryType, act: () => Promise<unknown>): Promise<void> {
      dies = line;
      await expect(act()).rejects.toThrow('died');
      dies = null;
    },
    async mend(): Promise<void> {
      await world.clock.pass(10_000);
      await world.runJobs();
      await world.runJobs();
    },
    /** The speakers, the people in the talk, and its owners, as the logs tell them. */
    async told() {
      const speaks: string[] = [];
      const present: string[] = [];
      const owners: string[] = [];
      for (const { type, data } of await read('public')) {
        if (type === 'conversation-changed') speaks.push([data.mode, data.agentName].join(' ').trim());
        if (type === 'participant-changed') present.push(`${data.name} ${data.present ? 'in' : 'out'}`);
      }
      for (const { type, data } of await read('internal'))
        if (type === 'assignment-changed') owners.push(`${data.owner?.name ?? 'nobody'} ${data.reason}`);
      return { speaks, present, owners };
    },
  };
}

test.each(['conversation-changed', 'participant-changed', 'assignment-changed'] as const)(
  'a takeover from a colleague that died before its line %s is told whole, once',
  async (line) => {
    const { world, diesBefore, mend, told } = await dyingWorld();
    await takeOver(world.parts, agent, command(), { conversationId: world.id });
    const sent = command();
    const takes = () => takeOver(world.parts, supervisor, sent, { conversationId: world.id });
    await diesBefore(line, takes);
    await mend();
    const whole = {
      speaks: ['human Ana', 'human Sue'],
      present: ['Ana in', 'Ana out', 'Sue in'],
      owners: ['Ana takeover', 'Sue takeover'],
    };
    expect(await told()).toEqual(whole);
    // Sent again, the command finds its lines.
    await takes();
    expect(await told()).toEqual(whole);
  },
);

test.each(['conversation-changed', 'participant-changed', 'assignment-changed'] as const)(
  'a hand-back that died before its line %s is told whole',
  async (line) => {
    const { world, diesBefore, mend, told } = await dyingWorld();
    await takeOver(world.parts, agent, command(), { conversationId: world.id });
    await diesBefore(line, () => handBack(world.parts, agent, command(), { conversationId: world.id }));
    await mend();
    expect(await told()).toEqual({
      speaks: ['human Ana', 'bot'],
      present: ['Ana in', 'Ana out'],
      owners: ['Ana takeover', 'nobody handed-back'],
    });
    const assignment = await world.plain.entries.newestOf(world.id, 'assignment-changed');
    // Also where the hub says it: a hot lead that nobody has is told.
    expect(assignment !== null && callsForOwner(assignment)).toBe(true);
  },
);

it('a change that was told is left alone, with two reads, also where somebody was named since', async () => {
  const reads: string[] = [];
  const { world, mend, told } = await dyingWorld();
  const { conversationId, ...place } = { tenantId: 't1', conversationId: world.id };
  await requestHuman(world.parts, visitor, command(), { conversationId });
  await assignConversation(world.parts, agent, command(), { conversationId, owner: { id: 'a1', name: 'Ana' } });
  const before = await told();
  await mend();
  expect(await told()).toEqual(before);
  await takeOver(world.parts, agent, command(), { conversationId });
  await closeConversation(world.parts, agent, command(), { conversationId });
  const counting = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(of, name) {
        reads.push(String(name));
        return Reflect.get(of, name);
      },
    });
  const { conversations, entries } = world.parts;
  const deps = { ...world.parts, conversations: counting(conversations), entries: counting(entries) };
  await mendSpeaker(deps, { ...place, conversationId });
  expect(reads).toEqual(['find', 'findOnce']);
});

it('a line that comes late does not contradict a later change', async () => {
  const { world, diesBefore, told } = await dyingWorld();
  const { id: conversationId } = world;
  await diesBefore('conversation-changed', () => takeOver(world.parts, agent, command(), { conversationId }));
  const entries = {
    ...world.parts.entries,
    async findOnce(key: string) {
      const found = await world.parts.entries.findOnce(key);
      await handBack(world.parts, agent, command(), { conversationId });
      return found;
    },
  };
  await mendSpeaker({ ...world.parts, entries }, { tenantId: 't1', conversationId });
  expect((await told()).speaks).toEqual(['bot']);
});
