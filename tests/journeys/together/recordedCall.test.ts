/** The recorded call through a hub of its own, fast. Costs: a hub process and about half a minute, most of them waiting. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTheater, type Theater } from '../../../scripts/try/openTheater.ts';
import { readCalls } from '../../../scripts/try/recordings.ts';
import { signIn } from '../../support/hubClient.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { entriesOf } from './entriesOf.ts';

const browser = browserOfFile();
const calls = readCalls();
let theater: Theater;
beforeAll(async () => {
  theater = await openTheater(calls, 8);
});
afterAll(() => theater.close());

it('plays a call as the phone company tells of it: the desk has its words, the slip that is put right, and a summary to keep', async () => {
  const { hub, model, password } = theater;
  const desk = await (await browser.context()).newPage();
  await desk.goto(`${hub.url}/desk`);
  await desk.getByLabel('Email').fill('agent@demo.example');
  await desk.getByLabel('Password', { exact: true }).fill(password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByRole('heading', { name: 'Inbox' }).waitFor();
  const played = theater.play(() => {}, new AbortController().signal);
  await desk.locator('a.inbox-row').click();
  await played;
  const last = calls[0]?.lines.at(-1)?.text ?? '';
  await desk.locator('.message.theirs .words.lead', { hasText: last }).waitFor();
  const wrapUp = desk.getByRole('region', { name: 'Wrap up the call' });
  await expect.poll(() => wrapUp.getByLabel('Summary').inputValue()).toContain('likes the Zilker bungalow');
  expect(await wrapUp.getByRole('button', { name: 'Add task' }).count()).toBe(3);

  const conversationId = (await desk.locator('a.inbox-row').getAttribute('data-id')) ?? '';
  const agent = (await signIn(hub.url, 'agent@demo.example', password)).accessToken;
  const cards = await entriesOf(hub.url, agent, conversationId, 'suggestion-created');
  // At this speed some lines come too soon after the last card.
  expect(cards.length).toBeGreaterThan(0);
  expect(new Set(cards.map(({ data }) => data.basis))).toEqual(new Set(['model']));
  expect(model.asked.filter(({ recorded }) => !recorded)).toEqual([]);
  expect(hub.warned).toEqual([]);
});
