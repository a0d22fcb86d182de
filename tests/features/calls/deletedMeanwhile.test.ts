import { describe, expect, it } from 'vitest';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import { composeLog } from '../../../src/app/compose/log.ts';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { startCall } from '../../../src/features/calls/startCall.ts';
import { coachActor } from '../../../src/features/coaching/actor.ts';
import { createFolds } from '../../../src/features/conversations/log/folds.ts';
import { nothingFollows } from '../../../src/features/conversations/log/writtenEntries.ts';
import type { Draft } from '../../../src/features/conversations/model.ts';
import { eraseConversation } from '../../../src/features/turns/eraseConversation.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { conversationTopic } from '../../../src/kernel/wakeups.ts';
import { agent, command, turnWorld } from '../turns/turnWorld.ts';

/* Costs about 0.5 s: memory stores and a clock that stands. */

const segmentOf = (utteranceId: string, text = '…'): Pick<Draft<'call-segment'>, 'type' | 'data'> => ({
  type: 'call-segment',
  data: {
    ...{ callId: 'c1', utteranceId, speaker: 'lead', text, language: 'en' },
    ...{ startMs: 0, endMs: 1, confidence: null },
  },
});

/** A call under way, which another process, whose hints are all lost, deletes while a line with `Zanzibar` is stored. */
async function callOfWorld(order: 'before' | 'after' = 'after') {
  let deletes: (() => Promise<unknown>) | null = null;
  let reads = 0;
  const world = await turnWorld({
    conversations: (store) => ({
      find(...which) {
        reads += 1;
        return store.find(...which);
      },
    }),
    entries: (store) => ({
      async insert(record) {
        const act = JSON.stringify(record).includes('Zanzibar') ? deletes : null;
        if (act !== null) deletes = null;
        if (order === 'after') await act?.();
        const outcome = await store.insert(record);
        if (order === 'before') await act?.();
        return outcome;
      },
    }),
  });
  const { stores, parts, plain, clock } = world;
  const deps = { ...parts, ...stores, closedNow: async () => null, settingsOf: world.tenants.settingsOf };
  const { conversationId } = await startCall(deps, agent, command(), {
    ...{ direction: 'outbound', number: '(512) 555-0196' },
  });
  const elsewhere = composeLog(
    { ...stores, ...plain },
    {
      ...{ wakeups: createMemoryWakeups({ log: silentLogger }), clock, log: silentLogger, meter: silentMeter },
    },
    nothingFollows,
  );
  // As after a turn.
  await parts.folds.read('t1', conversationId);
  for (const log of ['public', 'internal'] as const)
    await parts.folds.entries.read(conversationId, log, 1, Number.MAX_SAFE_INTEGER, 200);
  await parts.folds.read('t1', conversationId);
  let lines = 0;
  function append(draft: Pick<Draft, 'type' | 'data'>, actor: Draft['actor'] = coachActor) {
    lines += 1;
    const line = { ...draft, actor, onceKey: `line ${lines}` } as Draft;
    return parts.appender.append({ tenantId: 't1', conversationId }, line);
  }
  const evidence = [{ log: `internal:${conversationId}`, seq: 2, start: 0, end: 6 }];
  const cue = { cueId: 'c', kind: 'objection', ruleId: 'r', priority: 1, expiresAt: '2026-11-27T00:00:00.000Z' };
  return {
    ...world,
    conversationId,
    elsewhere,
    reads: () => reads,
    say: () => append(segmentOf(`u${lines}`, 'A yard, please.'), { kind: 'lead', id: 'l1' }),
    withhold: () => append({ type: 'help-withheld', data: { ruleId: 'r', reason: 'still-shown', evidence } }),
    help: () =>
      append({ type: 'cue-created', data: { ...cue, text: 'Ask about Zanzibar Street.', evidence } as never }),
    deleteElsewhere: () =>
      eraseConversation(
        { ...stores, ...plain, appender: elsewhere.appender, calls: stores.calls },
        't1',
        conversationId,
      ),
    deleteMeanwhile(act: () => Promise<unknown>) {
      deletes = act;
    },
    kept: async () => JSON.stringify(await plain.entries.read(conversationId, 'internal', 1, 100, 100)),
  };
}

describe('help that is written down in a call', () => {
  it('asks the database for the conversation once for many lines', async () => {
    const { say, withhold, reads } = await callOfWorld();
    const before = reads();
    for (let n = 0; n < 20; n += 1) {
      await say();
      await withhold();
    }
    expect(reads() - before).toBeLessThanOrEqual(1);
  });

  it.each(['before', 'after'] as const)(
    'leaves no words where it is stored just %s another process deletes the conversation',
    async (order) => {
      const { say, withhold, help, deleteElsewhere, deleteMeanwhile, kept } = await callOfWorld(order);
      await say();
      await withhold();
      deleteMeanwhile(deleteElsewhere);
      await Promise.allSettled([help()]);
      expect(await kept()).toContain('cue-created');
      expect(await kept()).not.toMatch(/Zanzibar|yard/);
    },
  );

  it('leaves no words where the line that told of the deletion was never heard of here', async () => {
    const { say, help, deleteElsewhere, kept } = await callOfWorld();
    await say();
    await deleteElsewhere();
    await expect(help()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await kept()).not.toMatch(/Zanzibar|yard/);
  });

  it.each(['not read', 'read'])(
    'leaves no words where a line after the deletion is heard of first, and those before it are %s',
    async (rest) => {
      const { parts, say, help, conversationId, elsewhere, deleteElsewhere, kept } = await callOfWorld();
      await say();
      await deleteElsewhere();
      const { entry } = await elsewhere.appender.append(
        { tenantId: 't1', conversationId },
        { ...segmentOf('late'), actor: { kind: 'lead', id: 'l1' }, onceKey: 'late' },
      );
      parts.wakeups.publish(conversationTopic(conversationId), { kind: 'entry', entry });
      await new Promise(setImmediate);
      if (rest === 'read') await parts.folds.entries.read(conversationId, 'internal', 1, Number.MAX_SAFE_INTEGER, 200);
      await expect(help()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await kept()).not.toMatch(/Zanzibar|yard/);
    },
  );

  it('asks the database while a deletion may have looked for the call before it began', async () => {
    const { parts, plain, clock, id } = await turnWorld();
    const folds = createFolds({ ...plain, wakeups: createMemoryWakeups({ log: silentLogger }), clock });
    const append = async (draft: Pick<Draft, 'type' | 'data'>, onceKey: string): Promise<Entry> => {
      const line = { ...draft, actor: coachActor, onceKey } as Draft;
      const { entry } = await parts.appender.append({ tenantId: 't1', conversationId: id }, line);
      folds.appended([entry]);
      return entry;
    };
    await folds.read('t1', id);
    await folds.entries.read(id, 'internal', 1, Number.MAX_SAFE_INTEGER, 200);
    await folds.read('t1', id);
    await append(
      { type: 'call-started', data: { callId: 'c1', direction: 'inbound', source: 'desk' } } as Pick<
        Draft,
        'type' | 'data'
      >,
      'started',
    );
    const said = await append(segmentOf('u1'), 'said');
    expect(folds.standsBeforeDeletion(said)).toBe(false);
    await folds.read('t1', id);
    expect(folds.standsBeforeDeletion(said)).toBe(true);
  });
});
