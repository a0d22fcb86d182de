import { expect, test } from 'vitest';
import { newestCall, transcriptOf } from '../../client/shared/state/callOf.ts';
import type { Entry } from '../../src/contract/log/entry.ts';

let seq = 0;
function line(type: Entry['type'], data: object, actor = { kind: 'agent', id: 'maya' }): Entry {
  seq += 1;
  const at = new Date(1_780_000_000_000 + seq * 1_000).toISOString();
  return { v: 1, id: `e${seq}`, log: 'internal:c', seq, type, at, conversationId: 'c', actor, data } as Entry;
}
const said = (speaker: 'lead' | 'agent', endMs: number) =>
  line(
    'call-segment',
    { callId: 'k', speaker, startMs: 0, endMs },
    { kind: speaker, id: speaker === 'lead' ? 'l' : 'maya' },
  );

test('a call goes on from its beginning to its end, with what was said of a transcript', () => {
  const start = line('call-started', { callId: 'k', direction: 'inbound', source: 'desk', rule: 'one-party' });
  const asked = line('call-consent-changed', { callId: 'k', party: 'agent', state: 'given', rule: 'one-party' });
  const call = newestCall([start, asked]);
  expect(call).toMatchObject({ callId: 'k', direction: 'inbound', by: 'maya', ended: null });
  expect(call && transcriptOf(call)).toBe('on');
  const no = line('call-consent-changed', { callId: 'k', party: 'lead', state: 'withdrawn', rule: 'one-party' });
  expect(transcriptOf(newestCall([start, asked, no])!)).toBe('off');
  const end = line('call-ended', { callId: 'k', durationMs: 9_000 });
  expect(newestCall([start, asked, end])?.ended).toMatchObject({ durationMs: 9_000, outcome: null });
});

test('of a long call a page that was loaded anew holds the newest words alone, and the call can still be ended', () => {
  const lines = [said('lead', 600_000), said('agent', 602_000)];
  const call = newestCall(lines);
  expect(call).toMatchObject({ callId: 'k', direction: null, by: 'maya', ended: null });
  expect(Date.parse(lines[0]!.at) - Date.parse(call!.startedAt)).toBe(600_000);
  expect(transcriptOf(call!)).toBe('on');
});

test('a call that the phone company told of is nobody’s until somebody joins it, whoever has the conversation', () => {
  const had = line('assignment-changed', { owner: { id: 'maya', name: 'Maya' }, reason: 'takeover' });
  const start = line(
    'call-started',
    { callId: 'k', direction: 'inbound', source: 'provider', rule: 'all-party', caller: 'probable' },
    { kind: 'system', id: 'hub' },
  );
  expect(newestCall([had, start])).toMatchObject({ isTold: true, by: null, caller: 'probable' });
  const joined = line('assignment-changed', { owner: { id: 'maya', name: 'Maya' }, reason: 'call' });
  expect(newestCall([had, start, joined])).toMatchObject({ by: 'maya', isHeardByPhone: false });
  const consent = { callId: 'k', party: 'lead', state: 'given', rule: 'all-party' };
  const byKey = line('call-consent-changed', consent, { kind: 'lead', id: 'l' });
  expect(newestCall([start, byKey])).toMatchObject({ isHeardByPhone: true });
  // The agent asked them: nobody else hears the call.
  expect(newestCall([start, line('call-consent-changed', consent)])).toMatchObject({ isHeardByPhone: false });
});
