import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HubConnection, HubStatus } from '../../client/shared/connection/connectHub.ts';
import { followChat, followConversation } from '../../client/shared/connection/followConversation.ts';
import { offline, Refusal } from '../../client/shared/connection/refusal.ts';
import type { Entry } from '../../src/contract/log/entry.ts';
import type { StreamEnd } from '../../src/contract/socket/streams.ts';
import { entriesOf } from './entriesOf.ts';
import { eventually } from './eventually.ts';

type Handler = (payload: never) => unknown;

/** A hub in memory, with its log and a wire on which the test decides what gets through. */
function fakeConnection() {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const statusListeners = new Set<(status: HubStatus) => void>();
  const answers = new Map<string, Handler>();
  const calls: { name: string; payload: unknown }[] = [];
  const connection = {
    status: 'offline' as HubStatus,
    session: null,
    endedBy: null,
    heldOffBy: null,
    async send(name: string, payload: never) {
      calls.push({ name, payload });
      if (connection.status !== 'live') throw offline();
      const answer = answers.get(name);
      if (!answer) throw new Refusal({ code: 'NOT_FOUND', message: name, retryable: false });
      return answer(payload);
    },
    on(event: string, listener: (payload: unknown) => void) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
      return () => listeners.get(event)?.delete(listener);
    },
    onStatus(listener: (status: HubStatus) => void) {
      statusListeners.add(listener);
      return () => statusListeners.delete(listener);
    },
    close: () => undefined,
  };
  return {
    /** Stands in for both namespaces: the wire is the same. */
    connection: connection as unknown as HubConnection<'/widget'> & HubConnection<'/agent'>,
    answers,
    calls,
    emit(event: string, payload: unknown) {
      for (const listener of listeners.get(event) ?? []) listener(payload);
    },
    turn(status: HubStatus) {
      connection.status = status;
      for (const listener of statusListeners) listener(status);
    },
  };
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const settle = () => vi.advanceTimersByTimeAsync(5_000);

/** A hub whose public log is `written`, opened as chat. */
function chatHub(
  written: Entry[],
  streams: { streamId: string; kind: string; attempt: number; length: number }[] = [],
) {
  const hub = fakeConnection();
  const head = () => written.at(-1)?.seq ?? 0;
  hub.answers.set('chat-open', ({ sinceSeq = 0 }: { sinceSeq?: number }) => {
    const answer = { conversationId: 'talk-1', head: head(), mode: 'bot', streams };
    const fromSeq = Math.max(sinceSeq + 1, head() - 199);
    queueMicrotask(() => {
      for (const entry of written.slice(fromSeq - 1)) hub.emit('entry', entry);
      hub.emit('log-synced', { log: 'public:talk-1', fromSeq, seq: head() });
    });
    return answer;
  });
  hub.answers.set('log-fetch', ({ fromSeq, toSeq }: { fromSeq: number; toSeq: number }) => {
    expect(toSeq - fromSeq).toBeLessThan(200);
    return { entries: written.slice(fromSeq - 1, toSeq), head: head() };
  });
  return hub;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a followed conversation', () => {
  it('opens with what it has, and has all entries after any absence', async () => {
    const written = entriesOf(30);
    const hub = chatHub(written);
    const chat = followChat(hub.connection);
    hub.turn('live');
    await settle();
    expect(chat.get()).toMatchObject({ conversationId: 'talk-1', phase: 'live', synced: true });
    hub.turn('offline');
    expect(chat.get().phase).toBe('opening');
    written.push(...entriesOf(900).slice(30));
    hub.turn('live');
    await settle();
    expect(hub.calls.filter((call) => call.name === 'chat-open').map((call) => call.payload)).toEqual([
      { sinceSeq: 0 },
      { sinceSeq: 30 },
    ]);
    expect(chat.get().logs.public?.entries).toEqual(written);
    expect(chat.get().synced).toBe(true);
  });

  it('ends with the whole log however often the wire is cut and whatever it loses, repeats or mixes up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.record({
              do: fc.constant('write' as const),
              count: fc.integer({ min: 1, max: 250 }),
              seen: fc.array(fc.nat(), { maxLength: 20 }),
            }),
            fc.record({ do: fc.constant('cut' as const) }),
            fc.record({ do: fc.constant('heads' as const) }),
          ),
          { maxLength: 12 },
        ),
        async (steps) => {
          const all = entriesOf(250 * 12);
          const written: Entry[] = [];
          const hub = chatHub(written);
          const chat = followChat(hub.connection);
          hub.turn('live');
          for (const step of steps) {
            if (step.do === 'write') {
              written.push(...all.slice(written.length, written.length + step.count));
              // Any of them, in any order, any number of times: all that a bad wire can do to it.
              for (const index of step.seen) hub.emit('entry', written[index % written.length]);
            } else if (step.do === 'cut') {
              hub.turn('offline');
              hub.turn('live');
            } else hub.emit('heads', { heads: { 'public:talk-1': written.length } });
            await vi.advanceTimersByTimeAsync(50);
            const shown = chat.get().logs.public?.entries ?? [];
            expect(shown.map((entry) => entry.seq)).toEqual(shown.map((_, index) => (shown[0]?.seq ?? 1) + index));
          }
          hub.emit('heads', { heads: { 'public:talk-1': written.length } });
          await settle();
          const shown = chat.get().logs.public?.entries ?? [];
          expect(shown.at(-1)?.seq ?? 0).toBe(written.length);
          if (written.length < 2_000) expect(shown).toEqual(written);
          chat.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('asks for the rest of a stream that has a hole', async () => {
    const hub = chatHub([]);
    const text = 'Good morning to you';
    const end: StreamEnd = { streamId: 's', attempt: 1, status: 'done', length: text.length, sha256: sha256(text) };
    hub.answers.set('stream-sync', ({ length }: { length: number }) => ({
      attempt: 1,
      offset: length,
      text: text.slice(length),
      state: 'ended',
      end,
    }));
    const chat = followChat(hub.connection);
    hub.turn('live');
    await settle();
    const start = {
      streamId: 's',
      conversationId: 'talk-1',
      kind: 'reply',
      audience: 'public',
      attempt: 1,
      basis: 'rules',
    };
    hub.emit('stream-start', start);
    hub.emit('stream-delta', { streamId: 's', attempt: 1, offset: 0, text: 'Good ' });
    hub.emit('stream-delta', { streamId: 's', attempt: 1, offset: 13, text: 'to' });
    expect(chat.get().streams.get('s')?.text).toBe('Good ');
    await settle();
    expect(chat.get().streams.get('s')).toMatchObject({ text, state: 'ended' });
  });

  it('fetches a text that is not what was written again, and shows none if it stays wrong', async () => {
    vi.useRealTimers();
    const hub = chatHub([]);
    const end: StreamEnd = { streamId: 's', attempt: 1, status: 'done', length: 5, sha256: sha256('right') };
    let served = 'wrong';
    hub.answers.set('stream-sync', () => ({ attempt: 1, offset: 0, text: served, state: 'ended', end }));
    const chat = followChat(hub.connection);
    hub.turn('live');
    const start = {
      streamId: 's',
      conversationId: 'talk-1',
      kind: 'reply',
      audience: 'public',
      attempt: 1,
      basis: 'rules',
    };
    const stream = async () => {
      hub.emit('stream-start', start);
      hub.emit('stream-delta', { streamId: 's', attempt: 1, offset: 0, text: 'wrong' });
      hub.emit('stream-end', end);
    };
    await eventually(() => expect(chat.get().phase).toBe('live'));
    await stream();
    await eventually(() => expect(chat.get().streams.has('s')).toBe(false));

    served = 'right';
    Object.assign(start, { streamId: 's2' });
    Object.assign(end, { streamId: 's2' });
    hub.emit('stream-start', start);
    hub.emit('stream-delta', { streamId: 's2', attempt: 1, offset: 0, text: 'wrong' });
    hub.emit('stream-end', end);
    await eventually(() => expect(chat.get().streams.get('s2')).toMatchObject({ text: 'right', state: 'ended' }));
    chat.close();
  });

  it('drops a stream that ran before the cut and that the hub knows no more', async () => {
    const hub = chatHub([]);
    const chat = followChat(hub.connection);
    hub.turn('live');
    await settle();
    hub.emit('stream-start', {
      streamId: 's',
      conversationId: 'talk-1',
      kind: 'reply',
      audience: 'public',
      attempt: 1,
      basis: 'rules',
    });
    hub.emit('stream-delta', { streamId: 's', attempt: 1, offset: 0, text: 'half a sen' });
    hub.turn('offline');
    expect(chat.get().streams.has('s')).toBe(true);
    hub.turn('live');
    await settle();
    expect(chat.get().streams.has('s')).toBe(false);
  });

  it('begins anew when the hub has made a new conversation', async () => {
    const hub = chatHub(entriesOf(3));
    const chat = followChat(hub.connection);
    hub.turn('live');
    await settle();
    hub.answers.set('chat-open', () => {
      // Entries may overtake the answer that says which conversation they are of.
      for (const entry of entriesOf(1, 'public:talk-2')) hub.emit('entry', entry);
      return { conversationId: 'talk-2', head: 1, mode: 'bot', streams: [] };
    });
    chat.reopen();
    await settle();
    expect(chat.get().conversationId).toBe('talk-2');
    expect(chat.get().logs.public?.entries.map((entry) => entry.id)).toEqual(['talk-2-1']);
  });

  it('asks again only now and then when what it fetches brings nothing', async () => {
    const hub = chatHub([]);
    hub.answers.set('log-fetch', () => ({ entries: entriesOf(1, 'public:other'), head: 5 }));
    const chat = followChat(hub.connection);
    hub.turn('live');
    await settle();
    hub.emit('heads', { heads: { 'public:talk-1': 5 } });
    await settle();
    const asked = hub.calls.filter(({ name }) => name === 'log-fetch').length;
    expect(asked).toBeGreaterThan(1);
    expect(asked).toBeLessThan(6);
    chat.close();
  });

  it('stays with a chat that has ended, over a reconnect too, until it is told to open the next', async () => {
    const [first] = entriesOf(1);
    const closed = { ...first, id: 'e2', seq: 2, type: 'conversation-changed', data: { mode: 'closed' } } as Entry;
    const hub = chatHub([first!, closed]);
    const chat = followChat(hub.connection);
    hub.turn('live');
    await settle();
    hub.turn('offline');
    hub.turn('live');
    await settle();
    expect(hub.calls.filter(({ name }) => name === 'chat-open')).toHaveLength(1);
    expect(chat.get().logs.public?.entries).toHaveLength(2);
    chat.reopen();
    await settle();
    expect(hub.calls.filter(({ name }) => name === 'chat-open')).toHaveLength(2);
  });

  it('begins no new chat with a try that was put off until after the end of this one', async () => {
    const [first] = entriesOf(1);
    const closed = { ...first, id: 'e2', seq: 2, type: 'conversation-changed', data: { mode: 'closed' } } as Entry;
    const hub = chatHub([first!]);
    const good = hub.answers.get('chat-open')!;
    hub.answers.set('chat-open', () => {
      throw new Refusal({ code: 'RATE_LIMITED', message: 'wait', retryable: true, retryAfterMs: 30_000 });
    });
    followChat(hub.connection);
    hub.turn('live');
    await settle();
    hub.answers.set('chat-open', good);
    hub.turn('offline');
    hub.turn('live');
    await settle();
    hub.emit('entry', closed);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(hub.calls.filter(({ name }) => name === 'chat-open')).toHaveLength(2);
  });

  it('says so when it may not be opened, and tries again by itself when that can pass', async () => {
    const hub = chatHub(entriesOf(2));
    const good = hub.answers.get('chat-open')!;
    let refuse: Refusal | null = new Refusal({ code: 'DEPENDENCY_DOWN', message: 'down', retryable: true });
    hub.answers.set('chat-open', (payload) => {
      if (refuse) throw refuse;
      return good(payload);
    });
    const chat = followChat(hub.connection);
    hub.turn('live');
    await vi.advanceTimersByTimeAsync(100);
    expect(chat.get().phase).toBe('opening');
    refuse = null;
    await settle();
    expect(chat.get().phase).toBe('live');
    refuse = new Refusal({ code: 'FORBIDDEN', message: 'no', retryable: false });
    chat.reopen();
    await settle();
    expect(chat.get()).toMatchObject({ phase: 'refused', refusal: { code: 'FORBIDDEN' } });
  });

  it('follows both logs for staff, ignores other conversations, and leaves when it is closed', async () => {
    const hub = fakeConnection();
    hub.answers.set('conversation-open', () => {
      for (const entry of [...entriesOf(2), ...entriesOf(3, 'internal:talk-1'), ...entriesOf(4, 'public:other')])
        hub.emit('entry', entry);
      return { publicHead: 2, internalHead: 3, mode: 'bot', lead: { id: 'l' }, streams: [] };
    });
    hub.turn('live');
    const talk = followConversation(hub.connection, 'talk-1');
    await settle();
    expect(talk.get().logs.public?.entries).toHaveLength(2);
    expect(talk.get().logs.internal?.entries).toHaveLength(3);
    expect(talk.get().synced).toBe(true);
    talk.close();
    expect(hub.calls.at(-1)).toEqual({ name: 'conversation-leave', payload: { conversationId: 'talk-1' } });
  });

  it('shows typing until the message comes, or until it has been quiet for a while', async () => {
    const hub = chatHub([]);
    const chat = followChat(hub.connection);
    hub.turn('live');
    await settle();
    hub.emit('typing-changed', { conversationId: 'talk-1', kind: 'agent', name: 'Dana', on: true });
    expect(chat.get().typing).toEqual({ kind: 'agent', name: 'Dana' });
    hub.emit('entry', { ...entriesOf(2)[1], seq: 1 });
    expect(chat.get().typing).toBeNull();
    hub.emit('typing-changed', { conversationId: 'talk-1', kind: 'agent', on: true });
    await vi.advanceTimersByTimeAsync(8_001);
    expect(chat.get().typing).toBeNull();
  });
});
