import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BusyProblem } from '../../../src/contract/busyProblems.ts';
import type { BusyCalendarAnswer } from '../../../src/contract/rest/busyCalendar.ts';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { shortTime } from '../../shared/labels/times.ts';
import { SaveLine, Section } from './parts.tsx';

const problemWords: Record<BusyProblem, string> = {
  'not-reached': 'Its server couldn’t be reached.',
  'not-allowed': 'This address is on a private network, not on the internet, so it can’t be read.',
  refused: 'Its server refused the address. If the address was reset there, paste the new one.',
  'too-slow': 'Its server took longer than ten seconds.',
  'too-large': 'It’s larger than two megabytes.',
  'too-many-redirects': 'Its server redirected too many times.',
  'not-a-calendar': 'The address isn’t a readable calendar. Paste the address that ends in .ics.',
  'address-lost': 'The hub can no longer read the saved address. Paste it again.',
};

/** The busy times of a calendar of one's own, which nobody is offered. */
export function BusyTimesSection() {
  const loaded = useLoaded('GET /busy-calendar');
  const saving = useSaving();
  const [url, setUrl] = useState('');

  async function save(event: FormEvent) {
    event.preventDefault();
    const answer = await saving.run('PUT /busy-calendar', { body: { url: url.trim() } });
    if (!answer) return;
    setUrl('');
    loaded.set(answer);
  }
  async function end() {
    if (await saving.run('DELETE /busy-calendar')) loaded.set({ setAt: null, busy: 0 });
  }
  return (
    <Section
      title="Busy times"
      about="Jorge and the team won’t offer times when you’re busy in Google Calendar, Outlook, or Apple Calendar. Only the start and end times are kept, and they’re updated every 15 minutes."
      loaded={loaded}
    >
      {(calendar) => (
        <form className="settings-form" onSubmit={(event) => void save(event)}>
          <Standing calendar={calendar} />
          <TextInput
            label={calendar.setAt === null ? 'Your calendar’s secret address' : 'New secret address'}
            description="Google: Settings, your calendar, “Secret address in iCal format.” Outlook: Shared calendars, “Publish a calendar,” the ICS link."
            placeholder="https://…/basic.ics"
            autoComplete="off"
            spellCheck={false}
            maxLength={2000}
            value={url}
            error={saving.state === 'failed' && saving.refusal?.field === 'url' ? saving.refusal.message : undefined}
            onChange={(event) => {
              setUrl(event.currentTarget.value);
              saving.clear();
            }}
          />
          <div className="settings-row">
            <Button type="submit" loading={saving.state === 'saving'} disabled={url.trim() === ''}>
              Use my busy times
            </Button>
            {calendar.setAt === null ? null : (
              <Button variant="subtle" color="red" disabled={saving.state === 'saving'} onClick={() => void end()}>
                Stop using them
              </Button>
            )}
          </div>
          {saving.state === 'failed' && saving.refusal?.field !== 'url' ? <SaveLine saving={saving} /> : null}
        </form>
      )}
    </Section>
  );
}

function Standing({ calendar: { setAt, readAt, busy, problem } }: { calendar: BusyCalendarAnswer }) {
  if (setAt === null) return null;
  const times = busy === 1 ? '1 upcoming busy time' : `${busy} upcoming busy times`;
  return (
    <div role="status">
      {problem === undefined ? (
        <p>
          {times}, updated {shortTime(readAt ?? setAt)}.
        </p>
      ) : (
        <>
          <p className="settings-problem">The calendar couldn’t be read. {problemWords[problem]}</p>
          {readAt === undefined ? null : (
            <p className="settings-quiet">
              Busy times from {shortTime(readAt)} still apply: {times}.
            </p>
          )}
        </>
      )}
    </div>
  );
}
