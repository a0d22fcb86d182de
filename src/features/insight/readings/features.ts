import type { Evidence } from '../../../contract/values.ts';
import { velocityOf } from '../../bots/score/commitment.ts';
import { jorgePercentOf, jorgeScoreOf } from '../../bots/score/jorgeScore.ts';
import type { BotState } from '../../bots/state/protocol.ts';
import { answerOf } from '../../bots/state/stepContext.ts';

/** The inputs of readings, 0–1 unless said otherwise; null where not observed. None of them names or stands for a protected class. */
export interface Features {
  /** How recent and how quick their replies are. */
  engagement: number | null;
  /** Jorge's count of answers, of seven. */
  answers: number;
  /** The same as a share of the way to a full picture, 0–100; null before the first message. */
  answersPercent: number | null;
  sentiment: number | null;
  /** How soon they want to move. */
  timeline: number | null;
  homesLookedAt: number | null;
  /** Objections that stand, each with how much of it is left. */
  objections: readonly number[] | null;
  speaksOfMeeting: boolean | null;
  repliesFast: boolean | null;
  /** When they last wrote, in ms. */
  lastAt: number | null;
  silentDays: number | null;
  /** How much slower they reply than they used to, with the reply that we wait for: 1 from four steps of two days on. */
  slowing: number | null;
  /** Words they took back: two are as much as there can be. */
  takenBack: number | null;
  /** Turns in a row that brought nothing new: four are as much as there can be. */
  standstill: number | null;
  /** Where the answers stand in the talk. */
  evidence: readonly Evidence[];
}

/** The facts that a talk tells of a person: the state after its newest turn. */
export interface TalkState {
  conversationId: string;
  state: BotState;
}

const dayMs = 86_400_000;
const fast = 80;
/** Full within a day, nothing after a month. */
const freshDays = 30;

/** Their talks together, the newest first: of each feature what was observed last. */
export function featuresOf(talks: readonly TalkState[], now: number): Features {
  const spoken = talks.filter(({ state }) => state.talk.messages > 0);
  const last = spoken.map(({ state }) => Date.parse(state.talk.lastVisitorAt ?? '')).filter((at) => !Number.isNaN(at));
  const lastAt = last.length === 0 ? null : Math.max(...last);
  const silentDays = lastAt === null ? null : Math.max(0, (now - lastAt) / dayMs);
  const replied = spoken.find(({ state }) => state.talk.replies > 0)?.state.talk;
  const velocity = replied === undefined ? null : velocityOf(replied.replyMs / replied.replies);
  const recency = silentDays === null ? null : Math.max(0, 1 - Math.max(0, silentDays - 1) / freshDays);
  const observed = [recency, velocity === null ? null : velocity / 100].filter((one) => one !== null);
  const counts = talks.map(({ state }) => jorgeScoreOf(state));
  const answers = Math.max(0, ...counts);
  const open = sumOf(spoken.map(({ state: { talk } }) => Math.max(0, talk.objectionsRaised - talk.objectionsResolved)));
  const isHeard = spoken.length > 0;
  const newest = spoken[0]?.state;
  return {
    engagement: observed.length === 0 ? null : observed.reduce((sum, one) => sum + one, 0) / observed.length,
    answers,
    answersPercent: isHeard ? jorgePercentOf(answers) : null,
    sentiment: moodOf(spoken.flatMap(({ state }) => state.talk.moods ?? [])),
    timeline: timelineOf(talks),
    homesLookedAt: null,
    objections: isHeard ? Array.from({ length: open }, () => 1) : null,
    speaksOfMeeting: isHeard ? spoken.some(({ state }) => state.talk.wantsContact) : null,
    repliesFast: velocity === null ? null : velocity >= fast,
    lastAt,
    silentDays,
    slowing: newest === undefined ? null : slowingOf(newest, now),
    takenBack: isHeard
      ? Math.min(1, sumOf(spoken.map(({ state }) => state.talk.takenBack ?? 0)) / mostTakenBack)
      : null,
    standstill: newest === undefined ? null : Math.min(1, newest.vagueStreak / mostVague),
    evidence: spoken
      .flatMap(({ state }) => Object.values(state.slots))
      .filter(({ state }) => state === 'answered')
      .flatMap((slot) => (slot.before === undefined ? slot.evidence : []))
      .slice(0, mostEvidence),
  };
}
const mostEvidence = 20;

const mostTakenBack = 2;
const mostVague = 4;
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The share of messages without displeasure, drawn to the middle while there are few; null where none was read. */
const moodOf = (moods: readonly boolean[]): number | null =>
  moods.length === 0 ? null : (moods.filter((isPleased) => isPleased).length + 1) / (moods.length + 2);

const newestReplies = 3;
const fullSlowingMs = 4 * 2 * dayMs;

/**
 * The newest replies, or the one that is waited for, against the person's own median: in steps of two days. Null where Jorge waits for none and the
 * replies to him were no slower: a person may wait, whose words he doesn't count.
 */
function slowingOf({ talk }: BotState, now: number): number | null {
  const times = talk.replyTimesMs ?? [];
  const own = medianOf(times.slice(0, -newestReplies)) ?? medianOf(times) ?? 0;
  const waitedMs = talk.lastReplyAt === null ? 0 : now - Date.parse(talk.lastReplyAt);
  const newest = Math.max(waitedMs, medianOf(times.slice(-newestReplies)) ?? 0);
  const slowing = Math.min(1, Math.max(0, newest - own) / fullSlowingMs);
  return slowing === 0 && talk.lastReplyAt === null ? null : slowing;
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [below = null, above = null] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return below === null || above === null ? null : (below + above) / 2;
}

const nowDays = 30;
const soonDays = 90;
function timelineOf(talks: readonly TalkState[]): number | null {
  for (const { state } of talks) {
    const value = answerOf(state, 'timeline');
    if (typeof value !== 'object' || value === null) continue;
    const { maxDays } = value as { maxDays?: unknown };
    if (typeof maxDays !== 'number') return exploring;
    return maxDays <= nowDays ? 1 : maxDays <= soonDays ? 0.7 : exploring;
  }
  return null;
}
const exploring = 0.3;
