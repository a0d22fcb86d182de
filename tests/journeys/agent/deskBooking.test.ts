import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeSettings } from '../../support/changeSettings.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
  // The times below are of the real calendar, and may be holidays.
  await changeSettings(hub.url, { holidays: 'none' });
});
afterAll(() => hub.close());

const clock = /\d{1,2}:\d\d [AP]M/;

it('an agent books a showing, moves it and calls it off from the rail, and the visitor reads each of it with the home, the time and the name', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  await visitor.ask('Hi, is this home still for sale?');
  const desk = await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url);
  await (await rowOf(desk, visitor)).click();
  await desk.getByRole('button', { name: 'Take over' }).first().click();
  await visitor.chat.getByText(/is answering now/).waitFor();

  const block = desk.locator('.rail-section').filter({ hasText: 'Appointment' }).first();
  await block.getByText('Nothing booked.').waitFor();
  await block.getByRole('button', { name: 'Book a showing' }).click();
  const sheet = desk.getByRole('dialog');
  // The home of the visitor's page is chosen already.
  await expect
    .poll(() => sheet.getByLabel('Home', { exact: true }).locator('option:checked').textContent())
    .toMatch(/2417 Ashby Hollow/);
  await sheet.locator('.book-days button').nth(2).click();
  await sheet.locator('.book-slots button').first().click();
  await sheet.getByText(/The visitor will see this/).waitFor();
  await sheet.getByRole('button', { name: 'Book a showing' }).click();
  await visitor.hears(/Your showing is booked: .*2417 Ashby Hollow/, 'person');
  const [told = ''] = (await visitor.texts('person')).slice(-1);
  expect(told).toMatch(clock);
  expect(told).toMatch(/\(Central Time\), with /);
  await block.locator('.appointment.booked').waitFor();

  await block.getByRole('button', { name: 'Reschedule' }).click();
  await sheet.getByRole('button', { name: 'Choose another time' }).click();
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await sheet.getByLabel('Day').fill(day);
  await sheet.getByLabel('Time').selectOption({ label: '7:30 PM' });
  await sheet.getByRole('button', { name: 'Reschedule' }).click();
  await visitor.hears(/Your showing has moved to .*7:30 PM \(Central Time\)/, 'person');
  expect(await block.locator('.appointment.booked').count()).toBe(1);

  await block.getByRole('button', { name: 'Cancel appointment' }).click();
  await block.getByRole('button', { name: 'Cancel it' }).click();
  await visitor.hears(/Your showing on .* is canceled/, 'person');
  await block.locator('.appointment.cancelled').waitFor();
});

it('an agent whose chosen time was just taken reads so, and chooses another', async () => {
  const [one, other] = [
    await openVisitorPage(await browser.context(), `${hub.url}/demo`),
    await openVisitorPage(await browser.context(), `${hub.url}/demo`),
  ];
  await one.ask('hello');
  await other.ask('hello');
  const desks = [
    await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url),
    await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url, 'agent2@demo.example'),
  ];
  for (const [index, desk] of desks.entries()) {
    await (await rowOf(desk, index === 0 ? one : other)).click();
    await desk.getByRole('button', { name: 'Book a call' }).click();
    await desk.getByRole('dialog').getByLabel('With').selectOption({ label: 'Maya Torres' });
    await desk.getByRole('dialog').locator('.book-days button').nth(1).click();
    await desk.getByRole('dialog').locator('.book-slots button').nth(1).click();
  }
  const press = (index: number) =>
    desks[index]!.getByRole('dialog').getByRole('button', { name: 'Book a call' }).click();
  await press(0);
  await one.hears(/Your call is booked|The team will call you on/);
  await press(1);
  await desks[1]!.getByText('That time has just been taken. Choose another one.').waitFor();
  await desks[1]!.getByRole('dialog').locator('.book-slots button').first().click();
  await press(1);
  await other.hears(/Your call is booked|The team will call you on/);
});
