import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSettings } from '../../support/changeSettings.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
let site: Server;
beforeAll(async () => {
  hub = await openHub({ env: { HUB_LIMIT_LOGINS: '1000' } });
});
afterAll(async () => {
  site?.close();
  await hub.close();
});

const admin = async (): Promise<Page> => openDesk(await browser.context(), hub.url, 'admin@demo.example');
async function openSection(page: Page, name: string): Promise<void> {
  await page.goto(`${hub.url}/desk/settings/${name.toLowerCase().replaceAll(' ', '-')}`);
  await page.getByRole('heading', { name, level: 2 }).waitFor();
}
const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
};

describe('an admin in the settings', () => {
  it('changes name, colors, greeting and hours, sees them in the preview, and a visitor meets them', async () => {
    const page = await admin();
    await openSection(page, 'Brokerage');
    await page.getByLabel('Name').fill('Hill Country Homes');
    await page.locator('.widget-preview').first().getByText('Hill Country Homes').waitFor();
    const notice = page.getByLabel('Texas: Information About Brokerage Services');
    await notice.fill('http://hills.example/iabs');
    browser.forgive(/400/);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => notice.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByText(/^Enter a link that starts with https:/).count()).toBe(1);
    await notice.fill('');
    await changeSettings(hub.url, { waiting: { amberMinutes: 3, redMinutes: 7 } });
    browser.forgive(/409/);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Load their version' }).click();
    await expect.poll(() => page.getByLabel('Amber after (minutes)').inputValue()).toBe('3');
    expect(await page.getByLabel('Name').inputValue()).toBe('Hill Country Homes');
    await save(page);

    await openSection(page, 'Widget');
    await page.getByLabel('Color in light mode', { exact: true }).fill('#7a1f3d');
    const greeting = page.getByLabel('Greeting');
    await greeting.fill('This is a very safe neighborhood with great schools.');
    browser.forgive(/403/);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/^The greeting says something Jorge can’t tell visitors/).waitFor();
    await greeting.fill('Welcome to the hills.');
    const preview = page.locator('.widget-preview.light');
    await preview.getByText('Welcome to the hills.').waitFor();
    await expect
      .poll(() => preview.locator('.said-visitor').evaluate((said) => getComputedStyle(said).backgroundColor))
      .toBe('rgb(122, 31, 61)');
    await save(page);

    await openSection(page, 'Hours');
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'])
      await page.getByRole('switch', { name: day }).uncheck({ force: true });
    await page.getByLabel('Message while you’re closed').fill('We are moving house this month.');
    await save(page);

    await openSection(page, 'Changes');
    await page
      .getByText(/changed the settings/)
      .nth(2)
      .waitFor();
    await page.getByText('Hill Country Homes').first().waitFor();

    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.chat.getByText('Welcome to the hills.').waitFor();
    await visitor.chat.locator('.brokerage').getByText('Hill Country Homes').waitFor();
    await visitor.ask('Hello');
    await visitor.chat.getByRole('button', { name: 'Talk to a person' }).click();
    await visitor.hears('We are moving house this month.');
  });

  it('adds a site, and its line on a page of that site opens a chat; a secret is shown once', async () => {
    let line = '';
    site = createServer((request, response) => {
      if (request.url !== '/') return void response.writeHead(204).end();
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`<!doctype html><html lang="en"><title>Ours</title><h1>Ours</h1>${line}</html>`);
    });
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
    const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

    const page = await admin();
    await openSection(page, 'Sites');
    await page.getByRole('button', { name: 'Add a site' }).click();
    await page.getByLabel('Name').fill('Our own site');
    await page.getByLabel('Allowed origins').fill('not an address');
    browser.forgive(/400/);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/^Enter origin 1 like/).waitFor();
    await page.getByLabel('Allowed origins').fill(origin);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const item = page.locator('.settings-list > li').filter({ hasText: 'Our own site' });
    line = (await item.locator('.snippet').textContent()) ?? '';
    expect(line).toContain(`${hub.url}/widget.js`);
    const visitor = await openVisitorPage(await browser.context(), origin);
    expect(await visitor.ask('Hello')).toContain('AI assistant');

    await item.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('button', { name: 'Create secret' }).click();
    await page.getByText(/^idsec_/).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Replace secret' }).waitFor();
    await page.getByText(/^idsec_/).waitFor({ state: 'detached' });
  });

  it('invites a person, who comes in by the link, and deactivates them again', async () => {
    const page = await admin();
    await openSection(page, 'People');
    await page.getByLabel('Invite by email').fill('nova@hills.example');
    await page.getByRole('button', { name: 'Create link' }).click();
    const link = (await page.locator('.shown-once code').textContent()) ?? '';
    const invited = await (await browser.context()).newPage();
    await invited.goto(link);
    await invited.getByLabel('Your name').fill('Nova Reyes');
    await invited.getByLabel('Password', { exact: true }).fill('nova.reyes2024');
    browser.forgive(/400/);
    await invited.getByRole('button', { name: 'Create my account' }).click();
    await invited.getByText('This password is easy to guess. Choose a longer sentence').waitFor();
    await invited.getByLabel('Password', { exact: true }).fill('a password of hers');
    await invited.getByRole('button', { name: 'Create my account' }).click();
    await invited.getByText('Your account is nova@hills.example.').waitFor();

    await page.reload();
    const row = page.locator('.settings-list > li').filter({ hasText: 'Nova Reyes' });
    await row.getByRole('button', { name: 'Deactivate' }).click();
    await row.getByRole('button', { name: 'Yes, deactivate' }).click();
    await row.getByText('deactivated').waitFor();

    await page.getByRole('button', { name: 'Invite several' }).click();
    await page
      .getByRole('textbox', { name: 'People' })
      .fill('email,name,role\nkim@hills.example,Kim Ortiz,agent\nnobody,Pat,boss');
    await page.getByRole('button', { name: 'Invite all' }).click();
    await page.getByText('Line 3: The email address isn’t valid.').waitFor();
    await expect.poll(() => page.getByText('kim@hills.example').count()).toBe(1);
  });

  it('sees that the sign-ins of a colleague are locked, who reads why and until when, and opens them', async () => {
    const email = 'agent2@demo.example';
    const attempt = () =>
      fetch(`${hub.url}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: 'wrong' }),
      });
    for (let count = 0; count < 10; count += 1) await attempt();
    const colleague = await (await browser.context()).newPage();
    await colleague.goto(`${hub.url}/desk`);
    await colleague.getByLabel('Email').fill(email);
    await colleague.getByLabel('Password', { exact: true }).fill(demoPassword);
    browser.forgive(/429/);
    await colleague.getByRole('button', { name: 'Sign in' }).click();
    await colleague.getByText(/^Too many wrong passwords .* Try again at \d{1,2}:\d\d [AP]M\.$/).waitFor();
    expect(await colleague.getByLabel('Email').inputValue()).toBe(email);
    expect(await colleague.getByLabel('Password', { exact: true }).inputValue()).toBe(demoPassword);

    const page = await admin();
    await openSection(page, 'People');
    const row = page.locator('.settings-list > li').filter({ hasText: email });
    await row.getByText(/^Sign-ins from 1 network are locked until \d{1,2}:\d\d [AP]M/).waitFor();
    await row.getByRole('button', { name: 'Unlock' }).click();
    await row.getByText(/^Sign-ins from/).waitFor({ state: 'detached' });
    await colleague.getByRole('button', { name: 'Sign in' }).click();
    await colleague.getByRole('heading', { name: 'Inbox' }).waitFor();
  });

  it('sets the hours of an agent for appointments; the agent finds them, goes back to the opening hours, and both are told', async () => {
    const page = await admin();
    await openSection(page, 'People');
    const row = page.locator('.settings-list > li').filter({ hasText: 'Maya Torres' });
    await row.getByRole('button', { name: 'Hours for Maya Torres' }).click();
    await row.getByLabel('Custom hours for appointments').check({ force: true });
    await row.getByRole('switch', { name: 'Friday' }).check({ force: true });
    await row.getByLabel('Friday until').fill('08:00');
    await row.getByText(/^Opening must come before closing/).waitFor();
    expect(await row.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
    await row.getByLabel('Friday until').fill('14:30');
    await row.getByRole('button', { name: 'Save', exact: true }).click();
    await row.getByText('Saved', { exact: true }).waitFor();

    const agent = await openDesk(await browser.context(), hub.url);
    await openSection(agent, 'My hours');
    await expect.poll(() => agent.getByLabel('Friday until').inputValue()).toBe('14:30');
    await agent.getByLabel('Custom hours for appointments').uncheck({ force: true });
    await save(agent);

    await openSection(page, 'Changes');
    const told = page.locator('.settings-list > li');
    await expect.poll(() => told.first().textContent()).toMatch(/^Maya Torres changed the account of Maya Torres/);
    await expect
      .poll(() => told.nth(1).textContent())
      .toMatch(/^Sam Whitfield changed the account of Maya Torres.*Custom hours, Friday.*9 AM–2:30 PM/);
  });

  it('a person who forgot their password gets a link from an admin, chooses another and is signed out everywhere else', async () => {
    browser.forgive(/40[0134]/);
    const agent = await openDesk(await browser.context(), hub.url, 'agent2@demo.example');
    const page = await admin();
    await openSection(page, 'People');
    await page.getByRole('button', { name: 'Password link for Owen Park' }).click();
    const link = (await page.locator('.shown-once code').textContent()) ?? '';

    const own = await (await browser.context()).newPage();
    await own.goto(link);
    await own.getByRole('heading', { name: 'Choose a new password' }).waitFor();
    await own.getByLabel('New password').fill('password1');
    await own.getByRole('button', { name: 'Change password' }).click();
    await own.getByRole('alert').getByText('at least 10 characters').waitFor();
    await own.getByLabel('New password').fill('nine herons over the lake');
    await own.getByRole('button', { name: 'Change password' }).click();
    await own.getByText('Password changed').waitFor();
    await agent.getByRole('alert').getByText('Sign in again').waitFor();
    await own.goto(link);
    await own.reload();
    await own.getByText('This link doesn’t work').waitFor();

    await own.goto(`${hub.url}/desk`);
    await own.getByLabel('Email').fill('agent2@demo.example');
    await own.getByLabel('Password', { exact: true }).fill('nine herons over the lake');
    await own.getByRole('button', { name: 'Sign in' }).click();
    await own.getByRole('heading', { name: 'Inbox' }).waitFor();
    await own.goto(`${hub.url}/desk/settings/my-account`);
    await own.getByLabel('Title').fill('Buyer’s agent');
    await own.getByLabel('Phone').fill('512-555-0143');
    await own.getByRole('button', { name: 'Save', exact: true }).click();
    await own.getByText('Saved', { exact: true }).waitFor();
    await own.getByText('Chrome on Linux (this browser)').waitFor();
    await own.getByLabel('Current password').fill('not this one');
    await own.getByLabel('New password').fill('seven otters in a river');
    await own.getByRole('button', { name: 'Change password' }).click();
    await own.getByText('This isn’t your current password.').waitFor();
    await own.getByLabel('Current password').fill('nine herons over the lake');
    await own.getByRole('button', { name: 'Change password' }).click();
    await own.getByText('You’ve been signed out everywhere else.').waitFor();

    await openSection(page, 'Changes');
    await expect
      .poll(() => page.locator('.settings-list > li > p').allTextContents())
      .toContainEqual(expect.stringMatching(/^Sam Whitfield created a password link for Owen Park/));
  });

  it('adds a webhook, copies its secret, sends a test, sees what was refused, pauses it, and deletes it', async () => {
    let status = 200;
    const receiver = createServer((req, res) => {
      req.resume().on('end', () => res.writeHead(status).end());
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const page = await admin();
    await openSection(page, 'Webhooks');
    await page.getByLabel('Address').fill('http://crm.example.com');
    await page.getByLabel('New message').check();
    browser.forgive(/400/);
    await page.getByRole('button', { name: 'Add webhook' }).click();
    await page.getByText('Enter a full address that starts with https://').waitFor();
    await page.getByLabel('Address').fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hub`);
    await page.getByLabel('What it’s for').fill('CRM');
    await page.getByRole('button', { name: 'Add webhook' }).click();
    await expect.poll(() => page.locator('.shown-once code').textContent()).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText(/^Test: Delivered: 200 in \d+ ms$/).waitFor();
    status = 500;
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText('Test: The server answered with 500.').waitFor();
    await page.getByRole('button', { name: 'Latest deliveries' }).click();
    await expect.poll(() => page.locator('.webhook-deliveries > li').count()).toBe(2);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('button', { name: 'Select all' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('and 11 more').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText(/^Paused since today/).waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText('Active', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: 'Delete permanently' }).click();
    await page.getByRole('heading', { name: 'Add a webhook' }).waitFor();
    receiver.close();
  });

  it('keeps a saved reply and makes a key that is shown once; an agent sees the replies alone', async () => {
    const page = await admin();
    await page.goto(`${hub.url}/desk/settings/replies`);
    await page.getByRole('button', { name: 'Add a reply' }).click();
    await page.getByLabel('Title').fill('Parking');
    await page.getByLabel('Text', { exact: true }).fill('Hello {{visitor}}, there is a garage.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('.reply-text').getByText('there is a garage').waitFor();
    await page.goto(`${hub.url}/desk/settings/keys`);
    await page.getByLabel('Used by').fill('CRM');
    await page.getByRole('button', { name: 'Create key' }).click();
    const key = (await page.locator('.shown-once code').textContent()) ?? '';
    const rows = await fetch(`${hub.url}/api/v1/conversations`, { headers: { authorization: `Bearer ${key}` } });
    expect(rows.status).toBe(200);

    const agent = await openDesk(await browser.context(), hub.url);
    await agent.goto(`${hub.url}/desk/settings/people`);
    await agent.getByText('Admins only').waitFor();
    await expect
      .poll(() => agent.getByRole('navigation', { name: 'Settings' }).getByRole('link').allTextContents())
      .toEqual(['About you', 'Knowledge', 'Saved replies', 'My account', 'My hours', 'My calendar']);
  });
});
