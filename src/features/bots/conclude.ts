import type { Temperature } from '../../contract/values.ts';
import { isFarOff } from './farOff.ts';
import { judgeLastHandoff } from './handOver.ts';
import { isReadyForAgent, jorgeScoreOf } from './jorgeScore.ts';
import type { Machine } from './machine.ts';
import { machineOf } from './machines.ts';
import { notePersona } from './persona.ts';
import type { BotState, Effect, StepResult, VisitorMessage } from './protocol.ts';
import { holdForReview } from './review.ts';
import { explainScore, knownCount, qualificationOf, type Scored, scoreOf, standingOf } from './score.ts';
import { offerPathOf } from './seller/offerPath.ts';
import { type Turn, tellTeam } from './turn.ts';

// A score that moved less than this is not worth a line in the log.
const worthTelling = 2;

/** What a turn comes to: what is known, the score with its label and tags, what the team hears, in the order in which it is done. */
export function conclude(
  before: BotState,
  turn: Turn,
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

function summaryOf(before: BotState, { state, rules }: Turn, machine: Machine): StepResult['summary'] {
  const from = before.at;
  const { at: to, temperature, asked } = state;
  const questionsAnswered = knownCount(state, machine);
  return asked
    ? { from, to, questionsAnswered, nextQuestion: asked.question, temperature, rules }
    : { from, to, questionsAnswered, temperature, rules };
}

/** Nothing of what a score is made of has changed. */
const isUntouched = (state: BotState, before: BotState): boolean =>
  state.slots === before.slots && state.talk === before.talk && state.bot === before.bot;

function judge(
  before: BotState,
  turn: Turn,
  machine: Machine,
  spoken: Effect[],
  effects: Effect[],
  unanswered: { seq: number | null; pending: VisitorMessage[] },
): Effect[] {
  const { state } = turn;
  const { machine: standing, scored } = standingOf(state, turn.at);
  const learned = state.slots !== before.slots;
  if (isNews(state, scored) || (learned && scored.score !== null)) {
    effects.push({ kind: 'score', data: explainScore(state, standing, scored) });
    state.scored = scored.score;
  }
  relabel(turn, standing, scored.temperature);
  noteStanding(turn, machine, before);
  const said = holdForReview(turn, spoken, scored.score, before, unanswered);
  // Told first, and known last: what is held back was not shown.
  if (learned) effects.unshift({ kind: 'qualification', data: qualificationOf(state, machine) });
  return said;
}

function isNews(state: BotState, { score, temperature }: Scored): boolean {
  if (score === null || state.scored === null) return score !== state.scored;
  return temperature !== state.temperature || Math.abs(score - state.scored) >= worthTelling;
}

const temperatureTags = {
  lead: { hot: 'Hot-Lead', warm: 'Warm-Lead', cold: 'Cold-Lead' },
  buyer: { hot: 'Hot-Buyer', warm: 'Warm-Buyer', cold: 'Cold-Buyer' },
  seller: { hot: 'Hot-Seller', warm: 'Warm-Seller', cold: 'Cold-Seller' },
} as const;
const named = { lead: 'Lead', buyer: 'Buyer', seller: 'Seller' } as const;

/** One label at a time: the new one in, the others out, the other side's too, whatever people set besides stays. */
function relabel(turn: Turn, { bot }: Machine, temperature: Temperature | null): void {
  const { state } = turn;
  const { temperature: before, labelOf } = state;
  state.temperature = temperature;
  if (temperature === null) return;
  state.labelOf = bot;
  const otherSide = labelOf === bot || labelOf === 'lead' ? null : labelOf;
  if (temperature === before && otherSide === null) return;
  const tags = temperatureTags[bot];
  const tag = tags[temperature];
  const out = [...Object.values(tags), ...(otherSide === null ? [] : Object.values(temperatureTags[otherSide]))];
  turn.effects.push({ kind: 'tag', add: [tag], remove: out.filter((other) => other !== tag) });
  if (temperature !== 'hot') return;
  const path = bot === 'seller' ? offerPathOf(state) : 'unknown';
  const points = path === 'unknown' ? '' : `; the answers point to a ${path}`;
  tellTeam(turn, 'hot-lead', `Hot ${bot}: the facts for it are known${points}`, 1);
}

/** A seller who is hot when the buyer's questions begin is told of as such: the next bot knows nothing of them yet. */
export function labelBeforeHandOver(turn: Turn): void {
  const machine = machineOf(turn.state.bot);
  const { temperature } = scoreOf(turn.state, machine, turn.at);
  if (temperature === 'hot') relabel(turn, machine, temperature);
  noteQualified(turn, machine);
}

const qualifiedAs = { lead: 'qualified:lead', buyer: 'qualified:buyer', seller: 'qualified:seller' } as const;

// Never on the first message: too much of it is still a guess then.
function noteQualified({ state, effects }: Turn, machine: Machine): void {
  const qualified = qualifiedAs[state.bot];
  if (state.visitorMessages <= 1 || state.told.includes(qualified) || !machine.isQualified(state)) return;
  state.told = [...state.told, qualified];
  effects.push({ kind: 'tag', add: [`${named[state.bot]}-Qualified`], remove: [] });
}

/** Qualified, like an investor, long in talk: each told once. */
function noteStanding(turn: Turn, machine: Machine, before: BotState): void {
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
  if (isFarOff(state) !== isNurtured) {
    state.told = isNurtured ? state.told.filter((what) => what !== 'nurture') : [...state.told, 'nurture'];
    turn.effects.push({ kind: 'tag', add: isNurtured ? [] : ['Nurture'], remove: isNurtured ? ['Nurture'] : [] });
  }
}
