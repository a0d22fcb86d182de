import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import { endedAnew } from '../endedAnew.ts';

/** The times of one message of a visitor, in ms of `process.hrtime`; null: not yet. */
export interface Said {
  sentAt: number;
  ackAt: number | null;
  seq: number | null;
  repliedAt: number | null;
  /** The reply is found by a search of all homes. */
  isSearch: boolean;
}

/** A visitor of the demo page who has opened the chat. */
export interface Visitor {
  /** Everything said so far. */
  said: Said[];
  /** Sends the next line of the talk. */
  say(): Said;
  /** Resolves when it has its reply. */
  replied(said: Said): Promise<void>;
  faults: VisitorFaults;
  close(): void;
  conversationId: string;
}
export interface VisitorFaults {
  refused: string[];
  /** A number of the log that did not come, and one that came twice. */
  gaps: number;
  duplicates: number;
  /** Jorge has given the talk to the team: nobody answers its messages anymore. */
  handedOver: boolean;
}

interface SeenEntry {
  seq: number;
  type: string;
  actor: { kind: string };
  data: { mode?: string };
}

const searchLine = 'Show me 3 bedrooms under 600k';
/** Questions that Jorge answers for as long as anybody asks: from the listing, and one that he searches all homes for. */
const lines = [
  'Hi, is this bungalow still available?',
  searchLine,
  'How many bedrooms does it have?',
  'Is there parking?',
  'When was it built?',
  'What is the HOA fee?',
  'Does it have a yard?',
  'How big is it?',
  'Is the kitchen renovated?',
  'What is the address?',
  'How many bathrooms are there?',
  'Does it have a deck?',
  'What is the asking price?',
];

/** Each visitor writes so often. */
export const everyMs = 6_000;

/** By all visitors: no two write the same text. */
let linesSaid = 0;

const agent = new Agent({ keepAlive: true, maxSockets: 20 });
export const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

function openSession(url: string): Promise<string> {
  const body = JSON.stringify({ siteKey: 'demo', page: { url: `${url}/demo`, listingId: 'demo-zilker-bungalow' } });
  return new Promise((resolve, reject) => {
    const call = request(`${url}/api/v1/widget/sessions`, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    call.on('error', reject);
    call.on('response', async (answer) => {
      let text = '';
      for await (const chunk of answer) text += String(chunk);
      if (answer.statusCode === 200) resolve((JSON.parse(text) as { token: string }).token);
      else reject(new Error(`widget session: ${answer.statusCode} ${text}`));
    });
    call.end(body);
  });
}

/**
 * Opens the chat as the widget does: a session by REST, a socket, `chat-open`. The frames of Engine.IO and Socket.IO are
 * written by hand: thousands of full clients would fill their own process, not the hub.
 */
export async function openVisitor(url: string): Promise<Visitor> {
  const token = await openSession(url);
  const socket = new WebSocket(`${url.replace('http', 'ws')}/rt/?EIO=4&transport=websocket`, {
    perMessageDeflate: false,
  });
  const said: Said[] = [];
  const faults: VisitorFaults = { refused: [], gaps: 0, duplicates: 0, handedOver: false };
  const waiting = new Map<Said, () => void>();
  let open: Said[] = [];
  let lastSeq = 0;
  let conversationId = '';

  function onEntry({ seq, type, actor, data }: SeenEntry): void {
    if (seq <= lastSeq) faults.duplicates += 1;
    else if (lastSeq > 0 && seq > lastSeq + 1) faults.gaps += 1;
    lastSeq = Math.max(lastSeq, seq);
    if (type === 'conversation-changed' && data.mode !== undefined) faults.handedOver = data.mode !== 'bot';
    if (type !== 'message-created' || actor.kind !== 'bot') return;
    const at = nowMs();
    open = open.filter((one) => {
      if (one.seq === null || one.seq > seq) return true;
      one.repliedAt = at;
      waiting.get(one)?.();
      waiting.delete(one);
      return false;
    });
  }

  function onAck(id: number, ack: { ok: boolean; data?: { seq: number }; error?: { code: string } }): void {
    const one = said[id - 1];
    if (one === undefined) return;
    one.ackAt = nowMs();
    if (ack.ok) one.seq = ack.data?.seq ?? null;
    else faults.refused.push(ack.error?.code ?? 'refused');
  }

  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('closed')));
    socket.on('message', (data) => {
      const frame = String(data);
      if (frame.startsWith('42/widget,["entry"')) {
        onEntry((JSON.parse(frame.slice(10)) as [string, SeenEntry])[1]);
        return;
      }
      const acked = /^43\/widget,(\d+)/.exec(frame);
      if (acked !== null) {
        const [ack] = JSON.parse(frame.slice(acked[0].length)) as [never];
        if (acked[1] === '0') ({ conversationId } = (ack as { data: { conversationId: string } }).data);
        else onAck(Number(acked[1]), ack);
      } else if (frame.startsWith('0')) socket.send(`40/widget,${JSON.stringify({ token, protocol: 1 })}`);
      else if (frame === '2') socket.send('3');
      else if (frame.startsWith('44/widget')) reject(new Error(frame));
      else if (frame.startsWith('42/widget,["session-ready"')) socket.send('42/widget,0["chat-open",{}]');
      else if (frame.startsWith('42/widget,["session-ended"')) faults.refused.push(frame);
      else if (frame.startsWith('42/widget,["log-synced"')) resolve();
    });
  });
  return {
    said,
    faults,
    conversationId,
    say() {
      const line = lines[said.length % lines.length] as string;
      const text = endedAnew(line, linesSaid);
      linesSaid += 1;
      const isSearch = line === searchLine;
      const one: Said = { sentAt: nowMs(), ackAt: null, seq: null, repliedAt: null, isSearch };
      const id = said.push(one);
      open.push(one);
      socket.send(`42/widget,${id}${JSON.stringify(['chat-send', { commandId: randomUUID(), text }])}`);
      return one;
    },
    replied: (one) =>
      one.repliedAt === null ? new Promise((resolve) => waiting.set(one, resolve)) : Promise.resolve(),
    close: () => socket.close(),
  };
}
