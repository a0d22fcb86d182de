import { expect, it } from 'vitest';
import { whisperOnCall } from '../../client/desk/call/whisperOnCall.ts';
import type { Entry } from '../../src/contract/log/entry.ts';

/* Costs nothing: a pure function. */

const minute = (at: number): string => `2026-11-26T12:${String(at).padStart(2, '0')}:00.000Z`;
const whispered = (at: number, text: string, over: object = {}) =>
  ({
    ...{ v: 1, id: `e${at}`, log: 'internal:c', seq: at, type: 'whisper-created', at: minute(at), conversationId: 'c' },
    actor: { kind: 'supervisor', id: 's', name: 'Renee Castillo' },
    data: { text, to: 'agent', reader: { id: 'me', name: 'Maya Torres' }, ...over },
  }) as Entry<'whisper-created'>;
const shown = (team: Entry[], now = 20) =>
  whisperOnCall(team, { startedAt: minute(10), me: 'me', now: Date.parse(minute(now)) })?.data.text ?? null;

it('an agent on a call is shown the newest whisper to them, until its time is over', () => {
  const first = whispered(11, 'Ask about the roof.', { expiresAt: minute(21) });
  const second = whispered(12, 'Offer Saturday.', { expiresAt: minute(22) });
  expect(shown([])).toBeNull();
  expect(shown([first, second])).toBe('Offer Saturday.');
  expect(shown([first, second], 22)).toBeNull();
  expect(shown([whispered(11, 'No end.')], 59)).toBe('No end.');
});

it('a call shows no whisper from before it, to a colleague, or to Jorge, but shows one to whoever answers', () => {
  expect(shown([whispered(9, 'Before.')])).toBeNull();
  expect(shown([whispered(11, 'Theirs.', { reader: { id: 'other', name: 'Owen' } })])).toBeNull();
  expect(shown([whispered(11, 'For Jorge.', { to: 'bot' })])).toBeNull();
  expect(shown([whispered(11, 'Anyone.', { reader: undefined })])).toBe('Anyone.');
});
