import type { Entry } from '../../../contract/log/entry.ts';
import type { LeadAnswer } from '../../../contract/rest/leads.ts';
import type { RecordName } from '../../../contract/vocabulary.ts';
import type { Appointment } from '../../appointments/model.ts';
import type { AppointmentStore } from '../../appointments/ports.ts';
import { isErased } from '../../conversations/log/withoutWords.ts';
import type { Conversation } from '../../conversations/model.ts';
import type { EntryStore } from '../../conversations/ports.ts';
import type { StaffScope } from '../../identity/model.ts';
import { type ReadLeadDeps, readLead, talksOfPerson } from '../../profiles/readLead.ts';
import type { TeamTask } from '../../tasks/model.ts';
import type { TaskStore } from '../../tasks/ports.ts';

export interface LeadReportDeps extends ReadLeadDeps {
  entries: Pick<EntryStore, 'newestOf' | 'listOf'>;
  appointments: Pick<AppointmentStore, 'listBetween'>;
  tasks: Pick<TaskStore, 'list'>;
}

/** Everything that a lead summary rests on. */
export interface LeadRead {
  /** Without what was learned in none of `talks`: only what rests on them is deleted with their words. */
  lead: LeadAnswer;
  /** Of the newest 50 those whose words were not deleted, the one spoken in last first. */
  talks: Conversation[];
  appointments: Appointment[];
  /** Open ones, by when they are due. */
  tasks: TeamTask[];
  /** What Jorge would still ask, in the order of asking. */
  missing: RecordName[];
  /** Of the newest talks: the newest lines of the types that a summary cites, each type oldest first. */
  lines: Entry[];
}

const mostAppointments = 200;
const mostTasks = 50;
const talksCited = 5;
/** Types of lines that a summary cites, and how many of each are read of a talk. */
const linesCited = [
  ['message-created', 50],
  ['appointment-changed', 20],
  ['appointment-noted', 20],
  ['alert-raised', 50],
  ['score-changed', 1],
  ['qualification-changed', 1],
] as const satisfies [Entry['type'], number][];
const ever = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** @throws HubError NOT_FOUND */
export async function readLeadReport(deps: LeadReportDeps, scope: StaffScope, leadId: string): Promise<LeadRead> {
  const { tenantId } = scope;
  const found = await readLead(deps, scope, leadId);
  const talks = (await talksOfPerson(deps, tenantId, leadId)).filter((talk) => !isErased(talk));
  const conversationIds = talks.map(({ id }) => id);
  const newest = talks[0];
  const { name, ...nameless } = found;
  const fields = Object.entries(found.fields).filter(([, field]) => conversationIds.includes(field.conversationId));
  const isKnown = name !== undefined && newest !== undefined;
  const lead: LeadAnswer = { ...nameless, ...(isKnown ? { name } : {}), fields: Object.fromEntries(fields) };
  const cited = talks.slice(0, talksCited).flatMap(({ id }) => linesCited.map(([type, most]) => ({ id, type, most })));
  const [appointments, tasks, learned, lines] = await Promise.all([
    deps.appointments.listBetween(tenantId, { ...ever, conversationIds, limit: mostAppointments }),
    deps.tasks.list(tenantId, { ...ever, done: false, conversationIds, limit: mostTasks }),
    newest === undefined ? null : deps.entries.newestOf(newest.id, 'qualification-changed'),
    Promise.all(cited.map(({ id, type, most }) => deps.entries.listOf(id, type, most))),
  ]);
  const missing = learned?.type === 'qualification-changed' ? learned.data.missing : [];
  return { lead, talks, appointments, tasks, missing, lines: lines.flat() };
}
