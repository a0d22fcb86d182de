import { expect, it } from 'vitest';
import { createWrittenEntries } from '../../src/features/conversations/log/writtenEntries.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { settledBy } from '../../src/reactions/reactions.ts';
import { startReactions } from '../../src/reactions/startReactions.ts';
import { anEntry } from '../suites/entryStoreSuite.ts';

it('a reaction that fails is told in the log and stands in no other’s way', () => {
  const written = createWrittenEntries();
  const warned: unknown[] = [];
  const heard: number[] = [];
  const coached: string[] = [];
  const deps: Partial<Parameters<typeof startReactions>[0]> = {
    written,
    rows: { onEntry() {} },
    log: { ...silentLogger, warn: (_, fields) => void warned.push(fields?.reaction) },
    turns: {
      heard(_tenant, { seq }) {
        heard.push(seq);
        throw new Error('a fault of this one');
      },
    },
    quietCoach: { leadSpoke: (_tenant, { id }) => void coached.push(id) },
    cues: { heard: async () => {} },
    spoken: { heard: async () => {} },
    modelReadings: null,
  };
  startReactions(deps as Parameters<typeof startReactions>[0]);
  const { entry } = anEntry('c', 7);
  written.tell({ tenantId: 't', entry });
  expect([heard, coached, warned[0]]).toEqual([[7], [entry.id], 'take a turn']);
});

it('entries that a crash must not lose carry a mark: a visitor’s words do, a team note does not', () => {
  expect(settledBy(anEntry('c', 1).entry)).toBe('turn');
  expect(settledBy(anEntry('c', 1, { type: 'note-created', data: { text: 'x' } }).entry)).toBeNull();
  const unassigned = anEntry('c', 1, { type: 'assignment-changed', data: { reason: 'assigned' } }).entry;
  expect(settledBy(unassigned)).toBe('reactions');
  const card = { suggestionId: 's', streamId: 's', say: 'x', urgency: 'low', strategy: 'analytical', evidence: [] };
  const cardOf = (over: object) =>
    anEntry('c', 1, { type: 'suggestion-created', data: { ...card, basis: 'model', ...over } as never }).entry;
  expect(settledBy(cardOf({ experimentId: 'e' }))).toBe('reactions');
  expect(settledBy(cardOf({}))).toBeNull();
});
