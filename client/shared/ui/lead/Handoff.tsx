import type { FindEntry } from '../../state/evidenceWords.ts';
import { Quotes } from '../Quotes.tsx';
import type { HandoffCard } from './handoffCard.ts';

/** Why a person is wanted and what they need to go on, in one card. */
export function Handoff({ card, find }: { card: HandoffCard; find: FindEntry }) {
  const { why, isUrgent, summary, facts, open, unanswered, next } = card;
  return (
    <section className="rail-section handoff" aria-label="Hand-off">
      <header>
        <h2>Hand-off</h2>
        <span className={isUrgent ? 'heat hot' : 'rail-note'}>{isUrgent ? 'Urgent' : 'Normal'}</span>
      </header>
      <p>
        <b>{why}</b>
      </p>
      <p className="rail-note">{summary}</p>
      {unanswered === null ? null : <p className="handoff-last">“{unanswered}”</p>}
      {facts.length === 0 ? null : (
        <dl>
          {facts.map(({ slot, name, words, evidence }) => (
            <div key={slot}>
              <dt>{name}</dt>
              <dd>
                {words} <Quotes evidence={evidence} find={find} most={1} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {open.length === 0 ? null : <p className="rail-note">Still to ask: {open.join(', ')}</p>}
      <p>
        <b>Do next:</b> {next}
      </p>
    </section>
  );
}
