import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeAnthropic, type Script, startFakeAnthropic, stop, tokensFor } from '../../support/fakeAnthropic.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { networkOf } from '../network.ts';
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

const lost = /ERR_INTERNET_DISCONNECTED|Failed to load resource|WebSocket/;

/** Writes half of the words, and the rest when it is let go on. */
function inTwoHalves(words: string): { script: Script; goOn(): void } {
  let goOn = () => {};
  const until = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const script: Script = ({ body }) => {
    const tokens = tokensFor(body, words);
    const half = Math.ceil(tokens.length * 0.6);
    return [
      { do: 'tokens', tokens: tokens.slice(0, half), everyMs: 0 },
      { do: 'hold', until },
      { do: 'tokens', tokens: tokens.slice(half), everyMs: 0 },
      stop(),
    ];
  };
  return { script, goOn };
}

describe('a connection that is lost', () => {
  it('in the middle of Jorge’s reply leaves what was said, and brings the rest once', async () => {
    browser.forgive(lost);
    const context = await browser.context();
    const switchNetwork = await networkOf(context);
    const visitor = await openVisitorPage(context, `${hub.url}/demo`);
    await visitor.ask('Hello');
    const said = await visitor.texts('bot');
    const answer = 'It was built in 1951. The heat pump was installed in 2022. It has 3 bedrooms.';
    const { script, goOn } = inTwoHalves(answer);
    model.play(script);

    await visitor.write('Does it have a heat pump?');
    const growing = visitor.chat.locator('.bot.streaming .text');
    await growing.filter({ hasText: 'It was built in 1951.' }).waitFor();
    await switchNetwork(false);
    await visitor.chat.locator('.status').filter({ hasText: 'Reconnecting.' }).waitFor();
    await growing.filter({ hasText: 'It was built in 1951.' }).waitFor();
    goOn();
    await switchNetwork(true);
    await visitor.hears('It has 3 bedrooms.');
    await visitor.chat.locator('.list > .bot:last-child:not(.streaming)').waitFor();
    await visitor.chat.locator('.status').waitFor({ state: 'hidden' });
    const after = await visitor.texts('bot');
    expect(after.slice(0, -1)).toEqual(said);
    expect(after.at(-1)?.startsWith(answer)).toBe(true);
  });

  it('in the middle of the coach’s words shows the agent that it is old, and then all of them', async () => {
    browser.forgive(lost);
    model.play(({ body }) => [{ do: 'tokens', tokens: tokensFor(body, 'Wait.'), everyMs: 0 }, stop()]);
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Good morning');
    const context = await browser.context();
    const switchNetwork = await networkOf(context);
    const desk = await openDesk(context, hub.url);
    await (await rowOf(desk, visitor)).click();
    await desk.getByText('Good morning').first().waitFor();
    const advice =
      'Ask what matters most to them in a home. Then offer two times for a visit, one of them on Saturday.';
    const { script, goOn } = inTwoHalves(advice);
    model.play(script);
    await desk.getByRole('button', { name: /^Suggest(?: again)?$/ }).click();
    const say = desk.locator('.now.streaming .now-say');
    await say.filter({ hasText: 'Ask what matters most' }).waitFor();

    await switchNetwork(false);
    await desk.locator('.stale-line').waitFor();
    expect(advice.startsWith((await say.textContent()) ?? '-')).toBe(true);
    goOn();
    await switchNetwork(true);
    await desk.locator('.now.suggestion .now-say').filter({ hasText: advice }).waitFor();
    await desk.locator('.stale-line').waitFor({ state: 'detached' });
    await expect.poll(() => desk.locator('.now-say').allTextContents()).toEqual([advice]);
  });

  it('while somebody types takes the typing away for the other, keeps the words, and sends them once', async () => {
    browser.forgive(lost);
    model.play(({ body }) => [{ do: 'tokens', tokens: tokensFor(body, 'Wait.'), everyMs: 0 }, stop()]);
    const atWidget = await browser.context();
    const visitorNetwork = await networkOf(atWidget);
    const visitor = await openVisitorPage(atWidget, `${hub.url}/demo`);
    await visitor.ask('Good evening');
    const atDesk = await browser.context();
    const deskNetwork = await networkOf(atDesk);
    const desk = await openDesk(atDesk, hub.url);
    await (await rowOf(desk, visitor)).click();
    await desk.getByText('Good evening').first().waitFor();

    await visitor.input.pressSequentially('Could we come on');
    await desk.locator('.talk-typing').filter({ hasText: 'is typing' }).waitFor();
    await visitorNetwork(false);
    await desk.locator('.talk-typing:empty').waitFor({ state: 'attached' });
    await visitor.input.pressSequentially(' Saturday?');
    await visitor.input.press('Enter');
    await visitorNetwork(true);
    await desk.locator('.message.theirs .words').filter({ hasText: 'Could we come on Saturday?' }).waitFor();
    await visitor.chat.locator('.offer .times button').first().waitFor();
    expect(await visitor.texts('you')).toEqual(['Good evening', 'Could we come on Saturday?']);

    await desk.getByRole('button', { name: 'Take over' }).click();
    await desk.getByText('You are answering').waitFor();
    const reply = desk.getByLabel('Reply', { exact: true });
    await reply.pressSequentially('You are wel');
    await visitor.chat.locator('.typing').filter({ hasText: 'is typing' }).waitFor();
    await deskNetwork(false);
    await desk.locator('.stale-line').waitFor();
    await visitor.chat.locator('.typing').waitFor({ state: 'hidden' });
    await expect.poll(() => reply.inputValue()).toBe('You are wel');
    await reply.pressSequentially('come.');
    await deskNetwork(true);
    await desk.locator('.stale-line').waitFor({ state: 'detached' });
    await reply.press('Enter');
    await visitor.hears('You are welcome.', 'person');
    expect(await visitor.texts('person')).toEqual(['You are welcome.']);
  });
});
