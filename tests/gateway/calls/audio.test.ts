import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import twilio from 'twilio';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { accountSid, authToken, TwilioPhone } from '../../../scripts/try/twilioPhone.ts';
import { startFakeDeepgram } from '../../support/fakeDeepgram.ts';
import { type HubClient, post } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { demoPerson, tokenOf } from '../people.ts';

/* Costs about 5 s: a hub on the memory stores, and two looks that come once a second. */

const speechKey = 'k'.repeat(40);
let hub: OpenHub;
let agent: HubClient;
let deepgram: Awaited<ReturnType<typeof startFakeDeepgram>>;
let phone: TwilioPhone;
let mediaUrl: string;
beforeAll(async () => {
  deepgram = await startFakeDeepgram(speechKey);
  hub = await openHub({ env: { DEEPGRAM_BASE_URL: deepgram.url } });
  agent = await demoPerson(hub.url, 'agent');
  await agent.send('board-watch', {});
  const wanted = { accountSid, authToken, forwardTo: '(512) 555-0199', speechKey };
  const headers = { authorization: `Bearer ${await tokenOf(hub.url, 'admin')}` };
  const { body } = await post(hub.url, '/phone-connections', wanted, headers);
  expect(body).toMatchObject({ speech: 'deepgram' });
  expect(JSON.stringify(body)).not.toContain(speechKey);
  phone = new TwilioPhone(hub.url, body.id as string);
  mediaUrl = `${hub.url.replace('http', 'ws')}/api/v1/hooks/twilio/${body.id}/media`;
});
afterAll(async () => {
  agent?.close();
  await hub?.close();
  await deepgram?.close();
});

let numbers = 300;
/** A call whose caller agreed, and the token by which its sound comes in. */
async function agreedCall() {
  numbers += 1;
  const call = phone.call(`+14155550${numbers}`);
  const seen = new Set(agent.all('board-row').map(({ conversationId }) => conversationId));
  await call.rings();
  const row = await agent.until('board-row', (one) => one.onCallSince !== undefined && !seen.has(one.conversationId));
  const { text } = await call.presses('1');
  expect(text).toContain(`<Stream url="${mediaUrl}" track="both_tracks">`);
  const token = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
  return { ...call, token, conversationId: row.conversationId };
}

const openMedia = (url = mediaUrl, token = authToken): WebSocket =>
  new WebSocket(url, { headers: { 'x-twilio-signature': twilio.getExpectedTwilioSignature(token, url, {}) } });
const refusalOf = async (socket: WebSocket): Promise<number | undefined> => {
  socket.on('error', () => {});
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode?: number }];
  return response.statusCode;
};
async function begin(callSid: string, token: string): Promise<WebSocket> {
  const socket = openMedia();
  await once(socket, 'open');
  const say = (message: object) => socket.send(JSON.stringify(message));
  say({ event: 'connected', protocol: 'Call', version: '1.0.0' });
  const mediaFormat = { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 };
  const start = {
    accountSid,
    streamSid: `MZ${callSid}`.slice(0, 34),
    callSid,
    tracks: ['inbound', 'outbound'],
    mediaFormat,
  };
  say({ event: 'start', sequenceNumber: '1', start: { ...start, customParameters: { token } } });
  return socket;
}
const sound = (track: 'inbound' | 'outbound') =>
  JSON.stringify({
    event: 'media',
    media: { track, chunk: '1', timestamp: '5', payload: Buffer.alloc(160, 0xff).toString('base64') },
  });
const wordsOf = async (conversationId: string) =>
  (await hub.stores.entries.read(conversationId, 'internal', 1, 1000, 1000)).flatMap(({ type, data }) =>
    type === 'call-segment' ? [`${data.speaker}: ${data.text}`] : [],
  );

it('both ends of a call are written down by the speech service, as they speak and once they have', async () => {
  const call = await agreedCall();
  const { conversationId } = call;
  await agent.send('conversation-open', { conversationId });
  const socket = await begin(call.sid, call.token);
  socket.send(sound('inbound'));
  const caller = await deepgram.line();
  socket.send(sound('outbound'));
  const team = await deepgram.line();
  const shown = agent.until('call-partial', (one) => one.conversationId === conversationId);
  caller.says('I saw the', { is_final: false });
  expect(await shown).toMatchObject({ speaker: 'lead', text: 'I saw the' });
  caller.says('I saw the house in Zilker.', { start: 1.5, duration: 2 });
  const first = await agent.untilEntry('call-segment', ({ data }) => data.text === 'I saw the house in Zilker.');
  expect(first.data).toMatchObject({ utteranceId: (await shown).utteranceId, confidence: 0.97 });
  expect(first.data.endMs - first.data.startMs).toBe(2_000);
  team.says('Which one?');
  await agent.untilEntry('call-segment', ({ data }) => data.text === 'Which one?');
  expect(await wordsOf(conversationId)).toEqual(['lead: I saw the house in Zilker.', 'agent: Which one?']);
  expect(caller.heard()).toBe(160);
  socket.send(JSON.stringify({ event: 'stop' }));
  await Promise.all([caller.ended, team.ended]);
  await call.status('completed');
});

it('a caller who hangs up in the middle of a sentence ends the listening, and what was understood until then is kept', async () => {
  const call = await agreedCall();
  const { conversationId } = call;
  await agent.send('conversation-open', { conversationId });
  const socket = await begin(call.sid, call.token);
  socket.send(sound('inbound'));
  const caller = await deepgram.line();
  const shown = agent.until('call-partial', (one) => one.conversationId === conversationId);
  caller.says('We could move by', { is_final: false });
  await shown;
  socket.terminate();
  await caller.ended;
  await call.status('completed');
  await agent.untilEntry('call-ended', (entry) => entry.conversationId === conversationId);
  caller.says('We could move by June.');
  await agent.untilEntry('call-segment', ({ data }) => data.text === 'We could move by June.');
  expect(await wordsOf(conversationId)).toEqual(['lead: We could move by June.']);
});

it('a no by the agent’s key ends the listening within a second or so, and sound that comes after it goes nowhere', async () => {
  const call = await agreedCall();
  const { conversationId } = call;
  const socket = await begin(call.sid, call.token);
  socket.send(sound('inbound'));
  const caller = await deepgram.line();
  const callId = (await hub.stores.calls.findLive('demo', conversationId))?.id ?? '';
  await agent.send('call-attach', { commandId: randomUUID(), conversationId, callId, consent: null });
  await agent.send('call-consent', { commandId: randomUUID(), callId, party: 'lead', state: 'withdrawn' });
  await caller.ended;
  const before = caller.heard();
  socket.send(sound('inbound'));
  expect(caller.heard()).toBe(before);
  expect(await wordsOf(conversationId)).toEqual([]);
  socket.close();
  await call.status('completed');
});

it('a service that hangs up is told to the team once, and the call goes on', async () => {
  const call = await agreedCall();
  await agent.send('conversation-open', { conversationId: call.conversationId });
  const socket = await begin(call.sid, call.token);
  socket.send(sound('inbound'));
  (await deepgram.line()).drop();
  const note = await agent.untilEntry('note-created', (entry) => entry.conversationId === call.conversationId);
  expect(note.data.text).toContain('missing from the transcript');
  socket.close();
  await call.status('completed');
});

it('a socket is opened by the account alone, for its own call, once', async () => {
  expect(await refusalOf(openMedia(mediaUrl, 'f'.repeat(32)))).toBe(401);
  expect(await refusalOf(openMedia(mediaUrl.replace(/[^/]+\/media$/, 'nowhere/media')))).toBe(404);
  const call = await agreedCall();
  const other = await agreedCall();
  for (const [sid, token] of [
    [other.sid, call.token],
    [call.sid, 'forged'],
  ] as const)
    await once(await begin(sid, token), 'close');
  const socket = await begin(call.sid, call.token);
  socket.send(sound('inbound'));
  await deepgram.line();
  await once(await begin(call.sid, call.token), 'close');
  const garbled = openMedia();
  await once(garbled, 'open');
  garbled.send('no JSON');
  await once(garbled, 'close');
  socket.close();
});
