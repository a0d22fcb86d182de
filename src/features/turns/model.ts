import type { EntryData } from '../../contract/log/entry.ts';
import type { Misread } from '../../contract/rest/turns.ts';
import type { ReplyAct } from '../../contract/vocabulary.ts';
import type { BotState, Effect, StepInput } from '../bots/state/protocol.ts';
import type { ToldReadings } from '../insight/readings/insightOf.ts';
import type { Known } from './knownFacts.ts';

/** The effects that a bot asked for, after the lines for the team that say what it did and what the talk says of the person by now. */
export type TurnEffect =
  | Effect
  | { kind: 'record'; data: EntryData<'bot-turn'> }
  | { kind: 'insight'; data: EntryData<'insight-changed'> };

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
  event: StepInput;
  /** Absent on turns from before it was kept. */
  knew?: Known;
  /** The rules of the policy that said or did something, in order. Absent on turns from before they were kept. */
  rules?: string[];
  stateAfter: BotState;
  effects: TurnEffect[];
  /** Indexes of effects that are done. */
  done: number[];
  /** The readings that the team was told of last; absent before the first. */
  told?: ToldReadings;
  /** The acts of the answers that were composed while a reply was said, by the index of its effect. */
  composed?: Record<string, ReplyAct[]>;
  /** The acts of the replies that Claude wrote whole, in place of those of the effect, by its index. */
  spoken?: Record<string, ReplyAct[]>;
  /** The ids of the facts behind the replies, by the same index. */
  factIds?: Record<string, string[]>;
  /** The ids of the open times that the end of a reply is about. */
  askedAbout?: Record<string, string[]>;
  versions: { bot: string; pack: string };
  at: number;
  /** Somebody of the team marked that its words were understood wrongly. */
  misread?: Misread;
}
