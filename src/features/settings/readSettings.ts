import { LRUCache } from 'lru-cache';
import type { BrokerageSettings, SettingsAnswer, WidgetTheme } from '../../contract/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { IdentityStore } from '../identity/ports.ts';
import type { SettingsState } from './model.ts';
import type { SettingsStore } from './ports.ts';
import { emptyCard, firstHolidays, firstSettings, logoPath, servesAll, themeOf } from './rules.ts';

export interface ReadSettingsDeps {
  settings: Pick<SettingsStore, 'newest'>;
  identity: Pick<IdentityStore, 'findTenant'>;
}

/** The settings that stand, or those a tenant begins with. */
export async function readSettings(deps: ReadSettingsDeps, tenantId: string): Promise<SettingsState> {
  const kept = await deps.settings.newest(tenantId);
  if (kept) return { ...kept, settings: wholeSettings(kept.settings) };
  const tenant = await deps.identity.findTenant(tenantId);
  if (!tenant) throw new HubError('NOT_FOUND');
  return { version: 0, settings: firstSettings(tenant), logoId: null };
}

/** Settings as they are kept, with what those of an older version lack. */
export const wholeSettings = (kept: BrokerageSettings): BrokerageSettings => ({ ...lackedByOlder, ...kept });
const lackedByOlder = {
  brokerageServicesUrl: '',
  holidays: firstHolidays,
  review: null,
  mortgage: null,
  serves: servesAll,
  card: emptyCard,
};

/** The settings as the REST interface shows them: the logo by its path. */
export const settingsAnswerOf = ({ version, settings, logoId }: SettingsState): SettingsAnswer => ({
  version,
  settings,
  logo: logoId === null ? null : logoPath(logoId),
});

/** The tenant's own look and first words, as its widgets show them. */
export interface WidgetLook {
  brokerage: string;
  theme: WidgetTheme;
  greeting?: string;
  brokerageServicesUrl?: string;
}

const keptForMs = 5_000;

/** What a widget needs of the settings, asked at most once per tenant and five seconds; null while nothing was set. */
export function createLookOf(deps: ReadSettingsDeps & { clock: Clock }) {
  const known = new LRUCache<string, { state: Promise<SettingsState | null>; until: number }>({ max: 10_000 });
  return async (tenantId: string): Promise<WidgetLook | null> => {
    let entry = known.get(tenantId);
    if (entry === undefined || entry.until <= deps.clock.now()) {
      entry = { state: deps.settings.newest(tenantId), until: deps.clock.now() + keptForMs };
      entry.state.catch(() => known.delete(tenantId));
      known.set(tenantId, entry);
    }
    const state = await entry.state;
    if (state === null) return null;
    const { brokerage, greeting, brokerageServicesUrl } = state.settings;
    return {
      brokerage,
      theme: themeOf(state.settings, state.logoId),
      ...(greeting === '' ? {} : { greeting }),
      ...(brokerageServicesUrl ? { brokerageServicesUrl } : {}),
    };
  };
}
