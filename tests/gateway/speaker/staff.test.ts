import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardRow } from '../../../src/contract/socket/board.ts';
import type { RecordName } from '../../../src/contract/vocabulary.ts';
import { connect, type HubClient, openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { codeOf, demoPerson, secondTenant, widgetToken } from '../people.ts';

const idOf = (client: HubClient): string => client.all('session-ready')[0]?.principal.id ?? '';

describe('staff commands', () => {
  let hub: OpenHub;
  let agent: HubClient;
  let agent2: HubClient;
  let supervisor: HubClient;
  beforeAll(async () => {
    hub = await openHub();
    [agent, agent2, supervisor] = await Promise.all([
      demoPerson(hub.url, 'agent'),
      demoPerson(hub.url, 'agent2'),
      demoPerson(hub.url, 'supervisor'),
    ]);
  });
  afterAll(async () => {
    for (const client of [agent, agent2, supervisor]) client.close();
    await hub.close();
  });

  async function talk(text = 'hello') {
    const visitor = await openVisitor(hub.url);
    await visitor.command('chat-send', { text });
    return visitor;
  }
  const rowOf = async (client: HubClient, conversationId: string, filter: object = {}): Promise<BoardRow | undefined> =>
    ((await client.send('board-watch', { filter })).rows as BoardRow[]).find(
      (row) => row.conversationId === conversationId,
    );

  it('of two agents who take over at once one speaks; a supervisor may take it from them, another agent may not', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    const codes = await Promise.all(
      [agent, agent2].map((who) =>
        codeOf(who, 'takeover-start', { commandId: randomUUID(), conversationId, reason: 'I know them' }),
      ),
    );
    expect([...codes].sort()).toEqual(['CONFLICT', 'ok']);
    const [holder, other] = codes[0] === 'ok' ? [agent, agent2] : [agent2, agent];
    const said = await visitor.untilEntry('conversation-changed', (entry) => entry.data.mode === 'human');
    expect(said.data.agentName).toBe(holder === agent ? 'Maya Torres' : 'Owen Park');
    await visitor.untilEntry('participant-changed', (entry) => entry.data.present);
    for (const [name, more] of [
      ['message-send', { text: 'mine' }],
      ['takeover-end', {}],
      ['bot-pause', {}],
      ['bot-resume', {}],
      ['conversation-close', { disposition: 'x' }],
      ['conversation-assign', { to: idOf(other) }],
    ] as const)
      expect([name, await codeOf(other, name, { commandId: randomUUID(), conversationId, ...more })]).toEqual([
        name,
        'CONFLICT',
      ]);
    await supervisor.command('takeover-start', { conversationId });
    await visitor.untilEntry('conversation-changed', (entry) => entry.data.agentName === 'Renee Castillo');
    await visitor.untilEntry('participant-changed', (entry) => !entry.data.present && entry.data.kind === 'agent');
    // The visitor is told the new speaker's role.
    await visitor.untilEntry('participant-changed', (entry) => entry.data.present && entry.data.kind === 'supervisor');
    expect(await codeOf(holder, 'takeover-end', { commandId: randomUUID(), conversationId })).toBe('CONFLICT');
    const { seq } = await supervisor.command('takeover-end', { conversationId });
    expect(typeof seq).toBe('number');
    expect(await codeOf(supervisor, 'takeover-end', { commandId: randomUUID(), conversationId })).toBe('CONFLICT');
    visitor.close();
  });

  it('a note is changed by its author, and pinned by anybody on the team; its earlier words stay in the log', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    await Promise.all([agent, agent2].map((who) => who.send('conversation-open', { conversationId })));
    const { seq } = await agent.command('note-add', { conversationId, text: 'Call after five' });
    const change = (who: HubClient, more: object) =>
      codeOf(who, 'note-change', { commandId: randomUUID(), conversationId, seq, ...more });
    expect(await change(agent2, { text: 'mine' })).toBe('FORBIDDEN');
    expect(await change(agent, {})).toBe('VALIDATION_FAILED');
    expect(await change(agent, { seq: 999, pinned: true })).toBe('NOT_FOUND');
    expect(await change(agent, { seq: Number(seq) - 1, pinned: true })).toBe('NOT_FOUND');
    expect(await change(agent2, { pinned: true })).toBe('ok');
    expect(await change(agent, { text: 'Call after six' })).toBe('ok');
    await agent2.untilEntry('note-changed', ({ data }) => data.text === 'Call after six');
    expect(agent2.entries('note-created').map(({ data }) => data.text)).toEqual(['Call after five']);
    expect(agent2.entries('note-changed').map(({ data }) => data)).toEqual([
      { note: seq, pinned: true },
      { note: seq, text: 'Call after six' },
    ]);
    visitor.close();
  });

  it('an agent takes over from a colleague who is away: on a break, or gone for longer than a reload; never from one who is there', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    const colleague = await demoPerson(hub.url, 'agent2');
    await agent2.send('presence-set', { status: 'available', capacity: 5 });
    await colleague.command('takeover-start', { conversationId });
    const take = () => codeOf(agent, 'takeover-start', { commandId: randomUUID(), conversationId });
    expect(await take()).toBe('CONFLICT');
    await colleague.send('presence-set', { status: 'away', capacity: 5 });
    await expect.poll(take).toBe('ok');
    await visitor.untilEntry('conversation-changed', (entry) => entry.data.agentName === 'Maya Torres');
    await visitor.untilEntry('participant-changed', ({ data }) => !data.present && data.name === 'Owen Park');
    expect(await codeOf(colleague, 'message-send', { commandId: randomUUID(), conversationId, text: 'mine' })).toBe(
      'CONFLICT',
    );
    await colleague.send('presence-set', { status: 'available', capacity: 5 });

    const admin = await demoPerson(hub.url, 'admin');
    await admin.command('takeover-start', { conversationId });
    admin.close();
    await agent.until('presence-changed', ({ name, status }) => name === 'Sam Whitfield' && status === 'offline');
    expect(await take()).toBe('CONFLICT');
    await expect.poll(take).toBe('ok');
    for (const client of [visitor, colleague]) client.close();
  });

  it('an agent hands a conversation to another bot, which asks its own questions from then on', async () => {
    const visitor = await talk('hello');
    const { conversationId } = visitor;
    const agent = await demoPerson(hub.url, 'agent');
    const first = await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    await agent.send('conversation-open', { conversationId });
    await agent.command('handoff-request', { conversationId, to: 'seller', reason: 'Called about selling' });
    const asked = await agent.untilEntry('handoff-changed', (entry) => entry.actor.kind === 'agent');
    expect(asked.data).toMatchObject({
      state: 'requested',
      from: 'lead',
      to: 'seller',
      reason: 'Called about selling',
    });
    await agent.untilEntry('handoff-changed', (entry) => entry.data.state === 'transferred');
    await visitor.command('chat-send', { text: 'yes, next month' });
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > first.seq);
    const turn = await agent.untilEntry(
      'bot-turn',
      (entry) => entry.data.nextQuestion !== undefined && entry.data.bot === 'seller',
    );
    expect(turn.data.bot).toBe('seller');
    for (const client of [visitor, agent]) client.close();
  });

  it('an agent hands a conversation to a colleague with a reason, nobody else’s can be handed on, and an unknown person is not found', async () => {
    const visitor = await talk('hello');
    const { conversationId } = visitor;
    const taker = await demoPerson(hub.url, 'agent2');
    await taker.send('conversation-open', { conversationId });
    await agent.command('handoff-request', { conversationId, to: idOf(agent2), reason: 'Speaks Spanish' });
    const assigned = await taker.untilEntry('assignment-changed');
    expect(assigned.data.owner?.id).toBe(idOf(agent2));
    const handed = await taker.untilEntry('handoff-changed', (entry) => entry.data.to === 'human');
    expect(handed.data).toMatchObject({ state: 'assigned', reason: 'Speaks Spanish' });
    const again = { commandId: randomUUID(), conversationId, reason: 'mine now' };
    expect(await codeOf(agent, 'handoff-request', { ...again, to: idOf(agent) })).toBe('CONFLICT');
    expect(await codeOf(agent2, 'handoff-request', { ...again, to: 'nobody' })).toBe('NOT_FOUND');
    for (const client of [visitor, taker]) client.close();
  });

  it('writing to a visitor while Jorge speaks takes over first, and no word of Jorge follows', async () => {
    const visitor = await talk('I want to buy a home');
    const { conversationId } = visitor;
    const { messageId, seq } = await agent.command('message-send', { conversationId, text: 'Hi, Maya here.' });
    const changed = await visitor.untilEntry('conversation-changed');
    const message = await visitor.untilEntry('message-created', (entry) => entry.data.messageId === messageId);
    expect(changed.seq).toBeLessThan(Number(seq));
    expect(message).toMatchObject({
      seq,
      actor: { kind: 'agent', name: 'Maya Torres' },
      data: { text: 'Hi, Maya here.', channel: 'widget' },
    });
    // Longer than the quiet after which Jorge would have answered.
    await agent.command('takeover-end', { conversationId });
    await visitor.untilEntry('conversation-changed', (entry) => entry.data.mode === 'bot');
    const bots = visitor.entries('message-created').filter((entry) => entry.actor.kind === 'bot');
    expect(bots.filter((entry) => entry.seq > changed.seq && entry.seq < Number(seq))).toEqual([]);
    visitor.close();
  });

  it('given back, Jorge answers the last message that nobody answered', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    await agent.command('takeover-start', { conversationId });
    await visitor.command('chat-send', { text: 'I want to sell my house' });
    const { seq } = await agent.command('takeover-end', { conversationId });
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq));
    visitor.close();
  });

  it('a pause ends by itself on the minute that was said, or by hand', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    const before = Date.now();
    await agent.command('bot-pause', { conversationId, minutes: 5 });
    await visitor.untilEntry('conversation-changed', (entry) => entry.data.mode === 'human');
    expect((await hub.stores.conversations.find('demo', conversationId))?.pausedUntil).toBeGreaterThanOrEqual(
      before + 300_000,
    );
    await agent.command('bot-resume', { conversationId });
    await visitor.untilEntry('conversation-changed', (entry) => entry.data.mode === 'bot');
    for (const minutes of [0, -1, 1.5, 1e9, '5', null])
      expect(await codeOf(agent, 'bot-pause', { commandId: randomUUID(), conversationId, minutes })).toBe(
        'VALIDATION_FAILED',
      );
    visitor.close();
  });

  it('a visitor who asks for a person waits for one, and the board says why', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    await agent.send('conversation-open', { conversationId });
    const { seq } = await visitor.command('human-request', { topic: 'the roof' });
    expect(await visitor.untilEntry('conversation-changed')).toMatchObject({ seq, data: { mode: 'waiting' } });
    expect(await agent.untilEntry('alert-raised', (entry) => entry.conversationId === conversationId)).toMatchObject({
      data: { reason: 'the roof' },
    });
    const row = await rowOf(agent, conversationId, { mode: 'waiting' });
    expect(row).toMatchObject({
      mode: 'waiting',
      flags: [{ kind: 'asked-for-person', reason: 'the roof' }],
      waitingSince: expect.any(String),
    });
    expect(JSON.stringify(visitor.heard)).not.toContain('the roof');
    visitor.close();
  });

  it('an alert is on every supervisor’s board until one of them answers it, and never reaches the visitor', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    const other = await demoPerson(hub.url, 'admin');
    await Promise.all([supervisor.send('board-watch'), other.send('board-watch')]);
    await visitor.command('human-request', { topic: 'CANARY roof' });
    const has = (row: BoardRow, count: number) =>
      row.conversationId === conversationId && (row.alerts?.length ?? 0) === count && row.mode === 'waiting';
    const [row] = await Promise.all([supervisor, other].map((who) => who.until('board-row', (one) => has(one, 1))));
    const [alert] = row?.alerts ?? [];
    expect(alert).toMatchObject({ kind: 'asked-for-person', reason: 'CANARY roof', priority: 1 });
    const { alertId } = alert as { alertId: string };
    const answers = await Promise.all([supervisor, other].map((who) => who.command('alert-answer', { alertId })));
    expect(answers).toHaveLength(2);
    for (const who of [supervisor, other]) {
      const rows = (await who.send('board-watch')).rows as BoardRow[];
      expect(rows.find((one) => one.conversationId === conversationId)).not.toHaveProperty('alerts');
      await who.until('board-row', (one) => has(one, 0) && who.all('board-row').some((before) => has(before, 1)));
    }
    expect(JSON.stringify(visitor.heard)).not.toContain('CANARY');
    expect(await codeOf(agent, 'alert-answer', { commandId: randomUUID(), alertId })).toBe('FORBIDDEN');
    other.close();
    visitor.close();
  });

  it('notes and whispers reach the team and never the visitor', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    await agent.send('conversation-open', { conversationId });
    await agent.command('note-add', { conversationId, text: 'CANARY note' });
    await supervisor.command('whisper-send', {
      conversationId,
      to: 'agent',
      text: 'CANARY whisper',
      expiresInMs: 60_000,
    });
    await supervisor.command('monitor-start', { conversationId, mode: 'silent', reason: 'CANARY watching' });
    await agent.command('takeover-start', { conversationId, reason: 'CANARY reason' });
    await agent.command('conversation-close', { conversationId, disposition: 'CANARY closed' });
    await supervisor.command('monitor-stop', { conversationId });
    const whisper = await agent.untilEntry('whisper-created');
    expect(whisper).toMatchObject({
      actor: { kind: 'supervisor' },
      data: { text: 'CANARY whisper', to: 'agent', expiresAt: expect.stringMatching(/Z$/) },
    });
    await visitor.untilEntry('conversation-changed', (entry) => entry.data.mode === 'closed');
    const fetched = await visitor.send('log-fetch', { log: `public:${conversationId}`, fromSeq: 1 });
    expect(JSON.stringify([visitor.heard, fetched])).not.toContain('CANARY');
    expect(visitor.all('entry').every((entry) => entry.log === `public:${conversationId}`)).toBe(true);
    visitor.close();
  });

  it('a conversation is given to a person, to nobody, and not to a stranger', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    const to = idOf(agent2);
    await supervisor.command('conversation-assign', { conversationId, to });
    expect(await rowOf(agent2, conversationId, { mine: true })).toMatchObject({
      owner: { id: to, name: 'Owen Park' },
      mode: 'bot',
    });
    expect(await rowOf(agent, conversationId, { mine: true })).toBeUndefined();
    expect(await rowOf(agent, conversationId, { unassigned: true })).toBeUndefined();
    await supervisor.command('conversation-assign', { conversationId, to: null });
    expect(await rowOf(agent, conversationId, { unassigned: true })).not.toHaveProperty('owner');
    const other = await secondTenant(hub);
    const stranger = await connect(hub.url, '/supervisor', other.token);
    for (const nobody of ['nobody', idOf(stranger), idOf(visitor)])
      expect(
        await codeOf(supervisor, 'conversation-assign', { commandId: randomUUID(), conversationId, to: nobody }),
      ).toBe('NOT_FOUND');
    stranger.close();
    visitor.close();
  });

  it('a correction by hand stands in the log, and null makes a slot unknown again', async () => {
    const visitor = await talk('Hello, I want to buy a home in Zilker for 500k');
    const { conversationId } = visitor;
    await agent.send('conversation-open', { conversationId });
    const learnt = await agent.untilEntry('qualification-changed');
    const slot = Object.keys(learnt.data.slots)[0] as RecordName;
    const { seq } = await agent.command('slot-correct', { conversationId, slot, value: 'by hand' });
    const corrected = await agent.untilEntry('qualification-changed', (entry) => entry.seq === seq);
    expect(corrected.data.slots[slot]).toMatchObject({ value: 'by hand', state: 'answered' });
    const again = await agent.command('slot-correct', { conversationId, slot, value: null });
    const unknown = await agent.untilEntry('qualification-changed', (entry) => entry.seq === again.seq);
    expect(unknown.data.slots[slot]).toMatchObject({ state: 'unknown' });
    expect(unknown.data.missing).toContain(slot);
    expect(unknown.data.answered + unknown.data.missing.length).toBe(unknown.data.total);
    for (const name of ['no-such', '__proto__', 'constructor'])
      expect(
        await codeOf(agent, 'slot-correct', { commandId: randomUUID(), conversationId, slot: name, value: 1 }),
      ).toBe('NOT_FOUND');
    for (const value of [{ $gt: 1 }, { 'a.b': 1 }, { 'a\u0000': 1 }, { a: { b: 1 } }, [1], undefined])
      expect(await codeOf(agent, 'slot-correct', { commandId: randomUUID(), conversationId, slot, value })).toBe(
        'VALIDATION_FAILED',
      );
    visitor.close();
  });

  it('a snoozed conversation comes back with the visitor’s next message', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await agent.command('conversation-snooze', { conversationId, until });
    expect((await hub.stores.conversations.find('demo', conversationId))?.snoozedUntil).toBe(Date.parse(until));
    await visitor.command('chat-send', { text: 'back again' });
    await agent.send('board-watch');
    expect(await rowOf(agent, conversationId)).toMatchObject({ lastText: 'back again' });
    for (const bad of ['tomorrow', '2026-02-30T00:00:00Z', 5, '2026-01-01T00:00:00+01:00'])
      expect([
        bad,
        await codeOf(agent, 'conversation-snooze', { commandId: randomUUID(), conversationId, until: bad }),
      ]).toEqual([bad, 'VALIDATION_FAILED']);
    visitor.close();
  });

  it('read means read up to there: later words stay unread', async () => {
    const visitor = await talk('one');
    const { conversationId } = visitor;
    await visitor.command('chat-send', { text: 'two' });
    const { seq } = await visitor.command('chat-send', { text: 'three' });
    expect((await rowOf(agent, conversationId))?.unread).toBe(3);
    await agent.send('read-mark', { conversationId, seq: Number(seq) - 1 });
    expect(
      await agent.until('board-row', (row) => row.conversationId === conversationId && row.unread === 1),
    ).toBeDefined();
    await agent.send('read-mark', { conversationId, seq });
    await agent.until('board-row', (row) => row.conversationId === conversationId && row.unread === 0);
    await visitor.send('read-mark', { seq });
    expect(await codeOf(agent, 'read-mark', { seq })).toBe('VALIDATION_FAILED');
    visitor.close();
  });

  it('a board shows what its filter lets through, the newest filter alone, and says what has gone', async () => {
    const visitor = await talk('about the garage');
    const { conversationId } = visitor;
    expect(await rowOf(agent, conversationId, { text: 'GARAGE', mode: 'bot' })).toBeDefined();
    for (const filter of [{ mine: true }, { mode: 'human' }, { temperature: 'hot' }, { text: 'no such words' }])
      expect([filter, await rowOf(agent, conversationId, filter)]).toEqual([filter, undefined]);
    await agent.send('board-watch', { filter: { unassigned: true } });
    await agent2.command('takeover-start', { conversationId });
    await agent.until('board-row-gone', (gone) => gone.conversationId === conversationId);
    await agent.send('board-watch', { filter: { mode: 'human' } });
    await agent2.command('takeover-end', { conversationId });
    await agent.until(
      'board-row-gone',
      () => agent.all('board-row-gone').filter((gone) => gone.conversationId === conversationId).length === 2,
    );
    for (const payload of [
      { filter: { $where: '1' } },
      { filter: { text: { $regex: '.' } } },
      { limit: 0 },
      { limit: 1e9 },
      { filter: null },
    ])
      expect(await codeOf(agent, 'board-watch', payload)).toBe('VALIDATION_FAILED');
    visitor.close();
  });

  it('only the others in a conversation see who types; the whole team sees who is there', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    await agent.send('conversation-open', { conversationId });
    await visitor.send('typing-set', { on: true });
    expect(await agent.until('typing-changed', (one) => one.conversationId === conversationId)).toEqual({
      conversationId,
      kind: 'visitor',
      on: true,
    });
    await agent.send('typing-set', { conversationId, on: true });
    expect(await visitor.until('typing-changed')).toEqual({
      conversationId,
      kind: 'agent',
      name: 'Maya Torres',
      on: true,
    });
    expect(agent2.all('typing-changed')).toEqual([]);
    expect(await codeOf(visitor, 'typing-set', { conversationId: 'other', on: true })).toBe('NOT_FOUND');
    const fresh = await connect(hub.url, '/widget', String((await widgetToken(hub.url)).token));
    expect(await codeOf(fresh, 'typing-set', { on: true })).toBe('VALIDATION_FAILED');
    await agent.send('presence-set', { status: 'busy', capacity: 3 });
    expect(await supervisor.until('presence-changed', (one) => one.status === 'busy')).toEqual({
      userId: idOf(agent),
      name: 'Maya Torres',
      status: 'busy',
    });
    expect(visitor.all('presence-changed')).toEqual([]);
    fresh.close();
    visitor.close();
  });

  it('the end by the visitor keeps their rating for the team', async () => {
    const visitor = await talk();
    await agent.send('conversation-open', { conversationId: visitor.conversationId });
    const { seq } = await visitor.command('chat-end', { rating: 4, comment: 'quick' });
    expect(await visitor.untilEntry('conversation-changed')).toMatchObject({ seq, data: { mode: 'closed' } });
    const ended = await agent.untilEntry(
      'conversation-ended',
      (entry) => entry.conversationId === visitor.conversationId,
    );
    expect(ended.data).toEqual({ rating: 4, comment: 'quick' });
    for (const rating of [0, 6, 4.5, '4'])
      expect(await codeOf(visitor, 'chat-end', { commandId: randomUUID(), rating })).toBe('VALIDATION_FAILED');
    visitor.close();
  });

  it('a chat that the team ended can be rated by its visitor once, and stays filed as it was', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    await agent.send('conversation-open', { conversationId });
    await agent.command('conversation-close', { conversationId, disposition: 'not-interested' });
    await visitor.untilEntry('conversation-changed', (entry) => entry.data.mode === 'closed');
    expect(await codeOf(visitor, 'chat-end', { commandId: randomUUID() })).toBe('CONFLICT');
    await visitor.command('chat-end', { rating: 5 });
    const ended = await agent.untilEntry(
      'conversation-ended',
      (entry) => entry.conversationId === conversationId && entry.data.rating !== undefined,
    );
    expect(ended.data).toEqual({ disposition: 'not-interested', rating: 5 });
    expect(await codeOf(visitor, 'chat-end', { commandId: randomUUID(), rating: 1 })).toBe('CONFLICT');
    visitor.close();
  });
});
