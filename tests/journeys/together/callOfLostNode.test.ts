import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectPhone } from '../../support/connectPhone.ts';
import { startTwoNodes, type TwoNodes } from '../../support/twoNodes.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

/* Costs about 13 s: two hub processes, a Redis, and a browser. */

const browser = browserOfFile();
let nodes: TwoNodes;
beforeAll(async () => {
  nodes = await startTwoNodes();
});
afterAll(() => nodes?.stop());

it('an agent whose node goes away during a call keeps the call on the screen, and its words go on from another node', async () => {
  const { balancer, doomed, survivor } = nodes;
  browser.forgive(/ERR_(?:CONNECTION_(?:REFUSED|RESET|CLOSED)|EMPTY_RESPONSE)|WebSocket connection to .* failed/);
  const call = (await connectPhone(balancer.url)).call('+14155550162');
  const desk = await openDesk(await browser.context(), balancer.url);
  const bar = desk.getByRole('region', { name: 'Call', exact: true });
  const words = desk.locator('.talk .message:not(.said-now) .words');
  await call.rings();
  await desk.getByText('Incoming call').first().click();
  await bar.getByRole('button', { name: 'I’m on this call' }).click();
  await call.presses('1');
  await bar.getByText('Transcript on').waitFor();
  await call.begins();
  await call.says(2, 'Hi, we saw the house on Oak Street.');
  await call.says(3, 'Is it still', { Final: 'false' });
  await desk.locator('.said-now', { hasText: 'Is it still' }).waitFor();
  await desk.clock.setSystemTime(Date.now() + 600_000);

  await doomed.kill();
  await desk.locator('.stale-line').waitFor();
  // The words heard so far stay in sight while no node answers.
  expect(await words.allTextContents()).toEqual(['Hi, we saw the house on Oak Street.']);
  balancer.sendTo(survivor);
  await desk.locator('.stale-line').waitFor({ state: 'detached' });
  await expect.poll(() => bar.locator('time').textContent()).toMatch(/^1\d:\d\d$/);
  await bar.getByText('Transcript on').waitFor();

  // Its own numbers are all that the other node has of the sentence that was begun.
  await call.says(4, 'Is it still on the market?');
  const said = ['Hi, we saw the house on Oak Street.', 'Is it still on the market?'];
  await expect.poll(() => words.allTextContents()).toEqual(said);
  await desk.locator('.said-now').waitFor({ state: 'detached' });
  await call.says(5, 'It is.', { Track: 'outbound_track' });
  await expect.poll(() => words.allTextContents()).toEqual([...said, 'It is.']);
  await call.status('completed');
  await bar.waitFor({ state: 'detached' });
  await desk.getByText(/Call ended after/).waitFor();
  await desk.close();
});
