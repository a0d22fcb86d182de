import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../support/openHub.ts';
import { browserOfFile } from './browserOfFile.ts';
import { openDesk, openVisitorPage } from './people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

it('a visitor asks to see the home, chooses one of three times, sees it booked, moves it in words and cancels; the agent sees it all', {
  timeout: 90_000,
}, async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  const desk = await openDesk(await browser.context(), hub.url);
  const times = visitor.chat.locator('.offer .times button:enabled');
  await visitor.write('Can I see it on Saturday?');
  await visitor.hears(/Texas law/);
  await visitor.chat.locator('.chips button').getByText('Without representation', { exact: true }).click();
  await expect.poll(() => times.count()).toBe(3);
  expect((await times.allTextContents()).join(' ')).toMatch(/Saturday.*\d\d:\d\d \(Central Time\)/);
  await times.nth(1).click();
  await visitor.hears(/booked/i);
  await desk.locator('a.inbox-row').first().click();
  await desk
    .getByText(/Appointment booked/)
    .first()
    .waitFor();

  await visitor.write('can we move it to Friday?');
  await expect.poll(async () => (await times.allTextContents()).join(' ')).toMatch(/Friday/);
  await visitor.write('the first one');
  await visitor.hears(/booked.*Friday/i);
  await visitor.write('cancel');
  await visitor.hears(/Friday.*(?:cancelled|off)/);
  await desk
    .getByText(/Appointment cancelled/)
    .first()
    .waitFor();
  expect(await times.count()).toBe(0);
});
