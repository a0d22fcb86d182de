import type { Tag } from '../../../contract/teamVocabulary.ts';
import type { BotName } from '../../../contract/values.ts';
import { machineOf } from '../flows/machines.ts';
import type { Handoff, HandoffOutcome } from '../state/protocol.ts';
import { answerOf, noteTold, notifyTeamOnce, type StepContext } from '../state/stepContext.ts';
import { botNames, isWithinRevert, judgeHandoff, noteHandoff, retryAt, routeOf } from './handoffs.ts';

const tagOf = { lead: 'Needs Qualifying', buyer: 'Buyer-Lead', seller: 'Seller-Lead' } as const;

const circles: ReadonlySet<string> = new Set(['circular', 'hourly-limit', 'daily-limit']);

/** Whether the other bot may have it now. Blocked: the present one goes on, the team's log says why, once. */
export function mayHandOver(turn: StepContext, to: BotName, confidence: number): boolean {
  const { state, pack, at } = turn;
  const from = state.bot;
  const deferred = state.deferred?.to === to ? state.deferred : null;
  if (deferred !== null && (deferred.until === null || at < deferred.until)) {
    turn.blocked = 'other';
    return false;
  }
  const verdict = judgeHandoff({
    from,
    to,
    confidence,
    at,
    before: state.handoffs,
    shift: pack.handoffs?.shifts[routeOf({ from, to })] ?? 0,
    isUnwell: pack.handoffs?.unwell.includes(to) ?? false,
  });
  if (verdict.pass) return true;
  const { reason } = verdict;
  turn.blocked = circles.has(reason) ? 'circle' : 'other';
  if (reason === 'target-unwell') defer(turn, to, deferred?.times ?? 0);
  if (noteTold(turn, `handoff-blocked:${to}:${reason}`))
    turn.effects.push({ kind: 'handoff', data: { state: 'blocked', from, to, reason, urgency: 'normal' } });
  return false;
}

/** Puts the hand-over off by half an hour, at most three times; after that it never happens in this talk, and the team is told. */
function defer(turn: StepContext, to: BotName, times: number): void {
  const until = retryAt(turn.at, times);
  turn.state.deferred = { to, times: times + 1, until };
  if (until !== null) return;
  turn.effects.push({ kind: 'tag', add: [`Handoff-Deferred-${botNames[to]}-Performance`], remove: [] });
  notifyTeamOnce(
    turn,
    'handoff-deferred',
    `The ${to} bot is slow or failing, so the ${turn.state.bot} bot keeps this conversation`,
    2,
  );
}

/** Hands over to the other bot with everything known so far, and records it in the hand-overs and the tags. */
export function handOver(turn: StepContext, to: BotName, reason: string, by: 'bot' | 'staff'): void {
  const { state, at } = turn;
  const from = state.bot;
  const last = state.handoffs.at(-1);
  if (last !== undefined && last.from === to && last.to === from && isWithinRevert(last.at, at))
    settle(turn, last, 'reverted');
  state.handoffs = noteHandoff(state.handoffs, { from, to, at, ...(by === 'staff' ? { byStaff: true } : {}) });
  if (state.deferred?.to === to) state.deferred = null;
  // A visitor who both buys and sells gets the second side served by this hand-over; it happens once.
  if (from !== 'lead' && answerOf(state, 'intent') === 'both') noteTold(turn, 'both-served');
  state.bot = to;
  state.at = to === 'lead' ? 'NEW' : 'QUALIFY';
  turn.effects.push({ kind: 'handoff', data: { state: 'transferred', from, to, reason, urgency: 'normal' } });
  turn.effects.push({
    kind: 'tag',
    add: [tagOf[to], `Handoff-${botNames[from]}-to-${botNames[to]}` as Tag],
    remove: [tagOf[from]],
  });
}

/**
 * Judges the last hand-over in a later turn: it went well once the visitor gave the new bot an answer, or still talks with it ten
 * minutes later.
 */
export function judgeLastHandoff(turn: StepContext): void {
  const { state, at } = turn;
  const last = state.handoffs.at(-1);
  const isBots = state.mode === 'bot' || state.mode === 'waiting';
  if (!isBots || last === undefined || last.outcome !== undefined || last.to !== state.bot) return;
  const { slots } = machineOf(state.bot);
  const isAnswered = turn.filled.some((slot) => slots.some((one) => one === slot));
  const stays = state.talk.lastVisitorAt === at && !isWithinRevert(last.at, at);
  if (isAnswered || stays) settle(turn, last, 'successful');
}

function settle(turn: StepContext, one: Handoff, outcome: HandoffOutcome & ('successful' | 'reverted')): void {
  const { state } = turn;
  state.handoffs = state.handoffs.map((other) => (other === one ? { ...one, outcome } : other));
  // A person's choice says nothing about the rules of the bots.
  if (one.byStaff) return;
  const { from, to, at } = one;
  turn.effects.push({ kind: 'handoff-outcome', from, to, at, outcome });
}
