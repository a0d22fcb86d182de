import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../support/browser.ts';
import { printTable, rounded } from './figures.ts';
import { buildWorkers } from './startWorker.ts';
import { keyEveryMs, type PageFigures, watchPage } from './watchPage.ts';
import { widgetStart } from './widgetStart.ts';

const built = resolve(import.meta.dirname, '../../dist/client');
const blankSeconds = 15;
/** A key waits for the next frame on an idle machine too. */
const frameMs = 17;
const flatAfterSeconds = 300;
const limits = { busyPercent: 20, longTasks: 0, inputMs: 50, mbPerMinute: 0.1, deskKb: 250, widgetMs: 15 };

/** Seconds that each page is watched: `--seconds=600` for the ten minutes of the goal; a minute unless told. */
const seconds = Number(process.argv.find((one) => one.startsWith('--seconds='))?.slice(10) ?? 60);

/** The cost of the pages in the browser: a desk with 500 rows and a wall with 200 cards while everything moves, and first loads. */
export async function benchClient(): Promise<void> {
  await buildWorkers('bench/clientHub');
  const browser = await openBrowser();
  const blank = await watchPage(browser, 'blank', 0, Math.min(seconds, blankSeconds));
  const desk = await watchPage(browser, 'desk', 500, seconds);
  const wall = await watchPage(browser, 'wall', 200, seconds);
  const widget = await widgetStart(browser);
  const deskKb = await firstLoadKb('desk');
  const wallKb = await firstLoadKb('wall');
  await browser.close();

  printTable(
    ['page', 'rows', 'busy %', 'tasks > 50 ms', 'longest ms', 'input to paint p95 ms'],
    [blank, desk, wall].map((one) => [
      one.page,
      one.rows,
      `${one.cpuPercent} (${one.busyPercent})`,
      `${one.longTasksOfOurs} (${one.longTasks})`,
      `${one.longestTaskCpuMs} (${one.longestTaskMs})`,
      `${one.inputToPaintP95CpuMs} (${one.inputToPaintP95Ms})`,
    ]),
  );
  console.log('');
  printTable(
    ['page', 'heap MB', 'after', 'MB/min in the second half', 'nodes', 'after', 'listeners', 'after'],
    [desk, wall].map((one) => [
      one.page,
      one.heapMb[0] ?? 0,
      one.heapMb.at(-1) ?? 0,
      one.heapMbPerMinute,
      ...one.nodes,
      ...one.listeners,
    ]),
  );
  console.log('');
  printTable(
    ['', 'measured', 'goal'],
    [
      ['first load of the desk, KB gzip', deskKb, limits.deskKb],
      ['first load of the wall, KB gzip', wallKb, limits.deskKb],
      ["widget's script at start, CPU ms of the main thread", widget.startMs, limits.widgetMs],
      ['the same by the clock on the wall', widget.startWallMs, ''],
      ['the chat itself when it is first opened, CPU ms', widget.openMs, ''],
      ['the same by the clock on the wall', widget.openWallMs, ''],
    ],
  );
  const misses = [...missesOf(desk), ...missesOf(wall)];
  if (deskKb > limits.deskKb) misses.push('desk first load');
  if (widget.startMs > limits.widgetMs) misses.push('widget start');
  console.log(
    `Each page was watched for ${seconds} s (--seconds=600 for ten minutes): 30 row updates/s, each of which puts its row first, a coach stream of 50 tokens/s in the open talk, a key each ${keyEveryMs} ms.
The blank page has a field and the same keys and nothing else: what browser and machine cost by themselves.
Decided by CPU time of the main thread, which other processes on the machine hardly change, with the clock on the wall in brackets: a key counts its CPU time and one frame where that is less than the clock.
Heap after garbage collection; flat is at most ${limits.mbPerMinute} MB/min in the second half of ${flatAfterSeconds} s or more. Goals missed: ${misses.join(', ') || 'none'}.`,
  );
  console.log(JSON.stringify({ bench: 'client', seconds, blank, desk, wall, deskKb, wallKb, widget, misses }));
}

const missesOf = (one: PageFigures): string[] => [
  ...(one.cpuPercent > limits.busyPercent ? [`${one.page} busy`] : []),
  ...(one.longTasksOfOurs > limits.longTasks ? [`${one.page} long tasks`] : []),
  ...(Math.min(one.inputToPaintP95Ms, one.inputToPaintP95CpuMs + frameMs) > limits.inputMs
    ? [`${one.page} input to paint`]
    : []),
  ...(seconds >= flatAfterSeconds && one.heapMbPerMinute > limits.mbPerMinute ? [`${one.page} memory`] : []),
];

/** Everything that the page names in its text and what those scripts import at once. */
async function firstLoadKb(kind: 'desk' | 'wall'): Promise<number> {
  const html = await readFile(resolve(built, kind, 'index.html'), 'utf8');
  const assets = await readdir(resolve(built, 'assets'));
  const wanted = new Set(assets.filter((name) => html.includes(name)));
  let bytes = gzipSync(html).length;
  for (const name of wanted) bytes += gzipSync(await readFile(resolve(built, 'assets', name))).length;
  return rounded(bytes / 1024, 1);
}
