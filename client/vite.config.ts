import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Builds the desk and the wall: one page each, with shared hashed assets under `/assets/`. The widget has its own build. */
export default defineConfig({
  root: here,
  base: '/',
  plugins: [react()],
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
