import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, openWall, rowOf } from '../people.ts';
import { violations } from '../violations.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

describe.each(['light', 'dark'] as const)('in the %s look', (colorScheme) => {
  it('the listing page, the chat, the desk and the wall break no rule of accessibility', async () => {
    const look = { colorScheme, reducedMotion: 'reduce' as const };
    const visitor = await openVisitorPage(await browser.context(look), `${hub.url}/demo`);
    expect(await violations(visitor.page)).toEqual([]);
    await visitor.ask('I want to buy a home, up to 700k');
    expect(await violations(visitor.page)).toEqual([]);

    const staff = await browser.context(look);
    const signIn = await staff.newPage();
    await signIn.goto(`${hub.url}/desk`);
    await signIn.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await violations(signIn)).toEqual([]);
    await signIn.close();

    const desk = await openDesk(staff, hub.url);
    expect(await violations(desk)).toEqual([]);
    await (await rowOf(desk, visitor)).click();
    await desk.locator('.talk .message').first().waitFor();
    await visitor.ask('The price seems too high');
    await desk.locator('.now.suggestion').waitFor();
    await desk.getByRole('switch', { name: 'Show all activity' }).click({ force: true });
    await desk.locator('.team-turn button').last().click();
    expect(await violations(desk)).toEqual([]);
    for (const name of ['More actions', /account and settings$/]) {
      await desk.getByRole('button', { name }).click();
      await desk.getByRole('menu').waitFor();
      expect(await violations(desk)).toEqual([]);
      await desk.keyboard.press('Escape');
      await desk.getByRole('menu').waitFor({ state: 'detached' });
    }

    const wall = await openWall(await browser.context(look), hub.url);
    await wall.locator('.card button').first().click();
    await wall.locator('.sheet .message').first().waitFor();
    expect(await violations(wall)).toEqual([]);
    await wall.getByRole('button', { name: 'Reassign' }).click();
    await wall.getByRole('menu').waitFor();
    expect(await violations(wall)).toEqual([]);
  });
});
