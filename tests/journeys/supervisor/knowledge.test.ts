import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteUnanswered } from '../../../src/features/knowledge/manageUnanswered.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub({ env: { HUB_LIMIT_LOGINS: '1000' } });
});
afterAll(() => hub.close());

async function openSection(email: string, name: string, heading: string): Promise<Page> {
  const page = await openDesk(await browser.context(), hub.url, email);
  await page.goto(`${hub.url}/desk/settings/${name}`);
  await page.getByRole('heading', { name: heading, level: 2 }).waitFor();
  return page;
}

describe('the knowledge page', () => {
  it('a supervisor makes a card of a question that nobody could answer, and tries it as a visitor', async () => {
    const deps = { knowledge: hub.stores.knowledge, clock: systemClock };
    await noteUnanswered(deps, 'demo', 'c-1', 'do you guys manage rentals');
    await noteUnanswered(deps, 'demo', 'c-2', 'do you guys manage rentals?');
    const page = await openSection('supervisor@demo.example', 'knowledge', 'Knowledge');
    const open = page.getByRole('region', { name: 'Unanswered questions' });
    await open.getByText('Asked 2 times').waitFor();
    await open.getByRole('button', { name: /^Create card/ }).click();
    const form = page.getByRole('form', { name: 'New card' });
    await expect.poll(() => form.getByLabel('Questions').inputValue()).toBe('do you guys manage rentals?');
    browser.forgive(/403/);
    await form.getByLabel('Jorge’s answer').fill('It is a very safe neighborhood with great schools.');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText(/Jorge can’t tell visitors this/).waitFor();
    await form.getByLabel('Jorge’s answer').fill('We only help people buy and sell.');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.locator('.settings-list').getByText('We only help people buy and sell.').waitFor();
    await open.waitFor({ state: 'detached' });

    const ask = page.getByRole('form', { name: 'Ask as a visitor' });
    await ask.getByLabel('Ask as a visitor').fill('Do you manage rentals?');
    await ask.getByRole('button', { name: 'Ask' }).click();
    await ask.getByText('We only help people buy and sell.').waitFor();
    await ask.getByLabel('Ask as a visitor').fill('where is your office');
    await ask.getByRole('button', { name: 'Ask' }).click();
    await ask.getByText('Our office is at 1100 Ridgeline Walk, Austin.').waitFor();
  });

  it('a text with a place that is wrong is taken only when it is mended, and a card can be deleted', async () => {
    const page = await openSection('supervisor@demo.example', 'knowledge', 'Knowledge');
    await page.getByRole('button', { name: 'Import' }).click();
    const form = page.getByRole('form', { name: 'Import cards' });
    const text = form.getByLabel('Questions and answers');
    await text.fill('Is there parking?\nBehind the house.\nDo you have an app?\n');
    await form.getByRole('button', { name: 'Add all' }).click();
    await form.getByText('Line 3: has no answer').waitFor();
    await text.fill('Is there parking?\nBehind the house.\nDo you have an app?\nNot yet.\n');
    await form.getByRole('button', { name: 'Add all' }).click();
    await page.getByText('Behind the house.').waitFor();
    await page.getByRole('button', { name: 'Edit: Do you have an app?' }).click();
    await page.getByRole('form', { name: 'Card' }).getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Not yet.').waitFor({ state: 'detached' });
    await page.getByText('Behind the house.').waitFor();
  });

  it('a supervisor sees which answers of the last talks a card would change before it is saved', async () => {
    const visitor = await openVisitor(hub.url);
    const { seq } = await visitor.command('chat-send', { text: 'does your company have a mobile app?' });
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq));
    visitor.close();
    const page = await openSection('supervisor@demo.example', 'knowledge', 'Knowledge');
    await page.getByRole('button', { name: 'Add a card' }).click();
    const form = page.getByRole('form', { name: 'New card' });
    await form.getByLabel('Questions').fill('Does your company have a mobile app?');
    await form.getByLabel('Jorge’s answer').fill('We will have one next year.');
    await form.getByRole('button', { name: 'Test on my last 50 conversations' }).click();
    const change = form.getByRole('listitem').filter({ hasText: 'does your company have a mobile app?' });
    await change.getByText('Before: No card').waitFor();
    await change.getByText('Now: We will have one next year.').waitFor();
    await form.getByText(/^Out of \d+ questions? in \d+ conversations?, 1 answer would change\.$/).waitFor();
    await form.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByText('We will have one next year.').count()).toBe(0);
  });

  it('an agent reads it and writes nothing; an admin says what Jorge tells of the brokerage', async () => {
    const agent = await openSection('agent@demo.example', 'knowledge', 'Knowledge');
    await agent.getByRole('form', { name: 'Ask as a visitor' }).waitFor();
    expect(await agent.getByRole('button', { name: 'Add a card' }).count()).toBe(0);

    const admin = await openSection('admin@demo.example', 'about', 'About you');
    await admin.getByLabel('Office').fill('77 Lantern Row, Austin');
    await admin.getByRole('button', { name: 'Add a person' }).click();
    await admin.getByLabel('Name', { exact: true }).last().fill('Owen Park');
    await admin
      .getByLabel('What this person does (follows the name), in English')
      .last()
      .fill('shows homes in the north');
    await admin.getByRole('button', { name: 'Save', exact: true }).click();
    await admin.getByText('Saved', { exact: true }).waitFor();
    const state = await hub.stores.settings.newest('demo');
    expect(state?.settings.card.office).toBe('77 Lantern Row, Austin');
    expect(state?.settings.card.people.at(-1)).toEqual({
      name: 'Owen Park',
      does: { en: 'shows homes in the north', es: '' },
      languages: [],
    });
  });
});
