import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPerson, tokenOf } from '../../gateway/people.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
  const headers = { authorization: `Bearer ${await tokenOf(hub.url, 'admin')}`, 'content-type': 'application/json' };
  const change = { tags: [{ id: 'investor', name: 'Investor', colour: 'purple' }] };
  const saved = await fetch(`${hub.url}/api/v1/settings`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ version: 0, change }),
  });
  expect(saved.status).toBe(200);
});
afterAll(() => hub.close());

describe('several conversations at once', () => {
  it('are selected by key, by Shift and by box, tagged, assigned, marked as read and closed, and each is taken back at once', async () => {
    const visitors = [];
    for (const text of ['Is the roof new?', 'Is there a shed?', 'Is there a pool?']) {
      const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
      await visitor.ask(text);
      visitors.push(visitor);
    }
    const desk = await openDesk(await browser.context(), hub.url);
    const rows = await Promise.all(visitors.map((visitor) => rowOf(desk, visitor)));
    for (const row of rows) await row.waitFor();
    const boxes = desk.getByRole('checkbox', { name: /^Select / });
    const told = (words: string) => desk.locator('.told').getByText(words).waitFor();
    const undo = () => desk.getByRole('button', { name: 'Undo' }).click();

    await desk.keyboard.press('j');
    await desk.keyboard.press('x');
    await desk.getByText('1 selected').waitFor();
    await desk.keyboard.press('Escape');
    await desk.getByText('1 selected').waitFor({ state: 'detached' });
    await boxes.first().check();
    await desk
      .locator('a.inbox-row')
      .nth(2)
      .click({ modifiers: ['Shift'] });
    await desk.getByText('3 selected').waitFor();

    await desk.getByRole('button', { name: 'Tag', exact: true }).click();
    await desk.getByRole('dialog').getByLabel('Investor').click();
    await told('3 conversations tagged Investor.');
    await desk.keyboard.press('Escape');
    for (const row of rows) await row.locator('.tag').getByText('Investor').waitFor();
    await undo();
    for (const row of rows) await row.locator('.tag').waitFor({ state: 'detached' });

    await desk.getByRole('button', { name: 'Mark read', exact: true }).click();
    await told('3 conversations marked as read.');
    for (const row of rows) await row.locator('.unread').waitFor({ state: 'detached' });
    await undo();
    for (const row of rows) await row.locator('.unread').waitFor();

    await desk.getByRole('button', { name: 'Close', exact: true }).click();
    await desk.getByRole('menuitem', { name: 'Just looking' }).click();
    await told('3 closed as Just looking.');
    for (const row of rows) await row.waitFor({ state: 'detached' });
    await undo();
    for (const row of rows) await row.waitFor();
  });

  it('of which one refuses: it is told by name and stays, the others are done', async () => {
    const desk = await openDesk(await browser.context(), hub.url);
    await desk.locator('a.inbox-row').nth(2).waitFor();
    const ids = await desk.locator('a.inbox-row').evaluateAll((all) => all.map((row) => row.getAttribute('data-id')));
    const owen = await demoPerson(hub.url, 'agent2');
    await owen.command('takeover-start', { conversationId: ids[0], reason: 'mine' });
    await desk.locator(`a[data-id="${ids[0]}"] .holder[title="Owen Park"]`).waitFor();
    for (const box of await desk.getByRole('checkbox', { name: /^Select / }).all()) await box.check();
    await desk.getByRole('button', { name: 'Assign', exact: true }).click();
    await desk.getByRole('menuitem', { name: 'To me' }).click();
    await desk.locator('.bulk-refused p').getByText('Owen Park is handling this conversation').waitFor();
    expect(await desk.locator('.bulk-refused p').count()).toBe(1);
    await desk.locator('.told').getByText('2 conversations assigned to you.').waitFor();
    for (const id of ids.slice(1)) await desk.locator(`a[data-id="${id}"] .holder.me`).waitFor();
    owen.close();
  });
});
