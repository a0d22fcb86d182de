import { expect, it } from 'vitest';
import type { Entry, EntryType } from '../../../src/contract/log/entry.ts';
import { entryTypes, logKindOf } from '../../../src/contract/log/entry.ts';
import { webhookEvents, webhookLimits } from '../../../src/contract/webhooks.ts';
import { eventsOf } from '../../../src/features/webhooks/eventsOf.ts';
import type { Delivery } from '../../../src/features/webhooks/model.ts';
import { createWebhookQueue } from '../../../src/features/webhooks/queueEvents.ts';
import { holdClock } from '../../support/heldClock.ts';
import { webhookWorld } from './webhookWorld.ts';

/* Memory stores and a clock that stands: a second in all. */

const anEntry = (type: EntryType, data: object = {}, seq = 2): Entry =>
  ({
    ...{ v: 1, id: `e${seq}`, log: `${logKindOf(type)}:c1`, seq, type, at: '2025-06-15T15:06:40.000Z' },
    ...{ conversationId: 'c1', actor: { kind: 'system', id: 'hub' }, data },
  }) as Entry;

it.each<[string, EntryType, object, string[]]>([
  ['a message', 'message-created', {}, ['message.created']],
  ['a message that was taken back', 'message-retracted', {}, ['message.retracted']],
  ['a conversation that waits for a person', 'conversation-changed', { mode: 'waiting' }, ['conversation.waiting']],
  ['a conversation that was closed', 'conversation-changed', { mode: 'closed' }, ['conversation.ended']],
  ['a person who took over', 'conversation-changed', { mode: 'human' }, []],
  ['a new owner', 'assignment-changed', { owner: { id: 'a1', name: 'Ana' } }, ['conversation.assigned']],
  ['an offer to somebody', 'assignment-changed', {}, []],
  ['what is known of a lead', 'qualification-changed', {}, ['lead.changed']],
  ['a score', 'score-changed', {}, ['lead.scored']],
  ['an opt-out', 'bot-turn', { effects: ['reply', 'suppress'] }, ['lead.opted-out']],
  ['an opt-in', 'bot-turn', { effects: ['lift'] }, ['lead.opted-in']],
  ['any other turn', 'bot-turn', { effects: ['reply'] }, []],
  ['a time that is held', 'appointment-changed', { state: 'held' }, []],
  ['a booking', 'appointment-changed', { state: 'booked' }, ['appointment.created']],
  ['another time', 'appointment-changed', { state: 'booked', movedFrom: '2025' }, ['appointment.changed']],
  ['a cancellation', 'appointment-changed', { state: 'cancelled' }, ['appointment.cancelled']],
  ['the end of a call', 'call-ended', {}, ['call.ended']],
])('%s is told as what it is', (_, type, data, events) => {
  expect(eventsOf(anEntry(type, data))).toEqual(events);
});

it('a conversation starts with the first line that a visitor can see, or with its call', () => {
  expect(eventsOf(anEntry('message-created', {}, 1))).toEqual(['conversation.started', 'message.created']);
  expect(eventsOf(anEntry('call-started', {}, 1))).toEqual(['conversation.started']);
  expect(eventsOf(anEntry('note-created', {}, 1))).toEqual([]);
});

it('nothing that the team writes to itself is an event', () => {
  const own = ['note-created', 'note-changed', 'whisper-created', 'call-segment', 'suggestion-created', 'task-changed'];
  for (const type of entryTypes.filter((one) => own.includes(one))) expect(eventsOf(anEntry(type))).toEqual([]);
});

it('a brokerage without webhooks costs one read of its list, however much is said, and no write', async () => {
  const world = await webhookWorld();
  let asked = 0;
  const { ofTenant } = world.stores.webhooks;
  world.stores.webhooks.ofTenant = (tenantId) => {
    asked += 1;
    return ofTenant(tenantId);
  };
  for (const words of ['One', 'Two', 'Three']) await world.say(words);
  const before = await world.jobStore.count('t1', 100);
  for (let times = 0; times < 3; times += 1) await world.hear();
  expect(asked).toBeLessThanOrEqual(1);
  expect(await world.jobStore.count('t1', 100)).toBe(before);
});

it('each event is queued once for each address that listens to it, however often its line is heard', async () => {
  const world = await webhookWorld();
  const both = await world.add('https://crm.example/', 'conversation.started', 'message.created');
  const none = await world.add('https://other.example/', 'call.ended');
  await world.say('Hello');
  await world.hear();
  await world.hear();
  await world.webhookQueue.hearAgain(world.stores, { tenantId: 't1', conversationId: world.id });
  const queued = await world.deliveries(both.id);
  expect(queued.map(({ event }) => event).sort()).toEqual(['conversation.started', 'message.created']);
  expect(await world.deliveries(none.id)).toEqual([]);
});

it('lines that a dead node did not come to are queued by the one that mends; those from before an address was registered never are', async () => {
  const world = await webhookWorld();
  await world.say('Before');
  world.clock.jump(60_000);
  const { id } = await world.add('https://crm.example/', ...webhookEvents);
  await world.webhookQueue.hearAgain(world.stores, { tenantId: 't1', conversationId: world.id });
  expect(await world.deliveries(id)).toEqual([]);
  await world.say('After');
  await world.webhookQueue.hearAgain(world.stores, { tenantId: 't1', conversationId: world.id });
  expect((await world.deliveries(id)).map(({ event, line }) => [event, line?.seq])).toEqual([['message.created', 2]]);
});

it('of an address the newest 2,000 deliveries are kept, give or take a hundred', async () => {
  const clock = holdClock();
  let kept = 0;
  const deliveries = {
    async addAll(all: readonly Delivery[]) {
      kept += all.length;
    },
    async trim(_: string, most: number) {
      kept = Math.min(kept, most);
    },
  };
  const webhooksOf = async () => [{ id: 'w1', events: ['message.created' as const], createdAt: 0 }];
  const queue = createWebhookQueue({ webhooksOf, deliveries, jobs: { schedule: async () => {} }, clock });
  for (let seq = 2; seq < 2_500; seq += 1) await queue.heard('t1', anEntry('message-created', {}, seq));
  expect(kept).toBeLessThan(webhookLimits.keptDeliveries + 100);
});
