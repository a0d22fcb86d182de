import type { ChangeRecord } from '../../../src/contract/rest/changes.ts';
import { Notice } from '../../shared/components/Notice.tsx';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { clockTime, dayInSentence, exactTime } from '../../shared/labels/times.ts';
import { changeLines } from './changeWords.ts';
import { Section } from './parts.tsx';

const kindWords: Record<ChangeRecord['kind'], string> = {
  settings: '',
  logo: '',
  site: 'site ',
  person: '',
  invite: '',
  reply: 'saved reply ',
  'api-key': 'API key ',
  phone: 'phone account ',
  webhook: 'webhook ',
  block: '',
  card: 'card ',
};
/** The subjects that have no name of their own. */
const subjectWords: Partial<Record<ChangeRecord['kind'], string>> = { settings: 'the settings', logo: 'the logo' };
const actionWords: Partial<Record<ChangeRecord['action'], string>> = {
  accepted: 'accepted the invitation',
  'password-link': 'created a password link for',
  'password-changed': 'changed the password for',
  'second-factor-on': 'set up a second factor for',
  'second-factor-off': 'turned off the second factor for',
  'photo-removed': 'removed the photo for',
  lifted: 'unblocked',
};
const inviteWords: Partial<Record<ChangeRecord['action'], string>> = {
  added: 'invited',
  removed: 'canceled the invitation for',
};
/** "invited", "changed the account of". */
const didWords = ({ kind, action }: ChangeRecord): string =>
  (kind === 'invite' ? inviteWords[action] : undefined) ??
  (kind === 'person' && action === 'changed' ? 'changed the account of' : (actionWords[action] ?? action));

export function ChangesSection() {
  const loaded = useLoaded('GET /settings/changes');
  return (
    <Section title="Changes" about="The latest 100 changes and who made them." loaded={loaded}>
      {({ items }) =>
        items.length === 0 ? (
          <Notice title="No changes yet" text="Every settings change is listed here, with who made it and when." />
        ) : (
          <ul className="settings-list">
            {items.map((change) => (
              <Change key={change.id} change={change} />
            ))}
          </ul>
        )
      }
    </Section>
  );
}

function Change({ change }: { change: ChangeRecord }) {
  const { kind, action, subject, by, at, before, after } = change;
  const lines = kind === 'logo' ? [] : changeLines(before, after);
  return (
    <li>
      <p>
        <strong>{by.name}</strong> {didWords(change)}{' '}
        {action === 'accepted' ? '' : `${kindWords[kind]}${subjectWords[kind] ?? subject} `}
        <time dateTime={at} title={exactTime(at)} className="settings-quiet">
          {dayInSentence(at)} at {clockTime(at)}
        </time>
      </p>
      <dl className="change-fields">
        {lines.map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd>
              {before === null ? null : `${line.before || '—'} → `}
              {after === null ? 'removed' : line.after || '—'}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
