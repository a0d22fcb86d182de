type Kind = 'local' | 'session';

/** Storage may be forbidden, full or missing on somebody else's page: then nothing is remembered, and nothing breaks. */
const storageOf = (kind: Kind): Storage => (kind === 'local' ? window.localStorage : window.sessionStorage);

export function readStorage(kind: Kind, key: string): string | null {
  try {
    return storageOf(kind).getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Null removes the value. */
export function writeStorage(kind: Kind, key: string, value: string | null) {
  try {
    if (value === null) storageOf(kind).removeItem(key);
    else storageOf(kind).setItem(key, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
