import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeSettings } from '../../support/changeSettings.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
  // The days below are of the real calendar, and may be holidays.
  await changeSettings(hub.url, { holidays: 'none' });
});
afterAll(() => hub.close());

it('a visitor asks to see the home, chooses one of three times, sees it booked, moves it in words and cancels; the agent sees it all', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  const desk = await openDesk(await browser.context(), hub.url);
  const times = visitor.chat.locator('.offer .times button:enabled');
  await visitor.write('Can I see it on Saturday?');
  await expect.poll(() => times.count()).toBe(3);
  expect((await times.allTextContents()).join(' ')).toMatch(/Sat, \w{3} \d{1,2} · \d{1,2}:\d\d [AP]M/);
  await visitor.chat.getByText('Central Time', { exact: true }).waitFor();
  await visitor.hears(/2417 Ashby Hollow Drive, Austin/);
  await times.nth(1).click();
  await visitor.hears(/booked.*Texas law/);
  await visitor.chat.getByText(/Held for you, not booked yet/).waitFor();
  await visitor.chat.locator('.chips button').getByText('Without representation', { exact: true }).click();
  await visitor.hears(/showing (?:is booked|is on).*2417 Ashby Hollow Drive, Austin/i);
  await (await rowOf(desk, visitor)).click();
  await desk
    .getByText(/Showing booked: .*2417 Ashby Hollow Drive/)
    .first()
    .waitFor();

  await visitor.write('can we move it to Friday?');
  await expect.poll(async () => (await times.allTextContents()).join(' ')).toMatch(/Fri, /);
  await visitor.write('the first one');
  await visitor.hears(/booked.*Friday/i);
  await visitor.write('cancel');
  await visitor.hears(/Friday.*(?:canceled|off)/);
  await desk
    .getByText(/Showing canceled/)
    .first()
    .waitFor();
  await expect.poll(() => times.count()).toBe(0);
});

it('the agent sees the appointment and the home in the rail and cancels it; the visitor reads so', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  const desk = await openDesk(await browser.context(), hub.url);
  const times = visitor.chat.locator('.offer .times button:enabled');
  await visitor.write('Can I see it on Saturday?');
  await expect.poll(() => times.count()).toBe(3);
  await times.first().click();
  await visitor.hears(/Texas law/);
  await visitor.chat.locator('.chips button').getByText('Agreement first', { exact: true }).click();
  await visitor.hears(/agreement.*Saturday, \w+ \d{1,2}, \d{1,2}:\d\d [AP]M/);
  await (await rowOf(desk, visitor)).click();
  const rail = desk.getByRole('complementary', { name: 'Details' });
  await rail.getByRole('tab', { name: /^Home/ }).click();
  await rail.getByRole('heading', { name: 'Home', exact: true }).waitFor();
  await expect
    .poll(() => rail.locator('.home-figures').textContent())
    .toMatch(/\$[\d,]+ \d beds? · [\d.]+ baths? · [\d,]+ sqft/);

  await rail.getByRole('tab', { name: 'Lead' }).click();
  await rail.getByRole('button', { name: 'Mark agreement signed' }).click();
  await visitor.hears(/signed/);
  // The time that they had picked, and no other.
  await expect.poll(() => times.count()).toBe(1);
  await times.first().click();
  await visitor.hears(/showing (?:is booked|is on)/i);

  const booked = rail.locator('.appointment.booked');
  await expect
    .poll(() => booked.textContent())
    .toMatch(/Showing with .*Booked.*\d{1,2}:\d\d [AP]M–\d{1,2}:\d\d [AP]M \(Central Time\)/);
  await booked.getByText('2417 Ashby Hollow Drive, Austin, TX 78704').waitFor();
  await booked.getByRole('button', { name: 'Cancel appointment' }).click();
  await booked.getByRole('button', { name: 'Cancel it' }).click();
  await rail.locator('.appointment.cancelled').waitFor();
  await visitor.hears(/team (?:had to cancel|can't make)/);
});

it('with other homes on the screen Jorge asks which one the visit is for, and names it from then on', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  const desk = await openDesk(await browser.context(), hub.url);
  await visitor.write('Looking for a 3 bedroom house under 500k in Round Rock or Pflugerville');
  const cards = visitor.chat.locator('.card');
  await cards.first().waitFor();
  await visitor.write('can we tour on Saturday?');
  await visitor.hears(/which/i);
  const chips = visitor.chat.locator('.chips button');
  await expect.poll(() => chips.count()).toBeGreaterThan(1);
  const home = (await chips.first().textContent()) ?? '';
  expect(home).not.toContain('Ashby');
  await chips.first().click();
  const times = visitor.chat.locator('.offer .times button:enabled');
  await expect.poll(() => times.count()).toBe(3);
  await visitor.hears(home);
  await times.first().click();
  await visitor.hears(/Texas law/);
  await chips.getByText('Without representation', { exact: true }).click();
  await visitor.hears(new RegExp(`booked.*${home}`, 'i'));
  await visitor.chat.locator('.visit-card').filter({ hasText: home }).waitFor();
  await (await rowOf(desk, visitor)).click();
  await desk.locator('.appointment.booked').getByText(home).waitFor();
});
