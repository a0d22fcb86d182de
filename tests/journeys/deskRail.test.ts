import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../support/openHub.ts';
import { browserOfFile } from './browserOfFile.ts';
import { openDesk, openVisitorPage, rowOf } from './people.ts';

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
  await next.filter({ hasText: 'Asks for pre-approval, because that is missing.' }).waitFor();

  const budget = desk.locator('.slot').filter({ hasText: 'Budget' });
  await budget.getByText('Up to $600,000').waitFor();
  await budget.getByText('“600k”').click();
  await desk.locator('.talk mark').filter({ hasText: '600k' }).waitFor();
  await desk.locator('.slot').filter({ hasText: 'Pre-approval' }).getByText('Ask next').waitFor();

  const score = desk.locator('.rail-section').filter({ has: desk.locator('.score') });
  await score.getByText('Not hot without timeline, proven financing').waitFor();
  await score.getByText(/^Commitment \(PCS\) [\d.]+ of 100$/).waitFor();
  expect(await score.locator('.bars dt').allTextContents()).toContain('Facts known');
  expect(await score.locator('.score span').getAttribute('title')).toMatch(/composite-\d/);
  const before = Number(await score.locator('.score strong').textContent());
  expect(before).toBeGreaterThan(0);

  await desk.getByRole('button', { name: 'Correct Pre-approval' }).click();
  await desk.getByRole('button', { name: 'Pre-approved', exact: true }).click();
  await next.filter({ hasText: 'Asks for bedrooms, because that is missing.' }).waitFor();
  await score.getByText('Not hot without timeline', { exact: true }).waitFor();
  await expect.poll(async () => Number(await score.locator('.score strong').textContent())).toBeGreaterThan(before);
  // What the team has set Jorge does not ask for any more.
  await visitor.write('it has to have a garage');
  await visitor.hears('bedrooms');

  await visitor.page.close();
  await desk.getByText(/Left \d{1,2}:\d\d [AP]M, sees it on return/).waitFor();
});
