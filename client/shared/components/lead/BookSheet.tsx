import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { homesShown } from '../../../../src/contract/appointmentLimits.ts';
import type { HomeToShow } from '../../../../src/contract/log/parts.ts';
import { homeWords } from '../../labels/names.ts';
import { meetingTime } from '../../labels/times.ts';
import type { KnownAppointment } from '../../state/appointmentsOf.ts';
import { useCommand } from '../Toast.tsx';
import { useAfter } from '../useAfter.ts';
import { useLoaded } from '../useLoaded.ts';
import { TimePicker } from './TimePicker.tsx';

export interface Booking {
  kind: 'call' | 'viewing';
  /** The appointment that gets another time; null: a new one. */
  moving: KnownAppointment | null;
}

interface BookSheetProps {
  conversationId: string;
  booking: Booking;
  /** The homes that the talk is about, the likeliest first. */
  homes: readonly HomeToShow[];
  onClose(): void;
}

const titles = { call: 'Book a call', viewing: 'Book a showing' } as const;
const movedTitles = { call: 'Reschedule the call', viewing: 'Reschedule the showing' } as const;

/** Books a call or a showing for the visitor, or gives one another time: the home, with whom, and when. */
export default function BookSheet(props: BookSheetProps) {
  const { kind, moving } = props.booking;
  return (
    <Modal opened onClose={props.onClose} title={(moving ? movedTitles : titles)[kind]} size="md">
      <BookForm {...props} />
    </Modal>
  );
}

function BookForm({ conversationId, booking: { kind, moving }, homes, onClose }: BookSheetProps) {
  const run = useCommand();
  const [who, setWho] = useState('');
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const [home, setHome] = useState<HomeToShow | null>(homes[0] ?? null);
  const [busy, setBusy] = useState(false);
  const late = useAfter(200);
  const times = useLoaded('GET /appointments/times', {
    query: { kind, ...(who ? { with: who } : {}), ...(moving ? { instead: moving.appointmentId } : {}) },
  });

  async function book(event: FormEvent) {
    event.preventDefault();
    if (busy || startsAt === null) return;
    setBusy(true);
    const wanted = { conversationId, startsAt, ...(who ? { with: who } : {}) };
    const done = moving
      ? await run('appointment-move', { ...wanted, appointmentId: moving.appointmentId })
      : await run('appointment-book', {
          ...wanted,
          kind,
          ...(kind === 'viewing' && home ? { listingId: home.listingId } : {}),
        });
    setBusy(false);
    if (done) return onClose();
    // Somebody may have taken it, so read the free times again.
    setStartsAt(null);
    times.reload();
  }

  if (times.refusal)
    return (
      <div className="book-form">
        <p role="alert">{times.refusal.message}</p>
        <Button variant="default" onClick={times.reload}>
          Try again
        </Button>
      </div>
    );
  const { data } = times;
  if (data === null)
    return late ? (
      <div className="skeleton book-form" aria-hidden="true">
        <i style={{ width: '70%' }} />
        <i style={{ width: '90%' }} />
        <i style={{ width: '60%' }} />
      </div>
    ) : (
      <div className="book-form" />
    );
  const at = data.items.find((one) => one.startsAt === startsAt);
  const agentId = who || (at?.with[0] ?? '');
  const name = data.people.find(({ id }) => id === agentId)?.name;
  const where = moving ? moving.home : kind === 'viewing' ? home : null;
  const endsAt = startsAt && new Date(Date.parse(startsAt) + data.minutes * 60_000).toISOString();
  return (
    <form className="book-form" onSubmit={(event) => void book(event)}>
      {kind === 'viewing' && !moving ? <HomePicker homes={homes} home={home} onHome={setHome} /> : null}
      <NativeSelect
        label="With"
        value={who}
        onChange={(event) => {
          setWho(event.currentTarget.value);
          setStartsAt(null);
        }}
        data={[
          { value: '', label: 'Anyone available' },
          ...data.people.map((person) => ({ value: person.id, label: person.name })),
        ]}
      />
      <TimePicker zone={data.zone} times={data.items} startsAt={startsAt} onTime={setStartsAt} />
      <p className="book-told" aria-live="polite">
        {startsAt && endsAt ? (
          <>
            <b>{meetingTime(startsAt, endsAt, data.zone)}</b>
            {name ? ` with ${name}` : ''}
            {where ? `, ${homeWords(where)}` : ''}. The visitor will see this in the chat.
          </>
        ) : (
          'Choose a time.'
        )}
      </p>
      <Button type="submit" size="sm" disabled={startsAt === null} loading={busy}>
        {moving ? 'Reschedule' : titles[kind]}
      </Button>
    </form>
  );
}

function HomePicker(props: {
  homes: readonly HomeToShow[];
  home: HomeToShow | null;
  onHome(home: HomeToShow | null): void;
}) {
  const { homes, home, onHome } = props;
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const { data } = useLoaded('GET /appointments/homes', { query: asked ? { text: asked } : {} });
  const inTalk = new Set(homes.map(({ listingId }) => listingId));
  const others = (data?.items ?? []).filter(({ listingId }) => !inTalk.has(listingId));
  const all = [...homes, ...others, ...(home === null ? [] : [home])];
  const option = (one: HomeToShow) => ({ value: one.listingId, label: homeWords(one) });
  const isChosenElsewhere = home !== null && ![...homes, ...others].some((one) => one.listingId === home.listingId);
  // A brokerage of few homes has them all in the list.
  const isLong = asked !== '' || others.length + homes.length >= homesShown;
  return (
    <>
      <NativeSelect
        label="Home"
        value={home?.listingId ?? ''}
        onChange={({ currentTarget }) => onHome(all.find(({ listingId }) => listingId === currentTarget.value) ?? null)}
        data={[
          ...(isChosenElsewhere ? [option(home)] : []),
          ...(homes.length > 0 ? [{ group: 'In this conversation', items: homes.map(option) }] : []),
          { group: asked ? `Results for “${asked}”` : 'For sale', items: others.map(option) },
          { value: '', label: 'A home that isn’t on file' },
        ]}
      />
      {isLong ? (
        <div className="book-find">
          <TextInput
            label="Find another home"
            placeholder="Street and number"
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              setAsked(text.trim());
            }}
          />
          <Button variant="default" size="sm" onClick={() => setAsked(text.trim())}>
            Find
          </Button>
        </div>
      ) : null}
    </>
  );
}
