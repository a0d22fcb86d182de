import { LRUCache } from 'lru-cache';
import type { DayFigures } from '../../contract/insight.ts';
import { limits } from '../../contract/values.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import { dayFigures, noTalk, readLine } from './dayFigures.ts';
import { dayOf } from './dayOf.ts';
import type { Day, TalkSoFar } from './model.ts';

export interface DayParts {
  conversations: Pick<ConversationStore, 'list'>;
  entries: Pick<EntryStore, 'read'>;
  clock: Clock;
  timeZoneOf(tenantId: string): Promise<string>;
  /** Null where no model was set up. */
  spendingOf?(tenantId: string): Promise<NonNullable<DayFigures['model']> | null>;
}

/** Conversations of a day that are counted, the newest first; with more the answer is not `complete`. */
const mostTalks = 2_000;
const talksPerPage = 500;
const readsAtOnce = 8;
const pagesPerTalk = 50;
/** Clocks of nodes differ, and a line reaches the board a moment after the log: what is younger is read again. */
const settledMs = 15_000;
const keptForMs = 5_000;

/**
 * Reads a tenant's day for its supervisors (`FORBIDDEN` for agents). The logs are the truth: every node, and a node that has
 * just started, finds the same figures. What was read of a log is remembered, so that a second look reads only what is new:
 * at most one query for each conversation that something happened in since.
 */
export function createDayReader(parts: DayParts): (scope: StaffScope) => Promise<DayFigures> {
  const talks = new LRUCache<string, { talk: TalkSoFar; readAt: number }>({ max: 20_000 });
  const answers = new LRUCache<string, { answer: Promise<DayFigures>; until: number }>({ max: 1_000 });

  async function talkOf(conversationId: string, lastAt: number, day: Day): Promise<TalkSoFar> {
    const key = `${day.from}:${conversationId}`;
    const known = talks.get(key);
    if (known !== undefined && lastAt < known.readAt - settledMs) return known.talk;
    const readAt = parts.clock.now();
    let talk = known?.talk ?? noTalk;
    for (let page = 0; page < pagesPerTalk; page += 1) {
      const lines = await parts.entries.read(
        conversationId,
        'public',
        talk.seq + 1,
        Number.MAX_SAFE_INTEGER,
        limits.fetchEntries,
      );
      for (const line of lines) talk = readLine(talk, line, day);
      if (lines.length < limits.fetchEntries) break;
    }
    talks.set(key, { talk, readAt });
    return talk;
  }

  async function read(tenantId: string): Promise<DayFigures> {
    const now = parts.clock.now();
    const timeZone = await parts.timeZoneOf(tenantId);
    const day = dayOf(now, timeZone);
    const found: { id: string; lastAt: number }[] = [];
    let cursor: string | undefined;
    do {
      const at = cursor === undefined ? {} : { cursor };
      const page = await parts.conversations.list(tenantId, { limit: talksPerPage, now, since: day.from, ...at });
      found.push(...page.items.map(({ id, board }) => ({ id, lastAt: board.lastAt })));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && found.length < mostTalks);
    const read: TalkSoFar[] = [];
    for (let index = 0; index < found.length; index += readsAtOnce) {
      const some = found.slice(index, index + readsAtOnce);
      read.push(...(await Promise.all(some.map(({ id, lastAt }) => talkOf(id, lastAt, day)))));
    }
    const model = (await parts.spendingOf?.(tenantId)) ?? null;
    return {
      asOf: isoOf(now),
      timeZone,
      complete: cursor === undefined,
      ...dayFigures(read, day, now),
      ...(model === null ? {} : { model }),
    };
  }

  return async ({ tenantId, principal }) => {
    if (principal.role === 'agent') throw new HubError('FORBIDDEN');
    const kept = answers.get(tenantId);
    if (kept !== undefined && kept.until > parts.clock.now()) return kept.answer;
    const answer = read(tenantId);
    answers.set(tenantId, { answer, until: parts.clock.now() + keptForMs });
    answer.catch(() => answers.delete(tenantId));
    return answer;
  };
}
