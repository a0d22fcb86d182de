import { expect, it } from 'vitest';
import { pingBody, webhookBody } from '../../../src/contract/rest/webhookBodies.ts';
import { type WebhookEvent, webhookEvents } from '../../../src/contract/webhooks.ts';
import { systemActor } from '../../../src/features/conversations/actors.ts';
import { addNote } from '../../../src/features/conversations/log/addNote.ts';
import type { Draft } from '../../../src/features/conversations/model.ts';
import { bodyOf } from '../../../src/features/webhooks/bodyOf.ts';
import { agent, command } from '../turns/turnWorld.ts';
import { webhookWorld } from './webhookWorld.ts';

/* One conversation on memory stores and a clock that stands: a second in all. */

const startsAt = 1_750_100_000_000;

/** A talk with an appointment, a call, and notes of the team. */
async function talkWithAll() {
  const world = await webhookWorld();
  const { id, parts, stores, clock } = world;
  await world.say('I want to buy a house. My name is Dana.');
  await world.settle();
  await addNote({ ...parts, peopleOf: async () => [] }, agent, command(), {
    conversationId: id,
    text: 'A private word',
  });
  await stores.appointments.hold(
    {
      ...{ id: 'ap1', tenantId: 't1', conversationId: id, kind: 'call', agentId: 'a1', agentName: 'Ana', startsAt },
      ...{ endsAt: startsAt + 1_800_000, busyUntil: startsAt + 1_800_000, zone: 'America/Chicago', state: 'held' },
      ...{ heldUntil: clock.now() + 60_000, reminders: [], createdAt: clock.now() },
    },
    clock.now(),
  );
  await stores.appointments.book('t1', 'ap1', []);
  await stores.appointments.note('t1', 'ap1', { note: 'A private word', outcome: 'kept' });
  const add = async (draft: Omit<Draft, 'actor' | 'onceKey'>) =>
    (
      await parts.appender.append({ tenantId: 't1', conversationId: id }, {
        ...draft,
        actor: systemActor,
        onceKey: `${draft.type}-1`,
      } as Draft)
    ).entry;
  const booked = await add({ type: 'appointment-changed', data: { appointmentId: 'ap1', state: 'booked' } });
  const ended = await add({ type: 'call-ended', data: { callId: 'c1', durationMs: 61_000, outcome: 'talked' } });
  await world.rows.settle();
  const lineOf = (event: WebhookEvent) =>
    event.startsWith('appointment.')
      ? ({ log: 'public', seq: booked.seq } as const)
      : event === 'call.ended'
        ? ({ log: 'internal', seq: ended.seq } as const)
        : ({ log: 'public', seq: 1 } as const);
  async function told(event: WebhookEvent) {
    const line = { conversationId: id, ...lineOf(event) };
    const made = await bodyOf(world.webhooks.reading, { id: 'd1', tenantId: 't1', event, line, at: clock.now() });
    if ('problem' in made) throw new Error(made.problem);
    return made.body;
  }
  return { ...world, told };
}

it('each event says what the documents say, and nothing beside it', async () => {
  const { told } = await talkWithAll();
  for (const event of webhookEvents) {
    const body = JSON.parse(await told(event));
    expect(webhookBody(event).parse(body), event).toEqual(body);
  }
  expect(JSON.parse(await told('conversation.started')).data.lead).toMatchObject({ talks: 1 });
  expect(JSON.parse(await told('appointment.created')).data.appointment).toMatchObject({
    appointmentId: 'ap1',
    kind: 'call',
  });
  expect(JSON.parse(await told('call.ended')).data.call).toEqual({
    callId: 'c1',
    durationMs: 61_000,
    outcome: 'talked',
  });
});

it('no event holds words that the team wrote to itself', async () => {
  const { told } = await talkWithAll();
  for (const event of webhookEvents) expect(await told(event), event).not.toContain('A private word');
});

it('the same event has the same id at every address and every attempt; another has another', async () => {
  const { told } = await talkWithAll();
  const [first, again, other] = await Promise.all([
    told('message.created'),
    told('message.created'),
    told('conversation.waiting'),
  ]);
  expect(JSON.parse(first).id).toBe(JSON.parse(again).id);
  expect(JSON.parse(first).id).not.toBe(JSON.parse(other).id);
});

it('a ping is of no conversation; a line, a conversation, or an appointment that is no more is told as such', async () => {
  const { webhooks, id } = await webhookWorld();
  const base = { id: 'd1', tenantId: 't1', at: 1 };
  const ping = await bodyOf(webhooks.reading, { ...base, event: 'ping', line: null });
  if ('problem' in ping) throw new Error(ping.problem);
  expect(pingBody.parse(JSON.parse(ping.body))).toEqual(JSON.parse(ping.body));
  const at = (conversationId: string, tenantId = 't1') =>
    bodyOf(webhooks.reading, {
      ...{ ...base, tenantId, event: 'message.created' as const },
      line: { conversationId, log: 'public', seq: 99 },
    });
  expect(await at(id)).toEqual({ problem: 'not-found' });
  expect(await at('nowhere')).toEqual({ problem: 'not-found' });
  expect(await at(id, 't2')).toEqual({ problem: 'not-found' });
});
