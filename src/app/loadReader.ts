import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Reading } from '../contract/readings.ts';
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

/** The coach, the qualification and the turn each read the newest messages, within seconds of each other. */
const mostHeld = 2_000;

function readerWith(weights: Weights): Reader {
  const held = new LRUCache<string, Reading>({ max: mostHeld });
  return (message, context) => {
    const key = JSON.stringify([context.asked, context.language, message.choiceId, message.text]);
    const reading = held.get(key) ?? readOffline(weights, message, context);
    held.set(key, reading);
    return reading;
  };
}
