import { startHub } from './app/startHub.ts';

await startHub(process.env);
