import { expect, test } from 'vitest';
import { deskParts } from '../../client/desk/deskParts.ts';

const hereAt = (path: string): string[] => deskParts.filter((part) => part.isHere(path)).map(({ name }) => name);

test('every page of the desk is marked in the bar as the one part that it belongs to', () => {
  const pages: Record<string, string[]> = {
    Inbox: ['/desk', '/desk/', '/desk/c/abc'],
    People: ['/desk/leads', '/desk/leads/abc', '/desk/cooling'],
    Calendar: ['/desk/calendar', '/desk/calendar/2026-11-28'],
    Homes: ['/desk/homes', '/desk/homes/+new'],
    Reports: ['/desk/reports', '/desk/reports/abc', '/desk/experiments', '/desk/experiments/abc'],
    Settings: ['/desk/settings', '/desk/settings/team'],
  };
  for (const [name, paths] of Object.entries(pages))
    for (const path of paths) expect(hereAt(path), path).toEqual([name]);
  expect(deskParts.map(({ name, path }) => [name, ...hereAt(path)])).toEqual(
    Object.keys(pages).map((name) => [name, name]),
  );
});

test('a page of no part marks none, nor does one whose address only begins like a part’s', () => {
  for (const path of ['/desk/write', '/desk/homesick', '/desk/leadship', '/desk/cabc'])
    expect(hereAt(path), path).toEqual([]);
});
