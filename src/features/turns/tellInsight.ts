import { byReading, type Readings } from '../../contract/insight.ts';
import type { TalkState } from '../insight/readings/features.ts';
import { hasMoved, insightOf, type ToldReadings, toldOf } from '../insight/readings/insightOf.ts';
import type { TurnEffect } from './model.ts';

const mostEvidence = 3;

/** The line of what a talk says of the person by now, where it moved since they were `told` of last; and what they are told of then. */
export function tellInsight(
  told: ToldReadings | null,
  talk: TalkState,
  now: number,
): { effects: TurnEffect[]; told: ToldReadings | null } {
  const { readings, stage, score } = insightOf([talk], now, told?.class);
  const data = { readings: briefly(readings), stage, score };
  if (!hasMoved(told, toldOf(data))) return { effects: [], told };
  return { effects: [{ kind: 'insight', data }], told: toldOf(data) };
}

/** With a few of the words only: the line is written after many messages, and its eight readings rest on the same ones. */
const briefly = (readings: Readings['readings']): Readings['readings'] =>
  byReading((name) => ({ ...readings[name], evidence: readings[name].evidence.slice(0, mostEvidence) }));
