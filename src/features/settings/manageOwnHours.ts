import { intervalsOf } from '../../contract/rest/intervalsOf.ts';
import type { OwnHours, StaffMember } from '../../contract/rest/people.ts';
import type { Hours } from '../../contract/rest/settings.ts';
import { type Weekday, weekdays } from '../../contract/rest/settingsLimits.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { memberOf } from './managePeople.ts';
import type { OwnHoursStore } from './ports.ts';
import { type RecordDeps, recordChange } from './recordChange.ts';
import { requireAdmin } from './rules.ts';

export interface OwnHoursDeps extends RecordDeps {
  identity: Pick<IdentityStore, 'findUser'>;
  ownHours: OwnHoursStore;
}

/**
 * Sets when a person takes appointments, by the clock of a zone; null: in the brokerage's hours. The next offers keep to it; what
 * is booked stays.
 * @throws HubError FORBIDDEN: only an admin sets the hours of others; NOT_FOUND: the person is not of the brokerage
 */
export async function changeOwnHours(
  deps: OwnHoursDeps,
  scope: StaffScope,
  userId: string,
  own: OwnHours | null,
): Promise<StaffMember> {
  const { tenantId, principal } = scope;
  if (principal.id !== userId) requireAdmin(scope);
  const user = await deps.identity.findUser(userId);
  if (user?.tenantId !== tenantId) throw new HubError('NOT_FOUND');
  const before = (await deps.ownHours.listOwnHours(tenantId)).find(({ agentId }) => agentId === userId);
  if (!isSame(before, own)) {
    await deps.ownHours.setOwnHours(tenantId, userId, own && { zone: own.timeZone, hours: own.hours });
    await recordChange(deps, scope, {
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
  JSON.stringify(intervalsOf(one ?? null)) === JSON.stringify(intervalsOf(other ?? null));
