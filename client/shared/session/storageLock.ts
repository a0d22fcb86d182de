export interface LockManagerLike {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** A holder that died is forgotten after this long: more than a slow refresh takes. */
const holdMs = 10_000;
/** How long a claim must stand before it counts: longer than another tab's write takes to be seen. */
const settleMs = 40;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Runs `work` alone in this browser, for all tabs. Pages without a secure context (a phone on plain http) have no Web
 * Locks: there a claim in the storage stands in, which is good enough for two tabs but not a proof.
 */
export async function withStorageLock<T>(
  locks: LockManagerLike | undefined,
  storage: Storage,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  if (locks) return locks.request(name, work);
  const claim = `${Math.random().toString(36).slice(2)}`;
  for (;;) {
    const [, until] = (storage.getItem(name) ?? ' 0').split(' ');
    if (Number(until) < Date.now()) {
      storage.setItem(name, `${claim} ${Date.now() + holdMs}`);
      await sleep(settleMs);
      if (storage.getItem(name)?.startsWith(`${claim} `)) break;
    }
    await sleep(settleMs);
  }
  try {
    return await work();
  } finally {
    if (storage.getItem(name)?.startsWith(`${claim} `)) storage.removeItem(name);
  }
}
