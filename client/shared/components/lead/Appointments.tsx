import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { HomeToShow, Slot } from '../../../../src/contract/log/parts.ts';
import type { KnownAppointment } from '../../state/appointmentsOf.ts';
import { useCommand } from '../Toast.tsx';
import { Appointment } from './Appointment.tsx';
import type { Booking } from './BookSheet.tsx';

/** Loaded when somebody books. */
const BookSheet = lazy(() => import('./BookSheet.tsx'));

interface AppointmentsProps {
  conversationId: string;
  appointments: readonly KnownAppointment[];
  slots: Readonly<Record<string, Slot>>;
  /** The homes that the talk is about, the likeliest first. */
  homes?: readonly HomeToShow[];
  /** Nothing can be changed. */
  readOnly?: boolean;
  /** The talk is over: nothing is booked in it anymore. */
  closed?: boolean;
}

/** True while a showing waits for a signature that only the team can see. */
const waitsForAgreement = (slots: AppointmentsProps['slots']): boolean =>
  slots.agreement !== undefined && slots.agreement.value !== true && slots.showing?.value !== 'unrepresented';

/** The appointments of the visitor, and the ways to book, move and cancel one. */
export function Appointments({
  conversationId,
  appointments,
  slots,
  homes = [],
  readOnly = false,
  closed = false,
}: AppointmentsProps) {
  const [booking, setBooking] = useState<Booking | null>(null);
  return (
    <section className="rail-section">
      <header>
        <h2>{appointments.length > 1 ? 'Appointments' : 'Appointment'}</h2>
      </header>
      {appointments.length > 0 ? (
        <ul className="appointments">
          {appointments.map((one) => (
            <Appointment
              key={one.appointmentId}
              conversationId={conversationId}
              one={one}
              readOnly={readOnly}
              closed={closed}
              onMove={() => setBooking({ kind: one.kind ?? 'call', moving: one })}
            />
          ))}
        </ul>
      ) : (
        <p className="rail-nothing">Nothing booked.</p>
      )}
      {waitsForAgreement(slots) ? <Agreement conversationId={conversationId} readOnly={readOnly} /> : null}
      {readOnly || closed ? null : (
        <p className="appointment-ask appointment-book">
          <Button size="compact-xs" variant="default" onClick={() => setBooking({ kind: 'viewing', moving: null })}>
            Book a showing
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setBooking({ kind: 'call', moving: null })}>
            Book a call
          </Button>
        </p>
      )}
      {booking === null ? null : (
        <Suspense>
          <BookSheet conversationId={conversationId} booking={booking} homes={homes} onClose={() => setBooking(null)} />
        </Suspense>
      )}
    </section>
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
      <p>The showing is on hold until the buyer agreement is signed.</p>
      {readOnly ? null : (
        <Button size="compact-xs" variant="default" loading={busy} onClick={() => void sign()}>
          Mark agreement signed
        </Button>
      )}
    </div>
  );
}
