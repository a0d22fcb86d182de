import type { ChecklistAnswer } from '../../contract/rest/settings.ts';
import { type ChecklistItem, checklistItems } from '../../contract/rest/settingsLimits.ts';
import type { StaffScope } from '../identity/model.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { marketPacks } from '../packs/markets.ts';
import type { SettingsStore } from './ports.ts';
import { readTenantSettings } from './readTenantSettings.ts';
import { firstHours, requireAdmin } from './rules.ts';

export interface ChecklistDeps {
  settings: Pick<SettingsStore, 'newest' | 'listInvites'>;
  identity: Pick<IdentityStore, 'findTenant' | 'listSites' | 'listUsers'>;
  countHomes(tenantId: string): Promise<number>;
  hasTalk(tenantId: string): Promise<boolean>;
}

/** The steps of a new brokerage, in order, each with whether it is done; for an admin. */
export async function readChecklist(deps: ChecklistDeps, scope: StaffScope): Promise<ChecklistAnswer> {
  requireAdmin(scope);
  const { tenantId } = scope;
  const [{ settings, isSet }, sites, users, invites, homes, talked] = await Promise.all([
    readTenantSettings(deps, tenantId),
    deps.identity.listSites(tenantId),
    deps.identity.listUsers(tenantId),
    deps.settings.listInvites(tenantId),
    deps.countHomes(tenantId),
    deps.hasTalk(tenantId),
  ]);
  const owesNotice = marketPacks[settings.market].law?.servicesNotice !== undefined;
  const done: Record<ChecklistItem, boolean> = {
    brokerage: isSet && (settings.brokerageServicesUrl !== '' || !owesNotice),
    hours: JSON.stringify(settings.hours) !== JSON.stringify(firstHours),
    people: users.filter(({ active }) => active).length + invites.length > 1,
    site: sites.length > 0,
    widget: sites.some(({ seen }) => seen !== undefined),
    homes: homes > 0,
    chat: talked,
  };
  return {
    items: checklistItems.map((item) => ({ item, done: done[item] || settings.checkedOff.includes(item) })),
  };
}
