import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeAnthropic, startFakeAnthropic, stop, tokensFor } from '../../support/fakeAnthropic.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, rowOf } from '../people.ts';

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

/** The model writes `first`, and `rest` once it is let go on. */
function playInTwo(first: string, rest: string): () => void {
  let goOn = () => {};
  const until = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  model.play(({ body }) => {
    const tokens = tokensFor(body, first + rest);
    const from = body.output_config?.format ? Math.floor(tokens.length / 2) : Math.ceil(first.length / 4);
    return [
      { do: 'tokens', tokens: tokens.slice(0, from), everyMs: 0 },
      { do: 'hold', until },
      { do: 'tokens', tokens: tokens.slice(from), everyMs: 0 },
      stop(),
    ];
  });
  return goOn;
}
const playWhole = (words: string) =>
  model.play(({ body }) => [{ do: 'tokens', tokens: tokensFor(body, words), everyMs: 0 }, stop()]);

const deskWords = (page: Page): Promise<string[]> => page.locator('.talk .message .words').allTextContents();

describe('a page that is loaded again', () => {
  it('shows the visitor the same talk at every step of it, and says nothing twice', async () => {
    playWhole('Wait.');
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    const { chat, input } = visitor;
    const reload = async () => {
      await visitor.page.reload();
      await chat.locator('.launcher').click();
      await chat.locator('.sheet').waitFor();
    };
    const answered = () => chat.locator('.list > .bot:last-child:not(.streaming)').waitFor();

    await chat.getByRole('button', { name: 'Is this home still for sale?' }).waitFor();
    await reload();
    await chat.getByRole('button', { name: 'Is this home still for sale?' }).waitFor();
    expect(await visitor.texts('you')).toEqual([]);

    await input.pressSequentially('Hi there');
    await reload();
    await expect.poll(() => input.inputValue()).toBe('Hi there');
    // Gone before anybody could have answered that it came.
    await input.press('Enter');
    await reload();
    await expect.poll(() => visitor.texts('you')).toEqual(['Hi there']);
    await answered();
    const [greeting] = await visitor.texts('bot');
    await expect.poll(() => input.inputValue()).toBe('');
    await visitor.write('Is there parking?');
    await answered();
    await chat.locator('.chips').getByText('Not yet', { exact: true }).waitFor();
    await reload();
    await visitor.choose('Not yet');
    await reload();
    await answered();
    await chat.locator('.chips').getByText('Not yet', { exact: true }).waitFor({ state: 'hidden' });

    const goOn = playInTwo('It was built in 1951. The heat pump was installed in 2022. ', 'It has 3 bedrooms. ');
    await visitor.write('Does it have a heat pump?');
    const growing = chat.locator('.bot.streaming .text').filter({ hasText: 'It was built in 1951.' });
    await growing.waitFor();
    await reload();
    await growing.waitFor();
    goOn();
    await visitor.hears('It has 3 bedrooms.');
    await answered();
    await reload();
    await visitor.hears('It has 3 bedrooms.');
    expect(await visitor.texts('you')).toEqual([
      'Hi there',
      'Is there parking?',
      'Not yet',
      'Does it have a heat pump?',
    ]);
    const said = await visitor.texts('bot');
    expect(said[0]).toBe(greeting);
    expect(said.filter((text) => text.includes('built in 1951'))).toHaveLength(1);

    // In office hours, or outside them: the test runs at any time of day.
    const told = chat.getByText(/^(?:The team has been notified|Back .+)$/);
    await chat.getByRole('button', { name: 'Talk to a person' }).click();
    await told.waitFor();
    await reload();
    await told.waitFor();
    await chat.getByRole('button', { name: 'Talk to a person' }).waitFor({ state: 'hidden' });

    const desk = await openDesk(await browser.context(), hub.url);
    await (await rowOf(desk, visitor)).click();
    await desk.getByRole('button', { name: 'Accept' }).click();
    await desk.getByText('You are answering').waitFor();
    await desk.getByLabel('Reply', { exact: true }).fill('Maya here. Shall I show it to you?');
    await desk.getByLabel('Reply', { exact: true }).press('Enter');
    await visitor.hears('Maya here.', 'person');
    await reload();
    await visitor.hears('Maya here.', 'person');
    await chat.getByText('Maya Torres is with you').waitFor();
    await input.pressSequentially('Yes please');
    await input.press('Enter');
    await reload();
    await expect.poll(async () => (await visitor.texts('you')).at(-1)).toBe('Yes please');
    await desk.locator('.message.theirs .words').filter({ hasText: 'Yes please' }).waitFor();
    expect((await deskWords(desk)).filter((text) => text === 'Yes please')).toHaveLength(1);

    await visitor.end();
    await chat.getByRole('button', { name: 'Start a new chat' }).waitFor();
    await reload();
    // A visitor who comes back after the end begins a new chat.
    await chat.getByRole('button', { name: 'Is this home still for sale?' }).waitFor();
    expect(await visitor.texts('you')).toEqual([]);
  });

  it('shows the agent the same desk at every step of a talk', async () => {
    playWhole('Wait.');
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Good morning');
    const desk = await openDesk(await browser.context(), hub.url);
    await desk.reload();
    await (await rowOf(desk, visitor)).click();
    await desk.getByText('Good morning').first().waitFor();
    const words = [...(await visitor.texts('you')), ...(await visitor.texts('bot'))];
    await expect.poll(() => deskWords(desk)).toEqual(words);
    await desk.reload();
    await expect.poll(() => deskWords(desk)).toEqual(words);

    const reply = desk.getByLabel('Reply', { exact: true });
    const advice = 'Ask what matters most to them in a home. Then offer two times for a visit.';
    const goOn = playInTwo(advice, '');
    await desk.getByRole('button', { name: /^Suggest(?: again)?$/ }).click();
    const growing = desk.locator('.now.streaming .now-say').filter({ hasText: 'Ask what' });
    await growing.waitFor();
    await desk.reload();
    await growing.waitFor();
    goOn();
    await desk.locator('.now.suggestion .now-say').filter({ hasText: advice }).waitFor();
    await desk.reload();
    await desk.locator('.now.suggestion .now-say').filter({ hasText: advice }).waitFor();

    await desk.getByRole('button', { name: 'Take over' }).click();
    await desk.getByText('You are answering').waitFor();
    await reply.pressSequentially('Saturday at ten');
    await desk.reload();
    await desk.getByText('You are answering').waitFor();
    await expect.poll(() => reply.inputValue()).toBe('Saturday at ten');
    // Gone before anybody could have answered that it came.
    await reply.press('Enter');
    await desk.reload();
    await visitor.hears('Saturday at ten', 'person');
    await expect.poll(async () => (await deskWords(desk)).at(-1)).toBe('Saturday at ten');
    await expect.poll(() => desk.locator('.unsent').count()).toBe(0);
    expect(await visitor.texts('person')).toEqual(['Saturday at ten']);

    await desk.getByRole('button', { name: 'Hand back to Jorge' }).click();
    await desk.getByText('Jorge is answering', { exact: true }).waitFor();
    await desk.reload();
    await desk.getByText('Jorge is answering', { exact: true }).waitFor();
    await visitor.end();
    await desk.getByText('This conversation is closed').waitFor();
    await desk.reload();
    await desk.getByText('This conversation is closed').waitFor();
    await expect.poll(async () => (await deskWords(desk)).at(-1)).toBe('Saturday at ten');
  });
});
