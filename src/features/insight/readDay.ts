import { LRUCache } from 'lru-cache';
import type { DayFigures, WholeDay } from '../../contract/rest/insight.ts';
import { limits } from '../../contract/values.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { BoardStore } from '../conversations/board/ports.ts';
import type { EntryStore } from '../conversations/ports.ts';
import { rateableMs } from '../conversations/speaker/endChat.ts';
import type { StaffScope } from '../identity/model.ts';
import { dayFigures, isMissed, noTalk, readLine, withEnd } from './dayFigures.ts';
import { dayOf } from './dayOf.ts';
import type { Day, TalkSoFar } from './model.ts';

export interface DayDeps {
  conversations: Pick<BoardStore, 'list'>;
  entries: Pick<EntryStore, 'read' | 'newestOf'>;
  clock: Clock;
  timeZoneOf(tenantId: string): Promise<string>;
  /** Null where no model was set up. */
  spendingOf?(tenantId: string): Promise<NonNullable<DayFigures['model']> | null>;
}

interface FoundTalk {
  id: string;
  name: string | null;
  talk: TalkSoFar;
}
type DaysBefore = NonNullable<DayFigures['before']>;

/** Conversations that are looked at for a day, the newest first; with more the answer is not `complete`. */
const mostTalks = 2_000;
const talksPerPage = 500;
const readsAtOnce = 8;
const pagesPerTalk = 50;
/** Clocks of nodes differ, and a line reaches the board a moment after the log: younger lines are read again. */
const settledMs = 15_000;
const keptForMs = 5_000;
const missedTold = 50;

/**
 * Reads a tenant's day for its supervisors. The logs are the truth: every node, and a node that has just started, finds the same
 * figures. It remembers the lines that it has read, so that a second look reads only new ones: at most two queries for each
 * conversation that something happened in since. The days before are read once a day, behind the first answer.
 * @throws HubError FORBIDDEN for agents
 */
export function createDayReader(deps: DayDeps): (scope: StaffScope) => Promise<DayFigures> {
  const talks = new LRUCache<string, { talk: TalkSoFar; readAt: number }>({ max: 20_000 });
  const before = new LRUCache<string, { figures: DaysBefore | null }>({ max: 1_000 });
  const answers = new LRUCache<string, { answer: Promise<DayFigures>; until: number }>({ max: 1_000 });

  async function talkOf(conversationId: string, lastAt: number, day: Day): Promise<TalkSoFar> {
    const key = `${day.from}:${conversationId}`;
    const known = talks.get(key);
    const readAt = deps.clock.now();
    const mayYetBeRated = known?.talk.ended?.rating === undefined && readAt < lastAt + rateableMs;
    const isSettled = known !== undefined && lastAt < known.readAt - settledMs;
    if (isSettled && !(known.talk.mode === 'closed' && mayYetBeRated)) return known.talk;
    let talk = known?.talk ?? noTalk;
    for (let page = 0; page < pagesPerTalk; page += 1) {
      const lines = await deps.entries.read(
        conversationId,
        'public',
        talk.seq + 1,
        Number.MAX_SAFE_INTEGER,
        limits.fetchEntries,
      );
      for (const line of lines) talk = readLine(talk, line, day);
      if (lines.length < limits.fetchEntries) break;
    }
    if (talk.mode === 'closed' && talk.ended?.rating === undefined)
      talk = withEnd(talk, await deps.entries.newestOf(conversationId, 'conversation-ended'));
    talks.set(key, { talk, readAt });
    return talk;
  }

  /** The talks that were there in the day and that something was said in since it began. */
  async function talksSince(
    tenantId: string,
    day: Day,
    now: number,
  ): Promise<{ found: FoundTalk[]; complete: boolean }> {
    const rows: { id: string; name: string | null; lastAt: number }[] = [];
    let looked = 0;
    let cursor: string | undefined;
    do {
      const at = cursor === undefined ? {} : { cursor };
      const page = await deps.conversations.list(tenantId, { limit: talksPerPage, now, since: day.from, ...at });
      // Of a day that is over the younger talks count as well: they have to be passed to come to its own.
      looked += page.items.length;
      for (const { id, createdAt, board } of page.items)
        if (createdAt < day.until) rows.push({ id, name: board.leadName, lastAt: board.lastAt });
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && looked < mostTalks);
    const found: FoundTalk[] = [];
    for (let index = 0; index < rows.length; index += readsAtOnce) {
      const some = rows
        .slice(index, index + readsAtOnce)
        .map(async ({ id, name, lastAt }) => ({ id, name, talk: await talkOf(id, lastAt, day) }));
      found.push(...(await Promise.all(some)));
    }
    return { found, complete: cursor === undefined };
  }

  async function wholeDay(tenantId: string, day: Day, now: number): Promise<WholeDay> {
    const { found, complete } = await talksSince(tenantId, day, now);
    const figures = dayFigures(
      found.map(({ talk }) => talk),
      day,
      now,
    );
    const { date, conversations, waited, missed, firstReplyMs } = figures;
    return { date, complete, conversations, waited, missed, firstReplyMs };
  }
  async function readBefore(tenantId: string, timeZone: string, now: number): Promise<DaysBefore> {
    const yesterday = await wholeDay(tenantId, dayOf(now, timeZone, 1), now);
    return { yesterday, weekAgo: await wholeDay(tenantId, dayOf(now, timeZone, 7), now) };
  }
  /** The days before, as far as they are read already: nobody waits for days that are over. */
  function beforeOf(tenantId: string, timeZone: string, now: number): DaysBefore | null {
    const key = `${tenantId}:${dayOf(now, timeZone).date}`;
    const known = before.get(key);
    if (known !== undefined) return known.figures;
    before.set(key, { figures: null });
    readBefore(tenantId, timeZone, now).then(
      (figures) => before.set(key, { figures }),
      () => before.delete(key),
    );
    return null;
  }

  async function read(tenantId: string): Promise<DayFigures> {
    const now = deps.clock.now();
    const timeZone = await deps.timeZoneOf(tenantId);
    const day = dayOf(now, timeZone);
    const { found, complete } = await talksSince(tenantId, day, now);
    const missed = found
      .filter(({ talk }) => isMissed(talk, day, now))
      .sort((a, b) => (b.talk.waitFrom ?? 0) - (a.talk.waitFrom ?? 0));
    const model = (await deps.spendingOf?.(tenantId)) ?? null;
    const daysBefore = beforeOf(tenantId, timeZone, now);
    return {
      asOf: isoOf(now),
      timeZone,
      complete,
      ...dayFigures(
        found.map(({ talk }) => talk),
        day,
        now,
      ),
      missedTalks: missed.slice(0, missedTold).map(({ id, name, talk }) => ({
        conversationId: id,
        ...(name === null ? {} : { name }),
        waitedSince: isoOf(talk.waitFrom ?? 0),
      })),
      ...(daysBefore === null ? {} : { before: daysBefore }),
      ...(model === null ? {} : { model }),
    };
  }

  return async ({ tenantId, principal }) => {
    if (principal.role === 'agent') throw new HubError('FORBIDDEN');
    const kept = answers.get(tenantId);
    if (kept !== undefined && kept.until > deps.clock.now()) return kept.answer;
    const answer = read(tenantId);
    answers.set(tenantId, { answer, until: deps.clock.now() + keptForMs });
    answer.catch(() => answers.delete(tenantId));
    return answer;
  };
}
