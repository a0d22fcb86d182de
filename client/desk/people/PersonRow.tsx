import type { LeadRow } from '../../../src/contract/rest/leads.ts';
import { listedWays } from '../../shared/components/lead/consentChip.ts';
import { TagChips } from '../../shared/components/TagChips.tsx';
import { temperatureLabels, whoIs } from '../../shared/labels/names.ts';
import { stageLabel } from '../../shared/labels/stages.ts';
import { exactTime, shortTime } from '../../shared/labels/times.ts';
import { DeskLink } from '../DeskLink.tsx';
import { linkTo, linkToPerson } from '../route.ts';
import type { Selection } from '../useSelection.ts';

/** The words for the person of a row: their name, else what they want. */
export const personWords = ({
  name,
  ...rest
}: Pick<LeadRow, 'name' | 'wants' | 'listingTitle' | 'startedAt'>): string =>
  whoIs({ ...rest, lead: { id: '', ...(name === undefined ? {} : { name }) } });

interface PersonRowProps {
  row: LeadRow;
  me: string;
  selected: boolean;
  onSelect: Selection['select'];
}

/** One person: the whole row opens their page, its time the last talk, and its box selects them. */
export function PersonRow({ row, me, selected, onSelect }: PersonRowProps) {
  const { name, wants, listingTitle, phone, email, suppressed, owner, mode, temperature, score } = row;
  const wanted = name === undefined ? null : personWords({ ...(wants === undefined ? {} : { wants }) });
  const about = [wants === undefined ? null : wanted, listingTitle].filter(Boolean).join(' · ');
  return (
    <li className={`person-row${selected ? ' selected' : ''}`}>
      <label className="person-check">
        <input
          type="checkbox"
          aria-label={`Select ${personWords(row)}`}
          checked={selected}
          onChange={({ nativeEvent }) => onSelect(row.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        />
      </label>
      <span className="person-who">
        <DeskLink className="person-link" to={linkToPerson(row.id)}>
          <bdi>{personWords(row)}</bdi>
        </DeskLink>
        {name !== undefined && about ? <small>{about}</small> : null}
        <TagChips ids={row.tags} most={3} />
      </span>
      <span className="person-contact">
        {phone ? <span>{phone}</span> : null}
        {email ? <span>{email}</span> : null}
        {!phone && !email ? <span className="none">No contact info yet</span> : null}
        {suppressed.length > 0 ? <em>No {listedWays(suppressed, 'or')}</em> : null}
      </span>
      <span className="person-stage">
        {temperature ? <span className={`heat ${temperature}`}>{temperatureLabels[temperature]}</span> : null}
        {score === undefined ? null : (
          <span className="person-score" title="Score out of 100">
            {Math.round(score)}
          </span>
        )}
        <span>{stageLabel(row.stage)}</span>
      </span>
      <span className="person-owner">
        {owner
          ? owner.id === me
            ? 'You'
            : owner.name
          : mode === 'bot'
            ? 'Jorge'
            : mode === 'waiting'
              ? 'Unassigned'
              : '—'}
      </span>
      <DeskLink
        className="person-last"
        to={linkTo(row.conversationId)}
        title={`Open the conversation, ${exactTime(row.lastAt)}`}
      >
        <time dateTime={row.lastAt}>{shortTime(row.lastAt)}</time>
        {row.talks > 1 ? <small>{row.talks} conversations</small> : null}
      </DeskLink>
    </li>
  );
}
