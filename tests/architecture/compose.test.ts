import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSources, withoutComments } from './sourceFiles.ts';
import { codes, table } from './tables.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => withoutComments(readFileSync(resolve(root, path), 'utf8'));
const sources = (folder: string) => readSources(resolve(root, folder)).map((file) => ({ ...file, folder }));
const composing = sources('src/app/compose').map(({ path }) => path.replace(/\.ts$/, ''));

const layers = new Map(
  table('Layers of the wiring').flatMap(([layer, areas]) =>
    codes(areas).map((area): [string, number] => [area, Number(layer)]),
  ),
);

describe('the wiring of the hub', () => {
  it('has a layer for every area, and no area that is not there', () => {
    expect([...layers.keys()].sort()).toEqual(composing.toSorted());
  });

  it('knows on each layer only what lies below', () => {
    const upwards = sources('src/app/compose').flatMap(({ path, imports }) => {
      const area = path.replace(/\.ts$/, '');
      return imports
        .filter((target) => !target.startsWith('..'))
        .map((target) => target.replace(/\.ts$/, ''))
        .filter((target) => (layers.get(target) ?? 99) >= (layers.get(area) ?? 0))
        .map((target) => `${area} → ${target}`);
    });
    expect(upwards).toEqual([]);
  });

  it('gives no part a member later: a part is complete once it is built', () => {
    const later = composing.filter((area) => /^\s*(?:let|var) /m.test(read(`src/app/compose/${area}.ts`)));
    expect(later).toEqual([]);
  });

  it('is done in app/compose alone: the commands, the tests’ own hubs and the benches call it and copy nothing of it', () => {
    const makers = new Set(
      composing.flatMap((area) => makersIn(`src/app/compose/${area}.ts`)).filter((name) => !name.startsWith('compose')),
    );
    // The folder makes these from its parts, beside the stores and the models of the outside world.
    expect(makers).toContain('createAppender');
    expect(makers).toContain('createGateway');
    const others = [
      ...sources('src').filter(({ path }) => path.startsWith('app/') && !path.startsWith('app/compose/')),
      ...['tests/support', 'tests/bench', 'tests/evals'].flatMap(sources),
      { folder: 'tests', path: 'features/turns/turnWorld.ts' },
      { folder: 'tests', path: 'features/turns/packWorld.ts' },
    ].map(({ folder, path }) => `${folder}/${path}`);
    const copies = others.flatMap((path) =>
      makersIn(path)
        .filter((name) => makers.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(copies).toEqual([]);
  });
});

/** The functions by which a file makes a part of a hub: those of features and edges. */
function makersIn(path: string): string[] {
  const imported = [
    ...read(path).matchAll(/import (?!type )\{([^}]*)\} from '[^']*\/(?:features|gateway|rest|reactions)\/[^']*'/g),
  ];
  return imported
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    .filter((name) => /^(?:create|hold|keep|watch|start)[A-Z]/.test(name));
}
