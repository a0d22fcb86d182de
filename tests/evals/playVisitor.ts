import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { RecordedChat } from './readChats.ts';

/** As far as a client that was written from the wire's page alone has to know it. */
export interface SeenEntry {
  id: string;
  log: string;
  seq: number;
  type: string;
  actor: { kind: string };
  data: { text?: string; messageId?: string; mode?: string; streamId?: string; [field: string]: unknown };
}
interface SeenStream {
  attempt: number;
  text: string;
  ended: { status: string; length: number; sha256: string } | null;
}

export interface PlayedChat {
  id: string;
  conversationId: string;
  /** In the order they came, before anything is sorted or left out. */
  entries: SeenEntry[];
  answered: number;
  answeredByWaiting: number;
  /** The hub ended the talk before the visitor had said all. */
  closedEarly: boolean;
  finished: boolean;
  errors: string[];
  /** Commands that were sent again because the hub said that they may be. */
  retries: number;
  /** From the send to the first word on the screen, and to the message as a whole. */
  firstWordMs: number[];
  replyMs: number[];
  ackMs: number[];
}

const ackWithinMs = 30_000;
const tries = 6;
/**
 * No answer for this long is an error in mode `bot`, far above the goal, so that a busy machine is no error; in mode
 * `waiting` the answer was given.
 */
const usuallyWithinMs = 60_000;
export const quietWhileWaitingMs = 2_500;
/** The rest of an answer follows its first message at once; then the next line of the record is sent. */
export const settleMs = 250;

/** Plays one recorded visitor through the widget protocol: says a line, waits for its answer, says the next. */
export async function playVisitor(
  url: string,
  chat: RecordedChat,
  {
    listingId = 'demo-zilker-bungalow',
    answerWithinMs = usuallyWithinMs,
    waitingMs = quietWhileWaitingMs,
  }: { listingId?: string | null; answerWithinMs?: number; waitingMs?: number } = {},
): Promise<PlayedChat> {
  const played: PlayedChat = {
    id: chat.id,
    conversationId: '',
    entries: [],
    answered: 0,
    answeredByWaiting: 0,
    closedEarly: false,
    finished: false,
    errors: [],
    retries: 0,
    firstWordMs: [],
    replyMs: [],
    ackMs: [],
  };
  let socket: Socket | null = null;
  try {
    const token = await openSession(url, listingId);
    socket = io(`${url}/widget`, {
      path: '/rt',
      transports: ['websocket'],
      auth: { token, protocol: 1 },
      forceNew: true,
      reconnection: false,
    });
    await talk(socket, chat, played, { answerWithinMs, waitingMs });
  } catch (error) {
    played.errors.push((error as Error).message);
  }
  socket?.close();
  return played;
}

async function openSession(url: string, listingId: string | null): Promise<string> {
  const page = { url: `${url}/demo`, ...(listingId === null ? {} : { listingId }) };
  const answer = await fetch(`${url}/api/v1/widget/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ siteKey: 'demo', page }),
  });
  if (!answer.ok) throw new Error(`widget session: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { token: string }).token;
}

async function talk(
  socket: Socket,
  chat: RecordedChat,
  played: PlayedChat,
  { answerWithinMs, waitingMs }: { answerWithinMs: number; waitingMs: number },
): Promise<void> {
  const streams = new Map<string, SeenStream>();
  let mode = 'bot';
  let lastEntryAt = 0;
  let firstWordAt: number | null = null;
  let lost: string | null = null;
  const wake = new Set<() => void>();
  const woken = (): void => {
    for (const look of [...wake]) look();
  };
  /** Until it is so, or the time is over; whether it is. */
  const until = (isSo: () => boolean, withinMs: number): Promise<boolean> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isSo() && lost === null && Date.now() < deadline) return;
        clearTimeout(timer);
        wake.delete(look);
        resolve(isSo());
      };
      const deadline = Date.now() + withinMs;
      const timer = setTimeout(look, withinMs + 1);
      wake.add(look);
      look();
    });

  socket.on('entry', (entry: SeenEntry) => {
    played.entries.push(entry);
    lastEntryAt = Date.now();
    if (entry.type === 'conversation-changed') mode = entry.data.mode ?? mode;
    const stream = streams.get(entry.data.streamId ?? '');
    if (stream?.ended?.status === 'done' && stream.text !== entry.data.text)
      played.errors.push('a message is not the text of its stream');
    woken();
  });
  socket.on('stream-start', ({ streamId, attempt }: { streamId: string; attempt: number }) => {
    streams.set(streamId, { attempt, text: '', ended: null });
  });
  socket.on('stream-delta', (delta: { streamId: string; attempt: number; offset: number; text: string }) => {
    firstWordAt ??= Date.now();
    const stream = streams.get(delta.streamId);
    if (stream === undefined || stream.attempt !== delta.attempt || delta.offset > stream.text.length)
      played.errors.push('a stream has a gap');
    else stream.text = stream.text.slice(0, delta.offset) + delta.text;
  });
  socket.on('stream-end', (end: { streamId: string; status: string; length: number; sha256: string }) => {
    const stream = streams.get(end.streamId);
    if (stream === undefined) return;
    stream.ended = end;
    const hash = createHash('sha256').update(stream.text).digest('hex');
    if (stream.text.length !== end.length || hash !== end.sha256) played.errors.push('a stream’s hash does not fit');
  });
  socket.on('disconnect', (reason) => {
    lost = `disconnected: ${reason}`;
    woken();
  });
  socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
    lost = `not connected: ${error.data?.code ?? error.message}`;
    woken();
  });

  let ready = false;
  let synced = false;
  socket.on('session-ready', () => {
    ready = true;
    woken();
  });
  socket.on('log-synced', () => {
    synced = true;
    woken();
  });
  if (!(await until(() => ready, ackWithinMs))) throw new Error(lost ?? 'no session-ready');
  played.conversationId = (await command(socket, played, 'chat-open', {})).conversationId as string;
  if (!(await until(() => synced, ackWithinMs))) throw new Error(lost ?? 'no log-synced');

  for (const text of chat.texts) {
    if (mode === 'closed') {
      played.closedEarly = true;
      break;
    }
    firstWordAt = null;
    const sentAt = Date.now();
    const { seq } = (await command(socket, played, 'chat-send', { commandId: randomUUID(), text })) as { seq: number };
    played.ackMs.push(Date.now() - sentAt);
    const answers = (entry: SeenEntry): boolean =>
      entry.seq > seq &&
      ((entry.type === 'message-created' && entry.actor.kind === 'bot') ||
        (entry.type === 'conversation-changed' && entry.data.mode !== 'bot'));
    const wasWaiting = mode === 'waiting';
    const isAnswered = await until(() => played.entries.some(answers), wasWaiting ? waitingMs : answerWithinMs);
    if (lost !== null) throw new Error(lost);
    if (!isAnswered) {
      if (!wasWaiting) throw new Error(`not answered within ${answerWithinMs} ms: ${JSON.stringify(text)}`);
      played.answeredByWaiting += 1;
      continue;
    }
    played.answered += 1;
    if (firstWordAt !== null) played.firstWordMs.push(firstWordAt - sentAt);
    played.replyMs.push(lastEntryAt - sentAt);
    while (Date.now() - lastEntryAt < settleMs) await sleep(settleMs - (Date.now() - lastEntryAt) + 1);
  }
  const { head } = (await command(socket, played, 'log-fetch', {
    log: `public:${played.conversationId}`,
    fromSeq: 1,
    toSeq: 1,
  })) as { head: number };
  if (!(await until(() => head === 0 || played.entries.some(({ seq }) => seq >= head), ackWithinMs)))
    played.errors.push(`entry ${head} stands in the log and never came`);
  played.finished = true;
}

type Ack =
  | { ok: true; data: Record<string, unknown> }
  | { ok: false; error: { code: string; retryable: boolean; retryAfterMs?: number } };

/** Sends a command until it is done, each try with the same `commandId`, so that it happens once. */
async function command(
  socket: Socket,
  played: PlayedChat,
  name: string,
  payload: object,
): Promise<Record<string, unknown>> {
  for (let tried = 1; ; tried += 1) {
    const ack: Ack | null = await socket
      .timeout(ackWithinMs)
      .emitWithAck(name, payload)
      .catch(() => null);
    if (ack?.ok) return ack.data;
    const reason = ack === null ? `${name} was not acked` : `${name}: ${ack.error.code}`;
    if (tried >= tries || (ack !== null && !ack.error.retryable)) throw new Error(reason);
    played.retries += 1;
    await sleep(ack?.error.retryAfterMs ?? 1000);
  }
}
