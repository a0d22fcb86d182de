import { describe, expect, it } from 'vitest';
import { openMemoryStores } from '../../../../src/app/stores.ts';
import { snoozeConversation } from '../../../../src/features/conversations/board/snoozeConversation.ts';
import { openChat } from '../../../../src/features/conversations/openChat.ts';
import { assignConversation } from '../../../../src/features/conversations/speaker/assignConversation.ts';
import { handBack, requestHuman, takeOver } from '../../../../src/features/conversations/speaker/changeSpeaker.ts';
import { type Candidate, chooseAgent } from '../../../../src/features/conversations/speaker/chooseAgent.ts';
import { offerMs, offerOver, offerWaiting } from '../../../../src/features/conversations/speaker/offerWaiting.ts';
import type { StaffScope, StaffUser, VisitorScope } from '../../../../src/features/identity/model.ts';
import { createTenantKnowledge } from '../../../../src/features/settings/tenantKnowledge.ts';
import { fromVisitor, receiveMessage } from '../../../../src/features/turns/receiveMessage.ts';
import { tenantTopic } from '../../../../src/kernel/wakeups.ts';
import { command, turnWorld, visitor } from '../../turns/turnWorld.ts';

const candidate = (id: string, open: number, capacity = 5): Candidate => ({ id, name: id, open, capacity });

describe('the agent who is offered a conversation', () => {
  it('is whoever has the fewest open ones and room for one more', () => {
    expect(chooseAgent('c1', [candidate('ann', 2), candidate('ben', 1), candidate('cleo', 3)])?.id).toBe('ben');
    expect(chooseAgent('c1', [candidate('ann', 0, 0), candidate('ben', 5)])).toBeNull();
    expect(chooseAgent('c1', [])).toBeNull();
  });
  it('is always the same for the same values, and not always the same person among equals', () => {
    const equals = ['ann', 'ben', 'cleo'].map((id) => candidate(id, 0));
    const chosen = Array.from({ length: 60 }, (_, no) => chooseAgent(`c${no}`, equals)?.id);
    expect(chosen).toEqual(Array.from({ length: 60 }, (_, no) => chooseAgent(`c${no}`, [...equals].reverse())?.id));
    for (const id of ['ann', 'ben', 'cleo']) expect(chosen.filter((one) => one === id).length).toBeGreaterThan(8);
  });
});

const scopeOf = (id: string): StaffScope => ({
  tenantId: 't1',
  principal: { kind: 'staff', id, role: 'agent', name: id.toUpperCase() },
});

async function office(people: Record<string, StaffUser['presence']>) {
  const world = await turnWorld();
  const stores = openMemoryStores();
  let reads = 0;
  const identity = {
    ...stores.identity,
    listUsers: (tenantId: string) => {
      reads += 1;
      return stores.identity.listUsers(tenantId);
    },
  };
  for (const [id, presence] of Object.entries(people)) {
    await identity.addUser({
      id,
      tenantId: 't1',
      email: `${id}@t1.example`,
      name: id.toUpperCase(),
      role: id === 'sup' ? 'supervisor' : 'agent',
      passwordHash: '',
      active: true,
      tokenVersion: 1,
      presence,
      createdAt: 0,
    });
  }
  const here = { atDesk: new Set(Object.keys(people)), justLeft: new Set<string>() };
  const { peopleOf } = createTenantKnowledge({ ...stores, ...world.parts, identity });
  const parts = { ...world.parts, identity, peopleOf };
  return {
    ...world,
    parts,
    identity,
    here,
    reads: () => reads,
    offer: () => offerWaiting(parts, 't1', here),
    async waits(no: number): Promise<string> {
      const who: VisitorScope = { ...visitor, principal: { ...visitor.principal, id: `v${no}`, leadId: `l${no}` } };
      const { id } = await openChat(parts, who, { url: 'https://home.example/', language: 'en' });
      await receiveMessage(parts, fromVisitor(who, command(), { text: 'Hello' }));
      await requestHuman(parts, who, command(), { conversationId: id });
      await world.clock.pass(1);
      return id;
    },
    at: async (id: string) => {
      const found = await world.plain.conversations.find('t1', id);
      return { offered: found?.offer?.missed === false ? found.offer.to.id : null, owner: found?.owner?.id ?? null };
    },
    reasons: async (id: string) =>
      (await world.plain.entries.read(id, 'internal', 1, 1000, 1000)).flatMap((entry) =>
        entry.type === 'assignment-changed' ? [entry.data.reason] : [],
      ),
  };
}
const free = (capacity = 5) => ({ status: 'available', capacity }) as const;
const onBreak = { status: 'away', capacity: 5 } as const;

describe('a conversation that waits for a person', () => {
  it('is spread over those who are free: nobody on a break, nobody busy, no supervisor, nobody without a desk open', async () => {
    const team = await office({
      ann: free(),
      ben: onBreak,
      cleo: { ...onBreak, status: 'busy' },
      sup: free(),
      dan: free(),
      eve: free(),
    });
    team.here.atDesk.delete('dan');
    const ids = [await team.waits(1), await team.waits(2), await team.waits(3), await team.waits(4)];
    expect(await team.offer()).toMatchObject({ unplaced: 0 });
    const offered = await Promise.all(ids.map(async (id) => (await team.at(id)).offered));
    expect(offered.toSorted()).toEqual(['ann', 'ann', 'eve', 'eve']);
    const [entry] = (await team.plain.entries.read(ids[0] ?? '', 'internal', 1, 99, 99)).filter(
      (one) => one.type === 'assignment-changed',
    );
    expect(entry?.data).toMatchObject({ reason: 'offered', offered: { id: offered[0] } });
    expect(entry?.data.candidates?.map(({ id }) => id).toSorted()).toEqual(['ann', 'eve']);
    // Again is harmless.
    await team.offer();
    expect(await team.reasons(ids[0] ?? '')).toEqual(['offered']);
  });

  it('never comes to an agent who has as many as they take, and does so once one of theirs is over, the longest wait first', async () => {
    const team = await office({ ann: free(2) });
    const [own, first, second, third] = [
      await team.waits(1),
      await team.waits(2),
      await team.waits(3),
      await team.waits(4),
    ];
    await takeOver(team.parts, scopeOf('ann'), command(), { conversationId: own ?? '' });
    expect(await team.offer()).toMatchObject({ unplaced: 2 });
    expect(await team.at(first ?? '')).toEqual({ offered: 'ann', owner: null });
    expect([(await team.at(second ?? '')).offered, (await team.at(third ?? '')).offered]).toEqual([null, null]);
    await handBack(team.parts, scopeOf('ann'), command(), { conversationId: own ?? '' });
    await team.offer();
    expect((await team.at(second ?? '')).offered).toBe('ann');
    expect((await team.at(third ?? '')).offered).toBeNull();
  });

  it('that is not taken in time is anybody’s, and is not offered again until it waits anew', async () => {
    const team = await office({ ann: free(), ben: free() });
    const id = await team.waits(1);
    await team.offer();
    let hints = 0;
    team.parts.wakeups.subscribe(tenantTopic('t1'), ({ kind }) => {
      if (kind === offerOver) hints += 1;
    });
    await team.clock.pass(offerMs - 1);
    await team.runJobs();
    expect(hints).toBe(0);
    await team.clock.pass(1);
    await team.runJobs();
    expect(hints).toBeGreaterThan(0);
    await team.offer();
    await team.offer();
    expect(await team.at(id)).toEqual({ offered: null, owner: null });
    expect(await team.reasons(id)).toEqual(['offered', 'offer-missed']);
    await takeOver(team.parts, scopeOf('ben'), command(), { conversationId: id });
    await assignConversation(team.parts, scopeOf('ben'), command(), { conversationId: id, owner: null });
    await team.offer();
    // Ben has just given it away.
    expect((await team.at(id)).offered).toBe('ann');
  });

  it('goes to the next when whoever it was offered to leaves, takes a break or passes it on; a reload is no leaving', async () => {
    const team = await office({ ann: free(), ben: free(), cleo: free() });
    const id = await team.waits(1);
    await team.offer();
    const first = (await team.at(id)).offered ?? '';
    team.here.atDesk.delete(first);
    team.here.justLeft.add(first);
    await team.offer();
    expect((await team.at(id)).offered).toBe(first);
    team.here.justLeft.delete(first);
    await team.offer();
    const second = (await team.at(id)).offered ?? '';
    expect(second).not.toBe(first);
    await team.identity.changeUser(second, { presence: onBreak });
    await team.offer();
    const third = (await team.at(id)).offered ?? '';
    expect([first, second]).not.toContain(third);
    await team.identity.changeUser(second, { presence: free() });
    await assignConversation(team.parts, scopeOf(third), command(), { conversationId: id, owner: null });
    await team.offer();
    expect((await team.at(id)).offered).toBe(second);
  });

  it('is looked for without reading the team anew, until somebody of it changes', async () => {
    const team = await office({ ann: { ...free(), status: 'away' } });
    const id = await team.waits(1);
    for (let look = 0; look < 5; look += 1) expect(await team.offer()).toEqual({ unplaced: 1 });
    expect(team.reads()).toBe(1);
    await team.identity.changeUser('ann', { presence: free() });
    await team.offer();
    expect((await team.at(id)).offered).toBe('ann');
    expect(team.reads()).toBe(2);
  });

  it('is offered to nobody while it is put aside, and counts for nobody who has it', async () => {
    const team = await office({ ann: free(1) });
    const [aside, own] = [await team.waits(1), await team.waits(2)];
    await takeOver(team.parts, scopeOf('ann'), command(), { conversationId: own });
    const until = team.clock.now() + 60_000;
    for (const conversationId of [aside, own])
      await snoozeConversation(team.parts, scopeOf('ann'), { conversationId, until });
    expect(await team.offer()).toEqual({ unplaced: 0 });
    expect((await team.at(aside)).offered).toBeNull();
    const next = await team.waits(3);
    await team.offer();
    expect((await team.at(next)).offered).toBe('ann');
    await team.clock.pass(60_000);
    expect(await team.offer()).toEqual({ unplaced: 1 });
  });

  it('may be taken by anybody of the team while it is offered, and then is theirs', async () => {
    const team = await office({ ann: free(), ben: free() });
    const id = await team.waits(1);
    await team.offer();
    const other = (await team.at(id)).offered === 'ann' ? 'ben' : 'ann';
    await takeOver(team.parts, scopeOf(other), command(), { conversationId: id });
    await team.offer();
    expect(await team.at(id)).toEqual({ offered: null, owner: other });
  });
});
