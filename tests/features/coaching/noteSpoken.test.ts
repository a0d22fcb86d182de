import { expect, it } from 'vitest';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { noteSpoken } from '../../../src/features/coaching/noteSpoken.ts';
import type { Draft } from '../../../src/features/conversations/model.ts';

/* Costs nothing. */

const second = 1000;
const line = (type: string, ms: number, data: object) =>
  ({ type, data, at: new Date(ms).toISOString(), conversationId: 'c' }) as Entry;
const card = line('suggestion-created', 0, { suggestionId: 's', reply: 'What range would feel comfortable?' });
const saysIt = (ms: number, speaker = 'agent') =>
  line('call-segment', ms, { speaker, text: 'So what range would feel comfortable?' });

async function notedAfter(...entries: Entry[]): Promise<unknown[]> {
  const noted: Draft[] = [];
  const { heard } = noteSpoken({ append: async (_tenant, _conversation, draft) => void noted.push(draft) });
  for (const entry of entries) await heard('t', entry);
  return noted.map(({ data }) => data);
}

it('an agent who says the sentence of a card within half a minute has used it, once', async () => {
  expect(await notedAfter(card, saysIt(20 * second), saysIt(25 * second))).toEqual([{ suggestionId: 's', share: 1 }]);
  expect(await notedAfter(card, saysIt(31 * second))).toEqual([]);
  expect(await notedAfter(card, saysIt(20 * second, 'lead'))).toEqual([]);
});

it('once the words of a call are erased, nothing of its cards is remembered', async () => {
  expect(await notedAfter(card, line('call-wiped', second, { callId: 'k' }), saysIt(20 * second))).toEqual([]);
});
