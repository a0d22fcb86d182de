import type { Entry, EntryData } from '../../../src/contract/log/entry.ts';
import type { MoreRows } from '../chatParts.ts';
import { fill, type Speech } from '../speech.ts';
import type { MoreRow, OfferRow } from '../talkRows.ts';
import { dayAndTime, zoneName } from './moments.ts';
import type { MoreWords } from './words/en.ts';

/** The state of a choice since the visitor pressed it. */
export interface SlotChoice {
  slotId: string;
  state: 'asking' | 'sent' | 'refused';
  trouble: string | null;
}

interface MoreSpeech {
  speech: Speech;
  words: MoreWords;
  /** By offerId. */
  slotChoices: ReadonlyMap<string, SlotChoice>;
}
type Appointment = Entry<'appointment-changed'>;

/** How long an appointment is taken to last where nobody says it. */
const usualMs = 30 * 60_000;

/** Homes, offered times and appointments as rows of the talk. Pure. */
export function moreRows(said: MoreSpeech): MoreRows {
  return {
    rowOf(entry, entries, now) {
      if (entry.type === 'listing-cards') return { kind: 'cards', key: entry.id, items: entry.data.items };
      if (entry.type === 'slots-offered') return offerRow(entry, entries, now, said);
      if (entry.type !== 'appointment-changed') return null;
      const isNewest = newestOf(entry.data.appointmentId, entries) === entry;
      // A time that was held and then booked is told once.
      if (entry.data.state === 'held' && !isNewest) return null;
      // A hold that was let go was never an appointment; the talk itself says what became of it.
      if (entry.data.state === 'cancelled' && wasHeld(entry, entries)) return null;
      const stands = isNewest && entry.data.state === 'booked' && !isClosed(entries);
      return (stands && visitRow(entry, now, said)) || noticeRow(entry, said);
    },
    // A visitor who has finished leaves with the appointments that they agreed on.
    closing: (entries, now) =>
      isClosed(entries)
        ? entries.flatMap((entry) => {
            const isBooked = entry.type === 'appointment-changed' && entry.data.state === 'booked';
            if (!isBooked || newestOf(entry.data.appointmentId, entries) !== entry) return [];
            const row = visitRow(entry, now, said);
            return row?.ahead ? [{ ...row, key: `visit:${row.key}` }] : [];
          })
        : [],
    passesAt(entries, now) {
      const last = lastOffer(entries);
      const closings = last?.type === 'slots-offered' ? last.data.slots.map(closingOf) : [];
      const next = Math.min(...closings.filter((at) => at > now.getTime()));
      return Number.isFinite(next) ? new Date(next) : null;
    },
  };
}

const isClosed = (entries: readonly Entry[]): boolean => {
  const last = entries.findLast((entry) => entry.type === 'conversation-changed');
  return last?.type === 'conversation-changed' && last.data.mode === 'closed';
};

const newestOf = (appointmentId: string, entries: readonly Entry[]) =>
  entries.findLast((entry) => entry.type === 'appointment-changed' && entry.data.appointmentId === appointmentId);

const wasHeld = (entry: Appointment, entries: readonly Entry[]): boolean => {
  const before = newestOf(entry.data.appointmentId, entries.slice(0, entries.indexOf(entry)));
  return before?.type === 'appointment-changed' && before.data.state === 'held';
};

const lastOffer = (entries: readonly Entry[]) =>
  entries.findLast((entry) => entry.type === 'slots-offered' || entry.type === 'appointment-changed');

function offerRow(
  entry: Entry<'slots-offered'>,
  entries: readonly Entry[],
  now: Date,
  { speech, slotChoices }: MoreSpeech,
): OfferRow {
  const { id, data } = entry;
  const { offerId, zone } = data;
  const choice = slotChoices.get(offerId);
  const taken = takenOf(id, data, entries);
  const gone = isClosed(entries) || lastOffer(entries) !== entry || Date.parse(data.expiresAt) <= now.getTime();
  const chosen = choice?.state === 'asking' || choice?.state === 'sent' ? choice.state : 'open';
  const first = data.slots[0];
  return {
    kind: 'offer',
    key: id,
    offerId,
    state: taken !== null ? 'taken' : gone ? 'gone' : chosen,
    slots: data.slots.map((slot) => ({
      slotId: slot.slotId,
      label: slotLabel(slot, zone, now, speech),
      chosen: taken === null ? choice?.slotId === slot.slotId && choice.state !== 'refused' : taken === slot.slotId,
      passed: closingOf(slot) <= now.getTime(),
    })),
    zone: zone === undefined || !first ? null : zoneName(speech, new Date(first.startsAt), zone),
    trouble: choice?.trouble ?? null,
  };
}

/** Lines of builds that told no zone have the clock at the home in the hub's own label; the day stands before it where it lacks it. */
function slotLabel(
  { startsAt, label }: EntryData<'slots-offered'>['slots'][number],
  zone: string | undefined,
  now: Date,
  speech: Speech,
): string {
  if (zone !== undefined) return dayAndTime(speech, new Date(startsAt), zone);
  const day = speech.day(new Date(startsAt), now);
  const said = label.toLowerCase().includes(day.toLowerCase()) || /\d/.test(label.replace(/\d{1,2}:\d\d/g, ''));
  return said ? label : `${day} · ${label}`;
}

/** Until when one of the times can be chosen, ms. */
const closingOf = ({ startsAt, closesAt = startsAt }: EntryData<'slots-offered'>['slots'][number]): number =>
  Date.parse(closesAt);

/** The slot of an offer that became an appointment before another offer came: which button it was is known after a reload too. */
function takenOf(id: string, { slots }: EntryData<'slots-offered'>, entries: readonly Entry[]): string | null {
  const from = entries.findIndex((entry) => entry.id === id) + 1;
  for (const entry of entries.slice(from)) {
    if (entry.type === 'slots-offered') return null;
    if (entry.type !== 'appointment-changed' || (entry.data.state !== 'held' && entry.data.state !== 'booked'))
      continue;
    const { startsAt } = entry.data;
    return slots.find((slot) => slot.startsAt === startsAt)?.slotId ?? null;
  }
  return null;
}

function visitRow(
  { id, data }: Appointment,
  now: Date,
  { speech }: MoreSpeech,
): Extract<MoreRow, { kind: 'visit' }> | null {
  if (data.startsAt === undefined) return null;
  const startsAt = Date.parse(data.startsAt);
  const at = new Date(startsAt);
  return {
    kind: 'visit',
    key: id,
    appointmentId: data.appointmentId,
    isCall: data.kind === 'call',
    startsAt,
    endsAt: data.endsAt === undefined ? startsAt + usualMs : Date.parse(data.endsAt),
    when: dayAndTime(speech, at, data.zone),
    zone: zoneName(speech, at, data.zone),
    home: data.home?.title ?? null,
    address: data.home?.address ?? null,
    with: data.with ?? null,
    ahead: startsAt > now.getTime(),
  };
}

function noticeRow({ id, data }: Appointment, { words, speech }: MoreSpeech): MoreRow {
  const { state, startsAt, kind, zone, home } = data;
  const isCall = kind === 'call';
  const sentence = {
    held: words.visitHeld,
    booked: isCall ? words.callBooked : words.visitBooked,
    cancelled: isCall ? words.callCancelled : words.visitCancelled,
    failed: isCall ? words.callFailed : words.visitFailed,
  }[state];
  const place = home === undefined ? '' : ` · ${home.address ?? home.title}`;
  const text =
    startsAt === undefined
      ? // Without a time the sentence ends before its colon.
        sentence.replace(/\s*[:：]\s*\{time\}$/, '')
      : `${fill(sentence, { time: dayAndTime(speech, new Date(startsAt), zone) })}${place}`;
  return { kind: 'notice', key: id, text };
}
