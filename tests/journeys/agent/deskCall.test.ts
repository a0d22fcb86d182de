import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountSid, authToken, TwilioPhone } from '../../../scripts/try/twilioPhone.ts';
import { demoPerson, tokenOf } from '../../gateway/people.ts';
import { openVisitor, post } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

/* Costs about 25 s: one hub and a browser. */

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

/** In place of the browser's own recognition, which asks a server of its maker: hears what the test says. */
function replaceRecognizer(): void {
  const page = globalThis as unknown as { hear?: unknown; SpeechRecognition: unknown };
  page.SpeechRecognition = class {
    onresult: ((event: unknown) => void) | null = null;
    start(): void {
      page.hear = (transcript: string, isFinal: boolean) =>
        this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript, confidence: 0.9 }], { isFinal })] });
    }
    stop(): void {}
  };
}
const hear = (desk: Page, words: string, isFinal = true) =>
  desk.evaluate(
    ([said, final]) => (globalThis as unknown as { hear(said: string, final: boolean): void }).hear(said, final),
    [words, isFinal] as const,
  );

async function startCall(desk: Page, number: string): Promise<string> {
  await desk.getByRole('button', { name: 'Start a call' }).click();
  await desk.getByLabel('Their number').fill(number);
  await desk.getByRole('button', { name: 'Start', exact: true }).click();
  await desk.getByRole('region', { name: 'Call', exact: true }).waitFor();
  return new URL(desk.url()).pathname.split('/').at(-1) ?? '';
}

it('an agent on the phone asks for consent, sees the words as they are spoken, and ends the call with a key and a press', async () => {
  const context = await browser.context();
  await context.addInitScript(replaceRecognizer);
  const desk = await openDesk(context, hub.url);
  const conversationId = await startCall(desk, '(415) 555-0171');
  const call = desk.getByRole('region', { name: 'Call', exact: true });
  await call.getByText('No transcript yet').waitFor();
  await call.getByText(/Is that okay with you/).waitFor();
  expect(await call.getByRole('button', { name: 'Listen with the microphone' }).count()).toBe(0);
  // A field has the focus nowhere: the key is the call's.
  await desk.locator('body').press('y');
  await call.getByText('Transcript on').waitFor();
  await call.getByText(/the sound goes to Google/).waitFor();
  await call.getByRole('button', { name: 'Listen with the microphone' }).click();
  await hear(desk, 'Hi, this is Maya', false);
  await desk.locator('.said-now', { hasText: 'Hi, this is Maya' }).waitFor();
  await hear(desk, 'Hi, this is Maya with Barton Ridge.');
  await desk.locator('.message.ours .words.agent', { hasText: 'with Barton Ridge' }).waitFor();
  await desk.locator('.said-now').waitFor({ state: 'detached' });
  await call.getByText('Them', { exact: true }).click();
  await hear(desk, 'We might sell in the spring.');
  // The speaker changes with the next words.
  await hear(desk, 'Is that a good time?');
  await desk.locator('.message.theirs .words.lead', { hasText: 'Is that a good time' }).waitFor();
  // A written reply has nowhere to go.
  expect(await desk.getByRole('button', { name: 'Reply', exact: true }).isDisabled()).toBe(true);
  await call.getByRole('button', { name: 'End call' }).click();
  await desk.getByRole('menuitem', { name: 'We talked' }).click();
  await call.waitFor({ state: 'detached' });
  await desk.getByText(/Call ended after .*we talked/).waitFor();
  const kept = await hub.stores.entries.read(conversationId, 'internal', 1, 200, 200);
  expect(kept.filter(({ type }) => type === 'call-segment')).toHaveLength(3);
  await context.close();
});

it('after hanging up, an agent keeps the summary, adds what they promised as a task, and confirms what they heard', async () => {
  const context = await browser.context();
  await context.addInitScript(replaceRecognizer);
  const desk = await openDesk(context, hub.url);
  const conversationId = await startCall(desk, '(415) 555-0174');
  const call = desk.getByRole('region', { name: 'Call', exact: true });
  await desk.locator('body').press('y');
  await call.getByRole('button', { name: 'Listen with the microphone' }).click();
  await call.getByText('Them', { exact: true }).click();
  await hear(desk, 'Go ahead.');
  await hear(desk, 'We want to buy something with three bedrooms.');
  await call.getByText('Me', { exact: true }).click();
  await hear(desk, 'Okay.');
  await hear(desk, 'I’ll send you three homes tomorrow.');
  await desk.locator('.message.ours .words.agent', { hasText: 'three homes' }).waitFor();
  await call.getByRole('button', { name: 'End call' }).click();
  await desk.getByRole('menuitem', { name: 'We talked' }).click();
  const wrapUp = desk.getByRole('region', { name: 'Wrap up the call' });
  await wrapUp.getByRole('button', { name: 'Add task' }).click();
  await wrapUp.getByRole('button', { name: 'Add task' }).waitFor({ state: 'detached' });
  await desk.getByRole('complementary').getByText('I’ll send you three homes tomorrow.').first().waitFor();
  await wrapUp.getByRole('button', { name: 'Bedrooms is right' }).click();
  await wrapUp.getByRole('button', { name: 'Bedrooms is right' }).waitFor({ state: 'detached' });
  await wrapUp.getByLabel('Summary').fill('A buyer. Three bedrooms.');
  await wrapUp.getByRole('button', { name: 'Save as a note' }).click();
  await wrapUp.getByText('Saved as a note.').waitFor();
  await wrapUp.getByRole('button', { name: 'Done' }).click();
  await wrapUp.waitFor({ state: 'detached' });
  const kept = (await hub.stores.entries.read(conversationId, 'internal', 1, 200, 200)).map(({ type }) => type);
  for (const type of ['call-drafted', 'task-changed', 'note-created']) expect(kept).toContain(type);
  await context.close();
});

it('“don’t record this” takes the words off every screen, and the call goes on without them', async () => {
  const context = await browser.context({ viewport: { width: 390, height: 844 } });
  const desk = await openDesk(context, hub.url);
  const conversationId = await startCall(desk, '(415) 555-0172');
  const call = desk.getByRole('region', { name: 'Call', exact: true });
  await call.getByRole('button', { name: 'They agreed' }).click();
  await call.getByText('Transcript on').waitFor();
  const agent = await demoPerson(hub.url, 'agent');
  const [started] = (await hub.stores.entries.listOf(conversationId, 'call-started', 1)) as {
    data: { callId: string };
  }[];
  const say = (text: string, seq: number) =>
    agent.emit('call-segment', {
      ...{ callId: started?.data.callId, utteranceId: randomUUID(), seq, speaker: 'lead', text },
      ...{ startMs: seq * 1000, endMs: seq * 1000 + 900, confidence: null, isFinal: true, language: 'en' },
    });
  await say('We owe 210 thousand.', 1);
  await desk.locator('.words.lead', { hasText: 'We owe 210 thousand' }).waitFor();
  await say('Please don’t record this.', 2);
  await desk.locator('.words.lead').waitFor({ state: 'detached' });
  await call.getByText('No transcript: they don’t want one').waitFor();
  await desk.getByText('The transcript was erased because someone asked not to be recorded').waitFor();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await call.getByRole('button', { name: 'End call' }).click();
  await desk.getByRole('menuitem', { name: 'Voicemail' }).click();
  await call.waitFor({ state: 'detached' });
  const [task] = await hub.stores.entries.listOf(conversationId, 'task-changed', 1);
  expect(task?.data).toMatchObject({ text: 'Call back (voicemail)', state: 'open' });
  agent.close();
  await context.close();
});

it('an admin connects a number; a call to it rings in the inbox, and the agent who joins it reads along and ends it with the phone', async () => {
  const settings = await openDesk(await browser.context(), hub.url, 'admin@demo.example');
  await settings.goto(`${hub.url}/desk/settings/phone`);
  await settings.getByLabel('Account SID').fill(accountSid);
  await settings.getByLabel('Auth token').fill(authToken);
  await settings.getByLabel('Put calls through to').fill('(512) 555-0199');
  await settings.getByRole('button', { name: 'Connect', exact: true }).click();
  const address = await settings.locator('code', { hasText: '/voice' }).textContent();
  await settings.close();

  const desk = await openDesk(await browser.context(), hub.url);
  const call = new TwilioPhone(hub.url, address?.split('/').at(-2) ?? '').call('+14155550188');
  await call.rings();
  await desk.getByText('Incoming call').first().click();
  const bar = desk.getByRole('region', { name: 'Call', exact: true });
  await bar.getByText(/can’t confirm this number/).waitFor();
  await bar.getByRole('button', { name: 'I’m on this call' }).click();
  await bar.getByText('No transcript yet').waitFor();
  await call.presses('1');
  await bar.getByText('Transcript on').waitFor();
  await call.begins();
  await call.says(2, 'Do you still have the', { Final: 'false' });
  await desk.locator('.said-now', { hasText: 'Do you still have the' }).waitFor();
  await call.says(3, 'Do you still have the house on Oak Street?');
  await desk.locator('.message.theirs .words.lead', { hasText: 'Oak Street' }).waitFor();
  await desk.locator('.said-now').waitFor({ state: 'detached' });
  await call.status('completed');
  await bar.waitFor({ state: 'detached' });
  await desk.getByText(/Call ended after/).waitFor();
  await desk.close();
});

it('an agent who asks says whether the caller is the person whose number it is, and somebody else’s file is no longer theirs', async () => {
  const number = '+14155550190';
  const visitor = await openVisitor(hub.url);
  await visitor.command('chat-send', { text: 'My name is Ana Ruiz and my phone number is 415-555-0190.' });
  const { leadId } = (await hub.stores.conversations.find('demo', visitor.conversationId)) ?? { leadId: '' };
  await expect.poll(async () => (await hub.stores.leads.find('demo', leadId))?.fields.phone?.state).toBe('answered');
  visitor.close();
  const { id } = (
    await post(
      hub.url,
      '/phone-connections',
      { accountSid, authToken, forwardTo: '(512) 555-0199' },
      { authorization: `Bearer ${await tokenOf(hub.url, 'admin')}` },
    )
  ).body as { id: string };
  const desk = await openDesk(await browser.context(), hub.url);
  const call = new TwilioPhone(hub.url, id).call(number);
  await call.rings();
  await desk.getByText('Incoming call').first().click();
  const bar = desk.getByRole('region', { name: 'Call', exact: true });
  await bar.getByText(/Probably Ana Ruiz/).waitFor();
  // Nobody has spoken with them yet.
  expect(await bar.getByRole('button', { name: 'It’s Ana Ruiz' }).count()).toBe(0);
  await bar.getByRole('button', { name: 'I’m on this call' }).click();
  await bar.getByRole('button', { name: 'It’s Ana Ruiz' }).click();
  await bar.getByText(/Probably/).waitFor({ state: 'detached' });
  await desk.getByText('The caller is the person whose number it is').waitFor();
  await call.status('completed');
  await bar.waitFor({ state: 'detached' });

  const again = new TwilioPhone(hub.url, id).call(number);
  await again.rings();
  await bar.getByRole('button', { name: 'I’m on this call' }).click();
  await bar.getByRole('button', { name: 'It’s someone else' }).click();
  await bar.getByText(/Someone else is calling on this number/).waitFor();
  const caller = await hub.stores.conversations.find('demo', new URL(desk.url()).pathname.split('/').at(-1) ?? '');
  const linked = await Promise.all([leadId, caller?.leadId ?? ''].map((one) => hub.stores.leads.find('demo', one)));
  expect(linked.map((lead) => lead?.link)).toEqual([null, null]);
  await again.status('completed');
  await desk.close();
});
