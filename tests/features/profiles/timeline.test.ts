/** The lines of a log that a timeline tells. Costs: nothing. */
import { expect, test } from 'vitest';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { newsIn } from '../../../src/features/profiles/readTimeline.ts';

const entry = (type: string, data: object, kind = 'system'): Entry =>
  ({ type, data, actor: { kind, id: 'x' } }) as unknown as Entry;
const told = (...entries: Entry[]): string[] =>
  newsIn(entries, true).map(({ type, data }) => `${type} ${Object.values(data)[0]}`);

test('a timeline tells how a talk began, not each of its messages', () => {
  expect(told(entry('message-created', { text: 'Hi' }), entry('message-created', { text: 'Yes?' }))).toEqual([
    'message-created Hi',
  ]);
});

test('a timeline takes no message from the middle for the first, and has a note as it was edited', () => {
  const note = { ...entry('note-created', { text: 'Up to 900k' }), seq: 4 } as Entry;
  const edit = entry('note-changed', { note: 4, text: 'Up to 400k' });
  expect(newsIn([entry('message-created', { text: 'Yes' }), note, edit], false)).toEqual([
    { ...note, data: { text: 'Up to 400k' } },
  ]);
});

test('a timeline tells another temperature or stage, not each score', () => {
  const score = (temperature: string | null) => entry('score-changed', { temperature });
  const stage = (name: string | null) => entry('insight-changed', { stage: name });
  expect(told(score('warm'), score('warm'), score('hot'), score(null))).toEqual([
    'score-changed warm',
    'score-changed hot',
  ]);
  expect(told(stage(null), stage('interest'), stage('interest'), stage('intent'))).toEqual([
    'insight-changed interest',
    'insight-changed intent',
  ]);
});

test('a timeline tells what people did, and not what the bots note for themselves', () => {
  expect(
    told(
      entry('note-created', { text: 'Called' }),
      entry('tags-changed', { by: 'rule' }),
      entry('tags-changed', { by: 'Maya' }, 'agent'),
      entry('bot-turn', { turnNo: 1 }),
      entry('handoff-changed', { state: 'blocked' }),
      entry('handoff-changed', { state: 'requested' }),
      entry('task-changed', { state: 'due' }),
      entry('appointment-changed', { state: 'held' }),
      entry('appointment-changed', { state: 'booked' }),
    ),
  ).toEqual(['note-created Called', 'tags-changed Maya', 'handoff-changed requested', 'appointment-changed booked']);
});
