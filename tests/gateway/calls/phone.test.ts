import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accountSid, authToken, TwilioPhone } from '../../../scripts/try/twilioPhone.ts';
import { startFakeTwilio } from '../../support/fakeTwilio.ts';
import { type HubClient, post } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { demoPerson, tokenOf } from '../people.ts';

/* Costs about 8 s: two hubs, one of them on the database, and one gap that is waited for. */

let numbers = 200;
const californian = (): string => {
  numbers += 1;
  return `+14155550${numbers}`;
};

describe.each(['memory', 'MongoDB'])('calls that Twilio tells of, on %s', (store) => {
  let twilio: Awaited<ReturnType<typeof startFakeTwilio>>;
  let hub: OpenHub;
  let agent: HubClient;
  let phone: TwilioPhone;
  let connectionId: string;
  beforeAll(async () => {
    twilio = await startFakeTwilio();
    const env = { TWILIO_BASE_URL: twilio.url };
    hub = await openHub({
      env,
      ...(store === 'memory' ? {} : { mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')) }),
    });
    agent = await demoPerson(hub.url, 'agent');
    await agent.send('board-watch', {});
    const wanted = { accountSid, authToken, forwardTo: '(512) 555-0199' };
    const made = await post(hub.url, '/phone-connections', wanted, {
      authorization: `Bearer ${await tokenOf(hub.url, 'admin')}`,
    });
    connectionId = (made.body as { id: string }).id;
    phone = new TwilioPhone(hub.url, connectionId);
  });
  afterAll(async () => {
    agent?.close();
    await hub?.close();
    await twilio?.close();
  });

  /** The conversation of the call that has just begun to ring. */
  async function ringing(from = californian(), over: Record<string, string> = {}) {
    const call = phone.call(from, over);
    const seen = new Set(agent.all('board-row').map(({ conversationId }) => conversationId));
    const asked = await call.rings();
    const row = await agent.until('board-row', (one) => one.onCallSince !== undefined && !seen.has(one.conversationId));
    return { ...call, asked, row, conversationId: row.conversationId };
  }
  const internal = async (conversationId: string) => hub.stores.entries.read(conversationId, 'internal', 1, 1000, 1000);
  const wordsOf = async (conversationId: string) =>
    (await internal(conversationId)).flatMap(({ type, data }) =>
      type === 'call-segment' ? [`${data.speaker}: ${data.text}`] : [],
    );

  it('an incoming call is on the board while it rings, is transcribed once the caller agrees, and is whoever’s takes it', async () => {
    const call = await ringing();
    expect(call.row).toMatchObject({ channel: 'call', mode: 'human' });
    expect(call.row.owner).toBeUndefined();
    expect(call.asked).toMatchObject({ status: 200, text: expect.stringContaining('<Gather') });
    const through = await call.presses('1');
    expect(through.text).toContain(`<Transcription statusCallbackUrl="${hub.url}/api/v1/hooks/twilio/`);
    expect(through.text).toContain('<Number>+15125550199</Number>');
    const { conversationId } = call;
    await agent.send('conversation-open', { conversationId });
    const started = (await internal(conversationId)).find(({ type }) => type === 'call-started');
    expect(started?.data).toMatchObject({ source: 'provider', direction: 'inbound', caller: 'probable' });
    const callId = (await hub.stores.calls.findLive('demo', conversationId))?.id ?? '';
    await agent.send('call-attach', { commandId: randomUUID(), conversationId, callId, consent: null });
    await call.begins();
    const shown = agent.until('call-partial', (one) => one.conversationId === conversationId);
    await call.says(2, 'I saw the', { Final: 'false' });
    const { utteranceId } = await shown;
    // The third comes last.
    await Promise.all([
      call.says(4, 'Sure, which one?', { Track: 'outbound_track' }),
      call.says(5, 'The one on Oak Street.'),
      call.says(3, 'I saw the house in Zilker.'),
    ]);
    expect(await wordsOf(conversationId)).toEqual([
      'lead: I saw the house in Zilker.',
      'agent: Sure, which one?',
      'lead: The one on Oak Street.',
    ]);
    const first = (await internal(conversationId)).find(({ type }) => type === 'call-segment');
    expect(first?.data).toMatchObject({ utteranceId, confidence: 0.93, language: 'en-US' });
    expect(await call.status('completed')).toMatchObject({ status: 200 });
    await agent.until('board-row', (one) => one.conversationId === conversationId && one.onCallSince === undefined);
  });

  it('without a key nothing is transcribed, and words that come all the same are not kept', async () => {
    const call = await ringing();
    const through = await call.presses('');
    expect(through.text).not.toContain('Transcription');
    expect(through.text).toContain('<Dial');
    await call.begins();
    expect((await call.says(2, 'Hello there, is anyone in?')).status).toBe(200);
    expect(await wordsOf(call.conversationId)).toEqual([]);
    await call.status('completed');
  });

  it('once somebody said no, Twilio is asked to write down no more, until it does', async () => {
    const call = await ringing();
    await call.presses('1');
    await call.begins();
    await call.says(2, 'Please don’t record this call.');
    const asked = () => twilio.stopped.filter(({ path }) => path.includes(`/Calls/${call.sid}/`));
    expect(asked()).toEqual([
      { path: expect.stringMatching(/\/Transcriptions\/GT[0-9a-f]{32}\.json$/), form: { Status: 'stopped' } },
    ]);
    // Words under way still come: the service was asked, and is not asked again.
    await call.says(3, 'We owe a lot on Zanzibar Street.');
    expect(asked()).toHaveLength(1);
    expect(await wordsOf(call.conversationId)).toEqual([]);
    await call.status('completed');

    const next = await ringing();
    await next.presses('1');
    await next.begins();
    twilio.fail(1);
    await next.says(2, 'Please don’t record this call.');
    expect((await next.says(3, 'Hello?')).status).toBe(200);
    expect(twilio.stopped.filter(({ path }) => path.includes(`/Calls/${next.sid}/`))).toHaveLength(2);
    await next.status('completed');
  });

  it('two languages in one call need a service that understands both', async () => {
    const headers = { authorization: `Bearer ${await tokenOf(hub.url, 'admin')}` };
    const wanted = { accountSid, authToken, forwardTo: '(512) 555-0199', language: 'both' };
    const refused = await post(hub.url, '/phone-connections', wanted, headers);
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { error: { code: 'VALIDATION_FAILED', field: 'language' } },
    ]);
    const made = await post(hub.url, '/phone-connections', { ...wanted, speechKey: 'k'.repeat(40) }, headers);
    expect([made.status, made.body]).toMatchObject([200, { language: 'both', speech: 'deepgram' }]);
    await hub.stores.phones.remove('demo', (made.body as { id: string }).id);
    await hub.stores.phones.remove('demo', (made.body as { id: string }).id);
  });

  it('an event told twice is kept once, and a lost one holds nothing up for long', async () => {
    const call = await ringing();
    await call.presses('1');
    expect((await call.rings()).status).toBe(200);
    await call.begins();
    await call.says(2, 'We are thinking of selling.');
    await call.says(2, 'We are thinking of selling.');
    // The third is lost.
    await call.says(4, 'By the summer.');
    expect(await wordsOf(call.conversationId)).toEqual(['lead: We are thinking of selling.', 'lead: By the summer.']);
    await call.status('completed');
    await call.status('completed');
    const types = (await internal(call.conversationId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'call-started' || type === 'call-ended')).toHaveLength(2);
  });

  it('words that come after the final form of their sentence change nothing, and are shown to nobody', async () => {
    const call = await ringing();
    const { conversationId } = call;
    await call.presses('1');
    await call.begins();
    await agent.send('conversation-open', { conversationId });
    await call.says(3, 'We are thinking of selling.');
    const shown = () => agent.all('call-partial').filter((one) => one.conversationId === conversationId);
    expect((await call.says(2, 'We are thinking', { Final: 'false' })).status).toBe(200);
    await call.says(4, 'By the', { Final: 'false' });
    await expect.poll(() => shown().map(({ text }) => text)).toEqual(['By the']);
    expect(await wordsOf(conversationId)).toEqual(['lead: We are thinking of selling.']);
    await call.status('completed');
  });

  it('a line of 64 KB is not taken, and the call goes on after it', async () => {
    const call = await ringing();
    await call.presses('1');
    await call.begins();
    expect((await call.says(2, 'long '.repeat(13_108))).status).toBe(413);
    expect(await wordsOf(call.conversationId)).toEqual([]);
    expect((await call.says(3, 'Short.')).status).toBe(200);
    expect(await wordsOf(call.conversationId)).toEqual(['lead: Short.']);
    await call.status('completed');
  });

  it('nobody but the account itself tells of calls', async () => {
    const call = phone.call(californian());
    const form = { CallSid: call.sid, CallStatus: 'ringing', From: californian() };
    expect((await phone.post('status', form, { token: 'f'.repeat(32) })).status).toBe(401);
    expect((await phone.post('voice', form, { token: 'f'.repeat(32) })).status).toBe(401);
    expect((await phone.post('status', form, { connectionId: 'nowhere' })).status).toBe(404);
    expect((await phone.post('status', { CallSid: 'x' })).status).toBe(400);
    // Signed long ago and sent again.
    const old = await ringing();
    await old.presses('1');
    await old.begins();
    expect((await old.says(2, 'Old words.', { Timestamp: '2020-01-01T00:00:00Z' })).status).toBe(200);
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    expect((await old.says(2, 'Words of a clock that is an hour ahead.', { Timestamp: ahead })).status).toBe(200);
    expect(await wordsOf(old.conversationId)).toEqual([]);
    expect((await call.says(2, 'Of a call nobody told of.')).status).toBe(200);
    await old.status('completed');
  });

  it('a call that nobody took is owed a call back, and a call answers it', async () => {
    const number = californian();
    const call = await ringing(number, { StirVerstat: 'TN-Validation-Passed-A' });
    await call.presses('2');
    expect((await call.dialed('no-answer')).text).toContain('call you back');
    const owed = await agent.until(
      'board-row',
      (one) => one.conversationId === call.conversationId && one.owed?.kind === 'follow-up',
    );
    expect(owed).toMatchObject({ mode: 'waiting', owed: { reason: 'missed-call', dueAt: expect.any(String) } });
    const started = (await internal(call.conversationId)).find(({ type }) => type === 'call-started');
    expect(started?.data).toMatchObject({ caller: 'verified' });
    const back = await agent.send('call-start', { commandId: randomUUID(), direction: 'outbound', number });
    expect(back).toMatchObject({ conversationId: call.conversationId });
    await agent.until('board-row', (one) => one.conversationId === call.conversationId && one.owed?.kind === 'none');
  });

  it('a caller who hangs up before anybody takes the call is owed a call back', async () => {
    const call = await ringing();
    await call.status('completed');
    const owed = await agent.until(
      'board-row',
      (one) => one.conversationId === call.conversationId && one.owed?.kind === 'follow-up',
    );
    expect(owed.owed).toMatchObject({ reason: 'missed-call' });
  });

  it('an account is an admin’s to connect, its token is told to nobody, and once it is gone nothing of it is taken', async () => {
    const admin = await tokenOf(hub.url, 'admin');
    const headers = { authorization: `Bearer ${admin}` };
    const listed = await (await fetch(`${hub.url}/api/v1/phone-connections`, { headers })).text();
    expect(JSON.parse(listed)).toMatchObject({ items: [{ id: connectionId, forwardTo: '+15125550199' }] });
    expect(listed).not.toContain(authToken);
    const kept = await hub.stores.phones.find(connectionId);
    expect(JSON.stringify(kept)).not.toContain(authToken);
    const bad = { accountSid: 'AC1', authToken, forwardTo: '(512) 555-0199' };
    expect((await post(hub.url, '/phone-connections', bad, headers)).status).toBe(400);
    const gone = await fetch(`${hub.url}/api/v1/phone-connections/${connectionId}`, {
      method: 'DELETE',
      headers,
    });
    expect(gone.status).toBe(204);
    expect((await phone.call(californian()).rings()).status).toBe(404);
  });
});
