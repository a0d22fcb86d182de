import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isDeepStrictEqual } from 'node:util';
import { signIn } from '../support/hubClient.ts';
import { startHubProcess } from '../support/hubProcess.ts';
import { demoPassword } from '../support/openHub.ts';
import { judgeChat } from './judgeChat.ts';
import { type PlayedChat, playVisitor, quietWhileWaitingMs, type SeenEntry, settleMs } from './playVisitor.ts';
import { readChats } from './readChats.ts';

/** With `--at-once 48`; fewer at once may not write so much. */
const goals = { messagesPerSecond: 20, replyMsP99: 3_000 };
/** How long Jorge lets a visitor be quiet before he answers. */
const quietMs = 1_500;

/** Plays every recorded visitor against a hub, prints what came of it, and says whether all of it was right. */
export async function evaluateChats(given: {
  data: string;
  url: string | undefined;
  password: string | undefined;
  atOnce: number;
  first: number;
  show: boolean;
}): Promise<boolean> {
  const chats = readChats(given.data).slice(0, given.first);
  if (given.url !== undefined) return evaluate(given.url, given.password ?? demoPassword, chats, given);
  const dataDir = await mkdtemp(join(tmpdir(), 'hub-eval-'));
  const hub = await startHubProcess({
    HUB_DATA_DIR: dataDir,
    HUB_LIMIT_WIDGET_SESSIONS: '100000',
    HUB_LIMIT_WIDGET_SOCKETS: '10000',
  });
  try {
    return await evaluate(hub.url, demoPassword, chats, given);
  } finally {
    await hub.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function evaluate(
  url: string,
  password: string,
  chats: ReturnType<typeof readChats>,
  { atOnce, show }: { atOnce: number; show: boolean },
): Promise<boolean> {
  const startedAt = Date.now();
  const cpuBefore = process.cpuUsage();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const played: PlayedChat[] = [];
  const waiting = [...chats];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let chat = waiting.shift(); chat !== undefined; chat = waiting.shift()) {
        const one = await playVisitor(url, chat);
        played.push(one);
        for (const error of one.errors) console.error(`${one.id}: ${error}`);
        if (played.length % 50 === 0) console.error(`${played.length} of ${chats.length} chats played`);
      }
    }),
  );
  const seconds = (Date.now() - startedAt) / 1000;
  delay.disable();
  const { user, system } = process.cpuUsage(cpuBefore);
  const shortest = shortestSeconds(played, atOnce);
  const different = await compareTranscripts(url, password, played);

  const faults = played.map((chat) => ({ id: chat.id, ...judgeChat(chat) }));
  for (const { id, ...kinds } of faults) {
    for (const [kind, lines] of Object.entries(kinds))
      for (const line of lines) console.error(`${id} ${kind}: ${line}`);
  }
  for (const id of different) console.error(`${id}: the stored transcript is not what the visitor saw`);
  if (show) for (const chat of played) print(chat);

  const sum = (of: (chat: PlayedChat) => number): number => played.reduce((total, chat) => total + of(chat), 0);
  const count = (kind: 'duplicates' | 'gaps' | 'repeatedQuestions' | 'repeatedMessages'): number =>
    faults.reduce((total, one) => total + one[kind].length, 0);
  const figures = {
    eval: 'chats',
    chats: chats.length,
    conversationsFinished: sum((chat) => (chat.finished ? 1 : 0)),
    endedByTheHub: sum((chat) => (chat.closedEarly ? 1 : 0)),
    messagesSent: sum((chat) => chat.ackMs.length),
    turnsAnswered: sum((chat) => chat.answered),
    answeredByWaiting: sum((chat) => chat.answeredByWaiting),
    errors: sum((chat) => chat.errors.length),
    retries: sum((chat) => chat.retries),
    duplicates: count('duplicates'),
    gaps: count('gaps'),
    questionsAskedTwiceInARow: count('repeatedQuestions'),
    sameMessageTwiceInARow: count('repeatedMessages'),
    transcriptsThatDiffer: different.length,
    ackMs: spread(played.flatMap((chat) => chat.ackMs)),
    firstWordMs: spread(played.flatMap((chat) => chat.firstWordMs)),
    replyMs: spread(played.flatMap((chat) => chat.replyMs)),
    atOnce,
    seconds: Math.round(seconds),
    messagesPerSecond: perSecond(sum(({ ackMs }) => ackMs.length) / seconds),
    atMostPerSecond: perSecond(sum(({ ackMs }) => ackMs.length) / shortest),
    // If these are high, the visitors were measured and not the hub.
    visitorsCpuPercent: Math.round((user + system) / 10_000 / seconds),
    visitorsLateMsP99: Math.round(delay.percentile(99) / 1e6),
  };
  const rows = Object.entries(figures).map(([name, value]) => [
    name,
    typeof value === 'object' ? `p50 ${value.p50}  p99 ${value.p99}` : String(value),
  ]);
  for (const [name = '', value = ''] of rows) console.log(`${name.padEnd(28)}${value}`);
  if (figures.messagesPerSecond < goals.messagesPerSecond)
    console.log(
      `Missed: ${figures.messagesPerSecond} messages/s, at least ${goals.messagesPerSecond}; ${atOnce} visitors at once could write ${figures.atMostPerSecond}.`,
    );
  if (figures.replyMs.p99 > goals.replyMsP99)
    console.log(`Missed: reply p99 ${figures.replyMs.p99} ms, at most ${goals.replyMsP99}.`);
  console.log(JSON.stringify(figures));
  return (
    figures.messagesPerSecond >= goals.messagesPerSecond &&
    figures.replyMs.p99 <= goals.replyMsP99 &&
    figures.conversationsFinished === chats.length &&
    figures.errors === 0 &&
    figures.duplicates === 0 &&
    figures.gaps === 0 &&
    figures.questionsAskedTwiceInARow === 0 &&
    figures.transcriptsThatDiffer === 0
  );
}

/**
 * The chats whose log, as staff read it, is not entry for entry what came through the visitor's socket. Words written
 * after the visitor had left are in the log alone.
 */
async function compareTranscripts(url: string, password: string, played: PlayedChat[]): Promise<string[]> {
  const { accessToken } = await signIn(url, 'agent@demo.example', password);
  const different: string[] = [];
  for (const { id, conversationId, entries } of played) {
    if (conversationId === '') continue;
    const answer = await fetch(`${url}/api/v1/conversations/${conversationId}/transcript`, {
      headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
    });
    const stored = answer.ok ? ((await answer.json()) as { entries: SeenEntry[] }).entries : null;
    if (!isDeepStrictEqual(stored?.slice(0, entries.length), entries)) different.push(id);
  }
  return different;
}

const perSecond = (value: number): number => Number(value.toFixed(1));

/**
 * How long the same talks would take if the hub and the wire took no time: the rest is Jorge's wait for quiet, the visitor's
 * reading, and their patience while nobody answers.
 */
function shortestSeconds(played: readonly PlayedChat[], atOnce: number): number {
  const busyUntil = Array.from({ length: atOnce }, () => 0);
  for (const { answered, answeredByWaiting } of played) {
    const soonest = busyUntil.indexOf(Math.min(...busyUntil));
    busyUntil[soonest] =
      (busyUntil[soonest] ?? 0) + answered * (quietMs + settleMs) + answeredByWaiting * quietWhileWaitingMs;
  }
  return Math.max(...busyUntil) / 1000;
}

function spread(values: number[]): { p50: number; p99: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

function print({ id, entries }: PlayedChat): void {
  console.error(`\n== ${id}`);
  for (const { actor, type, data } of entries)
    console.error(type === 'message-created' ? `${actor.kind}: ${data.text}` : `-- ${type} ${data.mode ?? ''}`);
}
