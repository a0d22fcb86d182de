import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { build, preview } from 'vite';
import type {} from '../../client/gallery/main.tsx';

export interface GalleryScene {
  name: string;
  address: string;
  sees: string;
  press: readonly string[];
}

export interface Gallery {
  url: string;
  /** Opens the gallery in the page and says what there is to see. */
  scenes(page: Page): Promise<GalleryScene[]>;
  /** Shows a scene in a page in which the gallery is open, and waits for the parts that it names. */
  show(page: Page, scene: GalleryScene): Promise<void>;
  close(): Promise<void>;
}

const configFile = resolve(import.meta.dirname, '../../client/gallery/vite.config.ts');

/** The hour of every picture: a countdown is always as far. */
const sceneTime = '2026-11-21T16:30:00Z';

/** The gallery of states, built into a folder of its own and served. */
export async function openGallery(): Promise<Gallery> {
  const outDir = await mkdtemp(join(tmpdir(), 'jorge-gallery-'));
  await build({ configFile, logLevel: 'error', build: { outDir, chunkSizeWarningLimit: 5_000 } });
  const server = await preview({ configFile, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const url = `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}`;
  return {
    url,
    async scenes(page) {
      await page.clock.setFixedTime(sceneTime);
      await page.goto(url);
      return (await page.evaluate('window.galleryScenes')) as GalleryScene[];
    },
    async show(page, { name, sees, press }) {
      await page.evaluate((wanted) => window.showScene(wanted), name);
      for (const step of press)
        if (step.length === 1) await page.keyboard.press(step);
        else await page.locator(step).first().click();
      await page.locator(sees).first().waitFor();
      await page.evaluate(async () => {
        const shadows = [...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? []);
        const moving = [document, ...shadows].flatMap((root) => root.getAnimations());
        const ending = moving.filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
        await Promise.allSettled(ending.map((one) => one.finished));
      });
    },
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
