import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { listingLimits } from '../features/listings/model.ts';

/** The text of a file of listings, by the way from where the command was given; null when it is not there, not UTF-8, or too large. */
export async function readListingFile(path: string): Promise<string | null> {
  // npm changes into our directory and says here where it was called.
  const full = resolve(process.env.INIT_CWD ?? '.', path);
  try {
    if ((await stat(full)).size > listingLimits.fileBytes) return null;
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(full));
  } catch {
    // No such file, a directory, no right to read it, other bytes: one message for all of them is enough.
    return null;
  }
}
