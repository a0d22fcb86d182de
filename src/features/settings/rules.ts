import { ownColours, textOn } from '../../contract/rest/contrast.ts';
import type { BrokerageSettings, Hours, InBothLanguages } from '../../contract/rest/settings.ts';
import { buyerAsks, sellerAsks, weekdays } from '../../contract/rest/settingsLimits.ts';
import type { WidgetTheme } from '../../contract/rest/widgetSessions.ts';
import { HubError } from '../../kernel/hubError.ts';
import { reviewWords } from '../compliance/reviewWords.ts';
import type { StaffScope, Tenant } from '../identity/model.ts';

/**
 * Lets only admins pass.
 * @throws HubError FORBIDDEN
 */
export function requireAdmin(scope: StaffScope): void {
  if (scope.principal.role !== 'admin') throw new HubError('FORBIDDEN');
}

/**
 * Lets only admins pass who are people: a key that lies in a program must not let anybody sign in as a colleague.
 * @throws HubError FORBIDDEN
 */
export function requireAdminPerson(scope: StaffScope): void {
  requireAdmin(scope);
  if (scope.principal.kind !== 'staff') throw new HubError('FORBIDDEN');
}

/** When a waiting clock turns amber and red, until a tenant says otherwise. */
const firstWaiting = { amberMinutes: 2, redMinutes: 5 };
/** The holidays on which a tenant is closed until it says otherwise. */
export const firstHolidays: BrokerageSettings['holidays'] = 'us-federal';
/** How calls and showings are booked until a tenant says otherwise. */
export const firstAppointments: BrokerageSettings['appointments'] = {
  showingHours: null,
  callMinutes: 30,
  showingMinutes: 60,
  showingGapMinutes: 30,
  callLeadHours: 1,
  showingLeadHours: 3,
};
/** How Jorge talks until a tenant says otherwise. */
export const firstJorge: BrokerageSettings['jorge'] = {
  buyerAsks: [...buyerAsks],
  sellerAsks: [...sellerAsks],
  tone: 'warm',
  leaves: [],
};
/** The market of tenants that are older than the choice. */
export const firstMarket: BrokerageSettings['market'] = 'austin';
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
export const firstHours = Object.fromEntries(
  weekdays.map((day) => [day, day === 'sunday' ? null : nineToSix]),
) as Hours;
/** The settings that a tenant begins with. */
export const firstSettings = (tenant: Tenant): BrokerageSettings => ({
  brokerage: tenant.name,
  timeZone: tenant.timeZone,
  market: tenant.market ?? firstMarket,
  colours: ownColours,
  greeting: '',
  hours: firstHours,
  holidays: firstHolidays,
  closedDays: [],
  appointments: firstAppointments,
  closedSays: '',
  brokerageServicesUrl: '',
  review: null,
  mortgage: null,
  serves: servesAll,
  card: emptyCard,
  jorge: firstJorge,
  adapts: true,
  waiting: firstWaiting,
  tags: [],
  tagRules: [],
  checkedOff: [],
  secondFactorRoles: [],
});

/** Whether every rule sets a tag of the list. */
export const rulesFitTags = ({ tags, tagRules }: BrokerageSettings): boolean =>
  tagRules.every(({ tagId }) => tags.some(({ id }) => id === tagId));

/** The field whose words may not be told to visitors, by the gate that every word of a bot passes; null when all may. */
export function refusedByGate({ greeting, closedSays, card, brokerage }: BrokerageSettings): string | null {
  const said: [field: string, words: string][] = [
    ['greeting', greeting],
    ['closedSays', closedSays],
    ...(['hoursToo', 'fees', 'represents'] as const).flatMap((field) => inBoth(`card.${field}`, card[field])),
    ['card.office', card.office],
    ...card.people.flatMap(({ does }, at) => inBoth(`card.people.${at}.does`, does)),
  ];
  const refused = said.find(([, words]) => reviewWords(words, { audience: 'public', brokerage }).action === 'cut');
  return refused?.[0] ?? null;
}
const inBoth = (field: string, { en, es }: InBothLanguages): [string, string][] => [
  [`${field}.en`, en],
  [`${field}.es`, es],
];

/** The tenant's own look and first words, as its widgets show them. */
export interface WidgetLook {
  brokerage: string;
  theme: WidgetTheme;
  greeting?: string;
  brokerageServicesUrl?: string;
}

/** The path of a logo. */
export const logoPath = (logoId: string): string => `/logos/${logoId}`;

/** The widget's colors and logo, with the text colors that can be read on them. */
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
