import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { alertsStanding } from '../../../src/features/conversations/board/rowAfter.ts';
import { type HubClient, openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { codeOf, demoPerson } from '../people.ts';

let hub: OpenHub;
const open: HubClient[] = [];
beforeAll(async () => {
  hub = await openHub();
  // One agent, so that a time is there once.
  const staff = await hub.stores.identity.listUsers('demo');
  const second = staff.find(({ email }) => email === 'agent2@demo.example');
  await hub.stores.identity.changeUser(second!.id, { active: false });
});
afterAll(async () => {
  for (const client of open) client.close();
  await hub.close();
});

type Visitor = HubClient & { conversationId: string };
async function visitorWithOffer(): Promise<{ visitor: Visitor; offer: Entry<'slots-offered'> }> {
  const visitor = (await openVisitor(hub.url)) as Visitor;
  open.push(visitor);
  const { seq } = await visitor.command('chat-send', {
    text: 'Can you call me at 512 555 0143? I want to sell my house',
  });
  const offer = await visitor.untilEntry('slots-offered', (entry) => entry.seq > Number(seq));
  return { visitor, offer };
}
const choose = (visitor: Visitor, offer: Entry<'slots-offered'>, index: number, commandId = randomUUID()) =>
  visitor.send('slot-choose', {
    commandId,
    offerId: offer.data.offerId,
    slotId: offer.data.slots[index]?.slotId,
  });
const changes = (visitor: Visitor) => visitor.entries('appointment-changed').map(({ data }) => data.state);
const booked = (visitor: Visitor) => visitor.untilEntry('appointment-changed', ({ data }) => data.state === 'booked');

describe('a time on offer', () => {
  it('is held by its choice, then booked, told in words, and the team is told', async () => {
    const agent = await demoPerson(hub.url, 'agent');
    open.push(agent);
    const { visitor, offer } = await visitorWithOffer();
    expect(offer.data.slots).toHaveLength(3);
    expect(offer.data.slots[0]?.label).toMatch(/^\w+day, \w+ \d+, \d{1,2}:\d\d [AP]M \(Central Time\)$/);
    expect(JSON.stringify(offer)).not.toContain('agentId');
    await choose(visitor, offer, 1);
    const line = await booked(visitor);
    expect(changes(visitor)).toEqual(['held', 'booked']);
    expect(line.data).toMatchObject({ startsAt: offer.data.slots[1]?.startsAt, kind: 'call', with: 'Maya Torres' });
    await visitor.untilEntry('message-created', ({ data, seq }) => seq > line.seq && /booked/i.test(data.text));
    await agent.send('conversation-open', { conversationId: visitor.conversationId });
    await agent.untilEntry('alert-raised', ({ data }) => data.kind === 'appointment-booked');
    const { rows } = (await agent.send('board-watch', {})) as {
      rows: { conversationId: string; flags: { kind: string }[] }[];
    };
    const row = rows.find(({ conversationId }) => conversationId === visitor.conversationId);
    expect(row?.flags.map(({ kind }) => kind)).toContain('appointment-booked');
    const alerts = async () => {
      const found = await hub.stores.conversations.find('demo', visitor.conversationId);
      return found === null ? [] : alertsStanding(found.board).map(({ kind }) => kind);
    };
    await expect.poll(alerts).toContain('appointment-booked');
    const { appointmentId } = line.data;
    await agent.command('appointment-cancel', { conversationId: visitor.conversationId, appointmentId });
    await visitor.untilEntry('appointment-changed', ({ data }) => data.state === 'cancelled');
    // The alert ends with what it told of.
    await expect.poll(alerts).not.toContain('appointment-booked');
    await visitor.untilEntry('slots-offered', ({ seq }) => seq > line.seq);
    expect(
      await codeOf(agent, 'appointment-cancel', {
        commandId: randomUUID(),
        conversationId: visitor.conversationId,
        appointmentId,
      }),
    ).toBe('CONFLICT');
  });

  it('is booked once by a choice that is sent twice, and with another body the command is refused', async () => {
    const { visitor, offer } = await visitorWithOffer();
    const commandId = randomUUID();
    await Promise.all([choose(visitor, offer, 0, commandId), choose(visitor, offer, 0, commandId)]);
    await booked(visitor);
    expect(await choose(visitor, offer, 0, commandId)).toMatchObject({ duplicate: true });
    const { offerId, slots } = offer.data;
    expect(await codeOf(visitor, 'slot-choose', { commandId, offerId, slotId: slots[1]?.slotId })).toBe(
      'COMMAND_REUSED',
    );
    expect(await codeOf(visitor, 'slot-choose', { commandId: randomUUID(), offerId, slotId: slots[1]?.slotId })).toBe(
      'CONFLICT',
    );
    expect(changes(visitor)).toEqual(['held', 'booked']);
  });

  it('goes to one of four who choose it at once; the others read that it failed and are offered others', async () => {
    const rivals = await Promise.all([1, 2, 3, 4].map(() => visitorWithOffer()));
    const starts = new Set(rivals.map(({ offer }) => offer.data.slots[2]?.startsAt));
    expect(starts.size).toBe(1);
    await Promise.all(rivals.map(({ visitor, offer }) => choose(visitor, offer, 2)));
    const ends = await Promise.all(
      rivals.map(({ visitor }) =>
        visitor.untilEntry('appointment-changed', ({ data }) => data.state === 'booked' || data.state === 'failed'),
      ),
    );
    expect(ends.map(({ data }) => data.state).sort()).toEqual(['booked', 'failed', 'failed', 'failed']);
    for (const [index, { visitor }] of rivals.entries()) {
      const end = ends[index]!;
      if (end.data.state === 'booked') continue;
      const again = await visitor.untilEntry('slots-offered', ({ seq }) => seq > end.seq);
      expect(again.data.slots.map(({ startsAt }) => startsAt)).not.toContain([...starts][0]);
    }
  });

  it('cannot be chosen by another visitor, nor what was never offered', async () => {
    const { visitor, offer } = await visitorWithOffer();
    const other = await visitorWithOffer();
    const { offerId, slots } = offer.data;
    const code = (client: HubClient, choice: object) =>
      codeOf(client, 'slot-choose', { commandId: randomUUID(), ...choice });
    expect(await code(other.visitor, { offerId, slotId: slots[0]?.slotId })).toBe('NOT_FOUND');
    expect(await code(visitor, { offerId, slotId: 'x' })).toBe('NOT_FOUND');
    expect(await code(visitor, { offerId: 'x', slotId: 'x' })).toBe('NOT_FOUND');
    expect(await code(visitor, { offerId })).toBe('VALIDATION_FAILED');
    expect(changes(visitor)).toEqual([]);
  });

  it('that a newer offer has replaced is a CONFLICT, and a new offer follows', async () => {
    const { visitor, offer } = await visitorWithOffer();
    const { seq } = await visitor.command('chat-send', { text: 'what about next Thursday?' });
    const newer = await visitor.untilEntry('slots-offered', (entry) => entry.seq > Number(seq));
    const { offerId, slots } = offer.data;
    const slotId = slots[0]?.slotId;
    expect(await codeOf(visitor, 'slot-choose', { commandId: randomUUID(), offerId, slotId })).toBe('CONFLICT');
    await visitor.untilEntry('slots-offered', (entry) => entry.seq > newer.seq);
    expect(changes(visitor)).toEqual([]);
  });

  it('is booked at once while a person has the conversation, and the bot says nothing', async () => {
    const agent = await demoPerson(hub.url, 'agent');
    open.push(agent);
    const { visitor, offer } = await visitorWithOffer();
    await agent.command('takeover-start', { conversationId: visitor.conversationId });
    const taken = await visitor.untilEntry('conversation-changed', ({ data }) => data.mode === 'human');
    await choose(visitor, offer, 0);
    await booked(visitor);
    await agent.send('conversation-open', { conversationId: visitor.conversationId });
    await agent.untilEntry('alert-raised', ({ data }) => data.kind === 'appointment-booked');
    const after = visitor.entries('message-created').filter(({ seq }) => seq > taken.seq);
    expect(after.filter(({ actor }) => actor.kind === 'bot')).toEqual([]);
  });

  it('is chosen and called off in words', async () => {
    const { visitor } = await visitorWithOffer();
    await visitor.command('chat-send', { text: 'the second one' });
    const line = await booked(visitor);
    await visitor.untilEntry('message-created', ({ data, seq }) => seq > line.seq && /booked/i.test(data.text));
    await visitor.command('chat-send', { text: 'cancel' });
    await visitor.untilEntry('appointment-changed', ({ data }) => data.state === 'cancelled');
  });
});
