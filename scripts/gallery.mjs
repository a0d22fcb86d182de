// `npm run gallery`: every state of every view from fixtures, drawn anew with each change of the code.
import { join } from 'node:path';
import { root, setUp } from './setUp.mjs';

await setUp();
const { createServer } = await import('vite');
const server = await createServer({
  configFile: join(root, 'client/gallery/vite.config.ts'),
  server: { host: '127.0.0.1', port: Number(process.env.PORT || 5180) },
});
await server.listen();
server.printUrls();
