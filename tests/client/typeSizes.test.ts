import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { theme } from '../../client/shared/components/theme.ts';

const client = resolve(import.meta.dirname, '../../client');
const sizes = new Set([12, 13, 14, 16, 20].map((px) => `${px}px`));

it('the desk and what it shares with the wall write in five sizes', () => {
  const sheets = ['desk', 'shared'].flatMap((folder) =>
    readdirSync(resolve(client, folder), { recursive: true, encoding: 'utf8' }).flatMap((file) =>
      file.endsWith('.css') ? [`${folder}/${file}`] : [],
    ),
  );
  expect(sheets.length).toBeGreaterThan(5);
  const other = sheets.flatMap((sheet) =>
    [...readFileSync(resolve(client, sheet), 'utf8').matchAll(/font(?:-size)?:\s*([^;]+);/g)].flatMap(
      ([, value = '']) => (sizes.has(value) || value === 'inherit' ? [] : [`${sheet}: ${value}`]),
    ),
  );
  expect(other).toEqual([]);
  for (const size of Object.values(theme.fontSizes ?? {}))
    expect(sizes).toContain(`${Number.parseFloat(String(size)) * 16}px`);
});
