import { printTable, rounded } from './figures.ts';
import { buildWorkers, startWorker } from './startWorker.ts';

/** Connections that stay from the warm-up: code, caches and pools have grown by then. */
const warmUp = 500;
const counted = 2000;
const processes = 4;

/** The cost of a visitor who has the chat open and says nothing: resident memory and heap, at 2,000 of them. */
export async function benchIdle(): Promise<void> {
  await buildWorkers('bench/idleHub', 'bench/idleClients');
  const hub = startWorker('bench/idleHub', [], ['--expose-gc']);
  const { url } = await hub.first<{ url: string }>();
  const clients = Array.from({ length: processes }, (_, n) =>
    startWorker('bench/idleClients', [url, `127.0.0.${n + 2}`]),
  );
  for (const client of clients) await client.first();
  const measure = () => hub.ask<{ rss: number; heapUsed: number }>('measure');
  const open = async (count: number): Promise<number> => {
    const opened = await Promise.all(clients.map((client) => client.ask<{ open: number }>(count / processes)));
    return opened.reduce((sum, one) => sum + one.open, 0);
  };

  const empty = await measure();
  const warm = await open(warmUp);
  const before = await measure();
  const all = await open(counted);
  const after = await measure();
  const added = all - warm;
  const figures = {
    bench: 'idle',
    connections: all,
    rssMbEmpty: rounded(empty.rss / 2 ** 20, 1),
    rssMbFull: rounded(after.rss / 2 ** 20, 1),
    rssKbPerConnection: rounded((after.rss - before.rss) / added / 1024, 1),
    heapKbPerConnection: rounded((after.heapUsed - before.heapUsed) / added / 1024, 1),
    rssKbPerConnectionFromEmpty: rounded((after.rss - empty.rss) / all / 1024, 1),
  };
  printTable(
    ['connections', 'RSS empty MB', 'RSS full MB', 'RSS KB each', 'heap KB each', 'RSS KB each, start-up included'],
    [
      [
        figures.connections,
        figures.rssMbEmpty,
        figures.rssMbFull,
        figures.rssKbPerConnection,
        figures.heapKbPerConnection,
        figures.rssKbPerConnectionFromEmpty,
      ],
    ],
  );
  console.log(
    `Each: signed in, chat open (room, cursor, conversation in the memory store). ${added} connections on top of ${warm} that warm up; after garbage collection.`,
  );
  console.log(JSON.stringify(figures));
  for (const worker of [...clients, hub]) await worker.stop();
}
