/** The clients of all systems, as one process: counts what arrives, and when. */
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import { connect, type HubClient, openVisitor, signIn } from '../support/hubClient.ts';
import { demoPassword } from '../support/openHub.ts';
import type { RelayKind } from './relaySystem.ts';
import { createStoryClients } from './storyClients.ts';

export type ClientsRequest =
  | { connect: 'hub' | 'ws' | 'socketio'; url: string; kind: RelayKind; count: number }
  | { listen: readonly string[] }
  | { heard: true };

/** Of one target: text arrived up to each length, at each time (ms on the clock of `process.hrtime`). */
export interface Heard {
  lengths: number[];
  times: number[];
  ended: boolean;
}

const now = (): number => Number(process.hrtime.bigint()) / 1e6;
let heard = new Map<string, Heard>();
let left = 0;
let allEnded: (() => void) | null = null;
let staffToken: string | null = null;

function onText(target: string, upTo: (before: number) => number): void {
  const mine = heard.get(target);
  if (mine === undefined) return;
  mine.lengths.push(upTo(mine.lengths.at(-1) ?? 0));
  mine.times.push(now());
}
function onEnd(target: string): void {
  const mine = heard.get(target);
  if (mine === undefined || mine.ended) return;
  mine.ended = true;
  left -= 1;
  if (left === 0) allEnded?.();
}

const stories = createStoryClients({
  text: (target, text) => onText(target, (before) => before + text.length),
  end: onEnd,
});

const connectors = {
  async ws(url: string, _kind: RelayKind, n: number): Promise<string> {
    const target = String(n);
    const socket = new WebSocket(`${url}/${target}`, { perMessageDeflate: false });
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as { type: string; text: string };
      if (message.type === 'end') onEnd(target);
      else onText(target, (before) => before + message.text.length);
    });
    await new Promise((open, fail) => socket.once('open', open).once('error', fail));
    return target;
  },
  async socketio(url: string, _kind: RelayKind, n: number): Promise<string> {
    const target = String(n);
    const socket = io(url, { transports: ['websocket'], auth: { target }, forceNew: true });
    socket.on('delta', ({ text }: { text: string }) => onText(target, (before) => before + text.length));
    socket.on('end', () => onEnd(target));
    await new Promise<void>((open) => socket.once('connect', () => open()));
    return target;
  },
  async hub(url: string, kind: RelayKind, n: number): Promise<string> {
    if (kind === 'story') return stories.add(url, n);
    const visitor = await openVisitor(url);
    const { conversationId } = visitor;
    if (kind === 'reply') {
      follow(visitor, conversationId);
      return conversationId;
    }
    visitor.close();
    staffToken ??= (await signIn(url, 'agent@demo.example', demoPassword)).accessToken;
    const agent = await connect(url, '/agent', staffToken);
    await agent.send('conversation-open', { conversationId });
    follow(agent, conversationId);
    return conversationId;
  },
};

function follow(client: HubClient, conversationId: string): void {
  // The test client keeps all it hears: not for this.
  client.socket.offAny();
  client.socket.on('stream-delta', ({ offset, text }: { offset: number; text: string }) =>
    onText(conversationId, () => offset + text.length),
  );
  client.socket.on('stream-end', () => onEnd(conversationId));
}

async function answer(request: ClientsRequest): Promise<unknown> {
  if ('connect' in request) {
    const targets: string[] = [];
    for (let n = 0; n < request.count; n += 1)
      targets.push(await connectors[request.connect](request.url, request.kind, n));
    return targets;
  }
  if ('listen' in request) {
    heard = new Map(request.listen.map((target) => [target, { lengths: [], times: [], ended: false }]));
    left = request.listen.length;
    return true;
  }
  stories.begin(heard.keys());
  if (left > 0) {
    await new Promise<void>((done) => {
      allEnded = done;
    });
  }
  return heard;
}

process.on('message', async (request: ClientsRequest) => void process.send?.(await answer(request)));
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
