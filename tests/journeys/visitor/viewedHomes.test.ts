import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoTenantId } from '../../../src/app/demoTenant.ts';
import { eraseAsAdmin } from '../../support/eraseAsAdmin.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

const home = '2417 Ashby Hollow Drive';

async function personOf(conversationId: string): Promise<string> {
  return (await hub.stores.conversations.find(demoTenantId, conversationId))?.leadId ?? '';
}

it('the agent sees which home a visitor looked at and which card they pressed, until the visitor’s data is deleted', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  await visitor.write('show me homes up to 850k');
  const card = visitor.chat.locator('.card').filter({ hasNotText: home }).first();
  const title = (await card.getByRole('button').last().getAttribute('aria-label'))?.replace('Ask about it: ', '') ?? '';
  await card.getByRole('button', { name: 'See it' }).click();
  const leadId = await personOf(await visitor.conversationId());
  await expect.poll(() => hub.stores.viewedHomes.ofLead(demoTenantId, leadId)).toHaveLength(2);

  const desk = await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url);
  await desk.goto(`${hub.url}/desk/leads/${leadId}`);
  const homes = desk.getByRole('region', { name: 'Homes looked at' });
  await homes.getByRole('link').nth(1).waitFor();
  expect(await homes.getByRole('link').allInnerTexts()).toEqual([
    expect.stringMatching(new RegExp(`${title}[^]*Asked to see it`)),
    expect.stringMatching(new RegExp(`${home}[^]*\\$689,000 · Page opened once`)),
  ]);
  await homes.getByRole('link', { name: home }).click();
  await desk.getByRole('heading', { name: home }).first().waitFor();
  expect(new URL(desk.url()).pathname).toBe('/desk/homes/demo-zilker-bungalow');

  await eraseAsAdmin(hub.stores, demoTenantId, leadId);
  await desk.goto(`${hub.url}/desk/leads/${leadId}`);
  await desk.getByText('Nothing booked.').waitFor();
  expect(await homes.count()).toBe(0);
});

it('a visitor whose browser says that it wants no tracking chats as ever, and no home is kept', async () => {
  const context = await browser.context();
  await context.addInitScript('Object.defineProperty(navigator, "globalPrivacyControl", { value: true })');
  const visitor = await openVisitorPage(context, `${hub.url}/demo`);
  await visitor.write('show me homes up to 850k');
  await visitor.chat.locator('.card').first().getByRole('button', { name: 'See it' }).click();
  // The answer to what the button says: the press itself was told before.
  await visitor.chat.locator('.you').nth(1).waitFor();
  await visitor.chat.locator('.you ~ .you ~ .bot').last().waitFor();
  const leadId = await personOf(await visitor.conversationId());
  expect(await hub.stores.viewedHomes.ofLead(demoTenantId, leadId)).toEqual([]);
});
