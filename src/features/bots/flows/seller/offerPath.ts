import type { BotState } from '../../state/protocol.ts';
import { answerOf } from '../../state/stepContext.ts';

const pressed = new Set<unknown>(['inherited', 'divorce', 'financial']);
const planned = new Set<unknown>(['relocation', 'downsizing', 'upgrading']);

/** Which way of selling the answers point to, for the team: work to do or a sale under pressure first, then what can be listed. */
export function offerPathOf(state: BotState): 'wholesale' | 'listing' | 'unknown' {
  const condition = answerOf(state, 'condition');
  const motivation = answerOf(state, 'motivation');
  if (condition === 'needs_work' || condition === 'major_repairs' || pressed.has(motivation)) return 'wholesale';
  return condition === 'move_in_ready' || planned.has(motivation) ? 'listing' : 'unknown';
}
