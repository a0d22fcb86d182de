import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Ack } from '../../../src/contract/socket/events.ts';
import { connectPhone } from '../../support/connectPhone.ts';
import type { HubClient } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { demoPerson } from '../people.ts';

/* Costs about 14 s: two hubs, one of them on the database, and two pauses after which what was said is read. */

const refusal = (ack: Ack<unknown>): string | null => (ack.ok ? null : ack.error.code);
let numbers = 400;
const nextNumber = (): string => {
  numbers += 1;
  return `+14155550${numbers}`;
};

describe.each(['memory', 'MongoDB'])('the words of a call on %s', (store) => {
  let hub: OpenHub;
  let agent: HubClient;
  let other: HubClient;
  beforeAll(async () => {
    hub = await openHub(store === 'memory' ? {} : { mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')) });
    [agent, other] = await Promise.all([demoPerson(hub.url, 'agent'), demoPerson(hub.url, 'agent2')]);
  });
  afterAll(async () => {
    for (const client of [agent, other]) client?.close();
    await hub?.close();
  });

  /** A call that may be written down, once the other side has agreed. */
  async function startCall({ agreed = true } = {}) {
    const started = await agent.command('call-start', { direction: 'outbound', number: nextNumber() });
    const { callId, conversationId } = started as { callId: string; conversationId: string };
    await agent.send('conversation-open', { conversationId });
    if (agreed) await agent.command('call-consent', { callId, party: 'lead', state: 'given' });
    let seq = 0;
    return {
      callId,
      conversationId,
      say(text: string, over: object = {}) {
        seq += 1;
        const at = { startMs: seq * 1000, endMs: seq * 1000 + 900 };
        const words = { speaker: 'lead', text, confidence: 0.9, isFinal: true, language: 'en-US' };
        return agent.emit('call-segment', { callId, utteranceId: `u${seq}`, seq, ...words, ...at, ...over });
      },
      end: () => agent.command('call-end', { callId, outcome: 'talked' }),
      kept: async () =>
        (await hub.stores.entries.read(conversationId, 'internal', 1, 1000, 1000)).flatMap((entry) =>
          entry.type === 'call-segment' ? [entry.data] : [],
        ),
    };
  }
  const refusedSoFar = async (): Promise<number> => {
    const metrics = await (await fetch(`${hub.url}/metrics`)).text();
    return Number(/^hub_call_segments_refused_total(?:\{\})? (\d+)$/m.exec(metrics)?.[1] ?? 0);
  };

  it('a lead who changes to Spanish in the middle of a call is written down in it, and known by what they say in it', async () => {
    const call = await startCall();
    await call.say('Hi, thanks for calling back.');
    await call.say('Of course. Would you rather speak Spanish?', { speaker: 'agent' });
    const spanish = { language: 'es' };
    await call.say('Sí, gracias.', spanish);
    await call.say('Queremos comprar una casa de tres habitaciones.', spanish);
    const isOfIt = (entry: { conversationId: string }) => entry.conversationId === call.conversationId;
    const { data, actor } = await agent.untilEntry(
      'qualification-changed',
      (entry) => isOfIt(entry) && entry.data.slots.beds?.state === 'answered',
    );
    expect(actor.kind).toBe('bot');
    expect(data.slots.intent).toMatchObject({ value: 'buy', state: 'answered' });
    await call.say('Okay, three bedrooms it is.', { speaker: 'agent' });
    const kept = await call.kept();
    expect(kept.map(({ language }) => language)).toEqual(['en-US', 'en-US', 'es', 'es', 'en-US']);
    const said = kept.find(({ text }) => text.startsWith('Queremos'));
    expect(said).toMatchObject({ speaker: 'lead', language: 'es' });
    await call.end();
    const draft = agent.untilEntry('call-drafted', isOfIt);
    await agent.command('call-recap', { callId: call.callId });
    expect((await draft).data.callId).toBe(call.callId);
  });

  it('two who speak at the same time are both written down, each with their own times, in the order in which they were understood', async () => {
    const call = await startCall();
    const lead = { startMs: 1_000, endMs: 6_000 };
    const team = { speaker: 'agent', startMs: 2_000, endMs: 4_000 };
    await call.say('It is next to', { ...lead, utteranceId: 'both-lead', endMs: 1_500, isFinal: false });
    await call.say('Sorry, which', { ...team, utteranceId: 'both-team', endMs: 2_500, isFinal: false });
    expect(await call.say('Sorry, which school?', { ...team, utteranceId: 'both-team' })).toMatchObject({ ok: true });
    expect(await call.say('It is next to the school.', { ...lead, utteranceId: 'both-lead' })).toMatchObject({
      ok: true,
    });
    expect(await call.kept()).toMatchObject([
      { speaker: 'agent', text: 'Sorry, which school?', startMs: 2_000, endMs: 4_000 },
      { speaker: 'lead', text: 'It is next to the school.', startMs: 1_000, endMs: 6_000 },
    ]);
    await call.end();
  });

  it('a line that is too long is refused in words and leaves nothing, and may come again shorter', async () => {
    const call = await startCall();
    const refused = await call.say('long '.repeat(13_108), { utteranceId: 'long' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'VALIDATION_FAILED', retryable: false } });
    expect(refused.ok ? '' : refused.error.message).not.toBe('');
    expect(await call.kept()).toEqual([]);
    expect(await call.say('Short.', { utteranceId: 'long' })).toMatchObject({ ok: true });
    expect((await call.kept()).map(({ text }) => text)).toEqual(['Short.']);
    await call.end();
  });

  it('words before the consent are refused, kept nowhere, shown to nobody, and counted', async () => {
    const call = await startCall({ agreed: false });
    const before = await refusedSoFar();
    expect(refusal(await call.say('We owe', { isFinal: false }))).toBe('CONSENT_REQUIRED');
    expect(refusal(await call.say('We owe about 210 thousand.'))).toBe('CONSENT_REQUIRED');
    expect(await refusedSoFar()).toBe(before + 2);
    await agent.command('call-consent', { callId: call.callId, party: 'lead', state: 'given' });
    const shown = agent.until('call-partial', ({ callId }) => callId === call.callId);
    await call.say('And the', { utteranceId: 'allowed', isFinal: false });
    expect(await shown).toMatchObject({ text: 'And the' });
    expect(agent.all('call-partial').filter(({ callId }) => callId === call.callId)).toHaveLength(1);
    expect(await call.kept()).toEqual([]);
    expect(await refusedSoFar()).toBe(before + 2);
    await call.end();
  });

  it('a call that two agents join at once is the first one’s; the other is told so, and speaks for none of it', async () => {
    const call = (await connectPhone(hub.url)).call(nextNumber());
    await agent.send('board-watch', {});
    const seen = new Set(agent.all('board-row').map(({ conversationId }) => conversationId));
    await call.rings();
    const { conversationId } = await agent.until(
      'board-row',
      (row) => row.onCallSince !== undefined && !seen.has(row.conversationId),
    );
    const callId = (await hub.stores.calls.findLive('demo', conversationId))?.id ?? '';
    const both = [agent, other];
    const joins = await Promise.all(
      both.map((one) =>
        one.emit('call-attach', { commandId: randomUUID(), conversationId, callId, consent: null }).then(refusal),
      ),
    );
    expect(joins.toSorted()).toEqual(['CONFLICT', null]);
    const winner = joins[0] === null ? agent : other;
    const loser = winner === agent ? other : agent;
    const agree = { callId, party: 'lead', state: 'given' };
    expect(refusal(await loser.emit('call-consent', { commandId: randomUUID(), ...agree }))).toBe('CONFLICT');
    expect(await winner.emit('call-consent', { commandId: randomUUID(), ...agree })).toMatchObject({ ok: true });
    const name = winner === agent ? 'Maya Torres' : expect.not.stringContaining('Maya Torres');
    expect((await hub.stores.calls.findLive('demo', conversationId))?.agent).toMatchObject({ name });
    const assigned = await hub.stores.entries.listOf(conversationId, 'assignment-changed', 10);
    expect(assigned).toHaveLength(1);
    await call.status('completed');
  });
});
