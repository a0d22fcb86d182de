import { useLoaded } from '../../shared/components/useLoaded.ts';
import { journeyLabels, readingLabels, scorePartLabels } from '../../shared/labels/insight.ts';
import { temperatureLabels } from '../../shared/labels/names.ts';
import { dayInSentence, exactTime } from '../../shared/labels/times.ts';

const percent = (value: number): string => `${Math.round(value * 100)}%`;

/** The readings of their talks on what they will do, each number with its parts. */
export function PersonInsight({ leadId }: { leadId: string }) {
  const { data, refusal } = useLoaded('GET /leads/:id/insight', { params: { id: leadId } });
  if (refusal) return null;
  const score = data?.score;
  return (
    <section className="person-card" aria-label="Readings">
      <h2>Readings</h2>
      {score === undefined || data === null ? null : (
        <>
          <p className="insight-score">
            <strong>{score.value === null ? '—' : Math.round(score.value)}</strong>{' '}
            {score.class === null ? 'Nothing to score yet' : temperatureLabels[score.class]}
            {data.stage === null ? '' : ` · ${journeyLabels[data.stage]}`}
          </p>
          {score.explain.length === 0 ? null : (
            <p className="person-note">
              {score.explain.map(({ part, points }) => `${Math.round(points)} for ${scorePartLabels[part]}`).join(', ')}
            </p>
          )}
          <dl className="insight-readings">
            {readingLabels.map(([name, label]) => {
              const reading = data.readings[name];
              return (
                <div key={name} title={reading?.factors.join('\n')}>
                  <dt>{label}</dt>
                  <dd>{reading?.value == null ? '—' : percent(reading.value)}</dd>
                </div>
              );
            })}
          </dl>
          <p className="person-note">
            By rules from what they wrote; no outcomes stand behind the numbers yet.
            {data.nextContactAt === null ? null : (
              <>
                {' '}
                Get in touch by{' '}
                <time dateTime={data.nextContactAt} title={exactTime(data.nextContactAt)}>
                  {dayInSentence(data.nextContactAt)}
                </time>
                , within their limits.
              </>
            )}
          </p>
        </>
      )}
    </section>
  );
}
