import type { EntryData } from '../../contract/entries.ts';
import type { Temperature } from '../../contract/values.ts';
import type { Machine } from './machine.ts';
import type { BotState } from './protocol.ts';

const version = 'slots-1';
const hotFrom = 70;
const warmFrom = 40;
// A label is dropped only this far below its cut, so that it does not flicker.
const slack = 5;

/** Which slots are known and which are missing, for `qualification-changed`. */
export function qualificationOf(state: BotState, { slots }: Machine): EntryData<'qualification-changed'> {
  const unknown = { value: null, state: 'unknown', confidence: null, evidence: [] } as const;
  const all = { ...Object.fromEntries(slots.map((slot) => [slot, { ...unknown, evidence: [] }])), ...state.slots };
  const answered = slots.filter((slot) => state.slots[slot]?.state === 'answered');
  return {
    slots: all,
    answered: answered.length,
    total: slots.length,
    missing: slots.filter((slot) => !answered.includes(slot)),
  };
}

/**
 * Score 0–100: the weight of the answered slots (`jorge-bots` §5.13, the slot part alone: nothing else is observed yet).
 * Null while nothing is known. Hot needs the bot's facts as well as the points.
 */
export function scoreOf(state: BotState, machine: Machine): EntryData<'score-changed'> {
  const known = machine.slots.filter((slot) => state.slots[slot]?.state === 'answered');
  const components = Object.fromEntries(
    machine.slots.map((slot) => [slot, known.includes(slot) ? (machine.weights[slot] ?? 0) : null]),
  );
  const score = known.length === 0 ? null : known.reduce((sum, slot) => sum + (machine.weights[slot] ?? 0), 0);
  return {
    score,
    display10: score === null ? null : Math.max(1, Math.round(score) / 10),
    temperature: score === null ? null : temperatureOf(score, state.temperature, machine.isHotEnough(state)),
    confidence: null,
    basis: 'rules',
    calibrated: false,
    components,
    reasons: known.map((slot) => `${slot}: known`),
    evidence: known.flatMap((slot) => state.slots[slot]?.evidence ?? []),
    version,
  };
}

function temperatureOf(score: number, last: Temperature | null, hotEnough: boolean): Temperature {
  if (hotEnough && score >= (last === 'hot' ? hotFrom - slack : hotFrom)) return 'hot';
  return score >= (last === 'hot' || last === 'warm' ? warmFrom - slack : warmFrom) ? 'warm' : 'cold';
}
