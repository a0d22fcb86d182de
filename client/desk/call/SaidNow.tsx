import type { ServerEvent } from '../../../src/contract/socket/events.ts';

/** Words that are being understood right now: they may still change. */
export function SaidNow({ heard, leadName }: { heard: readonly ServerEvent<'call-partial'>[]; leadName: string }) {
  return heard.map(({ utteranceId, speaker, text }) => (
    <article
      key={utteranceId}
      className={`message ${speaker === 'lead' ? 'theirs' : 'ours'} said-now`}
      aria-live="off"
      aria-label={`${speaker === 'lead' ? leadName : 'The agent'} is speaking`}
    >
      <div className={`words ${speaker}`}>{text}</div>
    </article>
  ));
}
