import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeAnthropic, startFakeAnthropic, stop, tokensFor } from '../../support/fakeAnthropic.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, openWall, rowOf } from '../people.ts';

const browser = browserOfFile();
let model: FakeAnthropic;
let hub: OpenHub;
beforeAll(async () => {
  model = await startFakeAnthropic();
  hub = await openHub({ env: { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url } });
});
afterAll(async () => {
  await hub.close();
  await model.close();
});

const say = 'Ask what matters most to them in a home. Then offer two times for a visit.';

describe('the buttons of the staff', () => {
  it('the agent stops the coach in the middle of a sentence, and has it begin again', async () => {
    model.play(({ body }) => {
      const tokens = tokensFor(body, say);
      const some = tokens.slice(0, Math.floor(tokens.length / 3));
      return [
        { do: 'tokens', tokens: some, everyMs: 0 },
        { do: 'hold', until: new Promise(() => {}) },
      ];
    });
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Hello');
    const desk = await openDesk(await browser.context(), hub.url);
    await (await rowOf(desk, visitor)).click();
    const before = model.requests.length;
    await desk.getByRole('button', { name: 'Suggest', exact: true }).click();
    await desk.locator('.now.streaming .now-say').getByText('Ask what').waitFor();
    expect(say).not.toBe(await desk.locator('.now-say').textContent());
    await desk.getByRole('button', { name: 'Stop', exact: true }).click();
    await desk.getByText('Stopped.').waitFor();
    // Nothing more is paid for.
    await (await model.request(before)).left;

    model.play(({ body }) => [{ do: 'tokens', tokens: tokensFor(body, say), everyMs: 1 }, stop()]);
    await desk.getByRole('button', { name: 'Suggest again', exact: true }).click();
    await expect.poll(() => desk.locator('.now.suggestion .now-say').allTextContents()).toEqual([say]);
  });

  it('the agent takes over and gives back at the desk, the supervisor at the wall, and each sees the other’s hand', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Good morning');
    const desk = await openDesk(await browser.context(), hub.url);
    await (await rowOf(desk, visitor)).click();
    await desk.getByText('Good morning').first().waitFor();
    const wall = await openWall(await browser.context(), hub.url);
    await wall.locator('.card').filter({ hasText: 'Jorge' }).last().waitFor();
    await desk.getByRole('button', { name: 'Take over' }).click();
    const hers = wall.locator('.card').filter({ hasText: 'Maya Torres is answering' });
    await hers.waitFor();
    await wall.getByRole('button', { name: /^Jorge is answering/ }).click();
    await hers.waitFor({ state: 'detached' });
    await wall.getByRole('button', { name: /^A person is answering/ }).click();
    await hers.getByRole('button').click();
    const watched = wall.getByRole('complementary', { name: 'Watching a conversation' });
    await watched.getByText('Maya Torres is answering', { exact: true }).waitFor();
    await desk.getByRole('button', { name: 'Hand back to Jorge' }).click();
    await watched.getByText('Jorge is answering', { exact: true }).waitFor();
    await wall.getByRole('button', { name: 'Take over' }).click();
    await wall.getByText('You are answering').waitFor();
    await desk.getByText('Renee Castillo is answering', { exact: true }).waitFor();
    await visitor.chat.getByText('Renee Castillo is answering now.').waitFor();
    await wall.getByRole('button', { name: 'Hand back to Jorge' }).click();
    await desk.getByText('Jorge is answering', { exact: true }).waitFor();
  });

  it('an agent hands a talk to a colleague who is here, and then to the bot that fits better, each with the reason', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('My house is blue inside and out');
    const owen = await openDesk(await browser.context(), hub.url, 'agent2@demo.example');
    const desk = await openDesk(await browser.context(), hub.url);
    await (await rowOf(desk, visitor)).click();
    await desk.getByText('My house is blue inside and out').first().waitFor();
    const handOver = async (to: RegExp, reason: string) => {
      await desk.getByRole('button', { name: 'More actions' }).click();
      await desk.getByRole('menuitem', { name: 'Hand over…' }).click();
      const choice = desk.getByLabel('To', { exact: true });
      const label = await choice.locator('option').filter({ hasText: to }).first().textContent();
      await choice.selectOption({ label: label ?? '' });
      await desk.getByLabel('Reason').fill(reason);
      await desk.getByRole('button', { name: 'Hand over', exact: true }).click();
      await desk.locator('.hand-over').waitFor({ state: 'detached' });
    };
    await handOver(/Seller bot/, 'Wants a valuation');
    await desk
      .getByText(/Handed over to the seller bot by Maya Torres: Wants a valuation/)
      .first()
      .waitFor();
    await desk.locator('.talk-head').getByText('Seller bot').waitFor();
    await handOver(/Owen Park/, 'Knows the street');
    await desk
      .getByText(/Handed over to a colleague by Maya Torres: Knows the street/)
      .first()
      .waitFor();
    await owen.getByRole('button', { name: /^Mine/ }).click();
    await (await rowOf(owen, visitor)).waitFor();
    await expect.poll(() => owen.locator('a.inbox-row').count()).toBe(1);
  });
});
