import { expect, it } from 'vitest';
import type { Entry } from '../../../src/contract/log/entry.ts';
import type { StaffScope } from '../../../src/features/identity/model.ts';
import { readHelp } from '../../../src/features/insight/readHelp.ts';
import { holdClock } from '../../support/heldClock.ts';

/* Costs nothing. */

const as = (role: string) => ({ tenantId: 't', principal: { id: 'p', kind: 'user', role } }) as unknown as StaffScope;
const cue = { type: 'cue-created', conversationId: 'c', data: { cueId: 'q', ruleId: 'r' } } as unknown as Entry;

it('says when a day holds more than is read, and reads no day before it', async () => {
  const asked: number[] = [];
  const entries = {
    async helpOn(_tenant: string, day: number, limit: number) {
      asked.push(day);
      return Array.from({ length: limit }, () => cue);
    },
  };
  const clock = holdClock();
  expect(await readHelp({ entries, clock }, as('supervisor'), 30)).toMatchObject({ complete: false });
  expect(await readHelp({ entries, clock }, as('supervisor'), 1)).toMatchObject({ complete: false });
  expect(asked).toHaveLength(2);
  expect(await readHelp({ entries: { helpOn: async () => [cue] }, clock }, as('supervisor'), 3)).toMatchObject({
    complete: true,
    byRule: [{ key: 'r', shown: 1 }],
  });
});
