/** A supervisor plans an experiment in plain words, starts it, reads how far it is, and stops it; an agent has no part in it. Costs: 20 s. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

it('a supervisor tries two ways of coaching, is told how many leads it takes, and stops it without a result', async () => {
  const context = await browser.context({ viewport: { width: 1440, height: 900 } });
  const desk = await openDesk(context, hub.url, 'supervisor@demo.example');
  await desk.getByRole('link', { name: 'Reports', exact: true }).click();
  await desk.getByRole('link', { name: 'Coaching experiments' }).click();
  await desk.getByRole('button', { name: 'New experiment' }).click();
  await desk.getByText('291 leads in each group').waitFor();
  await desk.getByLabel('Assertive: confident and brief').check();
  await desk.getByText('388 leads in each group').waitFor();
  await desk.getByLabel('Improvement worth finding').selectOption('20% to 25%');
  await desk.getByText('1,456 leads in each group').waitFor();
  await desk.getByRole('button', { name: 'Start experiment' }).click();
  await desk.getByText('Give it a name.').waitFor();
  await desk.getByLabel('Name').fill('Warm, factual or brisk');
  await desk.getByRole('button', { name: 'Start experiment' }).click();
  await desk.getByRole('heading', { name: 'Warm, factual or brisk' }).waitFor();
  await desk.getByText('Too early to tell: 0 of 1,456 leads in each group, and 14 days left.').waitFor();

  await desk.getByRole('link', { name: 'Experiments' }).click();
  await desk.getByRole('heading', { name: 'Running now' }).waitFor();
  expect(await desk.getByRole('button', { name: 'New experiment' }).count()).toBe(0);
  await desk.getByRole('link', { name: /Warm, factual or brisk/ }).click();
  await desk.getByRole('button', { name: 'Stop' }).click();
  await desk.getByRole('button', { name: 'Stop without a result' }).click();
  await desk.getByText('Stopped before its planned end').waitFor();
  await desk.getByRole('link', { name: 'Experiments' }).click();
  await desk.getByRole('list', { name: 'Earlier' }).getByText('Stopped early').waitFor();
});

it('an agent who follows a link to it is told whom to ask', async () => {
  const context = await browser.context({ viewport: { width: 390, height: 844 } });
  const desk = await openDesk(context, hub.url);
  await desk.goto(`${hub.url}/desk/experiments`);
  await desk.getByText('Supervisors only').waitFor();
});
