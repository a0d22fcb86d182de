import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

describe('a suggestion of the coach', () => {
  it('goes below what I have begun, by a key, and back out again; Earlier keeps it; under the pointer it stays', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Hello');
    const desk = await openDesk(await browser.context(), hub.url);
    await (await rowOf(desk, visitor)).click();
    await desk.getByText('Hello', { exact: true }).first().waitFor();
    await visitor.ask('Honestly the price seems too high.');
    const now = desk.getByRole('region', { name: 'Suggestion' });
    const isWhole = desk.locator('.now.suggestion .now-reply');
    await isWhole.filter({ hasText: 'on the price' }).waitFor();
    const words = ((await isWhole.textContent()) ?? '').slice(1, -1);
    await now.locator('.now-why').filter({ hasText: '“too high”' }).waitFor();

    const reply = desk.getByRole('textbox', { name: 'Reply' });
    await reply.fill('Thank you for telling me.');
    await desk.keyboard.press('Alt+Enter');
    await expect.poll(() => reply.inputValue()).toBe(`Thank you for telling me.\n${words}`);
    await desk.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => reply.inputValue()).toBe('Thank you for telling me.');
    await now.getByRole('button', { name: 'Earlier' }).click();
    await desk.getByRole('menuitem').filter({ hasText: 'Accepted' }).first().click();
    await expect.poll(() => reply.inputValue()).toBe(`Thank you for telling me.\n${words}`);
    await reply.press('Control+z');
    await expect.poll(() => reply.inputValue()).toBe('Thank you for telling me.');
    // Nothing was sent by it.
    expect(await visitor.texts('person')).toEqual([]);

    await now.getByText('A suggestion appears automatically when one can help.').waitFor();
    await now.getByRole('button', { name: 'Earlier' }).click();
    await desk.getByRole('menuitem').filter({ hasText: 'Accepted' }).first().click();
    await expect.poll(() => reply.inputValue()).toBe(`Thank you for telling me.\n${words}`);
    await reply.fill('');
    await desk.getByText('Jorge is answering', { exact: true }).waitFor();

    await visitor.ask('The price is really too high for us.');
    await isWhole.filter({ hasText: 'on the price' }).waitFor();
    const held = await now.locator('.now-say').textContent();
    await now.locator('.now-say').hover();
    await visitor.ask('Is there parking?');
    await now.getByRole('button', { name: 'Show newer' }).waitFor();
    expect(await now.locator('.now-say').textContent()).toBe(held);
    await now.getByText('Written before the last message.').waitFor();
    await now.getByRole('button', { name: 'Show newer' }).click();
    await now.getByText('Written before the last message.').waitFor({ state: 'detached' });
    await now.getByRole('button', { name: 'Show newer' }).waitFor({ state: 'detached' });
    await isWhole.waitFor();
    await now.getByRole('button', { name: 'Not now' }).click();
    await now.getByText('A suggestion appears automatically when one can help.').waitFor();
    await now.getByRole('button', { name: 'Earlier' }).click();
    await desk.getByRole('menuitem').filter({ hasText: 'Dismissed' }).waitFor();
  });
});
