import { expect, it } from 'vitest';
import { handBack, takeOver } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { sendAsStaff } from '../../../src/features/conversations/speaker/sendAsStaff.ts';
import { fromVisitor, receiveMessage } from '../../../src/features/turns/receiveMessage.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { agent, command, turnWorld, visitor } from './turnWorld.ts';

type World = Awaited<ReturnType<typeof turnWorld>>;

/** A message with a photo or a PDF that the visitor uploaded before. */
async function send(world: World, text = '', type: 'image/jpeg' | 'application/pdf' = 'image/jpeg'): Promise<void> {
  const file = { id: newId(), tenantId: 't1', conversationId: world.id, by: 'v1', name: 'CANARY.x', type };
  const made = { bytes: 1, width: null, height: null, uploadedAt: 1, isWhole: false, usedBy: null };
  await world.stores.files.add({ ...file, ...made });
  await world.stores.files.keepBytes(file, { whole: Buffer.from('x'), preview: null });
  await receiveMessage(world.parts, fromVisitor(visitor, command(), { text, fileIds: [file.id] }));
  expect(await world.settle()).toEqual([]);
}
const alerts = async (world: World) =>
  (await world.plain.entries.read(world.id, 'internal', 1, 500, 500)).flatMap((entry) =>
    entry.type === 'alert-raised' && entry.data.kind === 'file-sent' ? [entry.data.reason] : [],
  );

it('a photo without words is thanked for and shown to a person, who is told once; the next one gets other words', async () => {
  const world = await turnWorld();
  await send(world);
  await send(world);
  const [first = '', second = ''] = await world.botMessages();
  expect(first).toMatch(/Thanks for the photo\. .*asked someone on the team/);
  expect(second).not.toBe(first);
  expect(await alerts(world)).toEqual(['Sent a photo for the team to look at']);
  const row = await world.plain.conversations.find('t1', world.id);
  expect(row?.board.lastLines.map(({ text }) => text)[0]).toBe('Photo: CANARY.x');
});

it('a PDF is named as what it is, in the visitor’s language', async () => {
  const world = await turnWorld({ language: 'es' });
  await send(world, '', 'application/pdf');
  expect((await world.botMessages())[0]).toContain('Gracias por el documento.');
});

it('words with a photo are answered as the same words without one', async () => {
  const [plain, withPhoto] = [await turnWorld(), await turnWorld()];
  await plain.say('I want to sell my house in Zilker');
  await plain.settle();
  await send(withPhoto, 'I want to sell my house in Zilker');
  expect(await withPhoto.botMessages()).toEqual(await plain.botMessages());
});

it('a photo in the middle of the questions leaves the question standing, and its answer is taken', async () => {
  const world = await turnWorld();
  await world.say('I want to sell my house');
  await world.settle();
  const asked = (await world.parts.turns.newest(world.id))?.stateAfter.asked;
  await send(world);
  expect((await world.parts.turns.newest(world.id))?.stateAfter.asked).toEqual(asked);
});

it('after STOP a photo is answered by nobody but a person', async () => {
  const world = await turnWorld();
  await world.say('STOP');
  await world.settle();
  const before = await world.botMessages();
  await send(world);
  expect(await world.botMessages()).toEqual(before);
});

it('Jorge never quotes a photo without words after a person gave the talk back', async () => {
  const world = await turnWorld();
  await world.say('I want to sell my house');
  await world.settle();
  await takeOver(world.parts, agent, command(), { conversationId: world.id });
  await world.settle();
  const file = { id: newId(), tenantId: 't1', conversationId: world.id, by: 'a1', name: 'plan.pdf' };
  const made = { type: 'application/pdf' as const, bytes: 1, width: null, height: null, uploadedAt: 1 };
  await world.stores.files.add({ ...file, ...made, isWhole: false, usedBy: null });
  await world.stores.files.keepBytes(file, { whole: Buffer.from('x'), preview: null });
  await sendAsStaff(world.parts, agent, command(), { conversationId: world.id, text: '', fileIds: [file.id] });
  await world.settle();
  await handBack(world.parts, agent, command(), { conversationId: world.id });
  await world.say('Thank you');
  await world.settle();
  expect((await world.botMessages()).join(' ')).not.toMatch(/“”|""/);
  expect((await world.parts.turns.newest(world.id))?.stateAfter.agent).toMatchObject({ name: 'Ana', said: null });
});
