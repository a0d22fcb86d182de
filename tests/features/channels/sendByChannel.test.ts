import { expect, test } from 'vitest';
import { messageFrom } from '../../../src/features/channels/messageFrom.ts';
import type { Channel, OutboundMessage } from '../../../src/features/channels/model.ts';
import { leavesByChannel, requestSending, sendByChannel } from '../../../src/features/channels/sendByChannel.ts';
import { sendAsStaff } from '../../../src/features/conversations/speaker/sendAsStaff.ts';
import { receiveMessage } from '../../../src/features/turns/receiveMessage.ts';
import { runTurn } from '../../../src/features/turns/runTurn.ts';
import { settledBy } from '../../../src/reactions/reactions.ts';
import { agent, command, turnWorld } from '../turns/turnWorld.ts';

const from = '512-555-0137';

async function textWorld() {
  const sent: OutboundMessage[] = [];
  const away = { is: false };
  const sms: Channel = {
    kind: 'sms',
    listen: null,
    async send(message) {
      if (away.is) throw new Error('away');
      sent.push(message);
    },
  };
  const world = await turnWorld({ channels: [sms] });
  const { parts, deps, clock, rows, written, runJobs } = world;
  const blocked = new Set<string>();
  const blocklist = {
    find: async (_: string, { writerId }: { writerId: string }) => (blocked.has(writerId) ? ({} as never) : null),
  };
  written.listen(({ tenantId, entry }) => {
    rows.onEntry(tenantId, entry);
    if (leavesByChannel(entry)) void requestSending(parts, { tenantId, conversationId: entry.conversationId });
  });
  let told = 0;
  const inbound = (text: string, providerId = `p${++told}`) =>
    messageFrom({ ...deps, blocklist }, 'sms', { tenantId: 't1', from, providerId, text });
  return {
    ...world,
    sent,
    away,
    blocked,
    inbound,
    text: async (text: string, providerId?: string) => receiveMessage(parts, await inbound(text, providerId)),
    async answer(id: string) {
      await clock.pass(2000);
      await runTurn(parts, 't1', id);
      await runJobs();
    },
  };
}

test('a message that the provider tells twice is one message, also after the talk is over; a number is one lead', async () => {
  const { text, plain, inbound } = await textWorld();
  const first = await text('Hello', 'p');
  expect(await text('Hello', 'p')).toEqual({ ...first, duplicate: true });
  await plain.conversations.changeSpeaker('t1', first.conversationId, { mode: 'closed', pausedUntil: null }, {});
  expect(await text('Hello', 'p')).toEqual({ ...first, duplicate: true });
  await expect(text('Something else', 'p')).rejects.toMatchObject({ code: 'COMMAND_REUSED' });
  const next = await text('Hello again');
  expect(next.conversationId).not.toBe(first.conversationId);
  const { place } = await inbound('x');
  expect(place.writerId).not.toContain('5550137');
  expect(await plain.conversations.listOfLead('t1', place.writerId, 9)).toHaveLength(2);
});

test('only words of Jorge and the team leave by a channel, and none of a chat on a page', async () => {
  const { text, answer, publicLog, plain, say, settle } = await textWorld();
  const { conversationId } = await text('I want to buy a house');
  await answer(conversationId);
  await say('I want to buy a house');
  await settle();
  const log = await plain.entries.read(conversationId, 'public', 1, 9, 9);
  const said = (lines: typeof log) => lines.filter(({ type }) => type === 'message-created');
  expect(said(log).map((line) => [line.actor.kind, leavesByChannel(line), settledBy(line)])).toEqual([
    ['lead', false, 'turn'],
    ['bot', true, 'reactions'],
  ]);
  expect(said(await publicLog()).map(leavesByChannel)).toEqual([false, false]);
});

test('an unsent message is not sent after an opt-out, and the team reads why', async () => {
  const { text, answer, away, sent, parts, plain, runJobs, clock } = await textWorld();
  const { conversationId } = await text('I want to buy a house');
  await answer(conversationId);
  const before = sent.length;
  away.is = true;
  await sendAsStaff(parts, agent, command(), { conversationId, text: 'A new home came in' });
  await expect(runJobs()).rejects.toThrow('away');
  await text('STOP');
  away.is = false;
  await clock.pass(60_000);
  await answer(conversationId);
  expect(sent).toHaveLength(before);
  const notes = await plain.entries.read(conversationId, 'internal', 1, 99, 99);
  expect(notes.flatMap(({ data }) => ('text' in data ? [data.text] : []))).toContain(
    'Not sent by text: they opted out.',
  );
});

test('after an opt-out only its confirmation leaves, whatever else Jorge still had to say', async () => {
  const { text, clock, away, sent, parts, plain, runJobs } = await textWorld();
  const { conversationId } = await text('I want to buy a house');
  away.is = true;
  await clock.pass(2000);
  // They opt out while Jorge answers what they wrote before: the answer comes into the log after STOP.
  const { runEffects } = parts;
  let stopped = false;
  parts.runEffects = async (...turn) => {
    if (!stopped) await text('STOP');
    stopped = true;
    await runEffects(...turn);
  };
  await runTurn(parts, 't1', conversationId);
  await clock.pass(2000);
  await runTurn(parts, 't1', conversationId);
  await expect(runJobs()).rejects.toThrow('away');
  away.is = false;
  await clock.pass(600_000);
  await runJobs();
  const log = await plain.entries.read(conversationId, 'public', 1, 99, 99);
  const said = log.flatMap((entry) => (entry.type === 'message-created' ? [[entry.actor.kind, entry.data.text]] : []));
  expect(said.map(([by]) => by)).toEqual(['lead', 'lead', 'bot', 'bot']);
  expect(sent.map((message) => message.text)).toEqual([said[3]?.[1]]);
  expect(sent[0]?.text).toContain('START');
});

test('a node that lost its lease hands over nothing more, and the rest is sent later, once', async () => {
  const { text, parts, deps, plain, clock, runJobs, sent } = await textWorld();
  const { conversationId } = await text('I want to buy a house');
  for (const words of ['First', 'Second']) await sendAsStaff(parts, agent, command(), { conversationId, text: words });
  const leases = { take: async () => ({ renew: async () => false, release: async () => {} }) };
  const slow: Channel = {
    kind: 'sms',
    listen: null,
    async send(message) {
      sent.push(message);
      await clock.pass(10_000);
    },
  };
  const place = { tenantId: 't1', conversationId };
  const sending = { ...parts, ...deps, conversations: plain.conversations, leases, channels: [slow] };
  expect(await sendByChannel(sending, place)).toBeGreaterThan(clock.now());
  expect(sent.map((message) => message.text)).toEqual(['First']);
  await runJobs();
  expect(sent.map((message) => message.text)).toEqual(['First', 'Second']);
});

test('a number that the team blocked is refused, and so is what is no number', async () => {
  const { text, blocked, inbound, deps } = await textWorld();
  const { place } = await inbound('x');
  await text('Hello');
  blocked.add(place.writerId);
  await expect(text('Hello')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const told = { tenantId: 't1', from: 'nobody', providerId: 'p', text: 'x' };
  const open = { ...deps, blocklist: { find: async () => null } };
  await expect(messageFrom(open, 'sms', told)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  await expect(messageFrom(open, 'email', { ...told, from: 'Ana@B.example' })).resolves.toMatchObject({
    place: { opens: { contact: 'ana@b.example', channel: 'email' } },
  });
});
