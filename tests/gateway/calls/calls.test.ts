import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Ack } from '../../../src/contract/socket/events.ts';
import type { HubClient } from '../../support/hubClient.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { demoPerson } from '../people.ts';

/* Costs about 6 s: two hubs, one of them on the database. */

const refusal = (ack: Ack<unknown>): string | null => (ack.ok ? null : ack.error.code);

let numbers = 100;
function numberIn(areaCode: string): string {
  numbers += 1;
  return `(${areaCode}) 555-0${numbers}`;
}
const texan = () => numberIn('512');
const californian = () => numberIn('415');

describe.each(['memory', 'MongoDB'])('telephone calls on %s', (store) => {
  let hub: OpenHub;
  let agent: HubClient;
  let other: HubClient;
  let supervisor: HubClient;
  beforeAll(async () => {
    hub = await openHub(store === 'memory' ? {} : { mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')) });
    [agent, other, supervisor] = await Promise.all([
      demoPerson(hub.url, 'agent'),
      demoPerson(hub.url, 'agent2'),
      demoPerson(hub.url, 'supervisor'),
    ]);
  });
  afterAll(async () => {
    for (const client of [agent, other, supervisor]) client.close();
    await hub.close();
  });

  const start = async (payload: object = {}, by = agent) =>
    (await by.send('call-start', {
      ...{ commandId: randomUUID(), direction: 'outbound', number: californian() },
      ...payload,
    })) as { callId: string; conversationId: string };
  const consent = (callId: string, state: string, party = 'lead', by = agent) =>
    by.emit('call-consent', { commandId: randomUUID(), callId, party, state });
  const dataOf = ({ data }: { data: object }) => data;
  let spoken = 0;
  const segment = (callId: string, text: string, over: object = {}, by = agent) => {
    spoken += 1;
    const startMs = spoken * 1000;
    return by.emit('call-segment', {
      ...{ callId, utteranceId: `u${spoken}`, seq: spoken, speaker: 'lead', text, startMs, endMs: startMs + 900 },
      ...{ confidence: 0.9, isFinal: true, language: 'en', ...over },
    });
  };
  const end = (callId: string, outcome = 'talked', by = agent) =>
    by.emit('call-end', { commandId: randomUUID(), callId, outcome });
  const internal = async (conversationId: string) => hub.stores.entries.read(conversationId, 'internal', 1, 1000, 1000);
  const wordsOf = async (conversationId: string) =>
    (await internal(conversationId)).flatMap((entry) => (entry.type === 'call-segment' ? [entry.data.text] : []));

  it('a call is a conversation of the person who makes it, on the board, with its words in the team’s log', async () => {
    const { callId, conversationId } = await start();
    await agent.send('board-watch', {});
    await consent(callId, 'given');
    await segment(callId, 'We want to sell in spring.');
    const isOfIt = (one: { conversationId: string; lastText: string }) =>
      one.conversationId === conversationId && one.lastText !== '';
    const row = await agent.until('board-row', isOfIt);
    const owner = { name: expect.any(String) };
    expect(row).toMatchObject({ channel: 'call', mode: 'human', owner, onCallSince: expect.any(String) });
    const first = await segment(callId, 'My card is 4111 1111 1111 1111.', { speaker: 'agent' });
    expect(first).toMatchObject({ ok: true, data: { lastSeq: spoken } });
    expect(await wordsOf(conversationId)).toEqual([
      'We want to sell in spring.',
      expect.not.stringContaining('4111 1111'),
    ]);
    expect(await end(callId)).toMatchObject({ ok: true });
    await agent.until('board-row', (one) => one.conversationId === conversationId && one.onCallSince === undefined);
    const entries = await internal(conversationId);
    expect(entries.flatMap(({ type }) => (type.startsWith('call-') ? [type] : []))).toEqual([
      ...['call-started', 'call-consent-changed', 'call-segment', 'call-segment', 'call-ended'],
    ]);
    expect(entries.find(({ type }) => type === 'call-segment')?.actor.kind).toBe('lead');
    expect(entries.find(({ type }) => type === 'call-ended')?.data).toMatchObject({ outcome: 'talked' });
    expect(await hub.stores.entries.head(conversationId, 'public')).toBeGreaterThan(0);
    const said = await hub.stores.entries.read(conversationId, 'public', 1, 100, 100);
    expect(said.filter(({ type }) => type === 'message-created')).toEqual([]);
  });

  it('before consent nothing is kept, by the law of both ends', async () => {
    const unknown = await start({ number: undefined });
    const california = await start();
    const texas = await start({ number: texan() });
    for (const { callId, conversationId } of [unknown, california, texas]) {
      expect(refusal(await segment(callId, 'Hello there.'))).toBe('CONSENT_REQUIRED');
      expect(await wordsOf(conversationId)).toEqual([]);
    }
    for (const { callId } of [unknown, california, texas]) await consent(callId, 'given', 'agent');
    expect(refusal(await segment(unknown.callId, 'Hello there.'))).toBe('CONSENT_REQUIRED');
    expect(refusal(await segment(california.callId, 'Hello there.'))).toBe('CONSENT_REQUIRED');
    expect(await segment(texas.callId, 'Hello there.')).toMatchObject({ ok: true });
    await consent(california.callId, 'given');
    expect(await segment(california.callId, 'Hello there.')).toMatchObject({ ok: true });
    await consent(unknown.callId, 'refused');
    await consent(unknown.callId, 'given', 'agent');
    expect(refusal(await segment(unknown.callId, 'Hello there.'))).toBe('CONSENT_REQUIRED');
    for (const { callId } of [unknown, california, texas]) await end(callId);
  });

  it('“don’t record this” ends the writing and erases what was written, everywhere', async () => {
    const { callId, conversationId } = await start();
    await consent(callId, 'given');
    await agent.send('conversation-open', { conversationId });
    await segment(callId, 'We owe about 210 thousand on zanzibar street.');
    const wiped = agent.untilEntry('call-wiped', (entry) => entry.conversationId === conversationId);
    expect(refusal(await segment(callId, 'Wait, please don’t record this.'))).toBe('CONSENT_REQUIRED');
    expect((await wiped).data).toEqual({ callId, reason: 'asked-not-to-record' });
    expect(await wordsOf(conversationId)).toEqual(['[deleted]']);
    expect(refusal(await segment(callId, 'Still here.'))).toBe('CONSENT_REQUIRED');
    await hub.stores.search.settle();
    const call = await hub.stores.calls.findLive(
      (await hub.stores.identity.listTenants())[0]?.id ?? '',
      conversationId,
    );
    const found = await hub.stores.search.find(call?.tenantId ?? '', 'zanzibar', { from: 0, until: 9e15, limit: 10 });
    expect(found).toEqual([]);
    await end(callId);
  });

  it('somebody who said no once is not written down in later calls either, until they agree to one', async () => {
    const texan = { number: '+15125550166' };
    const first = await start(texan);
    await consent(first.callId, 'given', 'agent');
    await segment(first.callId, 'Please stop recording me.');
    await end(first.callId);
    const { callId, conversationId } = await start(texan);
    // In a state where one party's consent is enough, the agent's own would do.
    await consent(callId, 'given', 'agent');
    expect(refusal(await segment(callId, 'We owe 300 thousand.'))).toBe('CONSENT_REQUIRED');
    const said = (await internal(conversationId)).filter(({ type }) => type === 'call-consent-changed').map(dataOf);
    expect(said).toContainEqual({ callId, party: 'lead', state: 'refused', rule: 'one-party' });
    await consent(callId, 'given');
    expect(await segment(callId, 'We may sell in spring.')).toMatchObject({ ok: true });
    await end(callId);
    const third = await start(texan);
    await consent(third.callId, 'given', 'agent');
    expect(await segment(third.callId, 'Hello again.')).toMatchObject({ ok: true });
    await end(third.callId);
  });

  it('after a call its agent gets a draft of what they promised, with the words it rests on', async () => {
    const { callId, conversationId } = await start();
    expect(refusal(await agent.emit('call-recap', { commandId: randomUUID(), callId }))).toBe('NOT_FOUND');
    await consent(callId, 'given');
    await agent.send('conversation-open', { conversationId });
    await segment(callId, 'We want to sell our place.');
    await segment(callId, 'Sounds good. I’ll email you three sales nearby.', { speaker: 'agent' });
    await end(callId);
    const draft = agent.untilEntry('call-drafted', (entry) => entry.conversationId === conversationId);
    await agent.send('call-recap', { commandId: randomUUID(), callId });
    const { data } = await draft;
    expect(data).toMatchObject({ callId, basis: 'rules' });
    expect(data.promises).toHaveLength(1);
    const [promised] = data.promises;
    if (promised === undefined) throw new Error('there is no promise');
    const { text, evidence } = promised;
    expect(text).toBe('I’ll email you three sales nearby.');
    const [said] = await hub.stores.entries.read(conversationId, 'internal', evidence.seq, evidence.seq, 1);
    expect(said?.type === 'call-segment' && said.data.text.slice(evidence.start, evidence.end)).toBe(text);
    await consent(callId, 'withdrawn');
    await agent.untilEntry('call-wiped', (entry) => entry.conversationId === conversationId);
    expect(JSON.stringify(await internal(conversationId))).not.toContain('three sales');
  });

  it('partials are shown to the team and kept nowhere, and not after the final', async () => {
    const { callId, conversationId } = await start();
    await consent(callId, 'given');
    await supervisor.send('conversation-open', { conversationId });
    const shown = supervisor.until('call-partial', (one) => one.conversationId === conversationId);
    const over = { utteranceId: 'p1', isFinal: false };
    await segment(callId, 'We want to', over);
    expect(await shown).toEqual({ conversationId, callId, utteranceId: 'p1', speaker: 'lead', text: 'We want to' });
    await segment(callId, 'We want to sell.', { utteranceId: 'p1' });
    expect(await segment(callId, 'We want to sell.', { utteranceId: 'p1' })).toMatchObject({ ok: true });
    const late = supervisor.all('call-partial').length;
    await segment(callId, 'We want to se', over);
    await segment(callId, 'And soon.');
    await supervisor.untilEntry('call-segment', ({ data }) => data.text === 'And soon.');
    expect(supervisor.all('call-partial')).toHaveLength(late);
    expect(await wordsOf(conversationId)).toEqual(['We want to sell.', 'And soon.']);
    await end(callId);
  });

  it('the number finds the person again, and the same command is the same call', async () => {
    const commandId = randomUUID();
    const first = await start({ commandId, number: '(512) 555-0188' });
    expect(await start({ commandId, number: '(512) 555-0188' })).toEqual({ ...first, duplicate: true });
    expect(
      refusal(
        await agent.emit('call-start', { commandId: randomUUID(), direction: 'inbound', number: '+15125550188' }),
      ),
    ).toBe('CONFLICT');
    await end(first.callId);
    const second = await start({ number: '+1 512-555-0188', direction: 'inbound' });
    expect(second.conversationId).toBe(first.conversationId);
    expect(second.callId).not.toBe(first.callId);
    await end(second.callId);
  });

  it('a missed call becomes a task to call back, once', async () => {
    const { callId, conversationId } = await start();
    expect(await end(callId, 'missed')).toMatchObject({ ok: true });
    expect(await end(callId, 'missed')).toMatchObject({ ok: true });
    const entries = await internal(conversationId);
    expect(entries.filter(({ type }) => type === 'call-ended')).toHaveLength(1);
    expect(entries.find(({ type }) => type === 'task-changed')?.data).toMatchObject({ state: 'open' });
  });

  it('nobody speaks for another agent’s call, of another tenant’s there is none, and nonsense is refused', async () => {
    const { callId, conversationId } = await start();
    expect(refusal(await consent(callId, 'given', 'lead', other))).toBe('CONFLICT');
    expect(refusal(await segment(callId, 'Hi', {}, other))).toBe('CONFLICT');
    expect(refusal(await end(callId, 'talked', other))).toBe('CONFLICT');
    expect(await consent(callId, 'given', 'lead', supervisor)).toMatchObject({ ok: true });
    expect(refusal(await segment(randomUUID(), 'Hi'))).toBe('NOT_FOUND');
    expect(refusal(await segment(callId, 'a'.repeat(65_536)))).toBe('VALIDATION_FAILED');
    expect(refusal(await segment(callId, 'Hi', { startMs: -1 }))).toBe('VALIDATION_FAILED');
    expect(
      refusal(await agent.emit('call-start', { commandId: randomUUID(), direction: 'inbound', number: 'abc' })),
    ).toBe('VALIDATION_FAILED');
    expect(
      refusal(await agent.emit('call-start', { commandId: randomUUID(), direction: 'inbound', leadId: 'nobody' })),
    ).toBe('NOT_FOUND');
    const attach = { commandId: randomUUID(), conversationId, callId, consent: null };
    expect(refusal(await other.emit('call-attach', attach))).toBe('CONFLICT');
    await end(callId);
    expect(refusal(await consent(callId, 'given'))).toBe('CONFLICT');
  });

  it('a call may be made in a chat, whose visitor sees none of its words', async () => {
    const visitor = await openVisitor(hub.url);
    await visitor.send('chat-send', { commandId: randomUUID(), text: 'Can you call me?' });
    const { conversationId } = visitor;
    const call = await start({ conversationId, number: texan() });
    expect(call.conversationId).toBe(conversationId);
    await consent(call.callId, 'given', 'agent');
    const shown = supervisor.until('call-partial', (one) => one.text === 'The xylophone');
    await supervisor.send('conversation-open', { conversationId });
    await segment(call.callId, 'The xylophone', { utteranceId: 'x1', isFinal: false });
    await shown;
    await segment(call.callId, 'The xylophone is in the attic.', { utteranceId: 'x1' });
    expect(await wordsOf(conversationId)).toEqual(['The xylophone is in the attic.']);
    const said = await hub.stores.entries.read(conversationId, 'public', 1, 100, 100);
    expect(JSON.stringify(said)).not.toContain('xylophone');
    expect(JSON.stringify(visitor.heard)).not.toContain('xylophone');
    await end(call.callId);
    visitor.close();
  });
});
