import type { Entry } from '../../contract/log/entry.ts';
import type { DayFigures } from '../../contract/rest/insight.ts';
import type { Day, TalkSoFar } from './model.ts';

/** A visitor who has waited this long without an answer counts as missed. */
const missedAfterMs = 3_600_000;

export const noTalk: TalkSoFar = {
  seq: 0,
  mode: 'bot',
  rests: false,
  begunAt: null,
  waitFrom: null,
  reply: null,
  ended: null,
  said: {},
};

const dispositionsTold = 20;

/** The talk with the line of the team's log that says how it ended; null: none does. */
export const withEnd = (talk: TalkSoFar, line: Entry | null): TalkSoFar => {
  if (line?.type !== 'conversation-ended') return talk;
  const { disposition, rating } = line.data;
  const filed = disposition === undefined ? {} : { disposition };
  return { ...talk, ended: { at: Date.parse(line.at), ...filed, ...(rating === undefined ? {} : { rating }) } };
};

/** The talk after one more line of its public log, in the order of the log. */
export function readLine(talk: TalkSoFar, entry: Entry, day: Day): TalkSoFar {
  const next = { ...talk, seq: entry.seq };
  const at = Date.parse(entry.at);
  if (entry.type === 'conversation-changed') {
    const { mode, reason, expectedAt, owed } = entry.data;
    const asks = mode === 'waiting' && reason === 'asked-for-person' && talk.waitFrom === null;
    // While closed the visitor was told from when on a person is there: nobody owes an answer sooner.
    const from = expectedAt === undefined ? at : Math.max(at, Date.parse(expectedAt));
    return { ...next, mode, rests: owed === 'none', ...(asks ? { waitFrom: from } : {}) };
  }
  if (entry.type !== 'message-created') return next;
  const { kind, id, name } = entry.actor;
  if (kind === 'visitor' || kind === 'lead') {
    const isForPerson = (talk.mode === 'human' || talk.mode === 'waiting') && !talk.rests;
    const waits = isForPerson && talk.waitFrom === null;
    return { ...next, begunAt: talk.begunAt ?? at, ...(waits ? { waitFrom: at } : {}) };
  }
  if (kind !== 'agent' && kind !== 'supervisor') return next;
  const isFirst = talk.waitFrom !== null && talk.reply === null;
  const inDay = at >= day.from && at < day.until;
  const before = talk.said[id];
  const said = { ...talk.said, [id]: { name: name ?? before?.name ?? '', messages: (before?.messages ?? 0) + 1 } };
  return { ...next, ...(isFirst ? { reply: { at, by: id } } : {}), ...(inDay ? { said } : {}) };
}

const waitedIn = ({ waitFrom }: Pick<TalkSoFar, 'waitFrom'>, day: Day): boolean =>
  waitFrom !== null && waitFrom >= day.from && waitFrom < day.until;

/** Whether the visitor waited for a person in the day for whom nobody has written, and it is over or an hour has passed. */
export const isMissed = (talk: TalkSoFar, day: Day, now: number): boolean =>
  waitedIn(talk, day) && talk.reply === null && (talk.mode === 'closed' || now - (talk.waitFrom ?? 0) >= missedAfterMs);

/**
 * The figures of a day, from the logs of the conversations that something was said in that day. Durations in
 * milliseconds; null where nothing was observed.
 * - `conversations`: the visitor's first message lies in the day.
 * - `waited`: in the day the visitor came to wait for a person for the first time: asked for one, or wrote while one was
 *   answering or awaited; not who wrote on after an end that leaves nobody to answer. Where the visitor was told from when
 *   on somebody is there, the wait begins then.
 * - `answered`: of those, a person has written since. `missed`: `isMissed`.
 * - `firstReplyMs`: the median, over `answered`, from the beginning of that wait to the first words of a person.
 * - `dispositions`, `ratings`: of the conversations that were ended in the day.
 * - `people`: those who wrote in the day: in how many conversations, how many messages, and of how many waits theirs were
 *   the first words, with the median of those.
 */
export function dayFigures(
  talks: readonly TalkSoFar[],
  day: Day,
  now: number,
): Omit<DayFigures, 'asOf' | 'timeZone' | 'complete' | 'missedTalks'> {
  const waited = talks.filter((talk) => waitedIn(talk, day));
  const replies = waited.flatMap(({ waitFrom, reply }) =>
    reply === null ? [] : [{ by: reply.by, ms: Math.max(0, reply.at - (waitFrom ?? 0)) }],
  );
  const people = new Map<string, { name: string; conversations: number; messages: number }>();
  for (const { said } of talks)
    for (const [id, { name, messages }] of Object.entries(said)) {
      const before = people.get(id) ?? { name, conversations: 0, messages: 0 };
      people.set(id, { name, conversations: before.conversations + 1, messages: before.messages + messages });
    }
  const ends = talks.flatMap(({ ended }) =>
    ended !== null && ended.at >= day.from && ended.at < day.until ? ended : [],
  );
  const ratings = ends.flatMap(({ rating }) => rating ?? []);
  const filed = new Map<string, number>();
  for (const { disposition } of ends)
    if (disposition !== undefined) filed.set(disposition, (filed.get(disposition) ?? 0) + 1);
  return {
    date: day.date,
    conversations: talks.filter(({ begunAt }) => begunAt !== null && begunAt >= day.from && begunAt < day.until).length,
    waited: waited.length,
    answered: replies.length,
    missed: waited.filter((talk) => isMissed(talk, day, now)).length,
    firstReplyMs: median(replies.map(({ ms }) => ms)),
    dispositions: [...filed]
      .map(([disposition, conversations]) => ({ disposition, conversations }))
      .sort((a, b) => b.conversations - a.conversations || a.disposition.localeCompare(b.disposition))
      .slice(0, dispositionsTold),
    ratings: {
      given: ratings.length,
      mean: ratings.length === 0 ? null : ratings.reduce((sum, one) => sum + one, 0) / ratings.length,
    },
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
