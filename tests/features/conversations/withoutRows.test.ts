import { expect, it } from 'vitest';
import { snoozeConversation } from '../../../src/features/conversations/board/snoozeConversation.ts';
import { openChat } from '../../../src/features/conversations/openChat.ts';
import {
  closeConversation,
  requestHuman,
  takeOver,
} from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { handOnConversations } from '../../../src/features/conversations/speaker/handOnConversations.ts';
import { offerWaiting } from '../../../src/features/conversations/speaker/offerWaiting.ts';
import { requestHandoff } from '../../../src/features/conversations/speaker/requestHandoff.ts';
import type { StaffScope } from '../../../src/features/identity/model.ts';
import { newLead } from '../../../src/features/profiles/newLead.ts';
import { agent, command, turnWorld, visitor } from '../turns/turnWorld.ts';

/** As when every node dies between a line and its row. */
const withoutRows = () => {
  const fails = () => Promise.reject(new Error('no row is ever written'));
  return turnWorld({ conversations: () => ({ writeRow: fails, markRow: fails }) });
};
const supervisor: StaffScope = { ...agent, principal: { ...agent.principal, id: 's1', role: 'supervisor' } };

it('a message is kept in the language that is spoken by then', async () => {
  const world = await withoutRows();
  await world.say('Hola, quiero comprar una casa de tres habitaciones, por favor');
  await world.settle();
  await world.say('ok');
  const said = (await world.publicLog()).filter(({ actor }) => actor.kind === 'visitor');
  expect(said.map(({ type, data }) => type === 'message-created' && data.language)).toEqual(['en', 'es']);
});

it('a snoozed conversation is offered to nobody until its time is over or more is said', async () => {
  const world = await withoutRows();
  await world.say('Hello');
  await requestHuman(world.parts, visitor, command(), { conversationId: world.id });
  const here = { atDesk: new Set<string>(), justLeft: new Set<string>() };
  const unplaced = async () => (await offerWaiting({ ...world.parts, peopleOf: async () => [] }, 't1', here)).unplaced;
  expect(await unplaced()).toBe(1);
  const until = world.clock.now() + 60_000;
  const putAside = () => snoozeConversation(world.parts, agent, { conversationId: world.id, until });
  await putAside();
  expect(await unplaced()).toBe(0);
  await world.say('Is anybody there?');
  expect(await unplaced()).toBe(1);
  await putAside();
  expect(await unplaced()).toBe(0);
  await snoozeConversation(world.parts, agent, { conversationId: world.id, until: 0 });
  expect(await unplaced()).toBe(1);
  await putAside();
  await world.clock.pass(60_000);
  expect(await unplaced()).toBe(1);
});

it('the conversations of a person who left wait for whoever comes', async () => {
  const world = await withoutRows();
  await world.say('Hello');
  await takeOver(world.parts, agent, command(), { conversationId: world.id });
  expect(await handOnConversations(world.parts, supervisor, agent.principal.id)).toBe(1);
  expect(await world.parts.conversations.find('t1', world.id)).toMatchObject({ mode: 'waiting', owner: null });
});

it('a visitor who comes back is remembered if they wrote before, not if they only opened a chat', async () => {
  for (const words of [null, 'I want to buy a house']) {
    const world = await withoutRows();
    const { leads, conversations } = world.stores;
    const { leadId = '' } = (await conversations.find('t1', world.id)) ?? {};
    await leads.openFor(newLead({ id: leadId, tenantId: 't1', createdAt: world.clock.now() }));
    if (words !== null) await world.say(words);
    await world.settle();
    await closeConversation(world.parts, visitor, command(), { conversationId: world.id });
    const next = await openChat(world.parts, visitor, { url: 'https://home.example/', language: 'en' });
    expect((await world.parts.recall(next))?.kind).toBe(words === null ? undefined : 'person-known');
  }
});

it('a hand-off says which bot had the talk', async () => {
  const world = await withoutRows();
  await world.say('I want to sell my house');
  await world.settle();
  await requestHandoff(world.parts, agent, command(), {
    conversationId: world.id,
    to: { bot: 'buyer' },
    reason: 'They also buy',
  });
  const bots = (await world.parts.entries.read(world.id, 'internal', 1, 99, 99)).flatMap((entry) =>
    entry.type === 'bot-turn' ? [entry.data.bot] : [],
  );
  const handoff = await world.parts.entries.newestOf(world.id, 'handoff-changed');
  expect(handoff?.data).toMatchObject({ from: bots.at(-1), to: 'buyer' });
});
