import { expect, it } from 'vitest';
import type { Entry } from '../../../../src/contract/log/entry.ts';
import type { FlagChange } from '../../../../src/contract/log/parts.ts';
import { type FlagKind, flagKinds } from '../../../../src/contract/teamVocabulary.ts';
import { flagOf } from '../../../../src/features/conversations/board/flagOf.ts';
import { firstRow, rowAfter } from '../../../../src/features/conversations/board/rowAfter.ts';
import { flagsKept } from '../../../../src/features/conversations/model.ts';
import { anEntry } from '../../../suites/entryStoreSuite.ts';

const flagged = (...changes: FlagChange[]): Entry[] =>
  changes.map(
    (change, index) => anEntry('c', index + 1, { type: 'note-created', data: { text: 'x', flags: [change] } }).entry,
  );
const kindsAfter = (...changes: FlagChange[]): string[] =>
  flagged(...changes)
    .reduce(rowAfter, firstRow({ createdAt: 0 }))
    .flags.map(({ kind }) => kind);
const newer: FlagKind[] = flagKinds.filter((kind) => kind !== 'opted-out').slice(0, flagsKept + 3);

it('an opt-out stays on the row whatever is flagged after it, until it is lifted', () => {
  const after = [flagOf('opted-out', 'Opted out of messages'), ...newer.map((kind) => flagOf(kind, 'x'))];
  expect(newer.length).toBeGreaterThan(flagsKept);
  expect(kindsAfter(...after)).toEqual(['opted-out', ...newer.slice(1 - flagsKept)]);
  expect(kindsAfter(...after, { drop: 'opted-out' })).toEqual(newer.slice(1 - flagsKept));
});

it('of all other flags a row has the newest', () => {
  expect(kindsAfter(...newer.map((kind) => flagOf(kind, 'x')))).toEqual(newer.slice(-flagsKept));
});
