import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycles, findFolderCircles, readSources, type SourceFile } from './sourceFiles.ts';
import { codes, readme, table } from './tables.ts';

const src = resolve(import.meta.dirname, '../../src');
const files = readSources(src);
const ranks = new Map(
  table('Ranks of the features').flatMap(([rank, features]) =>
    codes(features).map((name) => [name, Number(rank)] as const),
  ),
);
const rules = table('Who may import what').map(([folder, ours, outside]) => ({
  folder: codes(folder)[0] ?? '',
  ours: ours ?? '',
  outside: outside ?? '',
}));

const featureOf = (path: string): string | null => /^features\/([^/]+)\//.exec(path)?.[1] ?? null;
const belongsTo = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder.replace(/\/\*$/, '')}/`);

function ruleFor(path: string) {
  const fitting = rules.filter(({ folder }) => belongsTo(path, folder));
  return fitting.sort((a, b) => b.folder.replace('/*', '').length - a.folder.replace('/*', '').length)[0];
}

function mayImport(file: SourceFile, target: string): boolean {
  const rule = ruleFor(file.path);
  if (rule === undefined) return false;
  const own = rule.folder.replace(/\/\*$/, '');
  const feature = featureOf(file.path);
  const targetFeature = featureOf(target);
  if (feature !== null && feature === targetFeature) return true;
  if (feature === null && rule.folder === own && belongsTo(target, own)) return true;
  if (rule.folder === 'adapters/*' && target.split('/')[1] === file.path.split('/')[1] && belongsTo(target, 'adapters'))
    return true;
  if (rule.ours.includes('everything above')) return !belongsTo(target, 'main.ts');
  if (codes(rule.ours).some((folder) => belongsTo(target, folder))) return true;
  if (targetFeature === null) return false;
  if (rule.ours.includes('any feature')) return true;
  if (!rule.ours.includes('lower rank')) return false;
  if (feature === 'coaching' && targetFeature === 'composing') return true;
  return (ranks.get(targetFeature) ?? 99) < (ranks.get(feature ?? '') ?? 0);
}

describe('the house of src', () => {
  it('is found, with all its files and both tables', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.reduce((sum, file) => sum + file.imports.length, 0)).toBeGreaterThan(files.length);
    expect(rules.length).toBeGreaterThan(7);
    expect(ranks.size).toBeGreaterThan(9);
  });

  it('has a rule for every file and a rank for every feature', () => {
    expect(files.filter((file) => ruleFor(file.path) === undefined).map((file) => file.path)).toEqual([]);
    const features = new Set(files.map((file) => featureOf(file.path)).filter((name) => name !== null));
    expect([...features].filter((name) => !ranks.has(name))).toEqual([]);
  });

  it('imports point down only, type imports too', () => {
    const wrong = files.flatMap((file) =>
      file.imports.filter((target) => !mayImport(file, target)).map((target) => `${file.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('packages stay where the table allows them', () => {
    const wrong = files.flatMap((file) => {
      const rule = ruleFor(file.path);
      if (rule === undefined || rule.outside === 'anything') return [];
      const allowed = codes(rule.outside);
      return file.packages.filter((name) => !allowed.includes(name)).map((name) => `${file.path} → ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('no files import each other in a circle', () => {
    expect(findCycles(files)).toEqual([]);
  });

  it('sibling folders form no circle', () => {
    expect(findFolderCircles(files)).toEqual([]);
  });

  it('every import leads to a file', () => {
    const known = new Set(files.map((file) => file.path));
    const isData = (target: string): boolean => target.endsWith('.json') && existsSync(resolve(src, target));
    expect(files.flatMap((file) => file.imports.filter((target) => !known.has(target) && !isData(target)))).toEqual([]);
  });

  it('no file is above 400 lines, nine of ten are within 220, half are within 80', () => {
    const sizes = files.map((file) => file.lines).sort((a, b) => a - b);
    expect(files.filter((file) => file.lines > 400).map((file) => `${file.path} ${file.lines}`)).toEqual([]);
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(220);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(80);
  });

  it('has no barrels and no drawers', () => {
    const drawers = /(^|\/)(index|utils?|types|helpers?|manager|service|common|misc)\.ts$/;
    expect(files.filter((file) => drawers.test(file.path)).map((file) => file.path)).toEqual([]);
  });
});

describe('the page on the house', () => {
  it('names files and folders that exist', () => {
    const roots = [src, resolve(src, 'features'), resolve(src, '..')];
    const named = codes(readme).filter((code) => /^[\w-]+(\/[\w.-]+)+\/?$/.test(code));
    const exists = (path: string): boolean =>
      roots.some((root) => existsSync(resolve(root, path)) || existsSync(resolve(root, `${path}.ts`)));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((path) => !exists(path))).toEqual([]);
  });
});

describe('the clients', () => {
  const client = readSources(resolve(src, '../client'));

  it('import the contract and nothing else of src', () => {
    const wrong = client.flatMap((file) =>
      file.imports.filter((target) => target.startsWith('../src/') && !target.startsWith('../src/contract/')),
    );
    expect(wrong).toEqual([]);
  });

  it('keep the widget free of React and the apps apart from each other', () => {
    const apps = ['desk', 'wall', 'widget'];
    const wrong = client.flatMap((file) => {
      const app = file.path.split('/')[0] ?? '';
      // The gallery is no app: it shows the parts of all of them.
      if (app === 'gallery') return [];
      const crossing = file.imports.filter(
        (target) => apps.includes(target.split('/')[0] ?? '') && target.split('/')[0] !== app,
      );
      const heavy =
        app === 'widget' ? file.packages.filter((name) => /^(react|react-dom|@mantine\/.*)$/.test(name)) : [];
      return [...crossing, ...heavy].map((name) => `${file.path} → ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('take every address of the REST API from its table', () => {
    const calls = client.flatMap(({ path }) => {
      const code = readFileSync(resolve(src, '../client', path), 'utf8');
      return [...code.matchAll(/\/api\/v1([/$].{0,50})/g)].map(([, address = '']) => ({ path, address }));
    });
    expect(calls.length).toBeGreaterThan(3);
    const isTyped = (address: string) => /^\$\{(?:addressOf\(|'[^']+' satisfies PathOf<)/.test(address);
    expect(calls.filter(({ address }) => !isTyped(address))).toEqual([]);
  });

  it('sibling folders form no circle', () => {
    expect(findFolderCircles(client)).toEqual([]);
  });

  it('no files import each other in a circle, and none is above 400 lines', () => {
    expect(client.length).toBeGreaterThan(30);
    expect(findCycles(client)).toEqual([]);
    expect(client.filter((file) => file.lines > 400).map((file) => `${file.path} ${file.lines}`)).toEqual([]);
  });
});

describe('the repository stands on its own', () => {
  it('no file cites a page that is not in it', () => {
    const root = resolve(src, '..');
    const cites = /\b(?:domain|compliance|stack|interface) page\b|\b(?:contract|design|issue \d+) §/;
    const citing = ['src', 'client', 'tests', 'training', 'scripts'].flatMap((folder) =>
      readSources(resolve(root, folder))
        .map(({ path }) => `${folder}/${path}`)
        .filter((path) => path !== 'tests/architecture/house.test.ts')
        .filter((path) => cites.test(readFileSync(resolve(root, path), 'utf8'))),
    );
    expect(citing).toEqual([]);
  });
});

describe('the search for circles of folders', () => {
  const file = (path: string, ...imports: string[]): SourceFile => ({ path, lines: 1, imports, packages: [] });

  it('finds one that no two files close', () => {
    const files = [
      file('a/b/one.ts', 'a/c/two.ts'),
      file('a/c/three.ts', 'a/d/e/four.ts'),
      file('a/d/five.ts', 'a/b/six.ts'),
    ];
    expect(findFolderCircles(files)).toEqual(['a: b → c', 'a: c → d', 'a: d → b']);
  });

  it('counts no import between a folder and a folder inside it', () => {
    const files = [file('a/one.ts', 'a/b/two.ts'), file('a/b/two.ts', 'a/three.ts'), file('main.ts', 'a/one.ts')];
    expect(findFolderCircles(files)).toEqual([]);
  });
});
