/** The material for an answer about a lead, beside the open talk. Costs: under a second. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { askMaterial } from '../../../src/features/turns/askMaterial.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { type RunningRest, startRest } from '../../support/startRest.ts';

let hub: RunningRest;
beforeAll(async () => {
  hub = await startRest();
});
afterAll(() => hub.stop());

const write = (tenantId: string, entry: Pick<Entry, 'type' | 'log' | 'seq' | 'data'> & Partial<Entry>) =>
  hub.stores.entries.insert({
    tenantId,
    entry: {
      ...{ v: 1, id: newId(), at: new Date().toISOString(), conversationId: entry.log.split(':')[1] },
      ...{ actor: { kind: 'visitor', id: 'v' }, ...entry },
    } as Entry,
    ...{ onceKey: newId(), bodyHash: null, owedAt: null },
  });
const said = (id: string, seq: number, text: string) => ({
  ...{ type: 'message-created' as const, log: `public:${id}`, seq },
  data: { messageId: newId(), text, channel: 'widget' as const, language: 'en' },
});

test('it holds the messages of the person’s other talks, and the earlier questions of the same colleague in this one', async () => {
  const { tenantId } = await hub.addTenant('Own');
  const [open, earlier, strangers] = [
    await hub.addConversation(tenantId, { leadId: 'lead-1' }),
    await hub.addConversation(tenantId, { leadId: 'lead-1' }),
    await hub.addConversation(tenantId, { leadId: 'lead-2' }),
  ];
  await write(tenantId, said(open.id, 1, 'hello again'));
  await write(tenantId, said(earlier.id, 1, 'our lease ends in March'));
  await write(tenantId, said(strangers.id, 1, 'I sell my house'));
  const answer = (seq: number, principalId: string, question: string) =>
    write(tenantId, {
      ...{ type: 'answer-created', log: `internal:${open.id}`, seq, actor: { kind: 'bot', id: 'coach' } },
      data: { streamId: newId(), question, text: 'Yes.', sources: [] },
      cause: { principalId, commandId: newId() },
    } as never);
  await answer(1, 'a1', 'Do they rent?');
  await answer(2, 'a2', 'Do they sell?');
  const parts = { ...hub.stores, timeZoneOf: async () => 'America/Chicago' };
  const { others, before } = await askMaterial(parts, { tenantId, conversationId: open.id }, 'a1');
  expect(others.map(({ conversationId, lines }) => [conversationId, lines.map(({ text }) => text)])).toEqual([
    [earlier.id, ['our lease ends in March']],
  ]);
  expect(others[0]?.lines[0]?.log).toBe(`public:${earlier.id}`);
  expect(before).toEqual([{ question: 'Do they rent?', text: 'Yes.' }]);
});

test('of a person with many talks it is the newest five, with forty lines of each', async () => {
  const { tenantId } = await hub.addTenant('Many');
  const open = await hub.addConversation(tenantId, { leadId: 'lead-3' });
  for (let talk = 0; talk < 7; talk += 1) {
    const { id } = await hub.addConversation(tenantId, { leadId: 'lead-3' });
    for (let seq = 1; seq <= 50; seq += 1) await write(tenantId, said(id, seq, `line ${seq}`));
  }
  const parts = { ...hub.stores, timeZoneOf: async () => 'America/Chicago' };
  const { others } = await askMaterial(parts, { tenantId, conversationId: open.id }, 'a1');
  expect(others.map(({ lines }) => [lines.length, lines.at(-1)?.text])).toEqual(
    Array.from({ length: 5 }, () => [40, 'line 50']),
  );
});
