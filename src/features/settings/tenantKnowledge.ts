import type { Role } from '../../contract/values.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Wakeups } from '../../kernel/wakeups.ts';
import type { StaffUser } from '../identity/model.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { marketPacks } from '../packs/markets.ts';
import type { ToldVersions } from '../tenants/ports.ts';
import { createTenantVersions, type HeldRead, type TenantVersions } from '../tenants/tenantVersions.ts';
import { keepTenantLike } from './changeSettings.ts';
import type { SettingsState } from './model.ts';
import type { OwnHoursStore, SettingsStore } from './ports.ts';
import { readTenantSettings } from './readTenantSettings.ts';
import { themeOf, type WidgetLook } from './rules.ts';

/** A node's copy of its tenants' data, each part with the tenant's version: a change is seen within a second, or with the next message. */
export interface TenantKnowledge extends TenantVersions {
  /** The settings that stand, with what older ones lack. @throws HubError NOT_FOUND: there is no such tenant */
  settingsOf: HeldRead<SettingsState & { isSet: boolean }>;
  /** The people who may sign in. */
  peopleOf: HeldRead<readonly StaffUser[]>;
  /** The hours of people who have their own. */
  ownHoursOf: HeldRead<Awaited<ReturnType<OwnHoursStore['listOwnHours']>>>;
  /** Milliseconds without an answer after which a wait is too long. */
  waitSlaMsOf(tenantId: string): Promise<number>;
  timeZoneOf(tenantId: string): Promise<string>;
  /** The roles for which it requires a second factor. */
  factorRolesOf(tenantId: string): Promise<readonly Role[]>;
  /** The look of its widgets; null while nothing was set. */
  lookOf(tenantId: string): Promise<WidgetLook | null>;
}

export function createTenantKnowledge(deps: {
  identity: Pick<IdentityStore, 'findTenant' | 'listUsers' | 'changeTenant'>;
  settings: Pick<SettingsStore, 'newest'>;
  appointments: Pick<OwnHoursStore, 'listOwnHours'>;
  versions: ToldVersions;
  wakeups: Wakeups;
  clock: Clock;
}): TenantKnowledge {
  const versions = createTenantVersions(deps);
  const settingsOf = versions.hold(['settings'], async (tenantId) => {
    const state = await readTenantSettings(deps, tenantId);
    await keepTenantLike(deps.identity, tenantId, state.settings);
    return state;
  });
  return {
    ...versions,
    settingsOf,
    peopleOf: versions.hold(['people'], async (tenantId) =>
      (await deps.identity.listUsers(tenantId)).filter(({ active }) => active),
    ),
    ownHoursOf: versions.hold(['hours'], (tenantId) => deps.appointments.listOwnHours(tenantId)),
    waitSlaMsOf: async (tenantId) => (await settingsOf(tenantId)).settings.waiting.redMinutes * 60_000,
    factorRolesOf: async (tenantId) => (await settingsOf(tenantId)).settings.secondFactorRoles,
    timeZoneOf: async (tenantId) => (await settingsOf(tenantId)).settings.timeZone,
    async lookOf(tenantId) {
      const { settings, logoId, isSet } = await settingsOf(tenantId);
      if (!isSet) return null;
      const { brokerage, greeting, brokerageServicesUrl } = settings;
      return {
        brokerage,
        theme: themeOf(settings, logoId),
        ...(greeting === '' ? {} : { greeting }),
        ...(brokerageServicesUrl && marketPacks[settings.market].law?.servicesNotice ? { brokerageServicesUrl } : {}),
      };
    },
  };
}
