import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The directory of our package.json, from the sources as from the bundle. */
export function projectRoot(): string {
  let dir = import.meta.dirname;
  while (!existsSync(join(dir, 'package.json'))) {
    if (dirname(dir) === dir) throw new Error('package.json is missing from the folders above the hub');
    dir = dirname(dir);
  }
  return dir;
}
