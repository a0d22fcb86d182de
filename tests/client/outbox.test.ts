import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Outbox, type OutboxItem, openOutbox } from '../../client/shared/connection/outbox.ts';
import { offline, Refusal } from '../../client/shared/connection/refusal.ts';
import { eventually } from './eventually.ts';

type Draft = { text: string };

function memoryStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

const opened: Outbox<Draft>[] = [];
function open(storage: Storage | null, deliver: (item: OutboxItem<Draft>) => Promise<unknown>) {
  const outbox = openOutbox<Draft>({ storageKey: 'outbox:hub:visitor-1', storage, deliver });
  opened.push(outbox);
  return outbox;
}
afterEach(() => {
  for (const outbox of opened.splice(0)) outbox.close();
});

const texts = (outbox: Outbox<Draft>) => outbox.items.map((item) => `${item.payload.text}: ${item.state}`);
const refuse = (code: 'CONFLICT' | 'RATE_LIMITED', retryAfterMs?: number) =>
  new Refusal({ code, message: code, retryable: code === 'RATE_LIMITED', ...(retryAfterMs ? { retryAfterMs } : {}) });

describe('the outbox', () => {
  it('sends in the order of writing, one at a time', async () => {
    const sent: string[] = [];
    let running = 0;
    const outbox = open(memoryStorage(), async (item) => {
      running += 1;
      expect(running).toBe(1);
      await Promise.resolve();
      sent.push(item.payload.text);
      running -= 1;
    });
    for (const text of ['one', 'two', 'three']) outbox.add({ text });
    await eventually(() => expect(texts(outbox)).toEqual(['one: sent', 'two: sent', 'three: sent']));
    expect(sent).toEqual(['one', 'two', 'three']);
  });

  it('keeps what could not be sent, and sends it with the same commandId after a reload', async () => {
    const storage = memoryStorage();
    const tried: string[] = [];
    const before = open(storage, async (item) => {
      tried.push(item.commandId);
      throw offline();
    });
    before.add({ text: 'one' });
    before.add({ text: 'two' });
    await eventually(() => expect(tried.length).toBeGreaterThan(0));
    before.close();

    const sent: OutboxItem<Draft>[] = [];
    const after = open(storage, async (item) => sent.push(item));
    expect(texts(after)).toEqual(['one: waiting', 'two: waiting']);
    after.flush();
    await eventually(() => expect(sent.map((item) => item.payload.text)).toEqual(['one', 'two']));
    expect(sent[0]?.commandId).toBe(tried[0]);
    expect(storage.length).toBe(0);
  });

  it('sends again under the same commandId when the page died while sending', async () => {
    const storage = memoryStorage();
    const first = open(storage, () => new Promise(() => undefined));
    const item = first.add({ text: 'one' });
    await eventually(() => expect(texts(first)).toEqual(['one: sending']));
    first.close();
    const sent: string[] = [];
    const second = open(storage, async ({ commandId }) => sent.push(commandId));
    second.flush();
    await eventually(() => expect(sent).toEqual([item?.commandId]));
  });

  it('marks what the hub refuses for good as failed, goes on with the rest, and retries when told', async () => {
    let refusing = true;
    const outbox = open(memoryStorage(), async (item) => {
      if (refusing && item.payload.text === 'one') throw refuse('CONFLICT');
    });
    const one = outbox.add({ text: 'one' });
    outbox.add({ text: 'two' });
    await eventually(() => expect(texts(outbox)).toEqual(['one: failed', 'two: sent']));
    expect(outbox.items[0]?.refusal?.code).toBe('CONFLICT');
    refusing = false;
    outbox.retry(one!.commandId);
    await eventually(() => expect(texts(outbox)).toEqual(['one: sent', 'two: sent']));
    expect(outbox.items[0]?.refusal).toBeUndefined();
  });

  it('waits as long as the hub says when it is limited, and then goes on by itself', async () => {
    const calls: number[] = [];
    const outbox = open(memoryStorage(), async () => {
      calls.push(performance.now());
      if (calls.length === 1) throw refuse('RATE_LIMITED', 40);
    });
    outbox.add({ text: 'one' });
    await eventually(() => expect(texts(outbox)).toEqual(['one: sent']));
    expect(calls[1]! - calls[0]!).toBeGreaterThanOrEqual(38);
  });

  it('does not send what another tab has sent meanwhile', async () => {
    const storage = memoryStorage();
    const mine = vi.fn(async () => {
      throw offline();
    });
    const tabA = open(storage, mine);
    tabA.add({ text: 'one' });
    await eventually(() => expect(texts(tabA)).toEqual(['one: waiting']));
    const tabB = open(storage, async () => undefined);
    tabB.flush();
    await eventually(() => expect(texts(tabB)).toEqual(['one: sent']));
    const tries = mine.mock.calls.length;
    tabA.flush();
    await eventually(() => expect(texts(tabA)).toEqual(['one: sent']));
    expect(mine.mock.calls.length).toBe(tries);
  });

  it('goes on sending after the browser refused it the lock once, as it does to a page that is put away', async () => {
    const request = vi.fn(async (_name: string, send: () => Promise<void>) => {
      if (request.mock.calls.length === 1) throw new DOMException('The page is put away', 'InvalidStateError');
      return send();
    });
    vi.stubGlobal('navigator', { locks: { request } });
    const outbox = open(memoryStorage(), async () => undefined);
    outbox.add({ text: 'one' });
    await eventually(() => expect(request).toHaveBeenCalledTimes(1));
    outbox.add({ text: 'two' });
    await eventually(() => expect(texts(outbox)).toEqual(['one: sent', 'two: sent']));
    vi.unstubAllGlobals();
  });

  it('forgets a message once its entry is in the log', async () => {
    const outbox = open(null, async () => undefined);
    const item = outbox.add({ text: 'one' });
    await eventually(() => expect(texts(outbox)).toEqual(['one: sent']));
    outbox.confirm(item!.commandId);
    expect(outbox.items).toEqual([]);
  });

  it('holds at most 200 unsent messages', () => {
    const outbox = open(memoryStorage(), async () => {
      throw offline();
    });
    for (let count = 0; count < 200; count += 1) expect(outbox.add({ text: `${count}` })).not.toBeNull();
    expect(outbox.add({ text: 'one too many' })).toBeNull();
  });

  it('reads nothing that is not its own from a storage that others write too', () => {
    const storage = memoryStorage();
    storage.setItem('outbox:hub:visitor-1:broken', '{');
    storage.setItem('outbox:hub:visitor-1:odd', '{"commandId":7}');
    storage.setItem('outbox:hub:visitor-2:x', JSON.stringify({ commandId: 'x', at: 1, payload: { text: 'theirs' } }));
    expect(open(storage, async () => undefined).items).toEqual([]);
  });

  it('an outbox that moves finds the messages already there, takes along the ones it should, and leaves the rest to their author', async () => {
    const storage = memoryStorage();
    const never = () => new Promise<void>(() => {});
    const elsewhere = openOutbox<Draft>({ storageKey: 'outbox:hub:signed', storage, deliver: never });
    opened.push(elsewhere);
    elsewhere.add({ text: 'of the other' });
    const outbox = open(storage, async () => Promise.reject(offline()));
    outbox.add({ text: 'mine' });
    const inOrder = () => outbox.items.map(({ payload }) => payload.text);
    outbox.moveTo('outbox:hub:signed', { carry: false, dropThere: false });
    expect(inOrder()).toEqual(['of the other']);
    outbox.moveTo('outbox:hub:visitor-1', { carry: false, dropThere: false });
    expect(inOrder()).toEqual(['mine']);
    outbox.moveTo('outbox:hub:signed', { carry: true, dropThere: true });
    expect(inOrder()).toEqual(['mine']);
    expect(Array.from({ length: storage.length }, (_, at) => storage.key(at)?.split(':')[2])).toEqual(['signed']);
    outbox.clear();
    expect([inOrder(), storage.length]).toEqual([[], 0]);
  });
});
