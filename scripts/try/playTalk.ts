import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { Entry } from '../../src/contract/log/entry.ts';
import type { WidgetSessionAnswer } from '../../src/contract/rest/widgetSessions.ts';
import type { RecordedTalk } from './recordings.ts';

/** The hub, the page and the speed that a talk is played with. */
export interface Stage {
  hub: string;
  /** The page that carries the chat, and its site's key. */
  page: string;
  siteKey: string;
  /** Access token of a member of the team, who reads along: coaching that nobody reads is not written. */
  staffToken: string;
  /** How many times as fast as a person. */
  speed: number;
}

/** The events of a talk, for the page that shows it. */
export interface Audience {
  /** The visitor is there; with the token, their chat can be shown on a page. */
  onVisitor(session: WidgetSessionAnswer): void;
  onTyping(on: boolean): void;
  onLine(who: 'visitor' | 'jorge', text: string): void;
}

/** A fast typist and a fast reader; nobody wants to watch slower ones. */
const typedCharsPerSecond = 14;
const readCharsPerSecond = 40;
const pauseMs = { least: 1_200, most: 7_000 };
const typingRepeatMs = 3_000;
/** Far above what a reply takes: somebody who watches has taken over. */
const answerWithinMs = 30_000;

/** Plays the visitor of one recorded talk: types a message, waits for the whole answer, reads it, types the next. */
export async function playTalk(
  talk: RecordedTalk,
  stage: Stage,
  audience: Audience,
  signal: AbortSignal,
): Promise<void> {
  const { hub, siteKey, page, speed } = stage;
  const session = await post<WidgetSessionAnswer>(`${hub}/api/v1/widget/sessions`, {
    siteKey,
    page: { url: page, title: talk.title, ...(talk.listingId === undefined ? {} : { listingId: talk.listingId }) },
    locale: talk.locale,
  });
  const visitor = connect(hub, '/widget', session.token);
  const staff = connect(hub, '/agent', stage.staffToken);
  const wait = (ms: number): Promise<void> => sleep(ms / speed, undefined, { signal });
  const pauseFor = (chars: number, charsPerSecond: number): number =>
    Math.min(pauseMs.most, Math.max(pauseMs.least, (chars / charsPerSecond) * 1000));
  try {
    const heard = createEar(visitor);
    const { conversationId } = await send<{ conversationId: string }>(visitor, 'chat-open', {});
    audience.onVisitor(session);
    await wait(pauseMs.least);
    for (const [index, { visitor: text }] of talk.turns.entries()) {
      await typing(pauseFor(text.length, typedCharsPerSecond));
      const { seq } = await send<{ seq: number }>(visitor, 'chat-send', { commandId: randomUUID(), text });
      audience.onLine('visitor', text);
      if (index === 0) await send(staff, 'conversation-open', { conversationId });
      const answer = await heard.answerAfter(seq, answerWithinMs, signal);
      if (answer !== null) audience.onLine('jorge', answer);
      // The coaching is written meanwhile, and somebody reads that too.
      await wait(pauseFor((answer ?? '').length, readCharsPerSecond) + pauseMs.least);
    }
  } finally {
    visitor.close();
    staff.close();
  }

  async function typing(forMs: number): Promise<void> {
    audience.onTyping(true);
    for (let leftMs = forMs; leftMs > 0; leftMs -= typingRepeatMs) {
      await send(visitor, 'typing-set', { on: true });
      await wait(Math.min(leftMs, typingRepeatMs));
    }
    await send(visitor, 'typing-set', { on: false });
    audience.onTyping(false);
  }
}

/** Hears the replies. Listens from the first on, so that none is missed. */
function createEar(socket: Socket) {
  const entries: Entry[] = [];
  const waiting = new Set<() => void>();
  socket.on('entry', (entry: Entry) => {
    entries.push(entry);
    for (const look of [...waiting]) look();
  });
  const answerTo = (seq: number): string | null => {
    const answer = entries.find(
      (entry) => entry.seq > seq && entry.type === 'message-created' && entry.actor.kind !== 'visitor',
    );
    return answer?.type === 'message-created' ? answer.data.text : null;
  };
  return {
    /** The first message of somebody else after this one; null: none came. */
    answerAfter: (seq: number, withinMs: number, signal: AbortSignal): Promise<string | null> =>
      new Promise((resolve) => {
        const end = (answer: string | null): void => {
          clearTimeout(late);
          waiting.delete(look);
          signal.removeEventListener('abort', giveUp);
          resolve(answer);
        };
        const look = (): void => {
          const answer = answerTo(seq);
          if (answer !== null) end(answer);
        };
        const giveUp = (): void => end(null);
        const late = setTimeout(giveUp, withinMs);
        signal.addEventListener('abort', giveUp, { once: true });
        waiting.add(look);
        look();
      }),
  };
}

const connect = (hub: string, namespace: '/widget' | '/agent', token: string): Socket =>
  io(`${hub}${namespace}`, { path: '/rt', transports: ['websocket'], auth: { token, protocol: 1 }, forceNew: true });

export async function post<T>(url: string, body: object, token?: string): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

type Ack<T> = { ok: true; data: T } | { ok: false; error: { code: string } };
const ackWithinMs = 30_000;

export async function send<T>(socket: Socket, name: string, payload: object): Promise<T> {
  const ack: Ack<T> = await socket.timeout(ackWithinMs).emitWithAck(name, payload);
  if (!ack.ok) throw new Error(`${name}: ${ack.error.code}`);
  return ack.data;
}
