import { byReading, type InsightReading, type JourneyStage, type ReadingName } from '../../../contract/insight.ts';
import type { Features } from './features.ts';

export const readingsVersion = 'readings-2';

interface Part {
  weight: number;
  value: number | null;
  says: string;
}

/** Parts that were not observed leave their weight to the others; null where none was. */
function weighed(parts: readonly Part[]): Pick<InsightReading, 'value' | 'confidence' | 'factors'> {
  const known = parts.filter((part): part is Part & { value: number } => part.value !== null);
  const weight = known.reduce((sum, part) => sum + part.weight, 0);
  const all = parts.reduce((sum, part) => sum + part.weight, 0);
  if (weight === 0) return { value: null, confidence: 0, factors: [] };
  return {
    value: round(known.reduce((sum, part) => sum + part.weight * part.value, 0) / weight),
    confidence: round(weight / all),
    factors: known.map(({ says, value }) => `${says}: ${Math.round(value * 100)}%`),
  };
}
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const asNumber = (is: boolean | null): number | null => (is === null ? null : is ? 1 : 0);

const questions = 7;
const enoughAnswers = 3;
const homesForAll = 10;
const eachObjection = 0.35;
/** Silence in days, and the share of the risk that it is: none in a week, all after four. */
const silences = [
  [7, 0],
  [14, 0.5],
  [28, 0.75],
] as const;
const horizons = { churn7: 0.8, churn14: 1, churn30: 1.2 } as const;

/** The risk that they are lost, by silence alone and before the horizon. */
export const silenceRisk = (silentDays: number): number => silences.find(([days]) => silentDays <= days)?.[1] ?? 1;

/**
 * The readings of a person, by rule and explainable: weighted sums of what was observed. Deterministic; more answers, quicker replies, and
 * a nearer move never lower `conversion`, and longer silence never lowers `churn`. None is calibrated: no outcomes stand behind the weights.
 */
export function readingsOf(features: Features): Record<ReadingName, InsightReading> {
  const { engagement, answers, answersPercent, sentiment, timeline, homesLookedAt, objections } = features;
  const isHeard = answersPercent !== null;
  const share = isHeard ? answers / questions : null;
  const open =
    objections === null ? null : 1 - objections.reduce((left, decay) => left * (1 - eachObjection * decay), 1);
  const silence = features.silentDays === null ? null : silenceRisk(features.silentDays);
  const churn = weighed([
    { weight: 0.3, value: silence, says: 'Silence' },
    { weight: 0.25, value: features.slowing, says: 'Slower replies' },
    { weight: 0.2, value: sentiment === null ? null : 1 - sentiment, says: 'Mood' },
    { weight: 0.15, value: features.takenBack, says: 'Taken back' },
    { weight: 0.1, value: features.standstill, says: 'Standstill' },
  ]);
  const risk = (name: keyof typeof horizons) => ({
    ...churn,
    value: churn.value === null ? null : Math.min(1, round(churn.value * horizons[name])),
  });
  const found: Record<ReadingName, Pick<InsightReading, 'value' | 'confidence' | 'factors'>> = {
    conversion: weighed([
      { weight: 0.3, value: engagement, says: 'Recent and quick replies' },
      { weight: 0.4, value: share, says: 'Questions answered' },
      { weight: 0.2, value: sentiment, says: 'Mood' },
      { weight: 0.1, value: timeline, says: 'Time of the move' },
    ]),
    churn7: risk('churn7'),
    churn14: risk('churn14'),
    churn30: risk('churn30'),
    receptivity: weighed([
      { weight: 0.5, value: engagement, says: 'Recent and quick replies' },
      { weight: 0.3, value: sentiment, says: 'Mood' },
      {
        weight: 0.2,
        value: homesLookedAt === null ? null : Math.min(1, homesLookedAt / homesForAll),
        says: 'Homes looked at',
      },
    ]),
    objection: weighed([{ weight: 1, value: open, says: 'Objections that stand' }]),
    appointment: weighed([
      { weight: 0.4, value: asNumber(features.speaksOfMeeting), says: 'Speaks of meeting' },
      { weight: 0.3, value: isHeard ? asNumber(answers >= enoughAnswers) : null, says: 'Enough answers' },
      { weight: 0.2, value: asNumber(features.repliesFast), says: 'Quick replies' },
      { weight: 0.1, value: objections === null ? null : asNumber(objections.length === 0), says: 'No open objection' },
    ]),
    urgency: weighed([{ weight: 1, value: timeline, says: 'Time of the move' }]),
  };
  const evidence = [...features.evidence];
  return byReading((name) => ({
    ...found[name],
    basis: 'rules',
    calibrated: false,
    evidence: found[name].value === null ? [] : evidence,
    version: readingsVersion,
  }));
}

/** How far along they are, by conversion, answers, and engagement; null where nothing was observed. */
export function stageOf(features: Features, conversion: number | null): JourneyStage | null {
  const { engagement, answersPercent } = features;
  if (conversion === null || answersPercent === null) return null;
  const answered = answersPercent / 100;
  const engaged = engagement ?? 0;
  if (conversion > 0.8 && answered > 0.8) return 'purchase';
  if (conversion > 0.6 && answered > 0.6) return 'evaluation';
  if (conversion > 0.4 && engaged > 0.5) return 'intent';
  if (engaged > 0.4) return 'consideration';
  return engaged > 0.2 ? 'interest' : 'awareness';
}

const hourMs = 3_600_000;
/** In ms after their last words: sooner for somebody who is engaged or about to be lost. Null where either is unknown. */
export function nextContactAfterMs(engagement: number | null, churn: number | null): number | null {
  if (engagement === null || churn === null) return null;
  return 24 * Math.max(0.5, 2 - engagement) * Math.max(0.3, 1 - churn) * hourMs;
}
