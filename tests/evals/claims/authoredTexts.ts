import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const features = resolve(import.meta.dirname, '../../../src/features');
/** Where words are written that people read: each text in both languages. */
const folders = ['bots', 'knowledge'];

/** Every text that somebody wrote for Jorge to say, in English and in Spanish, its blanks filled in. */
export async function authoredTexts(): Promise<string[]> {
  const files = folders
    .map((folder) => join(features, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name)),
    );
  const modules = await Promise.all(files.map(async (file) => (await import(pathToFileURL(file).href)) as object));
  return [...new Set(modules.flatMap((module) => textsIn(module, new Set())))].map((text) =>
    text
      .replaceAll('{brokerage}', 'Barton Ridge Realty')
      .replaceAll('{assistant}', 'Jorge')
      .replaceAll('{value}', 'Round Rock'),
  );
}

/** What lies under `en` and `es`, however deep: a text or a list of them. */
function textsIn(value: unknown, met: Set<object>): string[] {
  if (typeof value !== 'object' || value === null || met.has(value)) return [];
  met.add(value);
  const { en, es } = value as { en?: unknown; es?: unknown };
  const own = en === undefined || es === undefined ? [] : [en, es].flat().filter((one) => typeof one === 'string');
  return [...own, ...Object.values(value).flatMap((part) => textsIn(part, met))];
}
