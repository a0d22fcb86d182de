import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { talkId } from '../../client/gallery/fixtures.ts';
import type { TestBrowser } from '../support/browser.ts';
import { percentile, rounded } from './figures.ts';
import { startWorker } from './startWorker.ts';
import { watchThread } from './threadTime.ts';

export const keyEveryMs = 150;
const settleMs = 4_000;
const longTaskMs = 50;

export type Kind = 'blank' | 'desk' | 'wall';
export interface PageFigures {
  page: Kind;
  rows: number;
  /** Share of the time in which the main thread had a task, as the clock on the wall saw it. */
  busyPercent: number;
  /** The same by the thread's own CPU time, without the time of other processes. */
  cpuPercent: number;
  longTasks: number;
  /** Those that were long by their CPU time. */
  longTasksOfOurs: number;
  longestTaskMs: number;
  longestTaskCpuMs: number;
  inputToPaintP95Ms: number;
  /** The main thread's CPU time between the key and the frame. */
  inputToPaintP95CpuMs: number;
  heapMb: readonly number[];
  /** How fast the heap grew in the second half, when all is there that is kept. */
  heapMbPerMinute: number;
  nodes: readonly [number, number];
  listeners: readonly [number, number];
}

/** A page while everything in it moves and someone types. `blank` is a field and nothing else: the cost of the machine and the browser. */
export async function watchPage(browser: TestBrowser, kind: Kind, rows: number, seconds: number): Promise<PageFigures> {
  const worker = startWorker('bench/clientHub', [String(rows)]);
  const { url } = await worker.first<{ url: string }>();
  const context = await browser.context({ serviceWorkers: 'block' });
  await signedIn(context, kind);
  const page = await context.newPage();
  // The loader of TypeScript wraps functions in a helper that the page does not have.
  await page.addInitScript({ content: `{ const __name = (named) => named; (${watchFrames})(); }` });
  const field = await opened(page, kind, url, rows);
  await field.focus();
  const pidBefore = await renderers(context);
  await page.waitForTimeout(settleMs);
  const thread = watchThread(busiest(pidBefore, await renderers(context)));

  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'timeTicks' });
  const before = await measure(devtools);
  await page.evaluate('window.benchBegin()');
  const startedAt = performance.now();
  const heap: { atMs: number; mb: number }[] = [];
  const collections: { from: number; to: number }[] = [];
  const heapEveryMs = Math.max(5_000, (seconds * 1000) / 20);
  while (performance.now() - startedAt < seconds * 1000) {
    // A letter and its undoing: the field stays as it is, whatever the length of the run.
    await page.keyboard.press('x');
    await page.waitForTimeout(keyEveryMs);
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(keyEveryMs);
    const atMs = performance.now() - startedAt;
    if (atMs < heap.length * heapEveryMs) continue;
    const from = performance.timeOrigin + performance.now();
    heap.push({ atMs, mb: (await measure(devtools)).JSHeapUsedSize! / 2 ** 20 });
    collections.push({ from, to: performance.timeOrigin + performance.now() });
  }
  const wallMs = performance.now() - startedAt;
  const taken = (await page.evaluate('window.benchEnd()')) as { longTasks: Span[]; keys: Span[] };
  const after = await measure(devtools);
  thread.stop();
  await context.close();
  await worker.stop();

  const ran = ({ at, ms }: Span) => Math.min(ms, thread.between(at, at + ms) ?? ms);
  // Collecting the garbage for a look at the heap is the bench's own doing.
  const tasks = taken.longTasks
    .filter(({ at, ms }) => !collections.some(({ from, to }) => at < to && at + ms > from))
    .map((task) => ({ ms: task.ms, cpuMs: ran(task) }));
  const share = (name: string) => rounded((((after[name] ?? 0) - (before[name] ?? 0)) * 1000 * 100) / wallMs, 1);
  const both = (name: string) => [before[name] ?? 0, after[name] ?? 0] as const;
  return {
    page: kind,
    rows,
    busyPercent: share('TaskDuration'),
    cpuPercent: share('ThreadTime'),
    longTasks: tasks.length,
    longTasksOfOurs: tasks.filter(({ cpuMs }) => cpuMs > longTaskMs).length,
    longestTaskMs: rounded(Math.max(0, ...tasks.map(({ ms }) => ms)), 0),
    longestTaskCpuMs: rounded(Math.max(0, ...tasks.map(({ cpuMs }) => cpuMs)), 0),
    inputToPaintP95Ms: rounded(
      percentile(
        taken.keys.map(({ ms }) => ms),
        0.95,
      ),
      1,
    ),
    inputToPaintP95CpuMs: rounded(percentile(taken.keys.map(ran), 0.95), 1),
    heapMb: heap.map(({ mb }) => rounded(mb, 2)),
    heapMbPerMinute: rounded(slope(heap.slice(Math.floor(heap.length / 2))) * 60_000, 3),
    nodes: both('Nodes'),
    listeners: both('JSEventListeners'),
  };
}

async function opened(page: Page, kind: Kind, url: string, rows: number) {
  if (kind === 'blank') {
    await page.goto(`${url}/blank.html`);
    return page.locator('textarea');
  }
  await page.goto(kind === 'desk' ? `${url}/desk/c/${talkId}` : `${url}/wall`);
  if (kind === 'desk') {
    await page.locator('.now.streaming').waitFor();
    return page.getByLabel('Reply', { exact: true });
  }
  const last = page.locator('.card').nth(rows - 1);
  await last.waitFor();
  await page.locator('.card button').first().click();
  await page.locator('.sheet .message').first().waitFor();
  return page.locator('.whisper-box textarea, .whisper-box input').first();
}

/** CPU time so far of each process that draws pages. */
async function renderers(context: BrowserContext): Promise<Map<number, number>> {
  const system = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  await system.detach();
  return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]));
}
function busiest(before: Map<number, number>, after: Map<number, number>): number {
  const [first] = [...after].sort((a, b) => b[1] - (before.get(b[0]) ?? 0) - (a[1] - (before.get(a[0]) ?? 0)));
  if (!first) throw new Error('no process draws the page');
  return first[0];
}

type Metrics = Record<string, number>;
async function measure(devtools: CDPSession): Promise<Metrics> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** MB per ms, by least squares. */
function slope(points: readonly { atMs: number; mb: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const at = mean(points.map(({ atMs }) => atMs));
  const mb = mean(points.map((point) => point.mb));
  const spread = points.reduce((sum, { atMs }) => sum + (atMs - at) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, point) => sum + (point.atMs - at) * (point.mb - mb), 0) / spread;
}

interface Span {
  /** In ms since 1970. */
  at: number;
  ms: number;
}

/** Runs in the page: tasks above 50 ms as the browser counts them, and each key from its event to the frame after it. */
function watchFrames(): void {
  let on = false;
  const longTasks: Span[] = [];
  const keys: Span[] = [];
  new PerformanceObserver((list) => {
    if (!on) return;
    for (const { startTime, duration } of list.getEntries())
      longTasks.push({ at: performance.timeOrigin + startTime, ms: duration });
  }).observe({ type: 'longtask' });
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      if (!on) return;
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () =>
          keys.push({ at: performance.timeOrigin + timeStamp, ms: performance.now() - timeStamp });
        painted.port2.postMessage(null);
      });
    },
    true,
  );
  Object.assign(window, {
    benchBegin: () => {
      on = true;
    },
    benchEnd: () => {
      on = false;
      return { longTasks, keys };
    },
  });
}

const signedIn = (context: BrowserContext, kind: Kind): Promise<unknown> =>
  context.addInitScript(
    (role) => {
      const user = { id: `${role}-1`, name: 'Maya Brooks', role };
      const session = { user, accessToken: 'a', refreshToken: 'r', accessEndsAt: Date.now() + 3_600_000 };
      localStorage.setItem(`jorge-hub.session.${user.id}`, JSON.stringify(session));
    },
    kind === 'wall' ? 'supervisor' : 'agent',
  );
