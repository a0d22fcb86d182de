import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyOf, mostTries } from '../../../src/kernel/jobs.ts';
import { alwaysOpen, changeSettings } from '../../support/changeSettings.ts';
import { connect, openVisitor, signIn } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openVisitorPage, openWall, signInTo } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

it('an alert that one supervisor sees to leaves the other’s wall; they watch, whisper and reassign, and the visitor notices only the words', async () => {
  const wall = await openWall(await browser.context(), hub.url);
  const other = await (await browser.context()).newPage();
  await signInTo(other, `${hub.url}/wall`, 'admin@demo.example');
  const maya = await connect(
    hub.url,
    '/agent',
    (await signIn(hub.url, 'agent@demo.example', demoPassword)).accessToken,
  );
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await visitor.command('chat-send', { text: 'Is the roof new?' });
  await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
  await visitor.command('human-request', { topic: 'The roof' });
  for (const page of [wall, other]) await page.locator('.alerts li').filter({ hasText: 'The roof' }).waitFor();
  // Whatever Jorge still has to say about it is said.
  const last = await visitor.untilEntry('message-created', ({ seq }) => seq > 3);
  await visitor.until('stream-end', ({ streamId }) => streamId === last.data.streamId);
  // Heads come now and then, and an end may be told twice.
  const heard = () => visitor.heard.map(({ event }) => event).filter((event) => !/^(heads|stream-end)$/.test(event));
  const heardBefore = heard();

  await wall.getByRole('button', { name: /^Handle/ }).click();
  await wall.locator('.sheet .message').filter({ hasText: 'Is the roof new?' }).waitFor();
  await other.locator('.alerts').getByText('Nothing needs your attention right now').waitFor();
  expect(heard()).toEqual(heardBefore);

  await maya.send('conversation-open', { conversationId });
  // The playbook takes no whispers: none is offered to Jorge.
  expect(await wall.getByLabel('Recipient').count()).toBe(0);
  await wall.locator('#whisper').fill('CANARY the roof is from 2021');
  await wall.getByRole('button', { name: 'Whisper', exact: true }).click();
  const whisper = await maya.untilEntry('whisper-created');
  expect(whisper.data).toMatchObject({
    text: 'CANARY the roof is from 2021',
    to: 'agent',
    expiresAt: expect.any(String),
  });
  await wall.getByRole('button', { name: 'Reassign' }).click();
  await wall.getByRole('menuitem', { name: /Maya Torres/ }).click();
  await other.locator('.card').filter({ hasText: 'Maya Torres' }).first().waitFor();
  expect(JSON.stringify(visitor.heard)).not.toContain('CANARY');
  expect(JSON.stringify(visitor.heard)).not.toContain('Renee');
  maya.close();
  visitor.close();
});

it('a day without a wait has a dash for the first reply and says why; with an answer it has the time', async () => {
  await using quiet = await openHub();
  // In closed hours nobody counts as waiting, so the brokerage is always open here.
  await changeSettings(quiet.url, alwaysOpen);
  const wall = await openWall(await browser.context(), quiet.url);
  const figure = (name: string) => wall.locator('.day-line dl > div').filter({ hasText: name });
  await figure('Today').getByText('0', { exact: true }).waitFor();
  await figure('First reply').filter({ hasText: '—' }).waitFor();
  await expect.poll(() => figure('First reply').getAttribute('title')).toBe('No one has waited for a person today');
  const visitor = await openVisitor(quiet.url);
  await visitor.command('chat-send', { text: 'Is the roof new?' });
  await visitor.command('human-request');
  const token = (await signIn(quiet.url, 'agent@demo.example', demoPassword)).accessToken;
  const maya = await connect(quiet.url, '/agent', token);
  await maya.command('message-send', { conversationId: visitor.conversationId, text: 'It is from 2021.' });
  await wall.reload();
  await figure('First reply')
    .locator('dd')
    .first()
    .filter({ hasText: / sec$| min/ })
    .waitFor();
  await wall.getByRole('button', { name: /^Team/ }).click();
  await wall.getByRole('rowheader', { name: 'Maya Torres' }).waitFor();
  await wall.locator('.health').getByText('Everything is working').waitFor();
  // A page that outlives its hub calls for it in vain, and complains.
  await wall.close();
  maya.close();
  visitor.close();
});

it('a supervisor who takes over on the wall answers there, in a reply box, and whispers to nobody', async () => {
  await using busy = await openHub();
  await changeSettings(busy.url, alwaysOpen);
  const visitor = await openVisitorPage(await browser.context(), `${busy.url}/demo`);
  await visitor.ask('Is the roof new?');
  const wall = await openWall(await browser.context(), busy.url);
  await wall.locator('.card button').first().click();
  await wall.getByLabel(/Whisper to/).waitFor();
  await wall.getByRole('button', { name: 'Take over' }).click();
  const reply = wall.locator('.sheet').getByRole('textbox', { name: 'Reply' });
  await reply.waitFor();
  await wall.locator('.sheet').getByText('You are answering').waitFor();
  await wall.locator('.whisper-box').waitFor({ state: 'detached' });
  await expect.poll(() => wall.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await wall.keyboard.type('It is from 2021.');
  await wall.keyboard.press('Enter');
  await visitor.hears('It is from 2021.', 'person');
  await expect.poll(() => reply.inputValue()).toBe('');
  await wall.getByRole('button', { name: 'Hand back to Jorge' }).click();
  await visitor.chat.getByText('Jorge is answering again.').waitFor();
  await wall.getByLabel(/Whisper to/).waitFor();
  await wall.close();
  await visitor.page.close();
});

it('two walls, opened at different times, show the same cards in the same order, waiting visitors first', async () => {
  await using busy = await openHub();
  await changeSettings(busy.url, alwaysOpen);
  const begin = async (text: string) => {
    const visitor = await openVisitor(busy.url);
    await visitor.command('chat-send', { text });
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    return visitor;
  };
  const order = (page: Page) => page.locator('.card b.clip').allTextContents();
  const first = await begin('Is the roof new?');
  const early = await openWall(await browser.context(), busy.url);
  await early.locator('.card').first().waitFor();
  const others = [await begin('Is there a pool?'), await begin('Is there a garage?')];
  await first.command('chat-send', { text: 'One more: is there an HOA?' });
  await others[1]?.command('human-request');
  const late = await openWall(await browser.context(), busy.url);
  await late.locator('.card').nth(2).waitFor();
  const ids = (page: Page) =>
    page.locator('.card').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-id')));
  await expect.poll(() => ids(early)).toEqual([others[1], first, others[0]].map((one) => one?.conversationId));
  await expect.poll(() => ids(late)).toEqual(await ids(early));
  expect(await order(late)).toEqual(await order(early));
  await Promise.all([early.close(), late.close()]);
  for (const visitor of [first, ...others]) visitor.close();
});

it('a job that could not be done is an alert on the wall that names the job', async () => {
  const wall = await openWall(await browser.context(), hub.url);
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await visitor.command('chat-send', { text: 'Is the roof new?' });
  await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
  const { tenantId = '' } = (await hub.stores.identity.findSiteByKey('demo')) ?? {};
  // As if one node after the other had died of it, long before now: the next one gives it up.
  const { jobStore } = hub.stores;
  const job = { tenantId, kind: 'pause', about: conversationId, conversationId, data: {} } as const;
  await jobStore.set({ ...job, key: keyOf(job), at: 0 });
  await jobStore.take({ lane: 'scheduled', now: 0, limit: 1, leaseMs: 1, aheadMs: 0 });
  for (let tries = 1; tries < mostTries; tries += 1)
    await jobStore.take({ lane: 'taken', now: tries, limit: 1, leaseMs: 1, aheadMs: 0 });
  const alert = wall.locator('.alerts li').filter({ hasText: 'Jorge’s pause ended, but he couldn’t be resumed' });
  await expect.poll(() => jobStore.listDead(9)).toMatchObject([{ kind: 'pause', conversationId }]);
  await alert.waitFor();
  visitor.close();
});
