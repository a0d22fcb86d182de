import type { BotEvent, BotState, Effect } from '../bots/protocol.ts';

/** One step of a bot: inserted once, and by that saved, chosen among rivals, and queued. The newest holds the state. */
export interface Turn {
  id: string;
  tenantId: string;
  conversationId: string;
  /** From 1, unique together with the conversation. */
  turnNo: number;
  /** Every public entry up to here is consumed. */
  throughSeq: number;
  /** Every internal entry up to here is consumed. */
  throughInternalSeq: number;
  /** The fence the turn was made under: its words may be said while it stands. */
  fence: number;
  event: BotEvent;
  stateAfter: BotState;
  effects: Effect[];
  /** Indexes of effects that are done. */
  done: number[];
  versions: { bot: string; pack: string };
  at: number;
}
