import { Desk } from '../desk/Desk.tsx';
import { board, desk } from './deskScene.tsx';
import {
  arabic,
  buyerTalk,
  corrected,
  hostile,
  inMinutes,
  jorge,
  logged,
  longText,
  maya,
  minutesAgo,
  owen,
  person,
  row,
  said,
  suggestion,
  talkId,
  unbroken,
  visitor,
} from './fixtures.ts';
import { inboxScenes } from './inboxScenes.tsx';
import { railScenes } from './railScenes.ts';
import { agent, drawGate, drawStaff, supervisor } from './StaffScene.tsx';
import { answerFiles, talkWithFiles } from './sampleFiles.ts';
import type { Scene } from './scene.ts';
import { answering } from './settingsScenes.tsx';

const unsent = (commandId: string, text: string, refusal?: { code: string; message: string }) =>
  localStorage.setItem(
    `jorge-hub.outbox.${agent.id}:${commandId}`,
    JSON.stringify({
      commandId,
      payload: { conversationId: talkId, text },
      at: Date.now(),
      state: refusal ? 'failed' : 'waiting',
      ...(refusal ? { refusal } : {}),
    }),
  );
const strange = (text: string) => logged([...buyerTalk, said(visitor, text)]);

/** The sheet that blocks, as a supervisor has it; `standing`: the blocks already in force. */
const block = (
  name: string,
  title: string,
  sees: string,
  standing: readonly ('visitor' | 'address')[],
  press: readonly string[] = [],
): Scene => ({
  name: `desk-${name}`,
  title: `Desk: ${title}`,
  path: `/desk/c/${talkId}`,
  sees,
  press: ['[aria-label="More actions"]', 'text=Block this visitor…', ...press],
  draw(into) {
    const items = standing.map((kind) => ({
      id: `b-${kind}`,
      kind,
      shown: kind === 'visitor' ? 'Website visitor' : '192.0.2.x',
      reason: 'Advertises crypto in every message',
      conversationId: talkId,
      by: { id: owen.id, name: owen.name ?? '' },
      at: minutesAgo(20),
      until: null,
    }));
    window.fetch = answering({ [`/conversations/${talkId}/blocks`]: { address: '192.0.2.x', items } });
    return drawStaff(into, supervisor, { rows: board, entries: logged(buyerTalk) }, <Desk />);
  },
});

/** The saved replies that open above the composer. */
const replies = [
  {
    id: 'r1',
    title: 'Hello',
    text: 'Hello {{visitor}}, {{agent}} of {{brokerage}} here. About {{listing}}: when would you like to see it?',
    for: 'team',
  },
];

export const deskScenes: Scene[] = [
  ...inboxScenes,
  desk(
    'files',
    'photos and documents',
    '.photo',
    { entries: logged(talkWithFiles) },
    {
      before: () => {
        window.fetch = answerFiles();
      },
    },
  ),
  desk(
    'photo',
    'a photo enlarged',
    '.lightbox',
    { entries: logged(talkWithFiles) },
    {
      before: () => {
        window.fetch = answerFiles();
      },
      press: ['.photo'],
    },
  ),
  { name: 'desk-sign-in', title: 'Sign in', sees: 'button[type=submit]', draw: (into) => drawGate(into, null) },
  desk(
    'filter',
    'the filter of the inbox',
    '.view-menu',
    {},
    { open: false, press: ['[aria-label="Filter and sort"]'] },
  ),
  desk(
    'snooze',
    'snoozed until another day',
    'text=Day and time',
    { entries: logged(buyerTalk) },
    { press: ['[aria-label="More actions"]', 'text=Until another day…'] },
  ),
  desk(
    'tags',
    'the tags of the conversation',
    '.tag-choices',
    {
      rows: [row(1, { tags: ['investor', 'long'], priority: 'urgent' }), ...board.slice(1)],
      entries: logged(buyerTalk),
    },
    { press: ['[aria-label="More actions"]', 'text=Tags…'] },
  ),
  desk(
    'selected',
    'several conversations selected',
    'text=2 selected',
    {},
    { open: false, press: ['.inbox-check input >> nth=1', '.inbox-check input >> nth=3'] },
  ),
  desk(
    'selected-tags',
    'the tags of several conversations',
    '.tag-choices',
    {},
    { open: false, press: ['.inbox-check input >> nth=6', '.inbox-check input >> nth=7', '.bulk >> text="Tag"'] },
  ),
  desk(
    'selected-refused',
    'one of several refused',
    '.bulk-refused',
    { refuse: { 'conversation-snooze': 'CONFLICT' } },
    { open: false, press: ['.inbox-check input >> nth=1', 'text="Snooze"', 'text=For 1 hour'] },
  ),
  desk('scheduled', 'a scheduled message', 'text=Scheduled for', {
    entries: logged([
      ...buyerTalk,
      ...person(maya),
      {
        type: 'message-scheduled',
        actor: maya,
        data: { scheduledId: 's0', state: 'refused', text: 'Are you still looking?', reason: 'opted-out' },
      },
      {
        type: 'message-scheduled',
        actor: maya,
        data: {
          scheduledId: 's1',
          state: 'waiting',
          text: 'Good morning! The owner says yes to Saturday. Should I hold 10:30 for you?',
          at: inMinutes(60 * 17),
        },
      },
    ]),
    mode: 'human',
  }),
  desk(
    'send-later',
    'choosing when to send a message',
    'text=Day and time',
    { entries: logged([...buyerTalk, ...person(maya)]), mode: 'human' },
    {
      before: () =>
        localStorage.setItem(
          `jorge-hub.draft.${agent.id}.${talkId}`,
          JSON.stringify({ reply: 'Good morning! Shall we talk at ten?', note: '' }),
        ),
      press: ['[aria-label="Send later"]'],
    },
  ),
  desk('talk-loading', 'conversation loading', '.talk-skeleton, .talk-pane .skeleton', { opening: 'never' }),
  desk('talk-missing', 'conversation not found', 'text=Conversation not found', { opening: 'NOT_FOUND' }),
  desk('talk-error', 'conversation didn’t open', 'text=This conversation didn’t open', { opening: 'FORBIDDEN' }),
  desk('talk-new', 'first message', '.message', { entries: logged(buyerTalk.slice(0, 1)) }),
  desk('talk', 'Jorge answers, with a suggestion', '.now.suggestion', { entries: logged([...buyerTalk, suggestion]) }),
  desk(
    'team-turn',
    'a turn unfolded',
    '.team-turn ol',
    { entries: logged(buyerTalk) },
    { press: ['.talk-head input[role=switch]', '.team-turn button'] },
  ),
  desk('streaming', 'reply and coach streaming', '.message.writing', {
    entries: logged(buyerTalk),
    streams: [
      { streamId: 'coach-1', kind: 'coach', text: 'Agree that price matters, then' },
      { streamId: 'reply-1', kind: 'reply', text: 'I understand. Compared with the other two' },
    ],
  }),
  desk('limited', 'no suggestions by Claude because the spending limit is reached', 'text=reached its spending limit', {
    entries: logged(buyerTalk),
    streams: [{ streamId: 'coach-2', kind: 'coach', text: '', endedWith: 'COST_LIMIT' }],
  }),
  desk('translated', 'a Spanish conversation, one line translated to English', '.translation', {
    entries: logged([
      said(visitor, '¿Puedo verla el sábado por la mañana? Tengo hasta 350.000.'),
      said(jorge, 'Claro. ¿Le va bien el sábado a las 10:00?'),
      {
        type: 'message-translated',
        actor: jorge,
        data: { streamId: 't1', message: 1, text: 'Can I see it on Saturday morning? I have up to 350,000.' },
      },
    ]),
    rows: [row(1, { language: 'es' }), ...board.slice(1)],
  }),
  desk('typing', 'the visitor is typing', 'text=is typing…', {
    entries: logged(buyerTalk),
    typing: { kind: 'visitor' },
  }),
  desk('mine', 'I answer', '.talk-happened', { entries: logged([...buyerTalk, ...person(maya)]), mode: 'human' }),
  desk('others', 'a colleague answers', '.talk-happened', {
    entries: logged([...buyerTalk, ...person(owen), said(owen, 'Hello, this is Owen.')]),
    mode: 'human',
  }),
  desk('others-held', 'a colleague answers, and Jorge had a reply ready', 'text=Assigned to Owen Tanaka', {
    entries: logged([
      ...buyerTalk,
      {
        type: 'note-created',
        actor: jorge,
        data: { text: 'Held for review: It can be had.', held: { text: 'It can be had.' } },
      },
      ...person(owen),
    ]),
    mode: 'human',
  }),
  desk('waiting', 'a person was requested', '.talk-happened', {
    entries: logged([
      ...buyerTalk,
      { type: 'conversation-changed', actor: visitor, data: { mode: 'waiting', reason: 'asked-for-person' } },
    ]),
    mode: 'waiting',
    rows: [row(1, { mode: 'waiting', waitingSince: minutesAgo(6) }), ...board.slice(1)],
  }),
  desk('offered', 'offered to me', 'text=offered to you', {
    entries: logged([
      ...buyerTalk,
      { type: 'conversation-changed', actor: visitor, data: { mode: 'waiting', reason: 'asked-for-person' } },
    ]),
    mode: 'waiting',
    rows: [
      row(1, { mode: 'waiting', waitingSince: minutesAgo(1), offered: { id: agent.id, name: agent.name } }),
      ...board.slice(1),
    ],
  }),
  desk('reply-held', 'a reply waits for review, with the handoff card', '.now.held', {
    entries: logged([
      ...buyerTalk,
      said(visitor, 'Would you take 1.5 million for all of it?'),
      { type: 'conversation-changed', actor: jorge, data: { mode: 'waiting' } },
      {
        type: 'handoff-changed',
        actor: jorge,
        data: { handoffId: 'h1', state: 'requested', from: 'buyer', to: 'human', reason: 'review', urgency: 'high' },
      },
      {
        type: 'note-created',
        actor: jorge,
        data: {
          text: 'Held for review: An offer is for a person to answer. When would you like to talk?',
          held: { text: 'An offer is for a person to answer. When would you like to talk?' },
        },
      },
    ]),
    mode: 'waiting',
    rows: [row(1, { mode: 'waiting', waitingSince: minutesAgo(2) }), ...board.slice(1)],
  }),
  desk('held', 'I write, Jorge is on hold', 'text=/Jorge is on hold for \\d+ sec/', {
    entries: logged(buyerTalk),
    hold: { by: { id: agent.id, name: agent.name }, forMs: 20_000 },
  }),
  desk('colleague-writes', 'a colleague writes, Jorge is on hold', 'text=is writing here', {
    entries: logged(buyerTalk),
    hold: { by: { id: owen.id, name: owen.name }, forMs: 20_000 },
  }),
  desk('corrected', 'a detail corrected manually', 'text=/Set by/', { entries: logged([...buyerTalk, corrected]) }),
  ...railScenes,
  desk('closed', 'closed', '.talk-happened', {
    entries: logged([...buyerTalk, { type: 'conversation-changed', actor: maya, data: { mode: 'closed' } }]),
    mode: 'closed',
  }),
  desk('talk-stale', 'connection lost in a conversation', '.stale-line', {
    entries: logged(buyerTalk),
    connection: 'stale',
  }),
  desk(
    'unsent',
    'messages unsent and refused',
    '.unsent.failed',
    { entries: logged([...buyerTalk, ...person(maya)]), mode: 'human', connection: 'stale', refuse: {} },
    {
      before() {
        unsent('c-1', 'Which homes are you comparing it with?', { code: 'CONFLICT', message: 'Owen has taken over.' });
      },
    },
  ),
  desk('long-message', '10,000 characters', '.message', { entries: strange(longText) }),
  desk('unbroken', '4,000 characters without a space', '.message', { entries: strange(unbroken) }),
  desk('right-to-left', 'Arabic', '.message', { entries: strange(arabic) }),
  desk('hostile', 'markup, links, bidi marks', '.message', { entries: strange(hostile) }),
  desk('long-talk', '200 messages', '.talk-earlier', {
    entries: logged(
      Array.from({ length: 200 }, (_, index) =>
        said(index % 2 ? maya : visitor, `Line ${index + 1} of a long conversation.`),
      ),
    ),
    mode: 'human',
  }),
  desk(
    'hand-over',
    'handing over',
    '.hand-over',
    { entries: logged(buyerTalk) },
    { press: ['[aria-label="More actions"]', 'text=Hand over…'] },
  ),
  block('block', 'blocking a visitor', 'text=Duration', []),
  block(
    'block-address',
    'blocking an IP address',
    'text=Everyone at this visitor’s IP address',
    [],
    ['text=Everyone at this IP address'],
  ),
  block('blocked', 'already blocked', 'text=blocked this visitor indefinitely', ['visitor', 'address']),
  desk(
    'saved-replies',
    'a saved reply, filled in',
    'text=/Maya Brooks of Barton Ridge Realty/',
    { entries: logged(buyerTalk) },
    {
      before() {
        window.fetch = answering({
          '/saved-replies': { items: replies },
          '/settings': { settings: { brokerage: 'Barton Ridge Realty' } },
        });
      },
      press: ['[aria-label=Reply]', '/'],
    },
  ),
  desk(
    'note',
    'a note for the team',
    '[aria-label="Note for your team"]',
    { entries: logged(buyerTalk) },
    {
      press: ['.composer-foot >> text=Reply', '.composer-foot >> text=Note'],
    },
  ),
  desk('keys', 'keyboard shortcuts', 'text=Next conversation', {}, { open: false, press: ['body', '?'] }),
];
