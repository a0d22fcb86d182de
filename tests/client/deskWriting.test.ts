import { expect, it } from 'vitest';
import { writersWords } from '../../client/shared/components/composer/useWriters.ts';
import { openWriting } from '../../client/shared/components/composer/useWriting.ts';

function writingDesk() {
  const told: boolean[] = [];
  const clock = { at: 0 };
  const hub = {
    status: 'live' as const,
    send: (_: string, { on }: { on: boolean }) => {
      told.push(on);
      return Promise.resolve({});
    },
  };
  return { told, clock, writing: openWriting(hub as never, 'c1', () => clock.at) };
}

it('the first key is told at once, the next ones every three seconds, an empty box once', () => {
  const { told, clock, writing } = writingDesk();
  for (clock.at = 0; clock.at < 6000; clock.at += 500) writing.wrote(true);
  expect(told).toEqual([true, true]);
  writing.wrote(false);
  writing.wrote(false);
  expect(told).toEqual([true, true, false]);
});

it('an agent who lets Jorge answer holds him again with the next draft, not with the next key of the same one', () => {
  const { told, clock, writing } = writingDesk();
  writing.wrote(true);
  writing.letGo();
  clock.at = 1000;
  writing.wrote(true);
  expect(told).toEqual([true, false]);
  writing.wrote(false);
  writing.wrote(true);
  expect(told).toEqual([true, false, true]);
});

it('the composer says who writes and how long Jorge waits', () => {
  const sam = { name: 'Sam', mine: false };
  const mine = { name: 'Maya', mine: true, seconds: 18 };
  expect(writersWords({ hold: mine, other: null }, 'bot')).toBe('Jorge is on hold for 18 sec');
  expect(writersWords({ hold: { ...mine, ...sam }, other: null }, 'bot')).toBe(
    'Sam is writing here · Jorge is on hold for 18 sec',
  );
  expect(writersWords({ hold: mine, other: sam }, 'human')).toBe('Sam is writing here');
  expect(writersWords({ hold: mine, other: null }, 'human')).toBeNull();
  expect(writersWords({ hold: null, other: { name: 'Maya', mine: true } }, 'human')).toContain('another window');
});
