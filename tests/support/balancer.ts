import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Balancer {
  /** The address that stays. */
  url: string;
  /** The node for connections that begin from now on. */
  sendTo(node: { url: string }): void;
  close(): Promise<void>;
}

/** A load balancer in front of hubs. Those that stand stay where they are until their node is gone. */
export async function startBalancer(): Promise<Balancer> {
  let port = 0;
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client);
    const node = connect(port, '127.0.0.1');
    client.pipe(node).pipe(client);
    for (const [end, other] of [
      [client, node],
      [node, client],
    ] as const) {
      // An end that breaks closes, and the other one with it.
      end.on('error', () => {});
      end.on('close', () => {
        clients.delete(client);
        other.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sendTo(node) {
      port = Number(new URL(node.url).port);
    },
    async close() {
      server.close();
      for (const client of clients) client.destroy();
      await once(server, 'close');
    },
  };
}
