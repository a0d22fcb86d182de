import type { AppointmentRow, AppointmentsAnswer } from '../../contract/rest/appointments.ts';
import type { BoardRow } from '../../contract/socket/board.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import type { Appointment } from './model.ts';
import type { AppointmentStore } from './ports.ts';

const dayMs = 86_400_000;
const daysShown = 31;
const atOnce = 100;
const farAhead = Number.MAX_SAFE_INTEGER;

export interface ListAppointmentsDeps {
  appointments: Pick<AppointmentStore, 'listBetween'>;
  /** The row of a conversation; null where there is none. */
  rowOf(
    tenantId: string,
    conversationId: string,
  ): Promise<Pick<BoardRow, 'lead' | 'listingTitle' | 'startedAt'> | null>;
  /** The conversations of a lead. */
  talksOf(tenantId: string, leadId: string): Promise<{ id: string }[]>;
  timeZoneOf(tenantId: string): Promise<string>;
  clock: Clock;
}

/**
 * The appointments of the brokerage by when they begin, canceled ones too, a page at a time; without `from` those to come, without
 * `to` those of a month; of one lead all, where neither is given.
 * @throws HubError `VALIDATION_FAILED` for a cursor that was never given
 */
export async function listAppointments(
  { appointments, rowOf, talksOf, timeZoneOf, clock }: ListAppointmentsDeps,
  { tenantId }: StaffScope,
  query: {
    from?: string | undefined;
    to?: string | undefined;
    userId?: string | undefined;
    leadId?: string | undefined;
    limit?: number | undefined;
    cursor?: string | undefined;
  },
): Promise<AppointmentsAnswer> {
  const { limit = atOnce, userId: agentId, leadId } = query;
  const from = query.from !== undefined ? Date.parse(query.from) : leadId === undefined ? clock.now() : 0;
  const to = query.to !== undefined ? Date.parse(query.to) : from === 0 ? farAhead : from + daysShown * dayMs;
  const conversationIds = leadId === undefined ? undefined : (await talksOf(tenantId, leadId)).map(({ id }) => id);
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const found = await appointments.listBetween(tenantId, {
    from,
    to,
    agentId,
    conversationIds,
    after,
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const rows = await rowsOfTalks({ rowOf }, tenantId, shown);
  const last = shown.at(-1);
  return {
    zone: await timeZoneOf(tenantId),
    items: shown.flatMap((one) => {
      const row = rows.get(one.conversationId);
      return row ? [rowFrom(one, row)] : [];
    }),
    ...(found.length > limit && last ? { nextCursor: `${last.startsAt}.${last.id}` } : {}),
  };
}

function readCursor(cursor: string): { startsAt: number; id: string } {
  const match = /^(\d{1,15})\.([\w-]{1,64})$/.exec(cursor);
  if (!match) throw new HubError('VALIDATION_FAILED', { field: 'cursor' });
  return { startsAt: Number(match[1]), id: match[2] as string };
}

/** The rows of the conversations of some appointments, by their ids; null where there is none. */
export const rowsOfTalks = async (
  { rowOf }: Pick<ListAppointmentsDeps, 'rowOf'>,
  tenantId: string,
  appointments: readonly Appointment[],
) =>
  new Map(
    await fewAtOnce([...new Set(appointments.map(({ conversationId }) => conversationId))], async (id) => {
      return [id, await rowOf(tenantId, id)] as const;
    }),
  );

export const rowFrom = (
  one: Appointment,
  { lead, listingTitle, startedAt }: Pick<BoardRow, 'lead' | 'listingTitle' | 'startedAt'>,
): AppointmentRow => ({
  appointmentId: one.id,
  conversationId: one.conversationId,
  lead,
  ...(listingTitle === undefined ? {} : { listingTitle }),
  ...(startedAt === undefined ? {} : { startedAt }),
  kind: one.kind,
  state: one.state === 'cancelled' ? 'cancelled' : 'booked',
  startsAt: isoOf(one.startsAt),
  endsAt: isoOf(one.endsAt),
  zone: one.zone,
  with: { id: one.agentId, name: one.agentName },
  ...(one.home === undefined ? {} : { home: one.home }),
  ...(one.setBy === undefined ? {} : { setBy: one.setBy }),
  ...(one.movedFrom === undefined ? {} : { movedFrom: isoOf(one.movedFrom) }),
  ...(one.outcome === undefined ? {} : { outcome: one.outcome }),
  ...(one.note === undefined ? {} : { note: one.note }),
});
