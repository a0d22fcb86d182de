/** An agent has the story of a home written, changes it, and puts it into a reply. Costs: eight seconds. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPerson } from '../../gateway/people.ts';
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
