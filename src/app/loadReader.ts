import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reader } from '../features/turns/understandMessages.ts';
import { readOffline } from '../features/understanding/readOffline.ts';
import { unpackWeights, type Weights } from '../features/understanding/weights.ts';
import { projectRoot } from './embedded/projectRoot.ts';

let loaded: Reader | null = null;

/** The offline reader with its trained weights, read once in a process. @throws Error when they are missing or were trained for other heads */
export function loadReader(): Reader {
  loaded ??= readerWith(unpackWeights(readFileSync(join(projectRoot(), 'training/reader.bin'))));
  return loaded;
}

const readerWith =
  (weights: Weights): Reader =>
  (message, context) =>
    readOffline(weights, message, context);
