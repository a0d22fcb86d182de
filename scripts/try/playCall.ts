import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import type { Entry } from '../../src/contract/log/entry.ts';
import type { PhoneConnectionRow } from '../../src/contract/rest/phone.ts';
import { post, send } from './playTalk.ts';
import type { RecordedCall } from './recordings.ts';
import { accountSid, authToken, TwilioPhone } from './twilioPhone.ts';

interface CallStage {
  hub: string;
  /** Access tokens of an admin, who connects the number, and of the agent who takes the call. */
  adminToken: string;
  agentToken: string;
  /** How many times as fast as people. */
  speed: number;
}

const wordsPerMinute = 165;
const partialWords = 4;
/** Both take a breath, and the agent a look at the card. */
const breathMs = { lead: 900, agent: 3_500 };

/** Plays a recorded call to the hub as Twilio would tell of it: it rings, the caller agrees, and what both say comes as it is spoken. */
export async function playCall(
  { from, lines }: RecordedCall,
  { hub, adminToken, agentToken, speed }: CallStage,
  onLine: (who: 'lead' | 'agent', text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const wait = (ms: number): Promise<void> => sleep(ms / speed, undefined, { signal });
  const wanted = { accountSid, authToken, forwardTo: '+15125550100' };
  const { id } = await post<PhoneConnectionRow>(`${hub}/api/v1/phone-connections`, wanted, adminToken);
  const agent = io(`${hub}/agent`, {
    ...{ path: '/rt', transports: ['websocket'], auth: { token: agentToken, protocol: 1 }, forceNew: true },
  });
  try {
    const call = new TwilioPhone(hub, id).call(from);
    const ringing = new Promise<{ conversationId: string }>((resolve) => {
      agent.on('board-row', (row) => row.onCallSince !== undefined && resolve(row));
    });
    await send(agent, 'board-watch', {});
    await call.rings();
    const { conversationId } = await ringing;
    const started = new Promise<string>((resolve) => {
      agent.on('entry', ({ type, data }: Entry) => type === 'call-started' && resolve(data.callId));
    });
    await send(agent, 'conversation-open', { conversationId });
    const callId = await started;
    await call.presses('1');
    await send(agent, 'call-attach', { commandId: randomUUID(), conversationId, callId, consent: null });
    let sequence = 1;
    await call.begins(sequence);
    for (const { who, text } of lines) {
      const track = { Track: who === 'lead' ? 'inbound_track' : 'outbound_track' };
      await wait(breathMs[who]);
      const words = text.split(' ');
      for (let said = partialWords; said < words.length; said += partialWords) {
        await wait((partialWords / wordsPerMinute) * 60_000);
        sequence += 1;
        await call.says(sequence, words.slice(0, said).join(' '), { ...track, Final: 'false' });
      }
      sequence += 1;
      await call.says(sequence, text, track);
      onLine(who, text);
    }
    await wait(breathMs.agent);
    await call.status('completed');
    const drafted = new Promise((resolve) => {
      agent.on('entry', ({ type }: Entry) => type === 'call-drafted' && resolve(null));
    });
    await send(agent, 'call-recap', { commandId: randomUUID(), callId });
    await drafted;
  } finally {
    agent.close();
  }
}
