import { useCallback, useEffect, useState } from 'react';

/** A choice of one person, kept in this browser and the same in all its tabs. A kept value that no longer fits counts as not chosen. */
export function usePersistedState<T extends string | number | boolean>(
  key: string,
  initial: T,
): [T, (next: T) => void] {
  const [value, setValue] = useState(() => readPersisted(key, initial));
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key === key) setValue(readPersisted(key, initial));
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [key, initial]);
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch (error) {
        // A full storage costs remembering it, not the choice.
        if (!(error instanceof DOMException)) throw error;
      }
    },
    [key],
  );
  return [value, keep];
}

function readPersisted<T>(key: string, initial: T): T {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return typeof kept === typeof initial ? (kept as T) : initial;
  } catch (error) {
    if (error instanceof SyntaxError) return initial;
    throw error;
  }
}
