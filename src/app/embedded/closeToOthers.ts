import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ofOthers = 0o077;

/** Takes the folder and all that is in it from the other users of this machine. Quick where that was done before. */
export function closeToOthers(dir: string): void {
  if ((statSync(dir).mode & ofOthers) === 0) return;
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
  // Last: cut off before, the next start does it again.
  chmodSync(dir, 0o700);
}
