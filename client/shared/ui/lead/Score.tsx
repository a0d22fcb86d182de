import type { BoardRow } from '../../../../src/contract/board.ts';
import type { EntryData } from '../../../../src/contract/entries.ts';
import type { ConversationFacts } from '../../state/conversationFacts.ts';
import type { FindEntry } from '../../state/evidenceWords.ts';
import { Quotes } from '../Quotes.tsx';
import { slotName, spelledOut, temperatureName } from '../words.ts';

/** How promising the lead is, and why: no number without its reasons, no bar for what nothing supports, no label that the row leaves out. */
export function Score({ facts, find, row }: { facts: ConversationFacts; find: FindEntry; row: BoardRow | undefined }) {
  const data = facts.score?.data;
  return (
    <section className="rail-section">
      <header>
        <h2>Lead</h2>
        {data?.temperature && (row === undefined || row.temperature) ? (
          <span className={`heat ${data.temperature}`}>{temperatureName[data.temperature]}</span>
        ) : null}
      </header>
      {data ? (
        <Reasons data={data} find={find} />
      ) : (
        <p className="rail-nothing">A score appears once something is known.</p>
      )}
    </section>
  );
}

function Reasons({ data, find }: { data: EntryData<'score-changed'>; find: FindEntry }) {
  const parts = Object.entries(data.components);
  const most = Math.max(1, ...parts.map(([, value]) => value ?? 0));
  // What the bars say already is not said again.
  const reasons = data.reasons.filter((reason) => !/^\w+: known$/.test(reason));
  return (
    <>
      <p className="score">
        <strong title={data.score === null ? 'Nothing supports a score yet' : 'Out of 100'}>
          {data.score === null ? '—' : Math.round(data.score)}
        </strong>
        <span title={`Worked out by ${data.version}`}>
          {data.score === null ? 'No score yet' : 'of 100'} · by{' '}
          {data.basis === 'rules' ? 'rules' : spelledOut(data.basis).toLowerCase()}
          {data.calibrated ? '' : ', not checked against outcomes'}
        </span>
      </p>
      {parts.length ? (
        <dl className="bars">
          {parts.map(([name, value]) => (
            <div key={name}>
              <dt>{slotName(name)}</dt>
              <dd>
                <span className="bar" aria-hidden="true">
                  <i style={{ width: `${Math.max(0, ((value ?? 0) / most) * 100)}%` }} />
                </span>
                <span title={value === null ? 'Nothing supports this yet' : undefined}>
                  {value === null ? '—' : Math.round(value)}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {reasons.length ? (
        <ul className="reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
      {data.evidence.length ? (
        <p className="slot-words">
          <Quotes evidence={data.evidence} find={find} />
        </p>
      ) : null}
    </>
  );
}
