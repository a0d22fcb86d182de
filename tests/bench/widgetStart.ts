import type { BrowserContext, Page } from 'playwright-core';
import type { TestBrowser } from '../support/browser.ts';
import { median, rounded } from './figures.ts';
import { startWorker } from './startWorker.ts';

const runs = 9;

export interface WidgetStart {
  /** The cost of the tag when a page loads, in ms of the main thread's CPU and of the wall clock. */
  startMs: number;
  startWallMs: number;
  /** The cost of the chat when someone first opens it. */
  openMs: number;
  openWallMs: number;
}

/** Time in which the main thread compiles and runs what the tag brings, and then the chat, by the browser's own trace; medians. */
export async function widgetStart(browser: TestBrowser): Promise<WidgetStart> {
  const worker = startWorker('bench/clientHub', ['1']);
  const { url } = await worker.first<{ url: string }>();
  const taken: WidgetStart[] = [];
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.context();
    const page = await context.newPage();
    const start = await traced(context, page, async () => {
      await page.goto(`${url}/demo`);
      await page.locator('jorge-chat .launcher').waitFor();
      await page.waitForLoadState('networkidle');
    });
    const open = await traced(context, page, async () => {
      await page.locator('jorge-chat .launcher').click();
      await page.locator('jorge-chat textarea').waitFor();
      await page.waitForLoadState('networkidle');
    });
    taken.push({ startMs: start.cpuMs, startWallMs: start.wallMs, openMs: open.cpuMs, openWallMs: open.wallMs });
    await context.close();
  }
  await worker.stop();
  const mid = (name: keyof WidgetStart) => rounded(median(taken.map((one) => one[name])), 1);
  return {
    startMs: mid('startMs'),
    startWallMs: mid('startWallMs'),
    openMs: mid('openMs'),
    openWallMs: mid('openWallMs'),
  };
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** CPU time of the thread. */
  tdur?: number;
  args: { data?: { url?: string; fileName?: string } };
}

async function traced(context: BrowserContext, page: Page, act: () => Promise<void>) {
  const devtools = await context.newCDPSession(page);
  const events: TraceEvent[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'] },
  });
  await act();
  const complete = new Promise<unknown>((done) => devtools.once('Tracing.tracingComplete', done));
  await devtools.send('Tracing.end');
  await complete;
  await devtools.detach();
  const ours = events.filter(
    ({ dur, args }) => dur !== undefined && /\/widget[^/]*\.js/.test(args.data?.url ?? args.data?.fileName ?? ''),
  );
  const main = ours.find(({ name }) => name === 'EvaluateScript');
  if (!main) throw new Error('the trace has nothing of the widget');
  let until = 0;
  let wallMs = 0;
  let cpuMs = 0;
  // A script is parsed on a thread that nobody waits for; events lie within each other, and time is counted once.
  const onMain = ours.filter(({ pid, tid }) => pid === main.pid && tid === main.tid).sort((a, b) => a.ts - b.ts);
  for (const { ts, dur = 0, tdur = dur } of onMain) {
    if (ts < until) continue;
    until = ts + dur;
    wallMs += dur / 1000;
    cpuMs += tdur / 1000;
  }
  return { wallMs, cpuMs };
}
