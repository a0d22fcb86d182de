import type { Entry, EntryData, EntryType } from '../../src/contract/log/entry.ts';
import { logKindOf } from '../../src/contract/log/entry.ts';
import { logNameOf } from '../../src/contract/log/logs.ts';
import type { DayFigures } from '../../src/contract/rest/insight.ts';
import type { ConversationTag } from '../../src/contract/rest/tags.ts';
import type { BoardRow } from '../../src/contract/socket/board.ts';

/** The conversation that every scene has open. */
export const talkId = 'talk-1';
const now = Date.now();
export const minutesAgo = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
export const inMinutes = (minutes: number): string => minutesAgo(-minutes);

export const longName = 'Maximiliana Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of the Upper Colorado';
/** 10,000 characters in words, as nobody writes but somebody pastes. */
export const longText = 'The house on the corner has a porch, two oaks and a long story. '.repeat(157).slice(0, 10_000);
export const unbroken = 'a'.repeat(4_000);
export const arabic = 'مرحبًا، أبحث عن منزل بثلاث غرف نوم في Zilker بسعر لا يتجاوز $700,000. هل هذا المنزل متاح؟';
export const hostile =
  '<img src=x onerror="alert(1)"> [click](javascript:alert(1)) **bold** \u202Edesrever\u202C \u200Bzero\u200Bwidth 🏡👩‍👩‍👧';

/** The brokerage's own tags. */
export const tags: ConversationTag[] = [
  { id: 'investor', name: 'Investor', colour: 'purple' },
  { id: 'spanish', name: 'Spanish speaker', colour: 'amber' },
  { id: 'luxury', name: 'Over a million', colour: 'pink' },
  { id: 'first', name: 'First home', colour: 'green' },
  { id: 'long', name: 'Out of state, moves by June 30', colour: 'blue' },
];

const names = ['Nora Field', 'Sam Okafor', 'Priya Raman', 'Lucía Herrera', 'Theo Lindqvist', 'Grace Kim', null, null];
const homes = ['2417 Ashby Hollow Drive', '908 Kinney Oaks Court', '1450 Bluebonnet Lane', null];
const lines = [
  'Up to 700k, we are pre-approved.',
  'Could we see it on Saturday before noon?',
  'The price seems too high for that size.',
  'Is there an HOA?',
];
const replies = ['How soon would you like to move?', 'The roof is from 2021.', 'I am with you in a moment.'];
const modes = ['bot', 'bot', 'human', 'waiting'] as const;
const heat = ['hot', 'warm', 'cold', undefined] as const;

/** The row with that number, always the same. */
export function row(no: number, more: Partial<BoardRow> = {}): BoardRow {
  const name = names[no % names.length];
  const mode = modes[no % modes.length] ?? 'bot';
  const listingTitle = homes[no % homes.length];
  const temperature = heat[no % heat.length];
  const made: BoardRow = {
    conversationId: `talk-${no}`,
    lead: { id: `lead-${no}`, ...(name ? { name } : {}) },
    channel: 'widget',
    bot: no % 3 === 0 ? 'seller' : 'buyer',
    stage: no % 2 === 0 ? 'QUALIFY' : 'SLOT_OFFER',
    mode,
    ...(mode === 'human' ? { owner: { id: 'agent-2', name: 'Owen Tanaka' } } : {}),
    ...(temperature ? { temperature, score: 40 + (no % 50) } : {}),
    ...(mode === 'waiting' || mode === 'human' ? { waitingSince: minutesAgo(no % 9) } : {}),
    unread: no % 3,
    lastText: lines[no % lines.length] ?? '',
    lastLines: [
      { by: mode === 'human' ? 'person' : 'bot', text: replies[no % replies.length] ?? '' },
      { by: 'visitor', text: lines[no % lines.length] ?? '' },
    ],
    lastAt: minutesAgo(no * 3),
    flags: mode === 'waiting' ? [{ kind: 'waiting', reason: 'asked-for-person' }] : [],
    language: no % 5 === 0 ? 'es' : 'en',
    device: no % 3 === 0 ? 'phone' : 'computer',
    ...(no % 8 > 5 ? { visitorLeftAt: minutesAgo(35) } : {}),
    ...(listingTitle ? { listingTitle } : {}),
    ...(no % 7 === 3 ? { priority: 'urgent' } : no % 7 === 5 ? { priority: 'high' } : {}),
    ...(no % 4 === 2 ? { tags: ['investor'] } : no % 5 === 0 ? { tags: ['spanish', 'first', 'long'] } : {}),
    ...more,
  };
  const { mode: now, waitingSince: since } = made;
  if (since === undefined || now === 'closed') return { owed: { kind: 'none' }, ...made };
  const { visitorLeftAt } = made;
  return { owed: visitorLeftAt ? { kind: 'follow-up', since, dueAt: inMinutes(25) } : { kind: 'now', since }, ...made };
}
export const rows = (count: number): BoardRow[] => Array.from({ length: count }, (_, index) => row(index + 1));

const alertKinds = [
  ['waits-long', 'Waiting for a person for over 5 min'],
  ['asked-for-person', 'The visitor asked for a person.'],
  ['hot-lead', 'Hot lead that no one has taken'],
  ['misunderstood', 'Jorge and the visitor keep misunderstanding each other'],
  ['abuse', 'Insults; the bot has stopped'],
] as const;

/** The row with that number, and something that a supervisor has to know about it. */
export function alerted(no: number, more: Partial<BoardRow> = {}): BoardRow {
  const [kind, reason] = alertKinds[no % alertKinds.length] ?? alertKinds[0];
  const alert = { alertId: `alert-${no}`, kind, reason, priority: 1 + (no % 3), at: minutesAgo(no * 2) };
  return row(no, { alerts: [alert], ...more });
}

export const aDay: DayFigures = {
  date: '2026-11-21',
  timeZone: 'America/Chicago',
  asOf: minutesAgo(0),
  complete: true,
  conversations: 48,
  waited: 9,
  answered: 7,
  missed: 1,
  missedTalks: [{ conversationId: 'conversation-missed', name: 'Tom Becker', waitedSince: minutesAgo(190) }],
  model: { hourMicroUsd: 62_480_000, stopMicroUsd: 100_000_000, state: 'note' },
  firstReplyMs: 72_000,
  before: {
    yesterday: { date: '2026-11-20', complete: true, conversations: 39, waited: 11, missed: 0, firstReplyMs: 95_000 },
    weekAgo: { date: '2026-11-14', complete: true, conversations: 52, waited: 6, missed: 2, firstReplyMs: null },
  },
  dispositions: [{ disposition: 'Appointment set', conversations: 3 }],
  ratings: { given: 4, mean: 4.25 },
  people: [
    { id: 'agent-1', name: 'Maya Brooks', conversations: 6, messages: 31, firstReplies: 4, firstReplyMs: 48_000 },
    { id: 'agent-2', name: 'Owen Tanaka', conversations: 4, messages: 17, firstReplies: 3, firstReplyMs: 130_000 },
    { id: 'supervisor-1', name: longName, conversations: 1, messages: 2, firstReplies: 0, firstReplyMs: null },
  ],
};
export const quietDay: DayFigures = {
  ...aDay,
  conversations: 0,
  waited: 0,
  answered: 0,
  missed: 0,
  missedTalks: [],
  firstReplyMs: null,
  people: [],
};

export const visitor = { kind: 'visitor', id: 'visitor-1' } as const;
export const jorge = { kind: 'bot', id: 'buyer', name: 'Jorge' } as const;
export const maya = { kind: 'agent', id: 'agent-1', name: 'Maya Brooks' } as const;
export const owen = { kind: 'agent', id: 'agent-2', name: 'Owen Tanaka' } as const;

type Line = {
  [T in EntryType]: { type: T; actor: Entry['actor']; data: EntryData<T>; at?: string };
}[EntryType];

/** Numbers the lines of both logs in the order given. */
export function logged(all: readonly Line[], conversationId = talkId): Entry[] {
  const heads = { public: 0, internal: 0 };
  return all.map(({ type, actor, data, at }, index) => {
    const kind = logKindOf(type);
    heads[kind] += 1;
    return {
      v: 1,
      id: `${conversationId}-${kind}-${heads[kind]}`,
      log: logNameOf(kind, conversationId),
      seq: heads[kind],
      type,
      at: at ?? minutesAgo((all.length - index) / 2),
      conversationId,
      actor,
      data,
    } as Entry;
  });
}

export const said = (
  actor: Entry['actor'],
  text: string,
  more: Partial<EntryData<'message-created'>> = {},
): Line & { type: 'message-created' } => ({
  type: 'message-created',
  actor,
  data: { messageId: `m-${text.length}-${text.slice(0, 12)}`, text, channel: 'widget', language: 'en', ...more },
});

const quoted = (seq: number, start: number, end: number) => [{ log: `public:${talkId}`, seq, start, end }];
const answered = (value: unknown, seq: number, start: number, end: number) => ({
  value,
  state: 'answered' as const,
  confidence: 0.9,
  evidence: quoted(seq, start, end),
});

/** A buyer's talk as both sides and the team have it. */
export const buyerTalk: Line[] = [
  said(visitor, 'Hi, is this home still for sale?'),
  said(jorge, 'Hi, I’m Jorge, the AI assistant at Barton Ridge Realty. It is. Are you looking to buy?', {
    choices: [
      { id: 'buy', label: 'Buy' },
      { id: 'sell', label: 'Sell' },
    ],
    sources: [
      {
        factId: 'home.available',
        words: 'Yes, it’s still for sale.',
        source: 'Barton Ridge Realty',
        date: '2026-11-16',
      },
    ],
  }),
  said(visitor, 'Buy. Up to 700k, and we are pre-approved.'),
  {
    type: 'bot-turn',
    actor: jorge,
    data: {
      turnNo: 2,
      bot: 'buyer',
      from: 'NEW',
      to: 'QUALIFY',
      questionsAnswered: 2,
      nextQuestion: 'beds',
      effects: [],
    },
  },
  {
    type: 'qualification-changed',
    actor: jorge,
    data: {
      slots: {
        intent: answered('buy', 3, 0, 3),
        budget: answered({ maxCents: 70_000_000, currency: 'USD' }, 3, 5, 15),
        preApproval: answered('pre-approved', 3, 21, 40),
        timeline: { value: null, state: 'declined', confidence: null, evidence: [] },
      },
      answered: 3,
      total: 6,
      missing: ['beds', 'area'],
    },
  },
  {
    type: 'score-changed',
    actor: jorge,
    data: {
      score: 62,
      display10: 6,
      temperature: 'warm',
      confidence: null,
      basis: 'rules',
      calibrated: false,
      components: { slots: 30, frs: 25, pcs: null, recency: 7 },
      reasons: ['Pre-approved for a loan'],
      evidence: quoted(3, 21, 40),
      version: 'rules-1',
    },
  },
  said(jorge, 'Good to know. How many bedrooms do you need?'),
  { type: 'note-created', actor: owen, data: { text: 'They called last week too, relocating from Denver.' } },
  { type: 'note-changed', actor: owen, data: { note: 4, pinned: true } },
  said(visitor, 'Three. But honestly the price seems too high for that size.'),
];
export const suggestion: Line = {
  type: 'suggestion-created',
  actor: { kind: 'bot', id: 'coach', name: 'Coach' },
  data: {
    suggestionId: 'suggestion-1',
    streamId: 'coach-1',
    say: 'Agree that price matters, then ask what they compare it with.',
    objection: 'price-too-high',
    reply: 'I hear you on the price. Which homes are you comparing it with?',
    urgency: 'medium',
    strategy: 'acknowledge-and-ask',
    evidence: quoted(5, 21, 46),
    basis: 'rules',
  },
};
/** The budget of that talk, set by a colleague. */
export const corrected: Line = {
  type: 'qualification-changed',
  actor: owen,
  data: {
    slots: {
      intent: answered('buy', 3, 0, 3),
      budget: { value: { maxCents: 75_000_000, currency: 'USD' }, state: 'answered', confidence: 1, evidence: [] },
    },
    answered: 2,
    total: 6,
    missing: ['beds', 'area'],
    corrected: { slot: 'budget', value: { maxCents: 75_000_000, currency: 'USD' } },
  },
};
export const person = (actor: typeof maya | typeof owen): Line[] => [
  { type: 'conversation-changed', actor, data: { mode: 'human', agentName: actor.name } },
  {
    type: 'assignment-changed',
    actor,
    data: { owner: { id: actor.id, name: actor.name }, reason: 'takeover' },
  },
];
