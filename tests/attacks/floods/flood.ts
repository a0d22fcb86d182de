import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, percentile, printTable, rounded } from '../../bench/figures.ts';
import { buildWorkers, startWorker, type Worker } from '../../bench/startWorker.ts';
import { type HubClient, openVisitor } from '../../support/hubClient.ts';
import { startHubProcess } from '../../support/hubProcess.ts';
import type { FloodName, FloodOrder } from './flooder.ts';

/** How many visitors the attacker is, how many long messages each has in its log, and what the hub may use and keeps its data in. */
const floods: Record<FloodName, { visitors: number; messages: number; heapMb: number; store: 'memory' | 'database' }> =
  {
    'slow-readers': { visitors: 30, messages: 40, heapMb: 512, store: 'memory' },
    reads: { visitors: 5, messages: 60, heapMb: 2048, store: 'database' },
    refused: { visitors: 2, messages: 0, heapMb: 2048, store: 'database' },
  };
export const floodNames = Object.keys(floods) as FloodName[];

const honestVisitors = 4;
const quietSeconds = 15;
const mostRiseMb = 40;
const mostRatio = 1.5;

/**
 * Floods a hub of its own for a while, and prints what it costs the hub and everybody else. False when memory rises or others
 * wait for longer than they may.
 */
export async function flood(name: FloodName, seconds: number): Promise<boolean> {
  const { visitors: count, messages, heapMb, store } = floods[name];
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-flood-'));
  await buildWorkers('attacks/floods/flooder', 'attacks/floods/emptyServer');
  const hub = await startHubProcess({
    HUB_DATA_DIR: dataDir,
    HUB_STORE: store,
    NODE_OPTIONS: `--max-old-space-size=${heapMb}`,
  });
  const [flooder, empty] = [startWorker('attacks/floods/flooder'), startWorker('attacks/floods/emptyServer')];
  try {
    await flooder.first();
    const { url: emptyUrl } = await empty.first<{ url: string }>();
    const visitors = await Promise.all(Array.from({ length: count }, () => fillTalk(hub.url, messages)));
    const honest = await Promise.all(Array.from({ length: honestVisitors }, () => openVisitor(hub.url)));
    const order: FloodOrder = { name, url: hub.url, visitors, seconds };

    const quiet = await measure(hub.pid, honest, sleep(quietSeconds * 1000));
    const control = await measure(hub.pid, honest, flooder.ask({ ...order, url: emptyUrl, seconds: quietSeconds }));
    const before = await measure(hub.pid, honest, sleep(quietSeconds * 1000));
    const counted = await readCounts(hub.url);
    const during = await measure(hub.pid, honest, flooder.ask({ ...order }));
    const refusals = lessOf(await readCounts(hub.url), counted);
    const after = await measure(hub.pid, honest, sleep(10_000));

    const calm = median([...quiet.acksMs, ...before.acksMs]);
    const ratio = median(during.acksMs) / calm;
    const controlRatio = median(control.acksMs) / calm;
    // V8 gives memory back in idle moments and takes it again: one calm phase alone may be 30 MB below the next.
    const riseMb = Math.max(...during.rssMb) - median([...quiet.rssMb, ...control.rssMb, ...before.rssMb]);
    const row = (label: string, { acksMs, unacked, rssMb }: Measured) => [
      label,
      acksMs.length,
      unacked,
      rounded(median(acksMs), 1),
      rounded(percentile(acksMs, 0.99), 1),
      rounded(median(acksMs) / calm),
      rounded(median(rssMb), 0),
      rounded(Math.max(...rssMb), 0),
    ];
    console.log(`${name}, ${seconds} s, a hub with ${heapMb} MB of heap`);
    printTable(
      ['others', 'acks', 'unacked', 'p50 ms', 'p99 ms', 'of quiet', 'RSS MB', 'peak MB'],
      [
        row('quiet', quiet),
        row('control: an empty server is flooded', control),
        row('quiet', before),
        row('the hub is flooded', during),
        row('afterwards', after),
      ],
    );
    printTable(['refused or ended', 'times'], Object.entries(refusals));
    const figures = {
      flood: name,
      seconds,
      rssRiseMb: rounded(riseMb, 1),
      ratio: rounded(ratio),
      controlRatio: rounded(controlRatio),
      beyondControl: rounded(ratio / controlRatio),
      unacked: during.unacked,
      refusals,
    };
    console.log(JSON.stringify(figures));
    for (const one of honest) one.close();
    const held = ratio / controlRatio <= mostRatio && during.unacked === 0;
    return held && (name !== 'slow-readers' || riseMb <= mostRiseMb);
  } finally {
    await stopAll([flooder, empty]);
    await hub.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function stopAll(workers: readonly Worker[]): Promise<void> {
  for (const worker of workers) await worker.stop();
}

/** A visitor with a long log, written as fast as the hub lets anybody write. */
async function fillTalk(url: string, messages: number): Promise<FloodOrder['visitors'][0]> {
  const visitor = await openVisitor(url);
  const text = 'I have been looking for a home for a while, and here is all about it. '.repeat(60).slice(0, 3900);
  for (let sent = 0; sent < messages; ) {
    const ack = await visitor.emit('chat-send', { commandId: randomUUID(), text });
    if (ack.ok) sent += 1;
    else await sleep(ack.error.retryAfterMs ?? 500);
  }
  visitor.close();
  return { token: visitor.session.token, conversationId: visitor.conversationId };
}

interface Measured {
  acksMs: number[];
  unacked: number;
  rssMb: number[];
}

/** Measures the waits of honest clients, each of which says something once a second, and the hub's memory, during the flood. */
async function measure(pid: number, honest: readonly HubClient[], lasts: Promise<unknown>): Promise<Measured> {
  const measured: Measured = { acksMs: [], unacked: 0, rssMb: [] };
  let over = false;
  const ended = lasts.then(() => {
    over = true;
  });
  await Promise.all([
    ended,
    ...honest.map(async (visitor, n) => {
      await sleep((n * 1000) / honest.length);
      while (!over) {
        const startedAt = performance.now();
        const ack = await visitor
          .emit('chat-send', { commandId: randomUUID(), text: 'Is it still for sale?' })
          .catch(() => null);
        if (ack?.ok) measured.acksMs.push(performance.now() - startedAt);
        else measured.unacked += 1;
        await sleep(1000);
      }
    }),
    (async () => {
      while (!over) {
        measured.rssMb.push(Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)]).stdout) / 1024);
        await sleep(500);
      }
    })(),
  ]);
  return measured;
}

/** The hub's refusals and ended connections so far, by code. */
async function readCounts(url: string): Promise<Record<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const counts: Record<string, number> = {};
  const kinds = {
    hub_commands_total: 'command',
    hub_refused_connections_total: 'CONNECT',
    hub_ended_connections_total: 'ended',
  };
  for (const [, metric = '', code = '', value] of text.matchAll(
    /^(hub_\w+)\{.*(?:outcome|code)="(\w+)".*\} (\d+)$/gm,
  )) {
    const kind = kinds[metric as keyof typeof kinds];
    if (kind === undefined || code === 'ok') continue;
    counts[`${kind} ${code}`] = (counts[`${kind} ${code}`] ?? 0) + Number(value);
  }
  return counts;
}

const lessOf = (after: Record<string, number>, before: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(after)
      .map(([code, count]) => [code, count - (before[code] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
