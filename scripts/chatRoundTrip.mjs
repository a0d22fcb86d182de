// `node scripts/chatRoundTrip.mjs <url>`: one visitor says hello and gets an answer from the bot, or exit code 1.
import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';

const timeoutMs = 30_000;
const base = process.argv[2] ?? 'http://127.0.0.1:8080';
const startedAt = Date.now();
const timer = setTimeout(() => fail(`no answer from the bot within ${timeoutMs / 1000} s`), timeoutMs);

const response = await fetch(`${base}/api/v1/widget/sessions`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ siteKey: 'demo', page: { url: `${base}/demo` } }),
}).catch((error) => fail(`widget session: ${error.message}`));
if (!response.ok) fail(`widget session: ${response.status} ${await response.text()}`);
const { token } = await response.json();

const socket = io(`${base}/widget`, { path: '/rt', transports: ['websocket'], auth: { token, protocol: 1 } });
socket.on('connect_error', (error) => fail(`connection: ${error.message} ${JSON.stringify(error.data ?? {})}`));
let sentSeq = Number.POSITIVE_INFINITY;
const early = [];
socket.on('entry', (entry) => {
  early.push(entry);
  finishIfAnswered();
});
socket.once('session-ready', async () => {
  await command('chat-open', {});
  const sent = await command('chat-send', { commandId: randomUUID(), text: 'Hi, I would like to sell my house' });
  sentSeq = sent.seq;
  finishIfAnswered();
});

/** The answer may come before the ack that says what it answers. */
function finishIfAnswered() {
  const answer = early.find(
    ({ type, actor, seq }) => type === 'message-created' && actor.kind === 'bot' && seq > sentSeq,
  );
  if (answer === undefined) return;
  console.log(`chat round trip: answered in ${Date.now() - startedAt} ms: ${JSON.stringify(answer.data.text)}`);
  clearTimeout(timer);
  socket.close();
}

async function command(name, payload) {
  const ack = await socket
    .timeout(10_000)
    .emitWithAck(name, payload)
    .catch(() => fail(`${name} was not acked`));
  if (!ack.ok) fail(`${name}: ${ack.error.code} ${ack.error.message}`);
  return ack.data;
}

function fail(reason) {
  console.error(`chat round trip failed: ${reason}`);
  process.exit(1);
}
