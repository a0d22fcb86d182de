import type { EntryData } from '../../../contract/log/entry.ts';
import type { Temperature } from '../../../contract/values.ts';
import type { RecordName } from '../../../contract/vocabulary.ts';
import type { Machine } from '../flows/machine.ts';
import { machineOf } from '../flows/machines.ts';
import { type Asks, isWanted, wantedSlots } from '../flows/wantedSlots.ts';
import type { BotState } from '../state/protocol.ts';
import { answerOf, unknownSlot } from '../state/stepContext.ts';
import { hasLongHorizon } from '../track/longHorizon.ts';
import { commitmentParts, pcsOf, recencyOf } from './commitment.ts';
import { jorgePercentOf, jorgeScoreOf } from './jorgeScore.ts';
import { frsOf, isObserved, pillarsOf } from './readiness.ts';

const scoreVersion = 'composite-2';
const weights = { slots: 0.45, frs: 0.25, pcs: 0.2, recency: 0.1 } as const;
const hotFrom = 70;
const warmFrom = 40;
// A label is dropped only this far below its cut, so that it does not flicker.
const slack = 5;
// One answer alone makes nobody warm, whatever else speaks for them.
const factsForWarm = 2;

/** Which slots are known and which are missing, for `qualification-changed`. A slot that the brokerage does not ask for is not missing. */
export function qualificationOf(
  state: BotState,
  { bot, slots }: Machine,
  asks?: Asks,
): EntryData<'qualification-changed'> {
  const all: EntryData<'qualification-changed'>['slots'] = {};
  const missing: RecordName[] = [];
  for (const slot of slots) {
    const known = state.slots[slot];
    all[slot] = known ?? unknownSlot;
    if (known?.state !== 'answered' && isWanted(state, bot, slot, asks)) missing.push(slot);
  }
  return {
    slots: Object.assign(all, state.slots),
    answered: knownOf(state, { slots }).length,
    total: wantedSlots(state, { bot, slots }, asks).length,
    missing,
  };
}

interface Parts {
  slots: number;
  frs: number | null;
  pcs: number | null;
  recency: number | null;
}

/** The machine's slots that are answered. */
export const knownOf = (state: BotState, { slots }: Pick<Machine, 'slots'>): string[] =>
  slots.filter((slot) => state.slots[slot]?.state === 'answered');

// Share of the weight of `preApproval` that each answer earns: "not yet" a little, proven financing all of it.
const financingShare: Readonly<Record<string, number>> = { 'in-progress': 0.55, none: 0.3 };

/** True for an answer that speaks for a deal; "just looking" does not. */
const isFact = ({ slots }: BotState, slot: string): boolean =>
  slots[slot]?.state === 'answered' && !(slot === 'intent' && slots[slot].value === 'browse');

/** How much of its weight a slot gives, 0–1. */
function shareOf(state: BotState, slot: string): number {
  if (!isFact(state, slot)) return 0;
  return slot === 'preApproval' ? (financingShare[String(state.slots[slot]?.value)] ?? 1) : 1;
}

/** Each part 0–100, null where nothing is observed; null altogether while nothing at all is known of the lead. */
function partsOf(state: BotState, machine: Machine, at: string, asks: Asks): Parts | null {
  let slots = 0;
  let wanted = 0;
  for (const slot of wantedSlots(state, machine, asks)) {
    const weight = machine.weights[slot] ?? 0;
    wanted += weight;
    slots += weight * shareOf(state, slot);
  }
  // A slot that is not asked for leaves its weight to the others.
  if (wanted > 0 && wanted < 100) slots = (slots * 100) / wanted;
  const pillars = pillarsOf(state);
  const observed = isObserved(pillars);
  if (slots === 0 && !observed) return null;
  const talk = commitmentParts(state.talk);
  return {
    slots,
    frs: observed ? frsOf(pillars) : null,
    pcs: talk === null ? null : pcsOf(talk),
    recency: recencyOf(state.talk.lastVisitorAt, at),
  };
}

/** The points that each part gives; they add up to the score. A part that is not observed leaves its weight to the others. */
function pointsOf({ slots, frs, pcs, recency }: Parts): { [part in keyof Parts]: number | null } {
  const total =
    weights.slots +
    (frs === null ? 0 : weights.frs) +
    (pcs === null ? 0 : weights.pcs) +
    (recency === null ? 0 : weights.recency);
  return {
    slots: tenth((weights.slots / total) * slots),
    frs: frs === null ? null : tenth((weights.frs / total) * frs),
    pcs: pcs === null ? null : tenth((weights.pcs / total) * pcs),
    recency: recency === null ? null : tenth((weights.recency / total) * recency),
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The score in short: the number, its label, and what it is made of. */
export interface Scored {
  score: number | null;
  temperature: Temperature | null;
  parts: Parts | null;
  points: { [part in keyof Parts]: number | null } | null;
  /** The facts that "hot" still needs. */
  lacksForHot: readonly string[];
}

/**
 * Score 0–100: .45 slots + .25 readiness (FRS) + .20 commitment (PCS) + .10 recency. Null while nothing is known.
 * Made from the visitor's own words and the slots only. `at`: now, ISO.
 */
export function scoreOf(state: BotState, machine: Machine, at: string, asks?: Asks): Scored {
  const parts = partsOf(state, machine, at, asks);
  if (parts === null) return { score: null, temperature: null, parts, points: null, lacksForHot: [] };
  const points = pointsOf(parts);
  const score = tenth((points.slots ?? 0) + (points.frs ?? 0) + (points.pcs ?? 0) + (points.recency ?? 0));
  const lacksForHot = machine.lacksForHot(state, asks);
  const known = machine.slots.filter((slot) => isFact(state, slot)).length;
  return {
    score,
    temperature: temperatureOf(score, lastLabelOf(state, machine), {
      known,
      isHotEnough: lacksForHot.length === 0 && known >= factsForWarm,
      hasLongHorizon: hasLongHorizon(state) || state.at === 'CLOSED_LOST',
    }),
    parts,
    points,
    lacksForHot,
  };
}

/** The last label if this bot or the lead bot gave it; a label of the other side has no hysteresis here. */
const lastLabelOf = ({ temperature, labelOf }: BotState, { bot }: Machine): Temperature | null =>
  labelOf === bot || labelOf === 'lead' || labelOf === null ? temperature : null;

const ranks: Readonly<Record<Temperature, number>> = { cold: 1, warm: 2, hot: 3 };
const rankOf = (temperature: Temperature | null): number => (temperature === null ? 0 : ranks[temperature]);

/**
 * The score that counts for a visitor who both sells and buys: the better of the two sides, as long as that side is still wanted. A
 * hot seller is no cold lead because the buyer's questions have begun. At the same label it is the side that is talked about.
 */
export function effectiveScore(state: BotState, at: string, asks?: Asks): { machine: Machine; scored: Scored } {
  const machine = machineOf(state.bot);
  const own = { machine, scored: scoreOf(state, machine, at, asks) };
  if (state.bot === 'lead') return own;
  const side = state.bot === 'buyer' ? 'buy' : 'sell';
  const other = machineOf(state.bot === 'buyer' ? 'seller' : 'buyer');
  const served = state.told.includes('both-served') || state.handoffs.some(({ from }) => from === other.bot);
  if (!served || answerOf(state, 'intent') === side) return own;
  const scored = scoreOf(state, other, at, asks);
  return rankOf(scored.temperature) > rankOf(own.scored.temperature) ? { machine: other, scored } : own;
}

/** The score with its reasons and its evidence, for `score-changed`. */
export function explainScore(state: BotState, machine: Machine, scored: Scored): EntryData<'score-changed'> {
  const { score, temperature, parts, points, lacksForHot } = scored;
  const known = knownOf(state, machine);
  return {
    score,
    display10: score === null ? null : Math.max(1, Math.round(score) / 10),
    temperature,
    confidence: null,
    basis: 'rules',
    calibrated: false,
    components: points ?? {},
    reasons: parts === null ? [] : reasonsOf(state, known, parts, lacksForHot),
    evidence: known.flatMap((slot) => state.slots[slot]?.evidence ?? []),
    version: scoreVersion,
  };
}

function reasonsOf(state: BotState, known: string[], parts: Parts, lacksForHot: readonly string[]): string[] {
  const jorge = jorgeScoreOf(state);
  const reasons = known.map((slot) => `${slot}: known`);
  if (parts.frs !== null) reasons.push(`Readiness (FRS) ${tenth(parts.frs)} of 100`);
  if (parts.pcs !== null) reasons.push(`Commitment (PCS) ${tenth(parts.pcs)} of 100`);
  reasons.push(`Jorge count ${jorge} of 7 (${jorgePercentOf(jorge)}%)`);
  if (lacksForHot.length > 0) reasons.push(`Not hot without ${lacksForHot.join(', ')}`);
  return reasons;
}

/** The one place where a label comes from a score. */
export function temperatureOf(
  score: number,
  last: Temperature | null,
  { known, isHotEnough, hasLongHorizon: far }: { known: number; isHotEnough: boolean; hasLongHorizon: boolean },
): Temperature {
  if (far) return 'cold';
  if (isHotEnough && score >= (last === 'hot' ? hotFrom - slack : hotFrom)) return 'hot';
  if (known < factsForWarm) return 'cold';
  return score >= (last === 'hot' || last === 'warm' ? warmFrom - slack : warmFrom) ? 'warm' : 'cold';
}
