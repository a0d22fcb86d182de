/** A recorded talk through a hub of its own, fast, with both sides on screen. Costs: a hub process and about twenty seconds, most of them waiting. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTheater, type Theater } from '../../../scripts/try/openTheater.ts';
import { readCalls, readTalks, spokenIn, turnsOf } from '../../../scripts/try/recordings.ts';
import { tasks } from '../../../src/app/tasks.ts';
import { connect, openVisitor, signIn } from '../../support/hubClient.ts';
import { demoPassword, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { entriesOf } from './entriesOf.ts';

const browser = browserOfFile();
const talks = readTalks();
const [talk] = talks;
if (talk === undefined) throw new Error('there is no recorded talk');
let theater: Theater;
beforeAll(async () => {
  theater = await openTheater([talk], 20);
});
afterAll(() => theater.close());

it('plays a talk: every reply, every suggestion and every qualification is the recorded one, and both sides say that it is recorded', async () => {
  const { hub, model, password, watchUrl } = theater;
  const visitorPage = await (await browser.context({ viewport: { width: 1280, height: 800 } })).newPage();
  await visitorPage.goto(watchUrl);
  await visitorPage.getByRole('button', { name: 'Start' }).click();
  await theater.started;
  const lines: string[] = [];
  const played = theater.play((line) => void lines.push(line), new AbortController().signal);

  const desk = await (await browser.context()).newPage();
  await desk.goto(`${hub.url}/desk`);
  await desk.getByLabel('Email').fill('agent@demo.example');
  await desk.getByLabel('Password', { exact: true }).fill(password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.locator('a.inbox-row').click();
  await desk.getByText('the model’s answers are recordings').waitFor();
  await visitorPage.locator('jorge-chat').getByText('the model’s answers are recordings').waitFor();
  await played;

  const said = lines.filter((line) => line.startsWith('  Jorge')).join('\n');
  expect(talk.turns.flatMap(spokenIn).filter((sentence) => !said.includes(sentence))).toEqual([]);
  expect(model.asked.filter(({ recorded }) => !recorded)).toEqual([]);
  const [farewell = ''] = spokenIn(talk.turns.at(-1) ?? nothing());
  await visitorPage.locator('jorge-chat .bot .text').filter({ hasText: farewell }).waitFor();

  const agent = (await signIn(hub.url, 'agent@demo.example', password)).accessToken;
  const conversationId = (await desk.locator('a.inbox-row').getAttribute('data-id')) ?? '';
  const suggestions = () => entriesOf(hub.url, agent, conversationId, 'suggestion-created');
  // A line that the coach had nothing to say about has no card.
  const advice = talk.turns.map(({ answers }) => answers.coach.say).filter((say) => say !== '');
  await expect.poll(async () => (await suggestions()).length).toBe(advice.length);
  expect((await suggestions()).map(({ data }) => data.basis)).toEqual(advice.map(() => 'model'));
  expect((await suggestions()).map(({ data }) => data.say)).toEqual(advice);
  const flagged = await entriesOf(hub.url, agent, conversationId, 'policy-verdict');
  expect(flagged.map(({ data }) => data.rule)).toEqual([]);
  expect(hub.warned).toEqual([]);
});

it('every recorded answer is in the form of its task', () => {
  const faults = [...talks, ...readCalls()].flatMap((show) =>
    turnsOf(show).flatMap(({ visitor, answers: { replyInEnglish: _, ...answers } }) =>
      Object.entries(answers).flatMap(([name, answer]) => {
        const task = tasks.find((one) => one.name === name);
        const form = task?.schema ?? task?.shape;
        return form?.safeParse(answer).success ? [] : [`${show.title}: ${name} to “${visitor}”`];
      }),
    ),
  );
  expect(faults).toEqual([]);
});

it('says nothing of recordings on any other hub', async () => {
  await using hub = await openHub();
  const visitor = await openVisitor(hub.url);
  const { accessToken } = await signIn(hub.url, 'agent@demo.example', demoPassword);
  const staff = await connect(hub.url, '/agent', accessToken);
  for (const client of [visitor, staff]) {
    expect(client.all('session-ready')[0]).not.toHaveProperty('recorded');
    client.close();
  }
});

function nothing(): never {
  throw new Error('the talk is empty');
}
