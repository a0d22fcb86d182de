import type { Experiment, Exposure } from './model.ts';

/** How many exposures are read at once. */
export const exposuresPage = 200;

export interface ExperimentStore {
  /**
   * Starts it. False, and nothing changes, where one of the tenant is running at `startedAt`; of any number at once one starts. At most `most`
   * of a tenant are kept: the oldest go, with their exposures.
   */
  start(experiment: Experiment, most: number): Promise<boolean>;
  /** Null also when it is another tenant's. */
  find(tenantId: string, experimentId: string): Promise<Experiment | null>;
  /** The one that started last, unless it was stopped; it may have ended by now. */
  findStarted(tenantId: string): Promise<Experiment | null>;
  /** Newest first. */
  list(tenantId: string): Promise<Experiment[]>;
  /** False where there is none, or it ended before `at`. */
  stop(tenantId: string, experimentId: string, at: number): Promise<boolean>;

  /** The same id is the same exposure, once. Nothing where its experiment has `most` already. */
  expose(exposure: Exposure, most: number): Promise<void>;
  /** Of an experiment, by their ids, at most `exposuresPage`; with `after` those past that id. */
  exposures(tenantId: string, experimentId: string, after?: string): Promise<Exposure[]>;
  /** Notes what was counted of exposures; nothing of those that are gone. */
  noteCounted(tenantId: string, exposures: readonly Pick<Exposure, 'id' | 'counted'>[]): Promise<void>;
  /** Removes the exposures of a conversation. */
  erase(tenantId: string, conversationId: string): Promise<void>;
}
