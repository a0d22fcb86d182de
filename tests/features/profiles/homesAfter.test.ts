import { expect, test } from 'vitest';
import { homesAfter, visitMs } from '../../../src/features/profiles/homesAfter.ts';
import type { HomeLook, ViewedHome } from '../../../src/features/profiles/model.ts';

const after = (...looks: Pick<HomeLook, 'at' | 'by'>[]): ViewedHome | undefined =>
  looks.reduce<ViewedHome[]>((homes, look) => homesAfter(homes, { listingId: 'oak', ...look }), [])[0];

test('a page that is reloaded or found again by a lost connection is one view', () => {
  expect(after({ at: 0, by: 'view' }, { at: 5, by: 'view' }, { at: visitMs - 1, by: 'view' })?.views).toBe(1);
});

test('a page that stays open counts once, however often its connection comes back', () => {
  const looks = Array.from({ length: 10 }, (_, no) => ({ at: no * (visitMs - 1), by: 'view' }) as const);
  expect(after(...looks)?.views).toBe(1);
});

test('another visit later counts again', () => {
  expect(after({ at: 0, by: 'view' }, { at: visitMs, by: 'view' })).toMatchObject({
    ...{ views: 2, firstAt: 0, lastAt: visitMs },
  });
});

test('a card that is pressed and the page that it opens are one tap and one view', () => {
  expect(after({ at: 10, by: 'tap' }, { at: 12, by: 'view' })).toMatchObject({
    ...{ views: 1, firstAt: 10, lastAt: 12, tappedAt: 10, likedAt: null },
  });
});

test('a node whose clock is behind takes nothing back', () => {
  expect(after({ at: 100, by: 'view' }, { at: 90, by: 'tap' })?.lastAt).toBe(100);
});
