import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Reader } from '../features/turns/understandMessages.ts';
import { readOffline } from '../features/understanding/readOffline.ts';
import { unpackWeights } from '../features/understanding/weights.ts';
import { projectRoot } from './embedded/projectRoot.ts';

/** The offline reader with its trained weights. Throws when they are missing or were trained for other heads. */
export function loadReader(): Reader {
  // Otherwise V8 leaves an expression that it compiled for texts with a curly quote or an emoji to its interpreter for all plain ones, and
  // the other way round: one such message, and every later one takes up to four times as long.
  setFlagsFromString('--no-regexp-tier-up');
  const weights = unpackWeights(readFileSync(join(projectRoot(), 'training/reader.bin')));
  return (message, context) => readOffline(weights, message, context);
}
