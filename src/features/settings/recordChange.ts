import type { ChangeRecord } from '../../contract/settings.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import type { Change } from './model.ts';
import type { SettingsStore } from './ports.ts';
import { requireAdmin } from './rules.ts';

type Told = Pick<Change, 'kind' | 'action' | 'subject' | 'before' | 'after'>;

/** A change with who made it and when. */
export const changeBy = (
  by: { tenantId: string; id: string; name: string },
  at: number,
  told: Told,
  became: Change['became'] = null,
): Change => ({ ...told, id: newId(), tenantId: by.tenantId, at, by: { id: by.id, name: by.name }, became });

/** Keeps that something was changed; called when it was. */
export async function recordChange(
  deps: { settings: SettingsStore; clock: Clock },
  scope: StaffScope,
  told: Told,
): Promise<void> {
  const { id, name } = scope.principal;
  await deps.settings.addChange(changeBy({ tenantId: scope.tenantId, id, name }, deps.clock.now(), told));
}

/** The newest changes first, for an admin. */
export async function listChanges(
  deps: { settings: SettingsStore },
  scope: StaffScope,
  limit: number,
): Promise<ChangeRecord[]> {
  requireAdmin(scope);
  const changes = await deps.settings.listChanges(scope.tenantId, limit);
  return changes.map(({ tenantId, became, at, ...rest }) => ({ ...rest, at: isoOf(at) }));
}
