import { expect, test } from 'vitest';
import { createOriginJudge, type OwnAddress, originFrom } from '../../../src/features/identity/judgeOrigin.ts';
import { type Logger, silentLogger } from '../../../src/kernel/observe.ts';
import { holdClock } from '../../support/heldClock.ts';

const site = ['https://app.homes.example', 'http://localhost:3000'];
const local: OwnAddress = { publicUrl: null, names: ['desk-machine', 'desk-machine.local'], trustedProxies: 0 };
const proxied: OwnAddress = { ...local, trustedProxies: 1 };
const published: OwnAddress = { ...local, publicUrl: 'https://hub.example', trustedProxies: 1 };

function judge(own: OwnAddress) {
  const clock = holdClock();
  const said: string[] = [];
  const log: Logger = { ...silentLogger, warn: (words) => said.push(words) };
  return { ...createOriginJudge(own, { clock, log }), clock, said };
}
const asked = (origin: string | undefined, host: string | undefined, forwardedScheme?: string) => ({
  origin,
  host,
  forwardedScheme,
});

test.each([
  [undefined, 'hub.example', true],
  ['https://app.homes.example', 'hub.example', true],
  ['http://localhost:3000', 'hub.example', true],
  ['http://127.0.0.1:8080', '127.0.0.1:8080', true],
  ['http://localhost:8080', 'localhost:8080', true],
  ['http://localhost:8080', 'LOCALHOST:8080', true],
  ['http://hub.localhost:8080', 'hub.localhost:8080', true],
  ['http://[::1]:8080', '[::1]:8080', true],
  ['http://192.168.1.20:8080', '192.168.1.20:8080', true],
  ['http://192.168.1.20', '192.168.1.20:80', true],
  ['http://desk-machine.local:8080', 'desk-machine.local:8080', true],
  ['https://localhost:8080', 'localhost:8080', false],
  ['http://localhost:8081', 'localhost:8080', false],
  ['http://127.0.0.1:8080', 'localhost:8080', false],
  ['http://evil.example', 'evil.example', false],
  ['http://evil.example:8080', 'evil.example:8080', false],
  ['http://localhost.evil.example', 'localhost.evil.example', false],
  ['http://127.0.0.1.evil.example', '127.0.0.1.evil.example', false],
  ['http://localhost:3001', 'hub.example', false],
  ['http://app.homes.example', 'hub.example', false],
  ['null', 'localhost', false],
  ['', '', false],
  ['http://localhost', undefined, false],
  ['chrome-extension://localhost', 'localhost', false],
  ['https://app.homes.example\u0000', 'localhost', false],
])('without PUBLIC_URL, origin %j asking %j: %s', (origin, host, allowed) => {
  expect(judge(local).allows(asked(origin, host), site)).toBe(allowed);
});

test.each([
  ['https://localhost', 'https', true],
  ['http://localhost', 'https', false],
  ['https://localhost', 'http', false],
  ['https://localhost', 'https, http', true],
  ['https://localhost', undefined, true],
  ['http://localhost', undefined, true],
])('behind a proxy that came by %2$s, the origin %1$s: %3$s', (origin, scheme, allowed) => {
  expect(judge(proxied).allows(asked(origin, 'localhost', scheme), [])).toBe(allowed);
});

test('forwarded headers are believed only from a configured proxy', () => {
  expect(judge(local).allows(asked('https://localhost', 'localhost', 'https'), [])).toBe(false);
});

test.each([
  ['https://hub.example', '10.0.0.7:8080', true],
  ['https://app.homes.example', '10.0.0.7:8080', true],
  ['http://hub.example', 'hub.example', false],
  ['http://localhost:8080', 'localhost:8080', false],
  ['http://10.0.0.7:8080', '10.0.0.7:8080', false],
])('with PUBLIC_URL that origin alone is the hub’s own: %j asking %j: %s', (origin, host, allowed) => {
  expect(judge(published).allows(asked(origin, host, 'https'), site)).toBe(allowed);
});

test('the hub’s own page at an address that it does not know reads what to set, and the log has it once a minute', async () => {
  const { require, said, clock } = judge(local);
  const own = () => require(asked('https://hub.example', 'hub.example'), site);
  expect(own).toThrow(/PUBLIC_URL=https:\/\/hub\.example\.com/);
  expect(own).toThrow(expect.objectContaining({ code: 'ORIGIN_DENIED' }));
  expect(said).toEqual([expect.stringContaining('PUBLIC_URL')]);
  expect(() => require(asked('https://evil.example', 'hub.example'), site)).toThrow(
    'isn’t on the list of allowed origins',
  );
  await clock.pass(60_001);
  expect(own).toThrow();
  expect(said).toHaveLength(2);
});

test('an address becomes the origin that a browser would send', () => {
  expect(originFrom('HTTPS://Www.Homes.example:443/a?b#c')).toBe('https://www.homes.example');
  expect(originFrom('https://hömes.example')).toBe('https://xn--hmes-5qa.example');
  for (const text of ['www.homes.example', 'ftp://homes.example', 'javascript:alert(1)', '*', ''])
    expect(originFrom(text)).toBeNull();
});
