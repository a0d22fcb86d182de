import type { InterventionState } from '../../contract/interventions.ts';
import type { Decision, Outcome, Proposal, ProposalDraft } from './model.ts';

/** Open proposals that are listed at once. */
export const mostListed = 100;
/** How many of one person's are read: no longer than the caps reach back are there more. */
export const mostOfPerson = 50;
export const watchedPage = 100;
export const proposalsPage = 50;
/** A person more than these is found by the gates of the approval. */
export const mostOpenLeads = 5_000;

/** A decision: from one of the states before, so that of any number at once one counts. */
export interface StateChange {
  from: readonly InterventionState[];
  to: InterventionState;
  /** Left out: the earlier decision still stands; null: nobody's. */
  decided?: Decision | null;
  draft?: ProposalDraft;
}

export interface InterventionStore {
  /** The same id again changes nothing: false. */
  add(proposal: Proposal): Promise<boolean>;
  /** Null also when it is another tenant's. */
  find(tenantId: string, id: string): Promise<Proposal | null>;
  /** The newest of these records of a person, at most `mostOfPerson`. */
  ofPerson(tenantId: string, leadIds: readonly string[]): Promise<Proposal[]>;
  /** All that were made for a lead, by their ids, at most `proposalsPage` at once; with `after` those past that id. */
  pageOfLead(tenantId: string, leadId: string, after?: string): Promise<Proposal[]>;
  /** Those that are `open` or `approving`, the riskiest first, then those who have been silent the longest; at most `mostListed`. */
  listOpen(tenantId: string): Promise<Proposal[]>;
  /** All records of the people with an open proposal, at most `mostOpenLeads`. */
  openLeads(tenantId: string): Promise<string[]>;
  /** Those that are `open` or `approving` and were made at or before `at`, the oldest first; at most `watchedPage`. */
  openSince(tenantId: string, at: number): Promise<Proposal[]>;
  /** True where it was in one of the states `from`. */
  change(tenantId: string, id: string, change: StateChange): Promise<boolean>;
  /** Withdraws what is open for a record; how many there were. */
  withdraw(tenantId: string, leadId: string): Promise<number>;
  /** Sent or tasked, decided on after `decidedAfter`, and not looked at since `seenBefore`, the one longest ago first; at most `watchedPage`. */
  watched(tenantId: string, decidedAfter: number, seenBefore: number): Promise<Proposal[]>;
  noteOutcome(tenantId: string, id: string, outcome: Outcome): Promise<void>;
  /** Removes those about a conversation. */
  erase(tenantId: string, conversationId: string): Promise<void>;
}
