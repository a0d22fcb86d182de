/**
 * `npm run old-node [-- <commit>]`: a node of an earlier commit and one of this tree on one database and one Redis, as while a hub is
 * brought up to date node by node. Prints what held; fails where something did not. Needs the repository's history.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { connect, type HubClient, openVisitor, signIn } from '../support/hubClient.ts';
import { type HubProcess, startHubProcess } from '../support/hubProcess.ts';
import { demoPassword } from '../support/openHub.ts';
import { startDatabase, startRedis } from '../support/servers.ts';

/** The last build before jobs, marks on entries and rows from the log. */
const commit = process.argv[2] ?? '385ae17';
const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'hub-old-'));

async function buildOld(): Promise<string> {
  const packed = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1 << 28 });
  execFileSync('tar', ['-x', '-C', folder], { input: packed });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const outdir = join(folder, 'dist/server');
  mkdirSync(join(folder, 'dist/client'), { recursive: true });
  await build({
    ...{ absWorkingDir: folder, entryPoints: { main: 'src/main.ts' }, outdir, bundle: true, splitting: true },
    ...{ platform: 'node', target: 'node20.19', format: 'esm', packages: 'external', logLevel: 'error' },
  });
  return join(outdir, 'main.js');
}

type Visitor = Awaited<ReturnType<typeof openVisitor>>;
const isAnswer = (entry: { actor: { kind: string }; seq: number }, after: number): boolean =>
  entry.actor.kind === 'bot' && entry.seq > after;
async function ask(visitor: HubClient, text: string): Promise<void> {
  const { seq } = await visitor.command('chat-send', { text });
  await visitor.untilEntry('message-created', (entry) => isAnswer(entry, Number(seq)));
}
async function staff(hub: HubProcess): Promise<HubClient> {
  const { accessToken } = await signIn(hub.url, 'agent@demo.example', demoPassword);
  return connect(hub.url, '/agent', accessToken);
}
/** The same visitor at another node. */
const at = (hub: HubProcess, { session }: Visitor): Promise<Visitor> =>
  openVisitor(hub.url, { visitorToken: session.visitorToken });

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const failed: string[] = [];
async function holds(name: string, check: () => Promise<unknown>): Promise<void> {
  try {
    await check();
    say(`held    ${name}`);
  } catch (error) {
    failed.push(name);
    say(`fell    ${name}: ${(error as Error).message.slice(0, 300)}`);
  }
}
function gapless(client: HubClient): void {
  const seqs = client
    .all('entry')
    .filter(({ log }) => log.startsWith('public:'))
    .map(({ seq }) => seq);
  const distinct = [...new Set(seqs)].toSorted((a, b) => a - b);
  if (distinct.some((seq, n) => seq !== n + 1)) throw new Error(`the log has a gap: ${distinct.join(' ')}`);
}
function once(client: HubClient): void {
  const texts = client.entries('message-created').map(({ seq, data }) => `${seq} ${data.messageId}`);
  const ids = [...new Set(texts)].map((one) => one.split(' ')[1]);
  if (new Set(ids).size !== ids.length) throw new Error('a message stands in the log twice');
}

const database = await startDatabase();
const redis = await startRedis();
const env = {
  ...{ MONGODB_URL: database.url, REDIS_URL: redis.url, HUB_SECRET: 'the secret of both nodes, 0123456789 abc' },
  HUB_DATA_DIR: folder,
};
const main = await buildOld();
let old = await startHubProcess(env, undefined, main);
say(`A node of ${commit} runs; its data is taken over by one of this tree.`);
const before = await openVisitor(old.url);
await ask(before, 'I want to buy a home');
let hub = await startHubProcess(env);

await holds('a talk that began on the old node goes on there', () => ask(before, 'around 500k'));
await holds('… and on the new one, where all of it is read', async () => {
  const there = await at(hub, before);
  await ask(there, 'we are pre-approved');
  gapless(there);
  once(there);
  there.close();
});
await holds('… and on the old one again', () => ask(before, '3 bedrooms'));
const fresh = await openVisitor(hub.url);
await holds('a talk that began on the new node goes on on the old one', async () => {
  await ask(fresh, 'I want to sell my house');
  const there = await at(old, fresh);
  await ask(there, '12 Oak Street, Austin');
  gapless(there);
  once(there);
  there.close();
});
await holds('what a visitor of one node writes is seen at the desk of the other, both ways', async () => {
  for (const [desk, visitor] of [
    [old, fresh],
    [hub, before],
  ] as const) {
    const agent = await staff(desk);
    await agent.send('conversation-open', { conversationId: visitor.conversationId });
    const { messageId } = await visitor.command('chat-send', { text: 'Is there a garage?' });
    await agent.untilEntry('message-created', ({ data }) => data.messageId === messageId);
    agent.close();
  }
});
for (const [name, desk, visitor] of [
  ['new', hub, before],
  ['old', old, fresh],
] as const)
  await holds(`who takes over on the ${name} node speaks alone: Jorge is silent on both`, async () => {
    const agent = await staff(desk);
    const { conversationId } = visitor;
    const { seq } = await agent.command('takeover-start', { conversationId });
    const { messageId } = await agent.command('message-send', { conversationId, text: 'Maya here.' });
    const said = await visitor.untilEntry('message-created', ({ data }) => data.messageId === messageId);
    await visitor.command('chat-send', { text: 'Hello Maya' });
    await agent.command('takeover-end', { conversationId });
    const back = await visitor.untilEntry(
      'conversation-changed',
      (entry) => entry.data.mode === 'bot' && entry.seq > said.seq,
    );
    const between = visitor.entries('message-created').filter((one) => one.seq > Number(seq) && one.seq < back.seq);
    if (between.some(({ actor }) => actor.kind === 'bot')) throw new Error('Jorge spoke meanwhile');
    await visitor.untilEntry('message-created', (entry) => isAnswer(entry, back.seq));
    agent.close();
  });
await holds('what the old node was killed over is answered by the new one', async () => {
  const visitor = await openVisitor(old.url);
  await visitor.command('chat-send', { text: 'I want to buy a home' });
  await old.kill();
  const there = await at(hub, visitor);
  await there.untilEntry('message-created', (entry) => isAnswer(entry, 0));
  gapless(there);
  once(there);
  there.close();
});
old = await startHubProcess(env, undefined, main);
await holds('the old node starts again beside the new one, and answers', async () => {
  const visitor = await openVisitor(old.url);
  await ask(visitor, 'I want to sell my house');
  visitor.close();
});
// The old node knows nothing of marks on entries: messages that the new one had taken wait for a node of this tree.
await holds(
  'what the new node was killed over is answered once it runs again, with the old one beside it',
  async () => {
    const visitor = await openVisitor(hub.url);
    await visitor.command('chat-send', { text: 'I want to buy a home' });
    await hub.kill();
    hub = await startHubProcess(env);
    const there = await at(old, visitor);
    await there.untilEntry('message-created', (entry) => isAnswer(entry, 0));
    gapless(there);
    once(there);
    there.close();
  },
);

for (const client of [before, fresh]) client.close();
await old.stop();
await hub.stop();
await redis.stop();
await database.stop();
rmSync(folder, { recursive: true, force: true });
say(failed.length === 0 ? 'All held.' : `${failed.length} fell.`);
process.exit(failed.length === 0 ? 0 : 1);
