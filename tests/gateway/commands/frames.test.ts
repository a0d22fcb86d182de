import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../src/contract/values.ts';
import { type Logger, silentLogger } from '../../../src/kernel/observe.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { widgetToken } from '../people.ts';
import { frame, openBare, openRaw } from '../rawSocket.ts';

const { frameBytes } = limits;

describe('frames that no client sends', () => {
  let hub: OpenHub;
  let token: string;
  const faults: unknown[] = [];
  const onFault = (fault: unknown): void => void faults.push(fault);
  const errors: string[] = [];
  const log: Logger = { ...silentLogger, error: (message) => errors.push(message) };
  beforeAll(async () => {
    process.on('uncaughtException', onFault);
    process.on('unhandledRejection', onFault);
    const many = '1000000';
    hub = await openHub({ log, env: { HUB_LIMIT_VISITOR_BURST: many, HUB_LIMIT_CALLS_ADDRESS: many } });
    token = String((await widgetToken(hub.url)).token);
  });
  // After each: the process lives, nothing was thrown past the wrapper, and others are served.
  afterEach(async () => {
    const other = await openVisitor(hub.url);
    const { seq } = await other.command('chat-send', { text: 'still served?' });
    await other.until('entry', (entry) => entry.seq === seq);
    other.close();
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
  });
  afterAll(async () => {
    await hub.close();
    process.off('uncaughtException', onFault);
    process.off('unhandledRejection', onFault);
  });
  const raw = async () => {
    const client = await openRaw(hub.url);
    await client.join('/widget', token);
    return client;
  };
  /** The code of the close frame that comes after these bytes. Throws when the connection ends without one. */
  async function closeCodeAfter(bytes: Buffer): Promise<number> {
    const bare = await openBare(hub.url);
    const heard: Buffer[] = [];
    bare.socket.on('data', (data) => heard.push(data));
    bare.socket.write(bytes);
    await bare.ended;
    const all = Buffer.concat(heard);
    // The last four bytes: a close frame of the server holds its code and no words.
    if (all.readUInt16BE(all.length - 4) !== 0x88_02)
      throw new Error(`no close frame at the end of ${all.length} bytes`);
    return all.readUInt16BE(all.length - 2);
  }

  it('S27: a frame of the largest size is acked, a byte more closes the connection', async () => {
    const framed = (bytes: number): string => {
      const [head, tail] = ['42/widget,5["chat-open",{"a":"', '"}]'];
      return head + 'a'.repeat(bytes - head.length - tail.length) + tail;
    };
    const good = await raw();
    good.socket.send(framed(frameBytes));
    expect(await good.until(/^43\/widget,5\[/)).toContain('VALIDATION_FAILED');
    good.heard.splice(0);
    good.socket.send(framed(frameBytes + 1));
    // An acked frame was not too large.
    await good.until(/^43\/widget,5\[/).catch(() => {});
    expect(good.heard).toEqual([]);
    expect(await good.closed).toBe(1009);
    const fragmented = await raw();
    fragmented.socket.send('42/widget,6["chat-open",{"a":"', { fin: false });
    fragmented.socket.send('a"}]', { fin: true });
    expect(await fragmented.until(/^43\/widget,6\[/)).toContain('VALIDATION_FAILED');
    fragmented.socket.close();
    // A head alone that announces more is the end: the hub does not wait for the announced parts.
    const announced = (bytes: bigint): Buffer => {
      const head = Buffer.alloc(14);
      head.writeUInt16BE(0x81_ff);
      head.writeBigUInt64BE(bytes, 2);
      return head;
    };
    for (const bytes of [BigInt(frameBytes + 1), 50n * 1024n * 1024n, 2n ** 62n])
      expect([bytes, await closeCodeAfter(announced(bytes))]).toEqual([bytes, 1009]);
  });

  it('S30: compression is not spoken, so nothing small can unfold into something large', async () => {
    const client = await openRaw(hub.url);
    expect(client.socket.extensions).toBe('');
    client.socket.close();
  });

  it.each([
    ['an opcode that does not exist', frame(3, 'x'), 1002],
    ['another opcode that does not exist', frame(11, 'x'), 1002],
    ['reserved bits', frame(1, 'x', { rsv: 4 }), 1002],
    ['the bit of compression', frame(1, 'x', { rsv: 1 }), 1002],
    ['bytes that are no UTF-8', frame(1, Buffer.from([0xc3, 0x28, 0xff])), 1007],
    ['a ping of 200 bytes', frame(9, Buffer.alloc(200)), 1002],
    ['a ping in pieces', frame(9, 'x', { fin: false }), 1002],
    ['a piece that continues nothing', frame(0, 'x'), 1002],
    ['a second beginning before the end', Buffer.concat([frame(1, 'x', { fin: false }), frame(1, 'y')]), 1002],
    ['a close with a code that is not sent', frame(8, Buffer.from([0x03, 0xed])), 1002],
    ['a close with a code that does not exist', frame(8, Buffer.from([0xff, 0xff])), 1002],
    ['a close with half a code', frame(8, Buffer.from([0x03])), 1002],
    ['no mask', Buffer.from([0x81, 0x05, 0x68, 0x65, 0x6c, 0x6c, 0x6f]), 1002],
    ['a length beyond counting', Buffer.concat([Buffer.from([0x81]), Buffer.alloc(9, 0xff), Buffer.alloc(4)]), 1009],
  ])('S37: a frame with %s ends its connection, by the code of the protocol', async (_, bytes, code) => {
    expect(await closeCodeAfter(bytes)).toBe(code);
  });

  it('S36: two thousand frames of good commands, each broken in another way, end at most their own connection', async () => {
    const { conversationId, ...visitor } = await openVisitor(hub.url);
    visitor.close();
    const packets = [
      `42/widget,1["chat-open",{"sinceSeq":1}]`,
      `42/widget,2["chat-send",{"commandId":"${randomUUID()}","text":"is it still there? 🏡"}]`,
      `42/widget,3["log-fetch",{"log":"public:${conversationId}","fromSeq":1,"toSeq":9}]`,
      `42/widget,4["stream-sync",{"streamId":"x","attempt":1,"length":0}]`,
      `42/widget,5["typing-set",{"conversationId":"${conversationId}","on":true}]`,
      `42/widget,6["slot-choose",{"commandId":"${randomUUID()}","offerId":"a","slotId":"b"}]`,
      `42/widget,["read-mark",{"seq":1}]`,
      `451-/widget,7["chat-open",{"_placeholder":true,"num":0}]`,
      `41/widget,`,
      `40/agent,{"token":"x","protocol":1}`,
      `3`,
    ].map((packet) => Buffer.from(packet));
    const edit = fc.record({
      how: fc.constantFrom('flip', 'set', 'insert', 'remove', 'repeat', 'cut'),
      at: fc.nat(),
      byte: fc.integer({ min: 0, max: 255 }),
    });
    const broken = fc
      .record({
        packet: fc.constantFrom(...packets),
        edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
        // Most of them inside a good frame, the rest also in its head.
        inside: fc.constantFrom(true, true, true, false),
      })
      .map(({ packet, edits, inside }) => {
        const edited = edits.reduce(afterEdit, inside ? packet : frame(1, packet));
        return inside ? frame(1, edited) : edited;
      });
    const frames = fc.sample(broken, { seed: 36, numRuns: 2000 });
    const { io } = hub.gateway;
    const namespaces = io._nsps.size;
    let connections = 0;
    let acked = 0;
    for (let at = 0; at < frames.length; ) {
      const bare = await openBare(hub.url);
      connections += 1;
      let isOver = false;
      let pongs = 0;
      let isReady = false;
      bare.socket.on('data', (data) => {
        const heard = data.toString('latin1');
        isReady ||= heard.includes('session-ready');
        acked += heard.split('43/widget,').length - 1;
        pongs += heard.split('\x8a\x04seen').length - 1;
      });
      void bare.ended.then(() => {
        isOver = true;
      });
      bare.socket.write(frame(1, `40/widget,${JSON.stringify({ token, protocol: 1 })}`));
      while (!isReady && !isOver) await new Promise((resolve) => setImmediate(resolve));
      // A frame that has swallowed the ping after it waits for more: then the next ones go to a new connection.
      let isSwallowed = false;
      while (at < frames.length && !isOver && !isSwallowed) {
        const before = pongs;
        bare.socket.write(Buffer.concat([frames[at] ?? Buffer.alloc(0), frame(9, 'seen')]));
        at += 1;
        let turns = 0;
        while (pongs === before && !isOver && turns < 100) {
          turns += 1;
          await new Promise((resolve) => setImmediate(resolve));
        }
        isSwallowed = pongs === before;
      }
      bare.socket.end();
      await bare.ended;
    }
    // Many were good enough to be answered, and many ended their connection.
    expect(acked).toBeGreaterThan(50);
    expect(connections).toBeGreaterThan(300);
    await expect.poll(() => [...io._nsps.values()].reduce((sum, { sockets }) => sum + sockets.size, 0)).toBe(0);
    expect(io._nsps.size).toBe(namespaces);
  });
});

/** One edit of bytes; `at` counts round. */
function afterEdit(bytes: Buffer, { how, at, byte }: { how: string; at: number; byte: number }): Buffer {
  const place = at % Math.max(1, bytes.length);
  const [head, tail] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (how === 'cut') return Buffer.from(head);
  if (how === 'insert') return Buffer.concat([head, Buffer.from([byte]), tail]);
  if (how === 'remove') return Buffer.concat([head, tail.subarray(1)]);
  if (how === 'repeat') return Buffer.concat([head, tail, tail]);
  const changed = Buffer.from(bytes);
  if (changed.length > 0) changed[place] = how === 'set' ? byte : (changed[place] ?? 0) ^ (1 << (byte % 8));
  return changed;
}
