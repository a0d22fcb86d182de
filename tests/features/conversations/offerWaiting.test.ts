import { describe, expect, it } from 'vitest';
import { createMemoryIdentityStore } from '../../../src/adapters/memory/identityStore.ts';
import { handBack, requestHuman, takeOver } from '../../../src/features/conversations/changeSpeaker.ts';
import { type Candidate, chooseAgent } from '../../../src/features/conversations/chooseAgent.ts';
import { offerMs, offerWaiting } from '../../../src/features/conversations/offerWaiting.ts';
import { openChat } from '../../../src/features/conversations/openChat.ts';
import { assignConversation } from '../../../src/features/conversations/organise.ts';
import type { StaffScope, StaffUser, VisitorScope } from '../../../src/features/identity/model.ts';
import { receiveMessage } from '../../../src/features/turns/receiveMessage.ts';
import { command, turnWorld, visitor } from '../turns/turnWorld.ts';

const candidate = (id: string, open: number, capacity = 5): Candidate => ({ id, name: id, open, capacity });

describe('who is offered a conversation', () => {
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
  const identity = createMemoryIdentityStore();
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
  const parts = { ...world.parts, identity };
  return {
    ...world,
    parts,
    identity,
    here,
    offer: () => offerWaiting(parts, 't1', here),
    async waits(no: number): Promise<string> {
      const who: VisitorScope = { ...visitor, principal: { ...visitor.principal, id: `v${no}`, leadId: `l${no}` } };
      const { id } = await openChat(parts, who, { url: 'https://home.example/', language: 'en' });
      await receiveMessage(parts, who, command(), 'Hello');
      await requestHuman(parts, who, id, command());
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

  it('never comes to whoever has as many as they take, and does so once one of theirs is over, the longest wait first', async () => {
    const team = await office({ ann: free(2) });
    const [own, first, second, third] = [
      await team.waits(1),
      await team.waits(2),
      await team.waits(3),
      await team.waits(4),
    ];
    await takeOver(team.parts, scopeOf('ann'), own ?? '', command());
    expect(await team.offer()).toMatchObject({ unplaced: 2 });
    expect(await team.at(first ?? '')).toEqual({ offered: 'ann', owner: null });
    expect([(await team.at(second ?? '')).offered, (await team.at(third ?? '')).offered]).toEqual([null, null]);
    await handBack(team.parts, scopeOf('ann'), own ?? '', command());
    await team.offer();
    expect((await team.at(second ?? '')).offered).toBe('ann');
    expect((await team.at(third ?? '')).offered).toBeNull();
  });

  it('that is not taken in time is anybody’s, and is not offered again until it waits anew', async () => {
    const team = await office({ ann: free(), ben: free() });
    const id = await team.waits(1);
    const { nextAt } = await team.offer();
    expect(nextAt).toBe(team.clock.now() + offerMs);
    await team.clock.pass(offerMs);
    await team.offer();
    await team.offer();
    expect(await team.at(id)).toEqual({ offered: null, owner: null });
    expect(await team.reasons(id)).toEqual(['offered', 'offer-missed']);
    await takeOver(team.parts, scopeOf('ben'), id, command());
    await assignConversation(team.parts, scopeOf('ben'), id, command(), null);
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
    await assignConversation(team.parts, scopeOf(third), id, command(), null);
    await team.offer();
    expect((await team.at(id)).offered).toBe(second);
  });

  it('may be taken by anybody of the team while it is offered, and then is theirs', async () => {
    const team = await office({ ann: free(), ben: free() });
    const id = await team.waits(1);
    await team.offer();
    const other = (await team.at(id)).offered === 'ann' ? 'ben' : 'ann';
    await takeOver(team.parts, scopeOf(other), id, command());
    await team.offer();
    expect(await team.at(id)).toEqual({ offered: null, owner: other });
  });
});
