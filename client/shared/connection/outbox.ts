import { newCommandId } from './newCommandId.ts';
import { type Refusal, refusalIn } from './refusal.ts';

/**
 * `waiting`: goes out when it can. `sending`: on its way. `sent`: the hub has it, its entry is not in our log yet.
 * `failed`: the hub refused it for good; `retry` or `discard` it.
 */
export type OutboxState = 'waiting' | 'sending' | 'sent' | 'failed';

export interface OutboxItem<P> {
  readonly commandId: string;
  readonly payload: P;
  /** When the person sent it, in ms since 1970. */
  readonly at: number;
  readonly state: OutboxState;
  /** Why it failed, or has to wait, where the hub said so. */
  readonly refusal?: { code: string; message: string };
}

export interface Outbox<P> {
  /** In the order in which they were written. The array is a new one after each change. */
  readonly items: readonly OutboxItem<P>[];
  /** Keeps a message and sends it as soon as possible; null when the outbox is full. */
  add(payload: P): OutboxItem<P> | null;
  /** Sends what waits. To be called when the connection is live again. */
  flush(): void;
  retry(commandId: string): void;
  /** Forgets a message that failed. */
  discard(commandId: string): void;
  /** The message's entry is in the log: nothing is left to show of it here. */
  confirm(commandId: string): void;
  /** Forgets everything that is kept here. */
  clear(): void;
  /**
   * Moves to the outbox of another person, or of the same person in another role: `carry` takes along what was here, `dropThere`
   * forgets what lay there. Messages that are not carried stay for their author.
   */
  moveTo(storageKey: string, how: { carry: boolean; dropThere: boolean }): void;
  subscribe(listener: () => void): () => void;
  close(): void;
}

export interface OutboxOptions<P> {
  /** Names the person and the place too: one visitor's words must never be sent by another. */
  storageKey: string;
  /** Sends one message; resolves once the hub has it, rejects with a `Refusal`. */
  deliver(item: OutboxItem<P>): Promise<unknown>;
  /** `localStorage` unless told; null keeps everything in memory only. */
  storage?: Storage | null;
}

const maxItems = 200;
const retryAfterMs = 2_000;

/** Unsent messages that survive a reload, each with the one `commandId` that makes it one message however often it is sent. */
export function openOutbox<P>({ storageKey, deliver, storage = browserStorage() }: OutboxOptions<P>): Outbox<P> {
  const listeners = new Set<() => void>();
  let currentKey = storageKey;
  const prefix = () => `${currentKey}:`;
  const stored = new Set<string>();
  let items: OutboxItem<P>[] = readAll();
  let flushing = false;
  let flushAgain = false;
  let closed = false;
  let lastAt = items.at(-1)?.at ?? 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function readAll(): OutboxItem<P>[] {
    const found: OutboxItem<P>[] = [];
    for (let index = 0; storage && index < storage.length; index += 1) {
      const key = storage.key(index);
      if (!key?.startsWith(prefix())) continue;
      const item = parseItem<P>(storage.getItem(key));
      if (!item) continue;
      stored.add(item.commandId);
      found.push(item);
    }
    return found.sort((a, b) => a.at - b.at);
  }

  /** One key per message: two tabs that write at once cannot overwrite each other's. */
  function write(item: OutboxItem<P>) {
    // A message that is on its way when the page closes the chat is stored already, or was removed on purpose.
    if (closed) return;
    try {
      storage?.setItem(prefix() + item.commandId, JSON.stringify(item));
      if (storage) stored.add(item.commandId);
    } catch (error) {
      // A full or forbidden storage costs surviving a reload, not the message: it stays in memory.
      if (!(error instanceof DOMException)) throw error;
    }
  }

  function replace(next: OutboxItem<P>[]) {
    items = next;
    for (const listener of [...listeners]) listener();
  }

  function change(commandId: string, state: OutboxState, refusal?: Refusal) {
    const old = items.find((item) => item.commandId === commandId);
    if (!old) return;
    const { refusal: _, ...rest } = old;
    const item: OutboxItem<P> = {
      ...rest,
      state,
      ...(refusal ? { refusal: { code: refusal.code, message: refusal.message } } : {}),
    };
    if (state === 'sent') storage?.removeItem(prefix() + commandId);
    else if (state !== 'sending') write(item);
    replace(items.map((other) => (other === old ? item : other)));
  }

  function remove(commandId: string) {
    storage?.removeItem(prefix() + commandId);
    stored.delete(commandId);
    if (items.some((item) => item.commandId === commandId)) {
      replace(items.filter((item) => item.commandId !== commandId));
    }
  }

  /** In order, one at a time: the second message is never read first. */
  async function sendAll() {
    for (;;) {
      const next = items.find((item) => item.state === 'waiting');
      if (!next || closed) return;
      // Another tab may have sent it while this one waited for its turn.
      if (stored.has(next.commandId) && storage?.getItem(prefix() + next.commandId) === null) {
        change(next.commandId, 'sent');
        continue;
      }
      change(next.commandId, 'sending');
      try {
        await deliver(next);
        change(next.commandId, 'sent');
      } catch (error) {
        const refusal = refusalIn(error);
        if (refusal && !refusal.retryable) {
          change(next.commandId, 'failed', refusal);
          continue;
        }
        change(next.commandId, 'waiting', refusal?.code === 'RATE_LIMITED' ? refusal : undefined);
        // Without a connection the next flush is the signal; any other refusal passes with time.
        if (refusal?.code !== 'OFFLINE') later(refusal?.retryAfterMs ?? retryAfterMs);
        return;
      }
    }
  }

  function later(delayMs: number) {
    clearTimeout(timer);
    timer = setTimeout(flush, delayMs);
  }

  function flush() {
    if (closed) return;
    flushAgain = true;
    if (flushing) return;
    flushing = true;
    void (async () => {
      try {
        while (flushAgain) {
          flushAgain = false;
          // One tab sends at a time where the browser can say so; without locks the commandId makes a double send harmless.
          await (globalThis.navigator?.locks?.request(currentKey, sendAll) ?? sendAll());
        }
      } catch {
        // A hidden page gets no lock: when it is shown again, what waits goes out.
        later(retryAfterMs);
      } finally {
        flushing = false;
      }
    })();
  }

  /** Another tab of this browser wrote, sent or discarded. */
  function onStorage(event: StorageEvent) {
    if (event.storageArea !== storage || !event.key?.startsWith(prefix())) return;
    const commandId = event.key.slice(prefix().length);
    const item = parseItem<P>(event.newValue);
    const mine = items.find((other) => other.commandId === commandId);
    if (!item) {
      if (mine?.state === 'failed') remove(commandId);
      else if (mine?.state === 'waiting') change(commandId, 'sent');
      return;
    }
    stored.add(commandId);
    if (!mine) replace([...items, item].sort((a, b) => a.at - b.at));
    else if (mine.state !== 'sending') replace(items.map((other) => (other === mine ? item : other)));
  }
  globalThis.addEventListener?.('storage', onStorage as EventListener);

  return {
    get items() {
      return items;
    },
    add(payload) {
      const unsent = items.filter((item) => item.state !== 'sent');
      if (unsent.length >= maxItems) return null;
      lastAt = Math.max(Date.now(), lastAt + 1);
      const item: OutboxItem<P> = { commandId: newCommandId(), payload, at: lastAt, state: 'waiting' };
      write(item);
      replace([...items, item]);
      flush();
      return item;
    },
    flush,
    retry(commandId) {
      change(commandId, 'waiting');
      flush();
    },
    discard: remove,
    confirm: remove,
    clear() {
      for (const { commandId } of [...items]) remove(commandId);
    },
    moveTo(key, { carry, dropThere }) {
      const carried = carry ? items.filter((item) => item.state !== 'sent') : [];
      for (const { commandId } of carried) storage?.removeItem(prefix() + commandId);
      currentKey = key;
      stored.clear();
      replace(readAll());
      if (dropThere) for (const { commandId } of [...items]) remove(commandId);
      for (const item of carried) write(item);
      replace([...items, ...carried].sort((a, b) => a.at - b.at));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      globalThis.removeEventListener?.('storage', onStorage as EventListener);
    },
  };
}

function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch (error) {
    // Browsers throw here where the person forbids storage; then messages live as long as the page.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function parseItem<P>(raw: string | null): OutboxItem<P> | null {
  if (raw === null) return null;
  try {
    const item = JSON.parse(raw) as OutboxItem<P>;
    if (typeof item?.commandId !== 'string' || typeof item.at !== 'number') return null;
    // A page that died in the middle of sending cannot know whether it arrived: it goes out again under the same id.
    return { ...item, state: item.state === 'failed' ? 'failed' : 'waiting' };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
