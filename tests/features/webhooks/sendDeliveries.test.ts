import { type RequestListener, request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { createOutsidePoster } from '../../../src/adapters/outside/postOutside.ts';
import { webhookLimits } from '../../../src/contract/webhooks.ts';
import { erasedWords } from '../../../src/features/conversations/log/withoutWords.ts';
import { eraseConversation } from '../../../src/features/turns/eraseConversation.ts';
import { listDeliveries, testWebhook } from '../../../src/features/webhooks/manageDeliveries.ts';
import { changeWebhook, removeWebhook } from '../../../src/features/webhooks/manageWebhooks.ts';
import { mostAttempts } from '../../../src/features/webhooks/retries.ts';
import { sendDeliveries } from '../../../src/features/webhooks/sendDeliveries.ts';
import { createSendingSlots } from '../../../src/features/webhooks/sendingSlots.ts';
import { webhookSeal } from '../../../src/features/webhooks/signature.ts';
import { tidyDeliveries } from '../../../src/features/webhooks/tidyDeliveries.ts';
import { admin, answering, type Receiver, startReceiver, stop, webhookWorld } from './webhookWorld.ts';

/* Servers on this machine, memory stores and a clock that stands: two seconds in all. */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let running: Receiver[] = [];
async function receiver(...of: Parameters<typeof startReceiver>): Promise<Receiver> {
  const started = await startReceiver(...of);
  running.push(started);
  return started;
}
afterEach(() => {
  for (const one of running) stop(one);
  running = [];
});

it('a delivery that fails is tried again at its times, under one id, until it arrives', async () => {
  const [world, theirs] = [await webhookWorld(), await receiver(answering(500, 503, 204))];
  const { id } = await world.add(theirs.url);
  await world.say('Hello');
  await world.hear();
  const first = await world.send(id);
  expect(first).toBe(world.clock.now() + minuteMs);
  expect(await world.send(id)).toBe(world.clock.now() + 5_000);
  world.clock.jump(minuteMs);
  expect(await world.send(id)).toBe(world.clock.now() + 5 * minuteMs);
  world.clock.jump(5 * minuteMs);
  expect(await world.send(id)).toBeNull();
  expect(theirs.asked).toHaveLength(3);
  expect(new Set(theirs.asked.map(({ delivery }) => delivery)).size).toBe(1);
  expect(await world.deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 3, last: { status: 204 } }]);
  expect(await world.stores.webhooks.find('t1', id)).toMatchObject({ failures: 0, failingSince: null });
});

it('an address that fails is tried with one delivery at a time, ever less often, and the others once it works again', async () => {
  let isAway = true;
  const theirs = await receiver((_, res) => void res.writeHead(isAway ? 500 : 200).end());
  const world = await webhookWorld();
  const { id } = await world.add(theirs.url);
  for (const words of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) await world.say(words);
  await world.hear();
  // Four at once at first, then one and one.
  await world.send(id);
  expect(theirs.asked).toHaveLength(4);
  for (const restMs of [5_000, 10_000]) {
    world.clock.jump(restMs);
    await world.send(id);
  }
  expect(theirs.asked).toHaveLength(6);
  isAway = false;
  world.clock.jump(hourMs);
  await world.send(id);
  expect((await world.deliveries(id)).map(({ state }) => state)).toEqual(Array(6).fill('delivered'));
});

describe('an address that asks to be left alone', () => {
  const asking =
    (status: number, retryAfter: string): RequestListener =>
    (_, res) =>
      void res.writeHead(status, { 'retry-after': retryAfter }).end();

  it.each([
    [429, () => '600', 10 * minuteMs],
    [503, (now: number) => new Date(now + 20 * minuteMs).toUTCString(), 20 * minuteMs],
    // No longer than the longest pause of the schedule.
    [429, () => '9'.repeat(400), 9 * hourMs],
    // Shorter than its own pauses, unreadable, past, or with another status: as if it had asked for nothing.
    [429, () => '1', minuteMs],
    [503, () => 'soon', minuteMs],
    [503, () => 'Thu, 01 Jan 1970 00:00:00 GMT', minuteMs],
    [500, () => '600', minuteMs],
  ])(
    'by %d and Retry-After is left alone as long as it may be, and shown so (%#)',
    async (status, headerAt, restMs) => {
      const world = await webhookWorld();
      world.clock.jump(minuteMs - (world.clock.now() % minuteMs));
      const startedAt = world.clock.now();
      const theirs = await receiver(asking(status, headerAt(startedAt)));
      const { id } = await world.add(theirs.url);
      await world.say('Hello');
      await world.hear();
      const next = await world.send(id);
      expect((next ?? 0) - startedAt).toBe(restMs);
      const [shown] = await listDeliveries(world.webhooks, admin, id, 10);
      expect(Date.parse(shown?.nextAt ?? '')).toBe(next);
      world.clock.jump(restMs - 1);
      await world.send(id);
      expect(theirs.asked).toHaveLength(1);
      world.clock.jump(1);
      await world.send(id);
      expect(theirs.asked).toHaveLength(2);
    },
  );

  it('is left alone by all that waits, also where it took some of it', async () => {
    let asked = 0;
    const theirs = await receiver((_, res) => {
      asked += 1;
      if (asked === 2) res.writeHead(429, { 'retry-after': '600' }).end();
      else res.writeHead(200).end();
    });
    const world = await webhookWorld();
    const { id } = await world.add(theirs.url);
    for (const words of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) await world.say(words);
    await world.hear();
    const next = await world.send(id);
    expect(theirs.asked).toHaveLength(4);
    expect(next).toBe(world.clock.now() + 10 * minuteMs);
    world.clock.jump(10 * minuteMs);
    expect(await world.send(id)).toBeNull();
    expect((await world.deliveries(id)).map(({ state }) => state)).toEqual(Array(6).fill('delivered'));
  });
});

it('each attempt is counted by how it ended', async () => {
  const [world, theirs] = [await webhookWorld(), await receiver(answering(500, 302, 200))];
  const { id } = await world.add(theirs.url);
  await world.say('Hello');
  await world.hear();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await world.send(id);
    world.clock.jump(hourMs);
  }
  expect(world.outcomes).toEqual(['refused', 'redirected', 'delivered']);
});

it('after the last attempt a delivery has failed and is listed, and an address that failed for a day is paused and its admins are told', async () => {
  const [world, theirs] = [await webhookWorld(), await receiver(answering(500))];
  const { id } = await world.add(theirs.url);
  await world.say('Hello');
  await world.hear();
  let next: number | null = world.clock.now();
  while (next !== null) {
    world.clock.jump(next - world.clock.now());
    next = await world.send(id);
  }
  expect(theirs.asked).toHaveLength(mostAttempts);
  expect(await world.deliveries(id)).toMatchObject([
    { state: 'failed', attempts: mostAttempts, last: { status: 500 } },
  ]);
  expect(await world.stores.webhooks.find('t1', id)).toMatchObject({ paused: { reason: 'failing' } });
  const host = new URL(theirs.url).host;
  expect(await world.stores.notifications.list('t1', 'boss')).toMatchObject([
    { kind: 'webhook-paused', webhookId: id, host, reason: 'failing', isRead: false },
  ]);
  expect(await world.stores.notifications.list('t1', 'a1')).toEqual([]);
  await world.say('Is anybody there?');
  await world.hear();
  expect(await world.deliveries(id)).toHaveLength(1);
});

it('an address that says it is gone is paused at once, keeps what waits, and gets it when it is resumed', async () => {
  const [world, theirs] = [await webhookWorld(), await receiver(answering(410, 200))];
  const { id } = await world.add(theirs.url);
  await world.say('Hello');
  await world.hear();
  expect(await world.send(id)).toBeNull();
  expect(await world.stores.webhooks.find('t1', id)).toMatchObject({ paused: { reason: 'gone' } });
  world.clock.jump(hourMs);
  expect(await world.send(id)).toBeNull();
  expect(theirs.asked).toHaveLength(1);
  await changeWebhook(world.webhooks, admin, id, { active: true });
  expect(await world.send(id)).toBeNull();
  expect(await world.deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
});

it('admins are told of a pause although the node died over it', async () => {
  const [world, theirs] = [await webhookWorld(), await receiver(answering(410))];
  const { id } = await world.add(theirs.url);
  await world.say('Hello');
  await world.hear();
  const change = () => Promise.reject(new Error('the node died'));
  const dying = { ...world.webhooks, webhooks: { ...world.webhooks.webhooks, change } };
  await expect(sendDeliveries(dying, { tenantId: 't1', about: id })).rejects.toThrow('the node died');
  expect(await world.stores.notifications.list('t1', 'boss')).toMatchObject([{ webhookId: id, reason: 'gone' }]);
  world.clock.jump(minuteMs);
  expect(await world.send(id)).toBeNull();
  expect(await world.stores.webhooks.find('t1', id)).toMatchObject({ paused: { reason: 'gone' } });
});

it.each([
  ['says it is gone', 410, {}],
  ['asks for a rest', 429, { 'retry-after': '3600' }],
])('an address that %s while it is changed costs the new one nothing', async (_, status, headers) => {
  const world = await webhookWorld();
  const right = await receiver(answering(200));
  const wrong = await receiver((_request, res) => {
    void changeWebhook(world.webhooks, admin, id, { url: right.url }).then(() => res.writeHead(status, headers).end());
  });
  const { id } = await world.add(wrong.url);
  await world.say('Hello');
  await world.hear();
  await world.send(id);
  expect(await world.stores.webhooks.find('t1', id)).toMatchObject({ paused: null, failures: 0, restsUntil: 0 });
  await world.send(id);
  expect(await world.deliveries(id)).toMatchObject([{ attempts: 2, state: 'delivered' }]);
});

it('deliveries put off by a pause are sent even if the node that resumed the address died over it', async () => {
  const [world, theirs] = [await webhookWorld(), await receiver(answering(200))];
  const { id } = await world.add(theirs.url);
  await world.say('Hello');
  await world.hear();
  await changeWebhook(world.webhooks, admin, id, { active: false });
  expect(await world.send(id)).toBeNull();
  await world.stores.webhooks.change('t1', id, { paused: null });
  expect(await world.send(id)).toBe(world.clock.now());
  expect(await world.send(id)).toBeNull();
  expect(await world.deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
});

it('an address that was mistyped gets what has waited as soon as it is put right', async () => {
  const [away, theirs] = [await receiver(answering(404)), await receiver(answering(200))];
  const world = await webhookWorld();
  const { id } = await world.add(away.url);
  await world.say('Hello');
  await world.hear();
  await world.send(id);
  await changeWebhook(world.webhooks, admin, id, { url: theirs.url });
  expect(await world.send(id)).toBeNull();
  expect(await world.deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
});

it('an address that hangs is given up on in time, and nobody else waits for it', async () => {
  const [hanging, quick] = [await receiver(() => {}), await receiver(answering(200))];
  const world = await webhookWorld({ post: createOutsidePoster({ mayBeLoopback: true, withinMs: 300 }) });
  const [slow, good] = [await world.add(hanging.url), await world.add(quick.url)];
  await world.say('Hello');
  await world.hear();
  const hangs = world.send(slow.id);
  await expect.poll(() => hanging.asked.length).toBe(1);
  const patient = { ...world.webhooks, post: createOutsidePoster({ mayBeLoopback: true }) };
  await sendDeliveries(patient, { tenantId: 't1', about: good.id });
  expect(await world.deliveries(good.id)).toMatchObject([{ state: 'delivered' }]);
  await hangs;
  expect(await world.deliveries(slow.id)).toMatchObject([
    { state: 'waiting', attempts: 1, last: { status: null, problem: 'too-slow' } },
  ]);
});

it('a node sends to four addresses at once and to two of one brokerage; the others come again', async () => {
  const slots = createSendingSlots();
  expect(['t1', 't1', 't1', 't2', 't2', 't3'].map((tenantId) => slots.take(tenantId))).toEqual([
    ...[true, true, false, true, true, false],
  ]);
  slots.letGo('t1');
  expect(slots.take('t3')).toBe(true);
  const [world, theirs] = [await webhookWorld(), await receiver(answering(200))];
  const { id } = await world.add(theirs.url);
  await world.say('Hello');
  await world.hear();
  const again = await sendDeliveries({ ...world.webhooks, slots }, { tenantId: 't9', about: id });
  // Another brokerage's job finds no such address, and takes no slot.
  expect(again).toBeNull();
  await world.say('Hello again');
  await world.hear();
  const full = { take: () => false, letGo: () => {} };
  expect(await sendDeliveries({ ...world.webhooks, slots: full }, { tenantId: 't1', about: id })).toBe(
    world.clock.now() + 2_000,
  );
  expect(theirs.asked).toEqual([]);
});

it('S53: no redirect is followed, least of all to an address inside', async () => {
  const inside = await receiver(answering(200));
  const outside = '127.0.0.2';
  const theirs = await receiver((_, res) => void res.writeHead(307, { location: inside.url }).end(), outside);
  const post = createOutsidePoster({
    ...{ request: request as never, protocol: 'http:', ports: [new URL(theirs.url).port, new URL(inside.url).port] },
    isPublic: (address) => address === outside,
    resolve: (host, done) => done(null, [{ address: host === 'crm.example' ? outside : '127.0.0.1', family: 4 }]),
  });
  const world = await webhookWorld({ post });
  const redirected = await world.add(theirs.url.replace(outside, 'localhost'));
  await world.stores.webhooks.change('t1', redirected.id, { url: theirs.url.replace(outside, 'crm.example') });
  const inward = await world.add(inside.url);
  await world.stores.webhooks.change('t1', inward.id, { url: inside.url.replace('127.0.0.1', 'inside.example') });
  await world.say('Hello');
  await world.hear();
  await world.send(redirected.id);
  await world.send(inward.id);
  expect(await world.deliveries(redirected.id)).toMatchObject([{ last: { status: 307, problem: 'redirected' } }]);
  expect(await world.deliveries(inward.id)).toMatchObject([{ last: { status: null, problem: 'not-allowed' } }]);
  expect(theirs.asked).toHaveLength(1);
  expect(inside.asked).toEqual([]);
});

it('in production nothing is sent to this machine, whatever was registered before', async () => {
  const theirs = await receiver(answering(200));
  const world = await webhookWorld({ post: createOutsidePoster() });
  const { id } = await world.add(theirs.url);
  await world.say('Hello');
  await world.hear();
  await world.send(id);
  expect(await world.deliveries(id)).toMatchObject([{ last: { problem: 'not-allowed' } }]);
  expect(theirs.asked).toEqual([]);
  const settings = { ...world.webhooks, mayBeLoopback: false };
  await expect(changeWebhook(settings, admin, id, { url: 'http://localhost:3000/' })).rejects.toMatchObject({
    ...{ code: 'VALIDATION_FAILED', field: 'url' },
  });
});

it.each(['begin', 'end'] as const)(
  'a node that dies where an attempt is to %s sends nothing twice under two ids, and nothing is lost',
  async (step) => {
    const [world, theirs] = [await webhookWorld(), await receiver(answering(200))];
    const { id } = await world.add(theirs.url);
    await world.say('Hello');
    await world.hear();
    const { deliveries } = world.webhooks;
    const dies = async (...given: never[]): Promise<never> => {
      // The claim is written, and the node dies before it sends.
      if (step === 'begin') await (deliveries.begin as (...all: unknown[]) => Promise<unknown>)(...given);
      throw new Error('the node died');
    };
    const dying = { ...world.webhooks, deliveries: { ...deliveries, [step]: dies } };
    await expect(sendDeliveries(dying, { tenantId: 't1', about: id })).rejects.toThrow('the node died');
    expect(theirs.asked).toHaveLength(step === 'begin' ? 0 : 1);
    // Its lease ends, and another node takes the job.
    const next = await world.send(id);
    expect(next).toBe(world.clock.now() + minuteMs);
    world.clock.jump(minuteMs);
    await world.send(id);
    expect(await world.deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    expect(theirs.asked).toHaveLength(step === 'begin' ? 1 : 2);
    expect(new Set(theirs.asked.map(({ delivery }) => delivery)).size).toBe(1);
  },
);

it('an attempt that was cut off each time ends as failed, and holds up nothing', async () => {
  const [world, theirs] = [await webhookWorld(), await receiver(answering(200))];
  const { id } = await world.add(theirs.url);
  await world.say('Hello');
  await world.hear();
  const [delivery] = await world.deliveries(id);
  for (let attempts = 0; attempts < mostAttempts; attempts += 1)
    await world.stores.deliveries.begin({ id: delivery?.id ?? '', attempts }, world.clock.now());
  expect(await world.send(id)).toBeNull();
  expect(await world.deliveries(id)).toMatchObject([{ state: 'failed', last: { problem: 'cut-off' } }]);
});

it('words that were deleted since are never sent: neither by a retry nor by sending it again', async () => {
  const [world, theirs] = [await webhookWorld(), await receiver(answering(500, 200))];
  const { id } = await world.add(theirs.url);
  await world.say('My secret wish');
  await world.hear();
  expect(JSON.stringify(await world.deliveries(id))).not.toContain('secret wish');
  await world.send(id);
  expect(theirs.asked[0]?.body).toContain('My secret wish');
  const parts = { ...world.parts, ...world.stores, appender: world.parts.appender, streamLog: createMemoryStreamLog() };
  await eraseConversation(parts, 't1', world.id);
  world.clock.jump(hourMs);
  expect(await world.send(id)).toBeNull();
  expect(theirs.asked).toHaveLength(1);
  expect(await world.deliveries(id)).toMatchObject([{ state: 'failed', last: { problem: 'erased' } }]);
  await world.hear();
  world.clock.jump(hourMs);
  await world.send(id);
  for (const { body } of theirs.asked.slice(1)) expect(body).not.toContain(erasedWords);
  expect(theirs.asked).toHaveLength(1);
});

it('tests are bounded as deliveries are, and never tried again', async () => {
  const [world, theirs] = [await webhookWorld(), await receiver(answering(500))];
  const { id } = await world.add(theirs.url);
  const trimmed: number[] = [];
  const deliveries = { ...world.webhooks.deliveries, trim: async (_: string, kept: number) => void trimmed.push(kept) };
  expect(await testWebhook({ ...world.webhooks, deliveries }, admin, id)).toMatchObject({
    state: 'failed',
    status: 500,
  });
  expect(trimmed).toEqual([webhookLimits.keptDeliveries]);
  world.clock.jump(hourMs);
  expect(await world.send(id)).toBeNull();
  expect(theirs.asked).toHaveLength(1);
});

it('a secret that the hub can no longer open is told as such, and nothing is sent unsigned', async () => {
  const [world, theirs] = [await webhookWorld(), await receiver(answering(200))];
  const { id } = await world.add(theirs.url);
  await world.stores.webhooks.reseal(id, webhookSeal('another secret').seal('whsec_x'));
  await world.say('Hello');
  await world.hear();
  expect(await world.send(id)).toBeNull();
  expect(await world.deliveries(id)).toMatchObject([{ state: 'failed', last: { problem: 'secret-lost' } }]);
  expect(theirs.asked).toEqual([]);
});

it('deliveries queued for a deleted address are forgotten', async () => {
  const [world, theirs] = [await webhookWorld(), await receiver(answering(200))];
  const { id } = await world.add(theirs.url);
  await world.say('Hello');
  await world.hear();
  const late = await world.deliveries(id);
  await removeWebhook(world.webhooks, admin, id);
  await world.stores.deliveries.addAll(late);
  expect(await world.send(id)).toBeNull();
  expect(await world.deliveries(id)).toEqual([]);
  expect(theirs.asked).toEqual([]);
});

it('an address whose job was lost is woken within minutes, and after thirty days its deliveries are forgotten', async () => {
  const [world, theirs] = [await webhookWorld(), await receiver(answering(200))];
  const { id } = await world.add(theirs.url);
  await world.say('Hello');
  await world.hear();
  const woken: string[] = [];
  const jobs = { schedule: async ({ about }: { about: string }) => void woken.push(about) };
  const tidy = () => tidyDeliveries({ ...world.stores, jobs, clock: world.clock });
  await tidy();
  expect(woken).toEqual([]);
  world.clock.jump(hourMs);
  await tidy();
  expect(woken).toEqual([id]);
  expect(await world.deliveries(id)).toHaveLength(1);
  world.clock.jump(31 * 24 * hourMs);
  await tidy();
  expect(await world.deliveries(id)).toEqual([]);
});
