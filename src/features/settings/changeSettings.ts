import type { BrokerageSettings } from '../../contract/rest/settings.ts';
import type { MarketId } from '../../contract/rest/settingsLimits.ts';
import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import type { IdentityStore } from '../identity/ports.ts';
import type { SettingsState } from './model.ts';
import type { SettingsStore } from './ports.ts';
import { readPictureType } from './readPictureType.ts';
import { readTenantSettings } from './readTenantSettings.ts';
import { changeBy, type RecordDeps } from './recordChange.ts';
import { type RequireDeps, refuseWithoutOwn, signOutWithout } from './requireSecondFactors.ts';
import { differenceOf, refusedByGate, requireAdmin, rulesFitTags } from './rules.ts';

export interface ChangeDeps extends RecordDeps {
  settings: Pick<SettingsStore, 'newest' | 'addChange'>;
  identity: Pick<IdentityStore, 'findTenant' | 'changeTenant'> & RequireDeps['identity'];
}
export interface LogoDeps extends ChangeDeps {
  settings: Pick<SettingsStore, 'newest' | 'addChange' | 'keepLogo'>;
}

/**
 * Changes some of the settings, for an admin. The change is one document: at once the record of its author and time, and what the settings
 * became; nothing new is no change. The tenant's own name and zone follow; a crash in between is repaired by the next reader or
 * writer of the settings.
 * @throws HubError CONFLICT: somebody changed them since `version` was read; POLICY_BLOCKED, with the field: visitors may not be
 * told the greeting, the card or the words for closed hours; VALIDATION_FAILED: a rule sets a tag that is not on the list, or whoever
 * requires a second factor of their role has none
 */
export async function changeSettings(
  deps: ChangeDeps,
  scope: StaffScope,
  version: number,
  change: { [K in keyof BrokerageSettings]?: BrokerageSettings[K] | undefined },
): Promise<SettingsState> {
  requireAdmin(scope);
  const before = await readTenantSettings(deps, scope.tenantId);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const settings = { ...before.settings, ...given } as BrokerageSettings;
  if (!rulesFitTags(settings)) throw new HubError('VALIDATION_FAILED', { field: 'change.tagRules' });
  const asked = settings.secondFactorRoles.filter((one) => !before.settings.secondFactorRoles.includes(one));
  await refuseWithoutOwn(deps, scope, asked);
  const refused = refusedByGate(settings);
  if (refused !== null) throw new HubError('POLICY_BLOCKED', { field: `change.${refused}` });
  const difference = differenceOf(before.settings, settings);
  if (before.version === version && Object.keys(difference.after).length === 0) {
    await keepTenantLike(deps.identity, scope.tenantId, before.settings);
    return before;
  }
  const after = await become(deps, scope, version, before, { settings, logoId: before.logoId }, 'settings', difference);
  await signOutWithout(deps, scope.tenantId, asked);
  await keepTenantLike(deps.identity, scope.tenantId, after.settings);
  return after;
}

/**
 * Copies name and time zone from the settings to the tenant's row, for readers of that row alone, such as an invitation or an
 * administrator's list. Writes nothing where they are the same.
 */
export async function keepTenantLike(
  identity: Pick<IdentityStore, 'findTenant' | 'changeTenant'>,
  tenantId: string,
  { brokerage: name, timeZone }: Pick<BrokerageSettings, 'brokerage' | 'timeZone'>,
): Promise<void> {
  const tenant = await identity.findTenant(tenantId);
  if (tenant === null || (tenant.name === name && tenant.timeZone === timeZone)) return;
  await identity.changeTenant(tenantId, { name, timeZone });
}

/**
 * Sets the market of a tenant, for the hub's administrator; the record of changes names them.
 * @throws HubError NOT_FOUND, CONFLICT
 */
export async function setMarket(deps: ChangeDeps, tenantId: string, market: MarketId): Promise<void> {
  const principal = { kind: 'staff', id: 'hub', role: 'admin', name: 'Hub administrator' } as const;
  const { version } = await readTenantSettings(deps, tenantId);
  await changeSettings(deps, { tenantId, principal }, version, { market });
}

/**
 * Sets or removes the logo, for an admin.
 * @throws HubError VALIDATION_FAILED: it is no PNG, JPEG or WebP of the size allowed
 */
export async function changeLogo(
  deps: LogoDeps,
  scope: StaffScope,
  version: number,
  base64: string | null,
): Promise<SettingsState> {
  requireAdmin(scope);
  const before = await readTenantSettings(deps, scope.tenantId);
  let logoId: string | null = null;
  if (base64 !== null) {
    const type = readPictureType(Buffer.from(base64, 'base64'));
    if (type === null) throw new HubError('VALIDATION_FAILED', { field: 'image' });
    logoId = idFrom('logo', scope.tenantId, base64);
    await deps.settings.keepLogo({ id: logoId, tenantId: scope.tenantId, type, base64 });
  }
  return become(deps, scope, version, before, { settings: before.settings, logoId }, 'logo', {
    before: { logo: before.logoId },
    after: { logo: logoId },
  });
}

async function become(
  deps: RecordDeps,
  scope: StaffScope,
  version: number,
  before: SettingsState,
  to: Omit<SettingsState, 'version'>,
  kind: 'settings' | 'logo',
  difference: { before: Record<string, unknown>; after: Record<string, unknown> },
): Promise<SettingsState> {
  if (before.version !== version) throw new HubError('CONFLICT');
  const after = { ...to, version: version + 1 };
  const { id, name } = scope.principal;
  const told = { kind, action: 'changed', subject: kind === 'logo' ? 'Logo' : 'Settings', ...difference } as const;
  const change = changeBy({ tenantId: scope.tenantId, id, name }, deps.clock.now(), told, after);
  if (!(await deps.settings.addChange(change))) throw new HubError('CONFLICT');
  return after;
}
