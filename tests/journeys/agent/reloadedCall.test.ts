import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectPhone } from '../../support/connectPhone.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

/* Costs about 6 s: one hub and a browser. */

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

it('an agent who reloads the desk during a call has the call again: how long it has lasted, its transcript, its words, and those that follow', async () => {
  const call = (await connectPhone(hub.url)).call('+14155550161');
  const desk = await openDesk(await browser.context(), hub.url);
  const bar = desk.getByRole('region', { name: 'Call', exact: true });
  const words = desk.locator('.talk .message:not(.said-now) .words');
  await call.rings();
  await desk.getByText('Incoming call').first().click();
  await bar.getByRole('button', { name: 'I’m on this call' }).click();
  await call.presses('1');
  await bar.getByText('Transcript on').waitFor();
  await call.begins();
  await call.says(2, 'Hi, we saw the house on Oak Street.');
  await call.says(3, 'It is still on the market.', { Track: 'outbound_track' });
  const soFar = ['Hi, we saw the house on Oak Street.', 'It is still on the market.'];
  await expect.poll(() => words.allTextContents()).toEqual(soFar);

  // Ten minutes go by at the desk: a clock that begins again with the page would not know of them.
  await desk.clock.setSystemTime(Date.now() + 600_000);
  await desk.reload();
  await bar.getByText('Incoming call').waitFor();
  await expect.poll(() => bar.locator('time').textContent()).toMatch(/^1\d:\d\d$/);
  await bar.getByText('Transcript on').waitFor();
  await bar.getByText('The phone line is being transcribed.').waitFor();
  await bar.getByRole('button', { name: 'End call' }).waitFor();
  expect(await bar.getByRole('button', { name: 'I’m on this call' }).count()).toBe(0);
  await expect.poll(() => words.allTextContents()).toEqual(soFar);

  await call.says(4, 'Could we see', { Final: 'false' });
  await desk.locator('.said-now', { hasText: 'Could we see' }).waitFor();
  await call.says(5, 'Could we see it on Saturday?');
  await expect.poll(() => words.allTextContents()).toEqual([...soFar, 'Could we see it on Saturday?']);
  await desk.locator('.said-now').waitFor({ state: 'detached' });
  await call.status('completed');
  await bar.waitFor({ state: 'detached' });
  await desk.close();
});
