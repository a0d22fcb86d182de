import type { LeadAnswer, LeadRow, ViewedHomeAnswer } from '../../src/contract/rest/leads.ts';
import type { PreferencesAnswer } from '../../src/contract/rest/preferences.ts';
import type { SavedPeopleViewAnswer } from '../../src/contract/rest/savedViews.ts';
import { DeskPages } from '../desk/DeskPages.tsx';
import { board } from './deskScene.tsx';
import { longName, minutesAgo, unbroken } from './fixtures.ts';
import { agent, drawStaff } from './StaffScene.tsx';
import type { Scene } from './scene.ts';
import { answering } from './settingsScenes.tsx';

const rowAt = (no: number, change: Partial<LeadRow> = {}): LeadRow => ({
  id: `l${no}`,
  suppressed: [],
  conversationId: `c${no}`,
  channel: 'widget',
  startedAt: minutesAgo(no * 700 + 30),
  lastAt: minutesAgo(no * 700),
  mode: 'bot',
  stage: 'QUALIFY',
  talks: 1,
  ...change,
});
const wants = { wish: 'buy', beds: 3, maxCents: 50_000_000, area: 'Round Rock' } as const;
const items = [
  rowAt(0, {
    ...{ name: 'Sarah Whitcomb', phone: '(512) 555-0137', email: 'sarah.whitcomb@example.com', wants },
    ...{
      listingTitle: '908 Kinney Oaks Court',
      temperature: 'hot',
      score: 88.4,
      tags: ['investor', 'long'],
      stage: 'BOOKED',
      talks: 3,
    },
    ...{ mode: 'human', owner: { id: agent.id, name: agent.name } },
  }),
  rowAt(1, { wants, temperature: 'warm', score: 61 }),
  rowAt(2, { name: longName, email: `${unbroken.slice(0, 60)}@example.com`, mode: 'waiting', stage: 'HUMAN_BRIDGE' }),
  rowAt(3, { name: 'مريم الحسيني', phone: '+1 512 555 0122', suppressed: ['call', 'text'], stage: 'OPTED_OUT' }),
  rowAt(4, { listingTitle: unbroken.slice(0, 80), mode: 'closed', stage: 'DONE', owner: { id: 'x', name: longName } }),
];

const views: SavedPeopleViewAnswer[] = [
  { id: 'v1', name: 'Hot investors', temperature: 'hot', tag: 'investor', sort: 'score' },
  { id: 'v2', name: 'Mine, quiet for a week', mine: 'true', quietDays: 7 },
  { id: 'v3', name: 'W'.repeat(40), sort: 'score' },
];

const told = (value: unknown, from = 0): LeadAnswer['fields'][string] => ({
  ...{ value, state: 'answered', confidence: 1, conversationId: 'c0' },
  evidence: from === 0 ? [] : [{ log: 'public:c0', seq: 1, start: 0, end: from }],
});
const said = 'I want 3 bedrooms in Round Rock, up to 500k';
const lead: LeadAnswer = {
  id: 'l0',
  name: 'Sarah Whitcomb',
  createdAt: minutesAgo(9_000),
  fields: {
    name: told('Sarah Whitcomb'),
    phone: told('(512) 555-0137'),
    email: told('sarah.whitcomb@example.com'),
    intent: told('buy', 6),
    beds: told(3, 17),
    area: told('Round Rock', 31),
    timeline: { ...told(null), state: 'declined' },
  },
  tags: ['Hot-Buyer'],
  conversations: [
    {
      ...{ conversationId: 'c0', lastAt: minutesAgo(3), mode: 'human' },
      ...{ listingTitle: '908 Kinney Oaks Court', lastText: said },
    },
    { conversationId: 'c1', lastAt: minutesAgo(9_000), mode: 'closed', lastText: unbroken.slice(0, 300) },
  ],
  consents: [],
  suppressions: [],
  suppressed: [],
  deletionRequests: [],
  merged: [],
};
const appointment = {
  ...{ appointmentId: 'a1', conversationId: 'c0', lead: { id: 'l0' }, kind: 'viewing', state: 'booked' },
  ...{ startsAt: '2026-03-03T16:00:00.000Z', endsAt: '2026-03-03T17:00:00.000Z', zone: 'America/Chicago' },
  ...{ with: { id: 'agent-1', name: 'Maya Brooks' }, home: { listingId: 'h', title: '908 Kinney Oaks Court' } },
};
const transcript = {
  conversationId: 'c0',
  entries: [
    {
      ...{ v: 1, id: 'e1', log: 'public:c0', seq: 1, type: 'message-created', conversationId: 'c0' },
      ...{ at: minutesAgo(9_000), actor: { kind: 'visitor', id: 'v' } },
      data: { messageId: 'm1', text: said, channel: 'widget', language: 'en' },
    },
  ],
};
const happened = (no: number, type: string, data: object, kind = 'bot') => ({
  ...{ v: 1, id: `h${no}`, log: 'internal:c0', seq: no, type, conversationId: 'c0', data },
  ...{ at: minutesAgo(no * 40), actor: { kind, id: 'x', ...(kind === 'agent' ? { name: longName } : {}) } },
});
const timeline = {
  items: [
    happened(1, 'appointment-changed', { appointmentId: 'a1', state: 'booked', startsAt: '2026-03-03T16:00:00.000Z' }),
    happened(2, 'note-created', { text: unbroken.slice(0, 300) }, 'agent'),
    happened(3, 'score-changed', { score: 74, temperature: 'hot' }),
    happened(4, 'handoff-changed', { state: 'requested', from: 'buyer', to: 'human', reason: 'asked-for-person' }),
    happened(5, 'message-created', { text: said }, 'visitor'),
  ],
  complete: false,
};
const task = {
  ...{ taskId: 't1', conversationId: 'c0', lead: { id: 'l0' }, text: 'Call back about the inspection' },
  ...{ dueAt: minutesAgo(-600), createdAt: minutesAgo(60) },
  ...{ owner: { id: 'agent-2', name: longName }, by: { id: agent.id, name: agent.name } },
};
const homes: { items: ViewedHomeAnswer[] } = {
  items: [
    {
      ...{ listingId: 'h', title: '908 Kinney Oaks Court', priceCents: 64_500_000, currency: 'USD', views: 3 },
      ...{ firstAt: minutesAgo(9_000), lastAt: minutesAgo(4), tappedAt: minutesAgo(60), likedAt: minutesAgo(60) },
    },
    {
      ...{ listingId: 'i', title: '12 Bouldin Avenue', priceCents: 51_000_000, currency: 'USD', views: 0 },
      ...{ firstAt: minutesAgo(70), lastAt: minutesAgo(70), tappedAt: minutesAgo(70) },
    },
    {
      ...{ listingId: 'j', title: unbroken.slice(0, 80), priceCents: 1_234_500_000, currency: 'CAD', views: 1 },
      ...{ firstAt: minutesAgo(8_000), lastAt: minutesAgo(8_000) },
    },
  ],
};
const preferences: PreferencesAnswer = {
  items: [
    {
      ...{ name: 'channel', value: 'Text', why: 'They said so.', adapts: 'The next step is proposed that way.' },
      evidence: [{ log: 'public:c0', seq: 1, start: 0, end: 17 }],
    },
    {
      ...{ name: 'price', value: 'Asks about price first', adapts: 'What a home costs comes first.' },
      why: '3 of 5 questions were about price or costs, the first one too.',
      evidence: [{ log: 'public:c0', seq: 1, start: 33, end: 43 }],
    },
    {
      ...{ name: 'objections', value: `What homes cost; ${unbroken.slice(0, 60)}`, why: 'Raised 2 times.' },
      ...{ adapts: 'It is taken up before a next step is proposed.', evidence: [] },
    },
  ],
  off: null,
  offForAll: false,
};
const person = {
  '/leads/l0/preferences': preferences,
  '/leads/l0/homes': homes,
  '/tasks': { zone: 'America/Chicago', items: [task] },
  '/leads/l0': lead,
  '/appointments': { zone: 'America/Chicago', items: [appointment] },
  '/conversations/c0/transcript': transcript,
  '/leads/l0/timeline': timeline,
};

function people(
  name: string,
  title: string,
  sees: string,
  answers: Parameters<typeof answering>[0],
  { path = '/desk/leads', press = [] as readonly string[] } = {},
): Scene {
  return {
    name: `desk-people-${name}`,
    title: `Desk: ${title}`,
    path,
    sees,
    press,
    draw(into) {
      window.fetch = answering(answers);
      return drawStaff(into, agent, { rows: board }, <DeskPages />);
    },
  };
}

/** The list of people and one person's page, in each of their states. */
export const peopleScenes: Scene[] = [
  people('list', 'the people of the brokerage', '.person-row >> nth=4', { '/leads': { items, nextCursor: 'more' } }),
  people(
    'chosen',
    'people chosen by tag and score, one of several saved views',
    '.person-row >> nth=1',
    { '/leads': { items: items.slice(0, 2) }, '/people-views': { items: views } },
    { path: '/desk/leads?temperature=hot&tag=investor&sort=score', press: ['.people-views'] },
  ),
  people('empty', 'no one has written yet', 'text=No people yet', { '/leads': { items: [] } }),
  people(
    'nobody',
    'no one matches the search',
    'text=No one matches',
    { '/leads': { items: [] } },
    { press: ['.people-bar input', 'q'] },
  ),
  people('loading', 'the people loading', '.people-skeleton', 'never'),
  people('error', 'the people didn’t load', 'text=The list didn’t load', 'error'),
  people('person', 'everything known about one person', '.person-card .quote', person, { path: '/desk/leads/l0' }),
  people(
    'person-bare',
    'a person with few details who opted out of most contact',
    'text=They haven’t said',
    {
      '/leads/l0': {
        ...{ ...lead, name: undefined, fields: { phone: told('(512) 555-0137') }, tags: [] },
        suppressed: ['call', 'text', 'email'],
        suppressions: [
          {
            ...{ at: minutesAgo(500), conversationId: 'c0', said: 'STOP', channels: ['call', 'text', 'email'] },
            ...{ evidence: { log: 'public:c0', seq: 1, start: 0, end: 4 }, reason: 'opted-out' },
          },
        ],
      },
      '/leads/l0/homes': { items: [] },
      '/leads/l0/preferences': {
        ...{ items: [], offForAll: false },
        off: { at: minutesAgo(500), by: { id: agent.id, name: longName } },
      },
      '/appointments': { zone: 'America/Chicago', items: [] },
      '/tasks': { zone: 'America/Chicago', items: [] },
    },
    { path: '/desk/leads/l0' },
  ),
  people('person-error', 'a person didn’t load', 'text=This person didn’t load', 'error', {
    path: '/desk/leads/l0',
  }),
];
