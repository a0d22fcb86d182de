import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/kernel/wilson.ts';
import { isReached, percentOf, tellShare } from './share.ts';

describe('a share with its interval', () => {
  it('is as wide as so few cases deserve', () => {
    const half = wilson(5, 10);
    expect([half.from, half.to].map((end) => end.toFixed(3))).toEqual(['0.237', '0.763']);
    const all = wilson(60, 60);
    expect([all.from, all.to].map((end) => end.toFixed(3))).toEqual(['0.940', '1.000']);
    expect(wilson(0, 0)).toEqual({ from: 0, to: 1 });
  });

  it('reaches its goal at the very edge, and not a case below it', () => {
    expect(isReached({ hits: 7, of: 10 }, { atLeast: 0.7 })).toBe(true);
    expect(isReached({ hits: 69, of: 100 }, { atLeast: 0.7 })).toBe(false);
    expect(isReached({ hits: 1, of: 100 }, { atMost: 0 })).toBe(false);
    expect(isReached({ hits: 10, of: 100 }, { atMost: 0.1 })).toBe(true);
  });

  it('says nothing in percent of nothing', () => {
    expect(percentOf({ hits: 0, of: 0 })).toBe('–');
    expect(tellShare({ hits: 1, of: 2 })).toContain('50.0 %');
  });
});
