import type { Clock } from '../../kernel/clock.ts';
import { refuseFor } from '../../kernel/rateLimits.ts';

const longestMs = 8_000;
const mostWaits = { ofAccount: 20, inAll: 200 };

/** How long a stranger waits before their password is looked at: 1 s from `points` failures on, doubling with as many more. */
export const slowDownMs = (failures: number, points: number): number =>
  failures < points ? 0 : Math.min(longestMs, 1_000 * 2 ** (Math.floor(failures / points) - 1));

/**
 * Delays attempts at an account: from one network one at a time, and few in all, so that strangers take up neither the server nor
 * the owner's turn.
 * @throws HubError RATE_LIMITED when there is no room to wait
 */
export function createSlowDown(clock: Clock): (account: string, network: string, delayMs: number) => Promise<void> {
  const waiting = new Map<string, Set<string>>();
  let inAll = 0;
  return async (account, network, delayMs) => {
    const networks = waiting.get(account) ?? new Set<string>();
    if (networks.has(network) || networks.size >= mostWaits.ofAccount || inAll >= mostWaits.inAll)
      refuseFor(delayMs, 'There are too many sign-in attempts on this account right now.');
    waiting.set(account, networks.add(network));
    inAll += 1;
    await new Promise<void>((resolve) => clock.after(delayMs, resolve));
    inAll -= 1;
    networks.delete(network);
    if (networks.size === 0) waiting.delete(account);
  };
}
