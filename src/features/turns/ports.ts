import type { Misread } from '../../contract/rest/turns.ts';
import type { ReplyAct } from '../../contract/vocabulary.ts';
import type { RouteOutcomes } from '../bots/handoff/handoffs.ts';
import type { Turn } from './model.ts';
import type { NotedOutcome } from './routeOutcomes.ts';

/** As `Turn.composed` and `Turn.spoken`. */
export type ActsWritten = Readonly<
  Partial<Record<'composed' | 'spoken', Readonly<Record<number, readonly ReplyAct[]>>>>
>;

export interface TurnStore {
  newest(conversationId: string): Promise<Turn | null>;
  /** False when that turnNo exists. */
  insert(turn: Turn): Promise<boolean>;
  /** `acts`: what the words do that were written at the edge, by the index of the reply. */
  markDone(
    turn: Pick<Turn, 'id' | 'conversationId'>,
    effectIndexes: readonly number[],
    acts?: ActsWritten,
  ): Promise<void>;
  /** Ascending, those after `afterNo`. */
  list(conversationId: string, limit: number, afterNo?: number): Promise<Turn[]>;
  /** Marks the newest turn that read a visitor's message before the public entry `seq`, in place of an older mark. False when there is none. */
  markMisread(conversationId: string, seq: number, misread: Misread): Promise<boolean>;
  /** The turns of a tenant that are marked, newest mark first. */
  listMisread(tenantId: string, limit: number): Promise<Turn[]>;
  /** All turns of a conversation whose words are deleted. */
  remove(conversationId: string): Promise<void>;
}

/** How hand-overs between bots went, by tenant and route (`lead>buyer`): the newest 200 of each. */
export interface HandoffOutcomeStore {
  /** The same id again replaces what was noted of it. */
  note(tenantId: string, route: string, one: NotedOutcome): Promise<void>;
  of(tenantId: string): Promise<Record<string, RouteOutcomes>>;
}
