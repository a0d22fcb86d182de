// `npm run screenshots`: every page at 1440, 1024 and 390 wide, light and dark, of a hub in the middle of a lively scene, and
// every state of every view from the gallery.
import { copyFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { openGallery } from '../support/openGallery.ts';
import { openHub } from '../support/openHub.ts';
import { openDesk, openVisitorPage, openWall } from './people.ts';
import { playScene } from './scene.ts';

const dir = resolve(import.meta.dirname, '../../docs/screenshots');
/** These few are kept with the code; all of them are in `docs/screenshots/all`. */
const kept = ['demo-1440-light', 'desk-1440-light', 'desk-1440-dark', 'wall-1440-light', 'widget-390-light'];

// The hub's own timers do not keep a process alive; this one lives until the hub is closed.
const awake = setInterval(() => {}, 60_000);
const hub = await openHub();
const browser = await openBrowser();
const scene = await playScene(hub.url);
await mkdir(join(dir, 'all'), { recursive: true });

/** The staff's pages first: each look of the visitor's page is a new conversation on them. */
for (const shootPages of [shootDesk, shootWall, shootVisitor])
  for (const width of [1440, 1024, 390] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      const narrow = width === 390;
      const context = await browser.context({
        viewport: { width, height: narrow ? 844 : 900 },
        colorScheme,
        locale: 'en-US',
        timezoneId: 'America/Chicago',
        reducedMotion: 'reduce',
        ...(narrow ? { hasTouch: true, isMobile: true } : {}),
      });
      await shootPages(context, (page, name) => save(page, `${name}-${width}-${colorScheme}`), narrow);
      await context.close();
    }
await shootGallery();
const troubles = browser.takeTroubles();
scene.close();
await browser.close();
await hub.close();
clearInterval(awake);
for (const name of kept) await copyFile(join(dir, 'all', `${name}.png`), join(dir, `${name}.png`));
if (troubles.length > 0) throw new Error(`pages complained:\n${troubles.join('\n')}`);
process.stdout.write(`Screenshots are in ${dir}\n`);

/** Every state of every view, from fixtures, into a folder of its own. */
async function shootGallery(): Promise<void> {
  const gallery = await openGallery();
  const page = await (
    await browser.context({ reducedMotion: 'reduce', locale: 'en-US', timezoneId: 'America/Chicago' })
  ).newPage();
  for (const scene of await gallery.scenes(page)) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await gallery.show(page, scene);
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
      [390, 844],
    ] as const)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        await save(page, join('gallery', `${width}-${colorScheme}`, scene.name));
      }
  }
  await page.context().close();
  await gallery.close();
}

type Shoot = (page: Page, name: string) => Promise<void>;

async function save(page: Page, name: string): Promise<void> {
  // Fonts and the last frame of what came over the wire.
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  await page.screenshot({ path: join(dir, 'all', `${name}.png`), animations: 'disabled' });
}

async function shootVisitor(context: BrowserContext, shoot: Shoot, narrow: boolean): Promise<void> {
  const visitor = await openVisitorPage(context, `${hub.url}/demo`, { open: false });
  await visitor.chat.locator('.launcher').waitFor();
  await shoot(visitor.page, 'page');
  await visitor.chat.locator('.launcher').click();
  await visitor.chat.locator('.chips button').first().waitFor();
  await shoot(visitor.page, 'empty');
  await visitor.ask('Hi, is this home still for sale?');
  await visitor.write('Can I see it on Saturday?');
  const times = visitor.chat.locator('.offer .times button:enabled');
  await times.nth(2).waitFor();
  if (!narrow) {
    await times.nth(1).click();
    await visitor.chat.locator('.chips button').getByText('Without representation', { exact: true }).click();
    await visitor.hears(/showing (?:is booked|is on)/i);
  }
  await visitor.page.mouse.move(20, 20);
  await shoot(visitor.page, narrow ? 'widget' : 'demo');
  await visitor.page.close();
}

async function shootDesk(context: BrowserContext, shoot: Shoot, narrow: boolean): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${hub.url}/desk`);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await shoot(page, 'signin');
  await page.close();
  const desk = await openDesk(context, hub.url);
  await desk.locator('a.inbox-row').nth(5).waitFor();
  await shoot(desk, narrow ? 'desk-inbox' : 'desk-nothing-open');
  await desk.locator(`[data-id="${scene.buyer}"]`).click();
  await desk.locator('.now-say').waitFor();
  await desk.mouse.move(420, 16);
  await shoot(desk, 'desk');
  if (narrow) {
    await desk.getByRole('button', { name: 'Details', exact: true }).click();
    await shoot(desk, 'desk-known');
  } else if (desk.viewportSize()?.width === 1440) {
    await desk.getByRole('switch', { name: 'Show all activity' }).click({ force: true });
    await desk.locator('.team-turn button').last().click();
    await desk.getByRole('tab', { name: 'Ask' }).click();
    await desk.getByLabel('Question about this lead').fill('What have they said about money?');
    await desk.getByRole('button', { name: 'Ask', exact: true }).click();
    await desk.locator('.answer footer').first().waitFor();
    await shoot(desk, 'desk-asked');
  }
  await desk.close();
}

async function shootWall(context: BrowserContext, shoot: Shoot): Promise<void> {
  const wall = await openWall(context, hub.url);
  await wall.locator('.card').nth(5).waitFor();
  await shoot(wall, 'wall-cards');
  await wall.locator('.card button').filter({ hasText: '· Zilker' }).click();
  await wall.locator('.whisper-box').waitFor();
  await wall.locator('.sheet .message').last().waitFor();
  await shoot(wall, 'wall');
  await wall.close();
}
