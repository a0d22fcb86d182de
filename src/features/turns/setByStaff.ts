import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import { wallTimeAt } from '../../kernel/zonedTime.ts';
import { isOf, preferred } from '../appointments/findTimes.ts';
import type { Appointment, AppointmentKind, SetTime } from '../appointments/model.ts';
import type { AppointmentStore, Calendar } from '../appointments/ports.ts';
import { bookedAheadMs, gridMinutes, holdForMs, remindersOf } from '../appointments/rules.ts';
import { whoMayTake } from '../appointments/timesForStaff.ts';
import { actorOf, type CommandRef } from '../conversations/actors.ts';
import { findConversation } from '../conversations/findConversation.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { Conversation } from '../conversations/model.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import { conflictOf } from '../conversations/speaker/conflictOf.ts';
import type { StaffScope } from '../identity/model.ts';
import type { HeldHomes } from '../listings/heldHomes.ts';
import { lineOf, setKeyOf } from './appointmentLines.ts';
import { type TellDeps, tellVisitor } from './tellVisitor.ts';

export interface SetDeps extends TellDeps {
  appointments: Pick<AppointmentStore, 'find' | 'hold' | 'book' | 'move'>;
  calendar: Calendar;
  conversations: Pick<ConversationStore, 'find'>;
  entries: TellDeps['entries'] & Pick<EntryStore, 'findOnce'>;
  appender: Pick<Appender, 'append'>;
  jobs: Pick<Jobs, 'schedule'>;
  timeZoneOf(tenantId: string): Promise<string>;
  homeOf: HeldHomes['homeOf'];
  clock: Clock;
}

interface Wanted {
  conversationId: string;
  /** ISO 8601. */
  startsAt: string;
  /** The person it is with; without it, whoever is free then: the owner of the conversation before others. */
  with?: string | undefined;
}
export interface Set {
  appointmentId: string;
  seq: number;
}

const taken = (): HubError => new HubError('CONFLICT', { says: 'That time has just been taken. Choose another one.' });

/**
 * The team books a time for the visitor: one of the calendar, or one of their own on the half hour. The visitor reads what was booked:
 * of Jorge, or while a person has the conversation in that person's words. Again after a crash it finishes what was begun.
 * @throws HubError `CONFLICT`, in words: somebody has that time, or the conversation is closed; `NOT_FOUND` for an unknown home;
 *   `VALIDATION_FAILED` for a time that has passed, is too far away or off the half hour, or a person who takes no appointments
 */
export async function bookByStaff(
  deps: SetDeps,
  scope: StaffScope,
  command: CommandRef,
  wanted: Wanted & { kind: AppointmentKind; listingId?: string | undefined },
): Promise<Set> {
  const { tenantId } = scope;
  const { kind, listingId } = wanted;
  const conversation = await openOf(deps, scope, wanted.conversationId);
  const id = idFrom('appointment', scope.principal.id, command.commandId);
  const known = await deps.appointments.find(tenantId, id);
  if (known?.state === 'booked') return tell(deps, scope, command, known);
  const now = deps.clock.now();
  const zone = await deps.timeZoneOf(tenantId);
  const home = listingId === undefined ? undefined : await homeToShow(deps, tenantId, listingId);
  const reached = { tenantId, conversationId: conversation.id, kind: 'appointment', about: id } as const;
  await deps.jobs.schedule({ ...reached, at: now + holdForMs });
  for (const time of await timesOf(deps, scope, conversation, { ...wanted, kind, zone })) {
    const held: Appointment = {
      ...{ id, tenantId, conversationId: conversation.id, kind, zone, ...time },
      ...{ state: 'held', heldUntil: now + holdForMs, reminders: [], createdAt: now },
      ...(home === undefined ? {} : { home }),
    };
    if (!(await deps.appointments.hold(held, now))) continue;
    const booked = await deps.appointments.book(tenantId, id, remindersOf(held, now));
    if (booked !== null) return tell(deps, scope, command, booked);
  }
  throw taken();
}

/**
 * The team gives an appointment that stands another time, or another person. It stays the same appointment; the visitor reads of it.
 * @throws HubError as `bookByStaff`; `CONFLICT` also for one that no longer stands or has begun, `NOT_FOUND` for another conversation's
 */
export async function moveByStaff(
  deps: SetDeps,
  scope: StaffScope,
  command: CommandRef,
  wanted: Wanted & { appointmentId: string },
): Promise<Set> {
  const { tenantId } = scope;
  const conversation = await openOf(deps, scope, wanted.conversationId);
  const before = await deps.appointments.find(tenantId, wanted.appointmentId);
  if (before === null || before.conversationId !== conversation.id) throw new HubError('NOT_FOUND');
  const now = deps.clock.now();
  if (before.state !== 'booked') throw new HubError('CONFLICT', { says: 'This appointment is no longer booked.' });
  const startsAt = Date.parse(wanted.startsAt);
  const stays = before.startsAt === startsAt && (wanted.with ?? before.agentId) === before.agentId;
  // Also where it was moved and not told: the writer of the line died in between.
  if (stays) return tell(deps, scope, command, before);
  if (before.startsAt <= now)
    throw new HubError('CONFLICT', { says: 'This appointment has started or is over. Book another one.' });
  const reached = { tenantId, conversationId: conversation.id, kind: 'appointment', about: before.id } as const;
  await deps.jobs.schedule({ ...reached, at: now + holdForMs });
  const { kind, zone } = before;
  for (const time of await timesOf(deps, scope, conversation, { ...wanted, kind, zone, before })) {
    const moved = await deps.appointments.move(tenantId, before.id, time, remindersOf({ ...time, zone }, now), now);
    if (moved === 'gone') throw new HubError('CONFLICT', { says: 'This appointment is no longer booked.' });
    if (moved !== 'taken') return tell(deps, scope, command, moved);
  }
  throw taken();
}

async function openOf(deps: SetDeps, scope: StaffScope, conversationId: string): Promise<Conversation> {
  const conversation = await findConversation(deps.conversations, scope, conversationId);
  if (conversation.mode === 'closed') throw conflictOf(scope, conversation);
  return conversation;
}

async function homeToShow(deps: SetDeps, tenantId: string, listingId: string) {
  const listing = await deps.homeOf(tenantId, listingId);
  if (listing === null) throw new HubError('NOT_FOUND', { field: 'listingId', says: 'That home isn’t on file.' });
  const { title, address } = listing;
  return { listingId, title, address };
}

/** The wanted time with each person who may have it, the one to be asked first before the others. */
async function timesOf(
  { calendar, clock }: SetDeps,
  scope: StaffScope,
  { owner }: Conversation,
  wanted: Wanted & { kind: AppointmentKind; zone: string; before?: Appointment },
): Promise<SetTime[]> {
  const startsAt = Date.parse(wanted.startsAt);
  const now = clock.now();
  const onGrid = startsAt % 60_000 === 0 && wallTimeAt(startsAt, wanted.zone).minute % gridMinutes === 0;
  if (startsAt <= now || startsAt > now + bookedAheadMs || !onGrid)
    throw new HubError('VALIDATION_FAILED', {
      field: 'startsAt',
      says: 'Choose a future time within a year, on the hour or half hour.',
    });
  const agents = await calendar.workingHours(scope.tenantId);
  const { lengthMs, restMs } = await calendar.rulesOf(scope.tenantId, wanted.kind);
  const endsAt = startsAt + lengthMs;
  const busyUntil = endsAt + restMs;
  const { id, name = '' } = scope.principal;
  const time = { startsAt, endsAt, busyUntil, setBy: { id, name } };
  if (wanted.with !== undefined) {
    const person = whoMayTake(scope, agents).find((one) => one.id === wanted.with);
    if (person === undefined)
      throw new HubError('VALIDATION_FAILED', { field: 'with', says: 'This person doesn’t take appointments.' });
    return [{ ...time, agentId: person.id, agentName: person.name }];
  }
  const { before } = wanted;
  const busy = (await calendar.busy(scope.tenantId, startsAt, busyUntil)).filter((one) => !isOf(before, one));
  const first = before?.agentId ?? owner?.id ?? id;
  return preferred(agents, busy, first)
    .filter(({ agentId }) => !busy.some((one) => one.agentId === agentId && one.endsAt > startsAt))
    .map(({ agentId, name: agentName }) => ({ ...time, agentId, agentName }));
}

/** The line that says so, once for each time that it was given, and the visitor is told. */
async function tell(deps: SetDeps, scope: StaffScope, command: CommandRef, booked: Appointment): Promise<Set> {
  const { id: appointmentId, tenantId, conversationId } = booked;
  const { entry } = await deps.appender.append(
    { tenantId, conversationId },
    {
      type: 'appointment-changed',
      data: lineOf(booked, 'booked'),
      actor: actorOf(scope),
      cause: { principalId: scope.principal.id, commandId: command.commandId },
      onceKey: setKeyOf(booked),
    },
  );
  await tellVisitor(deps, actorOf(scope), booked, 'booked');
  return { appointmentId, seq: entry.seq };
}
