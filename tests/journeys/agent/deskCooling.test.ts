/** An agent finds the leads who went silent, edits a draft and sends it, and takes a call on as a task. Costs: 25 s, half of it until the job looks. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Entry } from '../../../src/contract/log/entry.ts';
import type { OutboundMessage } from '../../../src/features/channels/model.ts';
import { rebuiltRow } from '../../../src/features/conversations/board/bringForward.ts';
import { openConversation } from '../../../src/features/conversations/openConversation.ts';
import { newLead } from '../../../src/features/profiles/newLead.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { keyOf } from '../../../src/kernel/jobs.ts';
import { tokenOf } from '../../gateway/people.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

const browser = browserOfFile();
const tenantId = 'demo';
const dayMs = 86_400_000;
const sent: OutboundMessage[] = [];
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub({
    channels: [{ kind: 'sms', send: async (message) => void sent.push(message), listen: () => () => {} }],
  });
  await moveToAfternoon();
});
afterAll(() => hub.close());

/** Nobody is contacted at night, whatever the time is where the test runs. */
async function moveToAfternoon(): Promise<void> {
  const east = 14 - new Date().getUTCHours();
  const headers = { authorization: `Bearer ${await tokenOf(hub.url, 'admin')}`, 'content-type': 'application/json' };
  const address = `${hub.url}/api/v1/settings`;
  const { version } = (await (await fetch(address, { headers })).json()) as { version: number };
  // The names of these zones count westward.
  const body = JSON.stringify({ version, change: { timeZone: `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}` } });
  expect((await fetch(address, { method: 'PUT', headers, body })).status).toBe(200);
}

/** Somebody who agreed to texts and calls, and last wrote fifteen days ago. */
async function wentSilent(name: string, contact: string) {
  const { stores } = hub;
  const [at, leadId] = [Date.now() - 15 * dayMs, newId()];
  const begins = { channel: 'sms', contact, tenantId, leadId, language: 'en', vouchedName: name } as const;
  const talk = await openConversation({ ...stores, clock: { now: () => at } as never }, begins);
  await stores.leads.openFor(newLead({ id: leadId, tenantId, createdAt: at }));
  await stores.leads.change(tenantId, leadId, { name });
  await stores.records.add({
    ...{ id: newId(), tenantId, leadId, conversationId: talk.id, at, said: 'yes', closed: null, kind: 'consent' },
    ...{ channels: ['text', 'call'], to: contact, shown: null, page: '' },
    evidence: { log: `public:${talk.id}`, seq: 1, start: 0, end: 3 },
  });
  const entry = {
    ...{ v: 1, id: newId(), log: `public:${talk.id}`, seq: 1, conversationId: talk.id, type: 'message-created' },
    ...{ at: new Date(at).toISOString(), actor: { kind: 'lead', id: leadId } },
    data: { messageId: newId(), text: 'Let me think about it.', channel: talk.channel, language: 'en' },
  } as Entry;
  await stores.entries.insert({ tenantId, entry, onceKey: newId(), bodyHash: null, owedAt: null });
  const { row } = await rebuiltRow(stores, talk);
  await stores.conversations.writeRow(tenantId, talk.id, row);
  return talk;
}

it('an agent sends an edited follow-up to a lead who went silent, and makes a call to another a task of theirs', async () => {
  const dana = await wentSilent('Dana Reyes', '+15125550137');
  const lee = await wentSilent('Lee Park', '+15125550138');
  await hub.stores.conversations.changeSpeaker(tenantId, lee.id, { mode: 'closed', pausedUntil: null }, {});
  const job = { tenantId, kind: 'cooling', about: 'all' } as const;
  await hub.stores.jobStore.set({ ...job, key: keyOf(job), conversationId: null, data: {}, at: Date.now() });
  await expect.poll(() => hub.stores.interventions.listOpen(tenantId), { timeout: 60_000 }).toHaveLength(2);

  const context = await browser.context({ viewport: { width: 1440, height: 900 } });
  const desk = await openDesk(context, hub.url);
  await desk.getByRole('link', { name: 'People', exact: true }).click();
  await desk.getByRole('link', { name: 'Cooling leads' }).click();
  const list = desk.getByRole('list', { name: 'Cooling leads' });
  const item = (name: string) => list.locator('> li').filter({ hasText: name });
  await item('Dana Reyes').getByText('15 days without a word from them').waitFor();
  await item('Dana Reyes').getByText('Goes out as a text message').waitFor();
  expect(sent).toEqual([]);
  await item('Dana Reyes').getByRole('button', { name: 'Edit' }).click();
  await item('Dana Reyes').getByLabel('Your words').fill('Hi Dana, still looking?');
  await item('Dana Reyes').getByRole('button', { name: 'Send' }).click();
  await item('Dana Reyes').getByText('Sent. You have the conversation now.').waitFor();
  await expect
    .poll(() => sent.map(({ to, text }) => [to, text]))
    .toEqual([['+15125550137', 'Hi Dana, still looking? Reply STOP to opt out.']]);

  await item('Lee Park').getByText('Becomes a task for you: call them').waitFor();
  await item('Lee Park').getByRole('button', { name: 'Add task' }).click();
  await item('Lee Park').getByText('calling them is a task of yours for tomorrow').waitFor();
  expect(sent).toHaveLength(1);
  await item('Lee Park').getByRole('link', { name: 'Open the conversation' }).click();
  await desk.getByText('Call Lee Park to follow up. The words are in a note here.').first().waitFor();
  await desk.goto(`${hub.url}/desk/cooling`);
  await desk.getByText('No one to follow up with').waitFor();
  expect((await hub.stores.conversations.find(tenantId, dana.id))?.owner?.name).toBe('Maya Torres');
});
