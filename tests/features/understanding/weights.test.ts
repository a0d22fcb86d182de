import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packWeights, unpackWeights } from '../../../src/features/understanding/weights.ts';

const stored = readFileSync(join(import.meta.dirname, '../../../training/reader.bin'));

describe('The file of the trained reader', () => {
  it('comes back as it was written, byte for byte', () => {
    expect(Buffer.compare(packWeights(unpackWeights(stored)), stored)).toBe(0);
  });

  it('is refused where it was trained for other heads, words or features', () => {
    const other = Uint8Array.from(stored);
    const at = 20;
    other[at] = other[at] === 0x30 ? 0x31 : 0x30;
    expect(() => unpackWeights(other)).toThrow('run npm run train');
  });

  it('is refused in an older format, and cut short', () => {
    expect(() => unpackWeights(stored.subarray(70))).toThrow('run npm run train');
    expect(() => unpackWeights(stored.subarray(0, -1))).toThrow('run npm run train');
  });
});
