import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

it('a reply that goes out later waits in the talk for the whole team, is taken back to be changed, and is called off', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  await visitor.ask('Is the roof new?');
  const desk = await openDesk(await browser.context(), hub.url);
  await (await rowOf(desk, visitor)).click();
  const reply = desk.getByRole('textbox', { name: 'Reply' });
  const later = async () => {
    await desk.getByRole('button', { name: 'Send later' }).click();
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /^Schedule for tomorrow/ })
      .click();
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const waiting = desk.locator('.message.unsent').filter({ hasText: 'Scheduled for tomorrow' });
  await reply.fill('The roof is from 2021.');
  await later();
  await waiting.getByText('The roof is from 2021.').waitFor();
  expect(await reply.inputValue()).toBe('');

  const supervisor = await openDesk(await browser.context(), hub.url, 'supervisor@demo.example');
  await (await rowOf(supervisor, visitor)).click();
  await supervisor.getByText('From Maya Torres, scheduled for tomorrow').waitFor();

  await waiting.getByRole('button', { name: 'Edit' }).click();
  await waiting.waitFor({ state: 'detached' });
  expect(await reply.inputValue()).toBe('The roof is from 2021.');
  await later();
  await supervisor.getByRole('button', { name: 'Cancel', exact: true }).click();
  await waiting.waitFor({ state: 'detached' });
  await desk.getByText('A scheduled message was canceled').last().waitFor();
  expect(await visitor.texts('person')).toEqual([]);
});
