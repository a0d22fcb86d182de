import type { Clock } from '../../kernel/clock.ts';
import { isOpenAt, nextOpening } from './officeHours.ts';
import { type ReadSettingsDeps, readSettings } from './readSettings.ts';
import { refusedByGate } from './rules.ts';

/**
 * What a visitor may be told while nobody of the brokerage is there by its hours; null while it is open. `opensAt` (ms since the
 * epoch) is null when the week has no hours at all, `says` when there are no words or the gate lets them through no longer.
 */
export async function readClosed(
  deps: ReadSettingsDeps & { clock: Clock },
  tenantId: string,
): Promise<{ opensAt: number | null; says: string | null } | null> {
  const { settings } = await readSettings(deps, tenantId);
  const { closedSays, timeZone } = settings;
  const now = deps.clock.now();
  if (isOpenAt(settings, timeZone, now)) return null;
  // The rules of the gate may be stricter by now than when it was saved.
  const maySay = closedSays !== '' && refusedByGate(settings) === null;
  return { opensAt: nextOpening(settings, timeZone, now), says: maySay ? closedSays : null };
}
