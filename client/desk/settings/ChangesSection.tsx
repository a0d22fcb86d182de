import type { ChangeRecord } from '../../../src/contract/settings.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { clockTime, dayName, exactTime } from '../../shared/ui/times.ts';
import { Section } from './parts.tsx';
import { useLoaded } from './useLoaded.ts';

const kindWords: Record<ChangeRecord['kind'], string> = {
  settings: '',
  logo: '',
  site: 'site ',
  person: '',
  invite: 'invitation of ',
  reply: 'saved reply ',
  'api-key': 'API key ',
  block: '',
  card: 'card ',
};
const fieldWords: Record<string, string> = {
  brokerage: 'Name',
  timeZone: 'Time zone',
  colours: 'Colours',
  greeting: 'Greeting',
  hours: 'Hours',
  holidays: 'Holidays',
  ownHours: 'Own hours',
  closedSays: 'Words while closed',
  brokerageServicesUrl: 'Texas brokerage services link',
  review: 'When a person looks first',
  mortgage: 'Payment estimate',
  serves: 'What you serve',
  card: 'About you',
  waiting: 'Waiting clock',
  allowedOrigins: 'Addresses',
  identitySecret: 'Secret for signed-in visitors',
  name: 'Name',
  role: 'Role',
  active: 'Active',
  email: 'Email',
  title: 'Title',
  text: 'Text',
  long: 'How long',
};

/** A value on one line; what was not there is an em dash. */
function valueWords(value: unknown): string {
  if (value === undefined || value === null || value === '') return '—';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(valueWords).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, part]) => `${name} ${valueWords(part)}`)
      .join(', ');
  return String(value);
}

export function ChangesSection() {
  const loaded = useLoaded<{ items: ChangeRecord[] }>('/settings/changes');
  return (
    <Section title="Changes" about="Who changed what, the newest hundred." loaded={loaded}>
      {({ items }) =>
        items.length === 0 ? (
          <Notice title="Nothing was changed yet" text="Every change of the settings is kept here with who and when." />
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
  const fields = kind === 'logo' ? [] : [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const differ = fields.filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]));
  return (
    <li>
      <p>
        <strong>{by.name}</strong>{' '}
        {action === 'accepted' ? 'accepted the invitation' : `${action} ${kindWords[kind]}${subject}`}{' '}
        <time dateTime={at} title={exactTime(at)} className="settings-quiet">
          {dayName(at)} {clockTime(at)}
        </time>
      </p>
      <dl className="change-fields">
        {differ.map((field) => (
          <div key={field}>
            <dt>{fieldWords[field] ?? field}</dt>
            <dd>
              {before ? (
                <>
                  <del>{valueWords(before[field])}</del> →{' '}
                </>
              ) : null}
              {after ? valueWords(after[field]) : 'removed'}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
