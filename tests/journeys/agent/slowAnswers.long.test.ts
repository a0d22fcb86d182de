import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, signIn } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

/** Answers of the API at these addresses wait until they are let go. */
async function holdAnswers(page: Page, address: RegExp): Promise<() => void> {
  let letGo = () => {};
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(address, async (route) => {
    await until;
    await route.continue();
  });
  return letGo;
}

/** Holds back the hub's words over the socket, and lets them go in their order. */
async function socketOf(context: BrowserContext): Promise<{ hold(): void; letGo(): void }> {
  let held: (() => void)[] | null = null;
  await context.routeWebSocket(/\/rt\//, (route) => {
    const server = route.connectToServer();
    server.onMessage((message) => {
      if (held === null) route.send(message);
      else held.push(() => route.send(message));
    });
  });
  return {
    hold: () => {
      held = [];
    },
    letGo: () => {
      for (const send of held ?? []) send();
      held = null;
    },
  };
}

describe('an agent who is quicker than the hub answers', () => {
  it('opens by Enter what is asked for now, not what an older question found', async () => {
    const [first, second] = [
      await openVisitorPage(await browser.context(), `${hub.url}/demo`),
      await openVisitorPage(await browser.context(), `${hub.url}/demo`),
    ];
    await first.ask('Is there a cellar?');
    await second.ask('Is there an attic?');
    const wanted = await second.conversationId();
    const desk = await openDesk(await browser.context(), hub.url);
    await desk.keyboard.press('Control+k');
    const field = desk.getByRole('combobox', { name: 'Search names and messages' });
    await field.fill('cellar');
    await desk.getByRole('option').filter({ hasText: 'Is there a cellar?' }).first().waitFor();
    const letGo = await holdAnswers(desk, /\/search\?.*q=attic/);
    await field.fill('attic');
    await field.press('Enter');
    letGo();
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    expect(desk.url()).toContain(wanted);
    await desk.locator('.talk').getByText('Is there an attic?').first().waitFor();
  });

  it('sends no slash to the visitor while the saved replies are on their way', async () => {
    const { accessToken } = await signIn(hub.url, 'admin@demo.example', demoPassword);
    const saved = { title: 'Parking', text: 'The garage is open.', for: 'team' };
    const made = await post(hub.url, '/saved-replies', saved, { authorization: `Bearer ${accessToken}` });
    expect(made.status).toBeLessThan(300);
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Where do I park?');
    const desk = await openDesk(await browser.context(), hub.url);
    await (await rowOf(desk, visitor)).click();
    const letGo = await holdAnswers(desk, /\/saved-replies/);
    const reply = desk.locator('.composer textarea').first();
    await reply.pressSequentially('/park');
    await reply.press('Enter');
    letGo();
    await desk.getByRole('option', { name: /^Parking/ }).waitFor();
    await reply.press('Enter');
    await expect.poll(() => reply.inputValue()).toBe('The garage is open.');
    await reply.press('Enter');
    await visitor.hears('The garage is open.', 'person');
    expect(await visitor.texts('person')).toEqual(['The garage is open.']);
  });

  it('keeps what they write, where they write it, while a note is on its way', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Is there a porch?');
    const context = await browser.context();
    const socket = await socketOf(context);
    const desk = await openDesk(context, hub.url);
    await (await rowOf(desk, visitor)).click();
    await desk.getByRole('button', { name: 'Note', exact: true }).click();
    const note = desk.getByRole('textbox', { name: 'Note for your team' });
    await note.fill('Will call back');
    socket.hold();
    await note.press('Enter');
    await note.pressSequentially(' on Monday');
    const find = desk.getByRole('textbox', { name: 'Search conversations' });
    await find.focus();
    socket.letGo();
    await desk.locator('.team-words.note').filter({ hasText: 'Will call back' }).waitFor();
    await expect.poll(() => note.inputValue()).toBe('on Monday');
    await desk.getByRole('button', { name: 'Add note' }).and(desk.locator(':enabled')).waitFor();
    await desk.keyboard.type('porch');
    await expect.poll(() => find.inputValue()).toBe('porch');
    expect(await note.inputValue()).toBe('on Monday');
  });

  it('stays in the conversation that they went on to while another one is being closed', async () => {
    const [first, second] = [
      await openVisitorPage(await browser.context(), `${hub.url}/demo`),
      await openVisitorPage(await browser.context(), `${hub.url}/demo`),
    ];
    await first.ask('Is there a shed?');
    await second.ask('Is there a pool?');
    const context = await browser.context();
    const socket = await socketOf(context);
    const desk = await openDesk(context, hub.url);
    const [one, other] = [await rowOf(desk, first), await rowOf(desk, second)];
    await one.click();
    await desk.getByText('Is there a shed?').first().waitFor();
    await desk.getByRole('button', { name: 'Close', exact: true }).click();
    socket.hold();
    await desk.getByRole('menuitem', { name: 'Qualified' }).click();
    await other.click();
    const address = desk.url();
    expect(address).toContain(await second.conversationId());
    socket.letGo();
    await one.waitFor({ state: 'detached' });
    await desk.getByText('Is there a pool?').first().waitFor();
    expect(desk.url()).toBe(address);
  });
});
