import type { BrokerageSettings } from '../../contract/settings.ts';
import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import type { SettingsState } from './model.ts';
import type { SettingsParts } from './ports.ts';
import { readPictureType } from './readPictureType.ts';
import { readSettings } from './readSettings.ts';
import { changeBy } from './recordChange.ts';
import { differenceOf, refusedByGate, requireAdmin } from './rules.ts';

/**
 * Changes some of the settings, for an admin. The change is one document: at once the record of who and when, and what
 * the settings became. `CONFLICT` when somebody changed them since `version` was read; nothing new is no change.
 * `POLICY_BLOCKED`, with the field, when visitors may not be told the greeting or the words for closed hours.
 */
export async function changeSettings(
  parts: SettingsParts,
  scope: StaffScope,
  version: number,
  change: { [K in keyof BrokerageSettings]?: BrokerageSettings[K] | undefined },
): Promise<SettingsState> {
  requireAdmin(scope);
  const before = await readSettings(parts, scope.tenantId);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const settings = { ...before.settings, ...given } as BrokerageSettings;
  const refused = refusedByGate(settings);
  if (refused !== null) throw new HubError('POLICY_BLOCKED', { field: `change.${refused}` });
  const difference = differenceOf(before.settings, settings);
  if (before.version === version && Object.keys(difference.after).length === 0) return before;
  const after = await become(
    parts,
    scope,
    version,
    before,
    { settings, logoId: before.logoId },
    'settings',
    difference,
  );
  // Who knows the tenant by its name (the bot, the commands of an administrator) reads it there.
  const { brokerage: name, timeZone } = after.settings;
  await parts.identity.changeTenant(scope.tenantId, { name, timeZone });
  return after;
}

/** Sets or takes away the logo, for an admin. `VALIDATION_FAILED` for anything but a PNG, JPEG or WebP of the size allowed. */
export async function changeLogo(
  parts: SettingsParts,
  scope: StaffScope,
  version: number,
  base64: string | null,
): Promise<SettingsState> {
  requireAdmin(scope);
  const before = await readSettings(parts, scope.tenantId);
  let logoId: string | null = null;
  if (base64 !== null) {
    const type = readPictureType(Buffer.from(base64, 'base64'));
    if (type === null) throw new HubError('VALIDATION_FAILED', { field: 'image' });
    logoId = idFrom('logo', scope.tenantId, base64);
    await parts.settings.keepLogo({ id: logoId, tenantId: scope.tenantId, type, base64 });
  }
  return become(parts, scope, version, before, { settings: before.settings, logoId }, 'logo', {
    before: { logo: before.logoId },
    after: { logo: logoId },
  });
}

async function become(
  parts: SettingsParts,
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
  const change = changeBy({ tenantId: scope.tenantId, id, name }, parts.clock.now(), told, after);
  if (!(await parts.settings.addChange(change))) throw new HubError('CONFLICT');
  return after;
}
