import { Desk } from '../desk/Desk.tsx';
import { board, desk } from './deskScene.tsx';
import type { Fixture } from './fixtureHub.ts';
import {
  arabic,
  buyerTalk,
  corrected,
  hostile,
  jorge,
  logged,
  longName,
  longText,
  maya,
  minutesAgo,
  owen,
  person,
  row,
  rows,
  said,
  suggestion,
  talkId,
  unbroken,
  visitor,
} from './fixtures.ts';
import { railScenes } from './railScenes.ts';
import { agent, drawGate, drawStaff, supervisor } from './StaffScene.tsx';
import type { Scene } from './scene.ts';
import { answering } from './settingsScenes.tsx';

const inbox = (name: string, title: string, sees: string, fixture: Fixture): Scene =>
  desk(name, title, sees, fixture, { open: false });

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

/** The sheet that blocks, as a supervisor has it; `standing`: what is blocked already. */
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
  press: ['[aria-label="More for this conversation"]', 'text=Block this visitor…', ...press],
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
    drawStaff(into, supervisor, { rows: board, entries: logged(buyerTalk) }, <Desk />);
  },
});

export const deskScenes: Scene[] = [
  { name: 'desk-sign-in', title: 'Sign in', sees: 'button[type=submit]', draw: (into) => drawGate(into, null) },
  inbox('empty', 'no conversations yet', 'text=No conversations yet', { rows: [] }),
  inbox('loading', 'loading', '.inbox-row.skeleton', { board: 'never' }),
  inbox('error', 'the inbox did not load', 'text=The inbox did not load', { board: 'FORBIDDEN' }),
  inbox('live', 'nothing open', '.inbox-row >> nth=11', {}),
  inbox('stale', 'connection lost', '.stale-line', { connection: 'stale' }),
  inbox('ended', 'session ended', '.stale-line.ended', { connection: 'AUTH_EXPIRED' }),
  inbox('200-rows', '200 rows', '.inbox-row >> nth=11', { rows: rows(200) }),
  inbox('long-names', 'long names and lines', `.inbox-row >> text=${longName}`, {
    rows: [
      row(1, { lead: { id: 'l', name: longName }, lastText: longText, listingTitle: longName, unread: 240 }),
      row(2, { lead: { id: 'l', name: unbroken.slice(0, 200) }, lastText: unbroken }),
      row(3, { lead: { id: 'l', name: 'مريم الحسيني' }, lastText: arabic }),
    ],
  }),
  desk('talk-loading', 'conversation loading', '.talk-skeleton, .talk-pane .skeleton', { opening: 'never' }),
  desk('talk-missing', 'no such conversation', 'text=There is no such conversation', { opening: 'NOT_FOUND' }),
  desk('talk-error', 'conversation did not open', 'text=This conversation did not open', { opening: 'FORBIDDEN' }),
  desk('talk-new', 'first message', '.message', { entries: logged(buyerTalk.slice(0, 1)) }),
  desk('talk', 'Jorge answers, a suggestion', '.now.suggestion', { entries: logged([...buyerTalk, suggestion]) }),
  desk(
    'team-turn',
    'a turn unfolded',
    '.team-turn ol',
    { entries: logged(buyerTalk) },
    { press: ['.team-turn button'] },
  ),
  desk('streaming', 'reply and coach streaming', '.message.writing', {
    entries: logged(buyerTalk),
    streams: [
      { streamId: 'coach-1', kind: 'coach', text: 'Agree that price matters, then' },
      { streamId: 'reply-1', kind: 'reply', text: 'I understand. Compared with the other two' },
    ],
  }),
  desk('typing', 'the visitor types', 'text=is typing…', { entries: logged(buyerTalk), typing: { kind: 'visitor' } }),
  desk('mine', 'I answer', '.talk-happened', { entries: logged([...buyerTalk, ...person(maya)]), mode: 'human' }),
  desk('others', 'a colleague answers', '.talk-happened', {
    entries: logged([...buyerTalk, ...person(owen), said(owen, 'Hello, this is Owen.')]),
    mode: 'human',
  }),
  desk('waiting', 'a person was asked for', '.talk-happened', {
    entries: logged([
      ...buyerTalk,
      { type: 'conversation-changed', actor: visitor, data: { mode: 'waiting', reason: 'human-request' } },
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
  desk('reply-held', 'a reply waits for a look, with the hand-off card', '.now.held', {
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
          text: 'Held back for review: An offer is for a person to answer. When would you like to talk?',
          held: { text: 'An offer is for a person to answer. When would you like to talk?' },
        },
      },
    ]),
    mode: 'waiting',
    rows: [row(1, { mode: 'waiting', waitingSince: minutesAgo(2) }), ...board.slice(1)],
  }),
  desk('held', 'I write, Jorge waits', 'text=/Jorge waits \\d+ s/', {
    entries: logged(buyerTalk),
    hold: { by: { id: agent.id, name: agent.name }, forMs: 20_000 },
  }),
  desk('colleague-writes', 'a colleague writes, Jorge waits', 'text=is writing here', {
    entries: logged(buyerTalk),
    hold: { by: { id: owen.id, name: owen.name }, forMs: 20_000 },
  }),
  desk('corrected', 'a fact corrected by hand', 'text=/Set by/', { entries: logged([...buyerTalk, corrected]) }),
  ...railScenes,
  desk('closed', 'closed', '.talk-happened', {
    entries: logged([...buyerTalk, { type: 'conversation-changed', actor: maya, data: { mode: 'closed' } }]),
    mode: 'closed',
  }),
  desk('talk-stale', 'connection lost in a talk', '.stale-line', {
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
      Array.from({ length: 200 }, (_, index) => said(index % 2 ? maya : visitor, `Line ${index + 1} of a long talk.`)),
    ),
    mode: 'human',
  }),
  desk(
    'hand-over',
    'handing over',
    '.hand-over',
    { entries: logged(buyerTalk) },
    { press: ['[aria-label="More for this conversation"]', 'text=Hand over…'] },
  ),
  block('block', 'blocking a visitor', 'text=For how long', []),
  block(
    'block-address',
    'blocking an address',
    'text=Everybody behind this visitor’s address',
    [],
    ['text=Everybody at this address'],
  ),
  block('blocked', 'blocked already', 'text=blocked this visitor until it is lifted', ['visitor', 'address']),
  desk('keys', 'the keys', 'text=Next conversation', {}, { open: false, press: ['body', '?'] }),
];
