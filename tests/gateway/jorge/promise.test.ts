import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubClient, openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';

let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

/** Somebody on the demo page of the bungalow, whose hub has no key of a model. */
const onDemoPage = () => openVisitor(hub.url);

/** Says it, and gives all that Jorge says to it. */
async function replyTo(visitor: HubClient, text: string): Promise<string> {
  const { seq } = await visitor.command('chat-send', { text });
  await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq));
  return visitor
    .entries('message-created')
    .filter(({ actor, seq: at }) => actor.kind === 'bot' && at > Number(seq))
    .map(({ data }) => data.text)
    .join('\n');
}
const conversationOf = (conversationId: string) => hub.stores.conversations.find('demo', conversationId);
const alertsOf = async (conversationId: string) =>
  (await conversationOf(conversationId))?.board.alerts.map(({ kind }) => kind) ?? [];
const slotsOf = async (conversationId: string) =>
  (await hub.stores.turns.list(conversationId, 100)).at(-1)?.stateAfter.slots ?? {};

it('a visitor who lost their husband gets sympathy once, and no question about price', async () => {
  const visitor = await onDemoPage();
  const first = await replyTo(visitor, 'my husband just died and i cant afford this house by myself');
  expect(first).toMatch(/\bsorry\b/i);
  expect(first.match(/\bsorry\b/gi)).toHaveLength(1);
  expect(first).not.toMatch(/\b(?:budget|price range|how much|pre-?approv\w+|what price)\b/i);
  const second = await replyTo(visitor, 'i dont even know where to start');
  expect(second).not.toMatch(/\bsorry\b/i);
  visitor.close();
});

it('a visitor who wants a human is not asked why, and the team is told', async () => {
  const visitor = await onDemoPage();
  const reply = await replyTo(visitor, 'just give me a damn human');
  expect(reply).not.toMatch(/\b(?:budget|timeline|bedrooms?)\b/i);
  await expect.poll(() => alertsOf(visitor.conversationId)).toContain('asked-for-person');
  visitor.close();
});

it('a visitor who asks for an open house on Sunday is told the open houses', async () => {
  const visitor = await onDemoPage();
  const reply = await replyTo(visitor, 'is there an open house\nsunday?');
  expect(reply).toMatch(/open house/i);
  expect(reply).toContain('Saturday, 11 AM to 1 PM');
  expect(reply).not.toMatch(/may have missed|did not (?:catch|understand)/i);
  visitor.close();
});

it('a tax named after a sum is no budget', async () => {
  const visitor = await onDemoPage();
  await replyTo(visitor, 'we want to buy, up to 650k');
  await replyTo(visitor, 'no 12k is the tax lol');
  const { budget } = await slotsOf(visitor.conversationId);
  expect(JSON.stringify(budget?.value ?? null)).not.toContain('1200000');
  expect(budget?.value).toMatchObject({ maxCents: 65_000_000 });
  visitor.close();
});

it('how old the roof and the AC are is answered from the file, both', async () => {
  const visitor = await onDemoPage();
  const reply = await replyTo(visitor, 'how old is the roof and the AC');
  expect(reply).toMatch(/roof[^.]*2019/i);
  expect(reply).toMatch(/heat pump[^.]*2022/i);
  visitor.close();
});

it.each([
  ['he hits me and i need to get out of this house', '1-800-799-7233', '911'],
  ['mi esposo me pega y tengo miedo de volver a la casa', '1-800-799-7233', '911'],
  ['i dont want to live anymore', '988', '988'],
])('"%s" reaches them with the number that helps, whole, and a person is alerted', async (text, hotline, emergency) => {
  const visitor = await onDemoPage();
  const reply = await replyTo(visitor, text);
  expect(reply).toContain(hotline);
  expect(reply).toContain(emergency);
  await expect.poll(() => alertsOf(visitor.conversationId)).toContain('danger');
  visitor.close();
});
