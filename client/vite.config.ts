import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'esbuild';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The files that make the desk an app: its manifest, its icons, and a worker that knows the files of this very build. */
function installableDesk(): Plugin {
  return {
    name: 'installable-desk',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      for (const name of readdirSync(`${here}desk/icons`).filter((file) => file.endsWith('.png')))
        this.emitFile({
          type: 'asset',
          fileName: `desk-icons/${name}`,
          source: readFileSync(`${here}desk/icons/${name}`),
        });
      this.emitFile({
        type: 'asset',
        fileName: 'desk.webmanifest',
        source: readFileSync(`${here}desk/manifest.webmanifest`),
      });
      const files = filesOf('desk', bundle).map((file) => `/${file}`);
      const page = bundle['desk/index.html'] as Rolldown.OutputAsset;
      const version = createHash('sha256').update(page.source).digest('hex').slice(0, 12);
      const worker = await build({
        entryPoints: [`${here}desk/serviceWorker.ts`],
        bundle: true,
        minify: true,
        write: false,
        target: 'es2022',
        define: { deskFiles: JSON.stringify(files), deskVersion: JSON.stringify(version) },
      });
      this.emitFile({ type: 'asset', fileName: 'deskWorker.js', source: worker.outputFiles[0]!.contents });
    },
  };
}

/** Every script and style that a page loads, by the name of its entry; names hold hashes, so the page's text stands for all. */
function filesOf(entry: string, bundle: Rolldown.OutputBundle): string[] {
  const files = new Set<string>();
  const visit = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || files.has(name)) return;
    files.add(name);
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next);
  };
  for (const part of Object.values(bundle))
    if (part.type === 'chunk' && part.isEntry && part.name === entry) visit(part.fileName);
  return [...files];
}

/** Builds the desk and the wall: one page each, with shared hashed assets under `/assets/`. The widget has its own build. */
export default defineConfig({
  root: here,
  base: '/',
  // The server puts a new one into each page, and into the policy that the page comes with.
  html: { cspNonce: 'STYLE_NONCE' },
  plugins: [react(), installableDesk()],
  build: {
    outDir: '../dist/client',
    // The widget's build writes to the same folder.
    emptyOutDir: false,
    target: 'es2022',
    // Inlined scripts and data: fonts would break `default-src 'self'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { desk: `${here}desk/index.html`, wall: `${here}wall/index.html` } },
  },
});
