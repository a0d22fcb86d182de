import type { EntryData } from '../../../../src/contract/log/entry.ts';
import type { BoardRow } from '../../../../src/contract/socket/board.ts';
import type { ScorePart } from '../../../../src/contract/teamVocabulary.ts';
import { temperatureLabels } from '../../labels/names.ts';
import { scorePartLabel } from '../../labels/slots.ts';
import { spelledOut } from '../../labels/spelledOut.ts';
import type { ConversationFacts } from '../../state/conversationFacts.ts';
import type { FindEntry } from '../../state/evidenceQuotes.ts';
import { Quotes } from '../Quotes.tsx';
import { scoreFigures, scoreReasons } from './scoreReasons.ts';

/** How promising the lead is, and why, in words; the figures are behind "How it’s scored". No label that the row leaves out. */
export function Score({ facts, find, row }: { facts: ConversationFacts; find: FindEntry; row: BoardRow | undefined }) {
  const data = facts.score?.data;
  const reasons = data ? scoreReasons(data, facts.qualification?.data.slots ?? {}) : [];
  return (
    <section className="rail-section score">
      <header>
        <h2>Lead score</h2>
        {data?.temperature && (row === undefined || row.temperature) ? (
          <span className={`heat ${data.temperature}`}>{temperatureLabels[data.temperature]}</span>
        ) : null}
      </header>
      {reasons.length > 0 ? (
        <ul className="reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : (
        <p className="rail-nothing">
          {data ? 'Not enough details yet.' : 'A score appears once the lead shares details.'}
        </p>
      )}
      {data ? <Figures data={data} find={find} /> : null}
    </section>
  );
}

/** No bar for what nothing supports. */
function Figures({ data, find }: { data: EntryData<'score-changed'>; find: FindEntry }) {
  const parts = Object.entries(data.components);
  const most = Math.max(1, ...parts.map(([, value]) => value ?? 0));
  return (
    <details className="score-how">
      <summary>How it’s scored</summary>
      <p className="score-figure">
        <strong title={data.score === null ? 'Not enough data for a score yet' : 'Out of 100'}>
          {data.score === null ? '—' : Math.round(data.score)}
        </strong>
        <span title={`Calculated by ${data.version}`}>
          {data.score === null ? 'No score yet' : 'out of 100'} · by{' '}
          {data.basis === 'rules' ? 'rules' : spelledOut(data.basis).toLowerCase()}
          {data.calibrated ? '' : ', not checked against outcomes'}
        </span>
      </p>
      {parts.length ? (
        <dl className="bars">
          {parts.map(([name, value]) => (
            <div key={name}>
              <dt>{scorePartLabel(name as ScorePart)}</dt>
              <dd>
                <span className="bar" aria-hidden="true">
                  <i style={{ width: `${Math.max(0, ((value ?? 0) / most) * 100)}%` }} />
                </span>
                <span title={value === null ? 'No data yet' : undefined}>
                  {value === null ? '—' : Math.round(value)}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <ul className="reasons">
        {scoreFigures(data).map((figure) => (
          <li key={figure}>{figure}</li>
        ))}
      </ul>
      {data.evidence.length ? (
        <p className="slot-words">
          <Quotes evidence={data.evidence} find={find} />
        </p>
      ) : null}
    </details>
  );
}
