import type { BotName } from '../../../contract/values.ts';
import type { Pack } from '../../packs/model.ts';
import type { BotState } from '../state/protocol.ts';
import { stateOf } from '../state/stepContext.ts';

/** The questions that the brokerage asks, by bot. */
export type Asks = Pack['asks'];

/** Whether a slot counts: the brokerage asks for it, or the visitor told it unasked. */
export const isWanted = (state: BotState, bot: BotName, slot: string, asks: Asks): boolean =>
  (asks?.[bot]?.includes(slot) ?? true) || stateOf(state, slot) === 'answered';

/** A bot's slots that count, in its order. */
export const wantedSlots = <S extends string>(
  state: BotState,
  { bot, slots }: { bot: BotName; slots: readonly S[] },
  asks: Asks,
): readonly S[] => (asks?.[bot] === undefined ? slots : slots.filter((slot) => isWanted(state, bot, slot, asks)));

/** The slots of `slots` that count and are not answered. */
export const unanswered = <S extends string>(
  state: BotState,
  bot: { bot: BotName; slots: readonly S[] },
  asks: Asks,
): S[] => wantedSlots(state, bot, asks).filter((slot) => stateOf(state, slot) !== 'answered');
