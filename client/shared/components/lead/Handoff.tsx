import type { HandoffCard } from './handoffCard.ts';

/** Why a person is wanted, and what to do next. The known facts about the lead stand below it, once. */
export function Handoff({ card }: { card: HandoffCard }) {
  const { why, isUrgent, summary, unanswered, next } = card;
  return (
    <section className="rail-section handoff" aria-label="Handoff">
      <header>
        <h2>{why}</h2>
        {isUrgent ? <span className="heat hot">Urgent</span> : null}
      </header>
      <p className="rail-note">{summary}</p>
      {unanswered === null ? null : <p className="handoff-last">“{unanswered}”</p>}
      <p>
        <b>Next step:</b> {next}
      </p>
    </section>
  );
}
