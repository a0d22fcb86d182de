import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

describe('an agent who begins to write', () => {
  it('holds Jorge, sees for how long, is announced to a colleague, and lets him go', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Hello');
    const maya = await openDesk(await browser.context(), hub.url);
    await (await rowOf(maya, visitor)).click();
    const reply = maya.getByRole('textbox', { name: 'Reply' });
    await reply.waitFor();
    const owen = await openDesk(await browser.context(), hub.url, 'agent2@demo.example');
    await owen.goto(maya.url());
    await owen.getByText('Jorge is answering', { exact: true }).waitFor();

    await reply.pressSequentially('Let me');
    await maya.getByText(/^Jorge is on hold for \d+ sec$/).waitFor();
    await owen.getByText(/^Maya Torres is writing here · Jorge is on hold for \d+ sec$/).waitFor();
    await visitor.write('Is the roof new?');
    await maya.getByText('Is the roof new?').first().waitFor();
    const said = await visitor.texts('bot');
    await maya.getByRole('button', { name: 'Let Jorge answer' }).click();
    await maya.getByText('Jorge is answering', { exact: true }).waitFor();
    await owen.getByText('Jorge is answering', { exact: true }).waitFor();
    await expect.poll(async () => (await visitor.texts('bot')).length).toBeGreaterThan(said.length);
    // The draft is still there, and goes on without holding anybody.
    await reply.pressSequentially(' see');
    expect(await reply.inputValue()).toBe('Let me see');

    await reply.fill('');
    await reply.pressSequentially('Hello, this is Maya.');
    await maya.getByText(/^Jorge is on hold for \d+ sec$/).waitFor();
    await visitor.write('And the windows?');
    await maya.getByText('And the windows?').first().waitFor();
    const before = await visitor.texts('bot');
    await reply.press('Enter');
    await visitor.hears('this is Maya', 'person');
    await maya.getByText('You are answering').waitFor();
    expect(await visitor.texts('bot')).toEqual(before);
    await maya.getByRole('button', { name: /account and settings/ }).click();
    await maya.getByText('Online: Owen Park').waitFor();
  });

  it('of two who send at once one answers, and the other reads who holds the conversation', async () => {
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    await visitor.ask('Good evening');
    const [maya, owen] = await Promise.all([
      openDesk(await browser.context(), hub.url),
      openDesk(await browser.context(), hub.url, 'agent2@demo.example'),
    ]);
    await (await rowOf(maya, visitor)).click();
    await maya.getByRole('textbox', { name: 'Reply' }).fill('Maya here');
    await owen.goto(maya.url());
    await owen.getByRole('textbox', { name: 'Reply' }).fill('Owen here');
    await Promise.all([maya, owen].map((desk) => desk.getByRole('textbox', { name: 'Reply' }).press('Enter')));
    const [winner, loser, name] = await Promise.any([
      maya
        .getByText('You are answering')
        .waitFor()
        .then(() => [maya, owen, 'Maya Torres'] as const),
      owen
        .getByText('You are answering')
        .waitFor()
        .then(() => [owen, maya, 'Owen Park'] as const),
    ]);
    await loser.getByText(`${name} is answering`, { exact: true }).waitFor();
    await expect.poll(() => visitor.texts('person')).toHaveLength(1);
    await winner.getByRole('button', { name: 'Hand back to Jorge' }).click();
    await loser.getByRole('button', { name: 'Take over' }).click();
    await loser.getByText('You are answering').waitFor();
  });
});
