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

it('an agent reads what Jorge knows and from which words, the score with its reasons, and what he asks next and why; sets a fact right, and the rest follows; and learns that the visitor has left', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  await visitor.ask('I want to buy a home in Hyde Park');
  // Homes follow the words here.
  await visitor.write('up to 600k');
  await visitor.hears('$600,000');
  const desk = await openDesk(await browser.context(), hub.url);
  await (await rowOf(desk, visitor)).click();
  const next = desk.locator('.rail-next');
  await next.filter({ hasText: 'Jorge asks about their pre-approval, because that’s still missing.' }).waitFor();

  const budget = desk.locator('.slot').filter({ hasText: 'Budget' });
  await budget.getByText('Up to $600,000').waitFor();
  await budget.getByText('“600k”').click();
  await desk.locator('.talk mark').filter({ hasText: '600k' }).waitFor();
  await desk.locator('.slot').filter({ hasText: 'Pre-approval' }).getByText('Ask next').waitFor();

  const score = desk.locator('.rail-section.score');
  await score.getByText('Not hot yet: still missing timeline, proof of financing').waitFor();
  await score.getByText('Budget: up to $600,000').waitFor();
  expect(await score.locator('.score-figure').isVisible()).toBe(false);
  await score.getByText('How it’s scored').click();
  await score.getByText('Not hot without timeline, proof of financing').waitFor();
  await score.getByText(/^Commitment \(PCS\) [\d.]+ of 100$/).waitFor();
  expect(await score.locator('.bars dt').allTextContents()).toContain('Details known');
  expect(await score.locator('.score-figure span').getAttribute('title')).toMatch(/composite-\d/);
  const before = Number(await score.locator('.score-figure strong').textContent());
  expect(before).toBeGreaterThan(0);

  await desk.getByRole('button', { name: 'Correct Pre-approval' }).click();
  await desk.getByRole('button', { name: 'Pre-approved', exact: true }).click();
  await next.filter({ hasText: 'Jorge asks about bedrooms, because that’s still missing.' }).waitFor();
  await score.getByText('Not hot without timeline', { exact: true }).waitFor();
  await expect
    .poll(async () => Number(await score.locator('.score-figure strong').textContent()))
    .toBeGreaterThan(before);
  // Jorge no longer asks for a fact that the team has set.
  await visitor.write('it has to have a garage');
  await visitor.hears('bedrooms');

  await desk.getByRole('button', { name: 'Correct Phone' }).click();
  await desk.getByRole('textbox', { name: 'Phone' }).fill('512-555-0134');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  const phone = desk.locator('.contact-phone');
  await expect.poll(() => phone.getByRole('link').getAttribute('href')).toBe('tel:+15125550134');
  await phone.getByRole('button', { name: 'Copy Phone' }).click();
  await desk
    .getByText('Phone copied.')
    .or(desk.getByText(/^Copy it manually: /))
    .waitFor();

  // The tab that was chosen stays, in this talk after a reload and in a narrow window too.
  await desk.getByRole('tab', { name: /^Home/ }).click();
  await desk
    .locator('.home-conflicts')
    .getByText(/Budget: up to \$600,000 wanted, \$\d/)
    .waitFor();
  await desk.reload();
  await desk.getByRole('tab', { name: /^Home doesn’t match what they want/, selected: true }).waitFor();
  await desk.setViewportSize({ width: 1100, height: 700 });
  await desk.locator('.folded-rail > button').click();
  await desk.locator('.home-figures').waitFor();
  await desk.getByRole('tab', { name: /^Home/ }).press('ArrowLeft');
  await desk.getByRole('heading', { name: 'Qualification' }).waitFor();

  await visitor.page.close();
  await desk.getByText(/Left \d{1,2}:\d\d [AP]M. They’ll see replies when they return/).waitFor();
});
