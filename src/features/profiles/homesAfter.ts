import type { HomeLook, ViewedHome } from './model.ts';

/** Of each lead; a visitor decides how many they look at. */
export const homesKept = 50;
/** A page that is left and found again within this time is the same visit: a reload, another tab, a connection that was lost. */
export const visitMs = 30 * 60_000;

/** The homes of a lead after one more look, the newest last. Past `homesKept` the one that was looked at longest ago is forgotten. */
export function homesAfter(homes: readonly ViewedHome[], { listingId, at, by }: HomeLook): ViewedHome[] {
  const known = homes.find((home) => home.listingId === listingId);
  const first = { listingId, views: 0, firstAt: at, lastAt: at, viewedAt: null, tappedAt: null, likedAt: null };
  const before: ViewedHome = known ?? first;
  const isNewVisit = by === 'view' && (before.viewedAt === null || at - before.viewedAt >= visitMs);
  const after: ViewedHome = {
    ...before,
    views: before.views + (isNewVisit ? 1 : 0),
    lastAt: Math.max(before.lastAt, at),
    ...(by === 'view' ? { viewedAt: at } : { tappedAt: at }),
    ...(by === 'like' ? { likedAt: at } : {}),
  };
  const others = homes.filter((home) => home !== known);
  return [...others, after].sort((one, other) => one.lastAt - other.lastAt).slice(-homesKept);
}
