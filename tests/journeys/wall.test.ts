import { afterAll, beforeAll, expect, it } from 'vitest';
import { alwaysOpen, changeSettings } from '../support/changeSettings.ts';
import { connect, openVisitor, signIn } from '../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../support/openHub.ts';
import { browserOfFile } from './browserOfFile.ts';
import { openWall, signInTo } from './people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

it('an alert that one supervisor sees to leaves the other’s wall; they watch, whisper and reassign, and the visitor notices only the words', async () => {
  const wall = await openWall(await browser.context(), hub.url);
  const other = await (await browser.context()).newPage();
  await signInTo(other, `${hub.url}/wall`, 'admin@demo.example');
  const maya = await connect(
    hub.url,
    '/agent',
    (await signIn(hub.url, 'agent@demo.example', demoPassword)).accessToken,
  );
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await visitor.command('chat-send', { text: 'Is the roof new?' });
  await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
  await visitor.command('human-request', { topic: 'The roof' });
  for (const page of [wall, other]) await page.locator('.alerts li').filter({ hasText: 'The roof' }).waitFor();
  // Whatever Jorge still has to say about it is said.
  const last = await visitor.untilEntry('message-created', ({ seq }) => seq > 3);
  await visitor.until('stream-end', ({ streamId }) => streamId === last.data.streamId);
  // Heads come now and then, and an end may be told twice.
  const heard = () => visitor.heard.map(({ event }) => event).filter((event) => !/^(heads|stream-end)$/.test(event));
  const heardBefore = heard();

  await wall.getByRole('button', { name: /^See to it/ }).click();
  await wall.locator('.sheet .message').filter({ hasText: 'Is the roof new?' }).waitFor();
  await other.locator('.alerts').getByText('Nothing needs you now').waitFor();
  expect(heard()).toEqual(heardBefore);

  await maya.send('conversation-open', { conversationId });
  await wall.locator('#whisper').fill('CANARY the roof is from 2021');
  await wall.getByRole('button', { name: 'Whisper', exact: true }).click();
  const whisper = await maya.untilEntry('whisper-created');
  expect(whisper.data).toMatchObject({
    text: 'CANARY the roof is from 2021',
    to: 'agent',
    expiresAt: expect.any(String),
  });
  await wall.getByRole('button', { name: 'Reassign' }).click();
  await wall.getByRole('menuitem', { name: /Maya Torres/ }).click();
  await other.locator('.card').filter({ hasText: 'Maya Torres' }).first().waitFor();
  expect(JSON.stringify(visitor.heard)).not.toContain('CANARY');
  expect(JSON.stringify(visitor.heard)).not.toContain('Renee');
  maya.close();
  visitor.close();
});

it('a day without a wait has a dash for the first reply and says why; with an answer it has the time', async () => {
  await using quiet = await openHub();
  // Who waits while it is closed waits for nobody.
  await changeSettings(quiet.url, alwaysOpen);
  const wall = await openWall(await browser.context(), quiet.url);
  const figure = (name: string) => wall.locator('.day-line dl > div').filter({ hasText: name });
  await figure('Today').getByText('0', { exact: true }).waitFor();
  await figure('First reply').filter({ hasText: '—' }).waitFor();
  await expect.poll(() => figure('First reply').getAttribute('title')).toBe('Nobody has waited for a person today');
  const visitor = await openVisitor(quiet.url);
  await visitor.command('chat-send', { text: 'Is the roof new?' });
  await visitor.command('human-request');
  const token = (await signIn(quiet.url, 'agent@demo.example', demoPassword)).accessToken;
  const maya = await connect(quiet.url, '/agent', token);
  await maya.command('message-send', { conversationId: visitor.conversationId, text: 'It is from 2021.' });
  await wall.reload();
  await figure('First reply')
    .filter({ hasText: / s$| min/ })
    .waitFor();
  await wall.getByRole('button', { name: 'By person' }).click();
  await wall.getByRole('rowheader', { name: 'Maya Torres' }).waitFor();
  await wall.locator('.health').getByText('Everything works').waitFor();
  maya.close();
  visitor.close();
});
