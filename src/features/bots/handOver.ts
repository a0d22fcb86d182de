import type { BotName } from '../../contract/values.ts';
import { noteHandoff } from './handoffs.ts';
import type { Turn } from './turn.ts';

const tagOf = { lead: 'Needs Qualifying', buyer: 'Buyer-Lead', seller: 'Seller-Lead' } as const;
const nameOf = (bot: string): string => bot.charAt(0).toUpperCase() + bot.slice(1);

/** From here on the other bot asks, with everything that is known by now; the record and the tags say so. */
export function handOver(turn: Turn, to: BotName, reason: string): void {
  const { state } = turn;
  const from = state.bot;
  state.handoffs = noteHandoff(state.handoffs, { from, to, at: turn.at });
  state.bot = to;
  state.at = to === 'lead' ? 'NEW' : 'QUALIFY';
  turn.effects.push({ kind: 'handoff', data: { state: 'transferred', from, to, reason, urgency: 'normal' } });
  turn.effects.push({
    kind: 'tag',
    add: [tagOf[to], `Handoff-${nameOf(from)}-to-${nameOf(to)}`],
    remove: [tagOf[from]],
  });
}
