import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../../dist/client', import.meta.url));
const kibibyte = 1024;
/** `firstBytes`: the bytes that have come when the first message can be sent. */
const limits = { loaderBytes: 6 * kibibyte, firstBytes: 45 * kibibyte, allBytes: 90 * kibibyte };

const integrityOf = (file: string): string =>
  `sha384-${createHash('sha384')
    .update(readFileSync(`${outDir}/${file}`))
    .digest('base64')}`;

/** A classic script on its own: pages embed it without `type="module"` and without CORS. */
const script = (input: string, entryFileNames: string) => ({
  outDir,
  // The desk's build writes to the same folder.
  emptyOutDir: false,
  target: 'es2022',
  modulePreload: false as const,
  rolldownOptions: { input, output: { format: 'iife' as const, entryFileNames } },
});

/** The hub speaks WebSocket only: the other transports of its client would be a tenth of what a page loads. */
function webSocketOnly(): Plugin {
  const only = '\0websocket-only';
  let transports = '';
  return {
    name: 'websocket-only',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source !== './transports/index.js' || !importer?.includes('/engine.io-client/')) return null;
      transports = resolve(dirname(importer), 'transports');
      return only;
    },
    load(id) {
      if (id !== only) return null;
      return `import { WS } from '${transports}/websocket.js'; export const transports = { websocket: WS };`;
    },
  };
}

/** Each part knows the next by its hashed name, so the last is built first; then sizes are checked and the demo copied. */
function partsAndDemo(): Plugin {
  return {
    name: 'parts-and-demo',
    apply: 'build',
    async writeBundle(_, bundle) {
      const more = Object.keys(bundle).find((file) => file.startsWith('widget-more-'))!;
      for (const file of readdirSync(outDir)) {
        if (file.startsWith('widget-') && file !== more) rmSync(`${outDir}/${file}`);
      }
      await buildPart('app.ts', 'widget-app-[hash].js', {
        widgetMoreFile: more,
        widgetMoreIntegrity: integrityOf(more),
      });
      const app = readdirSync(outDir).find((file) => file.startsWith('widget-app-'))!;
      copyFileSync(`${outDir}/${app}`, `${outDir}/widget-app.js`);
      await buildPart('loader.ts', 'widget.js', { widgetAppFile: app, widgetAppIntegrity: integrityOf(app) });
      const integrity = integrityOf('widget.js');
      const file = `widget-${createHash('sha256').update(integrity).digest('hex').slice(0, 12)}.js`;
      copyFileSync(`${outDir}/widget.js`, `${outDir}/${file}`);
      writeFileSync(`${outDir}/widget.json`, JSON.stringify({ file, integrity }));
      cpSync(`${here}../demo`, `${outDir}/demo`, { recursive: true });
      const sizeOf = (part: string) => gzipSync(readFileSync(`${outDir}/${part}`), { level: 9 }).length;
      const loaderBytes = sizeOf('widget.js');
      const firstBytes = loaderBytes + sizeOf(app);
      const allBytes = firstBytes + sizeOf(more);
      const of = (bytes: number, limit: number) => `${bytes} of ${limit}`;
      this.info(
        `widget, bytes gzip: loader ${of(loaderBytes, limits.loaderBytes)}, until the first message ${of(firstBytes, limits.firstBytes)}, in all ${of(allBytes, limits.allBytes)}`,
      );
      if (loaderBytes > limits.loaderBytes || firstBytes > limits.firstBytes || allBytes > limits.allBytes)
        this.error('The widget is larger than it may be.');
    },
  };
}

const buildPart = (input: string, output: string, told: Record<string, string>) =>
  build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    publicDir: false,
    plugins: [webSocketOnly()],
    define: Object.fromEntries(Object.entries(told).map(([name, value]) => [name, JSON.stringify(value)])),
    build: script(`${here}${input}`, output),
  });

/**
 * Builds `/widget.js` (with a copy under a name of its hash, in `/widget.json`), `/widget-app-<hash>.js` (with a copy under a plain
 * name, see the loader), `/widget-more-<hash>.js` and `/demo`.
 */
export default defineConfig({
  root: here,
  publicDir: false,
  plugins: [partsAndDemo()],
  build: script(`${here}more.ts`, 'widget-more-[hash].js'),
});
