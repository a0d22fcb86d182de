/** The attacker, as a process of its own and from an address of its own: does one flood for a while, against whatever listens. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

export type FloodName = 'slow-readers' | 'reads' | 'refused';
export interface FloodOrder {
  name: FloodName;
  url: string;
  /** The attacker's identities: talks that it filled before. */
  visitors: { token: string; conversationId: string }[];
  seconds: number;
}

/** Unsent frames beyond this would fill the attacker's own memory, so it waits. */
const mostBufferedBytes = 4 * 1024 * 1024;

/** One connection that is opened again whenever it is ended. `act` runs on each, every `everyMs`. */
async function keepUp(
  url: string,
  until: number,
  join: string | null,
  act: (socket: WebSocket, round: number) => void,
  everyMs: number,
  again = 50,
): Promise<void> {
  while (Date.now() < until) {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/rt/?EIO=4&transport=websocket`, {
      localAddress: '127.0.0.2',
      perMessageDeflate: false,
    });
    let over = false;
    socket.on('error', () => {});
    socket.on('close', () => {
      over = true;
    });
    socket.on('message', (data) => {
      if (String(data) === '2') socket.send('3');
    });
    await new Promise((resolve) => socket.once('open', resolve).once('close', resolve));
    if (join !== null && !over) socket.send(join);
    // Also when nobody answers, as the empty server of the control run.
    await sleep(300);
    for (let round = 0; !over && Date.now() < until; round += 1) {
      if (socket.readyState === WebSocket.OPEN && socket.bufferedAmount < mostBufferedBytes) act(socket, round);
      await sleep(everyMs);
    }
    socket.terminate();
    if (Date.now() < until) await sleep(again);
  }
}

const joinAs = (token: string): string => `40/widget,${JSON.stringify({ token, protocol: 1 })}`;
const fetchOf = (id: number, conversationId: string): string =>
  `42/widget,${id}["log-fetch",{"log":"public:${conversationId}","fromSeq":1}]`;
const madeUpKey = (): string =>
  `hk_${randomBytes(17).toString('base64url').slice(0, 22)}_${randomBytes(32).toString('base64url')}`;

const floods: Record<FloodName, (order: FloodOrder, until: number) => Promise<unknown>> = {
  /** 300 sockets that read nothing, answer pings, and ask for a page of their log every second. */
  'slow-readers': ({ url, visitors }, until) =>
    Promise.all(
      Array.from({ length: 300 }, async (_, n) => {
        const { token, conversationId } = visitors[n % visitors.length]!;
        await sleep(n * 10);
        await keepUp(
          url,
          until,
          joinAs(token),
          (socket, round) => {
            if (round === 0) socket.send('42/widget,["chat-open",{}]');
            socket.pause();
            socket.send(fetchOf(round, conversationId));
            if (round % 5 === 0) socket.send('3');
          },
          1000,
          1000,
        );
      }),
    ),
  /** Five visitors that ask for their whole log 215 times at once, and then 50 times a second. */
  reads: ({ url, visitors }, until) =>
    Promise.all(
      visitors.map(({ token, conversationId }) =>
        keepUp(
          url,
          until,
          joinAs(token),
          (socket, round) => {
            for (let n = 0; n < (round === 0 ? 215 : 50); n += 1) socket.send(fetchOf(n, conversationId));
          },
          1000,
        ),
      ),
    ),
  /** 3,000 CONNECTs a second with made-up keys, 250 frames of the largest size, 1,000 commands that nobody knows. */
  refused: ({ url, visitors }, until) => {
    const large = `42/widget,["chat-send",{"text":"${'x'.repeat(255 * 1024)}"}]`;
    return Promise.all(
      visitors.flatMap(({ token }) => [
        keepUp(
          url,
          until,
          null,
          (socket) => {
            for (let n = 0; n < 15; n += 1)
              socket.send(`40/agent,${JSON.stringify({ token: madeUpKey(), protocol: 1 })}`);
          },
          10,
        ),
        keepUp(url, until, joinAs(token), (socket) => socket.send(large), 8),
        keepUp(
          url,
          until,
          joinAs(token),
          (socket, round) => {
            for (let n = 0; n < 5; n += 1) socket.send(`42/widget,${round}["no-such-thing",{}]`);
          },
          10,
        ),
      ]),
    );
  },
};

process.on('message', async (order: FloodOrder) => {
  await floods[order.name](order, Date.now() + order.seconds * 1000);
  process.send?.({ done: true });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
