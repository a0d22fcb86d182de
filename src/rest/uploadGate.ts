import { HubError } from '../kernel/hubError.ts';

/** How many uploads are held in memory at once. */
interface MostAtOnce {
  ofNode: number;
  ofSender: number;
}
const tryAgainMs = 3_000;

/**
 * Lets so many uploads in at once; `act` reads one and keeps it.
 * @throws HubError `RATE_LIMITED` for those above
 */
export function createUploadGate(
  { ofNode, ofSender }: MostAtOnce = { ofNode: 12, ofSender: 2 },
): <T>(sender: string, act: () => Promise<T>) => Promise<T> {
  const running = new Map<string, number>();
  let all = 0;
  return async (sender, act) => {
    const own = running.get(sender) ?? 0;
    if (all >= ofNode || own >= ofSender) throw new HubError('RATE_LIMITED', { retryAfterMs: tryAgainMs });
    all += 1;
    running.set(sender, own + 1);
    try {
      return await act();
    } finally {
      all -= 1;
      const left = (running.get(sender) ?? 1) - 1;
      if (left === 0) running.delete(sender);
      else running.set(sender, left);
    }
  };
}
