import type { BrokerageSettings, SettingsAnswer } from '../../contract/rest/settings.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { IdentityStore } from '../identity/ports.ts';
import type { SettingsState } from './model.ts';
import type { SettingsStore } from './ports.ts';
import {
  emptyCard,
  firstAppointments,
  firstHolidays,
  firstJorge,
  firstMarket,
  firstSettings,
  logoPath,
  servesAll,
} from './rules.ts';

export interface ReadTenantSettingsDeps {
  settings: Pick<SettingsStore, 'newest'>;
  identity: Pick<IdentityStore, 'findTenant'>;
}

/**
 * The settings of a tenant, or its first settings where nothing was set yet.
 * @throws HubError NOT_FOUND: there is no such tenant
 */
export async function readTenantSettings(
  deps: ReadTenantSettingsDeps,
  tenantId: string,
): Promise<SettingsState & { isSet: boolean }> {
  const kept = await deps.settings.newest(tenantId);
  if (kept) return { ...kept, settings: wholeSettings(kept.settings), isSet: true };
  const tenant = await deps.identity.findTenant(tenantId);
  if (!tenant) throw new HubError('NOT_FOUND');
  return { version: 0, settings: firstSettings(tenant), logoId: null, isSet: false };
}

/** Settings as they are kept, with what those of an older version lack. */
const wholeSettings = (kept: BrokerageSettings): BrokerageSettings => ({ ...lackedByOlder, ...kept });
const lackedByOlder = {
  market: firstMarket,
  brokerageServicesUrl: '',
  holidays: firstHolidays,
  closedDays: [],
  appointments: firstAppointments,
  review: null,
  mortgage: null,
  serves: servesAll,
  card: emptyCard,
  jorge: firstJorge,
  adapts: true,
  tags: [],
  tagRules: [],
  checkedOff: [],
  secondFactorRoles: [],
};

/** The settings as the REST interface shows them: the logo by its path. */
export const settingsAnswerOf = ({ version, settings, logoId }: SettingsState): SettingsAnswer => ({
  version,
  settings,
  logo: logoId === null ? null : logoPath(logoId),
});
