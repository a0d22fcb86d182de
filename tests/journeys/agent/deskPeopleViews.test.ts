import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPerson, tokenOf } from '../../gateway/people.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

/* Costs about 15 s: one hub, two desks. */

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
  const headers = { authorization: `Bearer ${await tokenOf(hub.url, 'admin')}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ version: 0, change: { tags: [{ id: 'vip', name: 'VIP', colour: 'red' }] } });
  expect((await fetch(`${hub.url}/api/v1/settings`, { method: 'PUT', headers, body })).status).toBe(200);
  const agent = await demoPerson(hub.url, 'agent');
  const says = async (text: string): Promise<string> => {
    const visitor = await openVisitor(hub.url);
    await visitor.command('chat-send', { text });
    await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
    visitor.close();
    return visitor.conversationId;
  };
  const linda = await says(
    'My name is Linda Ortiz. I want 3 bedrooms in Round Rock up to 500k, pre-approved, this month.',
  );
  const sam = await says('My name is Sam Okafor. I want to buy a home.');
  await says('Hello, is anybody there?');
  for (const conversationId of [linda, sam])
    await agent.command('conversation-tag', { conversationId, add: ['vip'], remove: [] });
  agent.close();
});
afterAll(() => hub.close());

it('people are sorted by score and found by a tag; the choice is saved, linked, picked after a reload and deleted, by keys', async () => {
  const desk = await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url);
  await desk.getByRole('link', { name: 'People', exact: true }).click();
  const rows = desk.locator('.person-row');
  const names = () => rows.locator('.person-link').allInnerTexts();
  await expect.poll(async () => (await names()).length).toBe(3);
  expect((await names()).slice(1)).toEqual(['Sam Okafor', 'Linda Ortiz']);

  await desk.getByRole('combobox', { name: 'Sort by' }).selectOption('Highest score first');
  await expect.poll(async () => (await names())[0]).toBe('Linda Ortiz');
  const scores = (await rows.locator('.person-score').allInnerTexts()).map(Number);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  await desk.getByRole('combobox', { name: 'Tag' }).selectOption('VIP');
  await expect.poll(names).toEqual(['Linda Ortiz', 'Sam Okafor']);
  expect(new URL(desk.url()).search).toBe('?tag=vip&sort=score');

  await desk.getByRole('button', { name: 'Views' }).focus();
  await desk.keyboard.press('Enter');
  await desk.getByRole('textbox', { name: 'Save this view as' }).fill('Best VIPs');
  await desk.keyboard.press('Enter');
  await desk.getByRole('list', { name: 'Saved views' }).getByText('Best VIPs').waitFor();
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: 'Views: Best VIPs' }).waitFor();

  await desk.reload();
  await expect.poll(names).toEqual(['Linda Ortiz', 'Sam Okafor']);
  await rows.first().locator('.person-link').click();
  await desk.getByRole('heading', { name: 'Linda Ortiz' }).waitFor();
  await desk.getByRole('link', { name: 'People' }).first().click();
  await expect.poll(names).toEqual(['Linda Ortiz', 'Sam Okafor']);
});

it('a saved view is there in another browser, on a phone too, and is deleted there', async () => {
  const desk = await openDesk(await browser.context({ viewport: { width: 390, height: 844 } }), hub.url);
  await desk.getByRole('link', { name: 'People', exact: true }).click();
  const names = () => desk.locator('.person-row .person-link').allInnerTexts();
  await expect.poll(async () => (await names()).length).toBe(3);
  await desk.getByRole('button', { name: 'Views' }).click();
  await desk.getByRole('button', { name: 'Best VIPs', exact: true }).click();
  await expect.poll(names).toEqual(['Linda Ortiz', 'Sam Okafor']);
  await desk.getByRole('button', { name: 'Views: Best VIPs' }).click();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await desk.getByRole('button', { name: 'Delete the view Best VIPs' }).click();
  await desk.getByRole('list', { name: 'Saved views' }).waitFor({ state: 'detached' });
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: 'Views', exact: true }).waitFor();
});
