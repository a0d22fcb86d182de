import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BusyProblem } from '../../../src/contract/busyProblems.ts';
import type { BusyCalendarAnswer } from '../../../src/contract/rest/busyCalendar.ts';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { shortTime } from '../../shared/labels/times.ts';
import { SaveLine, Section } from './parts.tsx';

const problemWords: Record<BusyProblem, string> = {
  'not-reached': 'Its server was not reached.',
  'not-allowed': 'This address is inside of a network and not on the internet, so it is not read.',
  refused: 'Its server refused the address. Was it made anew there? Then paste the new one.',
  'too-slow': 'Its server took longer than ten seconds.',
  'too-large': 'It is larger than two megabytes.',
  'too-many-redirects': 'Its server sent on too often.',
  'not-a-calendar': 'What is there is no calendar that can be read. Paste the address that ends with .ics.',
  'address-lost': 'The hub can no longer read the address that it kept. Paste it again.',
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
      about="When you are busy in Google Calendar, Outlook or Apple Calendar, neither Jorge nor the team offers that time. Only from when to when is kept, and read again every quarter of an hour."
      loaded={loaded}
    >
      {(calendar) => (
        <form className="settings-form" onSubmit={(event) => void save(event)}>
          <Standing calendar={calendar} />
          <TextInput
            label={calendar.setAt === null ? 'Secret address of your calendar' : 'Another secret address'}
            description="Google: Settings, your calendar, “Secret address in iCal format”. Outlook: Shared calendars, “Publish a calendar”, the ICS link."
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
              Read my busy times
            </Button>
            {calendar.setAt === null ? null : (
              <Button variant="subtle" color="red" disabled={saving.state === 'saving'} onClick={() => void end()}>
                Stop reading them
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
  const times = busy === 1 ? '1 busy time lies ahead' : `${busy} busy times lie ahead`;
  return (
    <div role="status">
      {problem === undefined ? (
        <p>
          {times}, read {shortTime(readAt ?? setAt)}.
        </p>
      ) : (
        <>
          <p className="settings-problem">It could not be read. {problemWords[problem]}</p>
          {readAt === undefined ? null : (
            <p className="settings-quiet">
              What was read {shortTime(readAt)} still counts: {times}.
            </p>
          )}
        </>
      )}
    </div>
  );
}
