import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectPhone } from '../../support/connectPhone.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openWall } from '../people.ts';

/* Costs about 9 s: one hub and a browser with three pages. */

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

const callKeys = [
  'I’m on this call',
  'End call',
  'They agreed',
  'They declined',
  'Erase and stop',
  'Hand back to Jorge',
];
const narrow = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Whether all of what `selector` names is on the screen, with nothing over it and nothing scrolled. */
const isInSight = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (element === null) return false;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (left < 0 || top < 0 || right > window.innerWidth || bottom > window.innerHeight) return false;
    return [top + 2, (top + bottom) / 2, bottom - 2].every((y) =>
      element.contains(document.elementFromPoint((left + right) / 2, y)),
    );
  }, selector);

it('a supervisor follows a live call from the wall as text, without its keys, and the agent has their whisper in sight while the call goes on', async () => {
  const call = (await connectPhone(hub.url)).call('+14155550163');
  const wall = await openWall(await browser.context(), hub.url);
  const desk = await openDesk(await browser.context(), hub.url);
  await call.rings();
  await desk.getByText('Incoming call').first().click();
  const bar = desk.getByRole('region', { name: 'Call', exact: true });
  await bar.getByRole('button', { name: 'I’m on this call' }).click();
  await call.presses('1');
  await bar.getByText('Transcript on').waitFor();
  await call.begins();
  await call.says(2, 'We are thinking of selling in the spring.');

  const card = wall.locator('.card').filter({ hasText: 'Maya Torres is on the phone' });
  await card.getByText('We are thinking of selling in the spring.').waitFor();
  await card.getByRole('button').click();
  const sheet = wall.getByRole('complementary', { name: 'Watching a conversation' });
  const followed = sheet.locator('.message .words');
  await expect.poll(() => followed.allTextContents()).toEqual(['We are thinking of selling in the spring.']);
  await call.says(3, 'What is it worth, roughly?');
  await expect.poll(() => followed.allTextContents()).toContain('What is it worth, roughly?');
  // Nobody can end, join, or record the call from here, and Jorge can’t be put on the phone.
  await sheet.getByText('Maya Torres’s call').waitFor();
  for (const key of callKeys) expect(await sheet.getByRole('button', { name: key }).count(), key).toBe(0);

  await sheet.getByText('The caller never hears it').waitFor();
  await wall.getByLabel(/Whisper to Maya Torres/).fill('Offer to walk through the house on Saturday.');
  await wall.getByRole('button', { name: 'Whisper', exact: true }).click();
  const phone = await openDesk(await browser.context(narrow), hub.url);
  await phone.goto(desk.url());
  const whisper = '.now.whisper';
  for (const page of [desk, phone])
    await page.locator(whisper, { hasText: 'Offer to walk through the house on Saturday.' }).waitFor();
  // The talk moves on under it.
  for (let number = 4; number < 24; number += 1) await call.says(number, `This is line ${number} of the call.`);
  for (const page of [desk, phone]) {
    await page.locator('.words', { hasText: 'This is line 23 of the call.' }).waitFor();
    expect(await isInSight(page, whisper)).toBe(true);
    expect(await isInSight(page, '.call-bar')).toBe(true);
  }
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  // Read once is read at every screen of this browser, and stays in the log.
  await desk.getByRole('button', { name: 'Got it' }).click();
  await desk.locator(whisper).waitFor({ state: 'detached' });
  await desk.reload();
  await desk.locator('.words', { hasText: 'This is line 23 of the call.' }).waitFor();
  expect(await desk.locator(whisper).count()).toBe(0);
  await desk.locator('.team-words.whisper', { hasText: 'Offer to walk through' }).waitFor({ state: 'attached' });
  // A supervisor who takes the conversation over has nobody to write to either.
  await sheet.getByRole('button', { name: 'Take over' }).click();
  await sheet.getByText('Your call').waitFor();
  expect(await sheet.getByRole('button', { name: 'Reply', exact: true }).isDisabled()).toBe(true);
  await call.status('completed');
  await bar.waitFor({ state: 'detached' });
  await phone.locator(whisper).waitFor({ state: 'detached' });
  for (const page of [wall, desk, phone]) await page.close();
});
