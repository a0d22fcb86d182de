/** The hub of the idle bench, as its own process with `--expose-gc`: says how much memory it holds once its garbage is gone. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openHub } from '../support/openHub.ts';

const hub = await openHub({
  clientDir: 'dist/client',
  env: {
    HUB_LIMIT_WIDGET_SESSIONS: '1000000',
    HUB_LIMIT_WIDGET_SOCKETS: '1000000',
    HUB_LIMIT_CALLS_ADDRESS: '10000000',
  },
});

process.on('message', async () => {
  // Freed memory goes back to the system a little later.
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    await sleep(300);
  }
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: hub.url });
