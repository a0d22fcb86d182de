import type { Misread } from '../../contract/rest/turns.ts';
import type { ReplyAct } from '../../contract/vocabulary.ts';
import type { RouteOutcomes } from '../bots/handoff/handoffs.ts';
import type { Turn } from './model.ts';
import type { NotedOutcome } from './routeOutcomes.ts';

/** Of what was written at the edge, by the index of the reply: as the fields of `Turn` with these names. */
export type Written = Readonly<
  Partial<
    Record<'composed' | 'spoken', Readonly<Record<number, readonly ReplyAct[]>>> &
      Record<'factIds' | 'askedAbout', Readonly<Record<number, readonly string[]>>>
  >
>;

export interface TurnStore {
  newest(conversationId: string): Promise<Turn | null>;
  /** False when that turnNo exists. */
  insert(turn: Turn): Promise<boolean>;
  markDone(
    turn: Pick<Turn, 'id' | 'conversationId'>,
    effectIndexes: readonly number[],
    written?: Written,
  ): Promise<void>;
  /** Ascending, those after `afterNo`. */
  list(conversationId: string, limit: number, afterNo?: number): Promise<Turn[]>;
  /** Marks the newest turn that read a visitor's message before the public entry `seq`, in place of an older mark. False when there is none. */
  markMisread(conversationId: string, seq: number, misread: Misread): Promise<boolean>;
  /** The turns of a tenant that are marked, newest mark first. */
  listMisread(tenantId: string, limit: number): Promise<Turn[]>;
  /** Puts this in the place of the turn with its id. */
  rewrite(turn: Turn): Promise<void>;
  /** All turns of a conversation whose words are deleted. */
  remove(conversationId: string): Promise<void>;
}

/** How hand-overs between bots went, by tenant and route (`lead>buyer`): the newest 200 of each. */
export interface HandoffOutcomeStore {
  /** The same id again replaces what was noted of it. */
  note(tenantId: string, route: string, one: NotedOutcome): Promise<void>;
  of(tenantId: string): Promise<Record<string, RouteOutcomes>>;
}
