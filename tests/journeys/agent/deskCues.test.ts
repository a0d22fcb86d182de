import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPerson } from '../../gateway/people.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

/* Costs about 25 s: one hub, and a browser. */

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

/** A call of the demo agent, whose words come from a client beside the desk. */
async function onCall(number: string) {
  const desk = await openDesk(await browser.context(), hub.url);
  await desk.getByRole('button', { name: 'Start a call' }).click();
  await desk.getByLabel('Their number').fill(number);
  await desk.getByRole('button', { name: 'Start', exact: true }).click();
  await desk.getByRole('region', { name: 'Call', exact: true }).waitFor();
  await desk.locator('body').press('y');
  await desk.getByText('Transcript on').waitFor();
  const conversationId = new URL(desk.url()).pathname.split('/').at(-1) ?? '';
  const client = await demoPerson(hub.url, 'agent');
  await client.send('conversation-open', { conversationId });
  const [started] = await hub.stores.entries.listOf(conversationId, 'call-started', 1);
  if (started?.type !== 'call-started') throw new Error('no call has begun');
  const { callId } = started.data;
  let spoken = 0;
  const say = (speaker: 'lead' | 'agent', text: string) => {
    spoken += 1;
    return client.send('call-segment', {
      ...{ callId, utteranceId: randomUUID(), seq: spoken, speaker, text, startMs: spoken * 1000 },
      ...{ endMs: spoken * 1000 + 900, confidence: null, isFinal: true, language: 'en' },
    });
  };
  return { desk, client, conversationId, say };
}

it('an objection on the phone brings a hint at once, then a card; the words that the agent reads from it are noted', async () => {
  const { desk, client, say } = await onCall('(512) 555-0141');
  await say('lead', 'Honestly, that is too expensive for us.');
  const now = desk.getByRole('region', { name: 'Suggestion' });
  await client.untilEntry('cue-created', ({ data }) => data.kind === 'price');
  const reply = now.locator('.now-reply');
  await reply.waitFor();
  const words = ((await reply.textContent()) ?? '').slice(1, -1);
  await client.untilEntry('suggestion-seen');
  await say('agent', words);
  await client.untilEntry('suggestion-spoken', ({ data }) => data.share === 1);
  await now.getByRole('button', { name: 'Said it' }).click();
  await client.untilEntry('suggestion-answered', ({ data }) => data.action === 'accepted');
  client.close();
  await desk.close();
});

it('two dismissals silence a rule for the talk, and a supervisor reads why nothing is shown', async () => {
  const { desk, client, conversationId, say } = await onCall('(512) 555-0142');
  const now = desk.getByRole('region', { name: 'Suggestion' });
  const hint = now.getByText('They want to see it. Offer two times now.');
  for (const words of ['We would like to see it on Saturday.', 'I want to see the house.']) {
    await say('lead', words);
    await hint.waitFor();
    await now.getByRole('button', { name: 'Not now' }).click();
    await hint.waitFor({ state: 'detached' });
  }
  await say('lead', 'As I said, we would like to see it.');
  const withheld = await client.untilEntry('help-withheld');
  expect(withheld.data).toMatchObject({ reason: 'off-for-this-talk' });
  const supervisor = await openDesk(await browser.context(), hub.url, 'supervisor@demo.example');
  await supervisor.goto(`${hub.url}/desk/c/${conversationId}`);
  await supervisor.getByRole('switch', { name: 'Show all activity' }).click({ force: true });
  await supervisor.getByText(/Not shown \(buying visit\): the agent dismissed this kind twice/).waitFor();
  client.close();
  await desk.close();
  await supervisor.close();
});
