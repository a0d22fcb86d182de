import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { shortTime } from '../../shared/labels/times.ts';
import { BusyTimesSection } from './BusyTimesSection.tsx';
import { SaveLine, Section, ShownOnce } from './parts.tsx';

/** The two addresses between the hub and a person's own calendar: each reads the other's times. */
export function MyCalendarSection() {
  return (
    <>
      <FeedSection />
      <BusyTimesSection />
    </>
  );
}

/** The address under which one's appointments are read by a calendar of one's own. */
function FeedSection() {
  const feed = useLoaded('GET /calendar-feed');
  const saving = useSaving();
  const [address, setAddress] = useState<string | null>(null);

  async function make() {
    const made = await saving.run('POST /calendar-feed');
    if (!made) return;
    setAddress(`${location.origin}${made.path}`);
    feed.set({ madeAt: made.madeAt });
  }
  async function end() {
    if (!(await saving.run('DELETE /calendar-feed'))) return;
    setAddress(null);
    feed.set({ madeAt: null });
  }
  return (
    <Section
      title="My calendar"
      about="See your calls and showings in Google Calendar, Outlook, or Apple Calendar by adding a calendar with this address. Anyone with the address can read your appointments and your visitors’ names, so keep it private."
      loaded={feed}
    >
      {({ madeAt }) => (
        <>
          {address === null ? (
            <p>
              {madeAt === null
                ? 'No address yet.'
                : `Address created ${shortTime(madeAt)}. It was shown only once, at that time.`}
            </p>
          ) : (
            <ShownOnce
              title="Your calendar’s address. It’s shown only once."
              value={address}
              onDone={() => setAddress(null)}
            />
          )}
          <div className="settings-row">
            <Button loading={saving.state === 'saving'} onClick={() => void make()}>
              {madeAt === null ? 'Create address' : 'Create new address'}
            </Button>
            {madeAt === null ? null : (
              <Button variant="subtle" color="red" disabled={saving.state === 'saving'} onClick={() => void end()}>
                Delete address
              </Button>
            )}
          </div>
          {madeAt === null ? null : (
            <p className="settings-quiet">
              A new address replaces the old one, and calendars that use the old one stop updating.
            </p>
          )}
          {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
        </>
      )}
    </Section>
  );
}
