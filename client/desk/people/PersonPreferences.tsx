import { Switch } from '@mantine/core';
import type { PreferenceName } from '../../../src/contract/rest/preferences.ts';
import { Quotes } from '../../shared/components/Quotes.tsx';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { exactTime, shortTime } from '../../shared/labels/times.ts';
import type { FindEntry } from '../../shared/state/evidenceQuotes.ts';

const labels: Record<PreferenceName, string> = {
  language: 'Language',
  channel: 'Contact by',
  hours: 'Hours',
  tone: 'Tone',
  price: 'Price',
  'must-haves': 'Must-haves',
  objections: 'Concerns',
};

/** What a person prefers, each with why, what is adapted to it, and their words; and the switch that turns it off for them. */
export function PersonPreferences({ leadId, find }: { leadId: string; find: FindEntry }) {
  const { data, refusal, set } = useLoaded('GET /leads/:id/preferences', { params: { id: leadId } });
  const saving = useSaving();
  if (refusal)
    return (
      <section className="person-card" aria-label="Preferences">
        <h2>Preferences</h2>
        <p className="rail-nothing">Preferences didn’t load. {refusal.message}</p>
      </section>
    );
  if (data === null) return null;
  const { items, off, offForAll } = data;
  const turn = async (isOff: boolean) => {
    const answer = await saving.run('PUT /leads/:id/preferences', {
      params: { id: leadId },
      body: { adapts: !isOff },
    });
    if (answer !== null) set(answer);
  };
  return (
    <section className="person-card" aria-label="Preferences">
      <h2>Preferences</h2>
      {items.length > 0 ? (
        <ul className="person-prefers">
          {items.map(({ name, value, why, adapts, evidence }) => (
            <li key={name}>
              <span className="slot-name">{labels[name]}</span>
              <div>
                <b>{value}</b>
                <p className="person-note">
                  {why} {adapts}
                </p>
                <p className="slot-words">
                  <Quotes evidence={evidence} find={find} most={2} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      ) : offForAll ? (
        <p className="rail-nothing">Adapting to people is off in Settings, under Jorge.</p>
      ) : off === null ? (
        <p className="rail-nothing">Nothing seen in their words yet.</p>
      ) : null}
      {offForAll ? null : (
        <Switch
          label="Don’t adapt to this person"
          description={
            off === null ? (
              'Jorge, coaching, and drafts then ignore what they prefer.'
            ) : (
              <>
                Off since{' '}
                <time dateTime={off.at} title={exactTime(off.at)}>
                  {shortTime(off.at)}
                </time>
                , by {off.by.name}.
              </>
            )
          }
          checked={off !== null}
          disabled={saving.state === 'saving'}
          error={saving.state === 'failed' ? saving.refusal?.message : undefined}
          onChange={(event) => void turn(event.currentTarget.checked)}
        />
      )}
    </section>
  );
}
