import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export interface SourceFile {
  /** From the root of `src` or `client`, with forward slashes. */
  path: string;
  lines: number;
  /** Files of ours, by the same kind of path; type imports too. */
  imports: string[];
  /** Packages and built-in modules by their name alone. */
  packages: string[];
}

// Every form of import and re-export that names a module, also inside a type. The formatter writes single quotes, so what
// stands in double ones is a sample in a text.
const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)'([^'\n]+)'/g;

/** All TypeScript files below a folder with what they import. */
export function readSources(root: string): SourceFile[] {
  return filesBelow(root).map((file) => {
    const text = readFileSync(file, 'utf8');
    const imports: string[] = [];
    const packages: string[] = [];
    for (const [, name = ''] of withoutComments(text).matchAll(importPattern)) {
      if (name.startsWith('.')) imports.push(relative(root, resolve(dirname(file), name)).replaceAll('\\', '/'));
      else packages.push(packageOf(name));
    }
    return { path: relative(root, file).replaceAll('\\', '/'), lines: text.split('\n').length - 1, imports, packages };
  });
}

export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

function packageOf(name: string): string {
  if (name.startsWith('node:')) return name;
  const [scope = '', rest = ''] = name.split('/');
  return name.startsWith('@') ? `${scope}/${rest}` : scope;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'node_modules' ? [] : filesBelow(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Files that import each other in a circle, one circle a line; type imports count. */
export function findCycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const trail: string[] = [];
  function visit(path: string): void {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    trail.push(path);
    for (const next of byPath.get(path)?.imports ?? []) if (byPath.has(next)) visit(next);
    trail.pop();
    state.set(path, 'done');
  }
  for (const file of files) visit(file.path);
  return cycles;
}

/**
 * The arrows between sibling folders that lie on a circle, as `parent: from → to`. An import counts for the folders below the last one
 * that both files share; one between a folder and a folder inside it counts for nothing.
 */
export function findFolderCircles(files: readonly SourceFile[]): string[] {
  const arrows = new Map<string, Map<string, Set<string>>>();
  for (const file of files) {
    for (const target of file.imports) {
      const from = dirname(file.path).split('/');
      const to = dirname(target).split('/');
      const shared = from.findIndex((name, depth) => name !== to[depth]);
      const [a, b] = [from[shared], to[shared]];
      if (a === undefined || b === undefined || a === '.' || b === '.' || a === '..' || b === '..') continue;
      const parent = from.slice(0, shared).join('/');
      const siblings = arrows.get(parent) ?? new Map<string, Set<string>>();
      arrows.set(parent, siblings.set(a, (siblings.get(a) ?? new Set()).add(b)));
    }
  }
  return [...arrows]
    .flatMap(([parent, siblings]) =>
      [...siblings].flatMap(([from, targets]) =>
        [...targets]
          .filter((to) => reachable(siblings, to).has(from))
          .map((to) => `${parent === '' ? '' : `${parent}: `}${from} → ${to}`),
      ),
    )
    .sort();
}

function reachable(arrows: ReadonlyMap<string, ReadonlySet<string>>, start: string): Set<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of arrows.get(at) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}
