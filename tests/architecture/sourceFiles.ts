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

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

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
