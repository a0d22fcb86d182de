/** An agent has the story of a home written, changes it, and puts it into a reply. Costs: fifteen seconds. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPerson } from '../../gateway/people.ts';
import { startFakeAnthropic } from '../../support/fakeAnthropic.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
let conversationId: string;
beforeAll(async () => {
  hub = await openHub();
  const agent = await demoPerson(hub.url, 'agent');
  await agent.send('board-watch');
  const visitor = await openVisitor(hub.url);
  conversationId = visitor.conversationId;
  await agent.send('conversation-open', { conversationId });
  await visitor.command('chat-send', { text: 'My name is Linda Ortiz. I need 3 bedrooms.' });
  await agent.untilEntry('bot-turn', ({ data }) => data.turnNo === 1);
  for (const one of [agent, visitor]) one.close();
});
afterAll(() => hub.close());

it('a story is written from the home of a conversation, changed, rated, and put into the reply', async () => {
  const desk = await openDesk(await browser.context({ viewport: { width: 1440, height: 900 } }), hub.url);
  await desk.goto(`${hub.url}/desk/c/${conversationId}`);
  await desk.getByRole('tab', { name: 'Home' }).click();
  const tool = desk.locator('.composer').getByRole('link', { name: 'Write about this home' });
  expect(await tool.getAttribute('href')).toMatch(new RegExp(`^/desk/write\\?home=.+&lead=.+&talk=${conversationId}$`));
  await desk.getByRole('tabpanel').getByRole('link', { name: 'Write about this home' }).click();
  await desk.locator('.chooser-head', { hasText: 'Linda Ortiz' }).waitFor();
  await desk.getByRole('combobox', { name: 'Style' }).selectOption('lifestyle');
  await desk.getByRole('button', { name: 'Write', exact: true }).click();
  const story = desk.getByRole('region', { name: 'The story' });
  await story.locator('span', { hasText: 'Think of an ordinary weekday' }).waitFor();
  await story.locator('span', { hasText: 'You said “3 bedrooms”' }).waitFor();
  const price = story.locator('span', { hasText: 'asking price is $689,000' });
  expect(await price.getAttribute('title')).toContain('The asking price is $689,000.');
  expect(await story.innerText()).toMatch(/1\d\d words · \d+ facts · reads at grade \d+ · written by rules/);
  await story.getByRole('button', { name: 'Useful', exact: true }).click();
  await story.getByRole('button', { name: 'Useful', exact: true, pressed: true }).waitFor();
  await story.getByRole('button', { name: 'Edit' }).click();
  const field = story.getByRole('textbox', { name: 'The story' });
  await field.fill((await field.inputValue()).replace('an ordinary weekday', 'your Tuesday'));
  await story.getByRole('button', { name: 'Save' }).click();
  await story.getByText('edited, 2% of the words changed').waitFor();
  await story.getByRole('button', { name: 'Put in the reply box' }).click();
  await desk.getByRole('textbox', { name: 'Reply' }).waitFor();
  expect(new URL(desk.url()).pathname).toBe(`/desk/c/${conversationId}`);
  expect(await desk.getByRole('textbox', { name: 'Reply' }).inputValue()).toContain('Think of your Tuesday');
  await tool.click();
  await desk.locator('.chooser-head', { hasText: 'Linda Ortiz' }).waitFor();
});

it('on a phone a home and a person are found by their words, and a long story fits the screen', async () => {
  const desk = await openDesk(await browser.context({ viewport: { width: 390, height: 844 } }), hub.url);
  await desk.goto(`${hub.url}/desk/homes`);
  await desk.getByRole('link', { name: 'Write', exact: true }).click();
  await desk.getByRole('textbox', { name: 'Home' }).fill('Ashby Hollow');
  await desk.getByRole('button', { name: /2417 Ashby Hollow Drive/ }).click();
  await desk.getByRole('button', { name: 'Choose' }).click();
  await desk.getByRole('button', { name: /Linda Ortiz/ }).click();
  await desk.getByRole('combobox', { name: 'Length' }).selectOption('long');
  await desk.getByRole('button', { name: 'Write', exact: true }).click();
  const story = desk.getByRole('region', { name: 'The story' });
  await story.getByText(/4\d\d words/).waitFor();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

/** The homes that are offered for these words, chosen one after the other. */
async function chooseHomes(desk: Page, words: readonly string[]): Promise<void> {
  await desk.getByText('Several homes', { exact: true }).click();
  const chosen = desk.getByRole('list', { name: 'Chosen homes' }).getByRole('listitem');
  for (const [at, word] of words.entries()) {
    await desk.getByRole('textbox', { name: 'Home' }).fill(word);
    await desk.getByRole('list', { name: 'Matches' }).getByRole('button', { name: word }).first().click();
    await expect.poll(() => chosen.count()).toBe(at + 1);
  }
}

it('stories of several homes are ordered at once, show how far they are, also after a reload, and each opens', async () => {
  const desk = await openDesk(await browser.context({ viewport: { width: 390, height: 844 } }), hub.url);
  await desk.goto(`${hub.url}/desk/write`);
  await chooseHomes(desk, ['2417 Ashby Hollow', '908 Larkmoor']);
  await desk.getByRole('button', { name: 'Write 2 stories' }).click();
  const progress = desk.getByRole('region', { name: 'Progress' });
  await progress.getByText('2 of 2 written').waitFor();
  await desk.reload();
  await progress.getByText('2 of 2 written').waitFor();
  await progress.getByRole('button', { name: /Open the story of 2417 Ashby Hollow/ }).click();
  await desk
    .getByRole('region', { name: 'The story' })
    .getByText(/1\d\d words/)
    .waitFor();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

it('the rest of the stories can be canceled while Claude is slow', async () => {
  const model = await startFakeAnthropic(() => [{ do: 'ping' }]);
  const slow = await openHub({ env: { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url } });
  const context = await browser.context({ viewport: { width: 1440, height: 900 } });
  try {
    const desk = await openDesk(context, slow.url);
    await desk.goto(`${slow.url}/desk/write`);
    await chooseHomes(desk, ['2417 Ashby Hollow', '908 Larkmoor']);
    await desk.getByRole('button', { name: 'Write 2 stories' }).click();
    await model.request(0);
    const progress = desk.getByRole('region', { name: 'Progress' });
    await progress.getByText('0 of 2 written').waitFor();
    await progress.getByRole('button', { name: 'Cancel the rest' }).click();
    await progress.getByText('0 of 2 written, the rest canceled').waitFor();
    await expect.poll(() => progress.getByText('Canceled', { exact: true }).count()).toBe(2);
  } finally {
    await context.close();
    await model.close();
    await slow.close();
  }
});
