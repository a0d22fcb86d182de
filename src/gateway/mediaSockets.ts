import type { Server as HttpServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { errorTable } from '../contract/errors.ts';
import { type AudioOfCall, admitMedia, type HearAudioDeps, hearAudio } from '../features/calls/provider/hearAudio.ts';
import type { PhoneConnection } from '../features/calls/provider/model.ts';
import { toHubError } from '../kernel/hubError.ts';

export interface MediaDeps extends HearAudioDeps {
  /** As `PUBLIC_URL` says it. */
  publicUrl: string | null;
}

const path = /^\/api\/v1\/hooks\/twilio\/([\w-]{1,64})\/media$/;
/** A message holds 20 ms of sound, which is some 300 characters. */
const mostBytes = 16 * 1024;
/** Sound comes all the time; without it, the call is gone. */
const silentMs = 30_000;

/**
 * What Twilio says on such a socket.
 * Source: Twilio, "Media Streams: WebSocket messages", https://www.twilio.com/docs/voice/media-streams/websocket-messages, read in November
 * 2026.
 */
const message = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('start'),
    start: z.object({
      streamSid: z.string().max(64),
      callSid: z.string().max(64),
      customParameters: z.object({ token: z.string().max(500) }),
    }),
  }),
  z.object({
    event: z.literal('media'),
    media: z.object({ track: z.enum(['inbound', 'outbound']), payload: z.base64() }),
  }),
  z.object({ event: z.literal('stop') }),
]);

/** Sockets on which Twilio sends the sound of calls. Call the answer to close them all. */
export function serveMedia(http: HttpServer, deps: MediaDeps): () => void {
  const server = new WebSocketServer({ noServer: true, maxPayload: mostBytes, perMessageDeflate: false });
  http.on('upgrade', (req, socket, head) => {
    const connectionId = path.exec(req.url ?? '')?.[1];
    if (connectionId === undefined) return;
    const base = (deps.publicUrl ?? `http://${req.headers.host}`).replace(/^http/, 'ws');
    const signature = String(req.headers['x-twilio-signature'] ?? '');
    admitMedia(deps, connectionId, { url: `${base}${req.url}`, signature }).then(
      (connection) => server.handleUpgrade(req, socket, head, (opened) => listen(deps, connection, opened)),
      (error: unknown) => {
        const { code } = toHubError(error);
        socket.end(`HTTP/1.1 ${errorTable[code].status} ${code}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
      },
    );
  });
  return () => {
    for (const client of server.clients) client.terminate();
    server.close();
  };
}

function listen(deps: MediaDeps, connection: PhoneConnection, socket: WebSocket): void {
  let audio: AudioOfCall | null = null;
  let cancel = deps.clock.after(silentMs, () => socket.terminate());
  /** One after the other: sound follows its beginning at once. */
  let done: Promise<void> = Promise.resolve();
  socket.on('message', (data) => {
    cancel();
    cancel = deps.clock.after(silentMs, () => socket.terminate());
    done = done.then(() => take(String(data))).catch(() => socket.terminate());
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    cancel();
    done = done.then(() => audio?.end());
  });

  async function take(text: string): Promise<void> {
    const { data } = message.safeParse(JSON.parse(text));
    if (data?.event === 'start' && audio === null) {
      const { streamSid, callSid, customParameters } = data.start;
      const begun = { streamSid, callSid, token: customParameters.token };
      audio = await hearAudio(deps, connection, begun, () => socket.close());
    } else if (data?.event === 'media') audio?.hear(data.media.track, Buffer.from(data.media.payload, 'base64'));
    else if (data?.event === 'stop') socket.close();
  }
}
