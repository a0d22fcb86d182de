import type { Entry } from '../../../src/contract/log/entry.ts';

/** A message that waits to be sent. */
export interface ScheduledMessage {
  scheduledId: string;
  text: string;
  at: string;
  by: Entry['actor'];
}

/** The messages of a conversation that wait to be sent, the one that is sent first before the others. */
export function scheduledOf(team: readonly Entry[]): ScheduledMessage[] {
  const waiting = new Map<string, ScheduledMessage>();
  for (const { type, actor, data } of team) {
    if (type !== 'message-scheduled') continue;
    const { scheduledId, state, text = '', at = '' } = data;
    if (state === 'waiting') waiting.set(scheduledId, { scheduledId, text, at, by: actor });
    else waiting.delete(scheduledId);
  }
  return [...waiting.values()].sort((a, b) => a.at.localeCompare(b.at));
}
