import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reader } from '../features/turns/understandMessages.ts';
import { readOffline } from '../features/understanding/readOffline.ts';
import { unpackWeights } from '../features/understanding/weights.ts';
import { projectRoot } from './embedded/projectRoot.ts';

/** The offline reader with its trained weights. Throws when they are missing or were trained for other heads. */
export function loadReader(): Reader {
  const weights = unpackWeights(readFileSync(join(projectRoot(), 'training/reader.bin')));
  return (message, context) => readOffline(weights, message, context);
}
