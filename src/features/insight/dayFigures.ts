import type { Entry } from '../../contract/entries.ts';
import type { DayFigures } from '../../contract/insight.ts';
import type { Day, TalkSoFar } from './model.ts';

/** Nobody who waited for so long without a word is taken to wait still. */
const missedAfterMs = 3_600_000;

export const noTalk: TalkSoFar = { seq: 0, mode: 'bot', begunAt: null, waitFrom: null, reply: null, said: {} };

/** The talk after one more line of its public log, in the order of the log. */
export function readLine(talk: TalkSoFar, entry: Entry, day: Day): TalkSoFar {
  const next = { ...talk, seq: entry.seq };
  const at = Date.parse(entry.at);
  if (entry.type === 'conversation-changed') {
    const { mode, reason, expectedAt } = entry.data;
    const asks = mode === 'waiting' && reason === 'asked-for-person' && talk.waitFrom === null;
    // While closed the visitor was told from when on a person is there: nobody owes an answer sooner.
    const from = expectedAt === undefined ? at : Math.max(at, Date.parse(expectedAt));
    return { ...next, mode, ...(asks ? { waitFrom: from } : {}) };
  }
  if (entry.type !== 'message-created') return next;
  const { kind, id, name } = entry.actor;
  if (kind === 'visitor' || kind === 'lead') {
    const waits = (talk.mode === 'human' || talk.mode === 'waiting') && talk.waitFrom === null;
    return { ...next, begunAt: talk.begunAt ?? at, ...(waits ? { waitFrom: at } : {}) };
  }
  if (kind !== 'agent' && kind !== 'supervisor') return next;
  const isFirst = talk.waitFrom !== null && talk.reply === null;
  const inDay = at >= day.from && at < day.until;
  const before = talk.said[id];
  const said = { ...talk.said, [id]: { name: name ?? before?.name ?? '', messages: (before?.messages ?? 0) + 1 } };
  return { ...next, ...(isFirst ? { reply: { at, by: id } } : {}), ...(inDay ? { said } : {}) };
}

/**
 * The figures of a day, from the public logs of the conversations that something was said in that day. Durations in
 * milliseconds; null where nothing was observed.
 * - `conversations`: the visitor's first message lies in the day.
 * - `waited`: in the day the visitor came to wait for a person for the first time: asked for one, or wrote while one was
 *   answering or awaited. Where the visitor was told from when on somebody is there, the wait begins then.
 * - `answered`: of those, a person has written since. `missed`: nobody has, and it is over or an hour has passed.
 * - `firstReplyMs`: the median, over `answered`, from the beginning of that wait to the first words of a person.
 * - `people`: who wrote in the day: in how many conversations, how many messages, and of how many waits theirs were the
 *   first words, with the median of those.
 */
export function dayFigures(
  talks: readonly TalkSoFar[],
  day: Day,
  now: number,
): Omit<DayFigures, 'asOf' | 'timeZone' | 'complete'> {
  const waited = talks.filter(({ waitFrom }) => waitFrom !== null && waitFrom >= day.from && waitFrom < day.until);
  const replies = waited.flatMap(({ waitFrom, reply }) =>
    reply === null ? [] : [{ by: reply.by, ms: Math.max(0, reply.at - (waitFrom ?? 0)) }],
  );
  const missed = waited.filter(
    ({ reply, mode, waitFrom }) => reply === null && (mode === 'closed' || now - (waitFrom ?? 0) >= missedAfterMs),
  );
  const people = new Map<string, { name: string; conversations: number; messages: number }>();
  for (const { said } of talks)
    for (const [id, { name, messages }] of Object.entries(said)) {
      const before = people.get(id) ?? { name, conversations: 0, messages: 0 };
      people.set(id, { name, conversations: before.conversations + 1, messages: before.messages + messages });
    }
  return {
    date: day.date,
    conversations: talks.filter(({ begunAt }) => begunAt !== null && begunAt >= day.from && begunAt < day.until).length,
    waited: waited.length,
    answered: replies.length,
    missed: missed.length,
    firstReplyMs: median(replies.map(({ ms }) => ms)),
    people: [...people]
      .map(([id, person]) => {
        const first = replies.filter(({ by }) => by === id).map(({ ms }) => ms);
        return { id, ...person, firstReplies: first.length, firstReplyMs: median(first) };
      })
      .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)),
  };
}

/** The middle one, or the mean of the two in the middle; null of none. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : Math.round((low + high) / 2);
}
