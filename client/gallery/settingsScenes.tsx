import { usualHelp } from '../../src/contract/coaching.ts';
import type { OwnAccount } from '../../src/contract/rest/account.ts';
import type { StaffMember } from '../../src/contract/rest/people.ts';
import type { SettingsAnswer } from '../../src/contract/rest/settings.ts';
import { checklistItems, sellerAsks } from '../../src/contract/rest/settingsLimits.ts';
import type { SiteAnswer } from '../../src/contract/rest/sites.ts';
import { webhookEvents } from '../../src/contract/webhooks.ts';
import SettingsPage from '../desk/settings/SettingsPage.tsx';
import { longName, tags, unbroken } from './fixtures.ts';
import { agent, drawStaff } from './StaffScene.tsx';
import type { Scene } from './scene.ts';

const admin = { id: 'admin-1', name: 'Ada Lindqvist', role: 'admin' } as const;
const nineToSix = { from: '09:00', until: '18:00' };
const closedWeek = {
  ...{ monday: null, tuesday: null, wednesday: null, thursday: null },
  ...{ friday: null, saturday: null, sunday: null },
};
const settings: SettingsAnswer = {
  version: 4,
  logo: null,
  settings: {
    brokerage: 'Barton Ridge Realty',
    timeZone: 'America/Chicago',
    market: 'austin',
    adapts: true,
    colours: { light: '#7a1f3d', dark: '#f7a8c0' },
    greeting: 'Welcome to Barton Ridge. What would you like to know?',
    hours: {
      monday: { from: '09:00', until: '12:00', more: [{ from: '13:00', until: '18:00' }] },
      tuesday: { from: '18:00', until: '02:00' },
      wednesday: nineToSix,
      thursday: nineToSix,
      friday: nineToSix,
      saturday: { from: '10:00', until: '14:00' },
      sunday: null,
    },
    holidays: 'us-federal',
    closedDays: [
      { date: '2026-12-24', name: 'Christmas Eve', everyYear: true },
      { date: '2026-07-03', name: '', everyYear: false },
    ],
    appointments: {
      showingHours: { ...closedWeek, saturday: { from: '10:00', until: '19:00' } },
      callMinutes: 30,
      showingMinutes: 60,
      showingGapMinutes: 30,
      callLeadHours: 1,
      showingLeadHours: 3,
    },
    closedSays: 'Our office is closed. Leave a number if you would like a call when we are back.',
    brokerageServicesUrl: '',
    review: { scoreOver: 90, valueOverCents: 120_000_000 },
    mortgage: {
      yearlyRate: 0.0685,
      years: 30,
      downShare: 0.2,
      yearlyTaxShare: 0.018,
      yearlyInsuranceCents: 240_000,
      source: 'Our lender survey',
      asOf: '2026-11-02',
    },
    serves: { areas: ['Austin', 'Round Rock', 'Cedar Park'], notKinds: ['land'] },
    card: {
      hoursToo: { en: 'Sundays are by appointment.', es: 'Los domingos, con cita.' },
      office: '1100 Ridgeline Walk, Austin',
      people: [{ name: longName, does: { en: 'lists homes south of the river', es: '' }, languages: ['en', 'es'] }],
      areas: ['Austin', 'Round Rock', 'Cedar Park'],
      fees: { en: 'Talking with us is free.', es: 'Hablar con nosotros no cuesta nada.' },
      represents: { en: '', es: '' },
      languages: ['en', 'es'],
    },
    waiting: { amberMinutes: 2, redMinutes: 5 },
    jorge: {
      buyerAsks: ['area', 'budget', 'beds', 'timeline'],
      sellerAsks: [...sellerAsks],
      tone: 'brief',
      leaves: ['taxes'],
    },
    checkedOff: [],
    tags,
    secondFactorRoles: ['admin'],
    tagRules: [
      { when: { fact: 'language', is: 'es' }, tagId: 'spanish' },
      { when: { fact: 'price-over', cents: 100_000_000 }, tagId: 'luxury' },
    ],
  },
};
const site: SiteAnswer = {
  id: 'site-1',
  name: 'Main website',
  siteKey: 'site_u4Jr2mPq9sXy',
  allowedOrigins: ['https://www.bartonridge.example'],
  widget: { titleCount: true, opener: { seconds: 20, scrollPercent: null } },
  signsIdentities: true,
  seen: { at: '2026-05-04T11:40:00Z', origin: 'https://www.bartonridge.example' },
  createdAt: '2026-05-04T11:40:00Z',
};
const people: StaffMember[] = [
  { ...admin, active: true, email: 'ada@bartonridge.example' },
  {
    id: 'p-2',
    name: 'Owen Tanaka',
    role: 'agent',
    active: true,
    email: 'owen@bartonridge.example',
    photo: '/photos/p-2?v=1',
    secondFactor: true,
    ownHours: { timeZone: 'America/Denver', hours: settings.settings.hours },
  },
  { id: agent.id, name: agent.name, role: 'agent', active: true },
  { id: 'p-3', name: longName, role: 'supervisor', active: false, email: `${'long.'.repeat(30)}name@homes.example` },
];
const change = {
  id: 'change-1',
  at: '2026-05-04T11:40:00Z',
  by: { id: admin.id, name: admin.name },
  kind: 'settings',
  action: 'changed',
  subject: 'Settings',
  before: { brokerage: 'Barton Realty' },
  after: { brokerage: 'Barton Ridge Realty' },
};
const empty = { items: [] };
const full: Record<string, unknown> = {
  '/settings': settings,
  '/settings/checklist': {
    items: checklistItems.map((item, at) => ({ item, done: at % 2 === 0 })),
  },
  '/settings/changes': { items: [change, { ...change, id: 'change-2', after: { brokerage: longName } }] },
  '/sites': {
    items: [site, { ...site, id: 'site-2', name: longName, allowedOrigins: [`https://${'a'.repeat(60)}.example`] }],
  },
  '/people': { items: people },
  '/invites': {
    items: [{ id: 'i', email: 'new@bartonridge.example', role: 'agent', expiresAt: '2026-05-11T11:40:00Z' }],
  },
  '/saved-replies': {
    items: [
      { id: 'r-1', title: 'Parking', text: 'Hello {{visitor}}, there is a garage.', for: 'team' },
      { id: 'r-2', title: longName, text: unbroken.slice(0, 400), for: 'me' },
    ],
  },
  '/blocks': {
    items: [
      {
        id: 'b-1',
        kind: 'visitor',
        shown: 'Visitor from 2 bed bungalow on Alder Street',
        reason: 'Advertises crypto in every message',
        conversationId: 'c-1',
        by: { id: agent.id, name: agent.name },
        at: '2026-05-04T11:40:00Z',
        until: '2026-05-05T11:40:00Z',
      },
      {
        id: 'b-2',
        kind: 'address',
        shown: '192.0.2.x',
        reason: unbroken.slice(0, 200),
        conversationId: 'c-2',
        by: { id: 'p-3', name: longName },
        at: '2026-05-04T11:40:00Z',
        until: null,
      },
    ],
  },
  '/deletion-requests': {
    items: [
      {
        ...{ id: 'd-1', leadId: 'lead-1', conversationId: 'c-1', said: 'Please delete everything you have about me.' },
        ...{ at: '2026-05-04T11:40:00Z', confirmBy: '2026-05-18', answerBy: '2026-06-18' },
      },
      {
        ...{ id: 'd-2', leadId: 'lead-2', conversationId: 'c-2', said: unbroken.slice(0, 300) },
        ...{ at: '2026-04-04T11:40:00Z', confirmBy: '2026-04-18', answerBy: '2026-05-18' },
        closed: { at: '2026-05-01T11:40:00Z', by: `Kept for the pending sale; told the visitor (${longName})` },
      },
    ],
  },
  '/open-houses': {
    items: [{ listingId: 'home-1', title: '2417 Ashby Hollow Drive', openHouses: ['Saturday, 11 AM to 1 PM'] }],
  },
  '/knowledge': {
    items: [
      {
        id: 'card-1',
        questions: ['Do you manage rentals?', 'can you rent out my house'],
        answer: 'We only help people buy and sell.',
        language: 'en',
        by: { id: admin.id, name: admin.name },
        at: '2026-05-04T11:40:00Z',
      },
      {
        id: 'card-2',
        questions: [longName],
        answer: unbroken.slice(0, 400),
        language: 'es',
        by: { id: 'p-3', name: longName },
        at: '2026-05-04T11:40:00Z',
      },
    ],
  },
  '/knowledge/unanswered': {
    items: [
      { id: 'q-1', question: unbroken.slice(0, 300), times: 3, conversationId: 'c-1', at: '2026-05-04T11:40:00Z' },
    ],
  },
  '/busy-calendar': { setAt: '2026-05-04T11:40:00Z', readAt: '2026-05-04T11:45:00Z', busy: 12 },
  '/calendar-feed': { madeAt: '2026-05-04T11:40:00Z' },
  '/me': {
    ...{ id: 'agent-1', name: longName, email: 'maya@bartonridge.example', role: 'agent', title: 'Buyer’s agent' },
    help: usualHelp,
  } satisfies OwnAccount,
  '/me/sign-ins': {
    items: [
      {
        ...{ id: 's-1', browser: 'Chrome on Mac', current: true },
        ...{ startedAt: '2026-05-02T08:00:00Z', lastUsedAt: '2026-05-04T11:40:00Z' },
      },
      { id: 's-2', browser: null, current: false, startedAt: null, lastUsedAt: '2026-05-03T19:05:00Z' },
    ],
  },
  '/api-keys': { items: [{ id: 'k', name: 'CRM', role: 'agent', active: true, createdAt: '2026-05-04T11:40:00Z' }] },
  '/webhooks': {
    items: [
      {
        ...{ id: 'w-1', url: 'https://crm.bartonridge.example/hub', createdAt: '2026-05-04T11:40:00Z' },
        ...{ description: 'CRM', events: ['conversation.started', 'message.created'] },
      },
      {
        ...{ id: 'w-2', url: `https://hooks.example/${unbroken.slice(0, 160)}`, createdAt: '2026-05-04T11:40:00Z' },
        events: webhookEvents,
        paused: { at: '2026-05-04T11:40:00Z', reason: 'failing' },
      },
    ],
  },
  '/webhooks/w-1/deliveries': {
    items: [
      {
        ...{ id: 'd-1', event: 'ping', at: '2026-05-04T11:42:00Z', state: 'delivered', attempts: 1, status: 200 },
        ms: 84,
      },
      {
        ...{ id: 'd-2', event: 'message.created', at: '2026-05-04T11:41:00Z', state: 'waiting', attempts: 2 },
        ...{ conversationId: 'c-1', nextAt: '2026-05-04T11:46:00Z', status: 503, problem: 'refused', ms: 120 },
        says: 'The server answered with 503.',
      },
      {
        ...{ id: 'd-3', event: 'conversation.started', at: '2026-05-04T11:40:00Z', state: 'failed', attempts: 8 },
        ...{ conversationId: 'c-1', problem: 'too-slow', ms: 5_000 },
        says: 'The server didn’t answer within 5 seconds.',
      },
    ],
  },
  '/webhooks/w-1/test': {
    ...{ id: 'd-4', event: 'ping', at: '2026-05-04T11:43:00Z', state: 'failed', attempts: 1, status: 302, ms: 40 },
    ...{ problem: 'redirected', says: 'The server redirected elsewhere (302). Redirects aren’t followed.' },
  },
  '/webhooks/w-2/deliveries': { items: [] },
};
const withFactor = {
  ...full,
  '/me': { ...(full['/me'] as object), secondFactor: { since: '2026-05-04T11:40:00Z', recoveryCodesLeft: 9 } },
};
const nothing: Record<string, unknown> = Object.fromEntries(
  Object.keys(full).map((path) => [path, path === '/settings' ? settings : empty]),
);

/** Answers for the hub; `never` keeps it waiting, `error` refuses. */
export function answering(answers: Record<string, unknown> | 'never' | 'error'): typeof fetch {
  return async (input) => {
    if (answers === 'never') return new Promise<Response>(() => undefined);
    const path = new URL(String(input), location.href).pathname.replace('/api/v1', '');
    const found = answers === 'error' ? undefined : answers[path];
    const error = { code: 'DEPENDENCY_DOWN', message: 'Something behind the hub isn’t responding.', retryable: true };
    return found === undefined ? Response.json({ error }, { status: 503 }) : Response.json(found);
  };
}

function page(
  section: string,
  state: string,
  sees: string,
  answers = full as Parameters<typeof answering>[0],
  user = admin as typeof admin | typeof agent,
): Scene {
  return {
    name: `desk-settings-${section}-${state}`,
    title: `Settings: ${section}, ${state}`,
    path: `/desk/settings/${section}`,
    sees,
    draw(into) {
      window.fetch = answering(answers);
      return drawStaff(into, user, { rows: [] }, <SettingsPage />);
    },
  };
}

export const settingsScenes: Scene[] = [
  page('checklist', 'live', '.checklist'),
  page('brokerage', 'live', '.widget-preview'),
  page('brokerage', 'loading', '.settings-section .skeleton', 'never'),
  page('brokerage', 'error', 'text=This didn’t load', 'error'),
  page('brokerage', 'no-permission', 'text=Admins only', full, agent),
  page('widget', 'live', '.widget-preview'),
  page('hours', 'live', '.settings-day'),
  page('appointments', 'live', '.settings-day'),
  page('about', 'live', '.settings-pair'),
  page('jorge', 'live', '.settings-pair'),
  page('sites', 'live', '.snippet'),
  page('sites', 'empty', 'text=No sites yet', nothing),
  page('people', 'live', '.settings-item'),
  { ...page('people', 'hours', '.settings-day'), press: ['[aria-label="Custom hours for Owen Tanaka"]'] },
  page('my-account', 'live', 'text=Chrome on Mac', full, agent),
  {
    ...page('my-account', 'code', 'text=From your authenticator app', withFactor, agent),
    press: ['text=New recovery codes'],
  },
  page('my-account', 'error', 'text=This didn’t load', 'error', agent),
  page('my-hours', 'live', 'text=Same as business hours', full, agent),
  page('my-hours', 'error', 'text=This didn’t load', 'error', agent),
  page('my-calendar', 'live', 'text=Address created', full, agent),
  page(
    'my-calendar',
    'problem',
    'text=The calendar couldn’t be read',
    {
      ...full,
      '/busy-calendar': {
        ...{ setAt: '2026-05-04T11:40:00Z', readAt: '2026-05-04T11:45:00Z', busy: 1 },
        problem: 'not-a-calendar',
      },
    },
    agent,
  ),
  page('my-calendar', 'error', 'text=This didn’t load', 'error', agent),
  page('replies', 'live', '.reply-text'),
  page('replies', 'empty', 'text=No saved replies yet', nothing),
  page('knowledge', 'live', '.settings-item'),
  page('knowledge', 'empty', 'text=No cards yet', nothing),
  page('knowledge', 'read-only', '.settings-item', full, agent),
  page('tags', 'live', '.tag-rules li'),
  page('keys', 'live', '.settings-item'),
  { ...page('webhooks', 'live', '.delivery-result.failed'), press: ['text=Latest deliveries'] },
  { ...page('webhooks', 'edit', '.webhook-events'), press: ['text=Edit'] },
  page('webhooks', 'empty', '.webhook-events', nothing),
  page('webhooks', 'error', 'text=This didn’t load', 'error'),
  page('blocks', 'live', '.settings-item'),
  page('blocks', 'empty', 'text=No one is blocked', nothing),
  page('deletions', 'live', '.settings-item'),
  page('changes', 'live', '.change-fields'),
  page('changes', 'empty', 'text=No changes yet', nothing),
];
