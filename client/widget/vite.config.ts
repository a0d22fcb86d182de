import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../../dist/client', import.meta.url));
const kibibyte = 1024;
const limits = { loaderBytes: 6 * kibibyte, allBytes: 45 * kibibyte };

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

/** The loader knows the app by its hashed name, so it is built once that name is known; then sizes are checked and the demo copied. */
function loaderAndDemo(): Plugin {
  return {
    name: 'loader-and-demo',
    apply: 'build',
    async writeBundle(_, bundle) {
      const app = Object.keys(bundle).find((file) => file.startsWith('widget-app-'))!;
      for (const file of readdirSync(outDir)) {
        if (file.startsWith('widget-') && file !== app) rmSync(`${outDir}/${file}`);
      }
      copyFileSync(`${outDir}/${app}`, `${outDir}/widget-app.js`);
      await build({
        configFile: false,
        root: here,
        logLevel: 'warn',
        publicDir: false,
        define: { widgetAppFile: JSON.stringify(app), widgetAppIntegrity: JSON.stringify(integrityOf(app)) },
        build: script(`${here}loader.ts`, 'widget.js'),
      });
      const integrity = integrityOf('widget.js');
      const file = `widget-${createHash('sha256').update(integrity).digest('hex').slice(0, 12)}.js`;
      copyFileSync(`${outDir}/widget.js`, `${outDir}/${file}`);
      writeFileSync(`${outDir}/widget.json`, JSON.stringify({ file, integrity }));
      cpSync(`${here}../demo`, `${outDir}/demo`, { recursive: true });
      const sizeOf = (file: string) => gzipSync(readFileSync(`${outDir}/${file}`), { level: 9 }).length;
      const loaderBytes = sizeOf('widget.js');
      const allBytes = loaderBytes + sizeOf(app);
      this.info(
        `widget: loader ${loaderBytes} of ${limits.loaderBytes} bytes gzip, in all ${allBytes} of ${limits.allBytes}`,
      );
      if (loaderBytes > limits.loaderBytes || allBytes > limits.allBytes)
        this.error('The widget is larger than it may be.');
    },
  };
}

/** Builds `/widget.js` (with a copy under a name of its hash, in `/widget.json`), `/widget-app-<hash>.js` (with a copy under a plain name, see the loader) and `/demo`. */
export default defineConfig({
  root: here,
  publicDir: false,
  plugins: [webSocketOnly(), loaderAndDemo()],
  build: script(`${here}app.ts`, 'widget-app-[hash].js'),
});
