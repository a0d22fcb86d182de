import type { Clock } from '../../kernel/clock.ts';
import { isOpenAt, nextOpening } from './officeHours.ts';
import { refusedByGate } from './rules.ts';
import type { TenantKnowledge } from './tenantKnowledge.ts';

interface ReadClosedDeps extends Pick<TenantKnowledge, 'settingsOf' | 'peopleOf'> {
  clock: Clock;
  /** The ids of people who have the desk open. */
  atDesk(): ReadonlySet<string>;
}

/**
 * The words for a visitor while the brokerage is closed by its hours; null while it is open, and also while somebody free is at
 * the desk all the same. `opensAt` (ms since the epoch) is null when the week has no hours at all; `says` is null without words, or
 * when the gate no longer lets them through.
 */
export async function readClosed(
  deps: ReadClosedDeps,
  tenantId: string,
): Promise<{ opensAt: number | null; says: string | null } | null> {
  const { settings } = await deps.settingsOf(tenantId);
  const { closedSays, timeZone } = settings;
  const now = deps.clock.now();
  if (isOpenAt(settings, timeZone, now) || (await isSomebodyFree(deps, tenantId))) return null;
  // The rules of the gate may be stricter by now than when it was saved.
  const maySay = closedSays !== '' && refusedByGate(settings) === null;
  return { opensAt: nextOpening(settings, timeZone, now), says: maySay ? closedSays : null };
}

async function isSomebodyFree({ peopleOf, atDesk }: ReadClosedDeps, tenantId: string): Promise<boolean> {
  const here = atDesk();
  if (here.size === 0) return false;
  // An admin at the settings takes no chats.
  return (await peopleOf(tenantId)).some(
    ({ id, role, presence }) => here.has(id) && role !== 'admin' && presence.status === 'available',
  );
}
