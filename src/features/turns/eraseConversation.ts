import type { LogKind } from '../../contract/entries.ts';
import { limits } from '../../contract/values.ts';
import type { AppointmentStore } from '../appointments/ports.ts';
import type { BlockStore } from '../blocks/ports.ts';
import { systemActor } from '../conversations/actors.ts';
import type { ConversationParts } from '../conversations/parts.ts';
import type { AuditStore } from '../conversations/ports.ts';
import { withoutWords } from '../conversations/withoutWords.ts';
import type { KnowledgeStore } from '../knowledge/ports.ts';
import type { SearchStore } from '../search/ports.ts';
import type { StreamLog } from '../streams/ports.ts';
import { lineOf } from './appointmentLines.ts';
import type { TurnStore } from './ports.ts';

interface ErasingParts extends Pick<ConversationParts, 'conversations' | 'entries' | 'appender'> {
  turns: Pick<TurnStore, 'remove'>;
  search: Pick<SearchStore, 'remove'>;
  appointments: Pick<AppointmentStore, 'find' | 'release'>;
  blocks: Pick<BlockStore, 'eraseReasons'>;
  audit: Pick<AuditStore, 'eraseReasons'>;
  streamLog: Pick<StreamLog, 'forget'>;
  knowledge: Pick<KnowledgeStore, 'eraseUnanswered'>;
}

const open = ['bot', 'waiting', 'human'] as const;

/**
 * Deletes what was said and learned in a conversation, and keeps its logs gapless: it is closed, its appointments are called off,
 * its lines keep their numbers without words, the bot forgets it, no search and no stream has it and no board shows it. Each step
 * may be repeated, so a run that was cut off is finished by the next. How many lines had words.
 */
export async function eraseConversation(
  parts: ErasingParts,
  tenantId: string,
  conversationId: string,
): Promise<number> {
  const { conversations, appender } = parts;
  const place = { tenantId, conversationId };
  const closed = { mode: 'closed', pausedUntil: null } as const;
  // First the fence: what the bot is just saying is refused from here on.
  const changed = await conversations.changeSpeaker(tenantId, conversationId, closed, { modes: open }, null);
  if (changed !== null)
    await appender.append(place, {
      type: 'conversation-changed',
      data: { mode: 'closed', reason: 'data-deleted' },
      actor: systemActor,
      onceKey: `data-deleted:${conversationId}:${changed.after.fence}`,
    });
  await callOff(parts, place);
  const now = await conversations.find(tenantId, conversationId);
  if (now?.due) await conversations.clearDue(conversationId, now.dueCount);
  await parts.turns.remove(conversationId);
  await parts.search.remove(conversationId);
  await parts.blocks.eraseReasons(tenantId, conversationId);
  await parts.knowledge.eraseUnanswered(tenantId, conversationId);
  const lines = (await eraseLog(parts, conversationId, 'public')) + (await eraseLog(parts, conversationId, 'internal'));
  await parts.audit.eraseReasons(tenantId, conversationId);
  await conversations.erasePage(tenantId, conversationId);
  await conversations.changeBoard(tenantId, conversationId, {
    shown: false,
    leadName: null,
    stage: '',
    score: null,
    temperature: null,
    waitingSince: null,
    unread: 0,
    lastText: '',
    lastLines: [],
    flags: [],
    alerts: [],
    listingTitle: null,
    snoozedUntil: null,
  });
  // Last: from here on every node refuses to show what it still holds of them (`isErased`).
  await parts.streamLog.forget(conversationId);
  return lines;
}

/** Nobody is to wait for somebody whom they can no longer reach. */
async function callOff(parts: ErasingParts, place: { tenantId: string; conversationId: string }): Promise<void> {
  for await (const entry of linesOf(parts, place.conversationId, 'public')) {
    if (entry.type !== 'appointment-changed' || entry.data.state !== 'booked') continue;
    const appointment = await parts.appointments.find(place.tenantId, entry.data.appointmentId);
    if (appointment === null || !(await parts.appointments.release(place.tenantId, appointment.id, 'cancelled')))
      continue;
    await parts.appender.append(place, {
      type: 'appointment-changed',
      data: lineOf(appointment, 'cancelled'),
      actor: systemActor,
      onceKey: `data-deleted:${appointment.id}`,
    });
  }
}

async function eraseLog(parts: ErasingParts, conversationId: string, kind: LogKind): Promise<number> {
  let lines = 0;
  for await (const entry of linesOf(parts, conversationId, kind)) {
    const without = withoutWords(entry);
    if (JSON.stringify(without) === JSON.stringify(entry)) continue;
    await parts.entries.rewrite(without);
    lines += 1;
  }
  return lines;
}

async function* linesOf({ entries }: Pick<ErasingParts, 'entries'>, conversationId: string, kind: LogKind) {
  for (let from = 1; ; from += limits.fetchEntries) {
    const page = await entries.read(conversationId, kind, from, from + limits.fetchEntries - 1, limits.fetchEntries);
    yield* page;
    if (page.length < limits.fetchEntries) return;
  }
}
