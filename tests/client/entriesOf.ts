import type { Entry } from '../../src/contract/log/entry.ts';

export const logName = 'public:talk-1';

/** Entries 1 to `count` of one public log, as the hub would send them. */
export function entriesOf(count: number, log = logName): Entry[] {
  const conversationId = log.slice(log.indexOf(':') + 1);
  return Array.from({ length: count }, (_, index) => ({
    v: 1,
    id: `${conversationId}-${index + 1}`,
    log,
    seq: index + 1,
    type: 'message-created',
    at: '2026-03-02T15:00:00.000Z',
    conversationId,
    actor: { kind: index % 2 ? 'bot' : 'visitor', id: 'someone' },
    data: { messageId: `m${index + 1}`, text: `line ${index + 1}`, channel: 'widget', language: 'en' },
  }));
}
