import type { BotState } from '../bots/protocol.ts';
import type { Conversation } from '../conversations/model.ts';

/** Names of the visitor as far as they are known: no model reads them. */
export function peopleOf({ board }: Pick<Conversation, 'board'>, { slots }: Pick<BotState, 'slots'>): string[] {
  const told = slots.name?.state === 'answered' ? slots.name.value : null;
  return [...new Set([board.leadName, told].filter((name) => typeof name === 'string'))];
}
