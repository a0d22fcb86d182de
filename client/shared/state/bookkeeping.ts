import type { Entry } from '../../../src/contract/log/entry.ts';

/** A change of the score by this much is news by itself. */
const jump = 15;

/** The entries of the team's log that a reader of the talk has to know: people's acts, alerts, and requests for a person. */
const alwaysNews: ReadonlySet<Entry['type']> = new Set([
  'alert-raised',
  'review-overdue',
  'conversation-ended',
  'call-started',
  'call-caller-named',
  'call-consent-changed',
  'call-ended',
  'call-wiped',
]);

/**
 * Tells news from the bots' own bookkeeping, one entry of the team's log after the other: questions asked, facts counted and
 * suggestions made stand elsewhere. A score is news where its label changes, or where it jumps by 15 and more.
 */
export function newsReader(): (entry: Entry) => boolean {
  let before: { score: number; temperature: string | null } | null = null;
  return (entry) => {
    switch (entry.type) {
      case 'score-changed': {
        const { score, temperature } = entry.data;
        if (score === null) return false;
        const last = before;
        before = { score, temperature };
        if (last === null) return temperature === 'hot';
        return last.temperature !== temperature || Math.abs(last.score - score) >= jump;
      }
      case 'qualification-changed':
        return entry.data.corrected !== undefined;
      case 'handoff-changed':
        return entry.actor.kind !== 'bot' || entry.data.state === 'requested';
      case 'tags-changed':
      case 'priority-changed':
      case 'assignment-changed':
        return entry.actor.kind === 'agent' || entry.actor.kind === 'supervisor';
      // While it waits it stands at the end of the talk itself.
      case 'message-scheduled':
        return entry.data.state === 'cancelled' || entry.data.state === 'refused';
      case 'policy-verdict':
        return entry.data.action === 'cut';
      default:
        return alwaysNews.has(entry.type);
    }
  };
}
