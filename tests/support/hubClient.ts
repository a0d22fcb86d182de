import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Attachment } from '../../src/contract/files.ts';
import type { Entry, EntryType } from '../../src/contract/log/entry.ts';
import type { LoginAnswer } from '../../src/contract/rest/auth.ts';
import type { WidgetSessionAnswer } from '../../src/contract/rest/widgetSessions.ts';
import type { Ack, ServerEvent, ServerEventName } from '../../src/contract/socket/events.ts';

/** A client as anyone would write it from the wire's page: plain fetch and socket.io-client. Keeps all it hears. */
export interface HubClient {
  socket: Socket;
  heard: { event: string; payload: unknown }[];
  /** The ack as it came. */
  emit(name: string, payload: unknown): Promise<Ack<Record<string, unknown>>>;
  /** `data` of a good ack; throws the code of a bad one. */
  send(name: string, payload?: object): Promise<Record<string, unknown>>;
  /** The same, with a fresh commandId. */
  command(name: string, payload?: object): Promise<Record<string, unknown>>;
  all<E extends ServerEventName>(event: E): ServerEvent<E>[];
  /** The first event, heard already or still to come, that fits. */
  until<E extends ServerEventName>(
    event: E,
    fits?: (payload: ServerEvent<E>) => boolean,
    withinMs?: number,
  ): Promise<ServerEvent<E>>;
  entries<T extends EntryType>(type: T): Entry<T>[];
  untilEntry<T extends EntryType>(type: T, fits?: (entry: Entry<T>) => boolean, withinMs?: number): Promise<Entry<T>>;
  close(): void;
}

/** A ceiling for what must come, on a machine that has other things to do; nothing waits for it to pass. */
const patienceMs = 120_000;

export async function post(
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    // A connection that was kept is closed by the hub after a while, and on a busy machine at the moment when it is used again.
    headers: { 'content-type': 'application/json', connection: 'close', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

/** Puts a file into the visitor's chat, or as staff into a conversation, so that a message can carry it. */
export async function uploadFile(
  url: string,
  token: string,
  bytes: Buffer,
  name: string,
  conversationId?: string,
): Promise<Attachment> {
  const query = new URLSearchParams({ name, ...(conversationId === undefined ? {} : { conversationId }) });
  const answer = await fetch(`${url}/api/v1${conversationId === undefined ? '/widget' : ''}/files?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, connection: 'close' },
    body: new Uint8Array(bytes),
  });
  if (answer.status !== 200) throw new Error(`the upload answered ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Attachment;
}

/** As clients do: asked again while the hub's database does not answer in time, as on a machine that has other things to do. */
async function postUntilTaken(url: string, path: string, body: unknown): ReturnType<typeof post> {
  for (;;) {
    const answer = await post(url, path, body);
    if (!isDown((answer.body.error as { code?: string } | undefined)?.code)) return answer;
  }
}
const isDown = (code: string | undefined): boolean => code === 'DEPENDENCY_DOWN';

export async function signIn(url: string, email: string, password: string): Promise<LoginAnswer> {
  const { status, body } = await postUntilTaken(url, '/auth/login', { email, password });
  if (status !== 200) throw new Error(`sign-in answered ${status} ${JSON.stringify(body)}`);
  return body as unknown as LoginAnswer;
}

export async function widgetSession(url: string, more: object = {}): Promise<WidgetSessionAnswer> {
  const { status, body } = await postUntilTaken(url, '/widget/sessions', {
    siteKey: 'demo',
    page: { url: `${url}/demo`, listingId: 'demo-zilker-bungalow' },
    ...more,
  });
  if (status !== 200) throw new Error(`the widget session answered ${status} ${JSON.stringify(body)}`);
  return body as unknown as WidgetSessionAnswer;
}

/** Connected and greeted, or rejected with the code of the refusal. */
export async function connect(
  url: string,
  namespace: '/widget' | '/agent' | '/supervisor',
  token: string,
): Promise<HubClient> {
  const socket = io(`${url}${namespace}`, {
    path: '/rt',
    transports: ['websocket'],
    auth: { token, protocol: 1 },
    forceNew: true,
    reconnection: false,
  });
  const client = listen(socket);
  const refused = await new Promise<string | null>((resolve) => {
    socket.once('session-ready', () => resolve(null));
    socket.once('connect_error', (error: Error & { data?: { code?: string } }) => {
      socket.close();
      resolve(error.data?.code ?? error.message);
    });
  });
  if (refused === null) return client;
  if (isDown(refused)) return connect(url, namespace, token);
  throw new Error(refused);
}

/** A visitor who has opened the chat. */
export async function openVisitor(
  url: string,
  more: object = {},
): Promise<HubClient & { session: WidgetSessionAnswer; conversationId: string }> {
  const session = await widgetSession(url, more);
  const client = await connect(url, '/widget', session.token);
  const { conversationId } = await client.send('chat-open');
  return Object.assign(client, { session, conversationId: String(conversationId) });
}

export function listen(socket: Socket): HubClient {
  const heard: HubClient['heard'] = [];
  const waiting = new Set<() => void>();
  let lost = 'the connection stands';
  socket.on('disconnect', (reason) => {
    lost = `the connection was lost: ${reason}`;
  });
  socket.onAny((event: string, payload: unknown) => {
    heard.push({ event, payload });
    for (const look of [...waiting]) look();
  });
  const client: HubClient = {
    socket,
    heard,
    emit: (name, payload) =>
      new Promise((resolve, reject) => {
        socket.timeout(patienceMs).emit(name, payload, (late: Error | null, ack: Ack<Record<string, unknown>>) => {
          if (late) reject(new Error(`${name} was not acked; ${lost}`));
          else resolve(ack);
        });
      }),
    async send(name, payload = {}) {
      for (;;) {
        const ack = await client.emit(name, payload);
        if (ack.ok) return ack.data;
        if (!isDown(ack.error.code)) throw new Error(ack.error.code);
      }
    },
    command: (name, payload = {}) => client.send(name, { commandId: randomUUID(), ...payload }),
    all: (event) => heard.filter((one) => one.event === event).map((one) => one.payload) as never,
    until(event, fits = () => true, withinMs = patienceMs) {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          const found = client.all(event).find(fits);
          if (found === undefined) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(
            new Error(
              `no ${event} that fits within ${withinMs} ms; heard ${heard.map((one) => one.event).join(' ')}; ${lost}`,
            ),
          );
        }, withinMs);
        waiting.add(look);
        look();
      });
    },
    entries: (type) => client.all('entry').filter((entry) => entry.type === type) as never,
    untilEntry: (type, fits = () => true, withinMs) =>
      client.until('entry', (entry) => entry.type === type && fits(entry as never), withinMs) as never,
    close: () => void socket.close(),
  };
  return client;
}
