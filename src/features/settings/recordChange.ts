import type { ChangeRecord } from '../../contract/rest/changes.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import type { Change } from './model.ts';
import type { SettingsStore } from './ports.ts';
import { requireAdmin } from './rules.ts';

type Told = Pick<Change, 'kind' | 'action' | 'subject' | 'before' | 'after'>;

/** A change with its author and time. */
export const changeBy = (
  by: { tenantId: string; id: string; name: string },
  at: number,
  told: Told,
  became: Change['became'] = null,
): Change => ({ ...told, id: newId(), tenantId: by.tenantId, at, by: { id: by.id, name: by.name }, became });

export interface RecordDeps {
  settings: Pick<SettingsStore, 'addChange'>;
  clock: Clock;
}

/** Keeps that something was changed; called when it was. */
export async function recordChange(deps: RecordDeps, scope: StaffScope, told: Told): Promise<void> {
  const { id, name } = scope.principal;
  await deps.settings.addChange(changeBy({ tenantId: scope.tenantId, id, name }, deps.clock.now(), told));
}

/** The newest changes first, for an admin. */
export async function listChanges(
  deps: { settings: Pick<SettingsStore, 'listChanges'> },
  scope: StaffScope,
  limit: number,
): Promise<ChangeRecord[]> {
  requireAdmin(scope);
  const changes = await deps.settings.listChanges(scope.tenantId, limit);
  return changes.map(({ tenantId, became, at, ...rest }) => ({ ...rest, at: isoOf(at) }));
}
