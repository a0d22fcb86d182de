import { expect, test } from 'vitest';
import { judgeOrigin, originFrom } from '../../../src/features/identity/judgeOrigin.ts';

const site = ['https://app.homes.example', 'http://localhost:3000'];

test.each([
  [undefined, 'hub.example', true],
  ['https://app.homes.example', 'hub.example', true],
  ['http://localhost:3000', 'hub.example', true],
  ['https://hub.example', 'hub.example', true],
  ['http://hub.example:8080', 'HUB.example:8080', true],
  ['http://[::1]:8080', '[::1]:8080', true],
  ['http://hub.example:8081', 'hub.example:8080', false],
  ['http://localhost:3001', 'hub.example', false],
  ['http://app.homes.example', 'hub.example', false],
  ['https://hub.example.evil.example', 'hub.example', false],
  ['null', 'hub.example', false],
  ['', '', false],
  ['https://hub.example', undefined, false],
  ['chrome-extension://hub.example', 'hub.example', false],
  ['https://app.homes.example\u0000', 'hub.example', false],
])('origin %j asking %j: %s', (origin, host, allowed) => {
  expect(judgeOrigin(origin, host, site)).toBe(allowed);
});

test('an address becomes the origin that a browser would send', () => {
  expect(originFrom('HTTPS://Www.Homes.example:443/a?b#c')).toBe('https://www.homes.example');
  expect(originFrom('https://hömes.example')).toBe('https://xn--hmes-5qa.example');
  for (const text of ['www.homes.example', 'ftp://homes.example', 'javascript:alert(1)', '*', ''])
    expect(originFrom(text)).toBeNull();
});
