import { expect, it } from 'vitest';
import { createCallEar } from '../../../src/features/calls/hearSegment.ts';
import { startCall } from '../../../src/features/calls/startCall.ts';
import { wipeCall } from '../../../src/features/calls/wipeCall.ts';
import { systemActor } from '../../../src/features/conversations/actors.ts';
import { indexEntry } from '../../../src/features/search/indexEntry.ts';
import { silentMeter } from '../../../src/kernel/observe.ts';
import { agent, command, turnWorld } from '../turns/turnWorld.ts';

/* Costs about 0.3 s: memory stores and a clock that stands. */

it('words that came to stand before the line that says they are gone are found by the next look', async () => {
  const world = await turnWorld();
  const { stores, parts, plain } = world;
  const deps = { ...parts, ...stores, closedNow: async () => null, settingsOf: world.tenants.settingsOf };
  const started = await startCall(deps, agent, command(), { direction: 'outbound', number: '(512) 555-0193' });
  const place = { tenantId: 't1', conversationId: started.conversationId };
  const { callId } = started;
  const actor = { kind: 'lead' as const, id: 'l' };
  const words = { callId, utteranceId: 'u', speaker: 'lead' as const, text: 'Zanzibar Street', language: 'en' };
  const data = { ...words, startMs: 0, endMs: 1, confidence: null };
  await parts.appender.append(place, { type: 'call-segment', data, actor, onceKey: 'late words' });
  const reason = 'consent-withdrawn' as const;
  const wiped = { callId, reason };
  await parts.appender.append(place, { type: 'call-wiped', data: wiped, actor: systemActor, onceKey: 'too early' });
  const call = await stores.calls.find('t1', callId);
  if (call === null) throw new Error('there is no call');
  await wipeCall({ ...deps, ...plain, search: stores.search }, call, reason, { actor: systemActor, onceKey: 'again' });
  expect(JSON.stringify(await plain.entries.read(started.conversationId, 'internal', 1, 100, 100))).not.toContain(
    'Zanzibar',
  );
});

it('words that were written while somebody said no are left nowhere: not in the log, the search, or the row', async () => {
  const world = await turnWorld();
  const { stores, parts, plain, written } = world;
  written.listen(({ tenantId, entry }) => void indexEntry(stores.search, tenantId, entry));
  const deps = { ...parts, ...stores, closedNow: async () => null, settingsOf: world.tenants.settingsOf };
  const started = await startCall(deps, agent, command(), { direction: 'outbound', number: '(512) 555-0191' });
  const consent = { lead: 'given', agent: null } as const;
  const call = await stores.calls.change('t1', started.callId, { consent }, {});
  if (call === null) throw new Error('there is no call');
  const hear = createCallEar({
    ...{ ...deps, ...plain, search: stores.search, meter: silentMeter },
    heldCalls: {
      async findAfter() {
        await stores.calls.change('t1', started.callId, { consent: { lead: 'withdrawn', agent: null } }, {});
        return stores.calls.find('t1', started.callId);
      },
    },
  });
  const words = { text: 'We owe a lot on Zanzibar Street.', confidence: null, isFinal: true, language: 'en' };
  await expect(
    hear(call, { utteranceId: 'u', speaker: 'lead', startMs: 0, endMs: 900, ...words }),
  ).rejects.toMatchObject({ code: 'CONSENT_REQUIRED' });
  const log = await plain.entries.read(started.conversationId, 'internal', 1, 100, 100);
  expect(log.map(({ type }) => type)).toContain('call-wiped');
  expect(JSON.stringify(log)).not.toContain('Zanzibar');
  expect(await stores.search.find('t1', 'zanzibar', { from: 0, until: 9e15, limit: 10 })).toEqual([]);
  const row = await plain.conversations.find('t1', started.conversationId);
  expect([row?.board.lastText, row?.board.lastLines]).toEqual(['', []]);
});
