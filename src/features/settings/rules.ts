import { ownColours, textOn } from '../../contract/contrast.ts';
import type { BrokerageSettings, Hours, InBothLanguages, WidgetTheme } from '../../contract/settings.ts';
import { weekdays } from '../../contract/settingsLimits.ts';
import { HubError } from '../../kernel/hubError.ts';
import { reviewWords } from '../compliance/reviewWords.ts';
import type { StaffScope, Tenant } from '../identity/model.ts';

/** Settings are an admin's: `FORBIDDEN` for everybody else. */
export function requireAdmin(scope: StaffScope): void {
  if (scope.principal.role !== 'admin') throw new HubError('FORBIDDEN');
}

/** When a waiting clock turns amber and red, until a tenant says otherwise. */
export const firstWaiting = { amberMinutes: 2, redMinutes: 5 };
/** Closed on them until a tenant says otherwise. */
export const firstHolidays: BrokerageSettings['holidays'] = 'us-federal';
/** Everywhere, and every kind of home. */
export const servesAll: BrokerageSettings['serves'] = { areas: [], notKinds: [] };
const nothing = { en: '', es: '' };
/** Nothing is told of the brokerage but its hours. */
export const emptyCard: BrokerageSettings['card'] = {
  hoursToo: nothing,
  office: '',
  people: [],
  areas: [],
  fees: nothing,
  represents: nothing,
  languages: [],
};
const nineToSix = { from: '09:00', until: '18:00' };
/** What a tenant begins with. */
export const firstSettings = (tenant: Tenant): BrokerageSettings => ({
  brokerage: tenant.name,
  timeZone: tenant.timeZone,
  colours: ownColours,
  greeting: '',
  hours: Object.fromEntries(weekdays.map((day) => [day, day === 'sunday' ? null : nineToSix])) as Hours,
  holidays: firstHolidays,
  closedSays: '',
  brokerageServicesUrl: '',
  review: null,
  mortgage: null,
  serves: servesAll,
  card: emptyCard,
  waiting: firstWaiting,
});

/** The field whose words may not be said to visitors, by the gate that every word of a bot passes; null when all may. */
export function refusedByGate({ greeting, closedSays, card, brokerage }: BrokerageSettings): string | null {
  const said: [field: string, words: string][] = [
    ['greeting', greeting],
    ['closedSays', closedSays],
    ...(['hoursToo', 'fees', 'represents'] as const).flatMap((field) => inBoth(`card.${field}`, card[field])),
    ['card.office', card.office],
    ...card.people.flatMap(({ does }) => inBoth('card.people', does)),
  ];
  const refused = said.find(([, words]) => reviewWords(words, { audience: 'public', brokerage }).action === 'cut');
  return refused?.[0] ?? null;
}
const inBoth = (field: string, { en, es }: InBothLanguages): [string, string][] => [
  [field, en],
  [field, es],
];

/** Where a logo is served. */
export const logoPath = (logoId: string): string => `/logos/${logoId}`;

/** The widget's colours and logo, with the text colours that can be read on them. */
export function themeOf({ colours }: BrokerageSettings, logoId: string | null): WidgetTheme {
  return {
    accent: colours.light,
    onAccent: textOn(colours.light),
    darkAccent: colours.dark,
    onDarkAccent: textOn(colours.dark),
    ...(logoId === null ? {} : { logo: logoPath(logoId) }),
  };
}

/** The fields that differ, before and after. */
export function differenceOf(
  before: BrokerageSettings,
  after: BrokerageSettings,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const changed = (Object.keys(after) as (keyof BrokerageSettings)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const pick = (from: BrokerageSettings) => Object.fromEntries(changed.map((field) => [field, from[field]]));
  return { before: pick(before), after: pick(after) };
}
