import type { BrowserContext } from 'playwright-core';
import { openDesk } from '../../journeys/people.ts';

/** When the desk of an agent showed the first words of each card, in ms on the clock of `process.hrtime`, by the line it is about. */
export interface PaintedCards {
  paintedAt(): Promise<Map<number, number>>;
}

/** Opens the call at a desk in a browser. */
export async function watchCards(context: BrowserContext, url: string, conversationId: string): Promise<PaintedCards> {
  const page = await openDesk(context, url);
  await page.addInitScript({ content: `{ const __name = (named) => named; (${notePaints})(); }` });
  await page.goto(`${url}/desk/c/${conversationId}`);
  await page.getByRole('region', { name: 'Call', exact: true }).waitFor();
  // Both clocks are read at once: the page tells the time since the epoch.
  const offsetMs = Number(process.hrtime.bigint()) / 1e6 - (performance.timeOrigin + performance.now());
  return {
    async paintedAt() {
      const painted = (await page.evaluate('window.painted')) as Record<string, number>;
      return new Map(Object.entries(painted).map(([n, at]) => [Number(n), at + offsetMs]));
    },
  };
}

/** Runs in the page: notes the frame in which the card first has words about a line. */
function notePaints(): void {
  const painted: Record<string, number> = {};
  const page = globalThis as unknown as { painted: typeof painted; document: Document };
  page.painted = painted;
  const look = (): void => {
    const text = page.document.querySelector('section[aria-label="Suggestion"]')?.textContent ?? '';
    const n = /Note (\d+)\./.exec(text)?.[1];
    if (n === undefined || painted[n] !== undefined) return;
    painted[n] = Number.NaN;
    requestAnimationFrame(() => {
      // The task after the frame's callbacks: the frame has been drawn by then.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        painted[n] = performance.timeOrigin + performance.now();
      };
      port2.postMessage(null);
    });
  };
  const begin = (): void =>
    new MutationObserver(look).observe(page.document.body, { subtree: true, childList: true, characterData: true });
  if (page.document.body === null) page.document.addEventListener('DOMContentLoaded', begin);
  else begin();
}
