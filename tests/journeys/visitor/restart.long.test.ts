import type { Page } from 'playwright-core';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { type HubProcess, startHubProcess } from '../../support/hubProcess.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: HubProcess;
afterEach(() => hub.kill());

const words = (desk: Page): Promise<string[]> => desk.locator('.talk .message .words').allTextContents();

describe('a hub that is killed while a visitor types', () => {
  it('comes back with nothing missing and nothing doubled: words written meanwhile go out by themselves', async () => {
    const env = {
      MONGODB_URL: uniqueDatabaseUrl(inject('mongodbUrl')),
      HUB_SECRET: 'a-secret-for-this-test-of-32-chars!',
    };
    hub = await startHubProcess(env);
    const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
    const first = await visitor.ask('Hi, is this home still for sale?');
    const desk = await openDesk(await browser.context(), hub.url);
    await (await rowOf(desk, visitor)).click();
    await expect.poll(() => words(desk)).toEqual(['Hi, is this home still for sale?', first]);

    browser.forgive(/ERR_(?:CONNECTION_RE(?:FUSED|SET)|EMPTY_RESPONSE)|WebSocket connection to .* failed/);
    await visitor.input.pressSequentially('I want to ');
    await hub.kill();
    await visitor.chat.getByText('Reconnecting. Your messages will be sent once you’re connected.').waitFor();
    await desk.getByText(/Reconnecting… Showing data from/).waitFor();
    await visitor.input.pressSequentially('buy');
    await visitor.input.press('Enter');
    await visitor.chat.locator('.you.unsent').filter({ hasText: 'I want to buy' }).waitFor();

    hub = await startHubProcess({ ...env, PORT: new URL(hub.url).port });
    await visitor.chat.locator('.you.unsent').waitFor({ state: 'detached' });
    await visitor.chat.locator('.list > .bot:last-child:not(.streaming)').waitFor();
    await visitor.chat.locator('.status').waitFor({ state: 'hidden' });
    expect(await visitor.texts('you')).toEqual(['Hi, is this home still for sale?', 'I want to buy']);
    const [, second, ...more] = await visitor.texts('bot');
    expect(more).toEqual([]);
    await expect.poll(() => words(desk)).toEqual(['Hi, is this home still for sale?', first, 'I want to buy', second]);
    await desk.locator('.stale-line').waitFor({ state: 'detached' });
  });
});
