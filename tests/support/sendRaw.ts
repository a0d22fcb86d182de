import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends bytes that no HTTP client would, and gives the beginning of what comes back; empty when the hub only closes. */
export async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(bytes);
  const heard = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  socket.destroy();
  return Buffer.isBuffer(heard[0]) ? heard[0].toString() : '';
}
