import { describe, expect, test } from 'vitest';
import { type CoachStream, chooseCard, staysFor, wordsToSend } from '../../client/desk/coach/chooseCard.ts';
import { conversationFacts } from '../../client/shared/state/conversationFacts.ts';
import type { Entry } from '../../src/contract/log/entry.ts';
import type { StreamEnd } from '../../src/contract/socket/streams.ts';

const suggested = (seq: number, streamId: string, more: object = {}) =>
  ({
    v: 1,
    id: `e${seq}`,
    log: 'internal:c',
    seq,
    type: 'suggestion-created',
    at: `2026-05-04T12:0${seq}:00.000Z`,
    conversationId: 'c',
    actor: { kind: 'bot', id: 'coach' },
    data: {
      suggestionId: `of-${streamId}`,
      streamId,
      say: 'Ask for a time',
      urgency: 'low',
      strategy: 'ask',
      evidence: [],
      basis: 'rules',
      ...more,
    },
  }) as Entry<'suggestion-created'>;
const ended = (streamId: string, end: Pick<StreamEnd, 'status'> & Partial<StreamEnd>): CoachStream => ({
  streamId,
  basis: 'model',
  state: 'ended',
  hasWords: true,
  end: { streamId, attempt: 1, length: 0, sha256: '', ...end },
});
const running: CoachStream = { streamId: 'new', basis: 'model', state: 'open', hasWords: true, end: null };
const old = conversationFacts([], [suggested(1, 'old')]);

test('a suggestion that streams now takes the place of an older one', () => {
  expect(chooseCard(running, old)).toMatchObject({ kind: 'streaming', key: 'new', basis: 'model' });
});

test('a coach who has nothing to say is not seen, neither while it thinks nor after', () => {
  const nothing = conversationFacts([], []);
  expect(chooseCard({ ...running, hasWords: false }, nothing).kind).toBe('none');
  expect(chooseCard({ ...ended('new', { status: 'done' }), hasWords: false }, nothing).kind).toBe('none');
  expect(chooseCard({ ...running, hasWords: false }, old)).toMatchObject({ kind: 'suggestion', key: 'old' });
});

test('an old suggestion does not flash up between a text and its own suggestion, or between two texts', () => {
  expect(chooseCard(ended('new', { status: 'done' }), old).key).toBe('new');
  expect(chooseCard(ended('new', { status: 'stopped', code: 'SUPERSEDED' }), old).key).toBe('new');
  const both = conversationFacts([], [suggested(1, 'old'), suggested(2, 'new')]);
  expect(chooseCard(ended('new', { status: 'done' }), both)).toMatchObject({ kind: 'suggestion', key: 'new' });
});

test('a coach that did not get through says so, unless an older suggestion still stands', () => {
  const nothing = conversationFacts([], []);
  expect(chooseCard(ended('new', { status: 'failed' }), nothing)).toMatchObject({ kind: 'ended' });
  expect(chooseCard(ended('new', { status: 'failed' }), old)).toMatchObject({ kind: 'suggestion', key: 'old' });
  expect(chooseCard(null, nothing).kind).toBe('none');
});

test('the coach’s words to the agent are never sent to the lead', () => {
  expect(wordsToSend(suggested(1, 's'))).toBeNull();
  expect(wordsToSend(suggested(1, 's', { nextQuestion: 'When?' }))).toBe('When?');
  expect(wordsToSend(suggested(1, 's', { nextQuestion: 'When?', reply: 'Thursday?' }))).toBe('Thursday?');
});

test('a suggestion stays for three seconds and while it is pointed at; one that was answered makes room at once', () => {
  const shown = chooseCard(null, old);
  const newer = chooseCard(running, old);
  expect(staysFor(shown, newer, false, 0)).toBe(3_000);
  expect(staysFor(shown, newer, false, 2_000)).toBe(1_000);
  expect(staysFor(shown, newer, false, 9_000)).toBe(0);
  expect(staysFor(shown, newer, true, 9_000)).toBeNull();
  expect(staysFor(shown, { kind: 'none', key: 'none' }, true, 0)).toBe(0);
  // Half a text is nothing to hold on to.
  expect(staysFor(newer, chooseCard({ ...running, streamId: 'newest' }, old), true, 0)).toBe(0);
});

describe('once a person has answered the visitor', () => {
  const wrote = (seq: number, at: string, kind: 'visitor' | 'agent') =>
    ({
      v: 1,
      id: `m${seq}`,
      log: 'public:c',
      seq,
      type: 'message-created',
      at,
      conversationId: 'c',
      actor: { kind, id: kind },
      data: { messageId: `m${seq}`, text: 'Hello', channel: 'widget', language: 'en' },
    }) as Entry<'message-created'>;
  const asked = wrote(1, '2026-05-04T12:00:30.000Z', 'visitor');
  const answered = wrote(2, '2026-05-04T12:01:30.000Z', 'agent');

  test('a suggestion from before is gone from Now for everybody, and kept among the earlier ones', () => {
    expect(chooseCard(null, conversationFacts([asked], [suggested(1, 'old')]))).toMatchObject({ kind: 'suggestion' });
    const facts = conversationFacts([asked, answered], [suggested(1, 'old')]);
    expect(chooseCard(null, facts).kind).toBe('none');
    expect(facts.earlier).toHaveLength(1);
    const next = conversationFacts([asked, answered], [suggested(1, 'old'), suggested(2, 'new')]);
    expect(chooseCard(null, next)).toMatchObject({ kind: 'suggestion', key: 'new' });
  });

  test('a text that was ended by the answer waits for no other', () => {
    const superseded = ended('new', { status: 'stopped', code: 'SUPERSEDED' });
    expect(chooseCard(superseded, conversationFacts([asked], [])).kind).toBe('streaming');
    expect(chooseCard(superseded, conversationFacts([asked, answered], [])).kind).toBe('none');
    expect(chooseCard(running, conversationFacts([asked, answered], [])).kind).toBe('streaming');
  });
});

describe('a cue', () => {
  const lineOf = (seq: number, kind: string) =>
    ({ ...suggested(seq, 's'), type: 'call-segment', actor: { kind, id: 'x' }, data: {} }) as unknown as Entry;
  const cue = (seq: number, of: number) =>
    ({
      ...suggested(seq, 's'),
      type: 'cue-created',
      data: { cueId: `q${seq}`, kind: 'price', evidence: [{ log: 'internal:c', seq: of, start: 0, end: 3 }] },
    }) as unknown as Entry;

  test('stands until the coach has words, until it is answered, and until the talk has gone on', () => {
    const said = [lineOf(1, 'lead'), cue(2, 1)];
    const facts = conversationFacts([], said);
    expect(chooseCard(null, facts)).toMatchObject({ kind: 'cue', key: 'q2' });
    expect(chooseCard({ ...running, hasWords: false }, facts).kind).toBe('cue');
    expect(chooseCard(running, facts).kind).toBe('streaming');
    const answered = { ...lineOf(3, 'agent'), type: 'cue-answered', data: { cueId: 'q2', action: 'used' } } as Entry;
    expect(chooseCard(null, conversationFacts([], [...said, answered])).kind).toBe('none');
    const gone = [...said, lineOf(3, 'agent'), lineOf(4, 'lead'), lineOf(5, 'agent')];
    expect(chooseCard(null, conversationFacts([], gone)).kind).toBe('none');
  });

  test('gives way to a suggestion that came after it, and not to an older one', () => {
    const older = conversationFacts([], [suggested(1, 'old'), lineOf(2, 'lead'), cue(3, 2)]);
    expect(chooseCard(null, older).kind).toBe('cue');
    const newer = conversationFacts([], [lineOf(1, 'lead'), cue(2, 1), suggested(3, 'new')]);
    expect(chooseCard(null, newer)).toMatchObject({ kind: 'suggestion', key: 'new' });
  });
});
