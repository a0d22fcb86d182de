import type { Entry } from '../../../contract/log/entry.ts';
import type { LogKind } from '../../../contract/log/logs.ts';
import type { InterventionAnswer } from '../../../contract/rest/interventions.ts';
import type { NarrativeAnswer } from '../../../contract/rest/narratives.ts';
import type {
  ExportedConversation,
  ExportedTask,
  KnownAs,
  PersonExportAnswer,
} from '../../../contract/rest/personExport.ts';
import type { Report } from '../../../contract/rest/reports.ts';
import type { TurnAnswer } from '../../../contract/rest/turns.ts';
import { limits } from '../../../contract/values.ts';
import { isoOf } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import { type Limit, type RateLimits, refuseFor } from '../../../kernel/rateLimits.ts';
import { readPages } from '../../../kernel/readPages.ts';
import { rowFrom } from '../../appointments/listAppointments.ts';
import type { AppointmentStore } from '../../appointments/ports.ts';
import type { Block } from '../../blocks/model.ts';
import type { BlockStore } from '../../blocks/ports.ts';
import { leadRefOf } from '../../conversations/board/boardRowOf.ts';
import { entryForStaff } from '../../conversations/log/entryForStaff.ts';
import { isErased } from '../../conversations/log/withoutWords.ts';
import type { Conversation } from '../../conversations/model.ts';
import type { LeadConversations } from '../../conversations/ports.ts';
import { type AuditStore, type ConversationStore, type EntryStore, idsPage } from '../../conversations/ports.ts';
import type { StaffScope } from '../../identity/model.ts';
import { type InsightDeps, readInsight } from '../../insight/readings/readInsight.ts';
import type { Unanswered } from '../../knowledge/model.ts';
import type { KnowledgeStore } from '../../knowledge/ports.ts';
import { eachMember } from '../../profiles/person.ts';
import { type ReadHomesDeps, readHomes } from '../../profiles/readHomes.ts';
import { type ReadLeadDeps, readLead, talksOfPerson } from '../../profiles/readLead.ts';
import type { TaskStore } from '../../tasks/ports.ts';
import type { NarrativeStore } from '../narratives/ports.ts';
import { answerOf, type NarrativeDeps } from '../narratives/writeNarrative.ts';
import { reportOf } from '../reports/makeReport.ts';
import type { ReportStore } from '../reports/ports.ts';
import { writingsPage } from '../writingsPage.ts';

export interface ExportDeps
  extends ReadLeadDeps,
    Omit<ReadHomesDeps, 'leads'>,
    InsightDeps,
    Pick<NarrativeDeps, 'seal'> {
  conversations: LeadConversations & Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'read'>;
  appointments: Pick<AppointmentStore, 'listBetween'>;
  tasks: Pick<TaskStore, 'list'>;
  blocks: Pick<BlockStore, 'list'>;
  knowledge: Pick<KnowledgeStore, 'listUnanswered'>;
  narratives: Pick<NarrativeStore, 'ofLead'>;
  reports: Pick<ReportStore, 'ofLead'>;
  audit: Pick<AuditStore, 'add'>;
  rateLimits: RateLimits;
  /** The follow-ups proposed for a lead who went silent. */
  interventionsOf(tenantId: string, leadId: string): AsyncIterable<InterventionAnswer>;
  /** Jorge's turns in a conversation, the oldest first. */
  turnsOf(conversationId: string): AsyncIterable<TurnAnswer>;
}

/** All that is held of a person, read while it is written out: never more than a page of it at once. */
export interface PersonExport {
  exportedAt: string;
  person: PersonExportAnswer['person'];
  insight: PersonExportAnswer['insight'];
  homesViewed: PersonExportAnswer['homesViewed'];
  knownAs(): AsyncIterable<KnownAs>;
  conversations(): AsyncIterable<ConversationExport>;
  narratives(): AsyncIterable<NarrativeAnswer>;
  reports(): AsyncIterable<Report>;
  interventions(): AsyncIterable<InterventionAnswer>;
}
export interface ConversationExport {
  head: Omit<ExportedConversation, 'public' | 'internal' | 'appointments' | 'tasks' | 'turns'>;
  appointments(): AsyncIterable<ExportedConversation['appointments'][number]>;
  tasks(): AsyncIterable<ExportedTask>;
  entries(log: LogKind): AsyncIterable<Entry>;
  turns(): AsyncIterable<TurnAnswer>;
}

/** An export reads all there is of somebody. */
const perPerson: Limit = { name: 'person-exports', points: 30, perMs: 3_600_000 };
const pageSize = 100;

/**
 * Everything the hub holds of the person behind a record. That it was read is on record before any of it leaves. For a person of the
 * team identity numbers stand as they were written; an API key gets them as dots, for no person is on record then.
 * @throws HubError `FORBIDDEN` for agents, `NOT_FOUND`
 */
export async function exportPerson(deps: ExportDeps, scope: StaffScope, leadId: string): Promise<PersonExport> {
  const { tenantId, principal } = scope;
  if (principal.role === 'agent') throw new HubError('FORBIDDEN');
  const { conversations: _, ...person } = await readLead(deps, scope, leadId);
  refuseFor(await deps.rateLimits.take(perPerson, principal.id));
  const at = deps.clock.now();
  const reason = `lead ${person.id}`;
  await deps.audit.add({
    tenantId,
    at,
    principalId: principal.id,
    action: 'person-export',
    conversationId: null,
    reason,
  });
  const exportedAt = isoOf(at);
  const talks = await talksOfPerson(deps, tenantId, leadId);
  if (talks.length > 0 && talks.every(isErased) && Object.keys(person.fields).length === 0) {
    const nothing = async function* () {};
    const { id, consents, suppressions, deletionRequests } = person;
    return {
      exportedAt,
      person: { id, deleted: true, consents, suppressions, deletionRequests },
      ...{
        insight: null,
        homesViewed: [],
        knownAs: nothing,
        conversations: nothing,
        narratives: nothing,
        reports: nothing,
      },
      interventions: nothing,
    };
  }
  const shown = principal.kind === 'staff' ? (entry: Entry) => entry : entryForStaff;
  const kept: Kept = {
    blocks: await deps.blocks.list(tenantId, at),
    questions: await deps.knowledge.listUnanswered(tenantId),
  };
  return {
    exportedAt,
    person,
    insight: await readInsight(deps, scope, person.id),
    homesViewed: await readHomes(deps, scope, person.id),
    async *knownAs() {
      for await (const { id, createdAt, visitorId, identity, noRecordingAt, notAdapted } of eachMember(
        deps.leads,
        tenantId,
        person.id,
      ))
        yield {
          ...{ id, createdAt: isoOf(createdAt) },
          ...(visitorId === undefined ? {} : { visitorId }),
          ...(identity === null ? {} : { vouchedId: identity }),
          ...(noRecordingAt === null ? {} : { noRecordingSince: isoOf(noRecordingAt) }),
          ...(notAdapted === null ? {} : { notAdaptedSince: isoOf(notAdapted.at) }),
        };
    },
    async *conversations() {
      for await (const id of memberIds(deps, tenantId, person.id))
        for await (const talk of readPages(idsPage, (after) => deps.conversations.pageOfLead(tenantId, id, after))) {
          const conversation = await deps.conversations.find(tenantId, talk.id);
          if (conversation !== null && !isErased(conversation)) yield exportTalk(deps, conversation, { shown, kept });
        }
    },
    async *narratives() {
      for await (const id of memberIds(deps, tenantId, person.id))
        for await (const kept of readPages(writingsPage, (after) => deps.narratives.ofLead(tenantId, id, at, after))) {
          const answer = answerOf(deps, kept, true);
          if (answer !== null) yield answer;
        }
    },
    async *reports() {
      for await (const id of memberIds(deps, tenantId, person.id))
        for await (const kept of readPages(writingsPage, (after) => deps.reports.ofLead(tenantId, id, after)))
          yield reportOf(kept);
    },
    async *interventions() {
      for await (const id of memberIds(deps, tenantId, person.id)) yield* deps.interventionsOf(tenantId, id);
    },
  };
}

/** The ids of the person's records; of a visitor who has none, the one that their talks go by. */
async function* memberIds({ leads }: Pick<ExportDeps, 'leads'>, tenantId: string, personId: string) {
  if ((await leads.find(tenantId, personId)) === null) yield personId;
  for await (const { id } of eachMember(leads, tenantId, personId)) yield id;
}

/** Two short lists of the brokerage, of which few lines are about anybody. */
interface Kept {
  blocks: readonly Block[];
  questions: readonly Unanswered[];
}

function exportTalk(
  deps: ExportDeps,
  conversation: Conversation,
  { shown, kept }: { shown(entry: Entry): Entry; kept: Kept },
): ConversationExport {
  const { id, tenantId, channel, createdAt, mode, language, page, contact, address } = conversation;
  const conversationIds = [id];
  const always = { from: 0, to: Number.MAX_SAFE_INTEGER, conversationIds, limit: pageSize };
  return {
    head: {
      ...{ conversationId: id, channel, startedAt: isoOf(createdAt), mode, language },
      ...(page === undefined ? {} : { page: { url: page.url, ...(page.title ? { title: page.title } : {}) } }),
      ...(contact ? { contact } : {}),
      ...(address ? { network: address.shown } : {}),
      blocks: kept.blocks
        .filter(({ conversationId }) => conversationId === id)
        .map(({ kind, shown: whom, reason, by, at, until }) => ({
          ...{ kind, shown: whom, reason, by, at: isoOf(at), until: until === null ? null : isoOf(until) },
        })),
      unansweredQuestions: kept.questions
        .filter(({ conversationId }) => conversationId === id)
        .map(({ question, at }) => ({ question, at: isoOf(at) })),
    },
    async *appointments() {
      for (let after: { startsAt: number; id: string } | undefined; ; ) {
        const found = await deps.appointments.listBetween(tenantId, { ...always, after });
        for (const one of found) {
          const { lead: _, conversationId: __, ...row } = rowFrom(one, { lead: leadRefOf(conversation) });
          yield row;
        }
        after = found.at(-1);
        if (found.length < pageSize || after === undefined) return;
      }
    },
    async *tasks() {
      for (const isDone of [false, true])
        for (let after: { dueAt: number; id: string } | undefined; ; ) {
          const found = await deps.tasks.list(tenantId, { ...always, done: isDone, after });
          for (const { text, dueAt, owner, by, createdAt: made, done } of found)
            yield {
              ...{ text, dueAt: isoOf(dueAt), owner, by, createdAt: isoOf(made) },
              ...(done === null ? {} : { done: { at: isoOf(done.at), by: done.by } }),
            };
          after = found.at(-1);
          if (found.length < pageSize || after === undefined) break;
        }
    },
    async *entries(log) {
      const size = limits.fetchEntries;
      for (let from = 1; ; from += size) {
        const found = await deps.entries.read(id, log, from, from + size - 1, size);
        for (const entry of found) yield shown(withoutColleagues(entry));
        if (found.length < size) return;
      }
    },
    turns: () => deps.turnsOf(id),
  };
}

/** How much the rest of the team has to do is nothing about the person. */
function withoutColleagues(entry: Entry): Entry {
  if (entry.type !== 'assignment-changed') return entry;
  const { candidates: _, ...data } = entry.data;
  return { ...entry, data };
}
