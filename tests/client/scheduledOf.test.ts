import { expect, test } from 'vitest';
import { scheduledOf } from '../../client/shared/state/scheduledOf.ts';
import type { EntryData } from '../../src/contract/log/entry.ts';
import { anEntry } from '../suites/entryStoreSuite.ts';

test('a scheduled message is shown by its time, until it is sent, called off or refused', () => {
  const lines: EntryData<'message-scheduled'>[] = [
    { scheduledId: 'late', state: 'waiting', text: 'Late', at: '2026-11-25T09:00:00.000Z' },
    { scheduledId: 'soon', state: 'waiting', text: 'Soon', at: '2026-11-24T09:00:00.000Z' },
    { scheduledId: 'off', state: 'waiting', text: 'Off', at: '2026-11-24T08:00:00.000Z' },
    { scheduledId: 'off', state: 'cancelled' },
    { scheduledId: 'sent', state: 'waiting', text: 'Sent', at: '2026-11-23T08:00:00.000Z' },
    { scheduledId: 'sent', state: 'due' },
  ];
  const team = lines.map((data, index) => anEntry('c', index + 1, { type: 'message-scheduled', data }).entry);
  expect(scheduledOf(team).map(({ text }) => text)).toEqual(['Soon', 'Late']);
});
