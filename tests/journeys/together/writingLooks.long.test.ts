/** Writing in every look and at both widths: a story, a batch of them, a report. Costs: a minute and a half. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoTenantId } from '../../../src/app/demoTenant.ts';
import { keyOf } from '../../../src/kernel/jobs.ts';
import { demoPerson } from '../../gateway/people.ts';
import { type FakeAnthropic, startFakeAnthropic } from '../../support/fakeAnthropic.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk } from '../people.ts';
import { violations } from '../violations.ts';

const browser = browserOfFile();
const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ].map((viewport) => ({ colorScheme, viewport, ...viewport })),
);
let hub: OpenHub;
/** Its Claude never answers. */
let slow: OpenHub;
let claude: FakeAnthropic;
beforeAll(async () => {
  claude = await startFakeAnthropic(() => [{ do: 'ping' }]);
  hub = await openHub();
  slow = await openHub({ env: { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: claude.url } });
});
afterAll(async () => {
  await claude.close();
  await hub.close();
  await slow.close();
});

/** Nothing is cut off at the side, and no rule of accessibility is broken. */
async function looksWell(page: Page, width: number): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await violations(page)).toEqual([]);
}

async function aTalk(): Promise<string> {
  const visitor = await openVisitor(hub.url);
  const agent = await demoPerson(hub.url, 'agent');
  const { conversationId } = visitor;
  await agent.send('conversation-open', { conversationId });
  await visitor.command('chat-send', { text: 'My name is Linda Ortiz. I need 3 bedrooms.' });
  await agent.untilEntry('bot-turn', ({ data }) => data.turnNo === 1);
  for (const one of [agent, visitor]) one.close();
  return conversationId;
}

/** As if the time of the schedule had come. */
async function makeDue(about: string): Promise<void> {
  const [schedule] = await hub.stores.reportSchedules.list(demoTenantId);
  if (schedule === undefined) throw new Error('no schedule was kept');
  const at = Date.now();
  const job = { tenantId: demoTenantId, kind: 'report', about, conversationId: null } as const;
  await hub.stores.jobStore.set({ ...job, key: keyOf(job), data: { scheduleId: schedule.id, dueAt: at }, at });
}

async function chooseHomes(desk: Page, words: readonly string[]): Promise<void> {
  await desk.getByText('Several homes', { exact: true }).click();
  const chosen = desk.getByRole('list', { name: 'Chosen homes' }).getByRole('listitem');
  for (const [at, word] of words.entries()) {
    await desk.getByRole('textbox', { name: 'Home' }).fill(word);
    await desk.getByRole('list', { name: 'Matches' }).getByRole('button', { name: word }).first().click();
    await expect.poll(() => chosen.count()).toBe(at + 1);
  }
}

describe.each(looks)('in the $colorScheme look, $width wide', ({ colorScheme, viewport, width }) => {
  const look = { colorScheme, viewport, reducedMotion: 'reduce' as const };

  it('a story is written, changed, and sent', async () => {
    const conversationId = await aTalk();
    const desk = await openDesk(await browser.context(look), hub.url);
    await desk.goto(`${hub.url}/desk/c/${conversationId}`);
    // On a phone the tools come with the first tap into the field.
    await desk.getByRole('textbox', { name: 'Reply' }).click();
    const tool = desk.locator('.composer').getByRole('link', { name: 'Write about this home' });
    await desk.goto(new URL((await tool.getAttribute('href')) ?? '', hub.url).href);
    await desk.locator('.chooser-head', { hasText: 'Linda Ortiz' }).waitFor();
    await looksWell(desk, width);
    await desk.getByRole('combobox', { name: 'Style' }).selectOption('lifestyle');
    await desk.getByRole('button', { name: 'Write', exact: true }).click();
    const story = desk.getByRole('region', { name: 'The story' });
    await story.locator('span', { hasText: 'Think of an ordinary weekday' }).waitFor();
    await looksWell(desk, width);
    await story.getByRole('button', { name: 'Edit' }).click();
    const field = story.getByRole('textbox', { name: 'The story' });
    await field.fill((await field.inputValue()).replace('an ordinary weekday', 'your Tuesday'));
    await looksWell(desk, width);
    await story.getByRole('button', { name: 'Save' }).click();
    await story.getByText('edited, 2% of the words changed').waitFor();
    await story.getByRole('button', { name: 'Put in the reply box' }).click();
    await desk.getByRole('textbox', { name: 'Reply' }).waitFor();
    await desk.getByRole('button', { name: 'Send', exact: true }).click();
    await desk.locator('.talk .message', { hasText: 'Think of your Tuesday' }).waitFor();
    await looksWell(desk, width);
  });

  it('stories of several homes show how far they are, and open; the rest of others is canceled', async () => {
    const desk = await openDesk(await browser.context(look), hub.url);
    await desk.goto(`${hub.url}/desk/write`);
    await chooseHomes(desk, ['2417 Ashby Hollow', '908 Larkmoor']);
    await looksWell(desk, width);
    await desk.getByRole('button', { name: 'Write 2 stories' }).click();
    const progress = desk.getByRole('region', { name: 'Progress' });
    await progress.getByText('2 of 2 written').waitFor();
    await looksWell(desk, width);
    await progress.getByRole('button', { name: /Open the story of 2417 Ashby Hollow/ }).click();
    const words = desk.getByRole('region', { name: 'The story' }).getByText(/1\d\d words/);
    await words.waitFor();
    await looksWell(desk, width);

    const waiting = await openDesk(await browser.context(look), slow.url);
    await waiting.goto(`${slow.url}/desk/write`);
    await chooseHomes(waiting, ['2417 Ashby Hollow', '908 Larkmoor']);
    await waiting.getByRole('button', { name: 'Write 2 stories' }).click();
    const stands = waiting.getByRole('region', { name: 'Progress' });
    await stands.getByText('0 of 2 written').waitFor();
    await looksWell(waiting, width);
    await stands.getByRole('button', { name: 'Cancel the rest' }).click();
    await stands.getByText('0 of 2 written, the rest canceled').waitFor();
    await looksWell(waiting, width);
  });

  it('a report is scheduled, made, and opened', async () => {
    const desk = await openDesk(await browser.context(look), hub.url, 'supervisor@demo.example');
    await desk.goto(`${hub.url}/desk/reports`);
    await desk.getByRole('button', { name: 'New schedule' }).click();
    await desk.getByLabel('Report to schedule').selectOption('Pipeline report');
    await looksWell(desk, width);
    await desk.getByRole('button', { name: 'Save schedule' }).click();
    await desk.getByRole('list', { name: 'Schedules' }).getByRole('listitem').waitFor();
    await looksWell(desk, width);
    const made = desk.getByRole('list', { name: 'Reports' }).getByRole('link');
    const before = await made.count();
    await makeDue(`${colorScheme} ${width}`);
    await expect
      .poll(async () => {
        await desk.reload();
        await desk.getByRole('list', { name: 'Schedules' }).waitFor();
        return made.count();
      })
      .toBe(before + 1);
    await made.first().click();
    await desk.getByRole('heading', { name: 'Pipeline report', level: 1 }).waitFor();
    await looksWell(desk, width);
    await desk.goto(`${hub.url}/desk/reports`);
    await desk.getByRole('button', { name: /^Delete: Pipeline report/ }).click();
    await desk.getByRole('button', { name: /^Delete for good: Pipeline report/ }).click();
    await desk.getByText('No schedules yet').waitFor();
  });
});
