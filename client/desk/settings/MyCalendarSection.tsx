import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { shortTime } from '../../shared/labels/times.ts';
import { BusyTimesSection } from './BusyTimesSection.tsx';
import { SaveLine, Section, ShownOnce } from './parts.tsx';

/** What one's own calendar reads of the hub, and the hub of it. */
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
      about="Your calls and showings in Google Calendar, Outlook or Apple Calendar: add a calendar there by its address. Whoever has the address can read your appointments and the names of your visitors, so give it to nobody."
      loaded={feed}
    >
      {({ madeAt }) => (
        <>
          {address === null ? (
            <p>
              {madeAt === null
                ? 'There is no address yet.'
                : `There is an address, made ${shortTime(madeAt)}. It was shown once, when it was made.`}
            </p>
          ) : (
            <ShownOnce
              title="The address of your calendar. It is shown this once."
              value={address}
              onDone={() => setAddress(null)}
            />
          )}
          <div className="settings-row">
            <Button loading={saving.state === 'saving'} onClick={() => void make()}>
              {madeAt === null ? 'Make an address' : 'Make a new address'}
            </Button>
            {madeAt === null ? null : (
              <Button variant="subtle" color="red" disabled={saving.state === 'saving'} onClick={() => void end()}>
                End the address
              </Button>
            )}
          </div>
          {madeAt === null ? null : (
            <p className="settings-quiet">With a new address the one before ends, and calendars that use it stop.</p>
          )}
          {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
        </>
      )}
    </Section>
  );
}
