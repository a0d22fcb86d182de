import mongoose from 'mongoose';
import { expect, inject, it } from 'vitest';
import { type NarrativeBatchAnswer, narrativeStyles } from '../../src/contract/rest/narratives.ts';
import { narrateTask } from '../../src/features/composing/narratives/narrateTask.ts';
import { type MessagesBody, type Script, say, stableOf, startFakeAnthropic, stop } from '../support/fakeAnthropic.ts';
import { signIn } from '../support/hubClient.ts';
import { startHubProcess } from '../support/hubProcess.ts';
import { demoPassword } from '../support/openHub.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

/* Costs about 14 s: two hub processes, one after the other. */

const homes = ['demo-zilker-bungalow', 'demo-mueller-rowhouse'];
const asked = homes.flatMap((listingId) =>
  narrativeStyles.map((style) => ({ listingId, style, length: 'short' as const })),
);
/** In the first five, which are written together. */
const failsAt = 3;
const items = asked.toSpliced(failsAt, 0, { listingId: 'no-such-home', style: 'luxury', length: 'short' });
/** Of the second five, Claude still owes three when the hub dies. */
const answersBefore = 6;

/** The home and the style of a story that Claude is asked for; null for a question about its sentences. */
function storyOf(body: MessagesBody): string | null {
  if (!JSON.stringify(body.system).includes(narrateTask.system.slice(0, 40))) return null;
  const [, title] = /"home\.title":"([^"]+)"/.exec(stableOf(body)) ?? [];
  const [, style] = /"style":"([^"]+)"/.exec(String(body.messages.at(-1)?.content)) ?? [];
  return `${title}, ${style}`;
}
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const sentences = ordinals.map((nth) => ({
  text: `You can look at each of the rooms for as long as you like on the ${nth} visit.`,
  facts: [],
}));

it('a batch of stories goes on after its hub is killed: each is written once, and the one that can’t be written fails alone', async () => {
  const stories: string[] = [];
  let mostAnswered = answersBefore;
  const script: Script = ({ body }) => {
    const story = storyOf(body);
    if (story === null) {
      const verdicts = (JSON.stringify(body.messages).match(/\\"n\\":\d+/g) ?? []).map((_, at) => ({
        ...{ n: at + 1, why: 'fine', ok: true },
      }));
      return [say(JSON.stringify({ verdicts })), stop()];
    }
    stories.push(story);
    // Without an end the answer stays open until the hub is gone.
    return stories.length <= mostAnswered ? [say(JSON.stringify({ sentences })), stop()] : [{ do: 'ping' }];
  };
  const claude = await startFakeAnthropic(script);
  const url = uniqueDatabaseUrl(inject('mongodbUrl'));
  const env = {
    ...{ MONGODB_URL: url, HUB_SECRET: 'a-secret-for-this-test-of-32-chars!' },
    ...{ ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: claude.url },
  };
  const doomed = await startHubProcess(env);
  const call = await callerAt(doomed.url);
  const { batchId } = await call<{ batchId: string }>('POST', '/narratives/batch', { items });
  const batchAt = (ask: typeof call) => ask<NarrativeBatchAnswer>('GET', `/narratives/batch/${batchId}`);
  await expect.poll(() => batchAt(call)).toMatchObject({ done: answersBefore, failed: 1 });
  await expect.poll(() => stories.length).toBe(9);
  const before = await batchAt(call);
  await doomed.kill();

  const database = await mongoose.createConnection(url).asPromise();
  const jobs = database.collection<{ kind: string; lane: string; at: number }>('jobs');
  // As if the dead node's hold on its job had run out.
  const { modifiedCount } = await jobs.updateOne(
    { kind: 'narratives', lane: 'taken' },
    { $set: { at: Date.now() - 1 } },
  );
  expect(modifiedCount).toBe(1);
  mostAnswered = Number.POSITIVE_INFINITY;
  const next = await startHubProcess(env);
  const callNext = await callerAt(next.url);
  await expect.poll(() => batchAt(callNext)).toMatchObject({ total: 11, done: 10, failed: 1, canceled: false });

  const after = await batchAt(callNext);
  expect(after.items[failsAt]).toEqual({ ...items[failsAt], state: 'failed', error: 'Not found.' });
  expect(after.items.filter(({ state }) => state === 'done').map(({ listingId, style }) => [listingId, style])).toEqual(
    asked.map(({ listingId, style }) => [listingId, style]),
  );
  const isDone = ({ state }: { state: string }): boolean => state === 'done';
  for (const [at, item] of before.items.entries()) if (isDone(item)) expect(after.items[at]).toEqual(item);
  // Claude was asked once more for what it owed, and for nothing that was written.
  const again = stories.slice(9).filter((story) => stories.indexOf(story) < 9);
  expect(again.sort()).toEqual(stories.slice(answersBefore, 9).sort());
  expect(new Set(stories).size).toBe(asked.length);
  const kept = await database.collection<{ basis: string }>('narratives').find().toArray();
  expect(kept.map(({ _id }) => String(_id)).sort()).toEqual(after.items.flatMap((one) => one.narrativeId ?? []).sort());
  expect(new Set(kept.map(({ basis }) => basis))).toEqual(new Set(['model']));
  await expect.poll(() => jobs.countDocuments({ kind: 'narratives' })).toBe(0);

  await next.stop();
  await claude.close();
  await database.dropDatabase();
  await database.close();
});

async function callerAt(url: string) {
  const { accessToken } = await signIn(url, 'agent@demo.example', demoPassword);
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  return async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    return (await answer.json()) as Answer;
  };
}
