// `node scripts/run.mjs tests/journeys/drawIcons.ts`: draws the desk's icons, which are kept with the code, from their SVGs.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openBrowser } from '../support/browser.ts';

const client = resolve(import.meta.dirname, '../../client');
const plain = resolve(client, 'shared/components/icon.svg');
const maskable = resolve(client, 'desk/icons/maskable.svg');
const drawings: [svg: string, name: string, size: number][] = [
  [plain, 'icon-192', 192],
  [plain, 'icon-512', 512],
  // Systems cut these to their own shape, so they are filled to the edge.
  [maskable, 'maskable-512', 512],
  [maskable, 'touch-180', 180],
];

const browser = await openBrowser();
const page = await (await browser.context()).newPage();
for (const [svg, name, size] of drawings) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${await readFile(svg, 'utf8')}`,
  );
  await writeFile(resolve(client, `desk/icons/${name}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
