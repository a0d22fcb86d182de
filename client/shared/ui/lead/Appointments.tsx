import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Slot } from '../../../../src/contract/entries.ts';
import type { KnownAppointment } from '../../state/appointmentsOf.ts';
import { useCommand } from '../Tell.tsx';
import { exactTime, meetingTime } from '../times.ts';
import { useFocusBack } from '../useFocusBack.ts';
import { homeWords } from '../words.ts';

interface AppointmentsProps {
  conversationId: string;
  appointments: readonly KnownAppointment[];
  slots: Readonly<Record<string, Slot>>;
  readOnly?: boolean;
}

/** A showing waits for a signature that only the team can see. */
const waitsForAgreement = (slots: AppointmentsProps['slots']): boolean =>
  slots.agreement !== undefined && slots.agreement.value !== true && slots.showing?.value !== 'unrepresented';

/** What is agreed on with the visitor, and a way to call it off. Nothing is shown where nothing is. */
export function Appointments({ conversationId, appointments, slots, readOnly = false }: AppointmentsProps) {
  const waits = waitsForAgreement(slots);
  if (appointments.length === 0 && !waits) return null;
  return (
    <section className="rail-section">
      <header>
        <h2>{appointments.length > 1 ? 'Appointments' : 'Appointment'}</h2>
      </header>
      {appointments.length > 0 ? (
        <ul className="appointments">
          {appointments.map((one) => (
            <Appointment key={one.appointmentId} conversationId={conversationId} one={one} readOnly={readOnly} />
          ))}
        </ul>
      ) : null}
      {waits ? <Agreement conversationId={conversationId} readOnly={readOnly} /> : null}
    </section>
  );
}

const kindWords = { call: 'Call', viewing: 'Showing' } as const;

function stateWords({ state, startsAt, endsAt }: KnownAppointment): string {
  if (state === 'cancelled') return 'Cancelled';
  if (state === 'held') return 'Being booked';
  return Date.parse(endsAt ?? startsAt) < Date.now() ? 'Was booked' : 'Booked';
}

function Appointment(props: { conversationId: string; one: KnownAppointment; readOnly: boolean }) {
  const { conversationId, one, readOnly } = props;
  const run = useCommand();
  const [asking, setAsking] = useState(false);
  const ask = useFocusBack<HTMLButtonElement>(!asking);
  const [busy, setBusy] = useState(false);
  const stands = one.state === 'booked' && Date.parse(one.endsAt ?? one.startsAt) >= Date.now();

  async function cancel() {
    setBusy(true);
    await run('appointment-cancel', { conversationId, appointmentId: one.appointmentId });
    setBusy(false);
    setAsking(false);
  }
  return (
    <li className={`appointment ${one.state}`}>
      <p>
        <b>
          {one.kind ? kindWords[one.kind] : 'Appointment'}
          {one.with ? ` with ${one.with}` : ''}
        </b>{' '}
        <span className="rail-note">{stateWords(one)}</span>
      </p>
      <p>
        <time dateTime={one.startsAt} title={exactTime(one.startsAt)}>
          {meetingTime(one.startsAt, one.endsAt, one.zone)}
        </time>
      </p>
      {one.home ? <p className="appointment-home">{homeWords(one.home)}</p> : null}
      {readOnly || !stands ? null : asking ? (
        <p className="appointment-ask">
          <span className="rail-note">The visitor reads that it is cancelled.</span>
          <Button size="compact-xs" loading={busy} onClick={() => void cancel()}>
            Cancel it
          </Button>
          <Button size="compact-xs" variant="default" autoFocus onClick={() => setAsking(false)}>
            Keep it
          </Button>
        </p>
      ) : (
        <Button ref={ask} size="compact-xs" variant="default" onClick={() => setAsking(true)}>
          Cancel appointment
        </Button>
      )}
    </li>
  );
}

function Agreement({ conversationId, readOnly }: { conversationId: string; readOnly: boolean }) {
  const run = useCommand();
  const [busy, setBusy] = useState(false);
  async function sign() {
    setBusy(true);
    await run('slot-correct', { conversationId, slot: 'agreement', value: true });
    setBusy(false);
  }
  return (
    <div className="appointment">
      <p>The showing waits for a signed buyer agreement.</p>
      {readOnly ? null : (
        <Button size="compact-xs" variant="default" loading={busy} onClick={() => void sign()}>
          Mark agreement signed
        </Button>
      )}
    </div>
  );
}
