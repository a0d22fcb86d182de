import type { Clock } from '../../kernel/clock.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { isOpenAt, nextOpening } from './officeHours.ts';
import { type ReadSettingsDeps, readSettings } from './readSettings.ts';
import { refusedByGate } from './rules.ts';

interface ReadClosedDeps extends ReadSettingsDeps {
  identity: ReadSettingsDeps['identity'] & Pick<IdentityStore, 'listUsers'>;
  clock: Clock;
  /** The ids of who has the desk open. */
  atDesk(): ReadonlySet<string>;
}

/**
 * What a visitor may be told while nobody of the brokerage is there by its hours; null while it is open, and also while somebody is
 * at the desk and free all the same. `opensAt` (ms since the epoch) is null when the week has no hours at all, `says` when there are
 * no words or the gate lets them through no longer.
 */
export async function readClosed(
  deps: ReadClosedDeps,
  tenantId: string,
): Promise<{ opensAt: number | null; says: string | null } | null> {
  const { settings } = await readSettings(deps, tenantId);
  const { closedSays, timeZone } = settings;
  const now = deps.clock.now();
  if (isOpenAt(settings, timeZone, now) || (await isSomebodyFree(deps, tenantId))) return null;
  // The rules of the gate may be stricter by now than when it was saved.
  const maySay = closedSays !== '' && refusedByGate(settings) === null;
  return { opensAt: nextOpening(settings, timeZone, now), says: maySay ? closedSays : null };
}

async function isSomebodyFree({ identity, atDesk }: ReadClosedDeps, tenantId: string): Promise<boolean> {
  const here = atDesk();
  if (here.size === 0) return false;
  const users = await identity.listUsers(tenantId);
  // An admin at the settings takes no chats.
  return users.some(
    ({ id, active, role, presence }) => here.has(id) && active && role !== 'admin' && presence.status === 'available',
  );
}
