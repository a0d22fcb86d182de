import { expect, it } from 'vitest';
import { deviceOf } from '../../../src/gateway/deviceOf.ts';

it.each([
  ['phone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148'],
  ['phone', 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36'],
  ['tablet', 'Mozilla/5.0 (Linux; Android 14; SM-X910) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36'],
  ['tablet', 'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 Version/16.6 Mobile/15E148'],
  ['computer', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36'],
  [null, 'node'],
  [null, ''],
  [null, undefined],
])('a %s is told by how its browser names itself', (device, userAgent) => {
  expect(deviceOf(userAgent)).toBe(device);
});

it('a name of a megabyte is read no longer than any other', () => {
  expect(deviceOf(`Mozilla/5.0 ${'Android '.repeat(130_000)}`)).toBe('tablet');
});
