import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeSettings } from '../../support/changeSettings.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, rowOf, type VisitorPage } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
  // The day below is one of the real calendar, and may be a holiday.
  await changeSettings(hub.url, { holidays: 'none' });
});
afterAll(() => hub.close());

const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** The weekday of in four days, on the brokerage's wall: within the fortnight that is looked at it comes twice. */
const theDay = new Date(Date.now() + 4 * 86_400_000).toLocaleDateString('en-US', {
  weekday: 'long',
  timeZone: 'America/Chicago',
});

/** The hours of the signed-in person: on one day of the week, or never. */
async function setOwnHours(page: Page, day: string | null): Promise<void> {
  await page.goto(`${hub.url}/desk/settings/my-hours`);
  await page.getByLabel('Custom hours for appointments').check({ force: true });
  for (const name of week) {
    const open = page.getByRole('switch', { name });
    await (name === day ? open.check({ force: true }) : open.uncheck({ force: true }));
  }
  if (day !== null) {
    await page.getByRole('combobox', { name: 'Time zone' }).fill('eastern');
    await page.getByRole('option', { name: /^Eastern Time: New York/ }).click();
    // One visit fits, at ten in New York and nine in Austin.
    await page.getByLabel(`${day} from`).fill('10:00');
    await page.getByLabel(`${day} until`).fill('11:00');
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
}

const timesOf = ({ chat }: VisitorPage): Locator => chat.locator('.offer .times button:enabled');

const asksToSee = (visitor: VisitorPage): Promise<void> => visitor.write("I'd like to see this home");
/** Answers what the law asks about the time that was picked. */
async function saysHow(visitor: VisitorPage): Promise<void> {
  await visitor.hears(/Texas law/);
  await visitor.chat.locator('.chips button').getByText('Without representation', { exact: true }).click();
}

it('an agent sets their hours on another clock; visitors are offered those times alone, one gets each, and both sides see it moved and canceled', async () => {
  const maya = await openDesk(await browser.context(), hub.url);
  await setOwnHours(maya, theDay);
  await setOwnHours(await openDesk(await browser.context(), hub.url, 'agent2@demo.example'), null);

  const dana = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  await asksToSee(dana);
  await expect.poll(() => timesOf(dana).count()).toBe(2);
  const offered = await timesOf(dana).allTextContents();
  for (const label of offered) expect(label).toMatch(new RegExp(`^${theDay.slice(0, 3)}, .* · 9:00 AM$`));

  const gil = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  await asksToSee(gil);
  await expect.poll(() => timesOf(gil).allTextContents()).toEqual(offered);

  // The same time, by words and then by the button: the second is told so and gets what is left.
  await dana.write('the first one');
  await saysHow(dana);
  await dana.hears(/booked: .* 9:00 AM \(Central Time\), with Maya Torres/);
  await timesOf(gil).first().click();
  await gil.hears(/already taken|just taken/);
  await expect.poll(() => timesOf(gil).allTextContents()).toEqual([offered[1]]);
  await timesOf(gil).first().click();
  await saysHow(gil);
  await gil.hears(/showing (?:is booked: |is on ).*9:00 AM \(Central Time\)/i);

  await maya.goto(`${hub.url}/desk`);
  await (await rowOf(maya, gil)).click();
  const rail = maya.getByRole('complementary', { name: 'Details' });
  await rail.locator('.appointment.booked').waitFor();

  await gil.write('sorry, I need to cancel');
  await gil.hears(/canceled|is off/);
  await dana.write('I need to reschedule');
  await expect.poll(() => timesOf(dana).allTextContents()).toEqual([offered[1]]);
  await dana.write('yes that works');
  await dana.hears(/booked.* 9:00 AM \(Central Time\)/i);

  await rail.locator('.appointment.cancelled').waitFor();
  await rail.locator('.appointment.booked').waitFor({ state: 'detached' });
  await (await rowOf(maya, dana)).click();
  await expect
    .poll(() => rail.locator('.appointment.booked').allTextContents())
    .toEqual([expect.stringMatching(/9:00 AM–10:00 AM \(Central Time\)/)]);
});
