/** Visitors who have opened the chat and say nothing, from an address of their own for each process: `idleClients <url> <address>`. */
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';

const [url = '', localAddress = ''] = process.argv.slice(2);
const sockets: WebSocket[] = [];
const agent = new Agent({ keepAlive: true, localAddress, maxSockets: 20 });

function openSession(): Promise<string> {
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

/** The frames of Engine.IO and Socket.IO by hand: thousands of full clients would fill this process, not the hub. */
function openChat(token: string): Promise<void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/rt/?EIO=4&transport=websocket`, {
    localAddress,
    perMessageDeflate: false,
  });
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('closed')));
    socket.on('message', (data) => {
      const frame = String(data);
      if (frame.startsWith('0')) socket.send(`40/widget,${JSON.stringify({ token, protocol: 1 })}`);
      else if (frame === '2') socket.send('3');
      else if (frame.startsWith('44/widget')) reject(new Error(frame));
      else if (frame.includes('"session-ready"')) socket.send('42/widget,0["chat-open",{}]');
      else if (frame.includes('"log-synced"')) resolve();
    });
  });
}

process.on('message', async (count: number) => {
  let begun = 0;
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      while (begun < count) {
        begun += 1;
        await openChat(await openSession());
      }
    }),
  );
  process.send?.({ open: sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
