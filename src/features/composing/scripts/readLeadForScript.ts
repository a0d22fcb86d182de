import type { Preference } from '../../../contract/rest/preferences.ts';
import type { ScriptChannel, ScriptKind } from '../../../contract/scriptKinds.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import { timeLabel } from '../../../kernel/timeLabel.ts';
import type { Appointment } from '../../appointments/model.ts';
import type { AppointmentStore } from '../../appointments/ports.ts';
import type { LeadConversations } from '../../conversations/ports.ts';
import type { ListingFacts } from '../../packs/model.ts';
import type { PersonParts } from '../../profiles/keepRecords.ts';
import { mayReach } from '../../profiles/mayReach.ts';
import { nameOf, personOf } from '../../profiles/person.ts';
import { talksOfMembers, unrecorded } from '../../profiles/readLead.ts';
import type { Language } from '../../reading/model.ts';
import type { ScriptFacts } from './model.ts';

/** The parts of a talk that a script needs. */
export interface ScriptTalk {
  language: Language;
  leadName: string | null;
  now: string;
  /** The home of the page it began on. */
  listing: ListingFacts | null;
  lines: readonly { who: 'lead' | 'agent' | 'bot'; text: string }[];
  /** What they prefer, also where it may not be used. */
  prefers: readonly Preference[];
}

export interface ReadLeadDeps extends PersonParts {
  conversations: Pick<LeadConversations, 'listOfLead'>;
  appointments: Pick<AppointmentStore, 'findNext' | 'listBetween'>;
  /** Null where there is nothing to read (anymore). */
  readTalk(tenantId: string, conversationId: string): Promise<ScriptTalk | null>;
  clock: Clock;
}

export interface LeadForScript extends Pick<ScriptTalk, 'lines' | 'prefers'> {
  language: Language;
  name: string | null;
  now: string;
  home: ListingFacts | null;
  /** Their newest talk; null where there is none. */
  conversationId: string | null;
  /** They agreed to be reached by this channel. */
  isAgreed: boolean;
  facts: Pick<ScriptFacts, 'first' | 'home' | 'area' | 'meeting' | 'time' | 'host'>;
}

const optedOut: Readonly<Record<ScriptChannel, string>> = {
  call: 'This person asked not to be called, so there is no script for a call.',
  text: 'This person asked not to be texted, so there is no script for a text.',
  email: 'This person asked for no emails, so there is no script for an email.',
};
const linesRead = 30;
const showingsRead = 50;
const showingsBackMs = 90 * 86_400_000;

/**
 * Reads the facts that a script may use about a lead: their name, the home, where they look, and the appointment to confirm.
 * @throws HubError `NOT_FOUND`; `SUPPRESSED_CONTACT`: they opted out of the channel; `CONFLICT`: nothing to confirm
 */
export async function readLeadForScript(
  deps: ReadLeadDeps,
  tenantId: string,
  leadId: string,
  { kind, channel, wished }: { kind: ScriptKind; channel: ScriptChannel; wished?: Language | undefined },
): Promise<LeadForScript> {
  const person =
    (await personOf(deps.leads, tenantId, leadId)) ?? (await unrecorded(deps.conversations, tenantId, leadId));
  if (person === null) throw new HubError('NOT_FOUND', { field: 'leadId' });
  const reach = await mayReach(deps, tenantId, leadId, channel);
  if (reach === 'suppressed') throw new HubError('SUPPRESSED_CONTACT', { field: 'channel', says: optedOut[channel] });
  const talks = await talksOfMembers(deps, tenantId, person.members);
  const [newest] = talks;
  const talk = newest === undefined ? null : await deps.readTalk(tenantId, newest.id);
  const language = wished ?? talk?.language ?? 'en';
  const name = talk?.leadName ?? nameOf(person.members);
  const ids = talks.map(({ id }) => id);
  const known = { first: firstName(name), area: plain(newest?.board.wants?.area) };
  const read = {
    language,
    name,
    now: talk?.now ?? '',
    home: talk?.listing ?? null,
    lines: (talk?.lines ?? []).slice(-linesRead),
    prefers: talk?.prefers ?? [],
    conversationId: newest?.id ?? null,
    isAgreed: reach === 'yes',
  };
  if (kind === 'appointment-confirmation') {
    const next = await deps.appointments.findNext(tenantId, ids, deps.clock.now());
    if (next === null) throw new HubError('CONFLICT', { says: 'This lead has no coming appointment to confirm.' });
    const time = timeLabel(next.startsAt, next.zone, language);
    return { ...read, facts: present({ ...known, meeting: meetingOf(next, language), time, host: next.agentName }) };
  }
  // Of a home they were shown nothing is said that the calendar doesn't have; the page they came from may be another.
  const home = kind === 'showing-follow-up' ? await lastShown(deps, tenantId, ids) : read.home;
  return { ...read, facts: present({ ...known, home: home == null ? undefined : calledOf(home) }) };
}

async function lastShown(
  { appointments, clock }: ReadLeadDeps,
  tenantId: string,
  conversationIds: readonly string[],
): Promise<Appointment['home']> {
  const now = clock.now();
  const past = await appointments.listBetween(tenantId, {
    ...{ from: now - showingsBackMs, to: now, conversationIds, limit: showingsRead },
  });
  return past.findLast(
    ({ kind, state, outcome }) => kind === 'viewing' && state === 'booked' && (outcome ?? 'kept') === 'kept',
  )?.home;
}

function meetingOf({ kind, home }: Appointment, language: Language): string {
  const isSpanish = language === 'es';
  if (kind === 'call') return isSpanish ? 'nuestra llamada' : 'our call';
  if (home === undefined) return isSpanish ? 'su visita' : 'your showing';
  return isSpanish ? `la visita a ${calledOf(home)}` : `the showing at ${calledOf(home)}`;
}

/** A home as people speak of it: by its street, else by its title. */
const calledOf = ({ title, address }: Pick<ListingFacts, 'title'> & { address?: string | undefined }): string =>
  address?.split(',')[0]?.trim() || title;

const mostNames = 4;
/** A first name as people have one; a script says no other words that somebody gave for a name. */
const firstName = (name: string | null): string | undefined => {
  const words = (name ?? '').trim().split(/\s+/);
  const isName = words.length <= mostNames && words.every((word) => /^\p{L}[\p{L}'’-]{0,24}\.?$/u.test(word));
  const [first = ''] = words;
  return isName && first.length > 1 ? first : undefined;
};
/** The name of a place, and no sentence. */
const plain = (area: string | undefined): string | undefined =>
  area !== undefined && /^[\p{L}\d][\p{L}\d .,'’-]{1,40}$/u.test(area) ? area : undefined;

const present = (
  facts: {
    [name in keyof LeadForScript['facts']]: string | undefined;
  },
): LeadForScript['facts'] =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as LeadForScript['facts'];
