import { dayLabel } from '../../../kernel/timeLabel.ts';
import { wallTimeAt } from '../../../kernel/zonedTime.ts';
import type { VisitorMessage } from '../state/protocol.ts';
import { evidenceAt, languageOf, notifyTeamOnce, type StepContext } from '../state/stepContext.ts';

const dayMs = 86_400_000;
/** CCPA: receipt confirmed within ten business days; CCPA and Texas TDPSA: answered within 45 days. */
const confirmBusinessDays = 10;
const answerDays = 45;

/**
 * The two dates of a request made `at`, as days (`2027-01-05`), counted from the day on the wall of `zone`. Saturdays and Sundays are
 * no business days; holidays count as business days.
 */
export function deadlinesOf(at: string, zone: string): { confirmBy: string; answerBy: string } {
  const { year, month, day } = wallTimeAt(Date.parse(at), zone);
  const from = Date.UTC(year, month - 1, day);
  let confirm = from;
  for (let left = confirmBusinessDays; left > 0; ) {
    confirm += dayMs;
    const weekday = new Date(confirm).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { confirmBy: dayOf(confirm), answerBy: dayOf(from + answerDays * dayMs) };
}

/** The day by which a request of this turn is answered, as people say it. */
export function answerByWords(turn: StepContext): string {
  const [year = 0, month = 1, day = 1] = deadlinesOf(turn.at, turn.pack.timeZone).answerBy.split('-').map(Number);
  const language = languageOf(turn.state);
  return `${dayLabel({ year, month, day }, language)}${language === 'es' ? ' de' : ','} ${year}`;
}

/** Opens a ticket for a wish to have personal data deleted, and tells the team by when it is due; once in a conversation. */
export function openDeletionRequest(turn: StepContext, message: VisitorMessage): void {
  const dates = deadlinesOf(turn.at, turn.pack.timeZone);
  const reason = `Asked to have their data deleted: confirm by ${dates.confirmBy}, answer by ${dates.answerBy}`;
  if (!notifyTeamOnce(turn, 'data-deletion', reason, 1)) return;
  turn.effects.push(
    { kind: 'tag', add: ['CCPA-Deletion-Request'], remove: [] },
    {
      kind: 'deletion-request',
      evidence: evidenceAt(message, { start: 0, end: message.text.length }),
      said: message.written ?? message.text,
      ...dates,
    },
  );
}
