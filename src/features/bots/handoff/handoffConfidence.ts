import type { Slot } from '../../../contract/log/parts.ts';
import { sideFacts } from '../flows/sideFacts.ts';
import type { BotState } from '../state/protocol.ts';

/** For a sign that nothing measured: with it one sign is what a hand-over from the lead bot asks for, and two are more than any route does. */
const unmeasured = 0.7;
const wishFor = { buyer: 'buy', seller: 'sell' } as const;

/**
 * How sure it is, 0–1, that the other bot serves them better: the chance that not every sign of it was misread, each taken alone
 * (1 − Π(1 − c), c being the slot's own confidence where it has one, as a correction by the team has). Signs are the purpose that they
 * named; that they said it in a sentence or chose it as what comes first; each fact that only that side tells; a wish for a viewing;
 * and, where a buyer's or a seller's bot has them, that its own side was taken back or is done. One sign passes from the lead bot
 * (0.7), two pass on every route (0.91), also where its hand-overs went badly; none is 0. The field counts such signs at 0.3 each
 * and adds them up, by which one clear sentence would never pass.
 */
export function handoffConfidence({ bot, slots }: Pick<BotState, 'bot' | 'slots'>, to: 'buyer' | 'seller'): number {
  const wish = wishFor[to];
  const isAnswered = (slot: Slot | undefined): slot is Slot => slot?.state === 'answered';
  const { intent, first, visit } = slots;
  const signs: Slot[] = sideFacts[to].map((name) => slots[name]).filter(isAnswered);
  if (isAnswered(intent) && (intent.value === wish || intent.value === 'both')) {
    signs.push(intent);
    if (bot !== 'lead') signs.push(intent);
  }
  if (isAnswered(first) && first.value === wish) signs.push(first);
  if (to === 'buyer' && isAnswered(visit) && visit.value === 'viewing') signs.push(visit);
  const allMisread = signs.reduce((chance, { confidence }) => chance * (1 - (confidence ?? unmeasured)), 1);
  return Math.round((1 - allMisread) * 100) / 100;
}
