import { useSyncExternalStore } from 'react';
import type { Live } from '../state/live.ts';

/** One part of a live value; draws again only when that part is another one. `select` must not make a new object each time. */
export function useLive<T, S>(live: Live<T>, select: (value: T) => S): S {
  return useSyncExternalStore(live.subscribe, () => select(live.get()));
}
