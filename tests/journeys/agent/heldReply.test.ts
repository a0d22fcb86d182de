import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeSettings } from '../../support/changeSettings.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
  await changeSettings(hub.url, { review: { scoreOver: 100, valueOverCents: 120_000_000 } });
});
afterAll(() => hub.close());

it('a reply that needs a look first lies ready on the desk; sent with one press it reaches the visitor as the agent’s own', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  const desk = await openDesk(await browser.context(), hub.url);
  await visitor.write('I want to sell my house at 12 Oak Street and hope for 1.5 million');
  await desk.locator('a.inbox-row').first().click();
  const held = desk.getByRole('region', { name: 'Reply on hold' });
  await held.waitFor();
  const card = desk.getByRole('region', { name: 'Handoff' });
  await card.getByText('Reply needs review').waitFor();
  await card.getByText('Review the reply Jorge has ready.').waitFor();
  await desk.locator('.slot').getByText('$1,500,000').waitFor();
  const words = (await held.locator('.now-say').innerText()).replace(/^“|”$/g, '');
  expect(words).not.toMatch(/AI assistant/);
  expect(await visitor.texts('bot')).toEqual([]);

  await held.getByRole('button', { name: 'Send', exact: true }).click();
  await visitor.hears(words, 'person');
  await held.waitFor({ state: 'detached' });
  expect(await visitor.texts('bot')).toEqual([]);
});
