import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { phonePhoto, smallPdf, smallPng } from '../../support/sampleFiles.ts';
import { browserOfFile } from '../browserOfFile.ts';
import { openDesk, openVisitorPage, rowOf } from '../people.ts';

const browser = browserOfFile();
let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

const photo = async (name = 'Front door.jpg') => ({ name, mimeType: 'image/jpeg', buffer: await phonePhoto() });
/** The color in the middle of a canvas: of the sample photo a green, of an empty one nothing. */
const middle = (canvas: Locator) =>
  canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const drawing = (element as HTMLCanvasElement).getContext('2d');
    return [...(drawing?.getImageData(width >> 1, height >> 1, 1, 1).data ?? [])];
  });
const isPainted = (canvas: Locator) => expect.poll(async () => (await middle(canvas))[3]).toBe(255);

/** Puts a file on the page as if it were dragged there, or pasted. */
async function give(page: Page, target: Locator, how: 'drop' | 'paste', bytes: Buffer): Promise<void> {
  await target.evaluate(
    (element, { kind, base64 }) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      data.items.add(new File([content], 'Given.png', { type: 'image/png' }));
      const options = { bubbles: true, composed: true, cancelable: true };
      if (kind === 'paste') element.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
      else
        for (const name of ['dragover', 'drop'])
          element.dispatchEvent(new DragEvent(name, { ...options, dataTransfer: data }));
    },
    { kind: how, base64: bytes.toString('base64') },
  );
  await page.getByText('Given.png').waitFor();
}

it('a photo goes from the visitor to the desk and a PDF back, each shown, enlarged or downloaded on the other side', async () => {
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  const { chat, page } = visitor;
  await visitor.ask('I want to sell my house in Zilker');
  await chat
    .locator('input[type=file]')
    .first()
    .setInputFiles(await photo());
  await chat.getByRole('group', { name: 'Files to send' }).getByText('Front door.jpg').waitFor();
  await chat.locator('.send:enabled').waitFor();
  await chat.locator('.send').click();
  await isPainted(chat.locator('.you .photo canvas'));
  await visitor.hears(/Thanks for the photo/);

  const desk = await openDesk(await browser.context(), hub.url);
  await (await rowOf(desk, visitor)).click();
  const shown = desk.getByRole('img', { name: 'Photo: Front door.jpg' });
  await isPainted(shown);
  await shown.click();
  await isPainted(desk.getByRole('dialog').locator('canvas'));
  await desk.keyboard.press('Escape');
  await desk.getByRole('dialog').waitFor({ state: 'hidden' });

  const plan = { name: 'Plan.pdf', mimeType: 'application/pdf', buffer: smallPdf() };
  await desk.locator('.composer input[type=file]').setInputFiles(plan);
  await desk.getByRole('button', { name: 'Send', exact: true }).click();
  const paper = chat.locator('.person .paper');
  await paper.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), paper.click()]);
  expect(download.suggestedFilename()).toBe('Plan.pdf');

  await chat.locator('.you .photo').click();
  await isPainted(chat.getByRole('dialog', { name: 'Front door.jpg' }).locator('canvas'));
  await page.keyboard.press('Escape');
  // Esc closed the photo, and the chat stays.
  await chat.locator('textarea').waitFor();
});

it('files are dropped and pasted on both sides, left out again, and refused in words when they are none', async () => {
  browser.forgive(/400 \(Bad Request\)/);
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  const { chat, page } = visitor;
  await visitor.ask('Hello, is this home still for sale?');
  await chat.locator('.tray').waitFor({ state: 'attached' });
  await give(page, chat.locator('.log'), 'drop', await smallPng());
  await chat.getByRole('button', { name: 'Remove Given.png' }).click();
  await give(page, chat.locator('textarea'), 'paste', await smallPng());
  await chat.locator('.send:enabled').waitFor();
  await chat.getByRole('button', { name: 'Remove Given.png' }).click();
  expect(await chat.locator('.send').isEnabled()).toBe(false);
  const fake = { name: 'fake.png', mimeType: 'image/png', buffer: Buffer.from('<html>') };
  await chat.locator('input[type=file]').first().setInputFiles(fake);
  await chat.getByRole('alert').filter({ hasText: 'Only photos' }).waitFor();
  await chat
    .locator('input[type=file]')
    .first()
    .setInputFiles({ ...fake, name: 'a.svg', mimeType: 'image/svg+xml' });
  await chat.locator('.hint').filter({ hasText: 'Only photos' }).waitFor();

  const desk = await openDesk(await browser.context(), hub.url);
  await (await rowOf(desk, visitor)).click();
  await desk.locator('.talk .message').first().waitFor();
  await give(desk, desk.locator('.talk'), 'drop', await smallPng());
  await desk.getByRole('button', { name: 'Remove Given.png' }).click();
  await give(desk, desk.getByRole('textbox', { name: 'Reply' }), 'paste', await smallPng());
  await desk.getByRole('button', { name: 'Send', exact: true }).click();
  await isPainted(chat.locator('.person .photo canvas'));
});

it('a photo moves nothing when it comes: its place is there before its bytes', async () => {
  browser.forgive(/ERR_FAILED/);
  const visitor = await openVisitorPage(await browser.context(), `${hub.url}/demo`);
  const { chat, page } = visitor;
  await visitor.ask('Hi there');
  await page.route('**/widget/files/*', (route) => route.abort());
  await chat
    .locator('input[type=file]')
    .first()
    .setInputFiles(await photo());
  await chat.locator('.send:enabled').waitFor();
  await chat.locator('.send').click();
  await chat.locator('.you .photo').waitFor();
  // The photo of the telephone lies on its side: shown it stands, 2 to 3.
  const box = await chat.locator('.you .photo').boundingBox();
  expect(Math.round(((box?.width ?? 0) / (box?.height ?? 1)) * 100)).toBe(67);
});
