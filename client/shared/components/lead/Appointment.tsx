import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  type AppointmentOutcome,
  appointmentNoteChars,
  appointmentOutcomes,
} from '../../../../src/contract/appointmentLimits.ts';
import { meetingWords, outcomeWords } from '../../labels/appointments.ts';
import { homeWords } from '../../labels/names.ts';
import { exactTime, meetingTime } from '../../labels/times.ts';
import type { KnownAppointment } from '../../state/appointmentsOf.ts';
import { useCommand } from '../Toast.tsx';
import { useFocusBack } from '../useFocusBack.ts';

interface AppointmentProps {
  conversationId: string;
  one: KnownAppointment;
  /** Nothing can be changed. */
  readOnly: boolean;
  /** The talk is over: the appointment's outcome can still be recorded. */
  closed: boolean;
  onMove(): void;
}

function stateWords({ state, startsAt, endsAt, outcome }: KnownAppointment): string {
  if (outcome !== undefined) return outcomeWords[outcome];
  if (state === 'cancelled') return 'Canceled';
  if (state === 'held') return 'Being booked';
  return Date.parse(endsAt ?? startsAt) < Date.now() ? 'Past' : 'Booked';
}

/** One appointment in the rail: its facts, its actions, and its outcome after its time. */
export function Appointment({ conversationId, one, readOnly, closed, onMove }: AppointmentProps) {
  const run = useCommand();
  const [asking, setAsking] = useState(false);
  const ask = useFocusBack<HTMLButtonElement>(!asking);
  const [noting, setNoting] = useState(false);
  const [busy, setBusy] = useState(false);
  const about = { conversationId, appointmentId: one.appointmentId };
  const isBooked = one.state === 'booked';
  const hasBegun = Date.parse(one.startsAt) <= Date.now();
  const stands = isBooked && Date.parse(one.endsAt ?? one.startsAt) >= Date.now();

  async function tell(outcome: AppointmentOutcome) {
    setBusy(true);
    await run('appointment-note', { ...about, outcome });
    setBusy(false);
  }
  async function cancel() {
    setBusy(true);
    await run('appointment-cancel', about);
    setBusy(false);
    setAsking(false);
  }
  return (
    <li className={`appointment ${one.state}`}>
      <p>
        <b>
          {one.kind ? meetingWords[one.kind] : 'Appointment'}
          {one.with ? ` with ${one.with}` : ''}
        </b>{' '}
        <span className={one.outcome === 'no-show' ? 'rail-note warned' : 'rail-note'}>{stateWords(one)}</span>
      </p>
      <p>
        <time dateTime={one.startsAt} title={exactTime(one.startsAt)}>
          {meetingTime(one.startsAt, one.endsAt, one.zone)}
        </time>
      </p>
      {one.home ? <p className="appointment-home">{homeWords(one.home)}</p> : null}
      {one.note && !noting ? <p className="appointment-note">{one.note}</p> : null}
      {!readOnly && isBooked && hasBegun && one.outcome === undefined ? (
        <div className="appointment-ask">
          <span className="rail-note">How did it go?</span>
          {appointmentOutcomes.map((outcome) => (
            <Button
              key={outcome}
              size="compact-xs"
              variant="default"
              disabled={busy}
              onClick={() => void tell(outcome)}
            >
              {outcomeWords[outcome]}
            </Button>
          ))}
        </div>
      ) : null}
      {noting ? (
        <NoteForm about={about} note={one.note ?? ''} onDone={() => setNoting(false)} />
      ) : readOnly ? null : asking ? (
        <p className="appointment-ask">
          <span className="rail-note">The visitor will see that it’s canceled.</span>
          <Button size="compact-xs" loading={busy} onClick={() => void cancel()}>
            Cancel it
          </Button>
          <Button size="compact-xs" variant="default" autoFocus onClick={() => setAsking(false)}>
            Keep it
          </Button>
        </p>
      ) : (
        <p className="appointment-ask">
          {stands && !hasBegun && !closed ? (
            <Button size="compact-xs" variant="default" onClick={onMove}>
              Reschedule
            </Button>
          ) : null}
          {stands && !closed ? (
            <Button ref={ask} size="compact-xs" variant="default" onClick={() => setAsking(true)}>
              Cancel appointment
            </Button>
          ) : null}
          {one.state === 'held' ? null : (
            <Button size="compact-xs" variant="subtle" onClick={() => setNoting(true)}>
              {one.note ? 'Edit note' : 'Add note'}
            </Button>
          )}
        </p>
      )}
    </li>
  );
}

function NoteForm(props: { about: { conversationId: string; appointmentId: string }; note: string; onDone(): void }) {
  const run = useCommand();
  const [note, setNote] = useState(props.note);
  const [busy, setBusy] = useState(false);
  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const done = await run('appointment-note', { ...props.about, note: note.trim() });
    setBusy(false);
    if (done) props.onDone();
  }
  return (
    <form className="appointment-ask" onSubmit={(event) => void save(event)}>
      <Textarea
        className="appointment-words"
        aria-label="Note about the appointment"
        placeholder="Only your team sees this"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={appointmentNoteChars}
        autoFocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-xs" loading={busy} disabled={note.trim() === props.note}>
        Save note
      </Button>
      <Button size="compact-xs" variant="default" onClick={props.onDone}>
        Never mind
      </Button>
    </form>
  );
}
