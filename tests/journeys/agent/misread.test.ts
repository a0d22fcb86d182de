import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

it('an agent says from the conversation’s menu what Jorge got wrong, and it is kept with the turn that answered', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  await visitor.ask('Hello');
  await visitor.ask('I want to buy a home');
  const conversationId = await visitor.conversationId();

  const desk = await openDesk(await browser.context(), hub.url, 'agent@demo.example');
  await desk.goto(`${hub.url}/desk/c/${conversationId}`);
  await desk.getByRole('button', { name: 'More actions' }).click();
  await desk.getByRole('menuitem', { name: 'Jorge got this wrong…' }).click();
  const sheet = desk.getByRole('dialog', { name: 'Jorge got this wrong' });
  const send = sheet.getByRole('button', { name: 'Send' });
  expect(await send.isDisabled()).toBe(true);
  // The newest message is chosen; this is about the one before.
  const which = sheet.getByLabel('Which message');
  await expect.poll(() => which.locator('option').count()).toBe(2);
  await which.selectOption({ index: 1 });
  await sheet.locator('.mantine-MultiSelect-input').click();
  await desk.getByRole('option', { name: 'Made small talk' }).click();
  await sheet.getByLabel('What they meant').fill('only says hello');
  await send.click();
  await sheet.waitFor({ state: 'hidden' });
  await desk.getByText('Thank you. The people who train Jorge will see it.').waitFor();

  // From the message itself, by the keyboard: that one is chosen.
  const first = desk.locator('.message').filter({ hasText: "I'm Jorge" }).first();
  await first.getByRole('button', { name: 'Jorge got this wrong' }).focus();
  await desk.keyboard.press('Enter');
  await expect
    .poll(() => sheet.getByLabel('Which message').inputValue())
    .toBe(await first.getAttribute('data-entry').then((entry) => entry?.split('#')[1]));
  await desk.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });

  const marked = (await hub.stores.turns.list(conversationId, 10)).filter(({ misread }) => misread !== undefined);
  expect(marked).toMatchObject([
    { turnNo: 1, misread: { acts: ['small-talk'], words: 'only says hello', by: { name: expect.any(String) } } },
  ]);
});

it('an agent reads in Settings what Jorge tells of the brokerage, and changes none of it', async () => {
  const desk = await openDesk(await browser.context(), hub.url, 'agent@demo.example');
  await desk.goto(`${hub.url}/desk/settings/about`);
  await desk.getByText('Only an admin at your brokerage can change this.').waitFor();
  expect(await desk.getByLabel('Office').isDisabled()).toBe(true);
  expect(await desk.getByRole('button', { name: 'Save' }).count()).toBe(0);
});
