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

it('an admin blocks a visitor from the conversation’s menu, sees it in Settings and lifts it; the visitor reads why, keeps the text, and goes on', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  await visitor.ask('Hello');
  await visitor.input.fill('Half a sent');
  const conversationId = await visitor.conversationId();

  const desk = await openDesk(await browser.context(), hub.url, 'admin@demo.example');
  await desk.goto(`${hub.url}/desk/c/${conversationId}`);
  await desk.getByRole('button', { name: 'More actions' }).click();
  await desk.getByRole('menuitem', { name: 'Block this visitor…' }).click();
  const sheet = desk.getByRole('dialog', { name: 'Block this visitor' });
  await sheet.getByText('Everyone at this IP address').click();
  await sheet.getByText('Everyone at this visitor’s IP address (127.0.0.…) will lose access to the chat.').waitFor();
  await sheet.getByLabel('Reason').fill('Tries to break in');
  // A proxy in front: everybody would be blocked.
  browser.forgive(/409/);
  await sheet.getByRole('button', { name: 'Block', exact: true }).click();
  await sheet.getByText(/on your own network/).waitFor();
  await sheet.getByText('This visitor', { exact: true }).click();
  await sheet.getByLabel('Duration').selectOption('30 days');
  await sheet.getByRole('button', { name: 'Block', exact: true }).click();
  await sheet.waitFor({ state: 'hidden' });
  await desk.getByText('Blocked this visitor for 30 days: Tries to break in').waitFor();
  await desk
    .locator('.talk-head')
    .getByText(/^Blocked until /)
    .waitFor();
  await desk.getByText(/^This visitor is blocked until .* They’ll see what you write only after/).waitFor();
  // A page opened later says so too.
  await desk.reload();
  await desk
    .locator('.talk-head')
    .getByText(/^Blocked until /)
    .waitFor();

  const kind = 'This chat isn’t available to you.';
  await visitor.chat.locator('.status').getByText(kind).waitFor();
  expect(await visitor.input.inputValue()).toBe('Half a sent');
  browser.forgive(/403/);
  await visitor.page.reload();
  await visitor.chat.locator('.launcher').click();
  await visitor.chat.locator('.status').getByText(kind).waitFor();
  await visitor.write('Half a sentence');
  expect(await visitor.input.inputValue()).toBe('Half a sentence');
  expect(await visitor.chat.locator('.unsent').count()).toBe(0);

  await desk.goto(`${hub.url}/desk/settings/blocks`);
  await desk.getByText('Tries to break in').waitFor();
  await desk.getByText(/^By Sam Whitfield, today/).waitFor();
  await desk.getByRole('button', { name: /^Unblock: Visitor from/ }).click();
  await desk.getByText('No one is blocked').waitFor();
  await desk.goto(`${hub.url}/desk/settings/changes`);
  await desk.getByText(/unblocked Visitor from/).waitFor();
  await desk.getByText(/[^n]blocked Visitor from/).waitFor();

  // The page that stands open goes on by itself.
  await visitor.chat.locator('.status').waitFor({ state: 'hidden' });
  await visitor.input.press('Enter');
  await expect
    .poll(async () => {
      const said = await hub.stores.entries.read(conversationId, 'public', 1, 100, 100);
      return said.some((entry) => entry.type === 'message-created' && entry.data.text === 'Half a sentence');
    })
    .toBe(true);
});

it('the person who blocked a visitor unblocks them from the conversation’s menu, and the badge and the warning go', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  await visitor.ask('Hello');
  const conversationId = await visitor.conversationId();
  const desk = await openDesk(await browser.context(), hub.url, 'agent@demo.example');
  await desk.goto(`${hub.url}/desk/c/${conversationId}`);
  const menu = desk.getByRole('button', { name: 'More actions' });
  await menu.click();
  expect(await desk.getByRole('menuitem', { name: 'Unblock this visitor' }).count()).toBe(0);
  await desk.getByRole('menuitem', { name: 'Block this visitor…' }).click();
  const sheet = desk.getByRole('dialog', { name: 'Block this visitor' });
  await sheet.getByLabel('Reason').fill('Advertises');
  browser.forgive(/403/);
  await sheet.getByRole('button', { name: 'Block', exact: true }).click();
  const mark = desk.locator('.talk-head').getByText(/^Blocked until /);
  await mark.waitFor();
  await visitor.chat.locator('.status').waitFor();
  await menu.click();
  await desk.getByRole('menuitem', { name: 'Unblock this visitor' }).click();
  await mark.waitFor({ state: 'detached' });
  await desk.getByText(/^This visitor is blocked/).waitFor({ state: 'detached' });
  await visitor.chat.locator('.status').waitFor({ state: 'hidden' });
  await visitor.ask('Here again');
});

it('more than one message holds stays in the reply box of the desk, with how much is too much, and goes once it is shorter', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  await visitor.ask('Hello');
  const conversationId = await visitor.conversationId();
  const desk = await openDesk(await browser.context(), hub.url, 'agent@demo.example');
  await desk.goto(`${hub.url}/desk/c/${conversationId}`);
  const reply = desk.getByLabel('Reply', { exact: true }).and(desk.locator('textarea'));
  const long = 'word '.repeat(1000).trim();
  await reply.fill(long);
  await desk.getByText('Messages can have up to 4,000 characters. This one has 4,999.').waitFor();
  await reply.press('Enter');
  expect(await reply.inputValue()).toBe(long);
  expect(await desk.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
  await reply.fill(long.slice(0, 4000));
  await reply.press('Enter');
  await visitor.hears(/word word/, 'person');
});
