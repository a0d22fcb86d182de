import type { Hours, OwnHours, StaffMember } from '../../contract/settings.ts';
import { type Weekday, weekdays } from '../../contract/settingsLimits.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import { memberOf } from './keepPeople.ts';
import type { SettingsParts } from './ports.ts';
import { recordChange } from './recordChange.ts';
import { requireAdmin } from './rules.ts';

/**
 * Sets when a person takes appointments, by the clock of a zone; null: when the brokerage is open. An admin does it for everybody,
 * everybody for themselves (`FORBIDDEN` otherwise). `NOT_FOUND` for who is not of the brokerage. The next times that are offered
 * keep to it; what is booked stays.
 */
export async function changeOwnHours(
  parts: SettingsParts,
  scope: StaffScope,
  userId: string,
  own: OwnHours | null,
): Promise<StaffMember> {
  const { tenantId, principal } = scope;
  if (principal.id !== userId) requireAdmin(scope);
  const user = await parts.identity.findUser(userId);
  if (user?.tenantId !== tenantId) throw new HubError('NOT_FOUND');
  const before = (await parts.ownHours.listOwnHours(tenantId)).find(({ agentId }) => agentId === userId);
  if (!isSame(before, own)) {
    await parts.ownHours.setOwnHours(tenantId, userId, own && { zone: own.timeZone, hours: own.hours });
    await recordChange(parts, scope, {
      kind: 'person',
      action: 'changed',
      subject: user.name,
      before: { timeZone: before?.zone ?? null, ownHours: before?.hours ?? null },
      after: { timeZone: own?.timeZone ?? null, ownHours: own?.hours ?? null },
    });
  }
  return memberOf(user, principal.role === 'admin', own ?? undefined);
}

const isSame = (before: { zone: string; hours: Hours } | undefined, own: OwnHours | null): boolean =>
  before?.zone === own?.timeZone && weekdays.every((day) => isSameDay(before?.hours[day], own?.hours[day]));
const isSameDay = (one: Hours[Weekday] | undefined, other: Hours[Weekday] | undefined): boolean =>
  one?.from === other?.from && one?.until === other?.until;
