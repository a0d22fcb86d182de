import { describe, expect, it } from 'vitest';
import type { EntryType } from '../../../../src/contract/log/entry.ts';
import { openChat } from '../../../../src/features/conversations/openChat.ts';
import { assignConversation } from '../../../../src/features/conversations/speaker/assignConversation.ts';
import { closeConversation, handBack, takeOver } from '../../../../src/features/conversations/speaker/changeSpeaker.ts';
import { endChat, rateableMs } from '../../../../src/features/conversations/speaker/endChat.ts';
import { requestHandoff } from '../../../../src/features/conversations/speaker/requestHandoff.ts';
import { sendAsStaff } from '../../../../src/features/conversations/speaker/sendAsStaff.ts';
import type { StaffScope } from '../../../../src/features/identity/model.ts';
import { agent, command, turnWorld, visitor } from '../../turns/turnWorld.ts';

const owen = { id: 'a2', name: 'Owen' };
const supervisor: StaffScope = {
  tenantId: 't1',
  principal: { kind: 'staff', id: 's1', role: 'supervisor', name: 'Sue' },
};

/** A world in which the process dies before it writes the next line of a type. */
async function dyingWorld() {
  let dies: EntryType | null = null;
  const world = await turnWorld({
    entries: (store) => ({
      async insert(record) {
        if (dies !== null && record.entry.type === dies) throw new Error('crash');
        return store.insert(record);
      },
    }),
  });
  await world.say('hello');
  await world.settle();
  const lines = async (log: 'public' | 'internal', of: EntryType) =>
    (await world.plain.entries.read(world.id, log, 1, 1000, 1000)).filter(({ type }) => type === of);
  return {
    world,
    lines,
    /** The command dies before the line, and is sent again after `meanwhile`. */
    async again<T>(
      line: EntryType,
      send: () => Promise<T>,
      meanwhile: () => Promise<unknown> = async () => {},
    ): Promise<T> {
      dies = line;
      await expect(send()).rejects.toThrow('crash');
      dies = null;
      await meanwhile();
      return send();
    },
  };
}

describe('a command that crashed between the change of speaker and its lines is done to its end when it is sent again', () => {
  it.each(['conversation-changed', 'participant-changed', 'assignment-changed'] as const)(
    'takeover-end, before the line %s',
    async (line) => {
      const { world, lines, again } = await dyingWorld();
      await takeOver(world.parts, agent, command(), { conversationId: world.id });
      const sent = command();
      const { seq } = await again(line, () => handBack(world.parts, agent, sent, { conversationId: world.id }));
      expect((await lines('public', 'conversation-changed')).map((one) => [one.seq, one.data])).toEqual([
        [expect.any(Number), { mode: 'human', agentName: 'Ana' }],
        [seq, { mode: 'bot' }],
      ]);
      expect((await lines('public', 'participant-changed')).at(-1)?.data).toMatchObject({
        name: 'Ana',
        present: false,
      });
      expect((await lines('internal', 'assignment-changed')).map(({ data }) => data)).toEqual([
        { owner: { id: 'a1', name: 'Ana' }, reason: 'takeover' },
        { reason: 'handed-back' },
      ]);
    },
  );

  it('also where a turn has written the line meanwhile: it is the line that the command answers with', async () => {
    const { world, lines, again } = await dyingWorld();
    await takeOver(world.parts, agent, command(), { conversationId: world.id });
    const sent = command();
    const { seq } = await again(
      'conversation-changed',
      () => handBack(world.parts, agent, sent, { conversationId: world.id }),
      () => world.settle(),
    );
    const said = await lines('public', 'conversation-changed');
    expect(said.map(({ data }) => data)).toMatchObject([{ mode: 'human' }, { mode: 'bot' }]);
    expect(said.at(-1)?.seq).toBe(seq);
    expect(await lines('internal', 'assignment-changed')).toHaveLength(2);
  });

  it('chat-end, also where the visitor has begun another chat meanwhile', async () => {
    const { world, lines, again } = await dyingWorld();
    const sent = command();
    let next = '';
    const ended = await again(
      'conversation-changed',
      () => endChat(world.parts, visitor, sent, { rating: 4, comment: 'Thanks' }),
      async () => {
        next = (await openChat(world.parts, visitor, { url: 'https://home.example/', language: 'en' })).id;
      },
    );
    expect(ended.conversationId).toBe(world.id);
    expect((await lines('public', 'conversation-changed')).map((one) => [one.seq, one.data])).toEqual([
      [ended.seq, { mode: 'closed', reason: 'ended-by-visitor' }],
    ]);
    expect((await lines('internal', 'conversation-ended')).map(({ data }) => data)).toEqual([
      { rating: 4, comment: 'Thanks' },
    ]);
    expect(await world.plain.conversations.findOpen('t1', 'v1')).toMatchObject({ id: next, mode: 'bot' });
    expect(await endChat(world.parts, visitor, sent, { rating: 4, comment: 'Thanks' })).toEqual(ended);
    expect(await world.plain.conversations.findOpen('t1', 'v1')).toMatchObject({ id: next });
  });

  it('chat-end with a rating of a chat that is over, for an hour', async () => {
    const { world, lines, again } = await dyingWorld();
    await endChat(world.parts, visitor, command(), {});
    const sent = command();
    const rate = () => endChat(world.parts, visitor, sent, { rating: 2 });
    expect(await again('conversation-ended', rate)).toEqual(await rate());
    expect((await lines('internal', 'conversation-ended')).map(({ data }) => data)).toEqual([{ rating: 2 }]);
    const later = await dyingWorld();
    await endChat(later.world.parts, visitor, command(), {});
    await later.world.clock.pass(rateableMs + 1);
    await expect(endChat(later.world.parts, visitor, command(), { rating: 2 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('conversation-close', async () => {
    const { world, lines, again } = await dyingWorld();
    const sent = command();
    const { seq } = await again('conversation-changed', () =>
      closeConversation(world.parts, agent, sent, { conversationId: world.id, ended: { disposition: 'spam' } }),
    );
    expect((await lines('public', 'conversation-changed')).map((one) => one.seq)).toEqual([seq]);
  });

  it.each([
    ['conversation-assign', 'conversation-changed'],
    ['conversation-assign', 'assignment-changed'],
    ['handoff-request', 'conversation-changed'],
    ['handoff-request', 'assignment-changed'],
  ] as const)('%s to a colleague while a person speaks, before the line %s', async (name, line) => {
    const { world, lines, again } = await dyingWorld();
    await takeOver(world.parts, agent, command(), { conversationId: world.id });
    const sent = command();
    await again(line, async () =>
      name === 'conversation-assign'
        ? void (await assignConversation(world.parts, agent, sent, { conversationId: world.id, owner: owen }))
        : requestHandoff(world.parts, agent, sent, {
            conversationId: world.id,
            to: { owner: owen },
            reason: 'Knows the street',
          }),
    );
    expect((await lines('public', 'conversation-changed')).map(({ data }) => data)).toEqual([
      { mode: 'human', agentName: 'Ana' },
      { mode: 'human', agentName: 'Owen' },
    ]);
    expect((await lines('public', 'participant-changed')).map(({ data }) => data)).toMatchObject([
      { name: 'Ana', present: true },
      { name: 'Ana', present: false },
      { name: 'Owen', present: true },
    ]);
    expect((await lines('internal', 'assignment-changed')).at(-1)?.data).toEqual({ owner: owen, reason: 'assigned' });
    expect(await lines('internal', 'assignment-changed')).toHaveLength(2);
  });

  it.each(['conversation-assign', 'handoff-request'] as const)('%s to a colleague while Jorge speaks', async (name) => {
    const { world, lines, again } = await dyingWorld();
    const sent = command();
    await again('assignment-changed', async () =>
      name === 'conversation-assign'
        ? void (await assignConversation(world.parts, agent, sent, { conversationId: world.id, owner: owen }))
        : requestHandoff(world.parts, agent, sent, {
            conversationId: world.id,
            to: { owner: owen },
            reason: 'Knows the street',
          }),
    );
    expect((await lines('internal', 'assignment-changed')).map(({ data }) => data)).toEqual([
      { owner: owen, reason: 'assigned' },
    ]);
  });

  it('message-send: the visitor reads who took over before they read the message', async () => {
    const { world, again } = await dyingWorld();
    const sent = command();
    const { seq } = await again('conversation-changed', () =>
      sendAsStaff(world.parts, agent, sent, { conversationId: world.id, text: 'Hi, Ana here' }),
    );
    const log = await world.publicLog();
    const changed = log.findIndex(({ type }) => type === 'conversation-changed');
    expect(log[changed]?.data).toEqual({ mode: 'human', agentName: 'Ana' });
    expect(changed).toBeLessThan(log.findIndex((one) => one.seq === seq));
  });
});

it('a command that was done changes nothing when it comes again after somebody else changed who speaks', async () => {
  const { world } = await dyingWorld();
  const sent = command();
  const first = await takeOver(world.parts, agent, sent, { conversationId: world.id });
  await handBack(world.parts, supervisor, command(), { conversationId: world.id });
  expect((await takeOver(world.parts, agent, sent, { conversationId: world.id })).seq).toBe(first.seq);
  expect(await world.plain.conversations.find('t1', world.id)).toMatchObject({ mode: 'bot', owner: null });
});

it('an unfinished command that comes again with another body is refused', async () => {
  const { world, again } = await dyingWorld();
  const sent = command();
  const other = { ...sent, bodyHash: 'another' };
  let first = true;
  const send = () => takeOver(world.parts, agent, first ? sent : other, { conversationId: world.id });
  const sentAgain = again('conversation-changed', send, async () => {
    first = false;
  });
  await expect(sentAgain).rejects.toMatchObject({ code: 'COMMAND_REUSED' });
});

it('a rival of it is still refused', async () => {
  const { world, again } = await dyingWorld();
  await takeOver(world.parts, agent, command(), { conversationId: world.id });
  const sent = command();
  const send = () => assignConversation(world.parts, agent, sent, { conversationId: world.id, owner: owen });
  await again('conversation-changed', send, () =>
    expect(
      assignConversation(world.parts, agent, command(), { conversationId: world.id, owner: owen }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
    }),
  );
});
