import { describe, expect, test } from 'vitest';
import { conversationFacts } from '../../client/shared/state/conversationFacts.ts';
import { quotesOf, wordsOf } from '../../client/shared/state/evidenceQuotes.ts';
import { mergeByTime, pinnedNotes, talkLines } from '../../client/shared/state/talkLines.ts';
import type { Entry, EntryData, EntryType } from '../../src/contract/log/entry.ts';
import type { LogKind } from '../../src/contract/log/logs.ts';

const minute = (count: number) => new Date(Date.parse('2026-05-04T12:00:00Z') + count * 60_000).toISOString();
const entry = <T extends EntryType>(
  kind: LogKind,
  seq: number,
  minutes: number,
  type: T,
  data: EntryData<T>,
  actor: Entry['actor'] = { kind: 'visitor', id: 'v' },
): Entry =>
  ({
    v: 1,
    id: `${kind}-${seq}`,
    log: `${kind}:c`,
    seq,
    type,
    at: minute(minutes),
    conversationId: 'c',
    actor,
    data,
  }) as Entry;
const said = (seq: number, minutes: number, text: string, more: Partial<EntryData<'message-created'>> = {}) =>
  entry('public', seq, minutes, 'message-created', {
    messageId: `m${seq}`,
    text,
    channel: 'widget',
    language: 'en',
    ...more,
  });
const note = (seq: number, minutes: number, text: string) =>
  entry('internal', seq, minutes, 'note-created', { text }, { kind: 'agent', id: 'a' });
const turn = (seq: number, minutes: number) =>
  entry('internal', seq, minutes, 'bot-turn', {
    turnNo: seq,
    bot: 'buyer',
    from: 'QUALIFY',
    to: 'QUALIFY',
    questionsAnswered: 1,
    effects: [],
  });
const suggested = (seq: number, minutes: number, suggestionId: string) =>
  entry('internal', seq, minutes, 'suggestion-created', {
    suggestionId,
    streamId: `s-${suggestionId}`,
    say: 'Ask for a time',
    urgency: 'low',
    strategy: 'ask',
    evidence: [],
    basis: 'rules',
  });

describe('the talk', () => {
  test('shows a note as it was changed last, in its first place, and keeps those that are pinned', () => {
    const changed = (seq: number, data: EntryData<'note-changed'>) =>
      entry('internal', seq, seq, 'note-changed', data, { kind: 'agent', id: 'a' });
    const team = [
      note(1, 1, 'a'),
      note(2, 2, 'b'),
      changed(3, { note: 1, pinned: true }),
      changed(4, { note: 2, text: 'c' }),
    ];
    const lines = talkLines([], [...team, changed(5, { note: 1, text: 'd' })], { showAll: true });
    const shown = lines.flatMap((line) => (line.kind === 'team-words' ? [line.note] : []));
    expect(shown).toEqual([
      { text: 'd', editedAt: minute(5), pinned: true },
      { text: 'c', editedAt: minute(4), pinned: false },
    ]);
    expect(pinnedNotes(team).map(({ text }) => text)).toEqual(['a']);
    expect(pinnedNotes([...team, changed(5, { note: 1, pinned: false })])).toEqual([]);
  });

  test('reads both logs by time, the public one first at the same moment', () => {
    const merged = mergeByTime([said(1, 0, 'a'), said(2, 5, 'b')], [note(1, 0, 'n'), note(2, 3, 'o')]);
    expect(merged.map((one) => one.id)).toEqual(['public-1', 'internal-1', 'internal-2', 'public-2']);
  });

  test('never changes the order inside a log, even when a clock went back', () => {
    const merged = mergeByTime([said(1, 5, 'a'), said(2, 1, 'b')], [note(1, 3, 'n')]);
    expect(merged.filter((one) => one.log === 'public:c').map((one) => one.seq)).toEqual([1, 2]);
  });

  test('"show all" folds what the team alone sees of a turn into one line, and leaves notes open', () => {
    const lines = talkLines([said(1, 0, 'a'), said(2, 9, 'b')], [turn(1, 1), turn(2, 2), note(3, 3, 'n'), turn(4, 4)], {
      showAll: true,
    });
    expect(lines.map((line) => line.kind)).toEqual([
      'day',
      'message',
      'team-turn',
      'team-words',
      'team-turn',
      'message',
    ]);
    expect(lines.flatMap((line) => (line.kind === 'team-turn' ? [line.entries.length] : []))).toEqual([2, 1]);
  });

  test('leaves out what bots note down for themselves, and no word of a colleague', () => {
    const whispered = entry('internal', 3, 3, 'whisper-created', { text: 'Mention the list', to: 'agent' });
    const lines = talkLines(
      [said(1, 0, 'Hi')],
      [turn(1, 1), note(2, 2, 'Calls back'), whispered, suggested(4, 4, 'one')],
    );
    expect(lines.map(({ kind }) => kind)).toEqual(['day', 'message', 'team-words', 'team-words']);
  });

  test('keeps alerts, jumps of the score, and what people did with the talk', () => {
    const agent = { kind: 'agent', id: 'a', name: 'Maya' } as const;
    const bot = { kind: 'bot', id: 'buyer' } as const;
    const scored = (seq: number, score: number, temperature: 'hot' | 'warm' | 'cold') =>
      entry('internal', seq, seq, 'score-changed', {
        score,
        display10: 1,
        temperature,
        confidence: null,
        basis: 'rules',
        calibrated: false,
        components: {},
        reasons: [],
        evidence: [],
        version: 'v',
      });
    const known = { slots: {}, answered: 1, total: 4, missing: [] };
    const handed = { handoffId: 'h', from: 'buyer', urgency: 'high', reason: 'review' } as const;
    const team = [
      scored(1, 30, 'cold'),
      scored(2, 33, 'cold'),
      scored(3, 45, 'warm'),
      scored(4, 62, 'warm'),
      entry('internal', 5, 5, 'qualification-changed', known, bot),
      entry('internal', 6, 6, 'qualification-changed', { ...known, corrected: { slot: 'beds', value: 3 } }, agent),
      entry('internal', 7, 7, 'alert-raised', { alertId: 'x', kind: 'danger', reason: 'r', priority: 1 }, bot),
      entry('internal', 8, 8, 'handoff-changed', { ...handed, state: 'requested', to: 'human' }, bot),
      entry('internal', 9, 9, 'handoff-changed', { ...handed, state: 'in_takeover', to: 'human' }, bot),
      entry('internal', 10, 10, 'assignment-changed', { reason: 'offer' }, bot),
      entry('internal', 11, 11, 'assignment-changed', { owner: { id: 'b', name: 'Owen' }, reason: 'assigned' }, agent),
    ] as Entry[];
    const kept = talkLines([], team).flatMap((line) => (line.kind === 'team-turn' ? line.entries : []));
    expect(kept.map(({ seq }) => seq)).toEqual([3, 4, 6, 7, 8, 11]);
  });

  test('a message taken back says why, where it stood', () => {
    const taken = entry('public', 2, 1, 'message-retracted', { messageId: 'm1', reason: 'Wrong home' });
    const lines = talkLines([said(1, 0, 'a'), taken], []);
    expect(lines.at(-1)).toMatchObject({ kind: 'message', retracted: 'Wrong home' });
    expect(lines).toHaveLength(2);
  });

  test('a second message in the same breath carries no name, one after a pause does', () => {
    const lines = talkLines([said(1, 0, 'a'), said(2, 1, 'b'), said(3, 10, 'c')], []);
    expect(lines.flatMap((line) => (line.kind === 'message' ? [line.follows] : []))).toEqual([false, true, false]);
  });
});

describe('evidence', () => {
  const text = 'Around 450k, by July';
  const find = (log: string, seq: number) => (log === 'public:c' && seq === 1 ? said(1, 0, text) : undefined);
  const at = (start: number, end: number) => ({ log: 'public:c', seq: 1, start, end });

  test('is shown as the words it points at', () => {
    expect(wordsOf(at(7, 11), find)).toBe('450k');
    expect([...quotesOf([at(7, 11), at(13, 20), at(7, 11)], find).keys()]).toEqual(['450k', 'by July']);
  });

  test('that points outside the text, or at what is not here, is not shown', () => {
    expect(wordsOf(at(7, 99), find)).toBeNull();
    expect(wordsOf(at(7, 7), find)).toBeNull();
    expect(wordsOf({ ...at(7, 11), seq: 2 }, find)).toBeNull();
  });
});

describe('the state of a talk', () => {
  test('an answered suggestion is gone from Now and kept among the earlier ones', () => {
    const answered = entry('internal', 2, 2, 'suggestion-answered', { suggestionId: 'one', action: 'dismissed' });
    const before = conversationFacts([], [suggested(1, 1, 'one')]);
    expect(before.suggestion?.data.suggestionId).toBe('one');
    const after = conversationFacts([], [suggested(1, 1, 'one'), answered]);
    expect(after.suggestion).toBeNull();
    expect(after.earlier.map(({ action }) => action)).toEqual(['dismissed']);
  });

  test('the newest word on who answers and who owns it counts', () => {
    const facts = conversationFacts(
      [
        entry('public', 1, 0, 'conversation-changed', { mode: 'human', agentName: 'Maya' }),
        entry('public', 2, 1, 'conversation-changed', { mode: 'bot' }),
      ],
      [
        entry('internal', 1, 0, 'assignment-changed', { owner: { id: 'a', name: 'Maya' }, reason: 'takeover' }),
        entry('internal', 2, 1, 'assignment-changed', { reason: 'handed-back' }),
      ],
    );
    expect(facts).toMatchObject({ mode: 'bot', owner: null, agentName: null });
  });

  test('without a word on the owner nothing is claimed', () => {
    expect(conversationFacts([], []).owner).toBeUndefined();
  });
});
