import type { Machine } from './flows/machine.ts';
import { machineOf } from './flows/machines.ts';
import { judgeLastHandoff } from './handoff/handOver.ts';
import { noteQualified, relabel } from './handoff/label.ts';
import { holdForReview } from './policy/review.ts';
import { isReadyForAgent, jorgeScoreOf } from './score/jorgeScore.ts';
import { effectiveScore, explainScore, knownOf, qualificationOf, type Scored } from './score/score.ts';
import type { BotState, Effect, StepResult, VisitorMessage } from './state/protocol.ts';
import type { StepContext } from './state/stepContext.ts';
import { hasLongHorizon } from './track/longHorizon.ts';
import { notePersona } from './track/persona.ts';

// A score that moved less than this is not worth a line in the log.
const worthTelling = 2;

/** The result of a turn: the state and its effects in their order: known facts, score, label, tags, lines for the team. */
export function finalizeStep(
  before: BotState,
  turn: StepContext,
  spoken: Effect[],
  unanswered: { seq: number | null; pending: VisitorMessage[] },
): StepResult {
  const { state } = turn;
  const machine = machineOf(state.bot);
  const effects: Effect[] = [];
  if (state.handoffs === before.handoffs) judgeLastHandoff(turn);
  const said = isUntouched(state, before) ? spoken : judge(before, turn, machine, spoken, effects, unanswered);
  return {
    state,
    effects: effects.length + turn.effects.length === 0 ? said : said.concat(effects, turn.effects),
    summary: summaryOf(before, turn, machine),
  };
}

const summaryOf = (before: BotState, { state, rules }: StepContext, machine: Machine): StepResult['summary'] => ({
  from: before.at,
  to: state.at,
  questionsAnswered: knownOf(state, machine).length,
  ...(state.asked === null ? {} : { nextQuestion: state.asked.question }),
  rules,
});

/** Nothing that the score is computed from has changed. */
const isUntouched = (state: BotState, before: BotState): boolean =>
  state.slots === before.slots && state.talk === before.talk && state.bot === before.bot;

function judge(
  before: BotState,
  turn: StepContext,
  machine: Machine,
  spoken: Effect[],
  effects: Effect[],
  unanswered: { seq: number | null; pending: VisitorMessage[] },
): Effect[] {
  const { state } = turn;
  const { machine: rated, scored } = effectiveScore(state, turn.at, turn.pack.asks);
  const learned = state.slots !== before.slots;
  if (isNews(state, scored) || (learned && scored.score !== null)) {
    effects.push({ kind: 'score', data: explainScore(state, rated, scored) });
    state.scored = scored.score;
  }
  relabel(turn, rated, scored.temperature);
  noteMilestones(turn, machine, before);
  const said = holdForReview(turn, spoken, scored.score, before, unanswered);
  // Computed after `holdForReview`, which takes back what a held reply would have shown; sent first, so that the facts precede their score.
  if (learned) effects.unshift({ kind: 'qualification', data: qualificationOf(state, machine, turn.pack.asks) });
  return said;
}

function isNews(state: BotState, { score, temperature }: Scored): boolean {
  if (score === null || state.scored === null) return score !== state.scored;
  return temperature !== state.temperature || Math.abs(score - state.scored) >= worthTelling;
}

/** Qualified, like an investor, long in talk: each told once. */
function noteMilestones(turn: StepContext, machine: Machine, before: BotState): void {
  const { state } = turn;
  noteQualified(turn, machine);
  if (!state.told.includes('ready-for-agent') && isReadyForAgent(jorgeScoreOf(state))) {
    state.told = [...state.told, 'ready-for-agent'];
    turn.effects.push({ kind: 'tag', add: ['AI-Qualified', 'Ready-For-Agent'], remove: ['Needs Qualifying'] });
  }
  notePersona(turn, before);
  if (turn.filled.length > 0 && state.talk.objectionsResolved < state.talk.objectionsRaised) {
    state.talk = { ...state.talk, objectionsResolved: state.talk.objectionsRaised };
  }
  const isNurtured = state.told.includes('nurture');
  if (hasLongHorizon(state) !== isNurtured) {
    state.told = isNurtured ? state.told.filter((what) => what !== 'nurture') : [...state.told, 'nurture'];
    turn.effects.push({ kind: 'tag', add: isNurtured ? [] : ['Nurture'], remove: isNurtured ? ['Nurture'] : [] });
  }
}
