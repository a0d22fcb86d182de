// One hub and one browser: some fifteen seconds.
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

it('an agent writes a script for a lead, puts it into the reply box, and keeps one for next time', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  await visitor.ask('I like it, but I’m not sure about the loan');
  const desk = await openDesk(await browser.context(), hub.url);
  await (await rowOf(desk, visitor)).click();
  const open = desk.getByRole('button', { name: 'Write a script' });
  await open.click();
  const sheet = desk.getByRole('dialog', { name: 'Write a script' });
  await sheet.getByLabel('What it’s for').selectOption('Objection reply');
  await sheet.getByLabel('Objection').selectOption('Financing');
  await sheet.getByRole('button', { name: 'Write scripts' }).click();
  const cards = sheet.getByRole('article');
  await expect.poll(() => cards.count()).toBe(3);
  await sheet.getByText('From the playbook').waitFor();
  const first = sheet.getByRole('article', { name: 'Version 1' });
  await first.getByText(/^\d+ characters · 2 segments$/).waitFor();
  const says = first.getByText('I don’t think I’d be approved.');
  expect(await says.isVisible()).toBe(false);
  await first.getByText('What they may say').click();
  await says.waitFor();
  await first.getByRole('button', { name: 'Put in the reply box' }).click();
  await sheet.waitFor({ state: 'detached' });
  const reply = desk.getByRole('textbox', { name: 'Reply' });
  await expect.poll(() => reply.inputValue()).toMatch(/^Hi, it's Maya Torres with .* Have you spoken with one yet\? /);
  await reply.fill('');

  await open.click();
  await sheet.getByText('Email', { exact: true }).click();
  await sheet.getByRole('button', { name: 'Write scripts' }).click();
  const email = sheet.getByRole('article', { name: 'Version 2' });
  await email.getByText('Subject:').waitFor();
  await email.getByRole('button', { name: 'Save as a reply' }).click();
  await email.getByLabel('Title').fill('Market summary');
  await email.getByRole('button', { name: 'Save', exact: true }).click();
  await desk.getByText('Saved for you.').first().waitFor();
  await desk.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await reply.pressSequentially('/market sum');
  await desk.getByRole('option', { name: /^Market summary Mine\s*Hi there,/ }).waitFor();
  await visitor.page.close();
});

it('a suggestion that meets an objection leads to the scripts for it', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  await visitor.ask('Hello');
  const desk = await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url);
  await (await rowOf(desk, visitor)).click();
  const now = desk.getByRole('region', { name: 'Suggestion' });
  await now.waitFor();
  expect(await now.getByRole('button', { name: 'Scripts for this' }).count()).toBe(0);
  await visitor.ask('Honestly the price seems too high.');
  await now.getByRole('button', { name: 'Scripts for this' }).click();
  const sheet = desk.getByRole('dialog', { name: 'Write a script' });
  await expect.poll(() => sheet.getByLabel('What it’s for').inputValue()).toBe('objection');
  expect(await sheet.getByLabel('Objection').inputValue()).toBe('price');
  await sheet.getByRole('button', { name: 'Write scripts' }).click();
  await sheet.getByRole('article', { name: 'Version 1' }).getByRole('button', { name: 'Put in the reply box' }).click();
  await sheet.waitFor({ state: 'detached' });
  await expect.poll(() => desk.getByRole('textbox', { name: 'Reply' }).inputValue()).toContain('Maya Torres');
  await visitor.page.close();
});

it('a script is written from the page of a person', async () => {
  const desk = await openDesk(await browser.context({ viewport: { width: 390, height: 844 } }), hub.url);
  await desk.goto(`${hub.url}/desk/leads`);
  await desk.locator('.people-body a').first().click();
  await desk.getByRole('button', { name: 'Write a script' }).click();
  const sheet = desk.getByRole('dialog', { name: 'Write a script' });
  await sheet.getByRole('button', { name: 'Write scripts' }).click();
  await sheet.getByRole('article', { name: 'Version 3' }).waitFor();
  expect(await sheet.getByRole('button', { name: 'Put in the reply box' }).count()).toBe(0);
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
