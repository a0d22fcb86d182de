import type { Channel, Temperature } from '../../../contract/values.ts';
import { limits } from '../../../contract/values.ts';
import { fewAtOnce } from '../../../kernel/fewAtOnce.ts';
import type { Appointment } from '../../appointments/model.ts';
import type { AppointmentStore } from '../../appointments/ports.ts';
import { boardRowOf } from '../../conversations/board/boardRowOf.ts';
import type { BoardStore } from '../../conversations/board/ports.ts';
import type { Conversation } from '../../conversations/model.ts';
import type { EntryStore, LeadConversations } from '../../conversations/ports.ts';
import { noTalk, readLine } from '../dayFigures.ts';
import type { TalkSoFar } from '../model.ts';
import { isIn, type Period } from './periodOf.ts';

export interface ReportDeps {
  conversations: Pick<BoardStore, 'list'> & Pick<LeadConversations, 'listOfLead'>;
  entries: Pick<EntryStore, 'read'>;
  appointments: Pick<AppointmentStore, 'listBetween'>;
}

/** Conversations that are read for one report, and appointments; past it the report is not `complete`. */
export const mostTalks = 2_000;
export const mostAppointments = 2_000;
const talksPerPage = 500;
const pagesPerTalk = 50;
/** As many talks of a lead are looked at to find their first. */
const talksOfLead = 50;

/** The facts of one conversation that a report counts. */
export interface ReportTalk {
  leadId: string;
  channel: Channel;
  temperature: Temperature | null;
  talk: TalkSoFar;
  /** When Jorge first gave it to a person, or a person took it from Jorge. */
  handedAt: number | null;
  /** When the first conversation with this lead was opened. */
  leadSince: number;
}
export interface PeriodRead {
  talks: ReportTalk[];
  /** Those that were booked, by when they begin. */
  appointments: Appointment[];
  complete: boolean;
}

/** Reads what happened in a period and in the one before, from the logs. */
export async function readPeriod(deps: ReportDeps, tenantId: string, period: Period, now: number): Promise<PeriodRead> {
  const { rows, complete } = await rowsSince(deps.conversations, tenantId, { since: period.before.from, now });
  const talks = await fewAtOnce(
    rows.filter(({ createdAt }) => createdAt < period.until),
    (row) => readTalk(deps, tenantId, row, period),
  );
  // One is booked before it begins: appointments booked in the period begin after the period has begun.
  const between = { from: period.before.from, to: Number.MAX_SAFE_INTEGER, limit: mostAppointments };
  const appointments = await deps.appointments.listBetween(tenantId, between);
  return { talks, appointments, complete: complete && appointments.length < mostAppointments };
}

/** The rows of the board that something happened in since a time, the newest first. */
export async function rowsSince(
  conversations: Pick<BoardStore, 'list'>,
  tenantId: string,
  { since, now, closed }: { since?: number; now: number; closed?: boolean },
): Promise<{ rows: Conversation[]; complete: boolean }> {
  const rows: Conversation[] = [];
  let cursor: string | undefined;
  do {
    const page = await conversations.list(tenantId, {
      limit: talksPerPage,
      now,
      ...(since === undefined ? {} : { since }),
      ...(closed === undefined ? {} : { closed }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && rows.length < mostTalks);
  return { rows: rows.slice(0, mostTalks), complete: cursor === undefined && rows.length <= mostTalks };
}

async function readTalk(deps: ReportDeps, tenantId: string, row: Conversation, period: Period): Promise<ReportTalk> {
  const day = { date: period.days.from, from: period.from, until: period.until };
  let talk = noTalk;
  let handedAt: number | null = null;
  for (let page = 0; page < pagesPerTalk; page += 1) {
    const lines = await deps.entries.read(row.id, 'public', talk.seq + 1, Number.MAX_SAFE_INTEGER, limits.fetchEntries);
    for (const line of lines) {
      const next = readLine(talk, line, day);
      const isHanded = talk.mode === 'bot' && (next.mode === 'waiting' || next.mode === 'human');
      if (isHanded) handedAt ??= Date.parse(line.at);
      talk = next;
    }
    if (lines.length < limits.fetchEntries) break;
  }
  const isCounted = isIn(talk.begunAt, period) || isIn(talk.begunAt, period.before);
  const of = isCounted ? await deps.conversations.listOfLead(tenantId, row.leadId, talksOfLead) : [];
  const leadSince = of.length < talksOfLead ? Math.min(row.createdAt, ...of.map(({ createdAt }) => createdAt)) : 0;
  const { channel, leadId } = row;
  return { leadId, channel, temperature: boardRowOf(row).temperature ?? null, talk, handedAt, leadSince };
}
