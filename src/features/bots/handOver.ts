import type { BotName } from '../../contract/values.ts';
import { isWithinRevert, judgeHandoff, noteHandoff, retryAt, routeOf } from './handoffs.ts';
import { machineOf } from './machines.ts';
import type { Handoff, HandoffOutcome } from './protocol.ts';
import { answerOf, noteTold, type Turn, tellTeam } from './turn.ts';

const tagOf = { lead: 'Needs Qualifying', buyer: 'Buyer-Lead', seller: 'Seller-Lead' } as const;
const nameOf = (bot: string): string => bot.charAt(0).toUpperCase() + bot.slice(1);

const circles: ReadonlySet<string> = new Set(['circular', 'hourly-limit', 'daily-limit']);

/** Whether the other bot may have it now. Blocked: the present one goes on, the team's log says why, once. */
export function mayHandOver(turn: Turn, to: BotName, confidence: number): boolean {
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

/** Half an hour later it is tried again, three times; then never in this talk, and the team knows. */
function defer(turn: Turn, to: BotName, times: number): void {
  const until = retryAt(turn.at, times);
  turn.state.deferred = { to, times: times + 1, until };
  if (until !== null) return;
  turn.effects.push({ kind: 'tag', add: [`Handoff-Deferred-${nameOf(to)}-Performance`], remove: [] });
  tellTeam(
    turn,
    'handoff-deferred',
    `The ${to} bot answers late or fails, so the ${turn.state.bot} bot keeps this talk`,
    2,
  );
}

/** From here on the other bot asks, with everything that is known by now; the record and the tags say so. */
export function handOver(turn: Turn, to: BotName, reason: string, by: 'bot' | 'staff'): void {
  const { state, at } = turn;
  const from = state.bot;
  const last = state.handoffs.at(-1);
  if (last !== undefined && last.from === to && last.to === from && isWithinRevert(last.at, at))
    settle(turn, last, 'reverted');
  state.handoffs = noteHandoff(state.handoffs, { from, to, at, ...(by === 'staff' ? { byStaff: true } : {}) });
  if (state.deferred?.to === to) state.deferred = null;
  // Of both wishes the second one is served by this; it goes there once.
  if (from !== 'lead' && answerOf(state, 'intent') === 'both') noteTold(turn, 'both-served');
  state.bot = to;
  state.at = to === 'lead' ? 'NEW' : 'QUALIFY';
  turn.effects.push({ kind: 'handoff', data: { state: 'transferred', from, to, reason, urgency: 'normal' } });
  turn.effects.push({
    kind: 'tag',
    add: [tagOf[to], `Handoff-${nameOf(from)}-to-${nameOf(to)}`],
    remove: [tagOf[from]],
  });
}

/** After the turn that handed over: it went well once the visitor gave the new bot an answer, or still talks with it ten minutes later. */
export function judgeLastHandoff(turn: Turn): void {
  const { state, at } = turn;
  const last = state.handoffs.at(-1);
  const isBots = state.mode === 'bot' || state.mode === 'waiting';
  if (!isBots || last === undefined || last.outcome !== undefined || last.to !== state.bot) return;
  const { slots } = machineOf(state.bot);
  const isAnswered = turn.filled.some((slot) => slots.includes(slot));
  const stays = state.talk.lastVisitorAt === at && !isWithinRevert(last.at, at);
  if (isAnswered || stays) settle(turn, last, 'successful');
}

function settle(turn: Turn, one: Handoff, outcome: HandoffOutcome & ('successful' | 'reverted')): void {
  const { state } = turn;
  state.handoffs = state.handoffs.map((other) => (other === one ? { ...one, outcome } : other));
  // A person's choice says nothing about the rules of the bots.
  if (one.byStaff) return;
  const { from, to, at } = one;
  turn.effects.push({ kind: 'handoff-outcome', from, to, at, outcome });
}
