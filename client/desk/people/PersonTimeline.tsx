import type { Entry } from '../../../src/contract/log/entry.ts';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { timelineLine } from '../../shared/labels/entryLines.ts';
import { exactTime, shortTime } from '../../shared/labels/times.ts';
import { DeskLink } from '../DeskLink.tsx';
import { linkToLine } from '../route.ts';

/** Shows what happened with a person over all their conversations; each line opens where it stands. */
export function PersonTimeline({ leadId }: { leadId: string }) {
  const { data, refusal } = useLoaded('GET /leads/:id/timeline', { params: { id: leadId } });
  return (
    <section className="person-card" aria-label="Timeline">
      <h2>Timeline</h2>
      {refusal ? <p className="rail-nothing">The timeline didn’t load. {refusal.message}</p> : null}
      <ol className="person-talks">
        {(data?.items as Entry[] | undefined)?.map((entry) => (
          <li key={entry.id}>
            <DeskLink to={linkToLine(entry.conversationId, kindOf(entry), entry.seq)}>
              <span className="person-event">{timelineLine(entry)}</span>
              <time dateTime={entry.at} title={exactTime(entry.at)}>
                {shortTime(entry.at)}
              </time>
              {whose(entry) === null ? null : <small>{whose(entry)}</small>}
            </DeskLink>
          </li>
        ))}
      </ol>
      {data?.complete === false ? <p className="rail-nothing">Older entries are in the conversations.</p> : null}
    </section>
  );
}

const kindOf = ({ log }: Entry) => (log.startsWith('internal') ? 'internal' : 'public');
/** The person of the team who did it. */
const whose = ({ actor }: Entry): string | null =>
  actor.kind === 'agent' || actor.kind === 'supervisor' ? (actor.name ?? null) : null;
