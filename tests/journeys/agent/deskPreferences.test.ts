import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoTenantId } from '../../../src/app/demoTenant.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
let conversationId: string;
let leadId: string;
beforeAll(async () => {
  hub = await openHub();
  const visitor = await openVisitor(hub.url);
  conversationId = visitor.conversationId;
  for (const text of ['How much is it?', 'And what are the taxes?']) await visitor.command('chat-send', { text });
  await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  leadId = (await hub.stores.conversations.find(demoTenantId, conversationId))?.leadId ?? '';
  visitor.close();
});
afterAll(() => hub.close());

it('the agent sees what a person prefers and why, turns it off for them by keys, on again, and opens the words', async () => {
  const desk = await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url);
  await desk.goto(`${hub.url}/desk/leads/${leadId}`);
  const part = desk.getByRole('region', { name: 'Preferences' });
  await part.getByText('Asks about price first').waitFor();
  await part.getByText('2 of 2 questions were about price or costs, the first one too.').waitFor();

  const off = part.getByRole('switch', { name: 'Don’t adapt to this person' });
  await off.focus();
  await desk.keyboard.press('Space');
  await part.getByText(/^Off since .*, by /).waitFor();
  expect(await part.getByText('Asks about price first').count()).toBe(0);
  await desk.reload();
  await part.getByText(/^Off since .*, by /).waitFor();
  await off.focus();
  await desk.keyboard.press('Space');
  await part.getByText('Asks about price first').waitFor();

  await part.getByRole('button', { name: '“How much is it?”' }).click();
  await desk.locator('.talk .message').first().waitFor();
  expect(new URL(desk.url()).pathname).toBe(`/desk/c/${conversationId}`);
});

it('what a brokerage turned off in its settings is off on every page, and says where', async () => {
  const admin = await openDesk(
    await browser.context({ viewport: { width: 1440, height: 900 } }),
    hub.url,
    'admin@demo.example',
  );
  await admin.goto(`${hub.url}/desk/settings/jorge`);
  await admin.getByRole('switch', { name: 'Adapt to each person' }).click();
  await admin.getByRole('button', { name: 'Save' }).click();
  await admin.getByText('Saved').first().waitFor();
  await admin.goto(`${hub.url}/desk/leads/${leadId}`);
  const part = admin.getByRole('region', { name: 'Preferences' });
  await part.getByText('Adapting to people is off in Settings, under Jorge.').waitFor();
  expect(await part.getByRole('switch').count()).toBe(0);
});
