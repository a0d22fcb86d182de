import type { LogKind } from '../../contract/log/logs.ts';
import { limits } from '../../contract/values.ts';
import type { AppointmentStore } from '../appointments/ports.ts';
import type { BlockStore } from '../blocks/ports.ts';
import type { CallStore } from '../calls/ports.ts';
import type { ReportStore } from '../composing/reports/ports.ts';
import { systemActor } from '../conversations/actors.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import { withoutWords } from '../conversations/log/withoutWords.ts';
import type { AuditStore, ConversationStore, EntryStore } from '../conversations/ports.ts';
import type { SpeakerStore } from '../conversations/speaker/ports.ts';
import type { ExperimentStore } from '../experiments/ports.ts';
import type { FileStore } from '../files/ports.ts';
import type { InterventionStore } from '../interventions/ports.ts';
import type { KnowledgeStore } from '../knowledge/ports.ts';
import type { NotificationStore } from '../notifications/ports.ts';
import { isFindable, nameLine } from '../search/indexEntry.ts';
import type { IndexedLine } from '../search/model.ts';
import type { SearchStore } from '../search/ports.ts';
import type { StreamLog } from '../streams/ports.ts';
import type { TaskStore } from '../tasks/ports.ts';
import { lineOf } from './appointmentLines.ts';
import type { TurnStore } from './ports.ts';

interface EraseDeps {
  conversations: Pick<ConversationStore, 'erasePage'> & Pick<SpeakerStore, 'changeSpeaker'>;
  entries: Pick<EntryStore, 'read' | 'newestOf' | 'rewrite' | 'settleOwed'>;
  appender: Pick<Appender, 'append'>;
  turns: Pick<TurnStore, 'remove'>;
  search: Pick<SearchStore, 'erase'>;
  appointments: Pick<AppointmentStore, 'find' | 'release' | 'eraseNotes'>;
  blocks: Pick<BlockStore, 'eraseReasons'>;
  audit: Pick<AuditStore, 'eraseReasons'>;
  files: Pick<FileStore, 'removeOf'>;
  streamLog: Pick<StreamLog, 'forget'>;
  knowledge: Pick<KnowledgeStore, 'eraseUnanswered'>;
  tasks: Pick<TaskStore, 'erase'>;
  calls: Pick<CallStore, 'erase'>;
  notifications: Pick<NotificationStore, 'erase'>;
  reports: Pick<ReportStore, 'erase'>;
  experiments: Pick<ExperimentStore, 'erase'>;
  interventions: Pick<InterventionStore, 'erase'>;
}

const open = ['bot', 'waiting', 'human'] as const;

/**
 * Deletes what was said and learned in a conversation, and keeps its logs gapless: it is closed, its appointments are called off,
 * nobody writes into it any more, its lines keep their numbers without words, its files are removed, the bot forgets it, no search and
 * no stream has it and no board shows it. Each step may be repeated, so a run that was cut off is finished by the next. How many lines
 * had words.
 */
export async function eraseConversation(deps: EraseDeps, tenantId: string, conversationId: string): Promise<number> {
  const { conversations, appender } = deps;
  const place = { tenantId, conversationId };
  const closed = { mode: 'closed', pausedUntil: null, unanswered: null } as const;
  // First the fence: words that the bot is just saying are refused from here on.
  const changed = await conversations.changeSpeaker(tenantId, conversationId, closed, { modes: open });
  if (changed !== null)
    await appender.append(place, {
      type: 'conversation-changed',
      data: { mode: 'closed', reason: 'data-deleted' },
      actor: systemActor,
      onceKey: `data-deleted:${conversationId}:${changed.after.fence}`,
    });
  await callOff(deps, place);
  // Before anything is taken away: from here on nobody writes here, and words on their way are found below or by their writers.
  await conversations.erasePage(tenantId, conversationId);
  await deps.appointments.eraseNotes(tenantId, conversationId);
  await deps.entries.settleOwed(conversationId, {
    public: Number.MAX_SAFE_INTEGER,
    internal: Number.MAX_SAFE_INTEGER,
  });
  await deps.turns.remove(conversationId);
  await deps.calls.erase(tenantId, conversationId);
  await tellCalls(deps, place);
  await eraseFromSearch(deps, conversationId);
  await deps.blocks.eraseReasons(tenantId, conversationId);
  await deps.knowledge.eraseUnanswered(tenantId, conversationId);
  await deps.tasks.erase(tenantId, conversationId);
  await deps.notifications.erase(tenantId, conversationId);
  await deps.reports.erase(tenantId, conversationId);
  await deps.experiments.erase(tenantId, conversationId);
  await deps.interventions.erase(tenantId, conversationId);
  const lines = (await eraseLog(deps, conversationId, 'public')) + (await eraseLog(deps, conversationId, 'internal'));
  await deps.audit.eraseReasons(tenantId, conversationId);
  await deps.files.removeOf(tenantId, conversationId);
  // Last: a node refuses to show words of them that it still holds (`isErased`).
  await deps.streamLog.forget(conversationId);
  return lines;
}

/** Nobody is to wait for somebody whom they can no longer reach. */
async function callOff(deps: EraseDeps, place: { tenantId: string; conversationId: string }): Promise<void> {
  for await (const entry of linesOf(deps, place.conversationId, 'public')) {
    if (entry.type !== 'appointment-changed' || entry.data.state !== 'booked') continue;
    const appointment = await deps.appointments.find(place.tenantId, entry.data.appointmentId);
    if (appointment === null || !(await deps.appointments.release(place.tenantId, appointment.id, 'cancelled')))
      continue;
    await deps.appender.append(place, {
      type: 'appointment-changed',
      data: lineOf(appointment, 'cancelled'),
      actor: systemActor,
      onceKey: `data-deleted:${appointment.id}`,
    });
  }
}

/** The writer of a call looks for such a line before its words (`holdCalls`): later words are refused, earlier ones are found below. */
async function tellCalls(deps: EraseDeps, place: { tenantId: string; conversationId: string }): Promise<void> {
  const newest = await deps.entries.newestOf(place.conversationId, 'call-started');
  if (newest?.type !== 'call-started') return;
  const { callId } = newest.data;
  await deps.appender.append(place, {
    type: 'call-wiped',
    data: { callId, reason: 'data-deleted' },
    actor: systemActor,
    onceKey: `data-deleted:${place.conversationId}:${callId}`,
  });
}

/** Each line by its name: a node that read the words before they were deleted may put them into the search after. */
async function eraseFromSearch(deps: EraseDeps, conversationId: string): Promise<void> {
  const lines: Pick<IndexedLine, 'log' | 'seq'>[] = [nameLine];
  for (const log of ['public', 'internal'] as const)
    for await (const entry of linesOf(deps, conversationId, log))
      if (isFindable(entry)) lines.push({ log, seq: entry.seq });
  await deps.search.erase(conversationId, lines);
}

async function eraseLog(deps: EraseDeps, conversationId: string, kind: LogKind): Promise<number> {
  let lines = 0;
  for await (const entry of linesOf(deps, conversationId, kind)) {
    const without = withoutWords(entry);
    if (JSON.stringify(without) === JSON.stringify(entry)) continue;
    await deps.entries.rewrite(without);
    lines += 1;
  }
  return lines;
}

async function* linesOf({ entries }: Pick<EraseDeps, 'entries'>, conversationId: string, kind: LogKind) {
  for (let from = 1; ; from += limits.fetchEntries) {
    const page = await entries.read(conversationId, kind, from, from + limits.fetchEntries - 1, limits.fetchEntries);
    yield* page;
    if (page.length < limits.fetchEntries) return;
  }
}
